"""A book as CBZ: its pages as pictures, trimmed, for a tablet; ComicInfo.xml says what it is."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from engine.presets import FormatPreset
from engine.publish import pictures, typeface
from engine.publish.archive import write_entry
from engine.publish.sheets import Bar, Picture, Sheet, Words
from engine.publish.source import Source
from engine.publish.typeface import POINT
from engine.units import Mm

if TYPE_CHECKING:
    from PIL import ImageFont

SCREEN_DPI = 220
"""An A5 page fills a tablet's 1800 pixels."""


def write_cbz(book: Source, page: FormatPreset, sheets: Sequence[Sheet], progress: Callable[[int, int], None]) -> bytes:
    """Return the archive's bytes; arguments and errors as for the PDF."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        write_entry(archive, "ComicInfo.xml", _about(book, len(sheets)), book.date)
        for done, sheet in enumerate(sheets, start=1):
            write_entry(archive, f"{done:03d}.jpg", _painted(book, page, sheet), book.date)
            progress(done, len(sheets))
    return buffer.getvalue()


def _painted(book: Source, page: FormatPreset, sheet: Sheet) -> bytes:
    from PIL import Image, ImageDraw

    paper = Image.new("RGB", (round(_px(page.trim_width)), round(_px(page.trim_height))), "white")
    pen = ImageDraw.Draw(paper)
    for item in sheet.items:
        match item:
            case Words():
                for line in item.lines:
                    at = (_px(line.x), _px(line.baseline))
                    pen.text(at, line.text, font=_font(item.size, item.bold), fill=item.colour, anchor="ls")
            case Picture():
                picture = pictures.placed(book, item, SCREEN_DPI)
                paper.paste(picture, (round(_px(item.box.x)), round(_px(item.box.y))))
            case Bar(box=box):
                ends = (_px(box.x), _px(box.y), _px(box.right), _px(box.bottom))
                pen.rectangle(ends, fill=item.colour)
    return pictures.encoded(paper)


@lru_cache(maxsize=16)
def _font(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(typeface.file(bold=bold), _px(size * POINT), layout_engine=ImageFont.Layout.BASIC)


def _px(length: Mm) -> float:
    return length / 25.4 * SCREEN_DPI


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
