"""The sample book: eight pages with texts, no pictures yet, so that a newcomer sees them painted."""

from __future__ import annotations

from pathlib import Path

import platformdirs

from engine import shipped
from engine.book import text
from engine.book.folder import BookFolder, is_book

_FILE = Path("books") / "sample.yaml"


def sample_book() -> tuple[Path, bool]:
    """Return the folder of the sample book, and whether it was made just now.

    It lies where this platform keeps a program's data, not in the author's library.

    Raises:
        FibelError: `write_failed`, `disk_full`.
    """
    folder = platformdirs.user_data_path("fibel") / "demo" / "piko-und-der-muede-stern"
    if is_book(folder):
        return folder, False
    book = text.parse((shipped.folder("presets") / _FILE).read_text("utf-8"))
    BookFolder.create(folder, book).close()
    return folder, True
