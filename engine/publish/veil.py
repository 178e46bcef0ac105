"""What is laid over a picture before it is encoded: mist under words, edges that fade. No press has to blend anything.

Contrast is that of WCAG 2.2 (relative luminance); ours is measured on the finished pixels.
"""

from __future__ import annotations

from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from engine.publish.geometry import MARGIN, Box
from engine.publish.sheets import INK, LIGHT_INK, Colour, Mist
from engine.units import Mm, Px

if TYPE_CHECKING:
    from PIL.Image import Image

PAPER = (255, 253, 246)
"""A warm white: pure white in a painted picture looks like a hole."""

STRENGTHS = (0.5, 0.62, 0.72, 0.8, 0.88, 0.94, 0.98)
"""How much of the mist is its own colour; the first that words can be read on is taken."""

ENOUGH = 7.0
"""Contrast of words against what is below them: WCAG's best grade."""

WORST_PART = 0.05
"""So much of the ground may be worse than what is measured: a twig under a letter hides nothing."""

NIGHT = 0.42
"""How light a dark mist is, in parts of the picture's own colour there."""

FADE: Mm = 24.0
"""From clear sky to full mist."""

AIR: Mm = 4.0
"""Full mist above the first line of words, below the last."""

BLUR: Mm = 1.6
"""What is seen through the mist loses its edges, so that letters keep theirs."""

FAINT = 10
"""What is left of a fading picture at its very border, of 255; without it no seam shows on white paper."""

SOFT_EDGE = 0.06
"""Width of a soft edge, in parts of the picture's shorter side."""


def misted(picture: Image, mist: Mist, box: Box) -> Image:
    """Return a picture with mist where words stand, light enough to read them.

    Args:
        box: where the picture lies, in the same measure as the words.
    """
    from PIL import Image

    scale = picture.width / box.width
    words = _pixels(mist.words, box, scale)
    mask = _mask(picture.size, mist, box, scale)
    calm = _blurred(picture, max(1, round(BLUR * scale)))
    ground = Image.new("RGB", picture.size, _night(calm.crop(words)) if mist.dark else PAPER)
    ink = LIGHT_INK if mist.dark else INK
    made = picture
    for strength in STRENGTHS:
        made = Image.composite(Image.blend(calm, ground, strength), picture, mask)
        if contrast(made.crop(words), ink) >= ENOUGH:
            break
    return made


def contrast(ground: Image, ink: Colour = INK) -> float:
    """Return how well words stand out from a ground, at the part of it nearest to them that counts."""
    # Shades that nobody tells apart are counted as one: their middle, of the eight that a step of colour holds.
    coarse = ground.convert("RGB").point(lambda value: value & ~7 | 4)
    counts = coarse.getcolors(32**3) or []
    shades = sorted((_luminance(colour), count) for count, colour in counts if isinstance(colour, tuple))
    own = _luminance(ink)
    nearest = shades if own < 0.5 else shades[::-1]
    left = sum(count for _, count in shades) * WORST_PART
    passed = accumulate(count for _, count in nearest)
    shade = next(one for (one, _), before in zip(nearest, passed, strict=True) if before >= left)
    dark, bright = sorted((shade, own))
    return (bright + 0.05) / (dark + 0.05)


def softened(picture: Image) -> Image:
    """Return a picture whose edges fade into white paper."""
    from PIL import Image, ImageDraw, ImageFilter

    small = (max(1, picture.width // 8), max(1, picture.height // 8))
    edge = max(2, round(min(small) * SOFT_EDGE))
    mask = Image.new("L", small, 0)
    corners = (edge, edge, small[0] - edge - 1, small[1] - edge - 1)
    ImageDraw.Draw(mask).rounded_rectangle(corners, radius=edge * 2, fill=255)
    mask = mask.filter(ImageFilter.GaussianBlur(edge * 0.45)).resize(picture.size, Image.Resampling.BICUBIC)
    mask = mask.point(lambda value: max(0, value - FAINT) * 255 / (255 - FAINT))
    return Image.composite(picture, Image.new("RGB", picture.size, "white"), mask)


def _mask(size: tuple[Px, Px], mist: Mist, box: Box, scale: float) -> Image:
    """Return where the mist lies: full under the words and on to the edge, rising before them, ending at a fold."""
    from PIL import Image, ImageChops

    width, height = size
    fade = max(1, round(FADE * scale))
    air = round(AIR * scale)
    _, top, _, bottom = _pixels(mist.words, box, scale)
    mask = Image.new("L", size, 0)
    rising = Image.linear_gradient("L").point(_eased).resize((width, fade), Image.Resampling.BICUBIC)
    if mist.at_top:
        end = min(height, bottom + air)
        mask.paste(255, (0, 0, width, end))
        mask.paste(rising.transpose(Image.Transpose.FLIP_TOP_BOTTOM), (0, end))
    else:
        start = max(0, top - air)
        mask.paste(255, (0, start, width, height))
        mask.paste(rising, (0, start - fade))
    if mist.gutter is not None:
        across = Image.new("L", size, 255)
        ramp, fold = max(1, round(MARGIN * scale)), round((mist.gutter - box.x) * scale)
        falling = Image.linear_gradient("L").point(_eased).rotate(90).resize((ramp, height), Image.Resampling.BICUBIC)
        across.paste(0, (fold, 0, width, height))
        across.paste(falling.transpose(Image.Transpose.FLIP_LEFT_RIGHT), (fold - ramp, 0))
        mask = ImageChops.multiply(mask, across)
    return mask


def _eased(value: int) -> float:
    """Rise gently at both ends."""
    part = value / 255
    return 255 * part * part * (3 - 2 * part)


def _night(part: Image) -> Colour:
    """Return the colour of a part of a picture after nightfall."""
    from PIL import ImageStat

    red, green, blue = ImageStat.Stat(part).mean
    return round(red * NIGHT), round(green * NIGHT), round(blue * NIGHT)


def _blurred(picture: Image, radius: Px) -> Image:
    """Return a picture without its small things; small ones blur as well as large ones, and much faster."""
    from PIL import Image

    small = (max(1, picture.width // radius), max(1, picture.height // radius))
    return picture.resize(small, Image.Resampling.BOX).resize(picture.size, Image.Resampling.BICUBIC)


def _pixels(words: Box, box: Box, scale: float) -> tuple[Px, Px, Px, Px]:
    left, top = round((words.x - box.x) * scale), round((words.y - box.y) * scale)
    return left, top, left + max(1, round(words.width * scale)), top + max(1, round(words.height * scale))


def _luminance(colour: tuple[float, ...]) -> float:
    red, green, blue = (_linear(value) for value in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@cache
def _linear(value: float) -> float:
    part = value / 255
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
