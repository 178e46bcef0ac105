"""Pages as pictures: words and all, as they lie before the reader."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from engine.presets import FormatPreset
from engine.publish import pictures, typeface
from engine.publish.geometry import trimmed
from engine.publish.sheets import Bar, Picture, Sheet, Words
from engine.publish.source import Source
from engine.publish.typeface import POINT
from engine.units import Mm

if TYPE_CHECKING:
    from PIL import ImageFont
    from PIL.Image import Image


def painted_jpeg(book: Source, page: FormatPreset, sheet: Sheet, dpi: float) -> bytes:
    """Return a page as JPEG, marked as its pictures are.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    takes = [picture.take for picture in sheet.pictures]
    return pictures.encoded(painted(book, page, sheet, dpi), xmp=pictures.mark(book, *takes))


def painted(book: Source, page: FormatPreset, sheet: Sheet, dpi: float) -> Image:
    """Return a page as a picture, without its bleed.

    Args:
        dpi: pixels to the inch of paper.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    from PIL import Image, ImageDraw

    def px(length: Mm) -> float:
        return length / 25.4 * dpi

    paper = Image.new("RGB", pictures.pixels(trimmed(page), dpi), "white")
    pen = ImageDraw.Draw(paper)
    for item in sheet.items:
        match item:
            case Words():
                font = _font(px(item.size * POINT), item.bold)
                for line in item.lines:
                    pen.text((px(line.x), px(line.baseline)), line.text, font=font, fill=item.colour, anchor="ls")
            case Picture():
                picture = pictures.placed(book, item, dpi)
                paper.paste(picture, (round(px(item.box.x)), round(px(item.box.y))))
            case Bar(box=box):
                pen.rectangle((px(box.x), px(box.y), px(box.right), px(box.bottom)), fill=item.colour)
    return paper


@lru_cache(maxsize=16)
def _font(size: float, bold: bool) -> ImageFont.FreeTypeFont:
    from PIL import ImageFont

    return ImageFont.truetype(typeface.file(bold=bold), size, layout_engine=ImageFont.Layout.BASIC)
