"""Another edition of a book, in another language: its own words, the same pictures.

The pictures are shared by content: where the disk can, both folders name one and the same file, for takes never
change; elsewhere they are copied.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from engine.book import edits
from engine.book.folder import BookFolder
from engine.book.model import Book, Page

Language = Literal["de", "en"]


def in_other_language(of: BookFolder, folder: Path, language: Language) -> Book:
    """Make a book beside another one, with its pictures, its layout and, until they are translated, its words.

    What is to be seen belongs to the pictures, so it is taken over as the author's own: no new words make it stale.

    Args:
        of: the book it is an edition of; open, if only for reading.
        folder: where the edition is made; there must be no book.

    Raises:
        FibelError: `take_missing` or `take_broken` naming the picture; as :meth:`BookFolder.create`.
    """
    source = of.book
    pages = tuple(_page(page) for page in source.pages)
    book = edits.change_book(source, language=language, pages=pages, consents=())
    bare = tuple(page.model_copy(update={"takes": (), "chosen": None, "picture_approval": None}) for page in pages)
    with BookFolder.create(folder, book.model_copy(update={"pages": bare})) as made:
        for page in pages:
            for take in page.takes:
                made.share(of, take)
        return made.change(lambda _bare: book)


def _page(page: Page) -> Page:
    return page.model_copy(
        update={
            "scene": page.scene.model_copy(update={"action_of": ""}),
            "draft": None,
            "judgement": None,
            "dismissed": (),
            "text_approval": None,
        }
    )
