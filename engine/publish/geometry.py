"""A page of paper: what is trimmed off, what must stay inside, where a picture may lie. Millimetres from the trimmed
page's upper left corner; what is bled lies outside of it, so that its numbers are negative."""

from __future__ import annotations

from dataclasses import dataclass

from engine.presets import FormatPreset
from engine.units import Mm, Px

MARGIN: Mm = 12.7
"""Between trim and anything that matters: half an inch satisfies every printer we know of."""

FOOT: Mm = 7.0
"""For the page number, below the text."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; x and y of its upper left corner."""

    x: Mm
    y: Mm
    width: Mm
    height: Mm

    @property
    def right(self) -> Mm:
        return self.x + self.width

    @property
    def bottom(self) -> Mm:
        return self.y + self.height

    def within(self, other: Box, slack: Mm = 0.01) -> bool:
        """Whether it lies inside another one."""
        return (
            self.x >= other.x - slack
            and self.y >= other.y - slack
            and self.right <= other.right + slack
            and self.bottom <= other.bottom + slack
        )

    def overlaps(self, other: Box) -> bool:
        """Whether they have more than an edge in common."""
        return self.x < other.right and other.x < self.right and self.y < other.bottom and other.y < self.bottom


@dataclass(frozen=True, slots=True)
class Crop:
    """The part of a picture that is shown, in parts of its width and height."""

    left: float = 0.0
    top: float = 0.0
    right: float = 1.0
    bottom: float = 1.0

    @property
    def lost(self) -> float:
        """Return which part of the picture is cut off."""
        return 1 - (self.right - self.left) * (self.bottom - self.top)


WHOLE = Crop()

HIGHER = 0.38
"""Where a picture that is too tall is cut: heads are above its middle, so less is taken there."""


def trimmed(page: FormatPreset) -> Box:
    """Return the page as it lies before the reader."""
    return Box(0, 0, page.trim_width, page.trim_height)


def paper(page: FormatPreset, *, right: bool) -> Box:
    """Return the page with its bleed. A right page has its gutter on the left."""
    bleed = page.bleed
    left, far = (bleed.inner, bleed.outer) if right else (bleed.outer, bleed.inner)
    return Box(-left, -bleed.top, page.trim_width + left + far, page.trim_height + bleed.top + bleed.bottom)


def safe(page: FormatPreset, *, right: bool) -> Box:
    """Return the part of the page that knife and gutter leave alone, as the printing service counts it."""
    left, far = (page.safe.inner, page.safe.outer) if right else (page.safe.outer, page.safe.inner)
    return Box(left, page.safe.outer, page.trim_width - left - far, page.trim_height - 2 * page.safe.outer)


def margin(page: FormatPreset) -> Mm:
    """Return how far what matters stays from the trim: the same on both sides, so that a page may change sides."""
    return max(MARGIN, page.safe.outer, page.safe.inner)


def inside(page: FormatPreset) -> Box:
    """Return the part of the page that may hold what matters, the page number below it."""
    free = margin(page)
    return Box(free, free, page.trim_width - 2 * free, page.trim_height - 2 * free - FOOT)


def covering(picture: tuple[Px, Px], box: Box) -> Crop:
    """Return the largest part of a picture that has the shape of a box."""
    ratio, wanted = picture[0] / picture[1], box.width / box.height
    if ratio > wanted:
        part = wanted / ratio
        return Crop(left=(1 - part) / 2, right=(1 + part) / 2)
    part = ratio / wanted
    top = (1 - part) * HIGHER
    return Crop(top=top, bottom=top + part)


def half(crop: Crop, whole: Box, part: Box) -> Crop:
    """Return the crop that shows in a part of the box that a cropped picture fills."""
    across, down = (crop.right - crop.left) / whole.width, (crop.bottom - crop.top) / whole.height
    return Crop(
        left=crop.left + (part.x - whole.x) * across,
        top=crop.top + (part.y - whole.y) * down,
        right=crop.left + (part.right - whole.x) * across,
        bottom=crop.top + (part.bottom - whole.y) * down,
    )


def resolution(picture: tuple[Px, Px], crop: Crop, box: Box) -> float:
    """Return pixels to the inch of the cropped picture in its box, of the coarser side."""
    across = picture[0] * (crop.right - crop.left) / (box.width / 25.4)
    down = picture[1] * (crop.bottom - crop.top) / (box.height / 25.4)
    return min(across, down)
