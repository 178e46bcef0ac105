"""What the figure on a picture looks like, in a few numbers: its colours without the place it stands in, its lines.

No model is asked. A figure is what differs in colour from both edges of the picture at the same height: a sky, a wall,
a meadow reach the edges, whoever stands before them does not. The colours of what is left are counted in soft bins of
hue and brightness, after each channel was stretched as an eye adapts to evening light; the lines are gradients in
sixteen cells around its middle. Finds a figure that has turned blue, and nothing subtle; `tests/bench` prints how well.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from engine.book.model import Region
from engine.errors import FibelError
from engine.units import Px

if TYPE_CHECKING:
    from PIL.Image import Image

WIDTH: Px = 72
HEIGHT: Px = 108
"""Pictures are looked at in this size: enough for a scarf, too small for a texture."""

GREYS, HUES, LIGHTS = 5, 12, 4
BINS = GREYS + HUES * LIGHTS

BAND: Px = 9
"""Rows whose edges are taken together as one background, with those above and below."""

EDGE: Px = 10
"""Columns at each side where nobody stands."""

COMMON = 4.0
"""How quickly a colour that the edges show too counts as background: one with a share of a quarter is nothing else."""

SPREAD_X, SPREAD_Y = 0.3, 0.4
"""How far from the middle of a picture its figure is looked for, in shares of width and height (one sigma)."""

SHIFTS = 6
"""Steps towards the figure's middle; it moves less than a pixel after them."""

CELLS, DIRECTIONS = 4, 6
"""Lines are counted in 4 x 4 cells by six directions."""

FAINT = 8.0
"""Gradients below it are paper."""

LINES = 0.2
"""Share of the lines in a likeness; poses change from page to page, colours do not."""

BRIGHTEST, DIMMEST, STRETCH = 235, 60, 2.2
"""Each channel's brightest parts are brought here; never by more than this factor, or night becomes day."""


@dataclass(frozen=True, slots=True)
class Figure:
    """The looks of a figure: `colours` are shares of the soft bins, `lines` has length 1, mirrored in `mirrored`.

    `light` is how bright the whole picture is, 0 to 255.
    """

    colours: tuple[float, ...]
    lines: tuple[float, ...]
    mirrored: tuple[float, ...]
    light: float = 255.0


def likeness(one: Figure, other: Figure) -> float:
    """Return how alike two figures look, 0 to 1; only numbers of one book may be compared with one another.

    Colours by the Bhattacharyya coefficient, lines by the cosine, whichever way the figures look.
    """
    colours = sum(math.sqrt(a * b) for a, b in zip(one.colours, other.colours, strict=True))
    lines = max(_cosine(one.lines, other.lines), _cosine(one.lines, other.mirrored))
    return (1 - LINES) * min(colours, 1.0) + LINES * min(lines, 1.0)


def figure(png: bytes, part: Region | None = None) -> Figure:
    """Return the looks of the figure on a picture. Takes about 50 ms; call it in a thread.

    Args:
        part: where the figure is; None looks for it around the middle.

    Raises:
        FibelError: `take_broken`.
    """
    from PIL import Image

    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as opened:
            small = opened.convert("RGB").resize((WIDTH, HEIGHT), Image.Resampling.BOX)
    except (OSError, SyntaxError, ValueError) as error:
        raise FibelError("take_broken", f"{type(error).__name__}: {error}") from error
    grey = small.convert("L").tobytes()
    small = _adapted(small)
    hsv = small.convert("HSV").tobytes()
    pixels = [_soft(hsv[at] >> 2, hsv[at + 1] >> 3, hsv[at + 2] >> 3) for at in range(0, len(hsv), 3)]
    stands_out = _standing_out(pixels)
    x, y, radius = _middle(stands_out) if part is None else _of(part)
    colours = _colours(pixels, stands_out, x, y, radius)
    lines = _lines(small, x, y, 2 * radius)
    return Figure(colours, lines, _mirrored(lines), sum(grey) / len(grey))


_Bins = tuple[tuple[int, float], ...]


def _adapted(image: Image) -> Image:
    """Return the picture with each channel stretched, as eyes get used to a lamp or to the evening."""
    from PIL import Image

    channels = []
    for channel in image.split():
        seen, brightest = 0, 255
        for value, count in enumerate(channel.histogram()):
            seen += count
            if seen >= 0.97 * WIDTH * HEIGHT:
                brightest = value
                break
        factor = min(STRETCH, BRIGHTEST / max(brightest, DIMMEST))
        channels.append(channel.point([min(255, int(value * factor)) for value in range(256)]))
    return Image.merge("RGB", channels)


@lru_cache(65_536)
def _soft(hue: int, saturation: int, value: int) -> _Bins:
    """Return the bins of a colour with its share in each; neighbours share what lies between them.

    Args:
        hue: 0 to 63.
        saturation: 0 to 31, as `value`.
    """
    light = value / 31
    grey = min(1.0, max(0.0, (0.28 - saturation / 31 * light) / 0.16))
    found: list[tuple[int, float]] = []
    if grey > 0:
        at, beyond = _between(light * (GREYS - 1))
        found += [(at, grey * (1 - beyond)), (min(at + 1, GREYS - 1), grey * beyond)]
    if grey < 1:
        turn, after = _between(hue / 64 * HUES)
        step, above = _between(light * (LIGHTS - 1))
        for of_hue, share in ((turn % HUES, 1 - after), ((turn + 1) % HUES, after)):
            for of_light, part in ((step, 1 - above), (min(step + 1, LIGHTS - 1), above)):
                found.append((GREYS + of_hue * LIGHTS + of_light, (1 - grey) * share * part))
    return tuple((place, share) for place, share in found if share > 0.01)


