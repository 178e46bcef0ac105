"""The guard reads along: every text once, after the writer has been asked about it, with one load for all of them."""

from __future__ import annotations

from collections.abc import Sequence

from engine.book import edits
from engine.book.model import Book, GuardVerdict, Page, fingerprint
from engine.errors import FibelError
from engine.jobs.desk import Desk
from engine.jobs.events import Notice
from engine.writer.guard import Guard


async def read_along(desk: Desk, pages: Sequence[Page]) -> None:
    """Have the guard, if there is one, read the pages it has not read as they are; what it says is kept by each page.

    A guard that cannot be asked is told of and stops nothing: its pages count as not checked.
    """
    guard = desk.crew.guard
    unread = [page for page in pages if page.scene.text.strip() and not page.guarded]
    if guard is None or not unread:
        return
    try:
        for page in unread:
            await _read(desk, guard, page)
        await guard.leave()
    except FibelError as error:
        words = f"The guard model could not be asked: {error.message} What it has not read is not checked."
        desk.emit(Notice(words, error.hint, error.code))


async def _read(desk: Desk, guard: Guard, page: Page) -> None:
    text = page.scene.text
    verdict = GuardVerdict(of=fingerprint(text), by=guard.model, hazards=await guard.hazards(text))

    def keep(book: Book) -> Book:
        there = any(one.id == page.id for one in book.pages)
        return edits.change_page(book, page.id, guard=verdict) if there else book

    await desk.change(keep)
