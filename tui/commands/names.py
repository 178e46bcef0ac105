"""`fibel names`: stand-ins for the names of real children, which never leave this machine."""

from __future__ import annotations

import argparse
import getpass
import sys
from functools import partial
from pathlib import Path

from engine.book.folder import BookFolder
from engine.book.model import Book
from engine.book.real_names import real_names
from engine.clean import clean_line
from engine.errors import FibelError
from engine.language.stand_ins import stand_in
from engine.settings import Settings
from tui.commands.parser import Globals
from tui.commands.telling import json_line, result, say


def names(options: Globals, _settings: Settings, command: argparse.Namespace) -> int:
    """List the stand-ins of a book, give a name one, or forget it.

    A real name is read from the terminal or from standard input: a command line would keep it in the shell's history.
    """
    if command.name is None and command.names_file is None:
        with BookFolder.open(command.folder, read_only=True) as folder:
            _list(folder.book, as_json=options.json)
        return 0
    given: dict[str, str | None] = dict(read_names(command.names_file)) if command.names_file else {}
    if command.name is not None:
        given[clean_line(command.name)] = None if command.forget else _asked(command.name)
    with BookFolder.open(command.folder) as folder:
        for name, real in given.items():
            folder.change(partial(stand_in, name=name, real=real))
        _list(folder.book, as_json=options.json)
    return 0


def read_names(file: Path) -> dict[str, str]:
    """Read a file of names, one a line: `Lina = Emma` lets Lina stand for Emma.

    Raises:
        FibelError: `usage`, naming the line's number and not what it says.
    """
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise FibelError("usage", f"{file}: it cannot be read as text.") from error
    found: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        stand, equals, real = (clean_line(part) for part in line.partition("="))
        if not (stand or real):
            continue
        if not (stand and equals and real):
            raise FibelError("usage", f"{file}, line {number}: say it as `Lina = Emma`.")
        found[stand] = real
    return found


def _asked(name: str) -> str:
    if sys.stdin.isatty():
        return clean_line(getpass.getpass(f"{clean_line(name)} stands for (not shown): "))
    return clean_line(sys.stdin.readline())


def _list(book: Book, *, as_json: bool) -> None:
    kept = real_names(book).names
    told = book.stand_ins.names if book.stand_ins else ()
    if as_json:
        json_line({"stand_ins": [{"name": name, "known": name in kept} for name in told]})
        return
    for name in told:
        where = "put in where the book is published" if name in kept else "not known on this machine"
        result(f"{name}: the real name is {where}")
    if not told:
        say("No name in this book stands for another.")
