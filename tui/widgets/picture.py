"""The picture of a page as terminal pixels; decoded in a thread, never on the way of a keypress."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from textual.widget import Widget

from engine.units import Px, Seconds
from tui.terminal.pace import PreviewPace
from tui.widgets.pixels import CELL, Cells, Gallery, Wanted, cells_of
from tui.words import say

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


class Picture(Widget):
    """One picture, in the middle of its place."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"picture--words"}

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
        self._wish: tuple[Shown, int, int] | None = None

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
        columns, rows = self.size
        wish = (self.shown, columns, rows)
        if not columns or not rows or wish == self._wish:
            return
        self._wish = wish
        self._previewing = False
        for group in ("picture", "preview"):
            self.workers.cancel_group(self, group)
        if not self.shown.there:
            self._put((), self.shown.words)
        else:
            if ready := self._gallery.get(Wanted(self.shown.take, columns, rows)):
                self._put(ready, "")
            self._make(self.shown, self.following, columns, rows)

    @work(group="picture", exclusive=True)
    async def _make(self, shown: Shown, following: Shown, columns: int, rows: int) -> None:
        """Show a picture once the keyboard rests, and make the one ready that will probably follow."""
        await asyncio.sleep(REST)
        try:
            self._put(await self._decoded(shown, columns, rows), "")
        except OSError:
            self._put((), say("The picture's file is missing or broken. r paints the page again."))
        if following.there:
            await asyncio.sleep(REST)
            with suppress(OSError):  # it is told when it is looked at
                await self._decoded(following, columns, rows)

    async def _decoded(self, shown: Shown, columns: int, rows: int) -> Cells:
        wanted = Wanted(shown.take, columns, rows)
        if (ready := self._gallery.get(wanted)) is None and shown.there:
            ready = await asyncio.to_thread(_cells, shown, columns, rows, not self.app.no_color)
            self._gallery.keep(wanted, ready)
        return ready or ()

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

    def _put(self, cells: Cells, words: str) -> None:
        if cells is not self._cells or words != self._words:
            self._cells, self._words = cells, words
            self.refresh()

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


def _cells(shown: Shown, columns: int, rows: int, colour: bool) -> Cells:
    """Decode a file, or have something drawn. Blocks; raises OSError."""
    if shown.file is not None:
        return cells_of(shown.file, columns, rows, colour=colour)
    drawn = shown.draw(rows * CELL * DRAWN_FINER) if shown.draw is not None else b""
    return cells_of(drawn, columns, rows, colour=colour)
