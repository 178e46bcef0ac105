"""What an author may do with the texts of the pages and with what is to be seen."""

from __future__ import annotations

from collections.abc import Sequence

from engine.book import edits
from engine.book.model import Approver
from engine.jobs import consent
from engine.jobs.job import Job, JobKind
from engine.wishes.author import Wishes, writer_seed


class TextWishes(Wishes):
    """What an author may do with the texts of the pages and with what is to be seen; one method per intention."""

    async def write(self, pages: Sequence[str] | None = None) -> tuple[Job, ...]:
        """Have scenes told, and translated into what is to be seen.

        Args:
            pages: page ids; None takes the story pages that have no text yet.

        Raises:
            FibelError: `page_unknown`, `consent_missing`.
        """
        wanted = [page for page in self._desk.book.story_pages if not page.scene.text.strip()]
        if pages is not None:
            wanted = [self._author.page(page) for page in pages]
        fresh = self._author.without_job(JobKind.SCENES, [page.id for page in wanted])
        if fresh:
            consent.require(self._desk)
        jobs = [await self._desk.queue.add(JobKind.SCENES, fresh, seed=writer_seed())] if fresh else []
        return (
            *jobs,
            *await self.translate([*fresh, *(p.id for p in self._author.untranslated() if p.id not in fresh)]),
        )

    async def rewrite(self, page: str, instruction: str) -> Job:
        """Have a page's text told anew; the result waits as a draft.

        Raises:
            FibelError: `page_unknown`, `consent_missing`.
        """
        self._author.page(page)
        consent.require(self._desk)
        return await self._desk.queue.add(JobKind.REWRITE, [page], instruction=instruction, seed=writer_seed())

    async def translate(self, pages: Sequence[str] | None = None) -> tuple[Job, ...]:
        """Have texts translated into what is to be seen.

        Args:
            pages: page ids; None takes the pages whose translation is missing or older than their text.
        """
        wanted = [page.id for page in self._author.untranslated()] if pages is None else list(pages)
        return await self._author.translate(wanted)

    async def edit(self, page: str, text: str) -> None:
        await self._author.edit(lambda book: edits.change_scene(book, page, text=text))

    async def edit_action(self, page: str, action: str) -> None:
        await self._author.edit(lambda book: edits.set_action(book, page, action))

    async def edit_framing(self, page: str, framing: str) -> None:
        await self._author.edit(lambda book: edits.change_scene(book, page, framing=framing))

    async def edit_alt(self, page: str, alt: str) -> None:
        await self._author.edit(lambda book: edits.change_scene(book, page, alt=alt))

    async def accept_draft(self, page: str) -> None:
        await self._author.edit(lambda book: edits.accept_draft(book, page))

    async def dismiss_draft(self, page: str) -> None:
        await self._author.edit(lambda book: edits.dismiss_draft(book, page))

    async def approve(self, page: str, by: Approver = Approver.AUTHOR) -> None:
        """Approve a page's text; what is to be seen is translated from it again if it has changed since.

        Without consent to tell the writer of it, the page waits for the author's own words of what is to be seen.
        """
        at = self._desk.crew.clock.wall()
        await self._author.edit(lambda book: edits.approve_text(book, page, by=by, at=at))
        if consent.given(self._desk) and self._author.page(page) in self._author.untranslated():
            await self.translate([page])
