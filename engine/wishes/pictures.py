"""What an author may do with the pictures."""

from __future__ import annotations

from collections.abc import Sequence

from engine.book import edits
from engine.book.model import Approver
from engine.jobs import consent
from engine.jobs.job import Job, JobKind
from engine.wishes.author import Wishes, picture_seed


class PictureWishes(Wishes):
    """What an author may do with the pictures; one method per intention."""

    async def paint(
        self, pages: Sequence[str] | None = None, *, preset: str = "", seed: int | None = None
    ) -> tuple[Job, ...]:
        """Have pictures painted.

        Args:
            pages: page ids, each gets one more take; None takes the story pages that have a text but no picture.
            seed: for every one of them; None draws a new one each.

        Raises:
            FibelError: `preset_unknown`, `page_unknown`.
        """
        if pages is None:
            lacking = [
                page.id for page in self._desk.book.story_pages if page.scene.text.strip() and not page.chosen_take
            ]
            pages = self._author.without_job(JobKind.PAINT, lacking)
        whole = len(pages) > 1
        return tuple([await self.repaint(page, preset=preset, seed=seed, whole=whole) for page in pages])

    async def several(self, page: str, times: int, *, preset: str = "") -> tuple[Job, ...]:
        """Have as many more takes of a page painted, each with a new seed.

        Raises:
            FibelError: `preset_unknown`, `page_unknown`.
        """
        return tuple([await self.repaint(page, preset=preset) for _ in range(times)])

    async def instead(self, page: str, *, preset: str = "") -> Job:
        """Drop the take of this page that is being painted, if one is, and begin another with a new seed at once.

        Raises:
            FibelError: `preset_unknown`, `page_unknown`.
        """
        job = await self.repaint(page, preset=preset)
        await self._author.put_first(job.id)
        running = self._desk.board.running
        if running is not None and running.kind is JobKind.PAINT and page in running.pages and running.id != job.id:
            await self._runner.cancel(running.id)
        return job

    async def repaint(self, page: str, *, preset: str = "", seed: int | None = None, whole: bool = False) -> Job:
        """Have one more take of a page painted, with a new seed unless one is given.

        Args:
            whole: part of a wish for many pages, so that nobody waits for this one in particular.

        Raises:
            FibelError: `preset_unknown`, `page_unknown`; `consent_missing` if only the writer could say what is to
                be seen, and must not be told.
        """
        self._desk.sampler(preset)
        here = self._author.page(page)
        if here in self._author.untranslated() and (consent.given(self._desk) or not here.scene.action):
            await self._author.translate([page])
        chosen_seed = picture_seed() if seed is None else seed
        return await self._desk.queue.add(JobKind.PAINT, [page], preset=preset, seed=chosen_seed, whole=whole)

    async def choose(self, page: str, take: str) -> None:
        await self._author.edit(lambda book: edits.choose_take(book, page, take))

    async def discard(self, page: str, take: str) -> None:
        """Lay a take aside; it is shown no more but when asked for, and can be fetched back."""
        await self._author.edit(lambda book: edits.discard_take(book, page, take))

    async def restore(self, page: str, take: str) -> None:
        await self._author.edit(lambda book: edits.discard_take(book, page, take, discarded=False))

    async def approve(self, page: str, by: Approver = Approver.AUTHOR) -> None:
        at = self._desk.crew.clock.wall()
        await self._author.edit(lambda book: edits.approve_picture(book, page, by=by, at=at))
        self._author.printroom.prepare(page)

    async def set_preset(self, name: str) -> None:
        self._desk.sampler(name)
        await self._author.edit(lambda book: edits.change_book(book, preset=name))

    async def set_style(self, name: str) -> None:
        await self._author.edit(lambda book: edits.change_book(book, style=name))
