"""Preflight: what a reader or a printer would stumble over, page by page, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.book.folder import BookFolder
from engine.book.model import Approver, Book, Page, PictureState, Role, TextState
from engine.presets import AgePreset, FormatPreset, PresetKind, load
from engine.publish import typeface
from engine.publish.layout import PageLayout
from engine.publish.sheets import set_story
from engine.publish.source import PublishedPage, source
from engine.settings import preset_folders

PRINTABLE_DPI = 200
"""Below it pictures look soft on paper; for reading on a screen any resolution does."""

SHEET = 4
"""Pages on one folded sheet of paper."""


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend; `page` is its number, None for the whole book."""

    severity: Severity
    code: str
    page: int | None
    message: str
    hint: str


def preflight(
    folder: BookFolder, *, stale: frozenset[str] = frozenset(), format_name: str | None = None
) -> list[Finding]:
    """Return the findings, errors first, else in reading order.

    Args:
        stale: ids of pages whose picture shows something else than the page now says.
        format_name: trim size in place of the book's.

    Raises:
        FibelError: `preset_unknown`, `preset_broken`, `file_unreadable`.
    """
    book = folder.book
    format_, age = presets(book, format_name)
    published = source(folder).pages
    found = [*_of_book(book, len(published) + 2)]
    for number, page in enumerate(book.pages, start=1):
        if page.role is Role.STORY:
            found += _of_text(number, page)
        if page.role is Role.STORY or page.chosen_take is not None:
            found += _of_picture(number, page, folder, page.id in stale)
    setting = set_story(published, format_, age.type_size)
    told = [page for page in published if page.role is Role.STORY]
    for one, layout in zip(told, setting.pages, strict=True):
        found += _of_layout(one, layout, setting.type_size)
    return sorted(found, key=lambda finding: (list(Severity).index(finding.severity), finding.page or 0))


def presets(book: Book, format_name: str | None) -> tuple[FormatPreset, AgePreset]:
    """Return the trim size and the age a book is published for; raises as `preflight`."""
    own = preset_folders()
    return (
        load(PresetKind.FORMATS, FormatPreset, format_name or book.format, own),
        load(PresetKind.AGES, AgePreset, book.age, own),
    )


def _of_book(book: Book, sheets: int) -> Iterator[Finding]:
    if not book.story_pages:
        yield Finding(Severity.ERROR, "no-pages", None, "The book has no story page.", "Add one in the outline.")
    if not book.title:
        yield Finding(Severity.WARNING, "no-title", None, "The book has no title.", "Give it one.")
    if not book.author:
        yield Finding(Severity.NOTE, "no-author", None, "The book names no author.", "Put your name to it.")
    if unknown := typeface.missing(book.title + book.author):
        yield _missing(None, unknown)
    yield from _of_origin(book)
    if sheets % SHEET:
        message = f"With title and colophon the book has {sheets} pages, which is no multiple of {SHEET}."
        hint = "A printer adds blank ones at its end; for a screen any number does."
        yield Finding(Severity.NOTE, "page-count", None, message, hint)


def _of_origin(book: Book) -> Iterator[Finding]:
    takes = [page.chosen_take for page in book.pages if page.chosen_take is not None]
    sketches = [take for take in takes if take.sketch]
    hint = "Paint them with real servers before printing."
    if sketches and len(sketches) < len(takes):
        message = "Some pictures are sketches of the box, others are not."
        yield Finding(Severity.WARNING, "mixed-sketches", None, message, hint)
    elif sketches:
        yield Finding(Severity.NOTE, "sketches", None, "The pictures are sketches of the box.", hint)
    approvals = [a for page in book.pages for a in (page.text_approval, page.picture_approval) if a is not None]
    if any(approval.by is Approver.UNATTENDED for approval in approvals):
        message = "Texts or pictures were approved unattended; the colophon says so."
        yield Finding(Severity.NOTE, "unattended", None, message, "Read the book once and approve its pages yourself.")


def _of_text(number: int, page: Page) -> Iterator[Finding]:
    if not page.scene.text.strip():
        yield Finding(Severity.ERROR, "no-text", number, "The page has no text.", "Write it, or delete the page.")
    elif page.text_state is not TextState.APPROVED:
        message = "The text has changed since it was approved." if page.text_approval else "The text is not approved."
        yield Finding(Severity.ERROR, "text-not-approved", number, message, "Read it and approve it.")
    if page.draft is not None:
        message = "A proposed text waits; the book goes out with the present one."
        yield Finding(Severity.NOTE, "draft-waits", number, message, "Accept or dismiss the proposal.")


def _of_picture(number: int, page: Page, folder: BookFolder, stale: bool) -> Iterator[Finding]:
    take = page.chosen_take
    if take is None:
        yield Finding(Severity.ERROR, "no-picture", number, "The page has no picture.", "Paint it.")
        return
    if not folder.take_path(take).is_file():
        hint = f"Paint the page again, or restore {take.file}."
        yield Finding(Severity.ERROR, "picture-missing", number, "The picture is not on disk.", hint)
    if page.picture_state() is not PictureState.APPROVED:
        hint = "Look at it and approve it."
        severity = Severity.ERROR if page.role is Role.STORY else Severity.WARNING
        yield Finding(severity, "picture-not-approved", number, "The picture is not approved.", hint)
    if stale:
        hint = "Paint it again, or keep it if it still fits."
        yield Finding(Severity.WARNING, "stale", number, "The picture was painted for another prompt.", hint)
    if not page.scene.alt:
        message = "The picture has no words for those who cannot see it."
        yield Finding(Severity.WARNING, "no-alt", number, message, "Say in one sentence what is to be seen.")


def _of_layout(page: PublishedPage, layout: PageLayout, type_size: float) -> Iterator[Finding]:
    if unknown := typeface.missing(page.text):
        yield _missing(page.number, unknown)
    if not layout.fits:
        hint = "Shorten it, or make two pages of it."
        yield Finding(Severity.ERROR, "text-too-long", page.number, "The text does not fit on the page.", hint)
    elif layout.text.size < type_size:
        message = f"The text is long and is set in {layout.text.size:.3g} in place of {type_size:.3g} points."
        yield Finding(Severity.NOTE, "text-long", page.number, message, "Shorten it if you can.")
    if page.take is not None and layout.picture is not None:
        dpi = page.take.width / (layout.picture.width / 25.4)
        if dpi < PRINTABLE_DPI:
            message = f"The picture has {dpi:.0f} pixels per inch; paper shows {PRINTABLE_DPI} and more."
            hint = "Fine on a screen; for print paint it larger."
            yield Finding(Severity.WARNING, "low-resolution", page.number, message, hint)


def _missing(number: int | None, characters: Sequence[str]) -> Finding:
    message = f"The book's typeface has no {' '.join(characters)}."
    return Finding(Severity.ERROR, "missing-glyph", number, message, "Use other characters.")
