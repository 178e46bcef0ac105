"""What an author may do with the pictures."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from engine.book import edits
from engine.book.model import Approver, Region, Take
from engine.errors import FibelError
from engine.illustrator.sizes import wished_size
from engine.jobs import consent
from engine.jobs.events import Notice
from engine.jobs.job import Brief, Job, JobKind
from engine.samplers import CONVERGENT
from engine.wishes.author import Wishes, picture_seed


class PictureWishes(Wishes):
    """What an author may do with the pictures; one method per intention."""

    async def paint(
        self, pages: Sequence[str] | None = None, *, preset: str = "", size: str = "", seed: int | None = None
    ) -> tuple[Job, ...]:
        """Have pictures painted.

        Args:
            pages: page ids, each gets one more take; None takes the story pages that have a text but no picture.
            size: "L 3:4" or "640x896" for these; empty takes the book's.
            seed: for every one of them; None draws a new one each.

        Raises:
            FibelError: `preset_unknown`, `page_unknown`; `usage` for a size that is none.
        """
        if pages is None:
            lacking = [
                page.id for page in self._desk.book.story_pages if page.scene.text.strip() and not page.chosen_take
            ]
            pages = self._author.without_job(JobKind.PAINT, lacking)
        whole = len(pages) > 1
        return tuple([await self.repaint(page, preset=preset, size=size, seed=seed, whole=whole) for page in pages])

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

    async def repaint(
        self, page: str, *, preset: str = "", size: str = "", seed: int | None = None, whole: bool = False
    ) -> Job:
        """Have one more take of a page painted, with a new seed unless one is given.

        Args:
            size: as for `paint`.
            whole: part of a wish for many pages, so that nobody waits for this one in particular.

        Raises:
            FibelError: `preset_unknown`, `page_unknown`; `usage` for a size that is none; `consent_missing` if only the
                writer could say what is to be seen, and must not be told.
        """
        self._desk.sampler(preset)
        wished_size(size)
        here = self._author.page(page)
        if here in self._author.untranslated() and (consent.given(self._desk) or not here.scene.action):
            await self._author.translate([page])
        chosen_seed = picture_seed() if seed is None else seed
        return await self._desk.queue.add(
            JobKind.PAINT, [page], preset=preset, size=size.strip(), seed=chosen_seed, whole=whole
        )

    async def variation(self, page: str, strength: float = 0.5, *, preset: str = "", seed: int | None = None) -> Job:
        """Have the chosen take painted once more with its composition kept.

        Args:
            strength: how much of it is painted anew: 0.35 hardly differs, 0.65 keeps little more than the places.

        Raises:
            FibelError: `page_unknown`, `preset_unknown`; `take_missing`, the page has no picture yet.
        """
        self._desk.sampler(preset)
        brief = Brief(source=self._chosen(page).id, strength=strength)
        return await self._begin(page, brief, preset=preset, seed=seed)

    async def retouch(
        self,
        page: str,
        mask: Sequence[Region],
        instruction: str = "",
        *,
        strength: float = 0.6,
        seed: int | None = None,
    ) -> Job:
        """Have a marked part of the chosen take painted anew; every pixel outside it stays as it is.

        Args:
            mask: the parts that may change.
            instruction: English, what is to be seen there; empty means what the page shows.
            strength: how much of what was there is painted anew.

        Raises:
            FibelError: `page_unknown`; `take_missing`, the page has no picture yet; `usage`, nothing is marked.
        """
        if not mask:
            raise FibelError("usage", "Mark the part of the picture that shall change.")
        brief = Brief(source=self._chosen(page).id, strength=strength, mask=tuple(mask))
        return await self._begin(page, brief, instruction=instruction, seed=seed)

    async def draft(self, pages: Sequence[str] | None = None, *, preset: str = "draft") -> tuple[Job, ...]:
        """Have quick pictures painted; `final` works the ones the author likes out.

        Raises:
            FibelError: `page_unknown`, `preset_unknown`.
        """
        return await self.paint(pages, preset=preset)

    async def final(self, page: str, *, preset: str = "") -> Job:
        """Have the chosen take painted again with its seed and another preset.

        The composition stays if both samplers converge; where one does not, the author is told.

        Args:
            preset: empty takes the book's.

        Raises:
            FibelError: `page_unknown`, `preset_unknown`; `take_missing`, the page has no picture yet.
        """
        take = self._chosen(page)
        if not (take.recipe.sampler in CONVERGENT and self._desk.sampler(preset).converges):
            self._desk.emit(Notice("One of the two presets draws new noise at every step: expect another composition."))
        return await self.repaint(page, preset=preset or self._desk.book.preset, seed=take.recipe.seed)

    async def upscale(self, pages: Sequence[str] | None = None) -> tuple[Job, ...]:
        """Have the chosen takes enlarged for the press, but for those that are.

        Args:
            pages: page ids; None takes every page with a picture.

        Raises:
            FibelError: `page_unknown`; `take_missing`, a page named here has no picture yet.
        """
        if pages is None:
            pages = [page.id for page in self._desk.book.pages if page.chosen_take]
        fresh = self._author.without_job(JobKind.UPSCALE, pages)
        jobs = []
        for page in fresh:
            take = self._chosen(page)
            if await asyncio.to_thread(self._desk.folder.prints.enlarged, take) is None:
                brief = Brief(source=take.id)
                jobs.append(await self._desk.queue.add(JobKind.UPSCALE, [page], brief=brief, whole=len(fresh) > 1))
        return tuple(jobs)

    async def set_size(self, size: str) -> None:
        """Say how large new pictures are: "M 3:4", "L" (as the page is), "640x896", or nothing for the usual size.

        Raises:
            FibelError: `usage`.
        """
        wished_size(size)
        await self._author.edit(lambda book: edits.change_book(book, picture_size=size.strip() or None))

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

    def _chosen(self, page: str) -> Take:
        take = self._author.page(page).chosen_take
        if take is None:
            raise FibelError("take_missing", "This page has no picture yet.")
        return take

    async def _begin(
        self, page: str, brief: Brief, *, instruction: str = "", preset: str = "", seed: int | None = None
    ) -> Job:
        chosen = picture_seed() if seed is None else seed
        return await self._desk.queue.add(
            JobKind.PAINT, [page], brief=brief, instruction=instruction, preset=preset, seed=chosen
        )

    async def set_preset(self, name: str) -> None:
        self._desk.sampler(name)
        await self._author.edit(lambda book: edits.change_book(book, preset=name))

    async def set_style(self, name: str) -> None:
        await self._author.edit(lambda book: edits.change_book(book, style=name))

    async def let_style_yield(self) -> None:
        """Have the style's last words stand behind everything else where a character would find no room."""
        await self._author.edit(lambda book: edits.change_book(book, style_yields=True))
