"""The book's typeface, Andika, drawn for children who learn to read: its files, its characters, their widths."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from engine.units import Mm

NAME = "Andika"
LICENCE = Path(__file__).parent / "fonts" / "OFL.txt"
POINT: Mm = 25.4 / 72

ASCENT, DESCENT = 2500 / 2048, 800 / 2048
"""Of both weights, in type sizes, as the files' own tables state them: browsers place a line by them."""


def file(*, bold: bool = False) -> Path:
    """Return the font's file."""
    return LICENCE.with_name("Andika-Bold.ttf" if bold else "Andika-Regular.ttf")


def missing(text: str) -> str:
    """Return the characters of a text that the typeface cannot show, each once; white space needs no shape."""
    shapes = _advances(False).of
    return "".join(dict.fromkeys(c for c in text if ord(c) not in shapes and not c.isspace()))


@lru_cache(maxsize=16_384)
def measure(text: str, size: float, *, bold: bool = False) -> Mm:
    """Return the width of a text in a type size (points), without kerning: that moves a line by a hair."""
    advances = _advances(bold)
    return sum(advances.of.get(ord(c), advances.unknown) for c in text) * size * POINT


@dataclass(frozen=True, slots=True)
class _Advances:
    """Width of each character, in type sizes."""

    of: dict[int, float]
    unknown: float


@cache
def _advances(bold: bool) -> _Advances:
    from fontTools.ttLib import TTFont

    with TTFont(file(bold=bold), lazy=True) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"]
        return _Advances(
            {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}, widths[".notdef"][0] / em
        )
