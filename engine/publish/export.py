"""Publish a book: preflight, then the file, written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from threading import Event

from engine.book import files
from engine.book.folder import BookFolder
from engine.book.manuscript import as_markdown
from engine.book.real_names import real_names
from engine.errors import FibelError
from engine.language.book_safety import refuse_book, safety_rules
from engine.language.stand_ins import with_names
from engine.presets import FormatPreset
from engine.publish import typeface
from engine.publish.cover import cover_sheet, wrap
from engine.publish.finding import ordered
from engine.publish.matter import sheets
from engine.publish.preflight import Finding, errors, preflight, presets
from engine.publish.profile import Profile
from engine.publish.sheets import Sheet
from engine.publish.source import Source, source
from engine.settings import preset_folders
from engine.units import Bytes

__all__ = ["Exported", "Kind", "export"]

Progress = Callable[[int, int], None]


class Kind(StrEnum):
    """What a book can be published as; the file's suffix says it."""

    PDF = ".pdf"
    EPUB = ".epub"
    CBZ = ".cbz"
    MARKDOWN = ".md"
    """The words alone, as `fibel new --from` reads them."""
    DOCX = ".docx"
    """The words and what is to be seen, for those who edit in a word processor."""
    PICTURES = ".zip"
    """The pictures alone, as large as there are, named by their pages."""

    @classmethod
    def of(cls, path: Path) -> Kind:
        """Return the kind a file's name asks for.

        Raises:
            FibelError: `usage`.
        """
        try:
            return cls(path.suffix.lower())
        except ValueError:
            known = ", ".join(kind.value for kind in cls)
            raise FibelError("usage", f"{path.name}: a book can be written as {known}.") from None


_WORDS = (Kind.MARKDOWN, Kind.DOCX)


@dataclass(frozen=True, slots=True)
class Exported:
    """What was written, and what preflight had to say."""

    path: Path
    kind: Kind
    pages: int
    bytes: Bytes
    findings: tuple[Finding, ...]


def export(
    folder: BookFolder,
    to: Path,
    *,
    format_name: str | None = None,
    profile: Profile | None = None,
    soft_pictures: bool = False,
    force: bool = False,
    stale: frozenset[str] = frozenset(),
    progress: Progress | None = None,
    stop: Event | None = None,
) -> Exported:
    """Write the book to a file; an existing one is replaced only by a whole new one.

    Args:
        format_name: trim size in place of the book's.
        profile: what the file is for. None makes a PDF to print, and only warns of pictures that look soft on paper;
            of an e-book it makes one whose pages look as on paper, of `.md` the manuscript.
        soft_pictures: somebody has said yes to pictures that look soft on paper.
        force: go past preflight's errors, but not past what does not belong into a children's book.
        stale: as for :func:`engine.publish.preflight.preflight`.
        progress: told pages done and all pages.
        stop: once it is set, by any thread, the export ends before its next page or before it writes the file; a file
            that is being written gets whole.

    Raises:
        FibelError: `usage`, `preset_unknown`, `not_for_children`, `export_incomplete` naming what is missing,
            `export_cancelled`, `take_missing`, `take_broken`, `extra_missing`, `disk_full`, `export_failed`.
    """
    kind = Kind.of(to)
    if profile is not None and profile.suffix != kind:
        raise FibelError("usage", f"--profile {profile} makes a {profile.suffix}, not {to.name}.")
    if to.is_dir():
        raise FibelError("usage", f"{to} is a folder.")
    if not to.absolute().parent.is_dir():
        raise FibelError("export_failed", f"There is no folder {to.absolute().parent}.")
    if kind in _WORDS and profile is None:
        words = _words(kind, folder)
        _write(to, words)
        return Exported(to, kind, len(folder.book.story_pages), len(words), ())
    stop = stop or Event()
    refuse_book(folder.book, safety_rules(preset_folders()))
    about = profile if kind is Kind.PDF else Profile.SCREEN
    page, age = presets(folder.book, format_name)
    findings: list[Finding] = []
    if kind is not Kind.PICTURES and not (profile and profile.for_work):
        findings = preflight(folder, stale=stale, format_name=format_name, profile=about, soft_pictures=soft_pictures)
        if (found := errors(findings)) and not force:
            raise FibelError("export_incomplete", _told(found))
    _heed(stop)
    published = source(folder)
    face = published.face if kind is Kind.PDF or published.face.shared else typeface.ANDIKA
    with typeface.setting_in(face):
        on_paper = about is None or about.on_paper
        pages = sheets(published, page, age, filled=on_paper, folded=profile is Profile.BOOKLET)
        made = _made(kind, profile, published, page, pages, _heeding(stop, progress or _unseen))
    if kind is Kind.PDF and (about or Profile.PRINT) in INSPECTED:
        findings = ordered([*findings, *_inspected(made.content, about or Profile.PRINT, published, page, len(pages))])
        if (found := errors(findings)) and not force:
            raise FibelError("export_incomplete", _told(found))
    _heed(stop)
    _write(to, made.content)
    return Exported(to, kind, made.pages, len(made.content), tuple(findings))


