"""The pictures a workflow works with: what is varied or retouched, where, and how a character looks.

Pillow works here; call everything in a thread.
"""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.book.model import Region, Shape
from engine.book.takes import size_of
from engine.errors import FibelError
from engine.illustrator.picture import PIXELS
from engine.units import Px

if TYPE_CHECKING:
    from PIL.Image import Image

REFERENCE_SIDE: Px = 448
"""Side of the picture of a character: twice what the encoder looks at, which is 224 x 224."""

EDGE = 0.08
"""How much of the smaller side of a marked part its soft edge takes, inside the mark."""


@dataclass(frozen=True, slots=True)
class Materials:
    """PNGs by the role they play; None where the recipe needs none."""

    source: bytes | None = None
    reference: bytes | None = None


def mask(source: bytes, regions: Sequence[Region]) -> bytes:
    """Return a mask as PNG, white where `source` may change; its edges are soft on the inside, and black outside."""
    return _png(_mask(size_of(source), regions).convert("RGB"))


def restored(painted: bytes, source: bytes, regions: Sequence[Region]) -> bytes:
    """Return `painted` with every pixel outside the regions as it is in `source`.

    Servers compute pictures as fractions and cut them off again; only a copy is a copy.

    Raises:
        FibelError: `picture_broken`, the two are not of one size, or one of them cannot be read.
    """
    from PIL import Image

    before, after = opened(source), opened(painted)
    if before.size != after.size:
        raise FibelError("picture_broken", "The retouched picture has another size than the one it was made from.")
    touched = _mask(before.size, regions).point(lambda value: 255 if value else 0)
    return _png(Image.composite(after, before, touched))


def reference(picture: bytes, part: Region | None) -> bytes:
    """Return the part of a picture that shows a character, as a square PNG: the encoder would cut off what is longer.

    Raises:
        FibelError: `picture_broken`.
    """
    from PIL import Image

    image = opened(picture)
    if part is not None:
        image = image.crop(_box(image.size, part))
    side = max(image.size) if part is not None else min(image.size)
    square = Image.new("RGB", (side, side), _border_colour(image))
    square.paste(image, ((side - image.width) // 2, (side - image.height) // 2))
    return _png(square.resize((REFERENCE_SIDE, REFERENCE_SIDE), Image.Resampling.LANCZOS))


def opened(png: bytes) -> Image:
    """Return a PNG as RGB; its size is read and judged before anything is decoded.

    Raises:
        FibelError: `picture_broken`.
    """
    from PIL import Image

    width, height = size_of(png)
    if width * height > PIXELS:
        raise FibelError("picture_broken", "It is larger than a page can be.")
    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
            return image.convert("RGB")
    except (OSError, SyntaxError, ValueError) as error:
        raise FibelError("picture_broken", f"{type(error).__name__}: {error}") from error


def _mask(size: tuple[Px, Px], regions: Sequence[Region]) -> Image:
    from PIL import Image, ImageChops, ImageDraw, ImageFilter

    whole = Image.new("L", size, 0)
    for region in regions:
        hard, inner = Image.new("L", size, 0), Image.new("L", size, 0)
        box = _box(size, region)
        edge = round(min(box[2] - box[0], box[3] - box[1]) * EDGE)
        for sheet, inset in ((hard, 0), (inner, edge)):
            drawn = (box[0] + inset, box[1] + inset, box[2] - inset - 1, box[3] - inset - 1)
            pen = ImageDraw.Draw(sheet)
            (pen.ellipse if region.shape is Shape.ELLIPSE else pen.rectangle)(drawn, fill=255)
        soft = inner.filter(ImageFilter.GaussianBlur(edge / 2))
        whole = ImageChops.lighter(whole, ImageChops.multiply(soft, hard))
    return whole


def _box(size: tuple[Px, Px], region: Region) -> tuple[Px, Px, Px, Px]:
    """Return a region in pixels, at least 8 x 8 of them and inside the picture."""
    width, height = size
    across, down = max(8, round(region.width * width)), max(8, round(region.height * height))
    left = min(max(0, round(region.left * width)), max(0, width - across))
    top = min(max(0, round(region.top * height)), max(0, height - down))
    return left, top, min(width, left + across), min(height, top + down)


def _border_colour(image: Image) -> tuple[int, int, int]:
    """Return the mean colour of a picture, to fill a square with it unobtrusively."""
    red, green, blue = image.resize((1, 1)).getpixel((0, 0))  # type: ignore[misc]
    return int(red), int(green), int(blue)


def _png(image: Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
