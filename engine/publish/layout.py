"""Where text and picture go on a page whose text stands below its picture: pure geometry, in millimetres.

A book is set as a whole: one type size, pictures of one height at one place, the text always beginning on the same
line. Only a page whose text is much longer than the others' gives part of its picture, then of its type size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.book.edition import Layout
from engine.presets import SAME_SHAPE, FormatPreset
from engine.publish import lines, typeface
from engine.publish.calm import Look
from engine.publish.geometry import Box, covering, inside
from engine.publish.typeface import POINT
from engine.units import Mm, Px

GAP = 0.9
"""Between picture and text, in type sizes above the first line's letters."""

LEADING = 1.45
"""Line distance in type sizes; wide lines help those who learn to read."""

PARAGRAPH = 0.5
"""An empty line of the text, in line distances."""

LINE = 45
"""Characters a line holds at most: longer ones lose young readers on the way back."""

SHARED_PICTURE = 0.45
"""Part of the page's height that the book's common picture keeps; texts that need more are set on their own."""

CONCESSIONS = ((0.5, 0.9), (0.42, 0.82), (0.36, 0.76), (0.3, 0.7))
"""What a long text is given, one after the other: the picture keeps this part of the page's height, the type this
part of its size. Below the last, the text does not fit."""

HEAD = 0.5
"""Part of the page's height that a picture over the page's whole width has at least."""

FAR_LONGER = 1.8
"""A text so many times as deep as the middle one of the book is set on its own."""

SPARED_TYPE = 0.9
"""The whole book is set this much smaller at most to spare a line."""

TYPE_STEP = 0.5


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Broken lines in a type size (points); "" is the space between two paragraphs."""

    lines: tuple[str, ...]
    size: float

    @property
    def width(self) -> Mm:
        return max((typeface.measure(line, self.size) for line in self.lines), default=0.0)

    @property
    def leading(self) -> Mm:
        return self.size * LEADING * POINT

    @property
    def height(self) -> Mm:
        return sum(self.leading if line else self.leading * PARAGRAPH for line in self.lines)

    def baselines(self, top: Mm) -> list[tuple[str, Mm]]:
        """Return each line with the y of its baseline, the block beginning at `top`."""
        placed: list[tuple[str, Mm]] = []
        y = top + self.size * POINT
        for line in self.lines:
            if line:
                placed.append((line, y))
            y += self.leading if line else self.leading * PARAGRAPH
        return placed


@dataclass(frozen=True, slots=True)
class Content:
    """What goes on a page: its text, and the picture's size in pixels or None; the author's wish, if there is one."""

    text: str
    picture: tuple[Px, Px] | None
    layout: Layout | None = None
    framing: str = ""
    look: Look | None = None


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A story page. `fits` tells whether all the text is inside; a picture or a text that is not there has no box.

    A picture that `bleeds` fills its box, and reaches over the trim where its box does so far; else it is shown whole.
    """

    text: TextBlock
    text_box: Box
    picture: Box | None
    fits: bool
    layout: Layout = Layout.BELOW
    bleeds: bool = False
    at_top: bool = False
    """Whether the text stands on the picture's head, not on its foot."""
    dark: bool = False
    """Whether the picture is dark there, so that the words are light."""


@dataclass(frozen=True, slots=True)
class Setting:
    """The story's pages in one type size (points)."""

    type_size: float
    pages: tuple[PageLayout, ...]


def story(contents: Sequence[Content], page: FormatPreset, type_size: float, smallest: float = 0.0) -> Setting:
    """Lay out the story's pages: pictures as large as the texts leave them, the texts below.

    Args:
        type_size: of the age, in points.
        smallest: that the age can read, in points.
    """
    size, depth = _shared([one.text for one in contents if one.picture and one.text], page, type_size)
    return Setting(size, tuple(_placed(content, depth, page, size, smallest) for content in contents))


