"""The log: what went on between the studio and its servers, in plain words."""

from __future__ import annotations

import time
from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from engine.units import Seconds
from tui.diary import Entry
from tui.rooms.headings import EVERYWHERE, LOG
from tui.rooms.room import BookRoom
from tui.words import count, decimal, say

LOOK: Seconds = 1.0
"""Between two looks into the diary; it is read, not watched."""

SLOW: Seconds = 0.1
"""An answer that took longer says how long."""


class Log(BookRoom):
    """Shows the diary, the newest line last; it follows unless the author looks further up."""

    ROOM = "Log"
    CSS_PATH = "log.tcss"
    STANDS_OVER = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("e", "errors", "Errors", tooltip="Show errors alone, or everything again", group=LOG),
        Binding("l", "leave", "Back", show=False, group=EVERYWHERE),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._seen = -1
        self._errors_alone = False

    def furniture(self) -> Iterable[Widget]:
        yield OptionList(id="entries", markup=False)

    def on_mount(self) -> None:
        super().on_mount()
        self.set_interval(LOOK, self._show)
        self._show()

    def tell_engine(self) -> None:
        super().tell_engine()
        book = self.link.book
        written = self.home.diary.written
        self.head(book.title if book is not None else "", count(written, "{n} line", "{n} lines"))

    def action_errors(self) -> None:
        self._errors_alone = not self._errors_alone
        self._seen = -1
        self._show()

    def _show(self) -> None:
        diary = self.home.diary
        if diary.written == self._seen:
            return
        lines = self.query_one("#entries", OptionList)
        at_end = lines.highlighted is None or lines.highlighted >= lines.option_count - 1
        stood = lines.highlighted
        self._seen = diary.written
        entries = [entry for entry in tuple(diary.entries) if entry.is_error or not self._errors_alone]
        lines.set_options([Option(_line(entry)) for entry in entries] or [Option(say("Nothing yet."))])
        lines.highlighted = lines.option_count - 1 if at_end or stood is None else min(stood, lines.option_count - 1)


def _line(entry: Entry) -> Text:
    when = time.strftime("%H:%M:%S", time.localtime(entry.at))
    line = Text.assemble((when, "dim"), f"  {'! ' if entry.is_error else ''}{entry.words}", no_wrap=True)
    line.overflow = "ellipsis"
    if entry.times > 1:
        line.append(f"  × {entry.times}", "dim")
    if entry.seconds > SLOW:
        line.append(f"  {decimal(entry.seconds)} s", "dim")
    return line
