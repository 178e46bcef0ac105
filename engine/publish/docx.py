"""The manuscript for a word processor: what is told and what is to be seen, page by page; needs the extra `docx`."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

from engine.book.model import Book
from engine.errors import FibelError
from engine.publish.archive import write_entry
from engine.publish.phrases import phrases


def as_docx(book: Book, date: datetime) -> bytes:
    """Return the bytes of the document; the same book gives the same ones.

    Raises:
        FibelError: `extra_missing`.
    """
    try:
        from docx import Document
    except ImportError as error:
        raise FibelError("extra_missing", "pip install 'fibel[docx]'") from error
    say = phrases(book.language)
    document = Document()
    about = document.core_properties
    about.title, about.author, about.language = book.title, book.author, book.language
    about.comments, about.last_modified_by, about.revision = "", book.author, 1
    about.created = about.modified = date.replace(tzinfo=None)
    document.add_heading(book.title or "", level=0)
    if book.author:
        document.add_paragraph(book.author, style="Subtitle")
    for page in book.story_pages:
        document.add_heading(say.page.format(book.number_of(page.id)), level=2)
        for paragraph in page.scene.text.strip().split("\n\n"):
            document.add_paragraph(paragraph)
        if page.scene.alt:
            document.add_paragraph(f"{say.seen}: {page.scene.alt}", style="Intense Quote")
    buffer = io.BytesIO()
    document.save(buffer)
    return _undated(buffer.getvalue(), date)


def _undated(content: bytes, date: datetime) -> bytes:
    """Return an archive whose entries have the book's date in place of the hour they were written."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as written, zipfile.ZipFile(buffer, "w") as archive:
        for name in written.namelist():
            write_entry(archive, name, written.read(name), date)
    return buffer.getvalue()
