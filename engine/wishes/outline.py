"""What an author may do with the outline and the order of the pages."""

from __future__ import annotations

from engine.book import edits
from engine.book.model import OutlineLine
from engine.errors import FibelError
from engine.jobs import consent
from engine.jobs.job import Job, JobKind
from engine.wishes.author import Wishes, writer_seed


class OutlineWishes(Wishes):
    """What an author may do with the outline and the order of the pages; one method per intention."""

    async def propose(self, pages: int | None = None) -> Job:
        """Ask the writer for an outline; the author's own title, cast and texts stay.

        Raises:
            FibelError: `idea_empty`, `consent_missing`.
        """
        consent.require(self._desk)
        if not self._desk.book.idea.strip():
            raise FibelError("idea_empty")
        count = pages or len(self._desk.book.pages)
        return await self._desk.queue.add(JobKind.OUTLINE, seed=writer_seed(), count=count)

    async def settle(self) -> None:
        await self._author.edit(lambda book: edits.change_book(book, outline_settled=True))

    async def edit(self, page: str, line: OutlineLine) -> None:
        await self._author.edit(lambda book: edits.change_page(book, page, outline=line))

    async def insert_page(self, after: str | None = None) -> str:
        """Put an empty page after another, or at the beginning; return its id."""
        await self._author.edit(lambda book: edits.insert_page(book, after))
        pages = self._desk.book.pages
        return pages[self._desk.book.number_of(after) if after else 0].id

    async def delete_page(self, page: str) -> None:
        await self._author.edit(lambda book: edits.delete_page(book, page))

    async def move_page(self, page: str, to: int) -> None:
        """Move a page so that its number becomes `to`."""
        await self._author.edit(lambda book: edits.move_page(book, page, to))

    async def split_page(self, page: str, at: int) -> None:
        """Tell a page on two: its words from character `at` on go to a new page after it."""
        await self._author.edit(lambda book: edits.split_page(book, page, at))

    async def merge_page(self, page: str) -> None:
        """Tell a page and the one after it on one."""
        await self._author.edit(lambda book: edits.merge_page(book, page))
