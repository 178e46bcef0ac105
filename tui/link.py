"""Between screen and engine: intentions go down, news come up, and neither waits for the other."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeVar

from textual.message import Message

from engine.errors import FibelError
from engine.jobs.events import (
    BookChanged,
    BookTaken,
    EngineChanged,
    EngineState,
    Event,
    JobChanged,
    Notice,
    Preview,
    PrintMade,
    SceneTold,
    TakePainted,
)
from engine.jobs.job import Job
from engine.settings import Settings
from engine.units import Seconds
from tui import collector

if TYPE_CHECKING:
    from engine.book.beginning import NewBook
    from engine.book.model import Book
    from engine.studio import Studio

T = TypeVar("T")

FRAME: Seconds = 0.1
"""Between two deliveries of news: ten a second read as steady, and a slow line can carry them."""

LAST_WISHES: Seconds = 5.0
"""How long wishes already made may take when the screen closes; a saved text needs milliseconds."""

Intention: TypeAlias = "Callable[[Studio], Awaitable[T]]"


class Engine(Protocol):
    """The engine as the screen knows it; :class:`engine.assembly.Engine` is the real one."""

    def start(self) -> None: ...
    def open(self, folder: Path, *, goes_on: bool = False) -> Future[None]: ...
    def create(self, folder: Path, wish: NewBook) -> Future[None]: ...
    def wish(self, intention: Intention[T]) -> Future[T]: ...
    def close_book(self) -> Future[None]: ...
    def work_on_alone(self) -> Future[None]: ...
    def stop(self) -> None: ...


MakeEngine = Callable[[Settings, Callable[[Event], None]], Engine]


def real_engine(settings: Settings, on_event: Callable[[Event], None]) -> Engine:
    """Return the real engine; importing it takes longer than the first paint may."""
    try:
        from engine.assembly import Engine as Assembled
    finally:
        collector.call_back()
    return Assembled(settings, on_event)


@dataclass
class News:
    """What has happened since the last news: the latest of each kind, and each thing that happened once."""

    state: EngineState | None = None
    book: Book | None = None
    preview: Preview | None = None
    happened: tuple[SceneTold | TakePainted | PrintMade | JobChanged | Notice | BookTaken, ...] = ()


class Heard(Message):
    """News have come."""

    def __init__(self, news: News) -> None:
        super().__init__()
        self.news = news


class Link:
    """The screen's end of the engine. Methods belong to the screen's loop, `receive` to any thread.

    Wishes are handed down one after another in the order they were made; `ask` is for what takes its time.
    """

    def __init__(self, settings: Settings, deliver: Callable[[Heard], Any], make: MakeEngine = real_engine) -> None:
        self._settings = settings
        self._deliver = deliver
        self._make = make
        self._engine: asyncio.Task[Engine] | None = None
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[Any]] = set()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._guard = threading.Lock()
        self._pending = News()
        self._scheduled = False
        self._delivered: Seconds = 0.0
        self.state = EngineState()
        self.book: Book | None = None
        self.folder: Path | None = None
        self.jobs: dict[str, Job] = {}
        """Every job heard of since the book was opened, and the last ones of earlier runs."""

    # down

    def start(self) -> None:
        """Listen for news from now on."""
        self._loop = asyncio.get_running_loop()

    def wake(self) -> asyncio.Task[Engine]:
        """Begin to wake the engine, in a thread, for its modules are many; who needs it first does so at the latest."""
        if self._engine is None:
            self._engine = asyncio.create_task(asyncio.to_thread(self._wake_engine))
        return self._engine

    def open(self, folder: Path, peeked: Book | None = None, *, goes_on: bool = False) -> asyncio.Task[None]:
        """Open a book; what is known of it already is shown meanwhile.

        Args:
            goes_on: another process has handed the book over, so that its list goes on where it was.
        """
        self._forget(folder, peeked)
        return self._hand(lambda engine: engine.open(folder, goes_on=goes_on))

    def create(self, folder: Path, wish: NewBook) -> asyncio.Task[None]:
        self._forget(folder, None)
        return self._hand(lambda engine: engine.create(folder, wish))

    def close_book(self) -> asyncio.Task[None]:
        self._forget(None, None)
        return self._hand(lambda engine: engine.close_book())

    def wish(self, intention: Intention[T]) -> asyncio.Task[T]:
        """Hand an intention down; its error, if any, comes back as a notice."""
        return self._hand(lambda engine: engine.wish(intention))

    async def kept(self, intention: Intention[T]) -> bool:
        """Wait for a wish to be through; False if it came to nothing, which has been told then."""
        try:
            await self.wish(intention)
        except FibelError:
            return False
        return True

    @property
    def wishes(self) -> frozenset[asyncio.Task[Any]]:
        """The wishes that are not through yet."""
        return frozenset(self._tasks)

    async def ask(self, intention: Intention[T]) -> T:
        """Wait for an answer, once the wishes made before are through; others may be handed down meanwhile."""
        async with self._turn:
            engine = await self._awake()
        return await _answer(asyncio.wrap_future(engine.wish(intention)))

    async def leave(self) -> Engine | None:
        """Let the wishes made so far through and give the engine away, at work as it is; nobody listens any more."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LAST_WISHES)
        self._loop = None
        if self._engine is None:
            return None
        await asyncio.wait([self._engine])
        return self._engine.result() if self._engine.exception() is None else None

    async def stop(self) -> None:
        """Let the wishes made so far through, close the book and end the engine."""
        if self._tasks:
            await asyncio.wait(self._tasks, timeout=LAST_WISHES)
        if self._engine is not None:
            await asyncio.wait([self._engine])
            if self._engine.exception() is None:
                await asyncio.to_thread(self._engine.result().stop)

    def _wake_engine(self) -> Engine:
        engine = self._make(self._settings, self.receive)
        engine.start()
        return engine

    async def _awake(self) -> Engine:
        return await _answer(self.wake())

    def _hand(self, request: Callable[[Engine], Future[T]]) -> asyncio.Task[T]:
        async def in_turn() -> T:
            async with self._turn:
                engine = await self._awake()
                return await _answer(asyncio.wrap_future(request(engine)))

        task = asyncio.create_task(in_turn())
        self._tasks.add(task)
        task.add_done_callback(self._handed)
        return task

    def _handed(self, task: asyncio.Task[Any]) -> None:
        """An error of the program itself is told; any other has been told by the engine, or is told by who asked."""
        self._tasks.discard(task)
        error = None if task.cancelled() else task.exception()
        if isinstance(error, FibelError) and error.code == "engine_broken":
            self.receive(Notice(error.message, error.hint, error.code))

    def _forget(self, folder: Path | None, book: Book | None) -> None:
        self.folder, self.book, self.state = folder, book, EngineState()
        self.jobs.clear()
        with self._guard:
            self._pending = News()

    # up

    def receive(self, event: Event) -> None:
        """Take an event from the engine's thread; returns at once."""
        with self._guard:
            if self._loop is None:
                return
            self._note(event)
            if self._scheduled:
                return
            self._scheduled = True
        try:
            self._loop.call_soon_threadsafe(self._schedule)
        except RuntimeError:  # the screen's loop has ended; nobody is left to tell
            return

    def _note(self, event: Event) -> None:
        match event:
            case EngineChanged(state=state):
                self._pending.state = state
            case BookChanged(book=book):
                self._pending.book = book
            case Preview():
                self._pending.preview = event
            case _:
                self._pending.happened = (*self._pending.happened, event)

    def _schedule(self) -> None:
        loop = asyncio.get_running_loop()
        loop.call_later(max(0.0, self._delivered + FRAME - loop.time()), self._bring)

    def _bring(self) -> None:
        self._delivered = asyncio.get_running_loop().time()
        with self._guard:
            news, self._pending, self._scheduled = self._pending, News(), False
        self.state = news.state or self.state
        self.book = news.book or self.book
        for event in news.happened:
            if isinstance(event, JobChanged):
                self.jobs[event.job.id] = event.job
        for job in self._listed():
            self.jobs.setdefault(job.id, job)
        self._deliver(Heard(news))

    def _listed(self) -> tuple[Job, ...]:
        running = (self.state.running,) if self.state.running else ()
        return (*self.state.earlier, *running, *self.state.queue)

    @property
    def busy(self) -> bool:
        """Whether wishes are on their way down, or what became of them on its way up."""
        return bool(self._tasks) or self._scheduled


async def _answer(asked: asyncio.Future[T]) -> T:
    """Wait for an answer of the engine; whatever goes wrong there comes out as an error with a code."""
    await asyncio.wait([asked])
    error = None if asked.cancelled() else asked.exception()
    if error is not None and not isinstance(error, FibelError):
        raise FibelError("engine_broken", repr(error)) from error
    return asked.result()
