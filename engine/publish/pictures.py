"""Takes as they are published: sRGB JPEGs in the size they are shown in, marked as made by a machine."""

from __future__ import annotations

import hashlib
import io
from typing import TYPE_CHECKING

from engine.book.model import Take
from engine.errors import FibelError
from engine.presets import Colours
from engine.publish import origin
from engine.publish.geometry import Box
from engine.publish.sheets import Picture
from engine.publish.source import Source
from engine.units import Px

if TYPE_CHECKING:
    from PIL.Image import Image

QUALITY = 92
"""Of the JPEGs: no visible loss, a fifth of a PNG."""

PRINT_DPI = 300
"""More pixels than that a press cannot show."""

ENCODING = 3
"""Of the pictures in print/; another number makes them anew."""


def pixels(box: Box, dpi: float) -> tuple[Px, Px]:
    """Return the size of a box at a resolution."""
    return max(1, round(box.width / 25.4 * dpi)), max(1, round(box.height / 25.4 * dpi))


def jpeg(book: Source, take: Take, size: tuple[Px, Px] | None = None) -> bytes:
    """Return a take as JPEG, in its own size or another one: a press enlarges pixels as squares, so we do it.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    return encoded(opened(book, take, size), xmp=mark(book, take))


def placed_jpeg(book: Source, picture: Picture, dpi: float, colours: Colours = Colours.RGB) -> bytes:
    """Return a picture as it lies on its page: cut, misted, in the size of its box. It is made once and then kept.

    Raises:
        FibelError: `take_missing`, `take_broken`, `disk_full`, `write_failed`.
    """
    key = _key(book, picture, dpi, colours)
    if (kept := book.prints.cached(picture.take, key)) is not None:
        return kept
    made = placed(book, picture, dpi)
    content = encoded(made if colours is Colours.RGB else in_inks(made), xmp=mark(book, picture.take))
    book.prints.keep(picture.take, key, content)
    return content


def placed(book: Source, picture: Picture, dpi: float) -> Image:
    """Return a picture cut for its box, misted where words stand on it, its edges soft if they are to be.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    from PIL import Image

    from engine.publish import veil

    whole = opened(book, picture.take)
    crop, size = picture.crop, pixels(picture.box, dpi)
    part = (crop.left * whole.width, crop.top * whole.height, crop.right * whole.width, crop.bottom * whole.height)
    made = whole.resize(size, Image.Resampling.LANCZOS, box=part)
    if picture.mist is not None:
        made = veil.misted(made, picture.mist, picture.box)
    return veil.softened(made) if picture.soft else made


def in_inks(picture: Image) -> Image:
    """Return a picture in four inks, all grey in black: two inks of colour at most, so 200 % in all.

    Without profiles, which the services that want four inks refuse; a proof shows what becomes of the colours.
    """
    from PIL import Image, ImageChops

    cyan, magenta, yellow = ImageChops.invert(picture).split()
    black = ImageChops.darker(ImageChops.darker(cyan, magenta), yellow)
    return Image.merge("CMYK", (*(ImageChops.subtract(ink, black) for ink in (cyan, magenta, yellow)), black))


def mark(book: Source, *takes: Take) -> bytes:
    """Return what a picture made of takes says of itself to machines; b"" if the author does not want it."""
    kind = origin.together(origin.of_take(take) for take in takes) if book.edition.marked else None
    return b"" if kind is None else origin.packet(kind)


def _key(book: Source, picture: Picture, dpi: float, colours: Colours) -> str:
    """Return twelve hex digits that stand for everything that shapes the JPEG beside its take."""
    crop, box = picture.crop, picture.box
    told = (
        *(ENCODING, QUALITY, colours, book.size(picture.take), pixels(box, dpi), picture.soft),
        *(f"{side:.5f}" for side in (crop.left, crop.top, crop.right, crop.bottom)),
        picture.mist,
        f"{box.x:.3f} {box.y:.3f}" if picture.mist else "",
        *(() if book.edition.marked else ("unmarked",)),
    )
    return hashlib.sha256(repr(told).encode()).hexdigest()[:12]


def encoded(picture: Image, xmp: bytes = b"") -> bytes:
    """Return a picture as JPEG, its colours in full resolution."""
    from PIL import ImageFile

    # The library keeps a byte a pixel for an optimised JPEG, and fails where a busy picture takes more.
    ImageFile.MAXBLOCK = max(ImageFile.MAXBLOCK, len(picture.getbands()) * picture.width * picture.height)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=QUALITY, subsampling=0, optimize=True, xmp=xmp)
    return buffer.getvalue()


def opened(book: Source, take: Take, size: tuple[Px, Px] | None = None) -> Image:
    """Return a take in sRGB on white paper, in its own size or another one.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    from PIL import Image, UnidentifiedImageError

    png = book.read(take)
    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as picture:
            flat = _on_paper(_in_srgb(picture))
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError) as error:
        raise FibelError("take_broken", f"{take.file}: {error}.") from error
    return flat if size in (None, flat.size) else flat.resize(size, Image.Resampling.LANCZOS)


def _in_srgb(picture: Image) -> Image:
    from PIL import ImageCms

    profile = picture.info.get("icc_profile")
    colours = picture.convert("RGBA" if picture.has_transparency_data else "RGB")
    if not profile:
        return colours
    try:
        to = ImageCms.createProfile("sRGB")
        changed = ImageCms.profileToProfile(colours, io.BytesIO(profile), to, outputMode=colours.mode)
    except ImageCms.PyCMSError:  # a profile nobody can read says nothing
        return colours
    return colours if changed is None else changed


def _on_paper(picture: Image) -> Image:
    from PIL import Image

    if picture.mode == "RGB":
        return picture
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper
