"""Sixel: a picture as letters, six rows of pixels at a time, one colour after the other.

Source: DEC STD 070, "Sixel Graphics Extension"; VT330/VT340 Programmer Reference, vol. 2, chapter 14.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

BAND = 6
"""Rows of pixels in a line of sixels."""

_FIRST = 63
"""The letter of a sixel with no pixel set."""

_RUN = re.compile(rb"(.)\1{3,}")
"""What is shorter said as a number and a letter."""

_LETTERS = bytes(min(bits + _FIRST, 126) for bits in range(256))


def sixel(image: Image) -> str:
    """Return the sequence that draws a picture at the cursor. Blocks for some ten milliseconds.

    Args:
        image: with a palette (mode `P`).
    """
    width, height = image.size
    pixels, palette = image.tobytes(), image.getpalette() or []
    colours = b"".join(
        b"#%d;2;%d;%d;%d" % (colour, *(_percent(part) for part in palette[3 * colour : 3 * colour + 3]))
        for colour in sorted(set(pixels))
    )
    bands = []
    for top in range(0, height, BAND):
        rows = [pixels[at * width : (at + 1) * width] for at in range(top, min(top + BAND, height))]
        bands.append(b"$".join(_line(colour, rows, width) for colour in sorted(set(b"".join(rows)))))
    head = b'\x1bP0;1q"1;1;%d;%d' % (width, height)
    return (head + colours + b"-".join(bands) + b"\x1b\\").decode("ascii")


def _line(colour: int, rows: list[bytes], width: int) -> bytes:
    """Return where in a band a colour stands."""
    bits = 0
    for row, table in zip(rows, _tables(colour), strict=False):
        bits |= int.from_bytes(row.translate(table), "big")
    letters = bits.to_bytes(width, "big").rstrip(b"\0").translate(_LETTERS)
    return b"#%d" % colour + _RUN.sub(lambda run: b"!%d%b" % (run.end() - run.start(), run[1]), letters)


@lru_cache(256)
def _tables(colour: int) -> tuple[bytes, ...]:
    """Return, for each row of a band, what turns pixels of a colour into its bit and all others into none."""
    return tuple(bytes(1 << row if value == colour else 0 for value in range(256)) for row in range(BAND))


def _percent(part: int) -> int:
    return round(part * 100 / 255)
