"""The library: the author's books, and where each of them stands."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual import work
from textual.binding import Binding, BindingType
from textual.widget import Widget
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from engine.book.folder import BOOK as BOOK_FILE
from engine.book.folder import BookFolder, find_books, is_open_somewhere, peek
from engine.book.model import PictureState, Role, TextState
from engine.clean import clean_line
from engine.errors import REGISTRY, FibelError
from tui.keys import key_of
from tui.rooms.dialogs import AskLine, short_path, typed_path
from tui.rooms.headings import BOOK, EVERYWHERE
from tui.rooms.room import Room
from tui.widgets.states import cut
from tui.words import count, say, spoken
from tui.words.foreign import engine_words

FOLDER = 15
"""Cells of a folder's name beside a title that another book has too."""


@dataclass(frozen=True, slots=True)
class Volume:
    """One book on the shelf."""

    folder: Path
    title: str = ""
    pages: int = 0
    texts: int = 0
    pictures: int = 0
    changed: datetime | None = None
    elsewhere: bool = False
    """Whether another process has it open."""
    problem: str = ""
    """Code of the error, if it cannot be read."""
    language: str = "de"


def look_into(folder: Path) -> Volume:
    """Return where a book stands. Blocks: call it in a thread."""
    name = clean_line(folder.name)
    try:
        book = peek(folder)
        changed = datetime.fromtimestamp((folder / BOOK_FILE).stat().st_mtime).astimezone()
    except FibelError as error:
        return Volume(folder, title=name, problem=error.code)
    except OSError:  # it went away between two looks
        return Volume(folder, title=name, problem="file_unreadable")
    return Volume(
        folder,
        book.title or name,
        len(book.pages),
        sum(page.text_state is TextState.APPROVED or page.role is not Role.STORY for page in book.pages),
        sum(page.picture_state() is PictureState.APPROVED for page in book.pages),
        changed,
        is_open_somewhere(folder),
        language=book.language,
    )


def when(moment: datetime, now: datetime) -> str:
    """Return a moment as a reader says it: today's by the clock, others by the date."""
    if moment.date() == now.date():
        return f"{moment:%H:%M}"
    return f"{moment:%d.%m.%Y}" if spoken() == "de" else f"{moment:%Y-%m-%d}"


