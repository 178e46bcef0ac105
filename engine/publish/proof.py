"""Lines and numbers on a proof: where the page is cut, what stays safe, and how sharp each picture is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from engine.presets import FormatPreset
from engine.publish.geometry import Box, paper, resolution, safe, trimmed
from engine.publish.sheets import Colour, Line, Part, Sheet, Words
from engine.publish.source import Source
from engine.publish.typeface import POINT, measure
from engine.units import Mm

if TYPE_CHECKING:
    from engine.publish.pdf import BookPdf

CUT: Colour = (200, 30, 60)
SAFE: Colour = (20, 120, 190)
GREEN, AMBER, RED = (30, 120, 60), (180, 110, 0), (200, 30, 60)
HAIR: Mm = 0.25
BADGE = 9.0

SHARP, USUAL, SOFT = 290, 200, 150
"""Pixels to the inch: from SHARP on nothing is to be wished for; painted pictures are fine from USUAL on; below SOFT
they look soft to everybody."""


def draw(pdf: BookPdf, book: Source, page: FormatPreset, sheet: Sheet, *, right: bool) -> None:
    """Draw the lines and badges of one sheet."""
    edge, cut = paper(page, right=right), trimmed(page)
    clear = safe(page, right=right)
    for box, colour in ((cut, CUT), (clear, SAFE)):
        pdf.set_draw_color(*colour)
        pdf.set_line_width(HAIR)
        pdf.rect(box.x - edge.x, box.y - edge.y, box.width, box.height)
    for n, picture in enumerate(sheet.pictures):
        dpi = resolution(book.size(picture.take), picture.crop, picture.box)
        native = resolution((picture.take.width, picture.take.height), picture.crop, picture.box)
        text = f"{dpi:.0f} dpi" if round(dpi) == round(native) else f"{dpi:.0f} dpi ({native:.0f} gemalt)"
        x, y = clear.x + 1.5, clear.y + 1.5 + n * 6
        _badge(pdf, text + (", Skizze" if picture.take.sketch else ""), x, y, _judged(dpi))


def _judged(dpi: float) -> Colour:
    return GREEN if dpi >= SHARP else AMBER if dpi >= SOFT else RED


def _badge(pdf: BookPdf, text: str, x: Mm, y: Mm, colour: Colour) -> None:
    from engine.publish.sheets import Bar

    wide = measure(text, BADGE) + 3
    pdf.fill(Bar(Box(x, y, wide, 5.2), colour))
    line = Line(text, x + 1.5, y + 1.1 + BADGE * POINT)
    pdf.write_words(Words(Part.ORNAMENT, (line,), BADGE, (255, 255, 255)))
