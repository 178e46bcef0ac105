"""The box's ComfyUI: what its nodes do to pictures that are there already. Pillow alone; called in threads.

No model looks at anything here. A variation bends and tints the picture it begins with, so that its composition
stays; a likeness lends the colours of the reference; what is enlarged is enlarged by Lanczos's formula.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageEnhance, ImageFilter, ImageStat

from engine.box.comfyui_run import PREVIEW_SIDE, Look, Painting, Stencil
from engine.units import Px

WAVES = 3
"""Across a picture that is varied: enough to move figures a little, few enough to leave them whole."""

BEND = 0.035
"""How far a variation of full strength moves a part of the picture, in its shorter side."""

MESH: Px = 32
"""Side of the pieces a bent picture is put together from."""


@dataclass(frozen=True, slots=True)
class Still:
    """A picture that is there already."""

    _image: Image.Image

    def image(self) -> Image.Image:
        return self._image.copy()

    def preview(self, fraction: float, longest_side: Px = PREVIEW_SIDE) -> Image.Image:
        """Return it as a sampler shows it at that part of its way: blurred at first, then sharp."""
        shown = self._image.copy()
        shown.thumbnail((longest_side, longest_side))
        left = 1 - min(max(fraction, 0.0), 1.0)
        return shown.filter(ImageFilter.GaussianBlur(left * max(shown.size) / 14)) if left else shown


Change = Callable[[Painting], Painting]


def opened(content: bytes) -> Image.Image:
    """Return an uploaded picture as RGB."""
    with Image.open(io.BytesIO(content)) as image:
        return image.convert("RGB")


def channel(content: bytes, name: str) -> Stencil:
    """Return one channel of an uploaded picture as a mask; of `alpha`, what is transparent is white."""
    with Image.open(io.BytesIO(content)) as image:
        if name != "alpha":
            return Stencil(image.convert("RGB").getchannel({"red": 0, "green": 1, "blue": 2}[name]))
        if "A" not in image.getbands():
            return Stencil(Image.new("L", image.size, 0))
        return Stencil(ImageChops.invert(image.getchannel("A")))


def grown(stencil: Stencil, by: Px) -> Stencil:
    """Return a mask that reaches so many pixels farther."""
    return Stencil(stencil.image.filter(ImageFilter.MaxFilter(2 * by + 1))) if by > 0 else stencil


def varied(base: Image.Image, strength: float, seed: int) -> Image.Image:
    """Return a picture of the same composition: bent, tinted and lit a little otherwise.

    Args:
        strength: 0 leaves it as it is, 1 changes it as far as it can be recognised.
    """
    dice = Random(seed)
    amplitude = BEND * strength * min(base.size)
    phases = [dice.uniform(0, math.tau) for _ in range(4)]

    def moved(x: float, y: float) -> tuple[float, float]:
        across, down = x / base.width * math.tau * WAVES, y / base.height * math.tau * WAVES
        inside = amplitude * math.sin(math.pi * x / base.width) * math.sin(math.pi * y / base.height)
        return (
            x + inside * math.sin(down + phases[0]) * math.cos(across / 2 + phases[1]),
            y + inside * math.sin(across + phases[2]) * math.cos(down / 2 + phases[3]),
        )

    bent = base.transform(base.size, Image.Transform.MESH, _mesh(base.size, moved), Image.Resampling.BILINEAR)
    tint = tuple(dice.randint(0, 255) for _ in range(3))
    veil = ImageChops.soft_light(bent, Image.new("RGB", base.size, tint))
    tinted = Image.blend(bent, veil, 0.7 * strength)
    tinted = ImageEnhance.Color(tinted).enhance(1 + dice.uniform(-0.35, 0.35) * strength)
    return ImageEnhance.Brightness(tinted).enhance(1 + dice.uniform(-0.12, 0.12) * strength)


def anew(
    fresh: Painting, base: Painting | None, *, strength: float, seed: int, look: Look | None, size: tuple[Px, Px]
) -> Painting:
    """Return what a sampler makes of a fresh painting: bound to the picture it begins with, coloured by a reference."""
    image = fresh.image() if base is None else varied(scaled(base.image(), size, "lanczos"), strength, seed)
    return Still(image if look is None else likened(image, look))


def likened(picture: Image.Image, look: Look) -> Image.Image:
    """Return a picture whose colours have moved towards those of the reference, as far as the adapter's weight says."""
    ours, theirs = ImageStat.Stat(picture), ImageStat.Stat(look.reference.convert("RGB"))
    share = min(1.0, max(0.0, look.weight)) * 0.6
    channels = []
    for band, mean, wanted in zip(picture.split(), ours.mean, theirs.mean, strict=True):
        shift = (wanted - mean) * share
        channels.append(band.point([max(0, min(255, round(value + shift))) for value in range(256)]))
    return Image.merge("RGB", channels)


def retouched(base: Image.Image, piece: Image.Image, stencil: Stencil, strength: float, seed: int) -> Image.Image:
    """Return a picture with a new piece laid into the marked part, the more of it the higher the strength."""
    box = stencil.image.getbbox()
    if box is None:
        return base
    anew = varied(base, strength, seed)
    fresh = piece.resize((box[2] - box[0], box[3] - box[1]), Image.Resampling.LANCZOS)
    anew.paste(Image.blend(anew.crop(box), fresh, min(1.0, strength * 1.3)), box[:2])
    return Image.composite(anew, base, stencil.image)


def composited(onto: Image.Image, picture: Image.Image, at: tuple[Px, Px], stencil: Stencil | None) -> Image.Image:
    """Return one picture laid onto another, within the mask."""
    whole = onto.copy()
    mask = None if stencil is None else stencil.image.resize(picture.size)
    whole.paste(picture, at, mask)
    return whole


def scaled(picture: Image.Image, size: tuple[Px, Px], method: str) -> Image.Image:
    """Return a picture in another size."""
    how = {
        "nearest-exact": Image.Resampling.NEAREST,
        "bilinear": Image.Resampling.BILINEAR,
        "area": Image.Resampling.BOX,
        "bicubic": Image.Resampling.BICUBIC,
    }
    return picture.resize(size, how.get(method, Image.Resampling.LANCZOS))


def square(picture: Image.Image) -> Image.Image:
    """Return the middle of a picture as the encoder of an adapter looks at it."""
    side = min(picture.size)
    left, top = (picture.width - side) // 2, (picture.height - side) // 2
    return picture.crop((left, top, left + side, top + side)).resize((224, 224), Image.Resampling.LANCZOS)


Piece = tuple[tuple[Px, Px, Px, Px], tuple[float, ...]]


def _mesh(size: tuple[Px, Px], moved: Callable[[float, float], tuple[float, float]]) -> list[Piece]:
    """Return the pieces of a bent picture: where each goes, and the corners it is taken from."""
    width, height = size
    pieces: list[Piece] = []
    for top in range(0, height, MESH):
        for left in range(0, width, MESH):
            right, bottom = min(width, left + MESH), min(height, top + MESH)
            corners = ((left, top), (left, bottom), (right, bottom), (right, top))
            source = tuple(part for x, y in corners for part in moved(x, y))
            pieces.append(((left, top, right, bottom), source))
    return pieces
