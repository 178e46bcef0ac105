"""What an author may do with the list of jobs."""

from __future__ import annotations

from collections.abc import Iterable

from engine.errors import FibelError
from engine.jobs.job import TERMINAL, Job, JobState
from engine.wishes.author import Wishes


class ListWishes(Wishes):
    """What an author may do with the list of jobs; one method per intention."""

    async def cancel(self, job: str) -> None:
        await self._runner.cancel(job)

    async def cancel_all(self) -> None:
        for job in reversed(self._desk.queue.open):
            await self._runner.cancel(job.id)

    async def retry(self, job: str) -> Job:
        """Put a job that failed or was cancelled on the list once more, as a new job."""
        old = self._desk.queue[job]
        return await self._desk.queue.add(
            old.kind,
            old.pages,
            instruction=old.instruction,
            sentence=old.sentence,
            preset=old.preset,
            seed=old.seed,
            count=old.count,
        )

    async def pause(self) -> None:
        self._runner.pause()

    async def resume(self) -> None:
        self._runner.resume()

    async def finished(self, jobs: Iterable[Job] | None = None) -> None:
        """Wait until these jobs (None: all) are at their end.

        Raises:
            FibelError: that of the first job that failed, or what made the list stop.
        """
        wanted = {job.id for job in (self._desk.queue.open if jobs is None else jobs)}
        while True:
            news = self._desk.queue.news()
            here = [job for job in self._desk.queue.jobs if job.id in wanted]
            for job in here:
                if job.state is JobState.FAILED:
                    raise FibelError(job.error, job.details)
            if all(job.state in TERMINAL for job in here):
                return
            if self._runner.stopped_by is not None:
                raise self._runner.stopped_by
            await news.wait()
