"""Where a picture is calm enough for words, and whether it is dark there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.publish.sight import small

if TYPE_CHECKING:
    from PIL.Image import Image

THIRD = 3
"""Words take about the upper or the lower third."""

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
    if (seen := small(path)) is None:
        return None
    grey = seen.picture.convert("L")
    part = grey.height // THIRD
    return Look(
        _ground(grey.crop((0, 0, grey.width, part))),
        _ground(grey.crop((0, grey.height - part, grey.width, grey.height))),
    )


def _ground(part: Image) -> Ground:
    from PIL import ImageChops, ImageStat

    width, height = part.size
    across = ImageChops.difference(part.crop((1, 0, width, height)), part.crop((0, 0, width - 1, height)))
    down = ImageChops.difference(part.crop((0, 1, width, height)), part.crop((0, 0, width, height - 1)))
    busy = sum(ImageStat.Stat(step).mean[0] for step in (across, down) if min(step.size))
    return Ground(busy, ImageStat.Stat(part).mean[0] / 255)
