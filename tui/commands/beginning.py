"""`fibel new`: a book's folder is made, from an idea, a manuscript, or another book."""

from __future__ import annotations

import argparse
from pathlib import Path

from pydantic import ValidationError

from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.book.manuscript import read_manuscript
from engine.book.model import Book
from engine.book.other_language import in_other_language
from engine.errors import FibelError
from engine.language.stand_ins import stand_in
from engine.settings import Settings, preset_folders
from tui.commands.names import read_names
from tui.commands.parser import Globals
from tui.commands.telling import json_line, result, tell_encoding


def new(options: Globals, _settings: Settings, command: argparse.Namespace) -> int:
    """Create the book and say where it is."""
    book = create_edition(command) if command.edition_of else create(command)
    folder = command.folder.absolute()
    if options.json:
        json_line({"event": "done", "folder": str(folder), "title": book.title, "pages": len(book.pages)})
    else:
        pages = "1 page" if len(book.pages) == 1 else f"{len(book.pages)} pages"
        result(f"{folder}: a book of {pages}. Go on with `fibel {command.folder}`.")
    return 0


def create_edition(command: argparse.Namespace) -> Book:
    """Create a book beside another one, in another language and with its pictures, and return it.

    Raises:
        FibelError: `usage`, `book_missing`, `book_exists`, `take_missing`, `take_broken`, `disk_full`, …
    """
    if command.idea or command.manuscript:
        raise FibelError("usage", "--edition-of takes its words from the other book: leave --idea and --from out.")
    with BookFolder.open(command.edition_of, read_only=True) as other:
        return in_other_language(other, command.folder, command.language)


def create(command: argparse.Namespace) -> Book:
    """Create the book the options describe, and return it.

    Raises:
        FibelError: `idea_empty`, `manuscript_unreadable`, `manuscript_empty`, `preset_unknown`, `book_exists`,
            `usage`, `disk_full`, …
    """
    folder: Path = command.folder
    manuscript = None
    if command.manuscript is not None:
        read = read_manuscript(command.manuscript, command.encoding)
        tell_encoding(read)
        manuscript = read.text
    try:
        wish = NewBook(
            idea=command.idea,
            title=command.title,
            author=command.author,
            pages=command.count,
            age=command.age,
            style=command.style,
            format=command.format,
            manuscript=manuscript,
        )
    except ValidationError as error:
        first = error.errors()[0]
        raise FibelError("usage", f"--{first['loc'][0]}: {first['msg']}.") from error
    book = begin(wish, preset_folders())
    for name, real in (read_names(command.names_file) if command.names_file else {}).items():
        book = stand_in(book, name, real)
    BookFolder.create(folder, book).close()
    return book
