"""The pages of a book: number, states of text and picture, first words; a thumbnail where there is room."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.geometry import Region
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from engine.book.model import Role
from tui.widgets.pixels import Cells, cells_of
from tui.widgets.states import PageState, cut
from tui.words import say

ROLES = {Role.TITLE: "Title", Role.IMPRINT: "Imprint", Role.DEDICATION: "Dedication", Role.END: "End"}

THUMB = (7, 5)
"""Columns and rows of a thumbnail: enough to know a picture again."""


class PageList(OptionList):
    """Says which page is looked at."""

    COMPONENT_CLASSES: ClassVar[set[str]] = OptionList.COMPONENT_CLASSES | {
        "page-list--success",
        "page-list--warning",
        "page-list--error",
        "page-list--accent",
        "page-list--muted",
    }

    highlighted: reactive[int | None] = reactive(None, repaint=False)
    """As in OptionList, which repaints all of itself for the two lines concerned."""

    class Looked(Message):
        """Another page is looked at."""

        def __init__(self, page: str) -> None:
            super().__init__()
            self.page = page

    class Thumbnails(Message):
        """Thumbnails are ready to be shown."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._pages: tuple[str, ...] = ()
        self._states: tuple[PageState, ...] = ()
        self._made: dict[str, Cells] = {}
        """Thumbnails by take, empty while they are made."""
        self._thumbs: Mapping[str, Cells] = {}
        """Thumbnails shown, by page."""
        self._drawn: list[str] = []
        self._marked: int | None = None

    @property
    def page(self) -> str | None:
        """Id of the page looked at."""
        return self._pages[self.highlighted] if self.highlighted is not None and self._pages else None

    def show(self, states: Sequence[PageState], folder: Path | None = None) -> None:
        """Show these pages; what reads the same is left alone.

        Args:
            folder: the book's, where there is room for thumbnails; those that lack are made and follow. None takes
                the room they need for more pages.
        """
        takes = {state.page.id: state.page.chosen_take for state in states} if folder is not None else {}
        self._thumbs = {page: self._made[t.id] for page, t in takes.items() if t is not None and t.id in self._made}
        self._draw(states)
        lacking = {take.id: take.file for take in takes.values() if take is not None and take.id not in self._made}
        if folder is not None and lacking:
            self._make_thumbs(folder, lacking)

    @work(group="thumbs")
    async def _make_thumbs(self, folder: Path, lacking: Mapping[str, str]) -> None:
        self._made.update(dict.fromkeys(lacking, ()))  # begun: nobody begins it again
        for take, file in lacking.items():
            with suppress(OSError):  # a broken file is told where it is looked at
                self._made[take] = await asyncio.to_thread(cells_of, folder / file, *THUMB)
        self.post_message(self.Thumbnails())

    def _draw(self, states: Sequence[PageState]) -> None:
        self._states = tuple(states)
        pages = tuple(state.page.id for state in states)
        width = self.size.width
        lines = [self._entry(state, width) for state in states]
        drawn = [repr((line.plain, line.spans)) for line in lines]
        if pages != self._pages:
            at = self._place_of(pages)
            self._pages = pages
            with self.prevent(OptionList.OptionHighlighted):
                self.set_options([Option(line, id=page) for page, line in zip(pages, lines, strict=True)])
                self.highlighted = at
            if at is not None:
                self.post_message(self.Looked(pages[at]))
        else:
            for index, line in enumerate(lines):
                if index >= len(self._drawn) or drawn[index] != self._drawn[index]:
                    self.replace_option_prompt_at_index(index, line)
        self._drawn = drawn

    def watch_highlighted(self, highlighted: int | None) -> None:
        height = THUMB[1] if self._thumbs else 1
        for at in (self._marked, highlighted):
            if at is not None:
                self.refresh(Region(0, at * height - self.scroll_offset.y, self.size.width, height))
        self._marked = highlighted
        super().watch_highlighted(highlighted)

    def look_at(self, page: str) -> None:
        if page in self._pages:
            self.highlighted = self._pages.index(page)

    def on_resize(self) -> None:
        self._draw(self._states)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        event.stop()
        if event.option_id is not None:
            self.post_message(self.Looked(event.option_id))

    def _place_of(self, pages: Sequence[str]) -> int | None:
        """Stay at the page looked at; if it is gone, at its place."""
        if not pages:
            return None
        if self.page in pages:
            return pages.index(self.page)
        return min(self.highlighted or 0, len(pages) - 1)

    def _entry(self, state: PageState, width: int) -> Text:
        if not self._thumbs:
            return self._line(state, width)
        columns, rows = THUMB
        beside = [self._line(state, width - columns - 1, words=False)]
        words = Text(_words(state)).wrap(self.app.console, width - columns - 3)
        beside += [cut(line.plain, width - columns - 3) for line in words[: rows - 1]]
        entry = Text(no_wrap=True, end="")
        cells = self._thumbs.get(state.page.id, ())
        for row in range(rows):
            thumb = (
                Text.assemble(*((part.text, part.style or "") for part in cells[row])) if row < len(cells) else Text()
            )
            thumb.pad_right(columns - thumb.cell_len)
            entry.append_text(thumb).append(" ")
            entry.append_text(beside[row] if row < len(beside) else Text())
            entry.append("\n" if row < rows - 1 else "")
        return entry

    def _line(self, state: PageState, width: int, *, words: bool = True) -> Text:
        line = Text(f"{state.number:>2} ", no_wrap=True, end="")
        for look in (state.text_look, state.picture_look):
            name = look.style.removeprefix("foreground-")
            line.append(look.symbol, self.get_component_rich_style(f"page-list--{name}", partial=True))
            line.append(" ")
        return line.append_text(cut(_words(state), width - line.cell_len - 1)) if words else line


def _words(state: PageState) -> str:
    role = say(ROLES[state.page.role]) if state.page.role in ROLES else ""
    return state.page.scene.text or role or state.page.outline.what or "…"
