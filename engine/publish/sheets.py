"""The pages of a book as sheets of words and pictures at their places, for whatever prints or paints them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from engine.book.edition import Layout
from engine.book.model import Role, Take
from engine.language.framing import calm_place
from engine.presets import AgePreset, FormatPreset
from engine.publish import typeface
from engine.publish.calm import Look
from engine.publish.geometry import WHOLE, Box, Crop, covering, half, margin, paper, trimmed
from engine.publish.layout import Content, PageLayout, Setting, TextBlock
from engine.publish.layouts import set_story
from engine.publish.source import PublishedPage, Source
from engine.publish.typeface import POINT
from engine.units import Mm

Colour = tuple[int, int, int]
INK: Colour = (26, 26, 26)
SOFT_INK: Colour = (105, 105, 105)
LIGHT_INK: Colour = (255, 253, 246)

NUMBER_SIZE = 10.0
NUMBER_FROM_TRIM: Mm = 10.0


class Part(StrEnum):
    """What a run of words is, for those who have the book read to them; the values are PDF's (32000-1, 14.8.4)."""

    TITLE = "/H1"
    PARAGRAPH = "/P"
    ORNAMENT = "/Artifact"


class Matter(StrEnum):
    """What a sheet is in the book."""

    HALF_TITLE = "half-title"
    TITLE = "title"
    IMPRINT = "imprint"
    DEDICATION = "dedication"
    BELONGS = "belongs"
    STORY = "story"
    CAST = "cast"
    ABOUT = "about"
    END = "end"
    BLANK = "blank"
    COVER = "cover"
    SIDE = "side"
    """Of A4 paper, with two pages on it."""
    CONTACT = "contact"


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
    turned: bool = False
    """Read from top to bottom, as on a spine: each line then begins at its baseline's y."""


@dataclass(frozen=True, slots=True)
class Mist:
    """Mist in a picture under words, out to the edge they stand at: of paper's colour, or dark under light words."""

    words: Box
    at_top: bool = False
    dark: bool = False
    gutter: Mm | None = None
    """Where the mist of a spread ends: the x of the fold on this page."""


@dataclass(frozen=True, slots=True)
class Picture:
    """A take in its place; `alt` is the picture in words, "" where another page has said it already."""

    take: Take
    box: Box
    alt: str
    crop: Crop = WHOLE
    mist: Mist | None = None
    soft: bool = False
    """Whether its edges fade into the paper."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A filled rectangle."""

    box: Box
    colour: Colour = INK


Item = Words | Picture | Bar


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page of paper, in the order in which it is read aloud."""

    items: tuple[Item, ...]
    matter: Matter = Matter.STORY
    number: int | None = None
    """The book's page it shows, from 1."""

    @property
    def pictures(self) -> tuple[Picture, ...]:
        return tuple(item for item in self.items if isinstance(item, Picture))


def is_right(count: int) -> bool:
    """Whether the page after so many pages is a right one; the first is."""
    return count % 2 == 0


def told(book: Source, page: FormatPreset, age: AgePreset) -> Setting:
    """Return the layout of the pages that tell the story, in reading order."""
    contents = [
        Content(one.text, one.picture_size, one.layout, one.framing, _look(book, one))
        for one in book.pages
        if one.role is Role.STORY
    ]
    return set_story(contents, page, age, book.edition.layout)


def _look(book: Source, one: PublishedPage) -> Look | None:
    """Look at a picture that words may stand on; that takes a moment, so others are left alone."""
    wish = one.layout or book.edition.layout
    over = wish in (Layout.OVER, Layout.SPREAD) or (wish is None and calm_place(one.framing) is not None)
    return book.look(one.take) if one.take is not None and over else None


def story_sheets(one: PublishedPage, layout: PageLayout, page: FormatPreset, before: int) -> tuple[Sheet, ...]:
    """Return the paper that a page of the story takes: one page, or two that face each other.

    Args:
        before: how many pages of paper lie before it.
    """
    right = is_right(before)
    if one.take is None:
        return (_sheet([*set_text(layout.text, layout.text_box), _number(before + 1, page)], one),)
    match layout.layout:
        case Layout.FACING:
            text = _sheet([*set_text(layout.text, layout.text_box), _number(before + 1, page)], one)
            return text, _sheet([_filling(one, one.take, page, right=not right)], one)
        case Layout.SPREAD:
            return _spread(one, one.take, layout, page, right=right)
        case Layout.OVER:
            picture = _filling(one, one.take, page, right=right, mist=_mist(layout))
            return (_sheet([picture, *_over(layout)], one),)
        case Layout.BELOW | Layout.VIGNETTE:
            items: list[Item] = []
            if layout.picture is not None:
                items.append(_above(one, one.take, layout, layout.picture, page, right=right))
            items += [*set_text(layout.text, layout.text_box), _number(before + 1, page)]
            return (_sheet(items, one),)


