"""A book as CBZ: its pages as pictures, trimmed, for a tablet; ComicInfo.xml says what it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from xml.sax.saxutils import escape

from engine.presets import FormatPreset
from engine.publish.archive import write_entry
from engine.publish.painted import painted_jpeg
from engine.publish.sheets import Sheet
from engine.publish.source import Source

SCREEN_DPI = 220
"""An A5 page fills a tablet's 1800 pixels."""


def write_cbz(book: Source, page: FormatPreset, sheets: Sequence[Sheet], progress: Callable[[int, int], None]) -> bytes:
    """Return the archive's bytes; arguments and errors as for the PDF."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        write_entry(archive, "ComicInfo.xml", _about(book, len(sheets)), book.date)
        for done, sheet in enumerate(sheets, start=1):
            write_entry(archive, f"{done:03d}.jpg", painted_jpeg(book, page, sheet, SCREEN_DPI), book.date)
            progress(done, len(sheets))
    return buffer.getvalue()


def _about(book: Source, pages: int) -> bytes:
    """ComicInfo 2.0, as readers of comics understand it."""
    fields = {
        "Title": book.title,
        "Writer": book.author,
        "Summary": book.subtitle,
        "Notes": ". ".join(book.colophon),
        "Year": str(book.date.year),
        "Month": str(book.date.month),
        "Day": str(book.date.day),
        "PageCount": str(pages),
        "LanguageISO": book.language,
    }
    body = "".join(f"  <{name}>{escape(value)}</{name}>\n" for name, value in fields.items() if value)
    return f'<?xml version="1.0" encoding="utf-8"?>\n<ComicInfo>\n{body}</ComicInfo>\n'.encode()
