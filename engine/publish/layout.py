"""Where text and picture go on the story's pages: pure geometry, in millimetres from the trimmed page's corner.

A book is set as a whole: one type size, pictures of one height at one place, the text always beginning on the same
line. Only a page whose text is much longer than the others' gives part of its picture, then of its type size.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from engine.presets import FormatPreset
from engine.publish import lines, typeface
from engine.publish.typeface import POINT
from engine.units import Mm, Px

MARGIN: Mm = 12.7
"""Between trim and anything that matters: half an inch satisfies every printer we know of."""

FOOT: Mm = 7.0
"""For the page number, below the text."""

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

SHARED_TYPE = 0.82
"""The whole book is set in the size its longest text needs, down to this part of the age's size."""

SPARED_TYPE = 0.9
"""It is set this much smaller at most to spare a line."""

TYPE_STEP = 0.5


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; x and y of its upper left corner."""

    x: Mm
    y: Mm
    width: Mm
    height: Mm


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
    """What goes on a page: its text, and the picture's size in pixels or None."""

    text: str
    picture: tuple[Px, Px] | None


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A story page. `fits` tells whether all the text is inside; a picture or a text that is not there has no box."""

    text: TextBlock
    text_box: Box
    picture: Box | None
    fits: bool


@dataclass(frozen=True, slots=True)
class Setting:
    """The story's pages in one type size (points)."""

    type_size: float
    pages: tuple[PageLayout, ...]


def story(contents: Sequence[Content], page: FormatPreset, type_size: float) -> Setting:
    """Lay out the story's pages: pictures as large as the texts leave them, the texts below.

    Args:
        type_size: of the age, in points.
    """
    common = [
        fit.size
        for content in contents
        if (fit := _fitted(content, page, type_size)[0]).size >= type_size * SHARED_TYPE
    ]
    size, depth = _shared(contents, page, min(common, default=type_size))
    return Setting(size, tuple(_placed(content, depth, page, size) for content in contents))


def _shared(contents: Sequence[Content], page: FormatPreset, type_size: float) -> tuple[float, Mm]:
    """Return the book's type size and the depth of its longest text that the common picture leaves room for.

    A little smaller is better where it saves lines: as much as it costs the letters, it must give the pictures.
    """
    room = inside(page)
    sizes = [type_size]
    while sizes[-1] - TYPE_STEP >= type_size * SPARED_TYPE:
        sizes.append(sizes[-1] - TYPE_STEP)
    most = room.height - SHARED_PICTURE * page.trim_height - _gap(sizes[-1])
    beside = [content.text for content in contents if content.picture and content.text]
    short = [text for text in beside if _block(text, room.width, sizes[-1]).height <= most]

    def depth(size: float) -> Mm:
        return max((_block(text, room.width, size).height for text in short), default=0.0)

    best = max(sizes, key=lambda size: (room.height - _gap(size) - depth(size)) * size)
    return best, depth(best)


def inside(page: FormatPreset) -> Box:
    """Return the part of the page that may hold what matters, the page number below it."""
    return Box(MARGIN, MARGIN, page.trim_width - 2 * MARGIN, page.trim_height - 2 * MARGIN - FOOT)


def _fitted(content: Content, page: FormatPreset, type_size: float) -> tuple[TextBlock, bool]:
    """Return the text in the largest size that leaves its picture enough, and whether there is one."""
    room = inside(page)
    size = type_size
    for part, smallest in CONCESSIONS:
        while True:
            height = room.height - (part * page.trim_height + _gap(size) if content.picture else 0.0)
            block = _block(content.text, room.width, size)
            if block.height <= height and block.width <= room.width:
                return block, True
            if size <= type_size * smallest:
                break
            size = max(type_size * smallest, size - TYPE_STEP)
    return block, False


def _block(text: str, width: Mm, size: float) -> TextBlock:
    if not text:
        return TextBlock((), size)
    measure = min(width, LINE * typeface.measure("n", size))
    return TextBlock(lines.broken(text, measure, size), size)


def _placed(content: Content, depth: Mm, page: FormatPreset, type_size: float) -> PageLayout:
    room = inside(page)
    block, fits = _fitted(content, page, type_size)
    left = (page.trim_width - block.width) / 2
    if content.picture is None:
        top = room.y + max(0.0, (room.height - block.height) * 0.42)  # the eye's middle lies above the ruler's
        return PageLayout(block, Box(left, top, block.width, block.height), None, fits)
    below = max(depth, block.height) + _gap(block.size) if block.lines else 0.0
    picture = _largest(content.picture, room.width, max(room.height - below, CONCESSIONS[-1][0] * page.trim_height))
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
