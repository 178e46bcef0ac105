"""A booklet from a printer at home: A4 paper, both sides, folded in the middle and stapled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace

from fpdf import ViewerPreferences

from engine.presets import FormatPreset
from engine.publish.geometry import Box, trimmed
from engine.publish.pdf import BookPdf, Make, describe, draw
from engine.publish.sheets import Sheet
from engine.publish.source import Source

A4 = Box(0, 0, 297, 210)
FOLD = A4.width / 2


def imposed(pages: int) -> tuple[tuple[int, int], ...]:
    """Return the left and the right page (from 0) of each side of paper, front and back in turn.

    Args:
        pages: a multiple of four.

    >>> imposed(8)
    ((7, 0), (1, 6), (5, 2), (3, 4))
    """
    sides = ((pages - 1 - n, n) for n in range(pages // 2))
    return tuple((low, high) if low % 2 else (high, low) for high, low in sides)


def write_booklet(
    book: Source, page: FormatPreset, sheets: Sequence[Sheet], make: Make, progress: Callable[[int, int], None]
) -> tuple[bytes, int]:
    """Return the PDF's bytes and how many sides it has; to be turned over the short edge. Errors as for the PDF.

    Args:
        sheets: a multiple of four of them.
    """
    scale = min(1.0, FOLD / page.trim_width, A4.height / page.trim_height)
    shown = Box(0, 0, page.trim_width * scale, page.trim_height * scale)
    sides = imposed(len(sheets))
    sparing = replace(make, dpi=make.dpi * scale)
    with closing(BookPdf(A4, make)) as pdf:
        describe(pdf, book, make)
        pdf.viewer_preferences = ViewerPreferences(
            display_doc_title=True, duplex="DuplexFlipShortEdge", print_scaling="None"
        )
        for done, side in enumerate(sides, start=1):
            pdf.new_page(A4, A4)
            for number, x in zip(side, (FOLD - shown.width, FOLD), strict=True):
                with pdf.inset(trimmed(page), x, (A4.height - shown.height) / 2, scale):
                    draw(pdf, book, sheets[number], sparing)
            progress(done, len(sides))
        return bytes(pdf.output()), len(sides)
