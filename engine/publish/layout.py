"""Where text and picture go on a page: pure geometry, in millimetres and points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.presets import FormatPreset
from engine.units import Mm, Px

MARGIN: Mm = 12.7
"""Between trim and anything that matters: half an inch satisfies every printer we know of."""

GAP: Mm = 7.0
"""Between picture and text."""

FOOT: Mm = 8.0
"""For the page number, below the text."""

LEADING = 1.45
"""Line distance in type sizes; wide lines help those who learn to read."""

SMALLEST = 0.7
"""A long text is set smaller, but not below this part of the age's type size."""

LEAST_PICTURE = 0.45
"""Part of the page's height a picture keeps, whatever the length of the text."""

POINT: Mm = 25.4 / 72

Measure = Callable[[str, float], Mm]
"""Width of a text in a type size (points)."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; x and y of its upper left corner from that of the trimmed page."""

    x: Mm
    y: Mm
    width: Mm
    height: Mm


@dataclass(frozen=True, slots=True)
class TextBlock:
    """Broken lines in a type size; "" is the space between two paragraphs."""

    lines: tuple[str, ...]
    size: float
    width: Mm
    """Of its longest line."""

    @property
    def leading(self) -> Mm:
        return self.size * LEADING * POINT

    @property
    def height(self) -> Mm:
        return sum(self.leading if line else self.leading / 2 for line in self.lines)


@dataclass(frozen=True, slots=True)
class PageLayout:
    """A story page. `picture` is None where there is none; `fits` tells whether all the text is inside."""

    text: TextBlock
    text_box: Box
    picture: Box | None
    fits: bool


def story_page(
    text: str, picture: tuple[Px, Px] | None, page: FormatPreset, type_size: float, measure: Measure
) -> PageLayout:
    """Lay out one page: the picture as large as the text leaves it, the text below.

    Args:
        picture: its size in pixels.
        type_size: of the age, in points.
    """
    width = page.trim_width - 2 * MARGIN
    inside = page.trim_height - 2 * MARGIN - FOOT
    least = LEAST_PICTURE * page.trim_height if picture else 0.0
    gap = GAP if picture and text else 0.0
    block = _fitting(text, width, inside - least - gap, type_size, measure)
    fits = block.height <= inside - least - gap and block.width <= width
    place = None
    if picture is not None:
        place = _picture_box(picture, width, inside - block.height - gap)
    used = block.height + (place.height + gap if place else 0.0)
    top = MARGIN + max(0.0, (inside - used) / 2)
    if place is not None:
        place = Box((page.trim_width - place.width) / 2, top, place.width, place.height)
    below = top + (place.height + gap if place else 0.0)
    x = (page.trim_width - block.width) / 2
    return PageLayout(block, Box(x, below, block.width, block.height), place, fits)


def broken(text: str, width: Mm, size: float, measure: Measure) -> TextBlock:
    """Break a text into lines of about equal length, its own line ends kept."""
    lines: list[str] = []
    for line in text.split("\n"):
        words = line.split()
        lines += _balanced(words, width, size, measure) if words else [""]
    widest = max((measure(line, size) for line in lines), default=0.0)
    return TextBlock(tuple(lines), size, widest)


def _fitting(text: str, width: Mm, height: Mm, size: float, measure: Measure) -> TextBlock:
    smallest = size * SMALLEST
    while True:
        block = broken(text, width, size, measure)
        if (block.height <= height and block.width <= width) or size <= smallest:
            return block
        size = max(smallest, size - 0.5)


def _balanced(words: list[str], width: Mm, size: float, measure: Measure) -> list[str]:
    """Break at the narrowest width that needs no more lines than the full one."""
    best = _greedy(words, width, size, measure)
    low, high = 0.0, width
    for _ in range(8):
        middle = (low + high) / 2
        lines = _greedy(words, middle, size, measure)
        if len(lines) > len(best) or any(measure(line, size) > middle for line in lines):
            low = middle
        else:
            best, high = lines, middle
    return best


def _greedy(words: list[str], width: Mm, size: float, measure: Measure) -> list[str]:
    lines = [words[0]]
    for word in words[1:]:
        longer = f"{lines[-1]} {word}"
        if measure(longer, size) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _picture_box(picture: tuple[Px, Px], width: Mm, height: Mm) -> Box:
    """Return the largest box of the picture's shape: what was approved is what is printed, to its edges."""
    ratio = picture[0] / picture[1]
    return Box(0, 0, width, width / ratio) if width / height < ratio else Box(0, 0, height * ratio, height)
