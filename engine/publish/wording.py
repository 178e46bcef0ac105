"""Preflight's part about the words: what was forgotten in them, how they are spelt, in which language."""

from __future__ import annotations

from collections.abc import Iterator

from engine.book.model import Book
from engine.language.leftovers import language_of, leftovers
from engine.language.typography import spelling_findings
from engine.publish.finding import Cause, Finding, Severity

SHOWN = 60
"""Characters of a forgotten part that are quoted."""


def of_wording(book: Book) -> Iterator[Finding]:
    """Yield what a reader should never see of a book's making, and words that look wrongly spelt."""
    for number, text, cause in _read(book):
        for part in dict.fromkeys(leftovers(text)):
            message = f"“{part[:SHOWN]}” looks forgotten."
            hint = "Take it out, unless a child is to hear it."
            yield Finding(Severity.WARNING, "leftover", number, message, hint, cause)
        if book.language == "de" and next(spelling_findings(text), None) is not None:
            message = "An umlaut or ß seems to be missing."
            hint = "Let the language check show it."
            yield Finding(Severity.WARNING, "spelling", number, message, hint, cause)
    for number, page in enumerate(book.pages, start=1):
        there = language_of(page.scene.alt)
        if there and there != book.language:
            message = "The picture's description is not in the book's language."
            hint = "A voice reads it in the book's own: say it in that."
            yield Finding(Severity.WARNING, "alt-language", number, message, hint, Cause.ALT)


def _read(book: Book) -> Iterator[tuple[int | None, str, Cause]]:
    """Yield whatever is read, by page."""
    yield None, book.title, Cause.BOOK
    if book.edition is not None:
        for text in (book.edition.dedication, book.edition.about, book.edition.blurb):
            yield None, text, Cause.PARTS
        yield None, book.edition.imprint.credits, Cause.IMPRINT
    for number, page in enumerate(book.pages, start=1):
        yield number, page.scene.text, Cause.TEXT
        yield number, page.scene.alt, Cause.ALT
