"""How a book begins: from an idea, or from a manuscript whose words stay the author's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from engine.book import edits
from engine.book.model import MAX_TEXT, Book, Line, OutlineLine, Text
from engine.clean import clean, clean_line
from engine.errors import FibelError
from engine.presets import AgePreset, FormatPreset, PresetKind, StylePreset, load

MAX_PAGES = 96
"""Story pages; beyond the longest picture book (48) twice over."""

MAX_MANUSCRIPT_BYTES = 4 * 1024**2
"""A novel has less than one mebibyte."""

_IDEA_FROM_MANUSCRIPT = 400
"""Characters of a manuscript that stand in for an idea nobody gave."""

_RULE = re.compile(r"^\s*(?:-{3,}|\*{3,}|_{3,})\s*$", re.MULTILINE)
_BLANK = re.compile(r"\n\s*\n")
_HEADING = re.compile(r"\A\s*#\s+(?P<title>[^\n]+)\n?")


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
    load(PresetKind.AGES, AgePreset, wish.age, own_presets)
    load(PresetKind.STYLES, StylePreset, wish.style, own_presets)
    load(PresetKind.FORMATS, FormatPreset, wish.format, own_presets)
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
    )
    book = edits.with_pages(empty, (OutlineLine(),) * (len(texts) or wish.pages))
    for page, text in zip(book.pages, texts, strict=False):
        book = edits.change_scene(book, page.id, text=text)
    return book


def split_manuscript(text: str) -> tuple[str, tuple[str, ...]]:
    """Split a manuscript into its title (a leading `# heading`, if any) and the texts of its pages.

    A line of `---` begins a page; a manuscript without such lines begins one at each blank line.

    Raises:
        FibelError: `manuscript_empty`.
    """
    text = clean(text).strip()
    title = ""
    if heading := _HEADING.match(text):
        title = clean_line(heading["title"])
        text = text[heading.end() :]
    blocks = _RULE.split(text) if _RULE.search(text) else _BLANK.split(text)
    pages = tuple(block.strip() for block in blocks if block.strip())
    if not pages:
        raise FibelError("manuscript_empty")
    if len(pages) > MAX_PAGES:
        raise FibelError("manuscript_unreadable", f"It has {len(pages)} pages; a book may have {MAX_PAGES}.")
    longest = max(pages, key=len)
    if len(longest) > MAX_TEXT:
        raise FibelError("manuscript_unreadable", f"The page “{longest[:40]}…” is {len(longest)} characters long.")
    return title, pages


def read_manuscript(file: Path) -> str:
    """Read a manuscript.

    Raises:
        FibelError: `manuscript_unreadable`.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise FibelError("manuscript_unreadable", f"{file}: {error.strerror or error}.") from error
    if len(content) > MAX_MANUSCRIPT_BYTES or b"\0" in content:
        raise FibelError("manuscript_unreadable", f"{file} is no text file.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FibelError("manuscript_unreadable", f"{file} is not UTF-8: byte {error.start}.") from error
