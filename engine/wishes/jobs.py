"""What an author may do with the list of jobs."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable
from typing import TypeVar

from engine.errors import FibelError
from engine.jobs.forecast import Price
from engine.jobs.job import TERMINAL, Job, JobState
from engine.jobs.policy import Arrangement
from engine.jobs.queue import holding
from engine.wishes.author import Wishes

T = TypeVar("T")


class ListWishes(Wishes):
    """What an author may do with the list of jobs; one method per intention."""

    async def cancel(self, job: str) -> None:
        """Take a job off the list, or stop it if it runs; one that has ended stays as it is."""
        await self._runner.cancel(job)

    async def cancel_all(self) -> None:
        for job in reversed(self._desk.queue.open):
            await self._runner.cancel(job.id)

    async def retry(self, job: str) -> Job:
        """Put a job that failed or was cancelled on the list once more, as a new job; one of an earlier run too.

        Raises:
            FibelError: `page_unknown`, its page is no longer in the book.
        """
        old = self._desk.queue[job]
        for page in old.pages:
            self._author.page(page)
        return await self._desk.queue.add(
            old.kind,
            old.pages,
            instruction=old.instruction,
            sentence=old.sentence,
            preset=old.preset,
            size=old.size,
            seed=old.seed,
            count=old.count,
            whole=old.whole,
            target=old.target,
            brief=old.brief,
        )

    async def pause(self) -> None:
        """Let the running job end and begin no other; kept for the next time the book is opened."""
        self._runner.pause()
        await self._desk.queue.remember_paused(True)

    async def resume(self) -> None:
        self._runner.resume()
        await self._desk.queue.remember_paused(False)

    async def move(self, job: str, by: int) -> bool:
        """Move a waiting job up (`by` negative) or down among those for the same model; false if it stays in place.

        From then on the jobs waiting for this model are done in this order, new wishes aside, as far as they can be: a
        picture still waits for its words. Only `now` goes past the jobs for another model, for that costs a swap.
        """
        before = self._same_model(job)
        if job not in before:
            return False
        place = before.index(job)
        to = min(max(0, place + by), len(before) - 1)
        passed = before[to:place] if to < place else before[place + 1 : to + 1]
        after = [other for other in before if other != job]
        after.insert(to, job)
        arrangement = self._desk.queue.arrangement
        behind = set(passed if to < place else [job])  # who stands behind another of its kind is not in front of all
        front = tuple(other for other in arrangement.front if other not in behind)
        elsewhere = tuple(other for other in arrangement.order if other not in after)
        await self._desk.queue.arrange(Arrangement(front, (*elsewhere, *after)))
        self._desk.board.publish()
        return self._same_model(job) != before

    async def now(self, job: str, *, interrupt: bool = False) -> None:
        """Have a waiting job done next, before all others, whatever swap that costs; `price_now` tells it.

        It is done even while the list is paused.

        Args:
            interrupt: stop what is being done now; it waits again, and is begun anew later.
        """
        running = self._desk.board.running
        await self._author.put_first(job)
        if interrupt and running is not None and running.id != job:
            self._runner.give_way(running.id)
        self._desk.board.publish()

    async def price_now(self, job: str) -> Price | None:
        """Return what `now` would cost, None if the job does not wait."""
        waiting = {other.id: other for other in self._desk.queue.waiting}
        return self._desk.board.price_now(waiting[job]) if job in waiting else None

    async def ahead(self, wish: Callable[[], Awaitable[T]]) -> T:
        """Make a wish whose jobs are done before all others, in the order they come."""
        known = {job.id for job in self._desk.queue.jobs}
        result = await wish()
        for job in reversed(self._desk.queue.waiting):
            if job.id not in known:
                await self._author.put_first(job.id)
        self._desk.board.publish()
        return result

    async def keep(self, job: str, *, held: bool = True) -> None:
        """Keep a waiting job until its model is there anyway; or let it come in its turn again."""
        waiting = [other.id for other in self._desk.queue.waiting if other.id == job]
        await self._desk.queue.hold(waiting, held)
        self._desk.board.publish()

    async def later(self, wish: Callable[[], Awaitable[T]]) -> T:
        """Make a wish whose jobs wait until their model is there anyway, or the list is let run."""
        with holding():
            return await wish()

    async def run(self) -> None:
        """Let the list run: what was put on it for later waits no longer, and a paused list goes on."""
        await self._desk.queue.hold([job.id for job in self._desk.queue.waiting if job.held], held=False)
        await self.resume()

    async def at_rest(self) -> None:
        """Wait until nothing runs and nothing will: all is done, or what waits is paused."""
        while True:
            news = self._desk.queue.news()
            waiting = self._desk.queue.waiting
            if len(waiting) == len(self._desk.queue.open) and (self._runner.paused or not waiting):
                return
            await news.wait()

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

    def _same_model(self, job: str) -> list[str]:
        """The waiting jobs for the model this one needs, in the order in which they will be done."""
        model = self._desk.queue[job].model
        return [other.id for other in self._desk.board.state().queue if other.model is model]
