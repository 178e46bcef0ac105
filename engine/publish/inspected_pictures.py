"""The pictures in a finished PDF: how hard they are pressed, how much ink they need, whether they say what they are."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from engine.publish.origin import VOCABULARY

if TYPE_CHECKING:
    from pikepdf import Object
    from PIL.Image import Image

LEAST_QUALITY = 85
"""Of a JPEG as the common encoder counts it; below it one sees the squares."""

MOST_INK = 240
"""Percent of all four inks together that IngramSpark's paper takes; other services take more."""

FEW = 0.002
"""Part of a picture that may need more: JPEG blurs colours at edges."""


def faults(image: Object, *, marked: bool) -> Iterator[tuple[str, str, str]]:
    """Yield code, message and hint of each fault of a picture in a file.

    Args:
        marked: whether it must say how it was made.
    """
    from PIL import Image, JpegImagePlugin, UnidentifiedImageError

    if str(image.get("/Filter")) != "/DCTDecode":
        yield "not-jpeg", "A picture is not pressed as a photograph is.", "Export it again."
        return
    content = image.read_raw_bytes()
    try:
        with Image.open(io.BytesIO(content), formats=["JPEG"]) as picture:
            tables = picture.quantization if isinstance(picture, JpegImagePlugin.JpegImageFile) else {}
            if tables and sum(tables[min(tables)]) > _coarsest():
                message = f"A picture is pressed below quality {LEAST_QUALITY}; squares show in it."
                yield "pressed", message, "Export it again."
            if picture.mode == "CMYK" and _inky(picture):
                message = f"A picture needs more than {MOST_INK} percent of ink; the paper does not dry."
                yield "ink", message, "Paint it lighter, or print with a service that takes other colours."
    except (UnidentifiedImageError, OSError, SyntaxError) as error:
        yield "picture-broken", f"A picture in the file cannot be read: {error}.", "Export it again."
        return
    if marked and VOCABULARY.encode() not in content[:65_536]:
        yield "unmarked", "A picture does not say how it was made.", "Export it again."


@cache
def _coarsest() -> int:
    """Return the sum of the steps in which the least quality counts lightness."""
    from PIL import Image, JpegImagePlugin

    buffer = io.BytesIO()
    Image.new("L", (8, 8)).save(buffer, "JPEG", quality=LEAST_QUALITY)
    with Image.open(buffer) as small:
        tables = small.quantization if isinstance(small, JpegImagePlugin.JpegImageFile) else {}
    return sum(tables[min(tables)])


def _inky(picture: Image) -> bool:
    """Whether more than a few spots need more ink than the paper takes, seen at an eighth of the size."""
    from PIL import ImageChops

    picture.draft("CMYK", (picture.width // 8, picture.height // 8))
    halves = [ink.point(lambda value: value // 4) for ink in picture.split()]  # four inks, summed within one byte
    total = halves[0]
    for ink in halves[1:]:
        total = ImageChops.add(total, ink)
    counts = total.histogram()
    return sum(counts[round(MOST_INK / 400 * 255) + 1 :]) > FEW * sum(counts)
