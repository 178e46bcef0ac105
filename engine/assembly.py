"""The one place that wires real parts together: servers or the box, the card, a book, a thread for it all."""

from __future__ import annotations

import asyncio
import os
import threading
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable
from concurrent.futures import Future
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.card.learned import Learned
from engine.card.lease import Card
from engine.card.meter import Meter
from engine.card.residency import Policy
from engine.card.tenant import ModelKind, Tenant
from engine.clock import SystemClock
from engine.errors import FibelError
from engine.handover import Standing, reachable
from engine.illustrator.comfyui import ComfyUI
from engine.jobs.desk import Crew
from engine.jobs.events import BookTaken, Event, JobChanged, Notice
from engine.jobs.job import JobState
from engine.jobs.pace import Pace
from engine.providers import choose_providers, writer_client
from engine.settings import (
    OLLAMA_URL,
    IllustratorProvider,
    Settings,
    WriterProvider,
    preset_folders,
    prompt_folders,
    state_folder,
    workflow_folders,
)
from engine.studio import Studio, open_studio
from engine.units import Seconds
from engine.writer.connection import host_of
from engine.writer.guard import OllamaGuard
from engine.writer.ollama import Ollama
from engine.writer.openai import OpenAICompatible

T = TypeVar("T")

LOOPBACK = "127.0.0.1"
"""How this machine is called, whatever its names; only of it does the driver here speak."""

LEAVE: Seconds = 10.0
"""How long the engine's thread may take to end its work cleanly."""

NEAR_END: Seconds = 5.0
"""How long a newcomer waits for the running job's end; what takes longer is taken up again there."""


@dataclass(frozen=True, slots=True)
class House:
    """Everything a book needs to come to life."""

    crew: Crew
    card: Card
    pace: Pace
    notices: tuple[str, ...] = ()


@asynccontextmanager
async def house(
    settings: Settings, tell: Callable[[str], None] = lambda _words: None, *, asleep: bool = False
) -> AsyncIterator[House]:
    """Wire writer, illustrator and card as the settings say, with the box running where it is wanted.

    Args:
        tell: told in a sentence what the author should know of the servers while they work.
        asleep: nobody will ask a server for anything, so that none is started or looked for.

    Raises:
        FibelError: `server_unreachable`, `port_in_use`, `preset_unknown`, …
    """
    async with AsyncExitStack() as stack:
        settings, notices = (settings, ()) if asleep else await choose_providers(settings)
        writer_url, illustrator_url = settings.writer.url, settings.illustrator.url
        writer_model = settings.writer.model
        on_box = settings.illustrator.provider is IllustratorProvider.BOX
        if not asleep and (on_box or settings.writer.provider is WriterProvider.BOX):
            from engine.box.machine import Box, LagProfile

            box = await stack.enter_async_context(
                Box(
                    speed=settings.box.speed,
                    card=settings.box.card,
                    lag=LagProfile(settings.box.lag),
                    log=settings.box.log,
                )
            )
            if settings.writer.provider is WriterProvider.BOX:
                writer_url = box.ollama_url
                writer_model = writer_model if writer_model in box.writers else box.writers[0]
            if on_box:
                illustrator_url = box.comfyui_url
        writer: Ollama | OpenAICompatible = await stack.enter_async_context(
            writer_client(
                settings.writer.model_copy(update={"url": writer_url, "model": writer_model}),
                on_card=host_of(writer_url) == host_of(illustrator_url),
                tell=tell,
            )
        )
        illustrator = await stack.enter_async_context(
            ComfyUI(
                illustrator_url,
                client_id=str(uuid.uuid4()),
                checkpoint=settings.illustrator.checkpoint,
                workflows=workflow_folders(),
            )
        )
        guard = None
        if settings.guard.model:
            guard_url = OLLAMA_URL if isinstance(writer, OpenAICompatible) else writer_url
            guard = await stack.enter_async_context(OllamaGuard(guard_url, model=settings.guard.model))
        clock = SystemClock()
        tenants: dict[ModelKind, Tenant] = {ModelKind.TEXT: writer, ModelKind.IMAGE: illustrator}
        box_name = f"-box-{settings.box.card}-{settings.box.speed:g}" if on_box else ""
        learned = Learned(state_folder() / f"memory{box_name}.json")
        stack.callback(learned.save)
        here = not on_box and host_of(illustrator_url) == LOOPBACK
        card = Card(
            tenants,
            clock,
            policy=Policy(settings.card.policy),
            stay=settings.card.stay,
            meter=Meter(tenants.values(), local=here, gpu=settings.card.gpu),
            learned=learned,
        )
        crew = Crew(
            writer=writer,
            illustrator=illustrator,
            clock=clock,
            sketches=on_box,
            scribe="box" if settings.writer.provider is WriterProvider.BOX else settings.writer.model,
            preset_folders=preset_folders(),
            vision=settings.illustrator.vision,
            guard=guard,
            workflow="" if on_box else settings.illustrator.workflow,
            workflow_folders=workflow_folders(),
            prompt_folders=prompt_folders(),
        )
        pace = Pace(state_folder() / f"pace{box_name}.json", speed=settings.box.speed if on_box else 1.0)
        yield House(crew, card, pace, notices)


