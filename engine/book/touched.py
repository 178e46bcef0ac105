"""What a step of the author's was about, in the author's words, so that undo can say what it took back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from engine.book.history import PageStep, Step
from engine.book.model import Book

OF_A_PAGE: Mapping[str, str] = {
    "text_approval": "the yes to the text",
    "picture_approval": "the yes to the picture",
    "chosen": "which take is chosen",
    "draft": "the writer's draft",
    "dismissed": "what was waved through",
    "layout": "the layout",
}
OF_A_SCENE: Mapping[str, str] = {
    "text": "the text",
    "action": "what is to be seen",
    "framing": "the framing",
    "alt": "the picture's description",
}
OF_THE_BOOK: Mapping[str, str] = {
    "title": "the title",
    "author": "the author's name",
    "cast": "the characters",
    "style": "the style",
    "preset": "the preset",
    "format": "the format",
    "picture_size": "the size of pictures",
    "outline_settled": "the yes to the outline",
    "edition": "the make-up of the book",
    "consents": "the leave for texts to go elsewhere",
    "stand_ins": "the stand-ins for names",
}
"""Fields whose change is worth a word; the others only ever change along with one of these."""


@dataclass(frozen=True, slots=True)
class Touched:
    """What a step changed: a few words for each thing, and the number of the page where it is one page's alone."""

    what: tuple[str, ...]
    page: int | None = None


def touched(step: Step, before: Book, after: Book) -> Touched:
    """Return what differs between the books on the two sides of a step.

    Args:
        before: the book as it was until now.
        after: the book as it is now; pages are counted in it, those that are gone in `before`.
    """
    gone = [page.id for page in before.pages if page.id not in {page.id for page in after.pages}]
    came = [page.id for page in after.pages if page.id not in {page.id for page in before.pages}]
    if gone or came:
        book, (page, *others) = (after, came) if came else (before, gone)
        return Touched(
            ("a page that is there again" if came else "a page that is gone again",), _only(book, page, others)
        )
    what = [words for field, words in OF_THE_BOOK.items() if field in step.book]
    if step.pages and not what:
        page, *others = step.pages
        return Touched(_all(part for one in step.pages.values() for part in _on_page(one)), _only(after, page, others))
    if step.order is not None and not what:
        what.append("the order of the pages")
    return Touched(tuple(what))


def _only(book: Book, page: str, others: Iterable[str]) -> int | None:
    there = {known.id for known in book.pages}
    return book.number_of(page) if page in there and not tuple(others) else None


def _on_page(step: PageStep) -> list[str]:
    words = [words for field, words in OF_A_SCENE.items() if field in step.scene]
    if step.outline:
        words.append("its line of the outline")
    words += [words for field, words in OF_A_PAGE.items() if field in step.page]
    if step.discarded:
        words.append("what was laid aside")
    return words


def _all(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
