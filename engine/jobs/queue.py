"""The list of jobs: durable in the book's journal, each change told to those who watch."""

from __future__ import annotations

import asyncio
import time
import uuid
from collections.abc import Callable, Iterable

from pydantic import JsonValue, ValidationError

from engine.book.folder import BookFolder
from engine.book.model import Recipe
from engine.errors import FibelError
from engine.jobs.events import Event, JobChanged
from engine.jobs.job import TERMINAL, Job, JobKind, JobState
from engine.jobs.provenance import PROVENANCE

_JOB = "job"
_STATE = "state"


class JobQueue:
    """Jobs in the order of the wishes. Journal first, then memory, then the event.

    Belongs to the engine's loop; file work runs in a thread, one write at a time.
    """

    def __init__(self, folder: BookFolder, emit: Callable[[Event], None]) -> None:
        self._folder = folder
        self._emit = emit
        self._jobs: dict[str, Job] = {}
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

    def news(self) -> asyncio.Event:
        """Return an event that is set at the next change; take it before you look, then wait for it."""
        return self._change

    def tell(self) -> None:
        """Wake all who wait for news."""
        self._change.set()
        self._change = asyncio.Event()

    async def restore(self) -> None:
        """Read the journal: every job that was not at its end waits again."""
        records = await asyncio.to_thread(self._folder.journal.records)
        for job in replay(records):
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
        seed: int = 0,
        count: int = 0,
    ) -> Job:
        """Put a new job at the end of the list."""
        job = Job(
            id=str(uuid.uuid4()),
            kind=kind,
            pages=tuple(pages),
            instruction=instruction,
            sentence=sentence,
            preset=preset,
            seed=seed,
            count=count,
            created=time.time(),
        )
        await self._write({"type": _JOB, "job": job.model_dump(mode="json", exclude_defaults=True)})
        self._set(job)
        return job

    async def submit(self, job: Job, recipe: Recipe) -> Job:
        """Fix a picture's recipe; durable before the request goes out."""
        job = job.model_copy(update={"recipe": recipe, "state": JobState.SUBMITTED})
        await self._write({"type": _JOB, "job": job.model_dump(mode="json", exclude_defaults=True)})
        self._set(job)
        return job

    async def move(self, job_id: str, state: JobState, error: FibelError | None = None) -> Job:
        """Put a job into another state; a job at its end stays there."""
        job = self._jobs[job_id]
        if job.state in TERMINAL:
            return job
        record: dict[str, JsonValue] = {"type": _STATE, "id": job_id, "state": state.value}
        if error is not None:
            record |= {"error": error.code, "details": error.details}
        await self._write(record)
        changes = {"state": state, "error": error.code if error else "", "details": error.details if error else ""}
        job = self._jobs[job_id].model_copy(update=changes)
        self._set(job)
        return job

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

    def _set(self, job: Job) -> None:
        self._jobs[job.id] = job
        self._emit(JobChanged(job))
        self.tell()


def replay(records: Iterable[dict[str, JsonValue]]) -> list[Job]:
    """Return every job of a journal in the state it was in at the end, in the order of the wishes."""
    jobs: dict[str, Job] = {}
    for record in records:
        try:
            if record.get("type") == _JOB:
                job = Job.model_validate(record.get("job"))
                jobs[job.id] = job
            elif record.get("type") == _STATE and record.get("id") in jobs:
                job_id = str(record["id"])
                jobs[job_id] = jobs[job_id].model_copy(update={"state": JobState(str(record.get("state")))})
        except (ValidationError, ValueError):
            continue  # a line of another version is no reason to lose the others
    return list(jobs.values())
