"""Books to publish: the samples, copied so that a test may spoil them, and pages of any text."""

from __future__ import annotations

import shutil
from pathlib import Path

from engine.book import edits
from engine.book.folder import BookFolder
from engine.book.model import Book, OutlineLine
from tests.engine.book.pictures import RECIPE, picture

SAMPLES = Path(__file__).parents[2] / "data" / "books"


def sample(tmp_path: Path, name: str = "igel-und-stern") -> Path:
    """Return a copy of a sample book's folder."""
    return Path(shutil.copytree(SAMPLES / name, tmp_path / name))


def told(tmp_path: Path, *texts: str, age: str = "3-5") -> BookFolder:
    """Return an open book with these texts, each page painted and all of it approved."""
    book = edits.with_pages(Book(title="Der Stern", age=age), (OutlineLine(),) * len(texts))
    folder = BookFolder.create(tmp_path / "book", book)
    for number, (page, text) in enumerate(zip(book.pages, texts, strict=True)):
        folder.change(lambda book, page=page, text=text: edits.change_scene(book, page.id, text=text, alt="Ein Bild."))
        folder.change(lambda book, page=page: edits.approve_text(book, page.id))
        job = f"{number:08d}-0000-4000-8000-000000000000"
        folder.add_take(
            page.id, picture(shade=number), RECIPE, job=job, seconds=1.0, sketch=False, at="2026-01-31T18:20:00+00:00"
        )
        folder.change(lambda book, page=page: edits.approve_picture(book, page.id))
    return folder
