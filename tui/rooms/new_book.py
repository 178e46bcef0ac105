"""A new book: an idea, or a manuscript; everything else has a good default."""

from __future__ import annotations

import asyncio
import re
import unicodedata
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar

from textual import events, work
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widget import Widget
from textual.widgets import Input, Static

from engine.book.beginning import NewBook
from engine.book.manuscript import MAX_PAGES, read_manuscript, split_manuscript
from engine.errors import FibelError
from engine.presets import Preset
from tui.rooms.dialogs import Answer, LineInput, Question, short_path, typed_path
from tui.rooms.headings import EVERYWHERE
from tui.rooms.prompt_form import Paragraph
from tui.rooms.room import Room
from tui.widgets.choice import Choice
from tui.words import count, say

USUAL = NewBook()
"""The defaults, from the one place that has them."""

_SMALL_WORDS = frozenset(
    "ein eine einen einem einer der die das den dem des und in im auf am an zu zum zur mit von für a the and of".split()  # noqa: SIM905
)
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})
_NAME_WORDS = 4
"""Words of an idea that make a folder's name: enough to know it again."""


def folder_name(words: str) -> str:
    """Return a folder's name that reads like the title or the idea.

    >>> folder_name("Ein kleiner Igel findet einen müden Stern und bringt ihn heim")
    'kleiner-igel-findet-mueden'
    """
    plain = unicodedata.normalize("NFKD", words.lower().translate(_LETTERS)).encode("ascii", "ignore").decode()
    parts = re.findall(r"[a-z0-9]+", plain)
    telling = [part for part in parts if part not in _SMALL_WORDS] or parts
    return "-".join(telling[:_NAME_WORDS])


