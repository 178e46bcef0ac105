"""The cover as one sheet: back, spine and front, as the printing service wraps it around the book."""

from __future__ import annotations

from dataclasses import dataclass

from engine.errors import FibelError
from engine.presets import FormatPreset
from engine.publish import isbn, lines
from engine.publish.calm import DARK
from engine.publish.geometry import Box, covering, margin, trimmed
from engine.publish.layout import TextBlock
from engine.publish.matter import AUTHOR_SIZE, TITLE_SIZE
from engine.publish.phrases import phrases
from engine.publish.sheets import (
    INK,
    LIGHT_INK,
    SOFT_INK,
    Bar,
    Item,
    Line,
    Matter,
    Mist,
    Part,
    Picture,
    Sheet,
    Words,
    set_text,
)
from engine.publish.source import Cover, Source
from engine.publish.typeface import POINT, measure
from engine.publish.veil import PAPER
from engine.units import Mm

BLURB_SIZE = 13.0
"""Points: 12 to 14 is what grown-ups read in a shop."""

SPINE_AIR: Mm = 1.6
"""On both sides of a title on the spine (KDP asks for 0.0625 inches)."""

MODULE: Mm = 0.33
"""Width of a bar's module at 100 % (GS1 General Specifications 5.2.6)."""

QUIET = 11
"""Modules without bars on the left, and here on the right too."""

BARS: Mm = 22.85
DIGITS_SIZE = 9.0


@dataclass(frozen=True, slots=True)
class Wrap:
    """The measures of a cover; x counts from the back's outer trim."""

    page: FormatPreset
    spine: Mm

    @property
    def trim(self) -> Box:
        return Box(0, 0, 2 * self.page.trim_width + self.spine, self.page.trim_height)

    @property
    def sheet(self) -> Box:
        bleed = self.page.cover_bleed
        return Box(-bleed, -bleed, self.trim.width + 2 * bleed, self.trim.height + 2 * bleed)

    @property
    def front(self) -> Mm:
        """Return the x at which the front begins."""
        return self.page.trim_width + self.spine


def wrap(book: Source, page: FormatPreset, pages: int) -> Wrap:
    """Return the measures of the cover of a book of so many pages."""
    spine = book.edition.spine or pages * page.spine.per_page + page.spine.boards
    return Wrap(page, spine)


def cover_sheet(book: Source, page: FormatPreset, pages: int) -> tuple[Wrap, Sheet]:
    """Return the cover of a book of so many pages.

    Raises:
        FibelError: `export_incomplete`, there is no picture to put on it.
    """
    if book.cover is None:
        raise FibelError("export_incomplete", "The cover needs a picture; the book has none.")
    measures = wrap(book, page, pages)
    bleed = measures.sheet
    place = Box(measures.front, bleed.y, bleed.right - measures.front, bleed.height)
    items = [Bar(bleed, PAPER), *_front(book, book.cover, page, measures.front, place), *_back(book, measures)]
    if pages >= page.spine.text_from:
        items += _spine(book, measures)
    return measures, Sheet(tuple(items), Matter.COVER)


def front_sheet(book: Source, page: FormatPreset) -> Sheet | None:
    """Return the front of the cover alone, without bleed; None where there is no picture to put on it."""
    if book.cover is None:
        return None
    return Sheet(tuple(_front(book, book.cover, page, 0, trimmed(page))), Matter.COVER)


def _front(book: Source, cover: Cover, page: FormatPreset, left: Mm, box: Box) -> list[Item]:
    """The picture fills the front; the title stands on its upper part.

    Args:
        left: x of the front's own trimmed edge.
        box: what the picture fills.
    """
    take = cover.take
    look = book.look(take)
    dark = look is not None and look.top.light < DARK
    ink = LIGHT_INK if dark else INK
    free = margin(page)
    width = page.trim_width - 2 * free
    size = page.trim_width * TITLE_SIZE * 1.25
    size *= min(1.0, width / lines.widest_word(book.title, size, bold=True))
    small = page.trim_width * AUTHOR_SIZE
    middle = left + page.trim_width / 2
    y = free + size * POINT
    title = _centred(lines.broken(book.title, width, size, bold=True), size, y, middle, bold=True)
    words = [Words(Part.TITLE, title, size, ink, bold=True)]
    end = title[-1].baseline
    if book.author:
        by = _centred(lines.broken(book.author, width, small), small, end + small * 1.9 * POINT, middle)
        words.append(Words(Part.PARAGRAPH, by, small, ink))
        end = by[-1].baseline
    mist = Mist(Box(left + free, free, width, end - free + small * 0.3 * POINT), at_top=True, dark=dark)
    crop = covering((take.width, take.height), box)
    return [Picture(take, box, cover.alt, crop, mist), *words]


