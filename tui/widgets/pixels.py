"""Pictures as terminal cells: decoded, scaled and cut into strips away from the screen's loop, and remembered."""

from __future__ import annotations

import io
from collections import OrderedDict
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.strip import Strip

if TYPE_CHECKING:
    from PIL.Image import Image as Picture

REMEMBERED = 48
"""Pictures kept ready: every page of a long book once, at one size; some 100 kB each."""

FINAL_BITS = 6
"""Bits a colour channel keeps in a finished picture: no banding to be seen, and more cells share a style."""

PREVIEW_BITS = 4
"""A preview is on the screen for half a second; coarse colours cost a slow line a third."""

CELL = 2
"""Pixels a cell shows, one above the other."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture at a size: `columns` and `rows` of cells it may fill at most."""

    name: str
    columns: int
    rows: int


Cells = tuple[Strip, ...]


class Gallery:
    """The pictures seen last, ready to be shown; the least used one goes first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Wanted, Cells] = OrderedDict()

    def get(self, wanted: Wanted) -> Cells | None:
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
        return self._kept.get(wanted)

    def keep(self, wanted: Wanted, cells: Cells) -> None:
        self._kept[wanted] = cells
        while len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)


def cells_of(picture: Path | bytes, columns: int, rows: int, *, bits: int = FINAL_BITS) -> Cells:
    """Decode a picture and scale it into `columns` × `rows` cells, keeping its shape. Blocks: call it in a thread.

    Raises:
        OSError: the picture is missing or cannot be decoded (Pillow's errors are of this kind).
    """
    from PIL import Image
    from PIL.Image import DecompressionBombError, Resampling
    from rich.segment import Segment
    from rich_pixels import HalfcellRenderer

    source = io.BytesIO(picture) if isinstance(picture, bytes) else picture
    try:
        with Image.open(source) as opened:
            image = opened.convert("RGB")
    except (ValueError, SyntaxError, DecompressionBombError) as error:  # what Pillow also raises for broken files
        raise OSError(str(error)) from error
    scale = min(columns / image.width, rows * CELL / image.height)
    size = max(1, round(image.width * scale)), max(CELL, round(image.height * scale / CELL) * CELL)
    small = image.resize(size, resample=Resampling.LANCZOS, reducing_gap=3.0)
    lines = Segment.split_lines(HalfcellRenderer().render(_coarse(small, bits), None))
    return tuple(Strip(Segment.simplify(line), size[0]) for line in lines)


def _coarse(image: Picture, bits: int) -> Picture:
    """Keep the upper bits of each channel, rounded to the middle of what they stand for."""
    step = 1 << (8 - bits)
    return image.point([min(255, value // step * step + step // 2) for value in range(256)] * 3)
