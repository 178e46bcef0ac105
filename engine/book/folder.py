"""A book's folder: the only door through which anything in it is changed.

What a method has returned is on disk, and survives kill -9 and a power cut. Everything here blocks; callers on an
event loop use `asyncio.to_thread`.
"""

from __future__ import annotations

import re
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path
from threading import RLock
from types import TracebackType
from typing import Self

from engine.book import backup, edits, files, takes
from engine.book.edits import Edit
from engine.book.journal import Journal
from engine.book.lock import BookLock
from engine.book.model import Book, Recipe, Take
from engine.book.prints import Prints
from engine.book.text import MAX_BOOK, dump, parse_any
from engine.errors import FibelError
from engine.units import Bytes, Seconds

BOOK = "book.yaml"
_TAKE_FILE = re.compile(r"p[0-9]{3,}-([0-9a-f]{12})\.png")


class BookFolder:
    """An open book. Make one with `create` or `open`; safe to use from several threads."""

    def __init__(self, folder: Path, book: Book, journal: Journal, lock: BookLock | None, saved: bytes) -> None:
        self.folder = folder
        self.journal = journal
        self._book = book
        self._lock = lock
        self._guard = RLock()
        self._notices: list[str] = []
        self.prints = Prints(folder / "print", lambda: not self.read_only)
        self._ours = {saved}
        """What book.yaml may hold without somebody else having written it."""
        self._unkept: tuple[bytes, int | None] | None = None
        """book.yaml as it was found, and its schema if that is an old one, until the first save keeps a copy."""

    @classmethod
    def create(cls, folder: Path, book: Book) -> Self:
        """Make a new book in a folder, which is made too, for its owner alone.

        Raises:
            FibelError: `book_exists`, also where a book has lost its book.yaml but not its pictures; `book_locked`,
                `book_too_large`, `disk_full`, `write_failed`.
        """
        folder = folder.absolute()
        content = dump(book).encode()
        files.make_folder(folder)
        with ExitStack() as undo:
            lock = undo.enter_context(BookLock.take(folder / ".lock"))
            if is_book(folder) or _remains(folder):
                raise FibelError("book_exists", f"{folder}.")
            files.make_folder(folder / "takes")
            files.write_atomic(folder / BOOK, content)
            opened = cls(folder, book, Journal(folder / "journal.jsonl"), lock, content)
            opened._clear_away()
            undo.pop_all()
            return opened

    @classmethod
    def open(cls, folder: Path, *, read_only: bool = False) -> Self:
        """Open a book; without `read_only` it is locked until `close`, and what a crash left is cleared away.

        Raises:
            FibelError: `book_missing`, `book_broken` with the line, `book_newer`, `book_locked` with the process,
                `file_unreadable`, `disk_full`, `write_failed`.
        """
        folder = folder.absolute()
        _refuse_if_no_book(folder)
        with ExitStack() as undo:
            lock = None if read_only else undo.enter_context(BookLock.take(folder / ".lock"))
            content = _read_book(folder)
            book, schema = _understood(content)
            journal = Journal(folder / "journal.jsonl", read_only=read_only)
            opened = cls(folder, book, journal, lock, content)
            opened._unkept = (content, schema if schema != book.schema_number else None)
            opened._look_around()
            undo.pop_all()
            return opened

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the lock back; a second call does nothing. Nothing waits to be saved: all is saved already."""
        with self._guard:
            self.journal.close()
            if self._lock is not None:
                self._lock.release()
                self._lock = None

    def leave_word(self, door: str) -> None:
        """Say in the lock where this process can be asked to hand the book over."""
        with self._guard:
            if self._lock is not None:
                self._lock.leave_word(door)

    @property
    def book(self) -> Book:
        """The book as it is on disk."""
        return self._book

    @property
    def read_only(self) -> bool:
        """Whether changes are refused: opened so, or closed."""
        return self._lock is None

    @property
    def notices(self) -> tuple[str, ...]:
        """What the author should know of this folder, in plain sentences: what was repaired, what is missing."""
        return tuple(self._notices)

    def change(self, edit: Edit) -> Book:
        """Apply an edit, save the book if that changed it, and return it.

        Whatever the edit raises comes out, and the book stays as it was.

        Raises:
            FibelError: `disk_full`, `write_failed`, `book_too_large`, and the book stays as it was; `book_read_only`.
        """
        with self._guard:
            self._refuse_if_read_only()
            book = edit(self._book)
            if book != self._book:
                self._save(book)
            return self._book

    def add_take(
        self, page_id: str, png: bytes, recipe: Recipe, *, job: str, seconds: Seconds, sketch: bool, at: str
    ) -> Take:
        """Store a picture with its recipe and name it in the book; the picture is durable before the book names it.

        A second call for the same job, or with the same picture, adds nothing and returns the take there is.

        Args:
            png: the picture as it came from the illustrator.
            job: the id of the job that painted it; may be empty.
            seconds: how long the painting took.
            at: ISO 8601, UTC.

        Raises:
            FibelError: `page_unknown`, `picture_broken`, or as `change`.
        """
        with self._guard:
            self._refuse_if_read_only()
            self._refuse_if_no_page(page_id)
            if known := self._take_of(job):
                return known
            if orphan := self.orphan_take(job):
                return self.adopt(page_id, orphan)
            labelled = takes.with_recipe(png, recipe, job=job, sketch=sketch)
            file = f"takes/{page_id}-{takes.take_id(labelled)}.png"
            take = takes.named(labelled, file, recipe, job=job, sketch=sketch, at=at, seconds=seconds)
            files.make_folder(self.folder / "takes")
            files.write_atomic(self.folder / file, labelled)
            return self._name(page_id, take)

    def orphan_take(self, job: str) -> Path | None:
        """Return the file of a take that this job painted and the book does not name: a crash came in between."""
        if not job:
            return None
        named = {take.id for page in self._book.pages for take in page.takes}
        for path in sorted((self.folder / "takes").glob("p*.png")):
            match = _TAKE_FILE.fullmatch(path.name)
            if match is None or match[1] in named:
                continue
            png = _read_file(path, takes.MAX_PICTURE)
            label = takes.read_recipe(png)
            if label is not None and label.job == job and takes.take_id(png) == match[1]:
                return path
        return None

    def adopt(self, page_id: str, file: Path) -> Take:
        """Name a take in the book whose file is in takes/ already.

        Raises:
            FibelError: `page_unknown`, `take_missing`, `take_broken`, or as `change`.
        """
        with self._guard:
            self._refuse_if_read_only()
            self._refuse_if_no_page(page_id)
            match = _TAKE_FILE.fullmatch(file.name)
            png = _read_file(self.folder / "takes" / file.name, takes.MAX_PICTURE)
            label = takes.read_recipe(png)
            if match is None or takes.take_id(png) != match[1] or label is None:
                raise FibelError("take_broken", f"takes/{file.name}.")
            path = self.folder / "takes" / file.name
            with files.naming(path):  # its process may have died before it could do so
                files.sync_file(path)
                files.sync_folder(path.parent)
                painted = datetime.fromtimestamp(path.stat().st_mtime, UTC)
            at = painted.isoformat(timespec="seconds")
            take = takes.named(png, f"takes/{file.name}", label.recipe, job=label.job, sketch=label.sketch, at=at)
            return self._name(page_id, take)

    def share(self, other: BookFolder, take: Take) -> None:
        """Lay a take of another book into this one's folder; durable when this returns, and not named here yet.

        Raises:
            FibelError: `take_missing` or `take_broken`, also where it has changed since it was painted; `disk_full`,
                `write_failed`, `book_read_only`.
        """
        with self._guard:
            self._refuse_if_read_only()
            png = other.read_take(take)
            files.make_folder(self.folder / "takes")
            files.share(other.take_path(take), self.take_path(take), png)

    def take_path(self, take: Take) -> Path:
        """Return where the take's picture lies."""
        return self.folder / take.file

    def read_take(self, take: Take) -> bytes:
        """Return the take's picture, checked against its name.

        Raises:
            FibelError: `take_missing`, or `take_broken`.
        """
        png = _read_file(self.take_path(take), takes.MAX_PICTURE)
        if takes.take_id(png) != take.id:
            raise FibelError("take_broken", f"{take.file} has changed since it was painted.")
        return png

    # saving

    def _save(self, book: Book) -> None:
        content = dump(book).encode()
        self._keep_copies()
        self._ours.add(content)  # a failure may come after the file was replaced
        files.write_atomic(self.folder / BOOK, content)
        self._ours = {content}
        self._book = book

    def _keep_copies(self) -> None:
        """Keep what the save is about to replace: the state this session found, and what somebody else wrote."""
        if self._unkept is not None:
            found, schema = self._unkept
            if schema is not None:
                backup.keep_schema(self.folder / "backup", found, schema)
            backup.keep_session(self.folder / "backup", found)
            self._unkept = None
        path = self.folder / BOOK
        with files.naming(path):
            present = path.read_bytes() if path.is_file() else None
        if present is not None and present not in self._ours:
            copy = backup.keep_foreign(self.folder / "backup", present)
            self._notices.append(
                f"Somebody else changed book.yaml meanwhile; that version is kept as backup/{copy.name}."
            )

    def _name(self, page_id: str, take: Take) -> Take:
        book = self.change(lambda book: edits.add_take(book, page_id, take))
        return next(known for known in book.page(page_id).takes if known.id == take.id)

    def _take_of(self, job: str) -> Take | None:
        every = (take for page in self._book.pages for take in page.takes)
        return next((take for take in every if job and take.job == job), None)

    def _refuse_if_no_page(self, page_id: str) -> None:
        if all(page.id != page_id for page in self._book.pages):
            raise FibelError("page_unknown", f"{page_id}.")

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise FibelError("book_read_only")

    # opening

    def _look_around(self) -> None:
        """Clear away what a crash left, and note what the author should know."""
        if self._lock is not None:
            self._clear_away()
            self._make_durable()
        if self.journal.torn:
            self._notices.append("The journal's last line was cut short by a crash and is ignored.")
        if self.journal.skipped:
            self._notices.append(f"Damaged lines in the journal were skipped: {self.journal.skipped}.")
        takes_named = (take for page in self._book.pages for take in page.takes if not take.discarded)
        if missing := [take.file for take in takes_named if not self.take_path(take).is_file()]:
            self._notices.append(f"Pictures named by the book are not on disk: {', '.join(missing)}.")

    def _make_durable(self) -> None:
        """Sync what a process that died may have written last: it is shown from now on, so it must stay."""
        for path in (self.folder / BOOK, self.journal.path):
            if path.is_file():
                with files.naming(path):
                    files.sync_file(path)
        with files.naming(self.folder):
            files.sync_folder(self.folder)

    def _clear_away(self) -> None:
        if self._lock is not None and not self._lock.supported:
            self._notices.append("This disk knows no locks: open the book in one place at a time.")
        for name in ("", "takes", "references", "print", "backup"):
            files.sweep(self.folder / name)


