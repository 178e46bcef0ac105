"""What an author may do with the card itself."""

from __future__ import annotations

from engine.card.tenant import ModelKind
from engine.jobs.job import Job, JobKind
from engine.wishes.author import Wishes


class CardWishes(Wishes):
    """Warm models up before a workshop, and give the card back afterwards."""

    async def warm(self) -> tuple[Job, ...]:
        """Have the planned models loaded before all else, and kept until `flush`; where they take turns, the one that
        the list or the book needs next."""
        kinds = await self._author.runner.card.planned(self._needed_first())
        jobs = [await self._desk.queue.add(JobKind.WARM, target=kind) for kind in kinds]
        for job in reversed(jobs):
            await self._author.put_first(job.id)
        return tuple(jobs)

    async def flush(self) -> Job:
        """Have every model unloaded before all else, those kept warm too: the card is free for something else."""
        resident = sorted(self._desk.board.resident)
        job = await self._desk.queue.add(JobKind.FLUSH, target=resident[0] if resident else None)
        await self._author.put_first(job.id)
        return job

    def _needed_first(self) -> ModelKind:
        waiting = self._desk.board.state().queue
        if waiting:
            return waiting[0].model
        untold = any(not page.scene.text.strip() for page in self._desk.book.story_pages)
        return ModelKind.TEXT if untold else ModelKind.IMAGE