@dataclass(frozen=True, slots=True)
class _Made:
    content: bytes
    pages: int


INSPECTED = (Profile.PRINT, Profile.SCREEN, Profile.ARCHIVE, Profile.PROOF, Profile.COVER)
"""Files that others judge by rules which are known."""


def _inspected(content: bytes, profile: Profile, book: Source, page: FormatPreset, pages: int) -> list[Finding]:
    """Look at the finished file, where that is possible here."""
    from engine.publish import inspection

    if not inspection.available():
        return []
    around = wrap(book, page, pages) if profile is Profile.COVER else None
    return inspection.inspect(content, page, profile, wrap=around, marked=book.edition.marked)


def _words(kind: Kind, folder: BookFolder) -> bytes:
    """Return the words alone, with the real names this machine knows."""
    book = with_names(folder.book, real_names(folder.book).names)
    if kind is Kind.MARKDOWN:
        return as_markdown(book).encode()
    from engine.publish.docx import as_docx

    return as_docx(book, source(folder).date)


def _made(
    kind: Kind,
    profile: Profile | None,
    book: Source,
    page: FormatPreset,
    pages: Sequence[Sheet],
    progress: Progress,
) -> _Made:
    """Return the file's bytes and its pages; what makes them is slow to import, and most of it is not wanted."""
    match kind:
        case Kind.PDF:
            return _pdf(profile or Profile.PRINT, book, page, pages, progress)
        case Kind.EPUB if profile is Profile.REFLOW:
            from engine.publish.epub_reflow import write_reflow

            content = write_reflow(book, page, pages, progress)
        case Kind.EPUB:
            from engine.publish.epub_fixed import write_fixed

            content = write_fixed(book, page, pages, progress, kindle=profile is Profile.KINDLE)
        case Kind.CBZ:
            from engine.publish.cbz import write_cbz

            content = write_cbz(book, page, pages, progress)
        case Kind.PICTURES:
            from engine.publish.picture_set import write_pictures

            return _Made(*write_pictures(book, progress))
        case Kind.MARKDOWN | Kind.DOCX:
            from engine.publish.listing import listing

            content = listing(book, page, len(pages)).encode()
    return _Made(content, len(pages))


def _pdf(profile: Profile, book: Source, page: FormatPreset, pages: Sequence[Sheet], progress: Progress) -> _Made:
    from engine.publish.pdf import make_for, write_cover, write_pdf

    make = make_for(profile, page)
    match profile:
        case Profile.COVER:
            around, sheet = cover_sheet(book, page, len(pages))
            return _Made(write_cover(book, around, sheet, make, progress), 1)
        case Profile.BOOKLET:
            from engine.publish.booklet import write_booklet

            return _Made(*write_booklet(book, page, pages, make, progress))
        case Profile.CONTACT:
            from engine.publish.contact import write_contact

            return _Made(*write_contact(book, make, progress))
        case _:
            return _Made(write_pdf(book, page, pages, make, progress), len(pages))


def _unseen(_done: int, _of: int) -> None:
    """Nobody watches."""


def _heeding(stop: Event, progress: Progress) -> Progress:
    """Return a progress that is told nothing more once somebody has said stop: the work ends there."""

    def told(done: int, of: int) -> None:
        _heed(stop)
        progress(done, of)

    return told


def _heed(stop: Event) -> None:
    if stop.is_set():
        raise FibelError("export_cancelled")


def _told(found: list[Finding]) -> str:
    """Name each kind of error once, with the pages it stands on."""
    by_message: dict[str, list[str]] = {}
    for finding in found:
        by_message.setdefault(finding.message, []).extend([str(finding.page)] if finding.page else [])
    return " ".join(
        f"{message} ({'page' if len(pages) == 1 else 'pages'} {', '.join(pages)})" if pages else message
        for message, pages in by_message.items()
    )


def _write(to: Path, content: bytes) -> None:
    try:
        files.write_atomic(to, content, mode=files.FOR_OTHERS)
    except FibelError as error:
        if error.code == "disk_full":
            raise
        raise FibelError("export_failed", error.details) from error
