"""Undo and redo of the author's edits.

A step is the pair of books around an edit. Undoing it puts back exactly the fields the edit changed, in the book as
it is now: what jobs brought meanwhile, texts and takes alike, stays.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel

from engine.book.model import Book, Page

DEPTH = 200
"""Edits kept; an evening's work."""

M = TypeVar("M", bound=BaseModel)


class History:
    """The author's edits of this session, newest last."""

    def __init__(self) -> None:
        self._past: list[tuple[Book, Book]] = []
        self._future: list[tuple[Book, Book]] = []

    def remember(self, before: Book, after: Book) -> None:
        """Note an edit; one that changed nothing is not worth a step."""
        if after != before:
            self._past = [*self._past[-DEPTH + 1 :], (before, after)]
            self._future.clear()

    def undo(self, now: Book) -> Book:
        """Return `now` without the last edit; `now` itself if there is none."""
        if not self._past:
            return now
        before, after = self._past.pop()
        self._future.append((before, after))
        return exchange(now, put=before, in_place_of=after)

    def redo(self, now: Book) -> Book:
        """Return `now` with the edit undone last; `now` itself if there is none."""
        if not self._future:
            return now
        before, after = self._future.pop()
        self._past.append((before, after))
        return exchange(now, put=after, in_place_of=before)


def exchange(now: Book, *, put: Book, in_place_of: Book) -> Book:
    """Return `now` with each field that differs between the two books set as in `put`. Takes are never taken away."""
    book = _fields(now, put, in_place_of, leave={"pages", "pages_made"})
    return book.model_copy(update={"pages": _pages(now, put, in_place_of)})


def _pages(now: Book, put: Book, gone: Book) -> tuple[Page, ...]:
    old = {page.id: page for page in gone.pages}
    new = {page.id: page for page in put.pages}
    pages = {
        page.id: _page(page, new[page.id], old[page.id]) if page.id in new and page.id in old else page
        for page in now.pages
    }
    if list(old) == list(new):
        return tuple(pages.values())
    came_since = [page for page in pages if page not in old and page not in new]
    return tuple(pages.get(page) or new[page] for page in [*new, *came_since])


def _page(now: Page, put: Page, gone: Page) -> Page:
    page = _fields(now, put, gone, leave={"scene", "takes", "outline"})
    parts: dict[str, Any] = {
        "scene": _fields(now.scene, put.scene, gone.scene),
        "outline": _fields(now.outline, put.outline, gone.outline),
    }
    return page.model_copy(update=parts)


def _fields(now: M, put: M, gone: M, leave: frozenset[str] | set[str] = frozenset()) -> M:
    changed = {
        name: getattr(put, name)
        for name in type(now).model_fields
        if name not in leave and getattr(put, name) != getattr(gone, name)
    }
    return now.model_copy(update=changed)
