"""A picture with a frame on it that the keys move and stretch: the part that shall be painted anew."""

from __future__ import annotations

from dataclasses import dataclass, replace

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region as Cells
from textual.reactive import reactive
from textual.strip import Strip

from engine.book.model import Region
from tui.widgets.picture import Picture

SMALLEST = 0.08
"""Of the picture: less is a few pixels, and nothing to be seen."""


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle in fractions of the picture; the methods keep it inside."""

    left: float = 0.3
    top: float = 0.3
    width: float = 0.4
    height: float = 0.4

    def moved(self, right: float, down: float) -> Frame:
        """Return the frame moved, as far as there is room.

        >>> Frame().moved(1, 0).left
        0.6
        """
        left = min(max(self.left + right, 0.0), 1 - self.width)
        return replace(self, left=left, top=min(max(self.top + down, 0.0), 1 - self.height))

    def stretched(self, right: float, down: float) -> Frame:
        """Return the frame wider and higher around its middle, as far as there is room."""
        width, height = (min(max(size, SMALLEST), 1.0) for size in (self.width + right, self.height + down))
        grown = replace(self, width=width, height=height)
        return grown.moved((self.width - width) / 2, (self.height - height) / 2)

    def region(self) -> Region:
        """Return the frame as the illustrator takes it."""
        width, height = min(self.width, 1 - self.left), min(self.height, 1 - self.top)
        return Region(left=self.left, top=self.top, width=width, height=height)


class MarkedPicture(Picture):
    """Shows the frame over the picture; a click puts its middle there."""

    HANGS = False

    frame: reactive[Frame] = reactive(Frame())

    def step(self) -> tuple[float, float]:
        """Return one cell, in fractions of the picture's width and height."""
        area = self.area
        return 1 / max(1, area.width), 1 / max(1, area.height)

    def on_click(self, event: events.Click) -> None:
        area = self.area
        if area.contains(event.x, event.y):
            there = (event.x - area.x + 0.5) / area.width, (event.y - area.y + 0.5) / area.height
            here = self.frame.left + self.frame.width / 2, self.frame.top + self.frame.height / 2
            self.frame = self.frame.moved(there[0] - here[0], there[1] - here[1])

    def render_line(self, y: int) -> Strip:
        strip, box = super().render_line(y), self._box()
        if box is None or not box.y <= y < box.bottom:
            return strip
        style = Style(bold=True, color="white", bgcolor="black")
        if y in (box.y, box.bottom - 1):
            left, right = ("╭", "╮") if y == box.y else ("╰", "╯")
            drawn = Strip([Segment(left + "─" * (box.width - 2) + right, style)])
            return Strip.join([strip.crop(0, box.x), drawn, strip.crop(box.right)])
        side = Strip([Segment("│", style)])
        inside = strip.crop(box.x + 1, box.right - 1)
        return Strip.join([strip.crop(0, box.x), side, inside, side, strip.crop(box.right)])

    def _box(self) -> Cells | None:
        """Return the frame in cells of the widget, None as long as there is no picture."""
        area = self.area
        if not area:
            return None
        frame = self.frame
        left, top = area.x + round(frame.left * area.width), area.y + round(frame.top * area.height)
        right = area.x + round((frame.left + frame.width) * area.width)
        bottom = area.y + round((frame.top + frame.height) * area.height)
        return Cells(left, top, max(2, right - left), max(2, bottom - top))