@asynccontextmanager
async def studio(
    settings: Settings, folder: Path, emit: Callable[[Event], None], *, attended: bool, works: bool = True
) -> AsyncIterator[Studio]:
    """Open a book with everything around it, for as long as the block lasts.

    Args:
        works: whether the engine works; without it nothing but the book is opened, and the list stays as it is.

    Raises:
        FibelError: what opening the book or wiring the house raises.
    """
    book = await asyncio.to_thread(BookFolder.open, folder)
    try:
        async with house(settings, lambda words: emit(Notice(words)), asleep=not works) as wired:
            for notice in wired.notices:
                emit(Notice(notice))
            around = open_studio(book, wired.crew, wired.card, wired.pace, emit, attended=attended, works=works)
            async with around as opened:
                yield opened
    finally:
        await asyncio.to_thread(book.close)


class Engine:
    """The studio on its own thread and loop, for a screen that never waits.

    `on_event` is called on the engine's thread and must return at once.
    """

    def __init__(self, settings: Settings, on_event: Callable[[Event], None]) -> None:
        self._settings = settings
        self._on_event = on_event
        self._thread = threading.Thread(target=self._run, name="fibel-engine", daemon=True)
        self._ready = threading.Event()
        self._loop: asyncio.AbstractEventLoop | None = None
        self._desk: _Reception | None = None

    def start(self) -> None:
        """Start the thread; returns at once."""
        self._thread.start()

    def open(self, folder: Path, *, goes_on: bool = False) -> Future[None]:
        """Open a book in place of the one that is open; the future carries a FibelError if it cannot be.

        Args:
            goes_on: the book was handed over a moment ago, so that its list goes on where it was.
        """
        return self._ask(lambda reception: reception.open(folder, goes_on=goes_on))

    def create(self, folder: Path, wish: NewBook) -> Future[None]:
        """Create a book's folder and open it."""

        async def create(reception: _Reception) -> None:
            book = begin(wish, preset_folders())
            (await asyncio.to_thread(BookFolder.create, folder, book)).close()
            await reception.open(folder)

        return self._ask(create)

    def wish(self, intention: Callable[[Studio], Awaitable[T]]) -> Future[T]:
        """Hand an intention down; what comes of it arrives as events. A FibelError also arrives as a notice."""
        return self._ask(lambda reception: reception.wish(intention))

    def close_book(self) -> Future[None]:
        return self._ask(lambda reception: reception.close())

    def work_on_alone(self) -> Future[None]:
        """Nobody watches any more; the future is done when the list stands still or the book was taken over."""
        return self._ask(lambda reception: reception.work_on_alone())

    def stop(self) -> None:
        """Close the book and end the thread; work that is under way stays in the list for the next time."""
        if not self._thread.is_alive():
            return
        self._ready.wait(LEAVE)
        if self._loop is not None and self._desk is not None:
            self._loop.call_soon_threadsafe(self._desk.leave.set)
        self._thread.join(LEAVE)

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        self._loop = asyncio.get_running_loop()
        self._desk = _Reception(self._settings, self._on_event)
        self._ready.set()
        await self._desk.leave.wait()
        await self._desk.close()

    def _ask(self, work: Callable[[_Reception], Awaitable[T]]) -> Future[T]:
        self._ready.wait(LEAVE)
        if self._loop is None or self._desk is None:
            raise FibelError("engine_stopped")

        async def run(reception: _Reception) -> T:
            return await work(reception)

        return asyncio.run_coroutine_threadsafe(run(self._desk), self._loop)


