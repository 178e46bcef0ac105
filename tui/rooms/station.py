"""The stations of the publish room: each shows a part of what becomes the file, and keeps what is changed there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.containers import VerticalScroll
from textual.widgets import Input, TextArea

from engine.book.edition import Edition
from engine.book.model import Book
from engine.presets import FormatPreset
from engine.publish.facsimile import Paper
from engine.publish.finding import Finding
from engine.publish.typeface import Face
from tui.keys import Keyed
from tui.link import Link
from tui.rooms.aims import Aim
from tui.rooms.asking import home_of
from tui.rooms.dialogs import LineInput
from tui.rooms.prompt_form import Paragraph

if TYPE_CHECKING:
    from tui.app import FibelApp


@dataclass(frozen=True, slots=True)
class Proofs:
    """What every station looks at: the book, what its file is for, how it is bound, what was found."""

    book: Book
    aim: Aim
    page: FormatPreset | None = None
    laid: Paper | None = None
    """None while it is not made yet, or cannot be."""
    findings: tuple[Finding, ...] | None = None
    """None while nothing was checked."""
    faces: tuple[tuple[str, Face], ...] = ()
    """The typefaces the book can be set in, by their files."""

    @property
    def edition(self) -> Edition:
        return self.book.edition or Edition()


class Station(Keyed, VerticalScroll, can_focus=False):
    """A part of the publish room."""

    NAME = ""
    """What it is called, in English."""

    @property
    def home(self) -> FibelApp:
        return home_of(self.screen)

    @property
    def link(self) -> Link:
        return self.home.link

    def show(self, proofs: Proofs) -> None:
        """Show how things stand; a field somebody types in is left alone."""
        raise NotImplementedError

    def summary(self, proofs: Proofs) -> str:
        """Return how things stand here, in a few words."""
        raise NotImplementedError

    def save(self) -> None:
        """Hand down what was changed here and is not handed down yet."""

    def fill(self, field: str, value: str) -> None:
        """Put a value into a field that nobody types in, for the book may have changed elsewhere."""
        asked = self.query_one(f"#{field}")
        if asked.has_focus:
            return
        if isinstance(asked, LineInput) and asked.value != value:
            with self.prevent(Input.Changed):
                asked.value = value
        elif isinstance(asked, Paragraph) and asked.text != value:
            with self.prevent(TextArea.Changed):
                asked.text = value


@dataclass(frozen=True, slots=True)
class Asked:
    """A field of a form: its id, what it is called, and what it holds of the book."""

    field: str
    words: str
    of: Callable[[Book], str]
    hint: str = ""