def _shared(texts: Sequence[str], page: FormatPreset, type_size: float) -> tuple[float, Mm]:
    """Return the book's type size, and the depth of the longest text that the common picture leaves room for.

    A little smaller is better where it saves lines: as much as it costs the letters, it must give the pictures.
    """
    room = inside(page)
    sizes = [type_size]
    while sizes[-1] - TYPE_STEP >= type_size * SPARED_TYPE:
        sizes.append(sizes[-1] - TYPE_STEP)
    common = [text for text in texts if _depth(text, page, sizes[-1]) <= _common_depth(texts, page, sizes[-1])]

    def depth(size: float) -> Mm:
        return max((_depth(text, page, size) for text in common), default=0.0)

    best = max(sizes, key=lambda size: (room.height - _gap(size) - depth(size)) * size)
    return best, depth(best)


def _common_depth(texts: Sequence[str], page: FormatPreset, size: float) -> Mm:
    """Return how deep a text may be that the whole book makes room for: none that is far longer than the others."""
    depths = sorted(_depth(text, page, size) for text in texts)
    usual = max(depths[len(depths) // 2] * FAR_LONGER, 4 * size * LEADING * POINT) if depths else 0.0
    return min(usual, inside(page).height - SHARED_PICTURE * page.trim_height - _gap(size))


def _fitted(content: Content, page: FormatPreset, type_size: float, least: float) -> tuple[float, bool]:
    """Return the largest size that leaves the picture enough, and whether there is one."""
    room, size = inside(page), type_size
    for part, smaller in CONCESSIONS:
        smallest = min(type_size, max(least, type_size * smaller))
        while True:
            height = room.height - (part * page.trim_height + _gap(size) if content.picture else 0.0)
            if _depth(content.text, page, size) <= height and lines.widest_word(content.text, size) <= room.width:
                return size, True
            if size <= smallest:
                break
            size = max(smallest, size - TYPE_STEP)
    return size, False


def deep(text: str, width: Mm, size: float) -> Mm:
    """Return the height of a text's fewest lines."""
    if not text:
        return 0.0
    full, empty = lines.fewest(text, width, size)
    return (full + empty * PARAGRAPH) * size * LEADING * POINT


def _depth(text: str, page: FormatPreset, size: float) -> Mm:
    return deep(text, column(page, size), size)


def column(page: FormatPreset, size: float) -> Mm:
    """Return how wide a line may be."""
    return min(inside(page).width, LINE * typeface.measure("n", size))


def _placed(content: Content, depth: Mm, page: FormatPreset, type_size: float, smallest: float) -> PageLayout:
    room = inside(page)
    size, fits = _fitted(content, page, type_size, smallest)
    spare = int((depth - _depth(content.text, page, size)) / (size * LEADING * POINT) + 0.01) if content.picture else 0
    broken = lines.broken(content.text, column(page, size), size, spare=max(0, spare)) if content.text else ()
    block = TextBlock(broken, size)
    left = (page.trim_width - block.width) / 2
    if content.picture is None:
        top = room.y + max(0.0, (room.height - block.height) * 0.42)  # the eye's middle lies above the ruler's
        return PageLayout(block, Box(left, top, block.width, block.height), None, fits)
    below = max(depth, block.height) + _gap(block.size) if block.lines else 0.0
    height = max(room.height - below, CONCESSIONS[-1][0] * page.trim_height)
    natural = page.trim_width * content.picture[1] / content.picture[0]
    head = Box(0, 0, page.trim_width, min(room.y + height, max(natural, HEAD * page.trim_height)))
    if covering(content.picture, head).lost <= SAME_SHAPE:
        spare_depth = room.bottom - head.bottom - max(depth, block.height)
        text_top = head.bottom + max(_gap(block.size), spare_depth * 0.42)
        return PageLayout(block, Box(left, text_top, block.width, block.height), head, fits, bleeds=True)
    picture = _largest(content.picture, room.width, height)
    top = room.y + max(0.0, (room.height - picture.height - below) / 2)
    placed = Box((page.trim_width - picture.width) / 2, top, picture.width, picture.height)
    text_top = top + picture.height + _gap(block.size)
    return PageLayout(block, Box(left, text_top, block.width, block.height), placed, fits)


def _largest(picture: tuple[Px, Px], width: Mm, height: Mm) -> Box:
    """Return the largest box of the picture's shape: what was approved is what is printed, to its edges."""
    ratio = picture[0] / picture[1]
    return Box(0, 0, width, width / ratio) if width / height < ratio else Box(0, 0, height * ratio, height)


def _gap(size: float) -> Mm:
    return size * GAP * POINT
