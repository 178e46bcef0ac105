"""Preflight's part about children's safety: what the word rules find, and who has looked at it."""

from __future__ import annotations

from collections.abc import Iterator

from engine.book.model import Approver, Book, Page, TextState
from engine.book.real_names import real_names
from engine.language.book_safety import Place, Where, book_concerns, safety_rules
from engine.language.safety import Gravity
from engine.publish.finding import Cause, Finding, Severity
from engine.settings import preset_folders

_CAUSES = {Where.TEXT: Cause.TEXT, Where.ALT: Cause.ALT}
"""What stands elsewhere and is read by nobody is the prompt's business."""


def of_safety(book: Book) -> Iterator[Finding]:
    """Yield what the rules find in what a reader sees, and whether neither the author nor a guard has checked it.

    What blocks is an error. What wants a look is a warning, and a note once the author has approved the text.
    """
    for place in book_concerns(book, safety_rules(preset_folders())):
        if place.where in (Where.TITLE, Where.TEXT, Where.ALT):
            yield _finding(book, place)
    told = [page for page in book.story_pages if page.scene.text.strip()]
    if not all(page.guarded or _approved_by_the_author(page) for page in told):
        message = "Only word rules have looked at the texts; no guard model has checked them."
        hint = "Read the book as a child would hear it; `guard: model:` in the settings names a model that reads along."
        yield Finding(Severity.NOTE, "not-checked", None, message, hint, Cause.TEXT)
    for number, page in enumerate(book.pages, start=1):
        if page.guarded and page.guard is not None and page.guard.hazards:
            message = f"The guard model calls the text unsafe: {', '.join(page.guard.hazards)}."
            hint = "Read the page again; the model may be wrong, and you decide."
            yield Finding(Severity.WARNING, "guard", number, message, hint, Cause.TEXT)


def of_names(book: Book) -> Iterator[Finding]:
    """Yield the stand-ins that will be published because this machine does not know the real names.

    Raises:
        FibelError: `names_broken`.
    """
    if book.stand_ins is None:
        return
    kept = real_names(book).names
    for name in book.stand_ins.names:
        if name not in kept:
            message = f"{name} stands for a real name that this machine does not know."
            hint = "Publish where the book was begun, or give the name again with `fibel names`."
            yield Finding(Severity.WARNING, "name-unknown", None, message, hint, Cause.BOOK)


def _finding(book: Book, place: Place) -> Finding:
    page = None if place.page is None else book.page(place.page)
    number = None if page is None else book.number_of(page.id)
    cause = _CAUSES.get(place.where, Cause.BOOK)
    if place.concern.gravity is Gravity.BLOCK:
        hint = "Change it: a book with it is not published."
        return Finding(Severity.ERROR, "not-for-children", number, place.concern.en, hint, cause, place.concern.de)
    looked_at = page is not None and _approved_by_the_author(page)
    quiet = place.concern.gravity is Gravity.INFO or looked_at
    hint = "You have approved it." if looked_at else "Look at it once more, then approve the text."
    severity = Severity.NOTE if quiet else Severity.WARNING
    return Finding(severity, "safety", number, place.concern.en, hint, cause, place.concern.de)


def _approved_by_the_author(page: Page) -> bool:
    approval = page.text_approval
    return page.text_state is TextState.APPROVED and approval is not None and approval.by is Approver.AUTHOR
