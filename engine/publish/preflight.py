"""Preflight: what a reader or a printer would stumble over, page by page, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.book.folder import BookFolder
from engine.book.model import Approver, Book, Page, PictureState, Role, TextState
from engine.language.typography import normalise
from engine.presets import AgePreset, FormatPreset, PresetKind, load
from engine.publish import cover_fitness, fitness, safety, typeface, wording
from engine.publish.finding import Cause, Finding, Severity, ordered
from engine.publish.isbn import digits
from engine.publish.matter import sheets
from engine.publish.own_face import chosen
from engine.publish.profile import Profile
from engine.publish.source import Source, source
from engine.settings import preset_folders

__all__ = ["Cause", "Finding", "Severity", "preflight", "presets"]

LONGEST_ALT = 250
"""Characters; a voice that reads more to a child has lost it."""


def preflight(
    folder: BookFolder,
    *,
    stale: frozenset[str] = frozenset(),
    format_name: str | None = None,
    profile: Profile | None = None,
    soft_pictures: bool = False,
) -> list[Finding]:
    """Return the findings, errors first, else in reading order.

    Args:
        stale: ids of pages whose picture shows something else than the page now says.
        format_name: trim size in place of the book's.
        profile: what the file is for; None is a PDF to print of which nobody has said so.
        soft_pictures: somebody has said yes to pictures that look soft on paper.

    Raises:
        FibelError: `preset_unknown`, `preset_broken`, `file_unreadable`, `names_broken`.
    """
    book = folder.book
    format_, age = presets(book, format_name)
    found = [*_of_book(book), *_of_origin(book), *_of_imprint(book, format_)]
    for number, page in enumerate(book.pages, start=1):
        if page.role is Role.STORY:
            found += _of_text(number, page, book.language)
        if page.role is Role.STORY or page.chosen_take is not None:
            found += _of_picture(number, page, folder, page.id in stale)
    found += (*safety.of_safety(book), *safety.of_names(book), *wording.of_wording(book))
    published = source(folder)
    found += chosen(folder.folder, published.edition)[1]
    paper = profile is None or profile.on_paper
    with typeface.setting_in(published.face if paper or published.face.shared else typeface.ANDIKA):
        found += _made_up(published, format_, age, profile, soft_pictures)
    return ordered(list(dict.fromkeys(found)))


def _made_up(
    published: Source, page: FormatPreset, age: AgePreset, profile: Profile | None, soft_pictures: bool
) -> list[Finding]:
    """Return what is wrong with the pages as they are made up for a purpose."""
    found = [*_of_blurb(published), *fitness.of_story(published, page, age)]
    if profile is not None and not profile.on_paper:
        if not published.face.shared:
            message = f"The licence of {published.face.name} lets it be printed only; an e-book is set in Andika."
            hint = "Ask whoever made it, or leave it so."
            found.append(Finding(Severity.NOTE, "typeface-not-shared", None, message, hint))
        if profile is Profile.BOOKLET:
            folded = sheets(published, page, age, folded=True)
            return [*found, *fitness.of_booklet(folded), *fitness.of_words(folded, page, Severity.WARNING)]
        return [*found, *fitness.of_words(sheets(published, page, age), page, Severity.WARNING)]
    bound = sheets(published, page, age, filled=True)
    soft = soft_pictures or published.edition.soft_pictures or not (profile or page.vendor)
    found += fitness.of_paper(published, bound, page, soft=soft)
    found += cover_fitness.of_service(published, page, len(bound), cover=profile is Profile.COVER)
    if profile is Profile.COVER:
        found += cover_fitness.of_cover(published, page, len(bound), soft=soft)
    return found


def _of_blurb(published: Source) -> Iterator[Finding]:
    if unknown := typeface.missing(published.edition.blurb):
        yield fitness.missing_glyph(None, unknown)


def presets(book: Book, format_name: str | None) -> tuple[FormatPreset, AgePreset]:
    """Return the trim size and the age a book is published for; raises as `preflight`."""
    own = preset_folders()
    return (
        load(PresetKind.FORMATS, FormatPreset, format_name or book.format, own),
        load(PresetKind.AGES, AgePreset, book.age, own),
    )


def _of_book(book: Book) -> Iterator[Finding]:
    if not book.story_pages:
        yield Finding(Severity.ERROR, "no-pages", None, "The book has no story page.", "Add one in the outline.")
    if not book.title:
        yield Finding(Severity.WARNING, "no-title", None, "The book has no title.", "Give it one.")
    if not book.author:
        yield Finding(Severity.NOTE, "no-author", None, "The book names no author.", "Put your name to it.")


def _of_origin(book: Book) -> Iterator[Finding]:
    takes = [page.chosen_take for page in book.pages if page.chosen_take is not None]
    sketches = [take for take in takes if take.sketch]
    hint = "Paint them with real servers before printing."
    if sketches and len(sketches) < len(takes):
        message = "Some pictures are sketches of the box, others are not."
        yield Finding(Severity.WARNING, "mixed-sketches", None, message, hint, Cause.PICTURE)
    elif sketches:
        message = "The pictures are sketches of the box."
        yield Finding(Severity.NOTE, "sketches", None, message, hint, Cause.PICTURE)
    if book.edition and not book.edition.marked and len(sketches) < len(takes):
        message = "Pictures of a model go out without the mark that machines read."
        hint = "European law asks for it in most cases; `edition: marked:` in book.yaml puts it back."
        yield Finding(Severity.NOTE, "unmarked", None, message, hint)
    approvals = [a for page in book.pages for a in (page.text_approval, page.picture_approval) if a is not None]
    if any(approval.by is Approver.UNATTENDED for approval in approvals):
        message = "Texts or pictures were approved unattended; the colophon says so."
        yield Finding(Severity.NOTE, "unattended", None, message, "Read the book once and approve its pages yourself.")


def _of_imprint(book: Book, page: FormatPreset) -> Iterator[Finding]:
    imprint = book.edition.imprint if book.edition else None
    if imprint is None or not imprint.complete:
        severity = Severity.ERROR if page.vendor else Severity.NOTE
        message = "The imprint does not say who publishes the book, and where."
        hint = "Give name, street and town; German press law asks for them in every book that is sold or given away."
        yield Finding(severity, "imprint-incomplete", None, message, hint, Cause.IMPRINT)
    if imprint is not None and imprint.isbn and not digits(imprint.isbn):
        message = f"{imprint.isbn} is no ISBN: its check digit is wrong, or its length."
        yield Finding(Severity.ERROR, "isbn-wrong", None, message, "Copy it again from your agency.", Cause.IMPRINT)


def _of_text(number: int, page: Page, language: str) -> Iterator[Finding]:
    text = page.scene.text
    if not text.strip():
        message, hint = "The page has no text.", "Write it, or delete the page."
        yield Finding(Severity.ERROR, "no-text", number, message, hint, Cause.TEXT)
    elif page.text_state is not TextState.APPROVED:
        message = "The text has changed since it was approved." if page.text_approval else "The text is not approved."
        yield Finding(Severity.ERROR, "text-not-approved", number, message, "Read it and approve it.", Cause.TEXT)
    if page.draft is not None:
        message = "A proposed text waits; the book goes out with the present one."
        yield Finding(Severity.NOTE, "draft-waits", number, message, "Accept or dismiss the proposal.", Cause.TEXT)
    if language == "de" and normalise(text) != text:
        message = "Quotation marks, dashes or blanks are not set as in a German book."
        yield Finding(
            Severity.NOTE, "typography", number, message, "Let the language check set them right.", Cause.TEXT
        )


def _of_picture(number: int, page: Page, folder: BookFolder, stale: bool) -> Iterator[Finding]:
    take = page.chosen_take
    if take is None:
        yield Finding(Severity.ERROR, "no-picture", number, "The page has no picture.", "Paint it.", Cause.PICTURE)
        return
    if not folder.take_path(take).is_file():
        hint = f"Paint the page again, or restore {take.file}."
        message = "The picture is not on disk."
        yield Finding(Severity.ERROR, "picture-missing", number, message, hint, Cause.PICTURE)
    if page.picture_state() is not PictureState.APPROVED:
        severity = Severity.ERROR if page.role is Role.STORY else Severity.WARNING
        message, hint = "The picture is not approved.", "Look at it and approve it."
        yield Finding(severity, "picture-not-approved", number, message, hint, Cause.PICTURE)
    if stale:
        message = "The picture was painted for another prompt."
        hint = "Paint it again, or keep it if it still fits."
        yield Finding(Severity.WARNING, "stale", number, message, hint, Cause.PICTURE)
    yield from _of_alt(number, page)


def _of_alt(number: int, page: Page) -> Iterator[Finding]:
    alt = page.scene.alt
    if not alt:
        message = "The picture has no words for those who cannot see it."
        hint = "Say in one sentence what is to be seen."
        yield Finding(Severity.WARNING, "no-alt", number, message, hint, Cause.ALT)
    elif len(alt) > LONGEST_ALT:
        message = f"The picture's description has {len(alt)} characters; a voice should be done with {LONGEST_ALT}."
        yield Finding(Severity.NOTE, "alt-long", number, message, "Say what matters for the story.", Cause.ALT)


def errors(found: Sequence[Finding]) -> list[Finding]:
    """Return the findings that keep a book from the press."""
    return [finding for finding in found if finding.severity is Severity.ERROR]