def peek(folder: Path) -> Book:
    """Return a book without locking it; raises as `BookFolder.open`."""
    _refuse_if_no_book(folder)
    return _understood(_read_book(folder))[0]


def is_book(folder: Path) -> bool:
    """Whether there is a book.yaml in the folder."""
    try:
        return (folder / BOOK).is_file()
    except OSError:  # a folder we may not enter holds no book for us
        return False


def is_open_somewhere(folder: Path) -> bool:
    """Whether a process has this book open for writing now."""
    return BookLock.is_held(folder / ".lock")


def find_books(root: Path) -> list[Path]:
    """Return `root` if it is a book, and the books directly in it, by name."""
    try:
        inside = sorted(path for path in root.iterdir() if not path.name.startswith("."))
    except OSError:
        inside = []
    return [path for path in (root, *inside) if is_book(path)]


def _refuse_if_no_book(folder: Path) -> None:
    if is_book(folder):
        return
    if not _remains(folder):
        raise FibelError("book_missing", f"{folder}.")
    copy = backup.newest(folder / "backup")
    newest = f"The newest copy is backup/{copy.name}." if copy else "There is no copy in backup/."
    raise FibelError("book_broken", f"It is gone, but its pictures are there. {newest}")


def _remains(folder: Path) -> bool:
    """Whether a book was here: its book.yaml is gone, but takes or copies are there."""
    pictures = (path for path in folder.glob("takes/*.png") if _TAKE_FILE.fullmatch(path.name))
    return any(pictures) or backup.newest(folder / "backup") is not None


def _read_book(folder: Path) -> bytes:
    path = folder / BOOK
    try:
        if path.stat().st_size > MAX_BOOK:
            raise FibelError("book_broken", f"line 1: longer than {MAX_BOOK >> 20} MB.")
        return path.read_bytes()
    except OSError as error:
        raise FibelError("file_unreadable", f"{path}: {error.strerror or error}.") from error


def _understood(content: bytes) -> tuple[Book, int]:
    try:
        return parse_any(content.decode())
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise FibelError("book_broken", f"line {line}: it is not UTF-8.") from None


def _read_file(path: Path, limit: Bytes) -> bytes:
    """Return a picture's bytes; raises `take_missing` or `take_broken`."""
    try:
        if not path.is_file():
            raise FibelError("take_missing", f"takes/{path.name}.")
        if path.stat().st_size > limit:
            raise FibelError("take_broken", f"takes/{path.name} is larger than a picture can be.")
        return path.read_bytes()
    except OSError as error:
        raise FibelError("take_broken", f"takes/{path.name}: {error.strerror or error}.") from error