def centred(
    texts: Sequence[str], size: float, first: Mm, page: FormatPreset, *, bold: bool = False, leading: float = 1.0
) -> tuple[Line, ...]:
    """Place lines in the middle of the page, the first one's baseline at `first`."""
    step = size * leading * POINT
    return tuple(in_middle(text, first + n * step, size, page, bold=bold) for n, text in enumerate(texts))


def in_middle(text: str, baseline: Mm, size: float, page: FormatPreset, *, bold: bool = False) -> Line:
    return Line(text, (page.trim_width - typeface.measure(text, size, bold=bold)) / 2, baseline)


def _mist(layout: PageLayout, gutter: Mm | None = None) -> Mist | None:
    return Mist(layout.text_box, layout.at_top, layout.dark, gutter) if layout.text.lines else None


def _over(layout: PageLayout) -> Iterator[Words]:
    return set_text(layout.text, layout.text_box, LIGHT_INK if layout.dark else INK)


def set_text(block: TextBlock, box: Box, colour: Colour = INK) -> Iterator[Words]:
    """Yield the paragraphs, one by one: each is read as one."""
    paragraph: list[Line] = []
    previous = box.y
    for text, baseline in block.baselines(box.y):
        if paragraph and baseline - previous > block.leading * 1.01:
            yield Words(Part.PARAGRAPH, tuple(paragraph), block.size, colour)
            paragraph = []
        paragraph.append(Line(text, box.x, baseline))
        previous = baseline
    if paragraph:
        yield Words(Part.PARAGRAPH, tuple(paragraph), block.size, colour)


def _filling(one: PublishedPage, take: Take, page: FormatPreset, *, right: bool, mist: Mist | None = None) -> Picture:
    """Return a picture that fills the page to the end of its bleed."""
    box = paper(page, right=right)
    return Picture(take, box, one.alt, covering((take.width, take.height), box), mist)


def _above(one: PublishedPage, take: Take, layout: PageLayout, box: Box, page: FormatPreset, *, right: bool) -> Picture:
    if not layout.bleeds:
        return Picture(take, box, one.alt, soft=layout.layout is Layout.VIGNETTE)
    edge = paper(page, right=right)
    wide = Box(edge.x, edge.y, edge.width, box.bottom - edge.y)
    return Picture(take, wide, one.alt, covering((take.width, take.height), wide))


def _spread(
    one: PublishedPage, take: Take, layout: PageLayout, page: FormatPreset, *, right: bool
) -> tuple[Sheet, Sheet]:
    """Cut one picture at the fold; each half reaches over it as far as the paper does."""
    left_paper, right_paper = paper(page, right=right), paper(page, right=not right)
    shift = page.trim_width
    whole = Box(left_paper.x, left_paper.y, shift + right_paper.right - left_paper.x, left_paper.height)
    crop = covering((take.width, take.height), whole)
    moved = Box(right_paper.x + shift, right_paper.y, right_paper.width, right_paper.height)
    mist = _mist(layout, gutter=page.trim_width)
    first = Picture(take, left_paper, one.alt, half(crop, whole, left_paper), mist)
    second = Picture(take, right_paper, "", half(crop, whole, moved))
    return _sheet([first, *_over(layout)], one), _sheet([second], one)


def _sheet(items: Sequence[Item], one: PublishedPage) -> Sheet:
    return Sheet(tuple(items), Matter.STORY, one.number)


def _number(number: int, page: FormatPreset) -> Words:
    y = page.trim_height - max(NUMBER_FROM_TRIM, page.safe.outer)
    return Words(Part.ORNAMENT, centred([str(number)], NUMBER_SIZE, y, page), NUMBER_SIZE, SOFT_INK)


def room(page: FormatPreset) -> Box:
    """Return where words of front and back matter may stand."""
    free = margin(page)
    whole = trimmed(page)
    return Box(free, free, whole.width - 2 * free, whole.height - 2 * free)
