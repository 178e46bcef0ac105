"""Search across the pages: in the texts, in what is to be seen, in the outline."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input, OptionList
from textual.widgets.option_list import Option

from engine.book.model import Book, Page
from tui.keys import key_of
from tui.rooms.dialogs import Dialog, LineInput
from tui.words import say

AROUND = 24
"""Characters shown before a find."""


@dataclass(frozen=True, slots=True)
class Find:
    """A place where the words were found: the page, and the line around them."""

    page: str
    number: int
    line: str
    at: int


def finds(book: Book, words: str) -> list[Find]:
    """Return the first place on each page where `words` stand, whatever their case.

    >>> finds(Book(), "Igel")
    []
    """
    wanted = words.strip().casefold()
    if not wanted:
        return []
    found = []
    for number, page in enumerate(book.pages, start=1):
        for text in _texts(page):
            if (at := text.casefold().find(wanted)) >= 0:
                start = max(0, at - AROUND)
                found.append(Find(page.id, number, ("…" if start else "") + text[start:], at))
                break
    return found


def _texts(page: Page) -> list[str]:
    texts = [page.scene.text, page.draft.text if page.draft else "", page.scene.action, page.outline.sentence()]
    return [" ".join(text.split()) for text in texts]


class Search(Dialog[str]):
    """Finds while one types; Enter goes to the page, Escape stays."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "step(1)", "The next find", show=False),
        Binding("up", "step(-1)", "The find before", show=False),
    ]

    def __init__(self, book: Book) -> None:
        super().__init__()
        self._book = book
        self._finds: list[Find] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Text(say("Search the pages")).markup
            box.border_subtitle = f"⏎ {say('go there')} · {key_of('dialog.back')} {say('back')}"
            yield LineInput(placeholder=say("words of a text, a prompt or the outline"))
            finds = OptionList(markup=False)
            finds.can_focus = False
            yield finds

    def on_input_changed(self, event: Input.Changed) -> None:
        self._finds = finds(self._book, event.value)
        lines = self.query_one(OptionList)
        lines.set_options([Option(self._line(find, event.value)) for find in self._finds])
        lines.highlighted = 0 if self._finds else None

    def on_input_submitted(self) -> None:
        at = self.query_one(OptionList).highlighted
        self.dismiss(self._finds[at].page if at is not None else None)

    def action_step(self, step: int) -> None:
        lines = self.query_one(OptionList)
        if lines.highlighted is not None:
            lines.highlighted = (lines.highlighted + step) % len(self._finds)

    @staticmethod
    def _line(find: Find, words: str) -> Text:
        line = Text(f"{find.number:>2}  {find.line}", no_wrap=True, overflow="ellipsis")
        line.highlight_words([words.strip()], "bold underline", case_sensitive=False)
        return line
