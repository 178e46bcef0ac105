"""The serial engine: takes the next job, gets a lease for it, does it, and says so."""

from __future__ import annotations

import asyncio
from contextlib import suppress

from engine.card.lease import Card
from engine.card.tenant import ModelKind
from engine.errors import Exit, FibelError
from engine.jobs import consent, pictures, texts
from engine.jobs.desk import Desk
from engine.jobs.events import Notice, Phase
from engine.jobs.job import Job, JobKind, JobState
from engine.units import Seconds

GAUGE_EVERY: Seconds = 2.0
"""Between two looks at the card's memory while something works on it; at rest nobody asks."""


class Runner:
    """Works off the list until it is cancelled. A cancelled runner leaves its job open, to be resumed."""

    def __init__(self, desk: Desk, card: Card) -> None:
        self._desk = desk
        self.card = card
        self._task: asyncio.Task[None] | None = None
        self._current: Job | None = None
        self._interrupted: dict[str, JobState] = {}
        self.stopped_by: FibelError | None = None
        """Why the list stands still: a server went away, or consent or the writer's model is missing."""

    @property
    def paused(self) -> bool:
        return self._desk.agenda.paused

    def pause(self) -> None:
        self._desk.agenda.pause()
        self._desk.board.publish()
        self._desk.queue.tell()

    def resume(self) -> None:
        self.stopped_by = None
        self._desk.agenda.resume()
        self._desk.board.publish()
        self._desk.queue.tell()

    async def cancel(self, job_id: str) -> None:
        """Take a job off the list, or stop it if it runs."""
        if self._is_running(job_id):
            self._interrupt(job_id, JobState.CANCELLED)
        else:
            await self._desk.queue.move(job_id, JobState.CANCELLED)

    def give_way(self, job_id: str) -> None:
        """Stop a job if it runs, and let it wait again."""
        if self._is_running(job_id):
            self._interrupt(job_id, JobState.QUEUED)

    def _is_running(self, job_id: str) -> bool:
        return self._current is not None and self._current.id == job_id and self._task is not None

    def _interrupt(self, job_id: str, state: JobState) -> None:
        """Stop the running job; what state it is left in is said before its task hears of it."""
        if self._task is not None:
            self._interrupted[job_id] = state
            self._task.cancel()

    async def run(self) -> None:
        """Do job after job, for ever."""
        async with asyncio.TaskGroup() as group:
            aside = (group.create_task(self._gauge()), group.create_task(self._tidy()))
            try:
                while True:
                    news = self._desk.queue.news()
                    job = self._desk.agenda.next(self._desk.board.resident)
                    if job is None:
                        self._desk.board.idle()
                        await news.wait()
                    else:
                        await self._do(job)
            finally:
                for task in aside:
                    task.cancel()

    async def _do(self, job: Job) -> None:
        self._current = job
        self._desk.board.begin(job)
        async with asyncio.TaskGroup() as group:
            self._task = group.create_task(self._attempt(job))
        self._task = self._current = None

    async def _attempt(self, job: Job) -> None:
        try:
            job = await self._desk.queue.move(job.id, JobState.RUNNING)
            if job.state is not JobState.RUNNING:
                return  # cancelled in the very moment it was taken
            await self._perform(job)
            await self._desk.queue.move(job.id, JobState.COMMITTED)
            self._desk.board.finished(job, max(len(job.pages), job.count))
        except asyncio.CancelledError:
            match self._interrupted.pop(job.id, None):
                case JobState.CANCELLED:
                    await self._desk.queue.move(job.id, JobState.CANCELLED)
                case JobState.QUEUED:
                    await self._desk.queue.put_back(job.id)
                case _:
                    raise
        except FibelError as error:
            await self._fail(job, error)

    async def _perform(self, job: Job) -> None:
        if job.kind is JobKind.PAINT and await pictures.settle_earlier(self._desk, job):
            return
        if job.kind is JobKind.FLUSH:
            await self.card.flush()
            self._desk.board.hold(await self.card.resident())
            return
        if job.kind is JobKind.WARM:
            self.card.keep()
        if job.kind in (JobKind.PAINT, JobKind.UPSCALE):
            await pictures.expect(self._desk, job, self.card.room_for(ModelKind.IMAGE))
        elif job.model is ModelKind.TEXT and job.kind is not JobKind.WARM:
            consent.require(self._desk)  # the job may be older than the writer that is to do it now
        try:
            await self._with_lease(job)
        except FibelError as error:
            if error.code != "out_of_memory":
                raise
            await self.card.flush()
            await self._with_lease(self._desk.queue[job.id])

    async def _with_lease(self, job: Job) -> None:
        async with self.card.lease(job.model, telling=job.kind is not JobKind.UPSCALE) as lease:
            self._desk.board.hold(await self.card.resident())
            self._desk.board.working(job)
            match job.kind:
                case JobKind.OUTLINE:
                    await texts.outline(self._desk, job, lease)
                case JobKind.SCENES:
                    await texts.scenes(self._desk, job, lease)
                case JobKind.REPAIR:
                    await texts.repair(self._desk, job, lease)
                case JobKind.REWRITE:
                    await texts.rewrite(self._desk, job, lease)
                case JobKind.TRANSLATE:
                    await texts.translate(self._desk, job, lease)
                case JobKind.JUDGE:
                    await texts.judge(self._desk, job, lease)
                case JobKind.EDITION:
                    await texts.edition(self._desk, job, lease)
                case JobKind.PAINT:
                    await pictures.paint(self._desk, job)
                case JobKind.WARM | JobKind.FLUSH:
                    pass  # the lease has loaded it
                case JobKind.UPSCALE:
                    await pictures.upscale(self._desk, job)

    async def _fail(self, job: Job, error: FibelError) -> None:
        """What would meet every other job too stops the list and keeps the job in it; any other error ends the job."""
        no_writer = error.code == "consent_missing" or (error.code == "model_missing" and job.model is ModelKind.TEXT)
        if error.exit is Exit.UNREACHABLE or no_writer:
            await self._desk.queue.move(job.id, JobState.QUEUED)
            self.stopped_by = error
            self.pause()
        else:
            await self._desk.queue.move(job.id, JobState.FAILED, error)
        self._desk.emit(Notice(error.message, error.hint, error.code))

    async def _tidy(self) -> None:
        """Have models unloaded that nobody has used for as long as they may stay; a server that is gone holds none."""
        while True:
            try:
                await self.card.unload_unused()
                self._desk.board.hold(await self.card.resident())
            except FibelError as error:
                self._desk.emit(Notice(error.message, error.hint, error.code))
            if self._current is None:
                self._desk.board.idle()

    async def _gauge(self) -> None:
        """Look once at the card and at what there is to paint with, then keep the memory bar true while it works."""
        with suppress(FibelError):  # a job meets the same error and tells it
            await self._desk.crew.illustrator.easel()
        while True:
            try:
                await self.card.measure()
                self._desk.board.hold(await self.card.resident())
                self._desk.board.publish()
            except FibelError:
                pass  # a job meets the same error and tells it
            await self._desk.crew.clock.sleep(GAUGE_EVERY)
            while self._desk.board.phase is Phase.IDLE:
                await self._desk.queue.news().wait()
