"""A contact sheet: every picture of a book small, with its text and how it was made, to hang on a wall."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.book.model import Take
from engine.publish import lines, typeface
from engine.publish.geometry import Box
from engine.publish.phrases import phrases
from engine.publish.sheets import SOFT_INK, Bar, Item, Line, Matter, Part, Picture, Sheet, Words
from engine.publish.source import Source
from engine.publish.typeface import POINT
from engine.units import Mm

if TYPE_CHECKING:
    from engine.publish.pdf import Make

A4 = Box(0, 0, 210, 297)
MARGIN: Mm = 12.0
HEAD: Mm = 9.0
COLUMNS, ROWS = 3, 3
GAP: Mm = 6.0
PICTURE: Mm = 52.0
"""Height that pictures share; what is below is for words."""

EMPTY = (238, 236, 230)
TITLE_SIZE, NUMBER_SIZE, TEXT_SIZE, NOTE_SIZE = 13.0, 9.0, 7.5, 6.0
TEXT_LINES = 6


@dataclass(frozen=True, slots=True)
class _Frame:
    """One picture of the book, or the place of a missing one."""

    name: str
    take: Take | None
    alt: str
    text: str


def write_contact(book: Source, make: Make, progress: Callable[[int, int], None]) -> tuple[bytes, int]:
    """Return the PDF's bytes and how many sides it has. Errors as for the PDF."""
    from engine.publish.pdf import BookPdf, describe, draw

    sides = contact_sheets(book)
    with closing(BookPdf(A4, make)) as pdf:
        describe(pdf, book, make)
        for done, side in enumerate(sides, start=1):
            pdf.new_page(A4, A4)
            draw(pdf, book, side, make)
            progress(done, len(sides))
        return bytes(pdf.output()), len(sides)


def contact_sheets(book: Source) -> tuple[Sheet, ...]:
    """Return the sides of A4 paper."""
    frames = list(_frames(book))
    each = COLUMNS * ROWS
    sides = [frames[start : start + each] for start in range(0, len(frames), each)] or [[]]
    return tuple(_sheet(book, side) for side in sides)


def _frames(book: Source) -> Iterator[_Frame]:
    say = phrases(book.language)
    if book.cover is not None and all(page.take != book.cover.take for page in book.pages):
        yield _Frame(say.title, book.cover.take, book.cover.alt, book.subtitle)
    for page in book.pages:
        yield _Frame(say.page.format(page.number), page.take, page.alt, page.text)


def _sheet(book: Source, frames: Sequence[_Frame]) -> Sheet:
    say = phrases(book.language)
    name = say.by.format(book.title, book.author) if book.author else book.title
    head = Line(name, MARGIN, MARGIN + TITLE_SIZE * POINT)
    items: list[Item] = [Words(Part.TITLE, (head,), TITLE_SIZE, bold=True)]
    width = (A4.width - 2 * MARGIN - (COLUMNS - 1) * GAP) / COLUMNS
    height = (A4.height - 2 * MARGIN - HEAD) / ROWS
    for n, frame in enumerate(frames):
        x = MARGIN + n % COLUMNS * (width + GAP)
        y = MARGIN + HEAD + n // COLUMNS * height
        items += _placed(frame, Box(x, y, width, height), say.sketch)
    return Sheet(tuple(items), Matter.CONTACT)


def _placed(frame: _Frame, cell: Box, sketch: str) -> Iterator[Item]:
    take = frame.take
    if take is None:
        yield Bar(Box(cell.x, cell.y, cell.width, PICTURE), EMPTY)
    else:
        wide = min(cell.width, PICTURE * take.width / take.height)
        yield Picture(take, Box(cell.x, cell.y, wide, wide * take.height / take.width), frame.alt)
    y = cell.y + PICTURE + NUMBER_SIZE * 1.3 * POINT
    yield Words(Part.PARAGRAPH, (Line(frame.name, cell.x, y),), NUMBER_SIZE, bold=True)
    told = _cut([line for line in lines.broken(frame.text, cell.width, TEXT_SIZE) if line] if frame.text else [])
    placed = [Line(line, cell.x, y + (n + 1.1) * TEXT_SIZE * 1.3 * POINT) for n, line in enumerate(told)]
    if placed:
        yield Words(Part.PARAGRAPH, tuple(placed), TEXT_SIZE)
        y = placed[-1].baseline
    if take is not None:
        note = Line(_note(take, sketch, cell.width), cell.x, y + NOTE_SIZE * 1.7 * POINT)
        yield Words(Part.PARAGRAPH, (note,), NOTE_SIZE, SOFT_INK)


def _cut(told: list[str]) -> list[str]:
    return told if len(told) <= TEXT_LINES else [*told[: TEXT_LINES - 1], f"{told[TEXT_LINES - 1]} …"]


def _note(take: Take, sketch: str, width: Mm) -> str:
    """Return how a take was made, as much of it as a line holds, the seed first: by it the take is found again."""
    checkpoint = take.recipe.checkpoint.rpartition(".")[0] or take.recipe.checkpoint
    parts = [f"Seed {take.recipe.seed}", f"{take.width} × {take.height}", sketch if take.sketch else checkpoint]
    while len(parts) > 1 and typeface.measure(", ".join(parts), NOTE_SIZE) > width:
        parts.pop()
    return ", ".join(parts)
