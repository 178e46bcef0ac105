"""The list of jobs: durable in the book's journal, each change told to those who watch."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar

from pydantic import JsonValue

from engine.book.folder import BookFolder
from engine.book.model import Recipe
from engine.card.tenant import ModelKind
from engine.errors import FibelError
from engine.jobs import archive
from engine.jobs.events import Event, JobChanged
from engine.jobs.job import TERMINAL, Brief, Job, JobKind, JobState
from engine.jobs.policy import Arrangement
from engine.jobs.provenance import PROVENANCE
from engine.jobs.records import held_record, job_record, order_record, paused_record, replay, state_record, with_state

_holding: ContextVar[bool] = ContextVar("holding", default=False)


@contextmanager
def holding() -> Iterator[None]:
    """Put what is added within on the list for later."""
    token = _holding.set(True)
    try:
        yield
    finally:
        _holding.reset(token)


class JobQueue:
    """Jobs in the order of the wishes. Journal first, then memory, then the event.

    Belongs to the engine's loop; file work runs in a thread, one write at a time.
    """

    def __init__(self, folder: BookFolder, emit: Callable[[Event], None], *, hide: Callable[[str], str] = str) -> None:
        """Begin with an empty list.

        Args:
            hide: takes out of an author's instruction what must not be kept or sent; called in a thread.
        """
        self._folder = folder
        self._hide = hide
        self._emit = emit
        self._jobs: dict[str, Job] = {}
        self.earlier: tuple[Job, ...] = ()
        """The last jobs that came to their end in earlier runs, oldest first."""
        self.was_paused = False
        """Whether the author had paused the list when it was left."""
        self._arrangement = Arrangement()
        self._writing = asyncio.Lock()
        self._change = asyncio.Event()

    def __getitem__(self, job_id: str) -> Job:
        return self._jobs[job_id]

    @property
    def jobs(self) -> tuple[Job, ...]:
        return tuple(self._jobs.values())

    @property
    def open(self) -> tuple[Job, ...]:
        """Jobs that are not at their end, the running one included."""
        return tuple(job for job in self._jobs.values() if job.state not in TERMINAL)

    @property
    def waiting(self) -> tuple[Job, ...]:
        return tuple(job for job in self._jobs.values() if job.state is JobState.QUEUED)

    @property
    def arrangement(self) -> Arrangement:
        """What the author said about the order."""
        return self._arrangement

    def news(self) -> asyncio.Event:
        """Return an event that is set at the next change; take it before you look, then wait for it."""
        return self._change

    def tell(self) -> None:
        """Wake all who wait for news."""
        self._change.set()
        self._change = asyncio.Event()

    async def restore(self) -> None:
        """Read the journal: every job that was not at its end waits again, the last of the others can be looked at.

        A journal that has grown long is told in fewer lines first; where the disk is full it stays long.
        """
        with suppress(FibelError):
            await asyncio.to_thread(self._folder.journal.compact, archive.kept)
        replayed = replay(await asyncio.to_thread(self._folder.journal.records))
        jobs = archive.worth_showing(replayed)
        self.earlier = tuple(job for job in jobs if job.state in TERMINAL)
        self._jobs.update((job.id, job) for job in self.earlier)
        self._arrangement = replayed.arrangement
        self.was_paused = replayed.paused
        for job in jobs:
            if job.state not in TERMINAL:
                self._set(job.model_copy(update={"state": JobState.QUEUED}))

    async def add(
        self,
        kind: JobKind,
        pages: Iterable[str] = (),
        *,
        instruction: str = "",
        sentence: str = "",
        preset: str = "",
        size: str = "",
        seed: int = 0,
        count: int = 0,
        whole: bool = False,
        target: ModelKind | None = None,
        brief: Brief | None = None,
    ) -> Job:
        """Put a new job at the end of the list.

        Args:
            whole: part of a wish for the whole book.
            target: the kind of model, for a job about the card itself.
        """
        job = Job(
            id=str(uuid.uuid4()),
            kind=kind,
            pages=tuple(pages),
            instruction=await asyncio.to_thread(self._hide, instruction) if instruction else "",
            sentence=sentence,
            preset=preset,
            size=size,
            seed=seed,
            count=count,
            whole=whole,
            target=target,
            brief=brief,
            held=_holding.get(),
            created=time.time(),
        )
        return await self._keep(job)

    async def submit(self, job: Job, recipe: Recipe) -> Job:
        """Fix a picture's recipe; durable before the request goes out."""
        return await self._keep(job.model_copy(update={"recipe": recipe, "state": JobState.SUBMITTED}))

    async def put_back(self, job_id: str) -> Job:
        """Let a job that was begun wait again; its picture will be begun anew, with the same seed."""
        return await self._keep(self._jobs[job_id].model_copy(update={"recipe": None, "state": JobState.QUEUED}))

    async def move(self, job_id: str, state: JobState, error: FibelError | None = None) -> Job:
        """Put a job into another state; a job at its end stays there."""
        job = self._jobs[job_id]
        if job.state in TERMINAL:
            return job
        record = state_record(job_id, state, at=time.time(), error=error)
        await self._write(record)
        job = with_state(self._jobs[job_id], record)
        self._set(job)
        return job

    async def arrange(self, arrangement: Arrangement) -> None:
        """Keep what the author says about the order; jobs at their end are left out of it."""
        waiting = {job.id for job in self.waiting}
        kept = Arrangement(
            tuple(job_id for job_id in arrangement.front if job_id in waiting),
            tuple(job_id for job_id in arrangement.order if job_id in waiting),
        )
        await self._write(order_record(kept))
        self._arrangement = kept
        self.tell()

    async def hold(self, job_ids: Collection[str], held: bool) -> None:
        """Have these jobs wait until their model is there anyway, or no longer."""
        if not job_ids:
            return
        await self._write(held_record(job_ids, held))
        for job_id in job_ids:
            self._set(self._jobs[job_id].model_copy(update={"held": held}))

    async def remember_paused(self, paused: bool) -> None:
        """Keep for the next run whether the author wants the list to stand still."""
        await self._write(paused_record(paused))

    async def note(self, record: dict[str, JsonValue]) -> None:
        """Write something else into the journal: where a text came from, that the program ended well."""
        await self._write(record)

    async def provenance(self, job_id: str) -> dict[str, frozenset[str]]:
        """Return what a job has written so far: fingerprints by what they are of ("p003.text")."""
        mine: dict[str, set[str]] = {}
        for record in await self.records():
            if (record.get("type"), record.get("job")) == (PROVENANCE, job_id):
                mine.setdefault(str(record.get("what")), set()).add(str(record.get("of")))
        return {what: frozenset(prints) for what, prints in mine.items()}

    async def records(self) -> list[dict[str, JsonValue]]:
        """Return the journal, oldest line first."""
        return await asyncio.to_thread(self._folder.journal.records)

    async def _write(self, record: dict[str, JsonValue]) -> None:
        async with self._writing:
            await asyncio.to_thread(self._folder.journal.append, record)

    async def _keep(self, job: Job) -> Job:
        await self._write(job_record(job))
        self._set(job)
        return job

    def _set(self, job: Job) -> None:
        self._jobs[job.id] = job
        self._emit(JobChanged(job))
        self.tell()