class _Reception:
    """The engine thread's side: keeps at most one book open, in a task of its own."""

    def __init__(self, settings: Settings, on_event: Callable[[Event], None]) -> None:
        self._settings = settings
        self._on_event = on_event
        self._studio: Studio | None = None
        self._keeper: asyncio.Task[None] | None = None
        self._closing = asyncio.Event()
        self._alone = False
        self._done = 0
        self.leave = asyncio.Event()

    async def open(self, folder: Path, *, goes_on: bool = False) -> None:
        from engine.jobs.events import BookChanged

        await self.close()
        opened: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._closing = asyncio.Event()
        self._keeper = asyncio.create_task(self._keep(folder, opened, attended=not goes_on))
        await opened
        if self._studio is not None:
            self._on_event(BookChanged(self._studio.book))

    async def wish(self, intention: Callable[[Studio], Awaitable[T]]) -> T:
        if self._studio is None:
            raise FibelError("book_missing")
        try:
            return await intention(self._studio)
        except FibelError as error:
            self._on_event(Notice(error.message, error.hint, error.code))
            raise

    async def close(self) -> None:
        if self._keeper is None:
            return
        self._closing.set()
        await asyncio.wait([self._keeper])
        self._keeper = None

    async def work_on_alone(self) -> None:
        """Return when nothing is left to be done here."""
        self._alone = True
        if self._studio is None or self._keeper is None:
            return
        at_rest = asyncio.create_task(self._studio.list.at_rest())
        await asyncio.wait([at_rest, self._keeper], return_when=asyncio.FIRST_COMPLETED)
        at_rest.cancel()

    def _hear(self, event: Event) -> None:
        if self._alone and isinstance(event, JobChanged) and event.job.state is JobState.COMMITTED:
            self._done += 1
        self._on_event(event)

    def _standing(self) -> Standing:
        state = self._studio.state if self._studio is not None else None
        return Standing(
            pid=os.getpid(),
            has_screen=not self._alone,
            paused=state is not None and state.paused,
            done=self._done,
            left=len(state.queue) + (state.running is not None) if state is not None else 0,
        )

    async def _hand_over(self) -> None:
        """Close the book for a newcomer, at a safe place: the running job's end if it is near."""
        if self._studio is None:
            return
        await self._studio.list.pause()
        with suppress(TimeoutError):
            async with asyncio.timeout(NEAR_END):
                await self._studio.list.at_rest()
        await self.close()
        self._on_event(BookTaken())

    async def _keep(self, folder: Path, opened: asyncio.Future[None], *, attended: bool) -> None:
        try:
            async with (
                studio(self._settings, folder, self._hear, attended=attended) as here,
                reachable(self._standing, self._hand_over) as door,
            ):
                here.leave_word(door)
                self._studio = here
                opened.set_result(None)
                await self._closing.wait()
        except BaseExceptionGroup as group:
            self._fail(group, opened)
        except Exception as error:
            self._fail(error, opened)
        finally:
            self._studio = None

    def _fail(self, error: BaseException, opened: asyncio.Future[None]) -> None:
        """An error before the book was open belongs to who asked; a later one is told, never swallowed."""
        if not opened.done():
            opened.set_exception(error)
        elif isinstance(error, FibelError):
            self._on_event(Notice(error.message, error.hint, error.code))
        else:
            broken = FibelError("engine_broken", repr(error))
            self._on_event(Notice(broken.message, broken.hint, broken.code))


def with_box(settings: Settings) -> Settings:
    """Return the settings with both providers on the box."""
    return settings.model_copy(
        update={
            "writer": settings.writer.model_copy(update={"provider": WriterProvider.BOX}),
            "illustrator": settings.illustrator.model_copy(update={"provider": IllustratorProvider.BOX}),
        }
    )