class Library(Room):
    """Lists the books of a folder; an empty one invites to begin."""

    ROOM = "Library"
    CSS_PATH = "library.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Open", group=BOOK),
        Binding("n", "new", "New book", group=BOOK),
        Binding("l", "edition", "An edition of this book in English", show=False, group=BOOK),
        Binding("f5", "refresh", "Look again", show=False, group=BOOK),
        Binding("q", "quit", "Leave", group=EVERYWHERE),
    ]

    def __init__(self, *, quiet: bool = False) -> None:
        super().__init__()
        self._quiet = quiet
        """Whether a book is about to be opened over it: then it need not look yet."""
        self._volumes: tuple[Volume, ...] = ()
        self._twice: frozenset[str] = frozenset()
        """Titles that several books have; their folders tell them apart."""

    def furniture(self) -> Iterable[Widget]:
        yield Static(id="heading", markup=False)
        yield OptionList(id="books", markup=False)
        yield Static(id="invitation", markup=False)

    def on_mount(self) -> None:
        self.query_one("#invitation").display = False
        self.head("Fibel", short_path(self.home.library))

    def on_screen_resume(self) -> None:
        if not self._quiet:
            self.look()
        self._quiet = False

    def on_resize(self) -> None:
        self._show()

    @work(exclusive=True, group="look")
    async def look(self) -> None:
        """Look what is there."""
        volumes = await asyncio.to_thread(lambda: [look_into(folder) for folder in find_books(self.home.library)])
        self._volumes = tuple(sorted(volumes, key=lambda v: -(v.changed.timestamp() if v.changed else 0)))
        titles = Counter(volume.title for volume in volumes)
        self._twice = frozenset(title for title, times in titles.items() if times > 1)
        self._show()
        self.call_after_refresh(self.link.wake)  # not before: its imports would take half the time of the first paint

    def _show(self) -> None:
        books, width = self.query_one(OptionList), self.size.width - 4
        at = books.highlighted or 0
        books.display = bool(self._volumes)
        self.query_one("#invitation").display = not self._volumes
        books.set_options(
            [Option(self._line(volume, width), id=str(place)) for place, volume in enumerate(self._volumes)]
        )
        if self._volumes:
            books.highlighted = min(at, len(self._volumes) - 1)
            books.focus()
            self.query_one("#heading", Static).update(
                _columns(width, say("Title"), "", say("Pages"), say("Text"), say("Picture"), say("Changed"))
            )
        else:
            self.query_one("#heading", Static).update("")
            self.query_one("#invitation", Static).update(self._invitation())

    def _line(self, volume: Volume, width: int) -> Text:
        if volume.problem:
            meaning = engine_words(REGISTRY[volume.problem].meaning)
            return Text(f"! {volume.title}  {meaning}  {volume.problem}", no_wrap=True, overflow="ellipsis")
        moment = when(volume.changed, datetime.now().astimezone()) if volume.changed else ""
        texts, pictures = (_of(done, volume.pages) for done in (volume.texts, volume.pictures))
        if volume.elsewhere:
            moment = say("open elsewhere")
        folder = cut(clean_line(volume.folder.name), FOLDER).plain if volume.title in self._twice else ""
        return _columns(width, volume.title, folder, str(volume.pages), texts, pictures, moment)

    def _invitation(self) -> Text:
        words = Text(justify="center")
        words.append(say("Every book begins with a sentence.") + "\n\n", "bold")
        words.append(say("A hedgehog finds a star. A snail loves the rain. What happens in yours?") + "\n\n")
        words.append_text(
            Text.assemble(
                (f" {key_of('library.new')} ", "reverse"),
                " " + say("begins a book, from an idea or from your manuscript."),
            )
        )
        return words

    def action_open(self) -> None:
        at = self.query_one(OptionList).highlighted
        if self._volumes and at is not None:
            self.home.open_book(self._volumes[at].folder)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.action_open()

    def action_new(self) -> None:
        from tui.rooms.new_book import NewBookRoom

        self.app.push_screen(NewBookRoom())

    @work(exclusive=True, group="edition")
    async def action_edition(self) -> None:
        """Make a book beside the one that is looked at: the same pictures, its words to be said in English."""
        at = self.query_one(OptionList).highlighted
        if not self._volumes or at is None or self._volumes[at].problem:
            return
        if self._volumes[at].language != "de":
            self.tell(say("This book is in English already."))
            return
        folder = self._volumes[at].folder
        name = await self.app.push_screen_wait(AskLine(say("Folder of the English edition:"), f"{folder.name}-en"))
        if not name:
            return
        edition = self.home.library / typed_path(name)
        try:
            await asyncio.to_thread(_begin_edition, folder, edition)
        except FibelError as error:
            self.tell_error(error)
            return
        self.home.open_book(
            edition,
            say("The pages still have their German words. {repairing.write_lacking} has them said in English."),
        )

    def action_refresh(self) -> None:
        self.look()
        self.tell(count(len(self._volumes), "{n} book", "{n} books"))

    def action_quit(self) -> None:
        self.home.action_leave()


def _begin_edition(of: Path, folder: Path) -> None:
    """Blocks: call it in a thread. Raises as `in_other_language`."""
    from engine.book.other_language import in_other_language

    with BookFolder.open(of, read_only=True) as german:
        in_other_language(german, folder, "en")


def _of(done: int, of: int) -> str:
    return f"✓ {done}/{of}" if of and done == of else f"{done}/{of}"


def _columns(width: int, title: str, folder: str, pages: str, texts: str, pictures: str, changed: str) -> Text:
    """Lay out one line: the title takes what the others leave, and what a folder leaves that tells it apart."""
    ending = f" · {folder}" if folder else ""
    line = cut(title, max(10, width - 46 - cell_len(ending)))
    if ending:
        line.append(ending, "dim")
    line.pad_right(max(0, width - 46 - line.cell_len))
    for words, cells in ((pages, 8), (texts, 10), (pictures, 10), (changed, 16)):
        line.append(f"  {words:>{cells - 2}}")
    return line
