"""Preflight: what a reader or a printer would stumble over, page by page, in plain words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from engine.book.folder import BookFolder
from engine.book.model import Book, Page, PictureState, Role, TextState
from engine.presets import AgePreset, FormatPreset, PresetKind, load
from engine.publish.layout import story_page
from engine.settings import preset_folders

PRINTABLE_DPI = 200
"""Below it pictures look soft on paper; for reading on a screen any resolution does."""


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
        FibelError: `preset_unknown`.
    """
    book = folder.book
    page = load(PresetKind.FORMATS, FormatPreset, format_name or book.format, preset_folders())
    age = load(PresetKind.AGES, AgePreset, book.age, preset_folders())
    found = list(_of_book(book))
    for number, story in enumerate(book.pages, start=1):
        if story.role is Role.STORY:
            found += _of_page(number, story, story.id in stale)
            found += _of_setting(number, story, page, age)
    return sorted(found, key=lambda finding: list(Severity).index(finding.severity))


def _of_book(book: Book) -> Iterator[Finding]:
    if not book.story_pages:
        yield Finding(Severity.ERROR, "no-pages", None, "The book has no story page.", "Add one in the outline.")
    if not book.title:
        yield Finding(Severity.WARNING, "no-title", None, "The book has no title.", "Give it one.")
    takes = [page.chosen_take for page in book.pages if page.chosen_take is not None]
    if any(take.sketch for take in takes):
        message = "Pictures are sketches of the box." if all(t.sketch for t in takes) else "Some pictures are sketches."
        yield Finding(Severity.NOTE, "sketches", None, message, "Paint them with real servers before printing.")


def _of_page(number: int, page: Page, stale: bool) -> Iterator[Finding]:
    if not page.scene.text.strip():
        yield Finding(Severity.ERROR, "no-text", number, "The page has no text.", "Write it, or delete the page.")
    elif page.text_state is not TextState.APPROVED:
        message = "The text has changed since it was approved." if page.text_approval else "The text is not approved."
        yield Finding(Severity.ERROR, "text-not-approved", number, message, "Read it and approve it.")
    if page.chosen_take is None:
        yield Finding(Severity.ERROR, "no-picture", number, "The page has no picture.", "Paint it.")
        return
    if stale:
        hint = "Paint it again, or keep it if it still fits."
        yield Finding(Severity.WARNING, "stale", number, "The picture was painted for another prompt.", hint)
    if page.picture_state() is not PictureState.APPROVED:
        yield Finding(
            Severity.ERROR, "picture-not-approved", number, "The picture is not approved.", "Look at it and approve it."
        )
    if not page.scene.alt:
        hint = "Say in one sentence what is to be seen."
        yield Finding(Severity.NOTE, "no-alt", number, "The picture has no words for those who cannot see it.", hint)


def _of_setting(number: int, page: Page, format_: FormatPreset, age: AgePreset) -> Iterator[Finding]:
    from engine.publish.pdf import glyphs, measuring

    text = page.scene.text.strip()
    missing = "".join(dict.fromkeys(c for c in text if ord(c) not in glyphs() and not c.isspace()))
    if missing:
        message = f"The book's font has no {' '.join(missing)}."
        yield Finding(Severity.ERROR, "missing-glyph", number, message, "Use other characters.")
    take = page.chosen_take
    size = None if take is None else (take.width, take.height)
    layout = story_page(text, size, format_, age.type_size, measuring(format_))
    if not layout.fits:
        hint = "Shorten it, or make two pages of it."
        yield Finding(Severity.ERROR, "text-too-long", number, "The text does not fit on the page.", hint)
    elif layout.text.size < age.type_size:
        message = f"The text is long and is set in {layout.text.size:g} in place of {age.type_size:g} points."
        yield Finding(Severity.NOTE, "text-long", number, message, "Shorten it if you can.")
    if take is not None and layout.picture is not None:
        dpi = take.width / (layout.picture.width / 25.4)
        if dpi < PRINTABLE_DPI:
            hint = "Fine on a screen; for print paint it larger."
            yield Finding(Severity.WARNING, "low-resolution", number, f"The picture has {dpi:.0f} dots per inch.", hint)