def _back(book: Source, measures: Wrap) -> list[Item]:
    page = measures.page
    free = margin(page) + 4
    width = page.trim_width - 2 * free
    items: list[Item] = []
    y = page.trim_height * 0.16
    if book.edition.blurb.strip():
        block = TextBlock(lines.broken(book.edition.blurb, width, BLURB_SIZE), BLURB_SIZE)
        items += set_text(block, Box(free, y, block.width, block.height))
        y += block.height + BLURB_SIZE * 1.6 * POINT
    first, _, last = book.age.partition("-")
    if last:
        age = Line(phrases(book.language).ages.format(first, last), free, y + BLURB_SIZE * POINT)
        items.append(Words(Part.PARAGRAPH, (age,), BLURB_SIZE, SOFT_INK))
    zone = barcode_zone(measures)
    items.append(Bar(zone, (255, 255, 255)))
    if bars := isbn.bars(book.edition.imprint.isbn):
        items += _barcode(bars, book.edition.imprint.isbn, zone)
    return items


def barcode_zone(measures: Wrap) -> Box:
    """Return the white place at the back's lower corner by the spine; services print their own code there."""
    page, zone = measures.page, measures.page.barcode
    free = max(page.safe.outer, 6.0)
    return Box(page.trim_width - free - zone.width, page.trim_height - free - zone.height, zone.width, zone.height)


def _barcode(modules: str, number: str, zone: Box) -> list[Item]:
    """Return the bars of an EAN-13 with the number above and below, as bookshops scan it."""
    wide = MODULE * min(1.0, zone.width / ((isbn.MODULES + 2 * QUIET) * MODULE))
    high = min(BARS, zone.height - 9)
    x = zone.x + (zone.width - isbn.MODULES * wide) / 2
    y = zone.y + (zone.height - high) / 2
    items: list[Item] = []
    start = 0
    for place in range(1, isbn.MODULES + 1):
        if place == isbn.MODULES or modules[place] != modules[start]:
            if modules[start] == "1":
                items.append(Bar(Box(x + start * wide, y, (place - start) * wide, high), (0, 0, 0)))
            start = place
    middle = zone.x + zone.width / 2
    above = _centred([f"ISBN {isbn.written(number)}"], DIGITS_SIZE * 0.85, y - 1.2, middle)
    digits = isbn.digits(number)
    below = _centred([f"{digits[0]} {digits[1:7]} {digits[7:]}"], DIGITS_SIZE, y + high + DIGITS_SIZE * POINT, middle)
    items += [Words(Part.ORNAMENT, above, DIGITS_SIZE * 0.85), Words(Part.ORNAMENT, below, DIGITS_SIZE)]
    return items


def _spine(book: Source, measures: Wrap) -> list[Item]:
    """The title from top to bottom is written by the PDF turned; here it stands as it is read."""
    size = min(12.0, (measures.spine - 2 * SPINE_AIR) / POINT / 1.3)
    text = " · ".join(part for part in (book.author, book.title) if part)
    long = measure(text, size, bold=True)
    if size < 7.0 or long > measures.page.trim_height - 2 * margin(measures.page):
        return []
    baseline = measures.page.trim_width + measures.spine / 2 - size * POINT * 0.3
    line = Line(text, baseline, (measures.page.trim_height - long) / 2)
    return [Words(Part.ORNAMENT, (line,), size, INK, bold=True, turned=True)]


def _centred(
    texts: tuple[str, ...] | list[str], size: float, first: Mm, middle: Mm, *, bold: bool = False
) -> tuple[Line, ...]:
    step = size * 1.2 * POINT
    return tuple(
        Line(text, middle - measure(text, size, bold=bold) / 2, first + n * step) for n, text in enumerate(texts)
    )
