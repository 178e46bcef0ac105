"""What a book is when it goes to press: its pages of paper, made for a format; one page of it made ready early."""

from __future__ import annotations

from engine.book.folder import BookFolder
from engine.publish.matter import sheets
from engine.publish.pictures import PRINT_DPI, placed_jpeg
from engine.publish.preflight import presets
from engine.publish.source import source
from engine.publish.typeface import setting_in


def encode(folder: BookFolder, page_id: str) -> None:
    """Put the pictures of a page into print/ as the book's own format shows them.

    Raises:
        FibelError: `take_missing`, `take_broken`, `disk_full`, `write_failed`, `preset_unknown`, `preset_broken`.
    """
    book = folder.book
    if all(page.id != page_id for page in book.pages):
        return
    number = book.number_of(page_id)
    published = source(folder)
    page, age = presets(book, None)
    with setting_in(published.face):
        made_up = sheets(published, page, age, filled=True)
    for sheet in made_up:
        if sheet.number == number:
            for picture in sheet.pictures:
                placed_jpeg(published, picture, PRINT_DPI, page.colour)
