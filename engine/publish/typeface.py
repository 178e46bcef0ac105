"""The typeface a book is set in: its files, its characters, their widths.

Andika was drawn for children who learn to read. An author may bring another one: whoever works on a book sets it in
with `setting_in`, for the thread or task that does so, and everything below measures with it.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from engine.units import Mm

NAME = "Andika"
LICENCE = Path(__file__).parent / "fonts" / "OFL.txt"
POINT: Mm = 25.4 / 72

ASCENT, DESCENT = 2500 / 2048, 800 / 2048
"""Of both weights, in type sizes, as the files' own tables state them: browsers place a line by them."""


@dataclass(frozen=True, slots=True)
class Face:
    """The files of a typeface. One that has no bold letters of its own has its others in their place."""

    name: str
    regular: Path
    bold: Path
    shared: bool = True
    """Whether its licence lets it go into an e-book as a whole, from where anybody can take it out."""
    ascent: float = ASCENT
    descent: float = DESCENT
    """In type sizes, as browsers place a line by them."""


ANDIKA = Face(NAME, LICENCE.with_name("Andika-Regular.ttf"), LICENCE.with_name("Andika-Bold.ttf"))

_SET_IN: ContextVar[Face] = ContextVar("face", default=ANDIKA)


@contextmanager
def setting_in(face: Face) -> Iterator[None]:
    """Set in a typeface whatever is measured and written in the block."""
    token = _SET_IN.set(face)
    try:
        yield
    finally:
        _SET_IN.reset(token)


def present() -> Face:
    """Return the typeface that is set in now."""
    return _SET_IN.get()


def file(*, bold: bool = False) -> Path:
    """Return the font's file."""
    return present().bold if bold else present().regular


def missing(text: str) -> str:
    """Return the characters of a text that the typeface cannot show, each once; white space needs no shape."""
    shapes = _advances(file()).of
    return "".join(dict.fromkeys(c for c in text if ord(c) not in shapes and not c.isspace()))


def measure(text: str, size: float, *, bold: bool = False) -> Mm:
    """Return the width of a text in a type size (points), without kerning: that moves a line by a hair."""
    return _measured(text, size, file(bold=bold))


@lru_cache(maxsize=16_384)
def _measured(text: str, size: float, font: Path) -> Mm:
    advances = _advances(font)
    return sum(advances.of.get(ord(c), advances.unknown) for c in text) * size * POINT


@dataclass(frozen=True, slots=True)
class _Advances:
    """Width of each character, in type sizes."""

    of: dict[int, float]
    unknown: float


@cache
def _advances(font_file: Path) -> _Advances:
    from fontTools.ttLib import TTFont

    with TTFont(font_file, lazy=True) as font:
        em, widths = font["head"].unitsPerEm, font["hmtx"]
        return _Advances(
            {code: widths[glyph][0] / em for code, glyph in font.getBestCmap().items()}, widths[".notdef"][0] / em
        )
