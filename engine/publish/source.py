"""What goes into a published book: its words, its chosen pictures, and how both came to be."""

from __future__ import annotations

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from engine.book.edition import Edition, Layout
from engine.book.folder import BookFolder
from engine.book.model import Book, Page, Role, Take
from engine.book.prints import Prints
from engine.book.real_names import real_names
from engine.language.names import renamed
from engine.language.stand_ins import with_names
from engine.publish.calm import Look, look
from engine.publish.colophon import colophon
from engine.publish.origin import Mark, Origin, of_take, of_text, together, writings
from engine.publish.own_face import chosen
from engine.publish.sight import Sight, sight
from engine.publish.typeface import Face
from engine.units import Px

UNTITLED = "Ohne Titel"
UNDATED = datetime(2000, 1, 1, tzinfo=UTC)
"""Date of a book in which nothing was ever painted or approved."""

_NAMESPACE = uuid.UUID("7f0a6c3e-2d52-5c39-9c0e-6b1de5f1be10")
"""Of the identifiers of published books."""


@dataclass(frozen=True, slots=True)
class PublishedPage:
    """A page between title and colophon; `number` is its place in the book, from 1."""

    number: int
    role: Role
    text: str
    alt: str
    take: Take | None
    layout: Layout | None = None
    framing: str = ""
    written: Origin = Origin.HAND
    """How its text came to be."""

    @property
    def origins(self) -> tuple[Origin, ...]:
        """Return how its picture came to be, and its part of the story."""
        text = (self.written,) if self.text and self.role is Role.STORY else ()
        return text if self.take is None else (*text, of_take(self.take))

    @property
    def picture_size(self) -> tuple[Px, Px] | None:
        return None if self.take is None else (self.take.width, self.take.height)


@dataclass(frozen=True, slots=True)
class Cover:
    """The picture of the title page, and its words for those who cannot see it."""

    take: Take
    alt: str


@dataclass(frozen=True, slots=True)
class Player:
    """One of the cast, with the picture that shows it, if there is one."""

    name: str
    take: Take | None


@dataclass(frozen=True, slots=True)
class Source:
    """A whole book, ready to be laid out. `read` brings a take's PNG from the disk, enlarged where a model did so."""

    title: str
    subtitle: str
    author: str
    language: str
    age: str
    pages: tuple[PublishedPage, ...]
    cover: Cover | None
    colophon: tuple[str, ...]
    date: datetime
    identifier: str
    """A UUID that stays the same from one export of the book to the next."""
    read: Callable[[Take], bytes]
    size: Callable[[Take], tuple[Px, Px]]
    """Pixels of what `read` brings that count for print."""
    look: Callable[[Take], Look | None]
    sight: Callable[[Take], Sight | None]
    prints: Prints
    edition: Edition
    cast: tuple[Player, ...]
    face: Face

    @property
    def mark(self) -> Mark | None:
        """Return what the whole book says of itself to machines; None for nothing, or at the author's wish."""
        if not self.edition.marked:
            return None
        cover = () if self.cover is None else (of_take(self.cover.take),)
        return together((*cover, *(origin for page in self.pages for origin in page.origins)))


def source(folder: BookFolder) -> Source:
    """Return what of an open book is published, with the real names this machine knows in place of their stand-ins.

    Raises:
        FibelError: `file_unreadable`, `names_broken`.
    """
    kept = folder.book
    names = real_names(kept).names
    written = writings(folder.journal.records())
    face, _ = chosen(folder.folder, kept.edition or Edition())
    book = with_names(kept, names)
    title_page = next((page for page in book.pages if page.role is Role.TITLE), None)
    pages = tuple(
        PublishedPage(
            number,
            page.role,
            _told(page),
            page.scene.alt,
            page.chosen_take,
            page.layout,
            page.scene.framing,
            of_text(kept.page(page.id).scene.text, written.get(page.id, ())),
        )
        for number, page in enumerate(book.pages, start=1)
        if page.role is not Role.TITLE and (_told(page) or page.chosen_take is not None)
    )
    return Source(
        title=book.title or UNTITLED,
        subtitle=_told(title_page) if title_page else "",
        author=book.author,
        language=book.language,
        age=book.age,
        pages=pages,
        cover=_cover(title_page, pages),
        colophon=tuple(renamed(line, names, kept.language) for line in colophon(kept, written, face)),
        date=_date(book),
        identifier=str(uuid.uuid5(_NAMESPACE, "\n".join((kept.title, kept.author, kept.idea)))),
        read=lambda take: _largest(folder, take),
        size=lambda take: _counted(folder, take),
        look=lambda take: look(folder.take_path(take)),
        sight=lambda take: sight(folder.take_path(take)),
        prints=folder.prints,
        edition=book.edition or Edition(),
        cast=_cast(book),
        face=face,
    )


def _largest(folder: BookFolder, take: Take) -> bytes:
    """Return a take's picture, or the enlargement a model made of it."""
    original = folder.read_take(take)
    enlarged = None if take.sketch else folder.prints.enlarged(take)
    try:
        return original if enlarged is None else enlarged.read_bytes()
    except OSError:
        return original


def _counted(folder: BookFolder, take: Take) -> tuple[Px, Px]:
    """Return the pixels that count: what the box enlarges of its sketches is arithmetic and adds nothing to see."""
    enlarged = None if take.sketch else folder.prints.enlarged_size(take)
    return enlarged or (take.width, take.height)


def _cast(book: Book) -> tuple[Player, ...]:
    takes = {take.id: take for page in book.pages for take in page.takes}
    return tuple(Player(one.name, takes.get(one.reference or "")) for one in book.cast)


def _told(page: Page) -> str:
    """Return the page's text; hints where a word may be divided go, for none is."""
    return page.scene.text.replace("\u00ad", "").strip()


def _cover(title_page: Page | None, pages: Sequence[PublishedPage]) -> Cover | None:
    """Return the title page's own picture, or the one from the middle of the story: it gives no ending away."""
    if title_page is not None and title_page.chosen_take is not None:
        return Cover(title_page.chosen_take, title_page.scene.alt)
    painted = [(page.take, page.alt) for page in pages if page.take is not None and page.role is Role.STORY]
    return Cover(*painted[(len(painted) - 1) // 2]) if painted else None


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
    return date.astimezone(UTC) if date.tzinfo is not None else date.replace(tzinfo=UTC)
