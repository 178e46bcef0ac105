"""Page numbers as an author writes them: `2-5,7`."""

from __future__ import annotations

import re

from engine.book.model import Book
from engine.errors import FibelError

_PART = re.compile(r"(?P<first>\d+)(?:\s*[-–]\s*(?P<last>\d+))?")


def chosen(book: Book, selection: str) -> list[str] | None:
    """Return the ids of the pages selected, in reading order; None if nothing was selected.

    Raises:
        FibelError: `usage` if it is no selection, `page_unknown` if the book has no such page.
    """
    if not selection.strip():
        return None
    numbers: set[int] = set()
    for part in selection.split(","):
        found = _PART.fullmatch(part.strip())
        if found is None:
            raise FibelError("usage", f"--pages {selection}: say it as 2-5,7.")
        first = int(found["first"])
        last = int(found["last"] or first)
        if not 1 <= first <= last <= len(book.pages):
            raise FibelError("page_unknown", f"{part.strip()}: the book has the pages 1 to {len(book.pages)}.")
        numbers.update(range(first, last + 1))
    return [book.pages[number - 1].id for number in sorted(numbers)]
