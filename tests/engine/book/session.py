"""One author's session with a book, in steps that may each be the last before a crash."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pydantic import JsonValue

from engine.book import edits
from engine.book.folder import BookFolder, is_book
from engine.book.model import Book, OutlineLine
from engine.book.text import dump
from engine.errors import FibelError
from tests.engine.book.pictures import RECIPE, picture

START = edits.with_pages(Book(title="Der Igel und der Stern"), (OutlineLine(what="Ein Igel findet einen Stern"),) * 2)
JOBS = ("11111111-0000-4000-8000-000000000000", "22222222-0000-4000-8000-000000000000")
RECORD: dict[str, JsonValue] = {"job": JOBS[1], "state": "submitted", "text": "größer"}


def tell(page: str, text: str, open_book: BookFolder) -> None:
    open_book.change(lambda book: edits.change_scene(book, page, text=text))


def paint(page: str, job: str, shade: int, open_book: BookFolder) -> None:
    open_book.add_take(
        page, picture(shade=shade), RECIPE, job=job, seconds=26.0, sketch=False, at="2026-01-31T18:20:00+00:00"
    )


def note(open_book: BookFolder) -> None:
    if RECORD not in open_book.journal.records():
        open_book.journal.append(RECORD)


STEPS: tuple[Callable[[BookFolder], None], ...] = (
    partial(tell, "p001", "Der Igel gähnt.\nDa blinkt es!"),
    partial(paint, "p001", JOBS[0], 1),
    note,
    partial(paint, "p002", JOBS[1], 2),
    partial(tell, "p002", "Gute Nacht."),
)
"""Each may be done twice and is then done once, as the engine does after a crash. Making the book comes before."""


@dataclass(frozen=True)
class View:
    """What an author sees of a book: all but the time it took, which a take saved from a crash no longer knows."""

    book: str
    records: tuple[str, ...]


def view(open_book: BookFolder) -> View:
    for page in open_book.book.pages:
        for take in page.takes:
            open_book.read_take(take)
    pages = tuple(
        page.model_copy(
            update={"takes": tuple(take.model_copy(update={"at": "", "seconds": 0.0}) for take in page.takes)}
        )
        for page in open_book.book.pages
    )
    text = dump(open_book.book.model_copy(update={"pages": pages}))
    return View(text, tuple(map(repr, open_book.journal.records())))


def run(folder: Path, done: Callable[[BookFolder], None]) -> None:
    """Make the book and take every step, or go on with a book that is there; `done` follows each step."""
    with BookFolder.open(folder) if is_book(folder) else BookFolder.create(folder, START) as open_book:
        done(open_book)
        for step in STEPS:
            step(open_book)
            done(open_book)


def views(folder: Path) -> list[View]:
    """Return what is to be seen after each step of a session in which nothing goes wrong."""
    seen: list[View] = []
    run(folder, lambda open_book: seen.append(view(open_book)))
    return seen


def fault(folder: Path, steps: int, expected: list[View]) -> str:
    """Say what is wrong with a folder found after a crash, when so many steps were acknowledged; or nothing."""
    try:
        with BookFolder.open(folder) as open_book:
            found = view(open_book)
    except FibelError as error:
        return "" if error.code == "book_missing" and steps == 0 else str(error)
    allowed = expected[max(steps - 1, 0) : steps + 1]
    if found in allowed:
        return ""
    return f"after step {steps}: {found}, not one of {allowed}"
