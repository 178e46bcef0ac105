"""Copies of book.yaml that the program keeps in backup/, none of them ever overwritten by accident."""

from __future__ import annotations

import hashlib
from pathlib import Path

from engine.book import files

KEPT = 3
"""Copies of the last sessions: book.yaml.1 is the newest. One a session is enough, for takes and texts stay in the
book, and more would only be litter beside it."""


def keep_session(backup: Path, content: bytes) -> None:
    """Keep book.yaml as this session found it; raises FibelError as `files.write_atomic`."""
    copies = [backup / f"book.yaml.{number}" for number in range(1, KEPT + 1)]
    if _same(copies[0], content):
        return
    files.make_folder(backup)
    for older, newer in zip(copies[:0:-1], copies[-2::-1], strict=True):
        if newer.exists():
            files.rename(newer, older)
    files.write_atomic(copies[0], content)


def keep_schema(backup: Path, content: bytes, number: int) -> None:
    """Keep the book in the schema it came in, before the first save in another; an older copy is left alone."""
    copy = backup / f"book.v{number}.yaml"
    if not copy.exists():
        files.make_folder(backup)
        files.write_atomic(copy, content)


def keep_foreign(backup: Path, content: bytes) -> Path:
    """Keep a book.yaml that somebody else wrote while we worked on it, under a name of its content."""
    copy = backup / f"book.edited-{hashlib.sha256(content).hexdigest()[:12]}.yaml"
    files.make_folder(backup)
    files.write_atomic(copy, content)
    return copy


def newest(backup: Path) -> Path | None:
    """Return the newest copy there is."""
    found = [path for path in backup.glob("book.*") if path.is_file()]
    return max(found, key=lambda path: path.stat().st_mtime_ns, default=None)


def _same(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content
