"""What all wishes share: the open book with its engine, the author's undo, and how a wish finds its page."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace

from engine.book.edits import Edit
from engine.book.history import History, Move, Step
from engine.book.model import Book, Page
from engine.book.touched import Touched, touched
from engine.errors import FibelError
from engine.jobs import consent
from engine.jobs.desk import Desk
from engine.jobs.job import Job, JobKind
from engine.jobs.printroom import PrintRoom
from engine.jobs.runner import Runner
from engine.language.stand_ins import hide_names

PICTURE_SEED_BITS = 63
"""Seeds stay below 2**63, so that every tool that reads them as signed numbers agrees."""

WRITER_SEED_BITS = 31
"""Ollama takes a signed 32-bit number."""


class Author:
    """The author at the desk. Belongs to the engine's loop."""

    def __init__(self, desk: Desk, runner: Runner, history: History) -> None:
        self.desk = desk
        self.runner = runner
        self._history = history
        self.printroom = PrintRoom(desk)

    @property
    def book(self) -> Book:
        return self.desk.book

    async def edit(self, edit: Edit) -> None:
        """Apply an edit of the author's; it can be undone, also after a restart.

        Raises:
            FibelError: as :meth:`engine.jobs.desk.Desk.change`.
        """
        steps: list[Step | None] = []

        def remembered(book: Book) -> Book:
            after = hide_names(edit(book))  # before the journal keeps it as a step that can be taken back
            steps.append(self._history.remember(book, after))
            return after

        await self.desk.change(remembered)
        for step in filter(None, steps):
            await self.desk.queue.note({"type": Move.EDIT, "step": step.model_dump(mode="json")})

    async def undo(self) -> Touched | None:
        """Take the last edit back and return what it was about; None if there is none."""
        return await self._go(Move.UNDO, self._history.undo, self._history.last)

    async def redo(self) -> Touched | None:
        """Put the edit that was undone last in place again and return what it is about; None if there is none."""
        return await self._go(Move.REDO, self._history.redo, self._history.next)

    async def _go(self, move: Move, there: Edit, step: Step | None) -> Touched | None:
        if step is None:
            return None
        before = self.book
        await self.desk.change(there)
        await self.desk.queue.note({"type": move})
        return touched(step, before, self.book)

    def page(self, page: str) -> Page:
        """Return a page by its id.

        Raises:
            FibelError: `page_unknown`.
        """
        try:
            return self.book.page(page)
        except KeyError:
            raise FibelError("page_unknown", page) from None

    def untranslated(self) -> list[Page]:
        """Return pages with a text whose translation is missing or older; the author's own action is never older."""
        return [
            page
            for page in self.book.story_pages
            if page.scene.text.strip() and (not page.scene.action or page.action_stale)
        ]

    async def translate(self, pages: Sequence[str]) -> tuple[Job, ...]:
        """Put the translation of these pages on the list, but for those it is on already.

        Raises:
            FibelError: `consent_missing`.
        """
        fresh = self.without_job(JobKind.TRANSLATE, pages)
        if fresh:
            consent.require(self.desk)
        return (await self.desk.queue.add(JobKind.TRANSLATE, fresh, seed=writer_seed()),) if fresh else ()

    async def put_first(self, job: str) -> None:
        """Have a job done before all others, even while the list is paused."""
        order = self.desk.queue.arrangement
        self.desk.agenda.despite_pause(job)
        front = (job, *(other for other in order.front if other != job))
        await self.desk.queue.arrange(replace(order, front=front))

    def without_job(self, kind: JobKind, pages: Sequence[str]) -> list[str]:
        """Leave out the pages for which such a job waits or runs already."""
        busy = {page for job in self.desk.queue.open if job.kind is kind for page in job.pages}
        return [page for page in pages if page not in busy]


class Wishes:
    """What an author may do with one part of the book. Belongs to the engine's loop."""

    def __init__(self, author: Author) -> None:
        self._author = author
        self._desk = author.desk
        self._runner = author.runner


def writer_seed() -> int:
    """Return a fresh seed for the writer."""
    return secrets.randbits(WRITER_SEED_BITS)


def picture_seed() -> int:
    """Return a fresh seed for a take."""
    return secrets.randbits(PICTURE_SEED_BITS)
