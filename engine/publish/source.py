"""What goes into a published book: its words and chosen pictures, and how it came to be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from engine.book.folder import BookFolder
from engine.book.model import Book, Take
from engine.units import Px

UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Date of a book in which nothing was ever painted or approved."""


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A story page; `number` is its place in the book, from 1."""

    number: int
    text: str
    alt: str
    take: Take | None

    @property
    def picture_size(self) -> tuple[Px, Px] | None:
        return None if self.take is None else (self.take.width, self.take.height)


@dataclass(frozen=True, slots=True)
class Source:
    """A whole book, ready to be laid out. `read` brings a take's PNG from the disk."""

    title: str
    author: str
    language: str
    age: str
    pages: tuple[PublishedPage, ...]
    cover: Take | None
    colophon: tuple[str, ...]
    date: datetime
    read: Callable[[Take], bytes]


def source(folder: BookFolder) -> Source:
    """Return what of an open book is published.

    Raises:
        FibelError: `file_unreadable`.
    """
    book = folder.book
    pages = tuple(
        PublishedPage(number, page.scene.text.strip(), page.scene.alt, page.chosen_take)
        for number, page in enumerate(book.pages, start=1)
        if page.scene.text.strip() or page.chosen_take is not None
    )
    takes = [page.take for page in pages if page.take is not None]
    return Source(
        title=book.title or "Ohne Titel",
        author=book.author,
        language=book.language,
        age=book.age,
        pages=pages,
        cover=takes[-1] if takes else None,
        colophon=_colophon(book, takes, _writers(folder)),
        date=_date(book),
        read=folder.read_take,
    )


def _writers(folder: BookFolder) -> list[str]:
    """Return who wrote texts that are in the book still, in the order of their first text, from the journal."""
    found: dict[str, None] = {}
    for record in folder.journal.records():
        if record.get("type") == "provenance" and str(record.get("what")).endswith(".text"):
            found[str(record.get("by"))] = None
    return list(found)


def _colophon(book: Book, takes: list[Take], writers: list[str]) -> tuple[str, ...]:
    lines = [f"Idee und Auswahl: {book.author}" if book.author else "Idee und Auswahl: ohne Namen"]
    if writers:
        lines.append(f"Text: mit Hilfe eines Sprachmodells ({', '.join(writers)})")
    painters = sorted({take.recipe.checkpoint.removesuffix(".safetensors") for take in takes if not take.sketch})
    if painters:
        lines.append(f"Bilder: mit einem Bildmodell erzeugt ({', '.join(painters)})")
    if any(take.sketch for take in takes):
        lines.append("Bilder: Skizzen der eingebauten Maschine von Fibel, kein Bildmodell")
    lines += ["Schrift: Andika, SIL International, SIL Open Font License", "Gemacht mit Fibel"]
    return tuple(lines)


def _date(book: Book) -> datetime:
    """Return the date of the last thing that happened to the book: two exports of one state are the same file."""
    stamps = [take.at for page in book.pages for take in page.takes]
    approvals = [a for page in book.pages for a in (page.text_approval, page.picture_approval) if a is not None]
    stamps += [approval.at for approval in approvals]
    dates = [date for stamp in stamps if (date := _read(stamp)) is not None]
    return max(dates, default=UNDATED)


def _read(stamp: str) -> datetime | None:
    try:
        date = datetime.fromisoformat(stamp)
    except ValueError:
        return None
    return date if date.tzinfo is not None else date.replace(tzinfo=UTC)
