"""Where a picture is calm enough for words, and whether it is dark there."""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

THIRD = 3
"""Words take about the upper or the lower third."""

SMALL = 64
"""Pixels across that show where something is, and no brush strokes."""

HEADS_LOW = 2.2
"""Figures stand low: the upper part is taken unless it is so much busier than the lower one."""

DARK = 0.36
"""Mean lightness (0 to 1) below which light words read better than dark ones, with less of a veil."""


@dataclass(frozen=True, slots=True)
class Ground:
    """A part of a picture: how much happens in it (mean step 0 to 255), how light it is (0 to 1)."""

    busy: float
    light: float


@dataclass(frozen=True, slots=True)
class Look:
    """The parts of a picture where words may stand."""

    top: Ground
    bottom: Ground

    @property
    def top_is_calmer(self) -> bool:
        return self.top.busy <= self.bottom.busy * HEADS_LOW


def look(path: Path) -> Look | None:
    """Look at a picture in a file; None if it cannot be read, which is said elsewhere."""
    try:
        return _look(path, path.stat().st_mtime_ns)
    except OSError:
        return None


@lru_cache(maxsize=256)
def _look(path: Path, _changed: int) -> Look | None:
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(io.BytesIO(path.read_bytes()), formats=["PNG"]) as picture:
            rows = max(THIRD, round(SMALL * picture.height / picture.width))
            small = picture.convert("RGB").resize((SMALL, rows), Image.Resampling.BOX).convert("L")
    except (UnidentifiedImageError, Image.DecompressionBombError, OSError, SyntaxError, ValueError):
        return None
    part = rows // THIRD
    return Look(_ground(small.crop((0, 0, SMALL, part))), _ground(small.crop((0, rows - part, SMALL, rows))))


def _ground(part: Image) -> Ground:
    from PIL import ImageChops, ImageStat

    width, height = part.size
    across = ImageChops.difference(part.crop((1, 0, width, height)), part.crop((0, 0, width - 1, height)))
    down = ImageChops.difference(part.crop((0, 1, width, height)), part.crop((0, 0, width, height - 1)))
    busy = sum(ImageStat.Stat(step).mean[0] for step in (across, down) if min(step.size))
    return Ground(busy, ImageStat.Stat(part).mean[0] / 255)
