"""Plates: pictures as the terminal itself shows them, and as fine as their bytes allow.

A plate takes the line no longer than half blocks would. Both ways have a ladder of finenesses; the finest that fits is
found by halving it. A terminal of kitty's kind makes a small picture large by itself; for sixels, larger grains and
calmer areas are shorter to say.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from engine.units import Bytes, Px
from tui.terminal.probe import Medium, Way

if TYPE_CHECKING:
    from PIL.Image import Image

PLATE_BYTES: Bytes = 95_000
"""What a plate may cost the line; with the blocks beneath and the rest of a page it is still less than 120 kB."""

SIXELS = ((5, 8, 5), (4, 16, 5), (3, 32, 5), (3, 64, 5), (2, 64, 5), (2, 64, 3), (1, 64, 5), (1, 128, 3), (1, 256, 0))
"""From coarse to fine: pixels of a grain, colours, and over how many grains the most frequent colour is taken."""

SCALES = (0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.85, 1.0)
"""From coarse to fine: of the pixels across that the terminal has."""

PNG_COLOURS = 256
"""Of a picture for kitty's way: one byte a pixel instead of three, and no difference to be seen."""

_Rung = TypeVar("_Rung")


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture ready to be sent: `data` is a whole sixel sequence, or a PNG."""

    name: str
    columns: int
    rows: int
    way: Way
    data: bytes


def plate_of(image: Image, name: str, columns: int, rows: int, medium: Medium, budget: Bytes = PLATE_BYTES) -> Plate:
    """Make the finest plate that fills so many cells and costs no more than its budget. Blocks: call it in a thread."""
    size = columns * medium.cell[0], rows * medium.cell[1]
    if medium.way is Way.KITTY:
        data = _finest(SCALES, lambda scale: _png(image, size, scale), budget * 3 // 4)  # base64 adds a third
    else:
        data = _finest(SIXELS, lambda rung: _sixels(image, size, rung, medium.colours), budget)
    return Plate(name, columns, rows, medium.way, data)


def _finest(ladder: Sequence[_Rung], make: Callable[[_Rung], bytes], budget: Bytes) -> bytes:
    """Return what the finest rung makes within the budget; the coarsest is taken whatever it costs."""
    low, high, best = 0, len(ladder) - 1, b""
    while low <= high:
        middle = (low + high) // 2
        if len(made := make(ladder[middle])) <= budget:
            low, best = middle + 1, made
        else:
            high = middle - 1
    return best or make(ladder[0])


def _png(image: Image, size: tuple[Px, Px], scale: float) -> bytes:
    from PIL.Image import Quantize

    out = io.BytesIO()
    small = _resized(image, (max(1, round(size[0] * scale)), max(1, round(size[1] * scale))))
    small.quantize(PNG_COLOURS, method=Quantize.MEDIANCUT).save(out, "PNG", compress_level=9)
    return out.getvalue()


def _sixels(image: Image, size: tuple[Px, Px], rung: tuple[int, int, int], registers: int) -> bytes:
    from PIL import Image as Images
    from PIL.Image import Quantize, Resampling
    from PIL.ImageFilter import ModeFilter

    from tui.terminal.sixel import sixel

    grain, colours, calm = rung
    small = _resized(image, (max(1, size[0] // grain), max(1, size[1] // grain)))
    drawn = small.quantize(min(colours, registers), method=Quantize.MEDIANCUT)
    if calm:
        palette = drawn.getpalette() or []
        drawn = Images.frombytes("L", drawn.size, drawn.tobytes()).filter(ModeFilter(calm))
        drawn.putpalette(palette)
    return sixel(drawn.resize(size, Resampling.NEAREST)).encode("ascii")


def _resized(image: Image, size: tuple[Px, Px]) -> Image:
    from PIL.Image import Resampling

    return image.resize(size, Resampling.LANCZOS, reducing_gap=3.0)
