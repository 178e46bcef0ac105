"""The studio on the screen: the library, a book, or the demo."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from engine.book.folder import is_book
from engine.errors import Exit, FibelError
from engine.settings import Settings
from tui.commands.parser import Globals


def studio(_options: Globals, settings: Settings, command: argparse.Namespace) -> int:
    """Open the library, or the book in the folder named; a folder without a book is shown as a library."""
    folder: Path | None = command.folder
    if folder is not None and not folder.is_dir():
        raise FibelError("book_missing", f"{folder}.")
    if folder is None or is_book(folder):
        return _show(settings, folder, settings.library)
    return _show(settings, None, folder)


def demo(_options: Globals, settings: Settings, _command: argparse.Namespace) -> int:
    """Open the sample book on the box; made at the first time, kept for the next."""
    from engine.assembly import with_box
    from engine.sample import sample_book

    folder, fresh = sample_book()
    return _show(with_box(settings), folder, folder.parent, paint_at_once=fresh)


def _show(settings: Settings, folder: Path | None, library: Path, *, paint_at_once: bool = False) -> int:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise FibelError("usage", "The studio needs a terminal; `fibel make` and its sisters work without one.")
    from tui.app import FibelApp
    from tui.themes import THEMES

    names = [theme.name for theme in THEMES]
    if settings.theme and settings.theme not in names:
        raise FibelError("config_broken", f"theme: {settings.theme!r} is none; there are {', '.join(names)}.")
    app = FibelApp(settings, folder=folder, library=library, paint_at_once=paint_at_once)
    code = app.run()
    if app.left_at_work is not None:
        from tui.terminal.alone import work_on

        return work_on(app.left_at_work)
    return code if code is not None else app.return_code or Exit.DONE
