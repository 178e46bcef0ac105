"""The pages of a book as sheets of words and pictures at their places, for whatever prints or paints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.book.model import Role, Take
from engine.presets import FormatPreset
from engine.publish import lines, typeface
from engine.publish.layout import MARGIN, Box, Content, PageLayout, Setting, TextBlock, inside, story
from engine.publish.source import PublishedPage, Source
from engine.publish.typeface import POINT
from engine.units import Mm

Colour = tuple[int, int, int]
INK: Colour = (26, 26, 26)
SOFT_INK: Colour = (105, 105, 105)

TITLE_SIZE, AUTHOR_SIZE = 0.2, 0.095
"""Parts of the page's width in millimetres, as points: 30 and 14 on A5."""

COLOPHON_SIZE, NUMBER_SIZE = 9.0, 10.0
NUMBER_FROM_TRIM: Mm = 10.0


class Part(StrEnum):
    """What a run of words is, for those who have the book read to them; the values are PDF's (32000-1, 14.8.4)."""

    TITLE = "/H1"
    PARAGRAPH = "/P"
    ORNAMENT = "/Artifact"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words; x of its beginning and its baseline, from the trimmed page's upper left corner."""

    text: str
    x: Mm
    baseline: Mm


@dataclass(frozen=True, slots=True)
class Words:
    """Lines that belong together, in one type size (points)."""

    part: Part
    lines: tuple[Line, ...]
    size: float
    colour: Colour = INK
    bold: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A take in its place; `alt` is the picture in words."""

    take: Take
    box: Box
    alt: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page, in the order in which it is read aloud."""

    items: tuple[Words | Picture, ...]


def sheets(book: Source, page: FormatPreset, type_size: float) -> tuple[Sheet, ...]:
    """Return title page, the book's pages, and colophon.

    Args:
        type_size: of the age, in points.
    """
    setting = set_story(book.pages, page, type_size)
    placed = dict(zip((p.number for p in book.pages if p.role is Role.STORY), setting.pages, strict=True))
    between = [
        _story_sheet(one, placed[one.number], page) if one.role is Role.STORY else _quiet_sheet(one, page, setting)
        for one in book.pages
    ]
    return (_title_sheet(book, page), *between, _colophon_sheet(book, page))


def set_story(pages: Sequence[PublishedPage], page: FormatPreset, type_size: float) -> Setting:
    """Return the layout of the pages that tell the story, in reading order."""
    contents = [Content(one.text, one.picture_size) for one in pages if one.role is Role.STORY]
    return story(contents, page, type_size)


def _story_sheet(one: PublishedPage, layout: PageLayout, page: FormatPreset) -> Sheet:
    items: list[Words | Picture] = []
    if layout.picture is not None and one.take is not None:
        items.append(Picture(one.take, layout.picture, one.alt))
    items += _text(layout.text, layout.text_box)
    number = _centred([str(one.number)], NUMBER_SIZE, page.trim_height - NUMBER_FROM_TRIM, page)
    return Sheet((*items, Words(Part.ORNAMENT, number, NUMBER_SIZE, SOFT_INK)))


def _quiet_sheet(one: PublishedPage, page: FormatPreset, setting: Setting) -> Sheet:
    """A dedication, an imprint, an end: no page number, words alone in the middle or small at the foot."""
    if one.take is not None:
        only = story([Content(one.text, one.picture_size)], page, setting.type_size).pages[0]
        return Sheet(_story_sheet(one, only, page).items[:-1])
    if one.role is Role.IMPRINT:
        return Sheet((_at_foot(one.text.split("\n"), page),))
    room = inside(page)
    block = TextBlock(lines.broken(one.text, room.width * 0.8, setting.type_size), setting.type_size)
    first = page.trim_height * 0.42 - block.height / 2
    placed = tuple(_in_middle(line, y, block.size, page) for line, y in block.baselines(first))
    return Sheet((Words(Part.PARAGRAPH, placed, block.size),))


def _title_sheet(book: Source, page: FormatPreset) -> Sheet:
    title_size = _fitting(book.title, page.trim_width * TITLE_SIZE, page)
    author_size = page.trim_width * AUTHOR_SIZE
    width = inside(page).width
    items: list[Words | Picture] = []
    y = page.trim_height * 0.07 + MARGIN
    title = _centred(
        lines.broken(book.title, width, title_size, bold=True), title_size, y, page, bold=True, leading=1.2
    )
    items.append(Words(Part.TITLE, title, title_size, bold=True))
    y = title[-1].baseline
    for text in (book.subtitle, book.author):
        if text:
            y += author_size * 1.9 * POINT
            placed = _centred(lines.broken(text, width, author_size), author_size, y, page, leading=1.4)
            items.append(Words(Part.PARAGRAPH, placed, author_size, SOFT_INK))
            y = placed[-1].baseline
    if book.cover is not None:
        top = y + page.trim_height * 0.06
        room = page.trim_height - MARGIN * 1.6 - top
        ratio = book.cover.take.width / book.cover.take.height
        wide = min(width * 0.86, room * ratio)
        box = Box((page.trim_width - wide) / 2, top + (room - wide / ratio) / 2, wide, wide / ratio)
        items.append(Picture(book.cover.take, box, book.cover.alt))
    return Sheet(tuple(items))


def _colophon_sheet(book: Source, page: FormatPreset) -> Sheet:
    return Sheet((_at_foot((book.title, *book.colophon), page),))


def _at_foot(paragraphs: Sequence[str], page: FormatPreset) -> Words:
    width = inside(page).width * 0.9
    small = [line for text in paragraphs for line in lines.broken(text, width, COLOPHON_SIZE)]
    leading = COLOPHON_SIZE * 1.6
    first = page.trim_height - 1.6 * MARGIN - leading * POINT * (len(small) - 1)
    return Words(Part.PARAGRAPH, _centred(small, COLOPHON_SIZE, first, page, leading=1.6), COLOPHON_SIZE, SOFT_INK)


def _text(block: TextBlock, box: Box) -> Iterator[Words]:
    """Yield the paragraphs, one by one: each is read as one."""
    paragraph: list[Line] = []
    previous = box.y
    for text, baseline in block.baselines(box.y):
        if paragraph and baseline - previous > block.leading * 1.01:
            yield Words(Part.PARAGRAPH, tuple(paragraph), block.size)
            paragraph = []
        paragraph.append(Line(text, box.x, baseline))
        previous = baseline
    if paragraph:
        yield Words(Part.PARAGRAPH, tuple(paragraph), block.size)


def _centred(
    texts: Sequence[str], size: float, first: Mm, page: FormatPreset, *, bold: bool = False, leading: float = 1.0
) -> tuple[Line, ...]:
    """Place lines in the middle of the page, the first one's baseline at `first`."""
    step = size * leading * POINT
    return tuple(_in_middle(text, first + n * step, size, page, bold=bold) for n, text in enumerate(texts))


def _in_middle(text: str, baseline: Mm, size: float, page: FormatPreset, *, bold: bool = False) -> Line:
    return Line(text, (page.trim_width - typeface.measure(text, size, bold=bold)) / 2, baseline)


def _fitting(title: str, size: float, page: FormatPreset) -> float:
    """Return the size in which the title's longest word is no wider than the page."""
    return size * min(1.0, inside(page).width / lines.widest_word(title, size, bold=True))
