"""A typeface to be judged at a glance: a few of its letters, so large that a terminal's coarse pixels show them."""

from __future__ import annotations

import io

from engine.publish.sheets import INK
from engine.publish.typeface import Face
from engine.publish.veil import PAPER
from engine.units import Px

LETTERS = "Aag ß 14"
"""Those by which typefaces are told apart, and which children mix up."""

WIDE = 4.2
"""Width to height of the picture."""


def specimen(face: Face, height: Px) -> bytes:
    """Return a picture of a typeface as PNG.

    Raises:
        OSError: its file cannot be read.
    """
    from PIL import Image, ImageDraw, ImageFont

    made = Image.new("RGB", (round(height * WIDE), height), PAPER)
    font = ImageFont.truetype(face.regular, max(8, round(height * 0.8)), layout_engine=ImageFont.Layout.BASIC)
    ImageDraw.Draw(made).text((made.width / 2, height * 0.76), LETTERS, fill=INK, font=font, anchor="ms")
    out = io.BytesIO()
    made.save(out, "PNG", compress_level=1)
    return out.getvalue()
