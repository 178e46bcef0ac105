"""Pixels as half blocks with as few changes of colour as the eye allows.

A cell shows two pixels: `▀` in the ink of the upper one on the ground of the lower one, `▄` the other way round, or a
blank on a ground they share. A change of one colour costs the line some 17 bytes, of none 1 to 3. So each cell takes
the sign that needs the fewest changes, and a colour stays while it is near enough to the one that is wanted. How near
is near enough follows from what the whole picture may cost; no error is carried on from cell to cell.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from rich.color import Color
from rich.color_triplet import ColorTriplet
from rich.segment import Segment
from rich.style import Style
from rich_pixels import HalfcellRenderer
from textual.strip import Strip

from engine.units import Bytes

if TYPE_CHECKING:
    from PIL.Image import Image
    from rich_pixels._renderer import GetPixel

Rgb = tuple[int, int, int]

UPPER, LOWER, BLANK = "▀", "▄", " "
SHADES = " ░▒▓█"
"""From dark to light on a dark terminal."""

TOLERANCES = (3, 5, 8, 11, 15, 20, 26, 34, 46, 62, 84)
"""Steps of a channel by which a colour may be off, in grey; the first cannot be seen, the last are for noise."""

_SIGN: Bytes = 3
"""Of a half block in UTF-8."""

_PALETTE = 16_384
"""Pairs of colours remembered as styles."""

Run = tuple[str, Rgb, Rgb]
"""Signs in one ink on one ground."""


class Brush(HalfcellRenderer):
    """Renders a picture with colours that may be off by a tolerance; `cost` is what it takes of the line."""

    def __init__(self, tolerance: int) -> None:
        super().__init__()
        self._tolerance = tolerance
        self.cost: Bytes = 0

    def _render_line(self, *, line_index: int, width: int, get_pixel: GetPixel) -> list[Segment]:
        upper, lower = ([get_pixel((x, y))[:3] for x in range(width)] for y in (line_index, line_index + 1))
        runs, cost = _line(upper, lower, self._tolerance)
        self.cost += cost
        return [Segment(signs, _style(ink, ground)) for signs, ink, ground in runs]


def brush(image: Image, budget: Bytes) -> tuple[Strip, ...]:
    """Return the strips of a picture.

    Args:
        image: of even height; each pixel is half a cell.
        budget: bytes it may cost; the last tolerance is the last whatever it costs.
    """
    for tolerance in TOLERANCES:
        renderer = Brush(tolerance)
        segments = renderer.render(image, None)
        if renderer.cost <= budget:
            break
    return tuple(Strip(line, image.width) for line in Segment.split_lines(segments))


def _line(upper: Sequence[Rgb], lower: Sequence[Rgb], tolerance: int) -> tuple[list[Run], Bytes]:
    """Return one row of cells as runs, and what it costs."""
    most = 9 * tolerance * tolerance
    runs: list[Run] = []
    ink, ground, signs, cost = upper[0], lower[0], "", 40
    for top, bottom in zip(upper, lower, strict=True):
        sign, new_ink, new_ground = _cell(top, bottom, ink, ground, most)
        if new_ink != ink or new_ground != ground:
            if signs:
                runs.append((signs, ink, ground))
            cost += (
                3 + (_length(new_ink) if new_ink != ink else 0) + (_length(new_ground) if new_ground != ground else 0)
            )
            ink, ground, signs = new_ink, new_ground, ""
        signs += sign
        cost += 1 if sign == BLANK else _SIGN
    runs.append((signs, ink, ground))
    return runs, cost


def _cell(top: Rgb, bottom: Rgb, ink: Rgb, ground: Rgb, most: int) -> tuple[str, Rgb, Rgb]:
    """Return the sign, ink and ground of the cell that need the fewest changes."""
    top_ground, bottom_ground = far(top, ground) <= most, far(bottom, ground) <= most
    if top_ground and bottom_ground:
        return BLANK, ink, ground
    top_ink, bottom_ink = far(top, ink) <= most, far(bottom, ink) <= most
    if top_ink and bottom_ground:
        return UPPER, ink, ground
    if bottom_ink and top_ground:
        return LOWER, ink, ground
    if far(top, bottom) <= most:
        return BLANK, ink, _between(top, bottom)
    if bottom_ground:
        return UPPER, top, ground
    if top_ground:
        return LOWER, bottom, ground
    if top_ink:
        return UPPER, ink, bottom
    if bottom_ink:
        return LOWER, ink, top
    return UPPER, top, bottom


def far(one: Rgb, other: Rgb) -> int:
    """Return how different two colours look: squared, weighted as the eye weighs red, green and blue.

    The weights 2, 4, 3 are the usual short form of a perceptual distance (CompuPhase, "Colour metric").
    """
    red, green, blue = one[0] - other[0], one[1] - other[1], one[2] - other[2]
    return 2 * red * red + 4 * green * green + 3 * blue * blue


def _between(one: Rgb, other: Rgb) -> Rgb:
    return (one[0] + other[0]) // 2, (one[1] + other[1]) // 2, (one[2] + other[2]) // 2


def _length(colour: Rgb) -> Bytes:
    """Return the bytes of `38;2;r;g;b`."""
    return 7 + sum(1 + (value > 9) + (value > 99) for value in colour)


def shaded(rows: Sequence[Sequence[Rgb]]) -> tuple[Strip, ...]:
    """Return the strips of a picture for a terminal without colours: the lighter, the fuller the cell."""
    strips = []
    for upper, lower in zip(rows[::2], rows[1::2], strict=True):
        signs = [SHADES[int(len(SHADES) * (_light(t) + _light(b)) / 2)] for t, b in zip(upper, lower, strict=True)]
        strips.append(Strip([Segment("".join(signs))]))
    return tuple(strips)


def _light(colour: Rgb) -> float:
    """Return how light a colour is, from 0 to less than 1 (ITU-R BT.601 luma)."""
    return (0.299 * colour[0] + 0.587 * colour[1] + 0.114 * colour[2]) / 256


@lru_cache(_PALETTE)
def _style(ink: Rgb, ground: Rgb) -> Style:
    return Style(color=Color.from_triplet(ColorTriplet(*ink)), bgcolor=Color.from_triplet(ColorTriplet(*ground)))
