"""A manuscript as Markdown: split into the pages of a book, and written out of a book again.

The words stay the author's to the letter. What may change on the way in is their Unicode form (NFC), their line ends,
and characters no terminal can show; blank lines around a page are no part of it.
"""

from __future__ import annotations

import re
from pathlib import Path

from engine.book.encodings import Decoded, Undecoded, decode
from engine.book.model import MAX_TEXT, Book
from engine.clean import clean, clean_line
from engine.errors import FibelError
from engine.units import Bytes

MAX_PAGES = 96
"""Story pages; beyond the longest picture book (48) twice over."""

MAX_BYTES: Bytes = 4 * 1024**2
"""A novel has less than one mebibyte."""

EMPTY = "<!-- empty page -->"
"""How a page without words is written, so that it is one again when it is read."""

_LINE_END = r"[^\S\n]*$"
_FORM = rf"(?:-{{3,}}|\*{{3,}}|_{{3,}}|{re.escape(EMPTY)}){_LINE_END}"
_RULE = re.compile(rf"^[^\S\n]*(?:-{{3,}}|\*{{3,}}|_{{3,}}){_LINE_END}\n?", re.MULTILINE)
_BLANK = re.compile(r"\n(?:[^\S\n]*\n)+")
_HEADING = re.compile(r"\s*#[^\S\n]+(?P<title>[^\n]*\S[^\n]*)(?:\n|\Z)")
_BLANK_LINES_BEFORE = re.compile(r"\A(?:[^\S\n]*\n)+")
_BLANK_LINES_AFTER = re.compile(r"(?:\n[^\S\n]*)+\Z")
_LIKE_FORM = re.compile(rf"^([^\S\n]*)(\\*{_FORM})", re.MULTILINE)
_LIKE_HEADING = re.compile(r"\A(\s*)(\\*#[^\S\n])")
_ESCAPED_FORM = re.compile(rf"^([^\S\n]*)\\(\\*{_FORM})", re.MULTILINE)
_ESCAPED_HEADING = re.compile(r"\A(\s*)\\(\\*#[^\S\n])")


def split_manuscript(text: str) -> tuple[str, tuple[str, ...]]:
    """Split a manuscript into its title (a leading `# heading`, if any) and the texts of its pages.

    A line of `---` begins a page; a manuscript without such lines begins one at each blank line. A backslash before
    `---` or `#` makes it a line like any other.

    Raises:
        FibelError: `manuscript_empty`, `manuscript_unreadable`.
    """
    text = clean(text)
    title = ""
    if heading := _HEADING.match(text):
        title = clean_line(heading["title"])
        text = text[heading.end() :]
    blocks = _RULE.split(text) if _RULE.search(text) else _BLANK.split(text)
    written = [without_blank_lines(block) for block in blocks if block.strip()]
    if written:
        written[0] = _ESCAPED_HEADING.sub(r"\1\2", written[0])
    pages = tuple("" if page.strip() == EMPTY else _ESCAPED_FORM.sub(r"\1\2", page) for page in written)
    if not any(pages):
        raise FibelError("manuscript_empty")
    if len(pages) > MAX_PAGES:
        raise FibelError("manuscript_unreadable", f"It has {len(pages)} pages; a book may have {MAX_PAGES}.")
    longest = max(pages, key=len)
    if len(longest) > MAX_TEXT:
        raise FibelError("manuscript_unreadable", f"The page “{longest[:40]}…” is {len(longest)} characters long.")
    return title, pages


def as_markdown(book: Book) -> str:
    """Return the title and the texts of the story pages; `split_manuscript` reads the same ones out of it."""
    texts = [without_blank_lines(page.scene.text) for page in book.story_pages]
    pages = [_LIKE_FORM.sub(r"\1\\\2", text) if text.strip() else EMPTY for text in texts]
    if pages:
        pages[0] = _LIKE_HEADING.sub(r"\1\\\2", pages[0])
    heading = [f"# {book.title}\n\n"] if book.title else []
    end = "\n" if len(pages) > 1 else "\n\n---\n"  # a single page with a blank line in it stays one
    return "".join([*heading, "\n\n---\n\n".join(pages), end])


def without_blank_lines(text: str) -> str:
    """Return a text without the blank lines before and after it; its indentation stays."""
    return _BLANK_LINES_AFTER.sub("", _BLANK_LINES_BEFORE.sub("", text)) if text.strip() else ""


def read_manuscript(file: Path, encoding: str = "") -> Decoded:
    """Read a manuscript in UTF-8 or UTF-16, or in an old encoding if it can be told for certain.

    Args:
        encoding: what its author says it is written in; empty finds out.

    Raises:
        FibelError: `manuscript_unreadable`, naming the first line that cannot be read.
    """
    try:
        content = file.read_bytes()
    except OSError as error:
        raise FibelError("manuscript_unreadable", f"{file}: {error.strerror or error}.") from error
    if len(content) > MAX_BYTES:
        raise FibelError("manuscript_unreadable", f"{file} is larger than {MAX_BYTES >> 20} MB.")
    return known(decode(content), str(file)) if not encoding else _decoded(content, encoding, str(file))


def _decoded(content: bytes, encoding: str, what: str) -> Decoded:
    try:
        return Decoded(content.decode(encoding), encoding)
    except LookupError as error:
        raise FibelError("manuscript_unreadable", f"{encoding} is no encoding.") from error
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FibelError("manuscript_unreadable", f"{what} is not {encoding}: line {line}.") from error


def known(read: Decoded | Undecoded, what: str) -> Decoded:
    """Return what was read.

    Args:
        what: the file's name, for the message.

    Raises:
        FibelError: `manuscript_unreadable`.
    """
    if isinstance(read, Decoded):
        return read
    if read.binary:
        raise FibelError("manuscript_unreadable", f"{what} is no text file.")
    if read.mixed:
        raise FibelError(
            "manuscript_unreadable", f"{what} mixes encodings: line {read.line} is not UTF-8 as others are."
        )
    raise FibelError("manuscript_unreadable", f"{what} is not UTF-8: line {read.line}, byte {read.byte}.")
