"""How a book begins: from an idea, or from a manuscript whose words stay the author's."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from engine.book import edits
from engine.book.edition import Edition, Layout
from engine.book.manuscript import MAX_PAGES, split_manuscript
from engine.book.model import Book, Line, OutlineLine, Text
from engine.clean import clean_line
from engine.errors import FibelError
from engine.presets import AgePreset, FormatPreset, PresetKind, StylePreset, load

_IDEA_FROM_MANUSCRIPT = 400
"""Characters of a manuscript that stand in for an idea nobody gave."""

FEW_WORDS = 50
"""On a page: so many leave the picture its room when they stand on it."""

THIN = 16
"""Pages a book of eight scenes has; services that want more need other layouts."""


class NewBook(BaseModel):
    """What an author says to begin a book."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    idea: Text = ""
    title: Line = ""
    author: Line = ""
    pages: int = Field(default=8, ge=1, le=MAX_PAGES)
    age: Line = "3-5"
    style: Line = "watercolor"
    format: Line = "a5"
    manuscript: str | None = None


def begin(wish: NewBook, own_presets: Sequence[Path] = ()) -> Book:
    """Return the book an author's wish begins: its pages empty, or holding the manuscript's words as they are.

    Raises:
        FibelError: `idea_empty`, `manuscript_empty`, `preset_unknown`.
    """
    age = load(PresetKind.AGES, AgePreset, wish.age, own_presets)
    load(PresetKind.STYLES, StylePreset, wish.style, own_presets)
    paper = load(PresetKind.FORMATS, FormatPreset, wish.format, own_presets)
    title, texts = ("", ()) if wish.manuscript is None else split_manuscript(wish.manuscript)
    idea = wish.idea.strip() or clean_line(" ".join(texts))[:_IDEA_FROM_MANUSCRIPT]
    if not idea:
        raise FibelError("idea_empty")
    empty = Book(
        title=wish.title or title,
        author=wish.author,
        idea=idea,
        age=wish.age,
        style=wish.style,
        format=wish.format,
        edition=_usual_edition(age, paper),
    )
    book = edits.with_pages(empty, (OutlineLine(),) * (len(texts) or wish.pages))
    for page, text in zip(book.pages, texts, strict=False):
        book = edits.change_scene(book, page.id, text=text)
    return book


def _usual_edition(age: AgePreset, paper: FormatPreset) -> Edition | None:
    """Return how a book for this age is usually made up; None leaves it to the press, which knows what a service binds.

    Little text stands on a picture that fills the page, more of it below one; pictures are painted for it.
    """
    if paper.pages.least > THIN:
        return None
    return Edition(layout=Layout.OVER if age.words_per_page[1] <= FEW_WORDS else Layout.BELOW)
