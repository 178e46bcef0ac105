"""What an author may do with a book: one method per intention. The only door for the screen and the command line."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cache
from pathlib import Path

from engine.book import edits
from engine.book.folder import BookFolder
from engine.book.history import History
from engine.book.model import Book, PictureState
from engine.book.real_names import real_names
from engine.book.touched import Touched
from engine.card.lease import Card
from engine.errors import FibelError
from engine.illustrator.composer import Prompt, compose
from engine.jobs.agenda import USUAL_STEPS, Agenda
from engine.jobs.board import Board
from engine.jobs.desk import Crew, Desk
from engine.jobs.events import EngineState, Event, Notice, PrintMade
from engine.jobs.forecast import Outlook
from engine.jobs.job import JobKind
from engine.jobs.pace import Pace
from engine.jobs.queue import JobQueue
from engine.jobs.runner import Runner
from engine.language.names import renamed
from engine.overview import picture_state
from engine.presets import PresetKind, SamplerPreset, load
from engine.units import Seconds
from engine.wishes.author import Author
from engine.wishes.card import CardWishes
from engine.wishes.cast import CastWishes
from engine.wishes.consent import ConsentWishes
from engine.wishes.jobs import ListWishes
from engine.wishes.model import ModelWishes
from engine.wishes.names import NameWishes
from engine.wishes.outline import OutlineWishes
from engine.wishes.pictures import PictureWishes
from engine.wishes.press import PressWishes
from engine.wishes.texts import TextWishes


class Studio:
    """One open book with its engine. Belongs to the engine's loop; events tell what became of each wish.

    Wishes stand by what they are about: `studio.texts.approve(page)`, `studio.pictures.repaint(page)`.
    """

    def __init__(self, desk: Desk, runner: Runner, history: History) -> None:
        self._desk = desk
        self._author = author = Author(desk, runner, history)
        self.outline = OutlineWishes(author)
        self.card = CardWishes(author)
        self.cast = CastWishes(author)
        self.names = NameWishes(author)
        self.texts = TextWishes(author)
        self.pictures = PictureWishes(author)
        self.consent = ConsentWishes(author)
        self.model = ModelWishes(author)
        self.list = ListWishes(author)
        self.press = PressWishes(author)

    @property
    def book(self) -> Book:
        return self._desk.book

    @property
    def folder(self) -> Path:
        return self._desk.folder.folder

    @property
    def state(self) -> EngineState:
        return self._desk.board.state()

    def leave_word(self, door: str) -> None:
        """Say where this process can be asked to hand the book over."""
        self._desk.folder.leave_word(door)

    def prompt(self, page: str) -> Prompt:
        """Return the prompt this page would be painted with now."""
        return compose(self.book, self._author.page(page), self._desk.style())

    def picture_state(self, page: str) -> PictureState:
        painting = self.state.running
        here = painting is not None and painting.kind is JobKind.PAINT and page in painting.pages
        return picture_state(self.book, self._author.page(page), self._desk.style(), painting=here)

    def price(self, kind: JobKind, pages: int = 1) -> tuple[Seconds, Seconds]:
        """Return what a wish costs now: seconds of work, and seconds of loading another model before it."""
        return self._desk.board.price(kind, pages)

    async def outlook(self, kind: JobKind, pages: int = 1) -> Outlook:
        """Return when such a wish would be fulfilled if it were made now, and what is done before it."""
        return self._desk.board.outlook(kind, pages)

    async def look_at(self, page: str) -> None:
        """Say which page the author looks at: what is wished for it comes before the like."""
        self._desk.agenda.focus = page
        if self._desk.queue.waiting:
            self._desk.board.publish()

    async def encode_approved(self) -> None:
        """Make approved and enlarged pictures ready for paper, until cancelled."""
        await self._author.printroom.run()

    def enlarged(self, made: PrintMade) -> None:
        """Take note that a picture has become larger: what was made ready for paper of the small one is made anew."""
        chosen = next((page.chosen for page in self.book.pages if page.id == made.page), None)
        if chosen == made.take:
            self._author.printroom.prepare(made.page)

    async def withdraw(self, page: str, *, text: bool = False, picture: bool = False) -> None:
        """Take the author's yes back."""
        await self._author.edit(lambda book: edits.withdraw_approvals(book, page, text=text, picture=picture))

    async def undo(self) -> None:
        """Take the author's last edit back, and say what it was; takes that came since stay."""
        self._tell("Taken back", await self._author.undo(), "There is nothing to take back.")

    async def redo(self) -> None:
        """Put the edit that was undone last in place again, and say what it is."""
        self._tell("In place again", await self._author.redo(), "There is nothing that was taken back.")

    def _tell(self, done: str, about: Touched | None, nothing: str) -> None:
        if about is None or not about.what:
            self._desk.emit(Notice(nothing if about is None else f"{done}."))
            return
        where = "" if about.page is None else f", page {about.page}"
        self._desk.emit(Notice(f"{done}{where}: {' · '.join(about.what)}."))


@asynccontextmanager
async def open_studio(
    folder: BookFolder,
    crew: Crew,
    card: Card,
    pace: Pace,
    emit: Callable[[Event], None],
    *,
    attended: bool,
    works: bool = True,
) -> AsyncIterator[Studio]:
    """Bring a book to life: its list is read, its engine runs until the block ends.

    Args:
        attended: whether an author watches. Then work left by a crash starts paused, with a notice; without one it
            simply goes on.
        works: whether the engine works; without it edits are all that can be done.
    """
    queue = JobQueue(folder, emit, hide=lambda words: renamed(words, real_names(folder.book).hidden))
    await queue.restore()
    agenda = Agenda(queue, pace, card, crew.clock, steps=_steps(folder, crew))
    board = Board(
        emit,
        crew.clock,
        card,
        queue,
        agenda,
        pace,
        on_box=crew.sketches,
        place=lambda: crew.writer.place,
        embeddings=lambda: crew.illustrator.embeddings,
    )
    card.on_step = board.card_step

    def told(event: Event) -> None:
        emit(event)
        if isinstance(event, PrintMade):
            studio.enlarged(event)

    desk = Desk(folder, queue, agenda, board, crew, told)
    runner = Runner(desk, card)
    for notice in folder.notices:
        emit(Notice(notice))
    if attended and (queue.open or queue.was_paused):
        agenda.pause()
    elif not attended:
        await queue.hold([job.id for job in queue.waiting if job.held], held=False)
    if queue.open and attended:
        left = "1 job was" if len(queue.open) == 1 else f"{len(queue.open)} jobs were"
        emit(Notice(f"{left} left from last time. The list is paused: resume it when you like."))
    history = History.replayed(await asyncio.to_thread(folder.journal.records))
    studio = Studio(desk, runner, history)
    async with asyncio.TaskGroup() as group:
        tasks = [group.create_task(studio.encode_approved())]
        if works:
            tasks.append(group.create_task(runner.run()))
        try:
            yield studio
        finally:
            for task in tasks:
                task.cancel()
            pace.save()


def _steps(folder: BookFolder, crew: Crew) -> Callable[[str], int]:
    """Return what says how many steps a preset has; the book's may change, a preset's file is read once."""

    @cache
    def of(preset: str) -> int:
        try:
            return load(PresetKind.SAMPLERS, SamplerPreset, preset, crew.preset_folders).steps
        except FibelError:
            return USUAL_STEPS

    return lambda preset: of(preset or folder.book.preset)
