"""What can be told of a picture from afar, without understanding it: colours, edges, where most of it happens."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

SMALL = 64
"""Pixels across that show where something is, and no brush strokes."""

EVEN = 3.0
"""Spread of the colours (0 to 255) below which nothing is to be seen."""

BLACK, LIGHTER = 14, 40
"""Mean lightness (0 to 255) of a row that counts as black, and of a picture in which that is no night."""

CELLS = 16
"""Parts of the width in which the busiest spot is sought: a head is about as wide."""

STANDS_OUT = 1.8
"""The busiest spot is named where so many times as much happens as in the whole picture."""

FEW = 8
"""Of 256 comparisons of neighbouring spots; two pictures that differ in fewer look the same."""


NEAR = 8.0
"""Between the mean colours of two pictures that look the same."""


@dataclass(frozen=True, slots=True)
class Sight:
    """A picture from afar."""

    even: bool
    """Whether it is one colour all over."""
    black_edges: bool
    """Whether black runs along two edges that face each other."""
    see_through: bool
    busiest: tuple[float, float] | None
    """Where most happens, in parts of width and height; None where no spot stands out."""
    shape: int
    """256 bits: whether each spot is lighter than its neighbour."""

    colour: tuple[float, float, float]
    """Mean red, green and blue, 0 to 255."""

    def looks_like(self, other: Sight) -> bool:
        """Whether nobody would tell the two apart; of pictures that show nothing it is never said."""
        if self.even or other.even or (self.shape ^ other.shape).bit_count() >= FEW:
            return False
        return max(abs(a - b) for a, b in zip(self.colour, other.colour, strict=True)) < NEAR


@dataclass(frozen=True, slots=True)
class Small:
    """A picture at `SMALL` pixels across, in colours, and whether the large one can be seen through."""

    picture: Image
    see_through: bool


def small(path: Path) -> Small | None:
    """Return a picture in a file, small; None if it cannot be read, which is said elsewhere."""
    try:
        return _small(path, path.stat().st_mtime_ns)
    except OSError:
        return None


def sight(path: Path) -> Sight | None:
    """Look at a picture in a file; None if it cannot be read, which is said elsewhere."""
    from PIL import ImageStat

    if (seen := small(path)) is None:
        return None
    grey = seen.picture.convert("L")
    colours = ImageStat.Stat(seen.picture)
    red, green, blue = colours.mean
    return Sight(
        even=max(colours.stddev) < EVEN,
        black_edges=_black_edges(grey),
        see_through=seen.see_through,
        busiest=_busiest(grey),
        shape=_shape(grey),
        colour=(red, green, blue),
    )


@lru_cache(maxsize=256)
def _small(path: Path, _changed: int) -> Small | None:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(path.read_bytes()), formats=["PNG"]) as picture:
            size = (SMALL, max(3, round(SMALL * picture.height / picture.width)))
            see_through = picture.has_transparency_data and _opacity(picture) < 255
            return Small(picture.convert("RGB").resize(size, Image.Resampling.BOX), see_through)
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return None


def _opacity(picture: Image) -> float:
    """Return the least opacity, 0 to 255."""
    low, _high = picture.convert("RGBA").getchannel("A").getextrema()
    return low if isinstance(low, float | int) else 0.0


def _black_edges(grey: Image) -> bool:
    from PIL import ImageStat

    width, height = grey.size
    if ImageStat.Stat(grey).mean[0] < LIGHTER:
        return False

    def black(*box: int) -> bool:
        return ImageStat.Stat(grey.crop((box[0], box[1], box[2], box[3]))).mean[0] < BLACK

    sides = black(0, 0, 1, height) and black(width - 1, 0, width, height)
    return sides or (black(0, 0, width, 1) and black(0, height - 1, width, height))


def _busiest(grey: Image) -> tuple[float, float] | None:
    """Return the middle of the spot with the most and strongest edges."""
    from PIL import Image, ImageFilter, ImageStat

    edges = grey.filter(ImageFilter.FIND_EDGES)
    inner = edges.crop((1, 1, edges.width - 1, edges.height - 1))  # the filter leaves the border as it is
    rows = max(1, round(CELLS * inner.height / inner.width))
    cells = inner.resize((CELLS, rows), Image.Resampling.BOX).filter(ImageFilter.BoxBlur(1))
    values = cells.tobytes()
    most = max(values)
    if most < STANDS_OUT * max(1.0, ImageStat.Stat(cells).mean[0]):
        return None
    row, column = divmod(values.index(most), CELLS)
    return (column + 0.5) / CELLS, (row + 0.5) / rows


def _shape(grey: Image) -> int:
    """Compare each spot with its neighbour (a difference hash): it stays the same under small changes of colour."""
    from PIL import Image

    side = 16
    values = grey.resize((side + 1, side), Image.Resampling.BOX).tobytes()
    pairs = (values[n * (side + 1) + m : n * (side + 1) + m + 2] for n in range(side) for m in range(side))
    return sum((pair[0] < pair[1]) << n for n, pair in enumerate(pairs))
