"""Look at what the server sent before it is called a picture."""

from __future__ import annotations

import io
from typing import cast

from engine.book.model import Recipe
from engine.book.takes import size_of
from engine.errors import FibelError

DARKEST = 4
"""The brightest value of any colour in a picture that counts as black. Broken half precision gives exact zeros, and
the darkest night scene has a star."""

PIXELS = 16_384 * 4_096
"""A page of A3 at 400 dpi has half of it; a header that claims more is not decoded."""


def checked(png: bytes, recipe: Recipe) -> bytes:
    """Return `png` if it is the picture asked for. Decodes it whole; call it in a thread.

    Raises:
        FibelError: `picture_broken` (no PNG, another size, damaged), `picture_black`.
    """
    size = size_of(png)
    if size != (recipe.width, recipe.height):
        asked = f"{recipe.width} x {recipe.height}"
        raise FibelError("picture_broken", f"{asked} pixels were asked for, {size[0]} x {size[1]} came.")
    if size[0] * size[1] > PIXELS:
        raise FibelError("picture_broken", "It is larger than a page can be.")
    if _brightest(png) <= DARKEST:
        raise FibelError("picture_black")
    return png


def _brightest(png: bytes) -> int:
    """Return the highest value of any colour, 0-255; transparency does not count."""
    from PIL import Image

    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as image:
            extrema = cast("tuple[tuple[int, int], ...]", image.convert("RGB").getextrema())
    except (OSError, SyntaxError, ValueError) as error:
        raise FibelError("picture_broken", f"{type(error).__name__}: {error}") from error
    return max(high for _, high in extrema)