class NewBookRoom(Room):
    """Asks what the book is about, and begins it."""

    KEYS = "new-book"
    ROOM = "New book"
    TYPING = True
    CSS_PATH = "new_book.tcss"
    AUTO_FOCUS = "#idea"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "begin", "Begin the book", priority=True),
        Binding("tab", "app.focus_next", "Next field"),
        Binding("f1", "help", "Help", group=EVERYWHERE),
        Binding("escape", "leave", "Back", group=EVERYWHERE),
    ]

    def furniture(self) -> Iterable[Widget]:
        with VerticalScroll(id="form", can_focus=False):
            yield self._label("What is it about? One sentence will do.", wide=True)
            yield Paragraph("", id="idea")
            yield from self._row(
                "Manuscript", LineInput(id="manuscript", placeholder=say("or a file with your own words"))
            )
            yield from self._row("Title", LineInput(id="title", placeholder=say("may stay empty")))
            yield from self._row("Pages", LineInput(str(USUAL.pages), id="pages", max_length=2))
            yield from self._row("Age", Choice([(USUAL.age, USUAL.age)], USUAL.age, id="age"))
            yield from self._row("Style", Choice([(USUAL.style, USUAL.style)], USUAL.style, id="style"))
            yield from self._row("Format", Choice([(USUAL.format, USUAL.format)], USUAL.format, id="format"))
            yield from self._row("Folder", LineInput(id="folder"))
            yield Static(id="note", markup=False)

    def _label(self, words: str, *, wide: bool = False) -> Static:
        return Static(say(words), markup=False, classes="label" if wide else "label narrow")

    def _row(self, words: str, field: Widget) -> Iterable[Widget]:
        with Horizontal(classes="row"):
            yield self._label(words)
            yield field

    def on_mount(self) -> None:
        self.head("", short_path(self.home.library))
        self._folder_is_own = False
        self._fill()

    @work
    async def _fill(self) -> None:
        """Offer the presets there are."""
        await self.home.read_shelf()
        shelf = self.home.shelf
        for field, presets, chosen in (
            ("age", shelf.ages, USUAL.age),
            ("style", shelf.styles, USUAL.style),
            ("format", shelf.formats, USUAL.format),
        ):
            old = self.query_one(f"#{field}", Choice)
            old.offer(_choices(presets), chosen)

    def on_text_area_changed(self) -> None:
        self._propose()

    def on_input_changed(self, event: Input.Changed) -> None:
        match event.input.id:
            case "title":
                self._propose()
            case "manuscript":
                self._read_manuscript(event.value)
            case "folder":
                self._folder_is_own = event.value != self._proposed()

    def on_input_submitted(self) -> None:
        self.focus_next()

    def on_key(self, event: events.Key) -> None:
        if event.key == "enter" and self.query_one("#idea").has_focus:  # an idea is one sentence: Enter goes on
            event.stop()
            event.prevent_default()
            self.focus_next()

    def _proposed(self) -> str:
        return folder_name(self._value("title") or self.query_one("#idea", Paragraph).text or self._manuscript_stem())

    def _manuscript_stem(self) -> str:
        return Path(self._value("manuscript")).stem

    def _propose(self) -> None:
        if not self._folder_is_own:
            with self.prevent(Input.Changed):
                self.query_one("#folder", LineInput).value = self._proposed()

    def _value(self, field: str) -> str:
        return self.query_one(f"#{field}", LineInput).value.strip()

    @work(exclusive=True, group="manuscript")
    async def _read_manuscript(self, name: str) -> None:
        """Say what a manuscript holds while its name is being typed; an unfinished name is no error."""
        self._propose()
        note = self.query_one("#note", Static)
        path = typed_path(name)
        if not name.strip() or not await asyncio.to_thread(path.is_file):
            note.update(say("No such file yet.") if name.strip() else "")
            return
        try:
            read = await asyncio.to_thread(read_manuscript, path)
            title, pages = split_manuscript(read.text)
        except FibelError as error:
            self.tell_error(error)
            return
        self.action_dismiss_news()
        words = count(len(pages), "{n} page", "{n} pages")
        kept = say("Your words stay as they are.")
        old = say("Read as {encoding}: look whether all letters are right.", encoding=read.old) if read.old else ""
        note.update(f"✓ {title or path.stem}: {words}. {old or kept}")
        if title and not self._value("title"):
            self.query_one("#title", LineInput).value = title

    @work(exclusive=True, group="begin")
    async def action_begin(self) -> None:
        try:
            wish, folder = await self._wish()
        except FibelError as error:
            self.tell_error(error)
            return
        except ValueError:
            self.tell(say("A book has 1 to {n} pages.", n=MAX_PAGES))
            self.query_one("#pages").focus()
            return
        self.home.begin_book(folder, wish)

    async def _wish(self) -> tuple[NewBook, Path]:
        """Return what was filled in.

        Raises:
            FibelError: `idea_empty`, `manuscript_unreadable`.
            ValueError: the number of pages is none.
        """
        manuscript = None
        if name := self._value("manuscript"):
            manuscript = (await asyncio.to_thread(read_manuscript, typed_path(name))).text
        idea = self.query_one("#idea", Paragraph).text.strip()
        if not idea and manuscript is None:
            self.query_one("#idea").focus()
            raise FibelError("idea_empty")
        wish = NewBook(
            idea=idea,
            title=self._value("title"),
            pages=int(self._value("pages") or USUAL.pages),
            age=self.query_one("#age", Choice).value,
            style=self.query_one("#style", Choice).value,
            format=self.query_one("#format", Choice).value,
            manuscript=manuscript,
        )
        folder = typed_path(self._value("folder") or self._proposed() or "book")
        return wish, self.home.library / folder

    @work
    async def action_leave(self) -> None:
        """An idea is not dropped unasked."""
        if self.query_one("#idea", Paragraph).text.strip():
            question = Question(say("Your idea is not kept yet."), [Answer("d", say("drop it"), True)])
            if not await self.app.push_screen_wait(question):
                return
        self.dismiss()


def _choices(presets: Mapping[str, Preset]) -> list[tuple[str, str]]:
    return [(name, preset.label) for name, preset in presets.items() if not preset.hidden]
