"""What a reader's screen makes of an e-book whose words flow, to be leafed through before the file is written.

Each reader breaks lines and pages as its screen and its owner like; here is one of the usual size with the size of type
it comes with. The e-book's own style sheet (:mod:`engine.publish.epub_reflow`) takes its measures from here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.publish import lines
from engine.publish.geometry import Box
from engine.publish.layout import TextBlock
from engine.publish.matter import imprint_lines
from engine.publish.phrases import phrases
from engine.publish.sheets import INK, Line, Matter, Part, Picture, Sheet, Words
from engine.publish.source import PublishedPage, Source
from engine.publish.typeface import POINT, measure
from engine.units import Mm

SCREEN = Box(0, 0, 90, 120)
"""Of a reader with a screen of six inches."""

SIDE: Mm = SCREEN.width * 0.05
BASE = 10.5
"""Points: the type that readers begin with."""

WORDS, TITLE, COLOPHON = 1.25, 1.9, 0.8
"""Type sizes, in those of the base."""

PICTURE = 0.55
"""Part of the screen's height that a picture takes at most: below it there is room for the five lines of most pages."""

LEADING = 1.45
COLUMN: Mm = SCREEN.width - 2 * SIDE


def flow_sheets(book: Source) -> Iterator[Sheet]:
    """Yield the screens of a book, its cover left out; a text that is too long goes on on the next one."""
    yield Sheet((*_title(book),), Matter.TITLE)
    if book.edition.dedication.strip():
        yield from _told(book.edition.dedication, SCREEN.height * 0.3, Matter.DEDICATION)
    for one in book.pages:
        yield from _page(one)
    if book.edition.about.strip():
        heading = _centred([phrases(book.language).about], BASE * WORDS * 1.2, SIDE * 2, bold=True)
        first, *rest = _told(book.edition.about, heading.lines[-1].baseline + BASE * POINT, Matter.ABOUT)
        yield Sheet((heading, *first.items), Matter.ABOUT)
        yield from rest
    small = BASE * COLOPHON
    block = TextBlock(tuple(line for text in imprint_lines(book, None) for line in _broken(text, small)), small)
    top = max(SIDE, SCREEN.height - SIDE - block.height)
    left = (SCREEN.width - block.width) / 2
    placed = tuple(Line(text, left, baseline) for text, baseline in block.baselines(top))
    yield Sheet((Words(Part.PARAGRAPH, placed, small),), Matter.IMPRINT)


def _title(book: Source) -> Iterator[Words | Picture]:
    size = BASE * TITLE
    title = _centred(lines.broken(book.title, COLUMN, size, bold=True), size, size * POINT * 1.4, bold=True)
    yield title
    y = title.lines[-1].baseline
    for text in (book.subtitle, book.author):
        if text:
            by = _centred(lines.broken(text, COLUMN, BASE), BASE, y + BASE * POINT * 2)
            yield by
            y = by.lines[-1].baseline
    if book.cover is not None:
        take = book.cover.take
        yield Picture(take, _box(take.width / take.height, y + BASE * POINT * 1.5), book.cover.alt)


def _page(one: PublishedPage) -> Iterator[Sheet]:
    top, items = SIDE, []
    if one.take is not None:
        box = _box(one.take.width / one.take.height, SIDE)
        items.append(Picture(one.take, box, one.alt))
        top = box.bottom + BASE * POINT
    told = list(_told(one.text, top, Matter.STORY, one.number)) if one.text else []
    if told:
        yield Sheet((*items, *told[0].items), Matter.STORY, one.number)
        yield from told[1:]
    elif items:
        yield Sheet(tuple(items), Matter.STORY, one.number)


def _told(text: str, top: Mm, matter: Matter, number: int | None = None) -> Iterator[Sheet]:
    """Yield a text on as many screens as it takes, the first one from `top` on."""
    size = BASE * WORDS
    waiting = _broken(text, size)
    left = (SCREEN.width - TextBlock(waiting, size).width) / 2
    while waiting:
        room = max(1, int((SCREEN.height - SIDE - top) / (size * LEADING * POINT)))
        if len(waiting) - room == 1 and room > 2:  # no line goes on alone
            room -= 1
        block = TextBlock(waiting[:room], size)
        placed = tuple(Line(words, left, baseline) for words, baseline in block.baselines(top))
        yield Sheet((Words(Part.PARAGRAPH, placed, size, INK),), matter, number)
        waiting, top = waiting[room:], SIDE


def _broken(text: str, size: float) -> tuple[str, ...]:
    return lines.broken(text, COLUMN, size) if text else ("",)


def _centred(texts: Sequence[str], size: float, first: Mm, *, bold: bool = False) -> Words:
    placed = tuple(
        Line(text, (SCREEN.width - measure(text, size, bold=bold)) / 2, first + n * size * 1.2 * POINT)
        for n, text in enumerate(texts)
    )
    return Words(Part.TITLE if bold else Part.PARAGRAPH, placed, size, bold=bold)


def _box(ratio: float, top: Mm) -> Box:
    height = min(SCREEN.height * PICTURE, COLUMN / ratio, SCREEN.height - SIDE - top)
    return Box((SCREEN.width - height * ratio) / 2, top, height * ratio, height)
