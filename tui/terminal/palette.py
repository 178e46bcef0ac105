"""A palette of few colours that still has the star on the hedgehog's belly.

Cutting at the median gives colours to large areas, an octree to what stands out; each alone loses something a child
would look for. So the colours are chosen among both: first those farthest from all chosen so far, heavier ones before
lighter ones; then each moves into the middle of those it stands for.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

from engine.units import Px

if TYPE_CHECKING:
    from PIL.Image import Image

Rgb = tuple[int, int, int]
Weighed = tuple[Rgb, int]
"""A colour and the pixels it stands for."""

LOOKED_AT: Px = 200
"""Pixels across in which the colours of a picture are looked for."""

CANDIDATES = 256
"""Of each kind; as many as Pillow finds at once."""

HEAVY = 0.35
"""Power of a colour's weight: at 0 every speck has a colour of its own, at 1 large areas have all of them."""

ROUNDS = 2
"""Of moving into the middle; later ones move little."""

FEW = 64
"""Up to so many colours are moved: among more the nearest is near enough."""


class Palette:
    """The colours of one picture, in the order in which it needs them."""

    def __init__(self, image: Image) -> None:
        """Look at a picture. Blocks for some ten milliseconds."""
        from PIL.Image import Quantize

        small = image.copy()
        small.thumbnail((LOOKED_AT, LOOKED_AT))
        kinds = (Quantize.MEDIANCUT, Quantize.FASTOCTREE)
        self._found = [weighed for kind in kinds for weighed in _weighed(small.quantize(CANDIDATES, method=kind))]
        self._near = [math.inf for _ in self._found]
        self._chosen: list[Rgb] = []

    def of(self, count: int) -> list[Rgb]:
        """Return at most so many colours that stand for all."""
        while len(self._chosen) < count and any(self._near):
            self._choose()
        palette = self._chosen[:count]
        for _ in range(ROUNDS if count <= FEW else 0):
            palette = moved(palette, self._found)
        return palette

    def _choose(self) -> None:
        """Add the colour that is missed most."""
        if not self._chosen:
            colour = max(self._found, key=lambda weighed: weighed[1])[0]
        else:
            missed = (near * weight**HEAVY for near, (_, weight) in zip(self._near, self._found, strict=True))
            colour = max(zip(missed, self._found, strict=True))[1][0]
        self._chosen.append(colour)
        self._near = [min(near, _far(other, colour)) for near, (other, _) in zip(self._near, self._found, strict=True)]


def drawn_in(image: Image, colours: Sequence[Rgb]) -> Image:
    """Return a picture in these colours alone (mode `P`), with no dithering."""
    from PIL import Image as Images
    from PIL.Image import Dither

    palette = Images.new("P", (1, 1))
    palette.putpalette([part for colour in colours for part in colour])
    return image.quantize(palette=palette, dither=Dither.NONE)


def moved(palette: Sequence[Rgb], found: Sequence[Weighed]) -> list[Rgb]:
    """Return each colour in the middle of those it is nearest to.

    >>> moved([(0, 0, 0), (200, 200, 0)], [((0, 0, 0), 3), ((4, 0, 0), 1), ((255, 220, 60), 5)])
    [(1, 0, 0), (255, 220, 60)]
    """
    sums = [[0, 0, 0, 0] for _ in palette]
    for (red, green, blue), weight in found:
        total = sums[min(range(len(palette)), key=lambda at: _far(palette[at], (red, green, blue)))]
        for part, value in enumerate((red, green, blue, 1)):
            total[part] += weight * value
    return [
        (red // weight, green // weight, blue // weight) if weight else colour
        for colour, (red, green, blue, weight) in zip(palette, sums, strict=True)
    ]


def _weighed(image: Image) -> list[Weighed]:
    palette = image.getpalette() or []
    counted = image.getcolors(CANDIDATES) or []
    return [
        ((palette[3 * at], palette[3 * at + 1], palette[3 * at + 2]), count)
        for count, at in counted
        if isinstance(at, int)  # always, in mode P
    ]


def _far(one: Rgb, other: Rgb) -> int:
    """Return how different two colours look: squared, weighted as the eye weighs red, green and blue."""
    red, green, blue = one[0] - other[0], one[1] - other[1], one[2] - other[2]
    return 2 * red * red + 4 * green * green + 3 * blue * blue
