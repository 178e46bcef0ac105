"""Plates: pictures as the terminal itself shows them, and as fine as their bytes allow.

A plate takes the line no longer than half blocks would. A terminal of kitty's kind makes a small picture large by
itself, so it gets as many pixels as fit. Sixels are said area by area: fewer colours and calmer edges are shorter to
say, and larger grains at last.
"""

from __future__ import annotations

import io
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.units import Bytes, Px
from tui.terminal.pace import PLATE_BYTES
from tui.terminal.palette import Palette, drawn_in
from tui.terminal.probe import Medium, Way

if TYPE_CHECKING:
    from PIL.Image import Image

FIRST_SCALE = 0.5
"""Of the terminal's pixels across, for the first trial; what fits follows from its size."""

SURE = 0.97
"""Of what is reckoned to fit: an area twice as large takes a little less or more than twice the bytes."""

PNG_COLOURS = 256
"""Of a picture for kitty's way: one byte a pixel instead of three, and hardly a difference to be seen."""

SAMPLE = 4
"""One strip in so many is drawn to find out what a whole picture costs in sixels."""

STRIP: Px = 24
"""Height of such a strip, and of those in which a picture is calmed: Pillow lets no other thread run meanwhile."""

CALM = 3
"""Grains across of which the most frequent colour is taken, so that no speck stands alone."""


@dataclass(frozen=True, slots=True)
class Plate:
    """A picture ready to be sent: `data` is a whole sixel sequence, or a PNG."""

    name: str
    columns: int
    rows: int
    way: Way
    data: bytes


@dataclass(frozen=True, slots=True)
class Rung:
    """How fine sixels are: pixels of a grain across, colours, and grains over which colours flow into each other."""

    grain: Px
    colours: int
    blur: float = 0.7


RUNGS = (
    *(Rung(12, 4), Rung(8, 8), Rung(6, 16), Rung(4, 16), Rung(3, 16), Rung(3, 24), Rung(2, 16), Rung(2, 24)),
    *(Rung(1, colours, 1.0) for colours in (16, 20, 24, 32, 40, 48, 64, 96)),
    *(Rung(1, 128), Rung(1, 256, 0.0)),
)
"""From coarse to fine, by what the box's pictures and photographs take and how they look."""


def plate_of(image: Image, name: str, columns: int, rows: int, medium: Medium, budget: Bytes = PLATE_BYTES) -> Plate:
    """Make the finest plate that fills so many cells and costs no more than its budget. Blocks: call it in a thread."""
    size = columns * medium.cell[0], rows * medium.cell[1]
    if medium.way is Way.KITTY:
        data = _png(image, size, budget * 3 // 4 - len(name))  # base64 adds a third
    else:
        data = _Sixels(image, size, medium.colours).finest(budget)
    return Plate(name, columns, rows, medium.way, data)


def _png(image: Image, size: tuple[Px, Px], budget: Bytes) -> bytes:
    scale = FIRST_SCALE
    made = _png_at(image, size, scale)
    scale = min(1.0, SURE * scale * math.sqrt(budget / len(made)))
    while len(made := _png_at(image, size, scale)) > budget:
        scale *= SURE**2
    return made


def _png_at(image: Image, size: tuple[Px, Px], scale: float) -> bytes:
    out = io.BytesIO()
    small = _resized(image, (round(size[0] * scale), round(size[1] * scale)))
    drawn_in(small, Palette(small).of(PNG_COLOURS)).save(out, "PNG", compress_level=9)
    return out.getvalue()


class _Sixels:
    """One picture at one size, in any fineness."""

    def __init__(self, image: Image, size: tuple[Px, Px], registers: int) -> None:
        self._image = image
        self._size = size
        self._registers = registers
        self._palette = Palette(image)
        self._grains: dict[Px, Image] = {}

    def finest(self, budget: Bytes) -> bytes:
        """Return the finest that is no longer than the budget; the coarsest is taken however long it is."""
        low, high = 0, len(RUNGS) - 1
        while low < high:  # by what a sample takes
            middle = (low + high + 1) // 2
            if self._reckoned(RUNGS[middle]) <= budget * SURE:
                low = middle
            else:
                high = middle - 1
        while len(made := self._drawn(RUNGS[low], self._grained(RUNGS[low].grain), self._size)) > budget and low:
            low -= 1
        return made

    def _reckoned(self, rung: Rung) -> Bytes:
        """Return about how long the picture will be, from some strips of it."""
        from PIL import Image as Images

        grained = self._grained(rung.grain)
        high = max(1, STRIP // rung.grain)
        tops = range(0, grained.height - high + 1, SAMPLE * high)
        if len(tops) < SAMPLE:
            return len(self._drawn(rung, grained, self._size))
        sample = Images.new("RGB", (grained.width, high * len(tops)))
        for at, top in enumerate(tops):
            sample.paste(grained.crop((0, top, grained.width, top + high)), (0, at * high))
        size = self._size[0], sample.height * rung.grain
        return len(self._drawn(rung, sample, size)) * self._size[1] // size[1]

    def _grained(self, grain: Px) -> Image:
        if grain not in self._grains:
            width, height = self._size
            self._grains[grain] = _resized(self._image, (width // grain, height // grain))
        return self._grains[grain]

    def _drawn(self, rung: Rung, grained: Image, size: tuple[Px, Px]) -> bytes:
        from PIL.Image import Resampling
        from PIL.ImageFilter import GaussianBlur

        from tui.terminal.sixel import sixel

        soft = grained.filter(GaussianBlur(rung.blur)) if rung.blur else grained
        drawn = drawn_in(soft, self._palette.of(min(rung.colours, self._registers)))
        if rung.blur:
            drawn = _calmed(drawn)
        return sixel(drawn.resize(size, Resampling.NEAREST)).encode("ascii")


def _calmed(drawn: Image) -> Image:
    """Return the picture with each pixel in the colour most frequent around it."""
    from PIL import Image as Images
    from PIL.ImageFilter import ModeFilter

    numbers = Images.frombytes("L", drawn.size, drawn.tobytes())
    calm = Images.new("L", drawn.size)
    width, height = drawn.size
    for top in range(0, height, STRIP):
        above, below = max(0, top - 1), min(height, top + STRIP + 1)
        strip = numbers.crop((0, above, width, below)).filter(ModeFilter(CALM))
        calm.paste(strip.crop((0, top - above, width, min(top + STRIP, height) - above)), (0, top))
    calm.putpalette(drawn.getpalette() or [])
    return calm


def _resized(image: Image, size: tuple[Px, Px]) -> Image:
    from PIL.Image import Resampling

    return image.resize((max(1, size[0]), max(1, size[1])), Resampling.LANCZOS, reducing_gap=3.0)
