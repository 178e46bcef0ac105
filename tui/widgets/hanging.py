"""Which pictures hang on the terminal as real ones, frame after frame.

A picture hangs while the whole of it is to be seen: in the room on top, with nothing before it. Else the half blocks
beneath are seen, which are always painted.
"""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, TypeVar

from textual.geometry import Region
from textual.screen import Screen
from textual.widget import Widget

from engine.units import Bytes
from tui.terminal.pace import PLATE_BYTES
from tui.terminal.probe import Medium
from tui.terminal.wall import Change, Spot, Wall

if TYPE_CHECKING:
    from tui.terminal.plates import Plate

Made = TypeVar("Made")


class Hangs(Widget):
    """A widget that may have a real picture."""

    plate: Plate | None = None
    """The real picture, which hangs over the cells wherever all of it is to be seen."""

    @property
    def area(self) -> Region:
        """Where the picture stands in the widget, in cells."""
        raise NotImplementedError


class Written:
    """The part of the screen a frame has written over."""

    def __init__(self, frame: object = None) -> None:
        """Look at one of Textual's frames: a whole region, or spans of lines; another kind is taken for everything."""
        self._whole: Region | None = getattr(frame, "region", None)
        self._spans: Sequence[tuple[int, int, int]] = getattr(frame, "spans", ())
        self._all = frame is not None and self._whole is None and not hasattr(frame, "spans")

    def touches(self, region: Region) -> bool:
        whole = self._whole is not None and self._whole.overlaps(region)
        left, right = region.column_span
        rows = range(*region.line_span)
        return self._all or whole or any(y in rows and x1 < right and x2 > left for y, x1, x2 in self._spans)

    def covers(self, region: Region) -> bool:
        left, right = region.column_span
        full = {y for y, x1, x2 in self._spans if x1 <= left and x2 >= right}
        whole = self._whole is not None and self._whole.contains_region(region)
        return self._all or whole or full.issuperset(range(*region.line_span))


class Hanging:
    """Knows the widgets that have a real picture, and has the wall changed."""

    def __init__(self) -> None:
        self.medium: Medium | None = None
        """None: the terminal shows half blocks only."""
        self.at_once: Callable[[], None] = lambda: None
        """Called when there is something to hang and no frame under way that would do it."""
        self.budget: Bytes = PLATE_BYTES
        """What the next pictures may cost the line, all of a room together."""
        self._making = asyncio.Lock()
        self._slots = itertools.count(1)
        self._offered: dict[Hangs, int] = {}

    def offer(self, picture: Hangs) -> None:
        """A widget has a real picture, until it is withdrawn; the next frame hangs it."""
        if picture not in self._offered:
            self._offered[picture] = next(self._slots)

    def withdraw(self, picture: Hangs) -> None:
        """It has none any more; the next frame takes it down."""
        self._offered.pop(picture, None)

    async def alone(self, make: Callable[[], Made], keep: Callable[[Made], None]) -> None:
        """Have something made in a thread, one thing at a time, so that keys have their turn.

        Who is cancelled waits no longer; what is being made by then is kept all the same.
        """
        await self._making.acquire()
        making = asyncio.get_running_loop().run_in_executor(None, make)
        making.add_done_callback(lambda made: self._made(made, keep))
        await asyncio.shield(making)

    def _made(self, made: asyncio.Future[Made], keep: Callable[[Made], None]) -> None:
        self._making.release()
        if not made.cancelled() and made.exception() is None:
            keep(made.result())

    def change(self, wall: Wall, screen: Screen[object], written: Written, *, heavy: bool) -> Change:
        """Return what follows from a frame; without `heavy` nothing large is sent."""
        spots = {slot: _spot(picture, screen) for picture, slot in self._offered.items()}
        return wall.change({slot: spot for slot, spot in spots.items() if spot is not None}, written, heavy=heavy)


def _spot(picture: Hangs, screen: Screen[object]) -> Spot | None:
    """Return where a picture hangs; None where it is not wholly to be seen."""
    plate = picture.plate
    if plate is None or not picture.is_attached or picture.screen is not screen:
        return None
    seen = screen._compositor.visible_widgets  # from top to bottom
    if picture not in seen:
        return None
    around, clip = seen[picture]
    area = picture.area.translate(around.offset + picture.gutter.top_left)
    # A sixel picture that reaches the last row makes terminals scroll.
    if not area or not clip.contains_region(area) or area.bottom >= screen.size.height:
        return None
    for other, (region, clipped) in seen.items():
        if other is picture:
            return Spot(plate, area, around)
        if region.intersection(clipped).overlaps(area):
            return None
    return None
