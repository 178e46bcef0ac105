"""A booklet from a printer at home: A4 paper, both sides, folded in the middle and stapled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace

from fpdf import ViewerPreferences

from engine.presets import FormatPreset
from engine.publish.geometry import trimmed
from engine.publish.imposition import A4, imposed, placed
from engine.publish.pdf import BookPdf, Make, describe, draw
from engine.publish.sheets import Sheet
from engine.publish.source import Source


def write_booklet(
    book: Source, page: FormatPreset, sheets: Sequence[Sheet], make: Make, progress: Callable[[int, int], None]
) -> tuple[bytes, int]:
    """Return the PDF's bytes and how many sides it has; to be turned over the short edge. Errors as for the PDF.

    Args:
        sheets: a multiple of four of them.
    """
    scale, places = placed(page)
    sides = imposed(len(sheets))
    sparing = replace(make, dpi=make.dpi * scale)
    with closing(BookPdf(A4, make)) as pdf:
        describe(pdf, book, make)
        pdf.viewer_preferences = ViewerPreferences(
            display_doc_title=True, duplex="DuplexFlipShortEdge", print_scaling="None"
        )
        for done, side in enumerate(sides, start=1):
            pdf.new_page(A4, A4)
            for number, place in zip(side, places, strict=True):
                with pdf.inset(trimmed(page), place.x, place.y, scale):
                    draw(pdf, book, sheets[number], sparing)
            progress(done, len(sides))
        return bytes(pdf.output()), len(sides)
