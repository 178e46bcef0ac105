"""Pictures as terminal cells: decoded, scaled and cut into strips away from the screen's loop, and remembered."""

from __future__ import annotations

import io
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from textual.strip import Strip

from engine.units import Bytes, Px
from tui.terminal.probe import Medium
from tui.widgets.hanging import Hanging

if TYPE_CHECKING:
    from PIL.Image import Image

    from tui.terminal.plates import Plate
    from tui.widgets.brushwork import Rgb

REMEMBERED = 48
"""Pictures kept ready: every page of a long book once, at one size; some 100 kB each."""

PICTURE_BYTES: Bytes = 100_000
"""What a finished picture may cost the line; half blocks with two new colours in every cell cost three times that."""

GROUND_BYTES: Bytes = 15_000
"""The same where a real picture will hang over it: to be seen for a moment, and around what stands before it."""

CELL = 2
"""Pixels a cell shows, one above the other."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A picture at a size: `columns` and `rows` of cells it may fill at most."""

    name: str
    columns: int
    rows: int
    medium: Medium | None = None
    """What the terminal shows real pictures by; None where there are only cells."""


Cells = tuple[Strip, ...]


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture as cells, and as the real one that hangs over them."""

    cells: Cells
    plate: Plate | None = None


class Gallery:
    """The pictures seen last, ready to be shown; the least used one goes first."""

    def __init__(self) -> None:
        self._kept: OrderedDict[Wanted, Shot] = OrderedDict()
        self.hanging = Hanging()

    def get(self, wanted: Wanted) -> Shot | None:
        if wanted in self._kept:
            self._kept.move_to_end(wanted)
        return self._kept.get(wanted)

    def keep(self, wanted: Wanted, shot: Shot) -> None:
        self._kept[wanted] = shot
        while len(self._kept) > REMEMBERED:
            self._kept.popitem(last=False)


def cells_of(
    picture: Path | bytes,
    columns: int,
    rows: int,
    *,
    budget: Bytes = PICTURE_BYTES,
    colour: bool = True,
    tall: float = CELL,
) -> Cells:
    """Decode a picture and scale it into `columns` × `rows` cells, keeping its shape. Blocks: call it in a thread.

    Args:
        budget: bytes it may cost the line; where the picture needs more, neighbours become one colour.
        colour: False for a terminal that is to show none.
        tall: height of a cell to its width.

    Raises:
        OSError: the picture is missing or cannot be decoded (Pillow's errors are of this kind).
    """
    from PIL.Image import Resampling

    from tui.widgets.brushwork import brush, shaded

    image = decoded(picture, (columns * CELL, rows * CELL * CELL))
    scale = min(columns / image.width, rows * tall / image.height)
    size = max(1, round(image.width * scale)), max(CELL, round(image.height * scale / tall) * CELL)
    small = image.resize(size, resample=Resampling.LANCZOS, reducing_gap=3.0)
    return brush(small, budget) if colour else shaded(_rows(small))


def decoded(picture: Path | bytes, least: tuple[Px, Px]) -> Image:
    """Decode a picture; a JPEG no larger than is needed for `least` pixels across and down. Blocks.

    Raises:
        OSError: the picture is missing or cannot be decoded.
    """
    from PIL import Image
    from PIL.Image import DecompressionBombError

    source = io.BytesIO(picture) if isinstance(picture, bytes) else picture
    try:
        with Image.open(source) as opened:
            opened.draft("RGB", least)
            return opened.convert("RGB")
    except (ValueError, SyntaxError, DecompressionBombError) as error:  # what Pillow also raises for broken files
        raise OSError(str(error)) from error


def _rows(image: Image) -> Sequence[Sequence[Rgb]]:
    flat = image.tobytes()
    pixels = list(zip(flat[::3], flat[1::3], flat[2::3], strict=True))
    return [pixels[at : at + image.width] for at in range(0, len(pixels), image.width)]
