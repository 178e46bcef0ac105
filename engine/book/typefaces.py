"""An author's own typefaces, kept in the book's folder so that the book can be made again wherever it goes."""

from __future__ import annotations

from pathlib import Path

from engine.book import files
from engine.book.folder import BookFolder
from engine.errors import FibelError
from engine.units import Bytes

FOLDER = "fonts"
SUFFIX = ".ttf"

LARGEST: Bytes = 32 * 1024**2
"""Of a font's file; one with every script of the world is smaller."""


def kept(folder: Path) -> tuple[str, ...]:
    """Return the TrueType files of a book, named from its folder; bold ones stand behind the others of their name."""
    found = [path for place in (folder / FOLDER, folder) for path in place.glob("*") if path.suffix.lower() == SUFFIX]
    return tuple(sorted(path.relative_to(folder).as_posix() for path in found if path.is_file()))


def keep(book: BookFolder, file: Path) -> str:
    """Copy a font into the book's folder and return its name there.

    Raises:
        FibelError: `book_read_only`, `file_unreadable`, `disk_full`, `write_failed`.
    """
    if book.read_only:
        raise FibelError("book_read_only")
    to = book.folder / FOLDER / f"{file.stem}{SUFFIX}"
    try:
        if file.stat().st_size > LARGEST:
            raise FibelError("file_unreadable", f"{file.name} is larger than {LARGEST // 1024**2} MB.")
        content = file.read_bytes()
        with files.naming(to):
            to.parent.mkdir(exist_ok=True)
    except OSError as error:
        raise FibelError("file_unreadable", f"{file}: {error.strerror or error}.") from error
    if not (to.is_file() and to.read_bytes() == content):
        files.write_atomic(to, content, mode=files.FOR_OTHERS)
    return to.relative_to(book.folder).as_posix()


def bold_of(file: Path) -> Path | None:
    """Return the bold letters that lie beside a font's file, as foundries name them; None if there are none."""
    names = (file.stem.replace("Regular", "Bold"), f"{file.stem}-Bold", f"{file.stem}-bold", f"{file.stem} Bold")
    there = (file.with_name(f"{name}{file.suffix}") for name in names if name != file.stem)
    return next((path for path in there if path.is_file()), None)
