"""Sizes of pictures: the presets S, M and L with their shapes, sizes of the author's own, and what a family takes."""

from __future__ import annotations

import math
import re

from engine.errors import FibelError
from engine.family import NATIVE, Family
from engine.units import Px

RESOLUTIONS: dict[str, Px] = {"S": 512, "M": 720, "L": 1024}
"""Side of the square picture. Other shapes have as many pixels, so that a resolution costs what it costs: memory and
time go by the area."""

ASPECTS = {"1:1": (1, 1), "16:9": (16, 9), "9:16": (9, 16), "4:3": (4, 3), "3:4": (3, 4)}

HIRES_STEP: Px = 16
"""A picture made in two passes has half its sides in multiples of 8."""

_CUSTOM = re.compile(r"(\d{2,5})\s*[x×*]\s*(\d{2,5})")
_NAMED = re.compile(r"([SML])(?:\s+(\d{1,2}:\d{1,2}))?", re.IGNORECASE)

Size = tuple[Px, Px]


def wished_size(text: str, place: Size = (1, 1)) -> Size | None:
    """Return the size that "M 3:4", "L" or "640x896" asks for, not yet rounded; None for nothing.

    Args:
        place: what the picture is for; a resolution that names no shape takes that of its place.

    Raises:
        FibelError: `usage`.

    >>> wished_size("M 1:1"), wished_size("M", (512, 768)), wished_size("640 x 896")
    ((720, 720), (588, 882), (640, 896))
    """
    said = text.strip()
    if not said:
        return None
    if (custom := _CUSTOM.fullmatch(said)) is not None:
        return int(custom[1]), int(custom[2])
    named = _NAMED.fullmatch(said)
    aspect = (ASPECTS.get(named[2]) if named[2] else place) if named is not None else None
    if named is None or aspect is None:
        shapes = ", ".join(ASPECTS)
        raise FibelError("usage", f"{said!r} is no size of a picture: S, M or L with {shapes}, or 640x896.")
    side, (across, down) = RESOLUTIONS[named[1].upper()], aspect
    return round(side * math.sqrt(across / down)), round(side * math.sqrt(down / across))


def fitted(size: Size, family: Family, *, scale: bool) -> Size:
    """Return a size as a family takes it, in the same shape.

    Args:
        scale: whether the size only says the shape, so that the family may paint it in its own usual size.

    >>> fitted((512, 768), Family.SDXL, scale=True)
    (840, 1256)
    """
    native = NATIVE[family]
    width, height = float(size[0]), float(size[1])
    factor = math.sqrt(native.area / (width * height)) if scale else 1.0
    if min(width, height) * factor < native.shortest:
        factor = native.shortest / min(width, height)
    step = HIRES_STEP if needs_hires((round(width * factor), round(height * factor)), family) else native.step
    longest = native.longest if step == native.step else 2 * native.longest
    factor = min(factor, longest / max(width, height))
    return _rounded(width * factor, step), _rounded(height * factor, step)


def needs_hires(size: Size, family: Family) -> bool:
    """Whether a family would double figures at this size, so that it has to be painted in two passes."""
    return family is Family.SD15 and size[0] * size[1] > NATIVE[family].largest


def _rounded(side: float, step: Px) -> Px:
    return max(step, round(side / step) * step)
