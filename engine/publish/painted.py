"""Sheets as pictures, words and all: for a tablet, for the front of an e-book, to be leafed through before printing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from engine.presets import FormatPreset
from engine.publish import pictures, typeface
from engine.publish.geometry import Box, trimmed
from engine.publish.sheets import Bar, Colour, Picture, Sheet, Words
from engine.publish.source import Source
from engine.publish.typeface import POINT

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageDraw import ImageDraw
    from PIL.ImageFont import FreeTypeFont


def painted_jpeg(book: Source, page: FormatPreset, sheet: Sheet, dpi: float) -> bytes:
    """Return a page without its bleed as JPEG, marked as its pictures are.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    takes = [picture.take for picture in sheet.pictures]
    return pictures.encoded(painted(book, sheet, trimmed(page), dpi), xmp=pictures.mark(book, *takes))


def painted(book: Source, sheet: Sheet, shown: Box, dpi: float) -> Image:
    """Return the part of a sheet that is shown, on white paper.

    Args:
        dpi: pixels to the inch of paper.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    from PIL import Image, ImageDraw

    scale = dpi / 25.4
    made = Image.new("RGB", pictures.pixels(shown, dpi), "white")
    pen = ImageDraw.Draw(made)
    for item in sheet.items:
        match item:
            case Picture():
                picture = pictures.placed(book, item, dpi)
                made.paste(picture, (round((item.box.x - shown.x) * scale), round((item.box.y - shown.y) * scale)))
            case Bar():
                pen.rectangle(in_pixels(item.box, shown, scale), fill=item.colour)
            case Words():
                _write(made, pen, item, shown, scale)
    return made


def in_pixels(box: Box, shown: Box, scale: float) -> tuple[float, float, float, float]:
    """Return the first and the last pixel of a box, across and down.

    Args:
        scale: pixels to the millimetre.
    """
    left, top = (box.x - shown.x) * scale, (box.y - shown.y) * scale
    return left, top, max(left, left + box.width * scale - 1), max(top, top + box.height * scale - 1)


def _write(made: Image, pen: ImageDraw, words: Words, shown: Box, scale: float) -> None:
    font = _font(words.bold, words.size * POINT * scale)
    for line in words.lines:
        at = ((line.x - shown.x) * scale, (line.baseline - shown.y) * scale)
        if words.turned:
            _write_turned(made, line.text, font, at, words.colour)
        else:
            pen.text(at, line.text, fill=words.colour, font=font, anchor="ls")


def _write_turned(made: Image, text: str, font: FreeTypeFont, at: tuple[float, float], colour: Colour) -> None:
    """Write from top to bottom, as on a spine."""
    from PIL import Image, ImageDraw

    ascent, descent = font.getmetrics()
    mask = Image.new("L", (max(1, round(font.getlength(text))), ascent + descent))
    ImageDraw.Draw(mask).text((0, ascent), text, fill=255, font=font, anchor="ls")
    made.paste(colour, (round(at[0]) - descent, round(at[1])), mask.transpose(Image.Transpose.ROTATE_270))


@lru_cache(maxsize=32)
def _font(bold: bool, size: float) -> FreeTypeFont:
    """Return the typeface in pixels; the library's own setting of lines is there on every system, and alike."""
    from PIL import ImageFont

    return ImageFont.truetype(typeface.file(bold=bold), max(1.0, size), layout_engine=ImageFont.Layout.BASIC)
