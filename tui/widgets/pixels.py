"""Pictures as terminal cells: decoded, scaled and cut into strips away from the screen's loop, and remembered."""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.strip import Strip

from engine.units import Bytes

if TYPE_CHECKING:
    from PIL.Image import Image

    from tui.widgets.brushwork import Rgb

REMEMBERED = 48
"""Pictures kept ready: every page of a long book once, at one size; some 100 kB each."""

PICTURE_BYTES: Bytes = 100_000
"""What a finished picture may cost the line; half blocks with two new colours in every cell cost three times that."""

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


def cells_of(
    picture: Path | bytes, columns: int, rows: int, *, budget: Bytes = PICTURE_BYTES, colour: bool = True
) -> Cells:
    """Decode a picture and scale it into `columns` × `rows` cells, keeping its shape. Blocks: call it in a thread.

    Args:
        budget: bytes it may cost the line; where the picture needs more, neighbours become one colour.
        colour: False for a terminal that is to show none.

    Raises:
        OSError: the picture is missing or cannot be decoded (Pillow's errors are of this kind).
    """
    from PIL import Image
    from PIL.Image import DecompressionBombError, Resampling

    from tui.widgets.brushwork import brush, shaded

    source = io.BytesIO(picture) if isinstance(picture, bytes) else picture
    try:
        with Image.open(source) as opened:
            opened.draft("RGB", (columns * CELL, rows * CELL * CELL))
            image = opened.convert("RGB")
    except (ValueError, SyntaxError, DecompressionBombError) as error:  # what Pillow also raises for broken files
        raise OSError(str(error)) from error
    scale = min(columns / image.width, rows * CELL / image.height)
    size = max(1, round(image.width * scale)), max(CELL, round(image.height * scale / CELL) * CELL)
    small = image.resize(size, resample=Resampling.LANCZOS, reducing_gap=3.0)
    return brush(small, budget) if colour else shaded(_rows(small))


def _rows(image: Image) -> Sequence[Sequence[Rgb]]:
    flat = image.tobytes()
    pixels = list(zip(flat[::3], flat[1::3], flat[2::3], strict=True))
    return [pixels[at : at + image.width] for at in range(0, len(pixels), image.width)]