def _between(place: float) -> tuple[int, float]:
    whole = int(place)
    return whole, place - whole


def _standing_out(pixels: Sequence[_Bins]) -> list[float]:
    """Return for each pixel how much it belongs to a figure, 0 to 1."""
    backgrounds = [_background(pixels, top) for top in range(0, HEIGHT, BAND)]
    found: list[float] = []
    for y in range(HEIGHT):
        background = backgrounds[y // BAND]
        near_y = math.exp(-(((y / HEIGHT - 0.5) / SPREAD_Y) ** 2) / 2)
        for x in range(WIDTH):
            common = sum(share * background[place] for place, share in pixels[y * WIDTH + x])
            rare = 1 - COMMON * common
            near = near_y * math.exp(-(((x / WIDTH - 0.5) / SPREAD_X) ** 2) / 2)
            found.append(rare * near if rare > 0 else 0.0)
    return found


def _background(pixels: Sequence[_Bins], top: Px) -> list[float]:
    """Return the colours of both edges in a band of rows and its neighbours, as shares."""
    shares = [0.0] * BINS
    columns = (*range(EDGE), *range(WIDTH - EDGE, WIDTH))
    for y in range(max(0, top - BAND), min(HEIGHT, top + 2 * BAND)):
        for x in columns:
            for place, share in pixels[y * WIDTH + x]:
                shares[place] += share
    return _as_shares(shares)


def _middle(stands_out: Sequence[float]) -> tuple[float, float, float]:
    """Return where the figure is, and how far it reaches around that place: a mean shift over what stands out."""
    x, y, reach = WIDTH / 2, HEIGHT * 0.55, 0.3 * WIDTH
    radius = reach / 2
    grid = [(at % WIDTH, at // WIDTH, rare) for at, rare in enumerate(stands_out) if rare > 0.05 and at % 2 == 0]
    for _ in range(SHIFTS):
        weights = [(u, v, rare * math.exp(-((u - x) ** 2 + (v - y) ** 2) / reach**2)) for u, v, rare in grid]
        total = sum(weight for _u, _v, weight in weights)
        if total < 1:
            break
        x, y = sum(u * w for u, _v, w in weights) / total, sum(v * w for _u, v, w in weights) / total
        radius = math.sqrt(sum(w * ((u - x) ** 2 + (v - y) ** 2) for u, v, w in weights) / total / 2)
    return x, y, max(radius * 1.3, 4.0)


def _of(part: Region) -> tuple[float, float, float]:
    width, height = part.width * WIDTH, part.height * HEIGHT
    return part.left * WIDTH + width / 2, part.top * HEIGHT + height / 2, max(min(width, height) / 2, 4.0)


def _colours(
    pixels: Sequence[_Bins], stands_out: Sequence[float], x: float, y: float, radius: float
) -> tuple[float, ...]:
    shares = [0.0] * BINS
    for at, rare in enumerate(stands_out):
        far = ((at % WIDTH - x) ** 2 + (at // WIDTH - y) ** 2) / (2 * radius**2)
        if rare and far < 4:
            weight = rare * math.exp(-far)
            for place, share in pixels[at]:
                shares[place] += share * weight
    return tuple(_as_shares(shares))


def _lines(image: Image, x: float, y: float, reach: float) -> tuple[float, ...]:
    """Return the directions of the lines in each cell around the figure's middle."""
    from PIL import Image

    side = CELLS * 8 + 2
    box = (int(x - reach), int(y - reach), int(x + reach), int(y + reach))
    grey = image.convert("L").crop(box).resize((side, side), Image.Resampling.BILINEAR).tobytes()
    strengths = [0.0] * (CELLS * CELLS * DIRECTIONS)
    for v in range(1, side - 1):
        for u in range(1, side - 1):
            at = v * side + u
            across, down = grey[at + 1] - grey[at - 1], grey[at + side] - grey[at - side]
            strength = math.hypot(across, down)
            if strength < FAINT:
                continue
            direction = int((math.atan2(down, across) % math.pi) / math.pi * DIRECTIONS) % DIRECTIONS
            strengths[((v - 1) // 8 * CELLS + (u - 1) // 8) * DIRECTIONS + direction] += strength
    length = math.sqrt(sum(one * one for one in strengths)) or 1.0
    return tuple(one / length for one in strengths)


def _mirrored(lines: Sequence[float]) -> tuple[float, ...]:
    """Return the lines of the same figure looking the other way."""
    return tuple(
        lines[(row * CELLS + CELLS - 1 - column) * DIRECTIONS + DIRECTIONS - 1 - direction]
        for row in range(CELLS)
        for column in range(CELLS)
        for direction in range(DIRECTIONS)
    )


def _cosine(one: Sequence[float], other: Sequence[float]) -> float:
    return sum(a * b for a, b in zip(one, other, strict=True))


def _as_shares(counts: Sequence[float]) -> list[float]:
    total = sum(counts) or 1.0
    return [count / total for count in counts]
