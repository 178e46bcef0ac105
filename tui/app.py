"""The studio on the screen: opens rooms, brings them the news, and leaves in good order."""

from __future__ import annotations

import asyncio
import os
import signal
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

from textual import events, work
from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from engine.book.folder import peek
from engine.errors import Exit, FibelError
from engine.jobs.events import BookTaken, JobChanged, Notice
from engine.settings import Settings
from tui import keys, words
from tui.diary import Diary
from tui.keys import Keyed
from tui.link import LAST_WISHES, Engine, Heard, Link, MakeEngine, News, real_engine
from tui.palette import offered
from tui.picturing import PicturingApp
from tui.pressing import Pressing, Standing
from tui.rooms.library import Library
from tui.rooms.room import BookRoom, Room
from tui.rooms.too_small import LEAST, TooSmall
from tui.shelf import Shelf, read_shelf
from tui.terminal.driver import HungUp, ShowsPictures, TerminalDriver
from tui.terminal.pace import PreviewPace
from tui.themes import THEMES, usual_theme
from tui.words import count, say

if TYPE_CHECKING:
    from engine.book.beginning import NewBook
    from engine.book.model import Book

USUAL_RATIO = 2 / 3
"""Width to height of a picture whose book names no format we know."""


class FibelApp(Keyed, PicturingApp):
    """Composes the rooms. What an author may do stands in :mod:`engine.studio`, how it looks in each room."""

    TITLE = "Fibel"
    CSS_PATH = "fibel.tcss"
    KEYS = "app"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", "Leave Fibel", show=False, priority=True),
        Binding("ctrl+p", "command_palette", "Everything by its name", show=False, priority=True),
    ]

    def __init__(
        self,
        settings: Settings,
        *,
        folder: Path | None = None,
        library: Path,
        paint_at_once: bool = False,
        engine: MakeEngine = real_engine,
    ) -> None:
        """Prepare the studio.

        Args:
            folder: a book to open at once; None shows the library.
            library: where books lie and new ones go.
            paint_at_once: begin with every picture that `folder` lacks.
        """
        # Without colour Textual's other way would be shades of grey, which are colours to a terminal.
        super().__init__(ansi_color=True if os.environ.get("NO_COLOR") else None)
        words.speak(words.language_of(os.environ))
        self.animation_level = "none"
        self.link = Link(settings, self.post_message, engine)
        self.pressing = Pressing(self.link, self._tell_export)
        self.shelf = Shelf()
        self.diary = Diary()
        self.library = library
        self._wanted_theme = settings.theme
        self._pictures = settings.screen.pictures
        self._own_keys, self._wrong_keys = keys.usable(settings.keys) if settings.keys else ({}, [])
        keys.use(self._own_keys)
        self.painted_as_they_are: set[Path] = set()
        """Folders of books whose author paints them as they are, though somebody finds no room in the prompt."""
        self._first = folder
        self._paint_at_once = paint_at_once
        self._hung_up = False
        self.left_at_work: Engine | None = None
        """After the end: the engine, at work as it is, if the terminal has gone."""

    # coming and going

    def on_mount(self) -> None:
        for theme in THEMES:
            self.register_theme(theme)
        self.theme = usual_theme(self._wanted_theme, no_color=self.no_color, colors=self.console.color_system).name
        self.look_for_pictures(self._pictures)
        self.pace = PreviewPace(self._driver.line if isinstance(self._driver, TerminalDriver) else None)
        loop = asyncio.get_running_loop()
        loop.add_signal_handler(signal.SIGTERM, self._end)
        # Not the loop's own way: it would give the signal its deadly default back as soon as the loop ends.
        signal.signal(signal.SIGHUP, lambda *_: loop.call_soon_threadsafe(self._hang_up))
        self.push_screen(Library(quiet=self._first is not None))
        self.set_keymap(self._own_keys)
        self.diary.open()
        self.link.start()
        if self._first is not None:
            self.link.wake()
            self.open_book(self._first)
        else:
            self.call_after_refresh(self._tell_wrong_keys)

    async def on_unmount(self) -> None:
        loop = asyncio.get_running_loop()
        loop.remove_signal_handler(signal.SIGTERM)
        if self._hung_up:  # more of these signals follow, and must not end what goes on without a screen
            signal.signal(signal.SIGHUP, signal.SIG_IGN)
            self.left_at_work = await self.link.leave()
        else:
            signal.signal(signal.SIGHUP, signal.SIG_DFL)
            await self.link.stop()
        self.diary.close()

    def action_leave(self) -> None:
        """Leave at once: what is on the list stays there, and what is being written is saved."""
        before = self.link.wishes
        self._keep_unsaved()
        if saving := self.link.wishes - before:
            self._leave_when(saving)
        else:
            self.exit(int(Exit.DONE))

    @work(exclusive=True, group="leave")
    async def _leave_when(self, saving: frozenset[asyncio.Task[Any]]) -> None:
        """Leave once what was being written is on the disk; if it does not get there, its author can still copy it."""
        done, _late = await asyncio.wait(saving, timeout=LAST_WISHES)
        if not any(task.exception() for task in done if not task.cancelled()):
            self.exit(int(Exit.DONE))

    def _hang_up(self) -> None:
        """The terminal has gone: save and leave the screen; work under way goes on without one."""
        self._hung_up = True
        self._end()

    def _end(self) -> None:
        self._keep_unsaved()
        self.exit(int(Exit.INTERRUPTED))

    def on_resize(self, event: events.Resize) -> None:
        """Say so in a window that is too small, and go away again from one that is not."""
        fits = event.size.width >= LEAST.width and event.size.height >= LEAST.height
        self.measure_cells()
        if isinstance(self.screen, TooSmall):
            if fits:
                self.pop_screen()
        elif not fits:
            self.push_screen(TooSmall())

    def on_shows_pictures(self, event: ShowsPictures) -> None:
        self.diary.notice(Notice(say("Your terminal shows real pictures: {way}.", way=event.medium.way)))

    def on_hung_up(self, _event: HungUp) -> None:
        self._hang_up()

    def _keep_unsaved(self) -> None:
        for screen in self.screen_stack:
            if keep := getattr(screen, "keep_unsaved", None):
                keep()

    # news

    def on_heard(self, event: Heard) -> None:
        if not self.is_running:
            return  # the rooms are being taken down, widget by widget
        self._note(event.news)
        for screen in self.screen_stack:
            if screen.is_mounted and screen.is_attached and (heard := getattr(screen, "heard", None)):
                heard(event.news)
        if any(isinstance(happened, BookTaken) for happened in event.news.happened):
            self._lose_book()

    def _note(self, news: News) -> None:
        book = self.link.book
        numbers = {page.id: number for number, page in enumerate(book.pages, start=1)} if book is not None else {}
        for happened in news.happened:
            match happened:
                case JobChanged(job=job):
                    self.diary.job(job, numbers.get(job.page or ""))
                case Notice():
                    self.diary.notice(happened)

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """The screens seen through the top one.

        Textual 8.2 counts the one beneath an opaque screen too: each change there would paint all of this one anew.
        """
        return [] if self.screen.styles.background.a == 1 else super()._background_screens

    def _tell_export(self, standing: Standing) -> None:
        """Tell the rooms how far a file is; where nobody watches it, the one that is looked at tells its end."""
        if not self.is_running:
            return
        watched = False
        for screen in self.screen_stack:
            if screen.is_mounted and screen.is_attached and (pressed := getattr(screen, "pressed", None)):
                pressed(standing)
                watched = True
        if standing.exported is not None and not watched and isinstance(self.screen, Room):
            self.screen.tell(say("{name} is written.", name=str(standing.exported.path)))

    # rooms

    @work(exclusive=True, group="open")
    async def open_book(self, folder: Path, told: str = "") -> None:
        """Show what is in a folder, then bring it to life; `told` is said to the author who looks at it."""
        try:
            await self.read_shelf()
            book = await asyncio.to_thread(peek, folder)
        except FibelError as error:
            self._tell_error(error)
            return
        opening = self.link.open(folder, book)
        self._enter(book)
        if not await self._opened(folder, opening):
            return
        self._tell_wrong_keys()
        if told and isinstance(self.screen, Room):
            self.screen.tell(told)
        if self._paint_at_once and folder == self._first:
            self.link.wish(lambda studio: studio.pictures.paint())

    @work(exclusive=True, group="open")
    async def begin_book(self, folder: Path, wish: NewBook) -> None:
        """Make a new book and go to its outline; one from a manuscript goes to review at once."""
        creating = self.link.create(folder, wish)
        room = self.screen
        try:
            await creating
        except FibelError as error:
            if isinstance(room, Room):
                room.tell_error(error)
            return
        book = await asyncio.to_thread(peek, folder)
        self.link.book = self.link.book or book
        self.pop_screen()
        self._enter(book)
        if wish.manuscript is None:
            self.link.wish(lambda studio: studio.outline.propose())

    def enter_outline(self) -> None:
        self._replace(_outline())

    def enter_review(self, page: str | None = None) -> None:
        """Go to the review room, at this page (an id) or at the first."""
        self._replace(_review(page))

    def enter_storyboard(self, page: str | None = None) -> None:
        from tui.rooms.storyboard import Storyboard

        self._replace(Storyboard(page))

    def enter_dummy(self, page: str | None = None) -> None:
        """Go to the dummy, at this page (an id) or at the first."""
        from tui.rooms.dummy import Dummy

        self._replace(Dummy(page))

    def edit_outside(self, text: str) -> str:
        """Lend the terminal to the author's own editor and return what it made of `text`; blocks until it ends.

        Raises:
            FibelError: `editor_missing`, `editor_failed`.
        """
        from tui.outside import edited

        with self.suspend():
            return edited(text, os.environ)

    def enter_cast(self) -> None:
        from tui.rooms.cast import Cast

        self.push_screen(Cast())

    def enter_publish(self, page: str | None = None) -> None:
        """Go to the publish room; it leads back to this page (an id)."""
        from tui.rooms.publish import Publish

        self._replace(Publish(page))

    @work
    async def leave_book(self) -> None:
        """Close the book; what is on its list waits until it is opened again."""
        from tui.rooms.dialogs import Answer, Question

        if self.link.state.running is not None:
            question = say("Work is going on. It stays on the list, and waits until you open the book again.")
            if not await self.push_screen_wait(Question(question, [Answer("enter", say("close the book"), True)])):
                return
        closing = self.link.close_book()
        self._to_library()
        await asyncio.wait([closing])
        if isinstance(self.screen, Library):
            self.screen.look()

    def picture_ratio(self) -> float:
        """Return width to height of the pictures of the open book."""
        book = self.link.book
        preset = self.shelf.formats.get(book.format) if book is not None else None
        return preset.picture_width / preset.picture_height if preset is not None else USUAL_RATIO

    def action_command_palette(self) -> None:
        from textual.command import CommandPalette

        if not isinstance(self.screen, CommandPalette):
            self.push_screen(CommandPalette(id="--command-palette", placeholder=say("What would you like to do?")))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers."""
        return offered(self, screen)

    async def read_shelf(self) -> None:
        """Read the presets, unless they have been read; those of a book are needed before it is shown."""
        if not self.shelf.styles:
            self.shelf = await asyncio.to_thread(read_shelf)
            if self.shelf.problem is not None:
                self._tell_error(self.shelf.problem)

    async def _opened(self, folder: Path, opening: asyncio.Task[None]) -> bool:
        try:
            try:
                await opening
            except FibelError as error:
                if error.code != "book_locked":
                    raise
                await self._take_over(folder, error)
        except FibelError as error:
            self._to_library()
            self.link.close_book()
            self._tell_error(error)
            return False
        return True

    async def _take_over(self, folder: Path, locked: FibelError) -> None:
        """Have a book handed over by the process that works on it; one that is on a screen only after a question."""
        from engine import handover
        from tui.rooms.dialogs import Answer, Question

        standing = await handover.ask(folder)
        if standing is None:
            raise locked
        if standing.has_screen:
            question = say("This book is open in another window of yours.")
            if not await self.push_screen_wait(Question(question, [Answer("enter", say("take it over"), True)])):
                raise locked
        try:
            standing = await handover.take_over(folder) or standing
        except TimeoutError:
            raise locked from None
        await self.link.open(folder, self.link.book, goes_on=not standing.paused)
        if not standing.has_screen and isinstance(self.screen, Room):
            told = count(standing.done, "{n} job was done without you.", "{n} jobs were done without you.")
            self.screen.tell(" ".join([say("The work went on."), told]))

    def _lose_book(self) -> None:
        """Another process of the author's has the book now."""
        self._to_library()
        self.link.close_book()
        if isinstance(self.screen, Room):
            self.screen.tell(say("The book was opened in another window and goes on there."))

    def _enter(self, book: Book) -> None:
        written = any(page.scene.text.strip() for page in book.story_pages)
        self.push_screen(_review() if book.outline_settled or written else _outline())

    def _replace(self, room: BookRoom) -> None:
        if isinstance(self.screen, BookRoom):
            self.switch_screen(room)

    def _to_library(self) -> None:
        while not isinstance(self.screen, Library) and len(self.screen_stack) > 1:
            self.pop_screen()

    def _tell_wrong_keys(self) -> None:
        """Say once which of the author's own keys cannot be used; Fibel's stay in their place."""
        if self._wrong_keys:
            details = " ".join(error.details for error in self._wrong_keys if error.code == self._wrong_keys[0].code)
            self._tell_error(FibelError(self._wrong_keys[0].code, details))
            self._wrong_keys = []

    def _tell_error(self, error: FibelError) -> None:
        if isinstance(self.screen, Room):
            self.screen.tell_error(error)


def _review(page: str | None = None) -> BookRoom:
    from tui.rooms.review import Review

    return Review(page)


def _outline() -> BookRoom:
    from tui.rooms.outline import Outline

    return Outline()
