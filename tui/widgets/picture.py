"""The picture of a page as terminal pixels; decoded in a thread, never on the way of a keypress."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual import work
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip

from engine.units import Bytes, Px, Seconds
from tui.terminal.pace import PreviewPace
from tui.widgets.hanging import Hangs
from tui.widgets.pixels import CELL, GROUND_BYTES, PICTURE_BYTES, Cells, Gallery, Shot, Wanted, cells_of, decoded
from tui.words import say

if TYPE_CHECKING:
    from tui.terminal.plates import Plate

REST: Seconds = 0.06
"""The keyboard rests this long before a picture is decoded; someone leafing through sees it when they stop."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What to show: a take's file, something drawn, or words in its place."""

    take: str = ""
    file: Path | None = None
    words: str = ""
    draw: Callable[[Px], bytes] | None = field(default=None, compare=False)
    """In place of a file: returns a picture about so many pixels high, in a thread; `take` then names what it shows.
    Raises OSError where there is none."""

    @property
    def there(self) -> bool:
        return self.file is not None or self.draw is not None


class Picture(Hangs):
    """One picture, in the middle of its place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"picture--words"}
    HANGS: ClassVar[bool] = True
    """Whether a real picture may hang over the cells; not where something is drawn upon them."""

    shown: reactive[Shown] = reactive(Shown(), repaint=False)
    following: reactive[Shown] = reactive(Shown(), repaint=False)
    """What will probably be shown next; made ready while nothing else is to be done."""

    def __init__(self, gallery: Gallery, pace: PreviewPace | None = None, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._gallery = gallery
        self._pace = pace or PreviewPace(None)
        self._cells: Cells = ()
        self._words = ""
        self._previewing = False
        self._wish: tuple[Shown, Wanted] | None = None

    def on_unmount(self) -> None:
        self._gallery.hanging.withdraw(self)

    def watch_shown(self) -> None:
        self._prepare()

    def on_resize(self) -> None:
        self._prepare()

    def preview(self, jpeg: bytes) -> None:
        """Show a picture in the making; frames that come too soon for the line are dropped."""
        if self.is_mounted and self.size.width and self._pace.may_come(now := time.monotonic()):
            self._pace.begin(now)
            self._previewing = True
            self._make_preview(jpeg)

    def end_preview(self) -> None:
        """Show again what is to be shown, if a preview stands in its place: nothing came of that painting."""
        if self._previewing:
            self._wish = None
            self._prepare()

    def _prepare(self) -> None:
        wanted = self._wanted(self.shown)
        wish = (self.shown, wanted)
        if not wanted.columns or not wanted.rows or wish == self._wish:
            return
        self._wish = wish
        self._previewing = False
        for group in ("picture", "preview"):
            self.workers.cancel_group(self, group)
        if not self.shown.there:
            self._put((), self.shown.words)
        else:
            if ready := self._gallery.get(wanted):
                self._put(ready.cells, "", ready.plate)
            self._make(self.shown, self.following)

    def _wanted(self, shown: Shown) -> Wanted:
        columns, rows = self.size
        return Wanted(shown.take, columns, rows, self._gallery.hanging.medium if self.HANGS else None)

    def remake(self) -> None:
        """Make the picture again if the terminal shows another kind now."""
        self._prepare()

    @work(group="picture", exclusive=True)
    async def _make(self, shown: Shown, following: Shown) -> None:
        """Show a picture once the keyboard rests, and make the one ready that will probably follow."""
        await asyncio.sleep(REST)
        wanted = self._wanted(shown)
        try:
            self._put((await self._shot(shown, wanted)).cells, "")
            if wanted.medium is not None:
                await asyncio.sleep(REST)
                self._hang(await self._plated(shown, wanted))
        except OSError:
            self._put((), say("The picture's file is missing or broken. {review.reroll} paints the page again."))
        if following.there:
            await asyncio.sleep(REST)
            with suppress(OSError):  # it is told when it is looked at
                await self._plated(following, self._wanted(following))

    @property
    def _among(self) -> int:
        """How many pictures share what the room may cost the line."""
        return max(1, len(self.screen.query(Picture)))

    async def _shot(self, shown: Shown, wanted: Wanted) -> Shot:
        """Return a picture as cells, and as a real one if it is known as one."""
        if (ready := self._gallery.get(wanted)) is None:
            ground = GROUND_BYTES // self._among
            ready = Shot(await asyncio.to_thread(_cells, shown, wanted, not self.app.no_color, ground))
            self._gallery.keep(wanted, ready)
        return ready

    async def _plated(self, shown: Shown, wanted: Wanted) -> Shot:
        """Return a picture with all that the terminal shows of it."""
        ready = await self._shot(shown, wanted)
        if wanted.medium is None or ready.plate is not None:
            return ready
        hanging = self._gallery.hanging
        budget = hanging.budget // self._among
        await hanging.alone(
            lambda: replace(ready, plate=_plate(shown, wanted, ready.cells, budget)),
            lambda whole: self._gallery.keep(wanted, whole),
        )
        return self._gallery.get(wanted) or ready

    @work(group="preview", exclusive=True)
    async def _make_preview(self, jpeg: bytes) -> None:
        size = self._pace.size
        columns, rows = min(size.columns, self.size.width), min(size.rows, self.size.height)
        try:
            cells = await asyncio.to_thread(
                cells_of, jpeg, columns, rows, budget=size.budget, colour=not self.app.no_color
            )
        except OSError:
            return  # a torn frame; the next one comes
        self._put(cells, "")
        self.call_after_refresh(self._pace.end)

    def _put(self, cells: Cells, words: str, plate: Plate | None = None) -> None:
        if cells is not self._cells or words != self._words:
            self._cells, self._words, self.plate = cells, words, plate
            if plate is None:
                self._gallery.hanging.withdraw(self)
            else:
                self._gallery.hanging.offer(self)
            self.refresh()

    def _hang(self, shot: Shot) -> None:
        """Hang the real picture over its cells, if it is still these that are seen."""
        if shot.cells is self._cells and shot.plate is not None and shot.plate is not self.plate:
            self.plate = shot.plate
            self._gallery.hanging.offer(self)
            self._gallery.hanging.at_once()

    @property
    def area(self) -> Region:
        """Where the picture stands in the widget, in cells; empty while there are words in its place."""
        if self._words or not self._cells:
            return Region()
        width, height = self._cells[0].cell_length, len(self._cells)
        return Region(max(0, self.size.width - width) // 2, max(0, self.size.height - height) // 2, width, height)

    def render_line(self, y: int) -> Strip:
        width, height = self.size
        style = self.rich_style
        if self._words:
            return self._word_line(y)
        row = y - max(0, height - len(self._cells)) // 2
        if not 0 <= row < len(self._cells):
            return Strip.blank(width, style)
        strip = self._cells[row]
        left = max(0, width - strip.cell_length) // 2
        blank, rest = Strip.blank(left, style), Strip.blank(max(0, width - left - strip.cell_length), style)
        return Strip.join([blank, strip, rest])

    def _word_line(self, y: int) -> Strip:
        width, height = self.size
        style = self.rich_style + self.get_component_rich_style("picture--words", partial=True)
        words = Text(self._words, style, justify="center").wrap(self.app.console, max(1, width - 4))
        row = y - (height - len(words)) // 2
        if not 0 <= row < len(words):
            return Strip.blank(width, self.rich_style)
        line = words[row]
        line.align("center", width)
        return Strip(line.render(self.app.console, end=""), width).apply_style(style).adjust_cell_length(width, style)


DRAWN_FINER = 2
"""Pixels drawn for each that is shown, across and down: letters become grey lines and not stray dots."""


def _cells(shown: Shown, wanted: Wanted, colour: bool, ground: Bytes) -> Cells:
    """Decode a file, or have something drawn. Blocks; raises OSError.

    Args:
        ground: what the cells beneath a real picture may cost the line.
    """
    source = shown.file if shown.file is not None else _drawn(shown, wanted.rows * CELL * DRAWN_FINER)
    if wanted.medium is None:
        return cells_of(source, wanted.columns, wanted.rows, budget=PICTURE_BYTES, colour=colour)
    tall = wanted.medium.tall
    return cells_of(source, wanted.columns, wanted.rows, budget=ground, colour=colour, tall=tall)


def _plate(shown: Shown, wanted: Wanted, cells: Cells, budget: Bytes) -> Plate | None:
    """Make the real picture that hangs over its cells. Blocks; raises OSError."""
    from tui.terminal.plates import plate_of

    if wanted.medium is None:
        return None
    columns, rows = cells[0].cell_length, len(cells)
    size = columns * wanted.medium.cell[0], rows * wanted.medium.cell[1]
    source = shown.file if shown.file is not None else _drawn(shown, size[1])
    return plate_of(decoded(source, size), shown.take, columns, rows, wanted.medium, budget)


def _drawn(shown: Shown, height: Px) -> bytes:
    return shown.draw(height) if shown.draw is not None else b""
