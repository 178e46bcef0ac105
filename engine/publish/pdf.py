"""A book as PDF for a printer and for a screen. The same book always gives the same bytes."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager

from fpdf import FPDF, ViewerPreferences
from fpdf.fonts import TTFFont

from engine.presets import FormatPreset
from engine.publish import pictures, typeface
from engine.publish.sheets import Part, Picture, Sheet, Words
from engine.publish.source import Source
from engine.publish.typeface import NAME, POINT
from engine.units import Mm

PRINT_DPI = 300
"""More pixels than that a press cannot show."""

for _noisy in ("fpdf", "fontTools"):
    logging.getLogger(_noisy).setLevel(logging.ERROR)  # what they print would tear the screen


class BookPdf(FPDF):
    """Pages with bleed on all sides; positions count from the corner of the trimmed page."""

    def __init__(self, page: FormatPreset) -> None:
        self.bleed: Mm = page.bleed
        super().__init__(unit="mm", format=(page.trim_width + 2 * page.bleed, page.trim_height + 2 * page.bleed))
        self.set_margin(0)
        self.c_margin = 0
        self.set_auto_page_break(False)
        self.allow_images_transparency = False
        self.add_font(NAME, "", typeface.file())
        self.add_font(NAME, "B", typeface.file(bold=True))
        self.set_text_shaping(True)

    def close(self) -> None:
        """Close the font files; the library leaves them to chance."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def new_page(self) -> None:
        """Add a page with its trim and bleed boxes (PDF 32000-1, 14.11.2), in points to two decimals."""
        self.add_page()
        here = self.pages[self.page]
        width, height = here.dimensions()
        cut = self.bleed / POINT
        # The library writes every attribute of a page as an entry of its dictionary, known to it or not.
        for name, box in (
            ("trim_box", _box(cut, cut, width - cut, height - cut)),
            ("bleed_box", _box(0, 0, width, height)),
        ):
            setattr(here, name, box)

    def write_words(self, words: Words) -> None:
        """Write lines where they stand; each ends in a blank, so that a voice does not run them together."""
        self.set_font(NAME, "B" if words.bold else "", words.size)
        self.set_text_color(*words.colour)
        with self._part(words.part):
            for line in words.lines:
                self.set_xy(self.bleed + line.x, self.bleed + line.baseline - words.size * POINT)
                self.cell(w=0, h=words.size * POINT * _CELL, text=line.text + " ")

    def place(self, jpeg: bytes, picture: Picture) -> None:
        """Show a picture in its box, with its words for those who cannot see it."""
        box = picture.box
        x, y = self.bleed + box.x, self.bleed + box.y
        self.image(io.BytesIO(jpeg), x=x, y=y, w=box.width, h=box.height, alt_text=picture.alt or None)

    @contextmanager
    def _part(self, part: Part) -> Iterator[None]:
        """Name what is written as a part of the document's structure (PDF 32000-1, 14.6 and 14.7).

        The library names pictures only; with them alone a voice would read the pictures and skip the story.
        """
        if part is Part.ORNAMENT:
            self._out("/Artifact BMC")
        else:
            number = self.struct_builder.next_mcid_for_page(self.page)
            self._add_marked_content(struct_type=part.value, mcid=number)
            self._out(f"{part.value} <</MCID {number}>> BDC")
        yield
        self._out("EMC")


_CELL = 1.4
"""Height of a line's cell in type sizes: the library puts the baseline 0.3 below its middle, so 1 below its top."""


def write_pdf(book: Source, page: FormatPreset, sheets: Sequence[Sheet], progress: Callable[[int, int], None]) -> bytes:
    """Return the PDF's bytes.

    Args:
        progress: told pages done and all pages.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    with closing(BookPdf(page)) as pdf:
        _describe(pdf, book)
        for done, sheet in enumerate(sheets, start=1):
            pdf.new_page()
            for item in sheet.items:
                if isinstance(item, Words):
                    pdf.write_words(item)
                else:
                    pdf.place(pictures.jpeg(book, item.take, pictures.pixels(item.box, PRINT_DPI)), item)
            progress(done, len(sheets))
        return bytes(pdf.output())


def _describe(pdf: BookPdf, book: Source) -> None:
    pdf.set_title(book.title)
    if book.author:
        pdf.set_author(book.author)
    pdf.set_creator("Fibel")
    pdf.set_producer("Fibel")
    pdf.set_lang("de-DE" if book.language == "de" else book.language)
    pdf.set_creation_date(book.date)
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)


def _box(*points: float) -> str:
    return "[" + " ".join(f"{point:.2f}" for point in points) + "]"
