"""A book as PDF for a printer and for a screen. The same book always gives the same bytes."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass

from fpdf import FPDF, ViewerPreferences
from fpdf.drawing_primitives import DeviceCMYK
from fpdf.enums import DocumentCompliance
from fpdf.fonts import TTFFont

from engine.presets import Allowed, Colours, FormatPreset
from engine.publish import pictures, proof, typeface, xmp
from engine.publish.cover import Wrap
from engine.publish.geometry import Box, paper, trimmed
from engine.publish.phrases import phrases
from engine.publish.profile import Profile
from engine.publish.sheets import INK, Bar, Colour, Line, Matter, Part, Picture, Sheet, Words, is_right
from engine.publish.source import Source
from engine.publish.typeface import NAME, POINT
from engine.units import Mm

SCREEN_DPI = 150
"""Sharp on a tablet, and a whole book stays light enough to be sent."""

for _noisy in ("fpdf", "fontTools"):
    logging.getLogger(_noisy).setLevel(logging.ERROR)  # what they print would tear the screen


@dataclass(frozen=True, slots=True)
class Make:
    """How a PDF is made for its purpose."""

    bleed: bool
    dpi: float
    tags: bool
    metadata: bool
    outline: bool
    colours: Colours = Colours.RGB
    archive: bool = False
    proof: bool = False


def make_for(profile: Profile, page: FormatPreset) -> Make:
    """Return what a purpose asks for; a printing service has a say in what a print file may hold."""
    match profile:
        case Profile.SCREEN:
            return Make(bleed=False, dpi=SCREEN_DPI, tags=True, metadata=True, outline=True)
        case Profile.ARCHIVE:
            return Make(bleed=False, dpi=pictures.PRINT_DPI, tags=True, metadata=True, outline=True, archive=True)
        case Profile.PROOF:
            return Make(bleed=True, dpi=SCREEN_DPI, tags=False, metadata=True, outline=True, proof=True)
        case Profile.BOOKLET:
            return Make(bleed=False, dpi=pictures.PRINT_DPI, tags=False, metadata=True, outline=False)
        case Profile.CONTACT:
            return Make(bleed=False, dpi=SCREEN_DPI, tags=True, metadata=True, outline=False)
        case Profile.PRINT | Profile.COVER:
            allowed = page.allowed
            return Make(
                bleed=True,
                dpi=pictures.PRINT_DPI,
                tags=Allowed.TAGS in allowed,
                metadata=Allowed.METADATA in allowed,
                outline=False,
                colours=page.colour,
            )
        case _:
            raise ValueError(f"{profile} is no purpose of a PDF")


class BookPdf(FPDF):
    """Pages with their bleed; positions count from the corner of the trimmed page."""

    def __init__(self, size: Box, make: Make) -> None:
        self._make = make
        self._sheet = size
        compliance = DocumentCompliance.PDFA_2U if make.archive else None
        super().__init__(unit="mm", format=(size.width, size.height), enforce_compliance=compliance)
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

    def new_page(self, sheet: Box, trim: Box) -> None:
        """Add a page with its trim and bleed boxes (PDF 32000-1, 14.11.2), in points to two decimals.

        Args:
            sheet: the paper, seen from the trimmed page's corner.
            trim: what is left of it when it has been cut.
        """
        self._sheet = sheet
        self.add_page()
        here = self.pages[self.page]
        width, height = here.dimensions()
        cut = (
            (trim.x - sheet.x) / POINT,
            height - (trim.bottom - sheet.y) / POINT,
            (trim.right - sheet.x) / POINT,
            height - (trim.y - sheet.y) / POINT,
        )
        # The library writes every attribute of a page as an entry of its dictionary, known to it or not.
        for name, box in (("trim_box", _box(*cut)), ("bleed_box", _box(0, 0, width, height))):
            setattr(here, name, box)

    def write_words(self, words: Words) -> None:
        """Write lines where they stand; each ends in a blank, so that a voice does not run them together."""
        self.set_font(NAME, "B" if words.bold else "", words.size)
        self._ink(words.colour)
        with self._part(words.part):
            for line in words.lines:
                if words.turned:
                    self._turned(line, words.size)
                    continue
                self.set_xy(line.x - self._sheet.x, line.baseline - self._sheet.y - words.size * POINT)
                self.cell(w=0, h=words.size * POINT * _CELL, text=line.text + " ")

    def _turned(self, line: Line, size: float) -> None:
        x, y = line.x - self._sheet.x, line.baseline - self._sheet.y
        with self.rotation(270, x, y):
            self.set_xy(x, y - size * POINT)
            self.cell(w=0, h=size * POINT * _CELL, text=line.text)

    def place(self, jpeg: bytes, picture: Picture) -> None:
        """Show a picture in its box, with its words for those who cannot see it."""
        box = picture.box
        alt = picture.alt if self._make.tags else ""
        with self._part(Part.ORNAMENT if self._make.tags and not alt else None):
            x, y = box.x - self._sheet.x, box.y - self._sheet.y
            self.image(io.BytesIO(jpeg), x=x, y=y, w=box.width, h=box.height, alt_text=alt or None)

    def fill(self, bar: Bar) -> None:
        """Draw a rectangle."""
        self._ink(bar.colour)
        with self._part(Part.ORNAMENT if self._make.tags else None):
            box = bar.box
            self.rect(box.x - self._sheet.x, box.y - self._sheet.y, box.width, box.height, style="F")

    @contextmanager
    def inset(self, trim: Box, x: Mm, y: Mm, scale: float) -> Iterator[None]:
        """Draw a page smaller on a larger paper, its trimmed corner at x and y; what bleeds is cut off.

        Args:
            trim: the page as it lies before the reader.
        """
        paper = self.pages[self.page].dimensions()[1]
        with self.local_context(), self.rect_clip(x, y, trim.width * scale, trim.height * scale):
            # PDF counts from the lower edge: what was `paper` high is now `paper * scale`, hanging from y
            up = paper * (1 - scale) - y / POINT
            self._out(f"{scale:.5f} 0 0 {scale:.5f} {x / POINT:.3f} {up:.3f} cm")
            yield

    def _ink(self, colour: Colour) -> None:
        """Use a colour for words and rectangles; in four inks greys are black alone, so that no ink can shift."""
        if self._make.colours is Colours.CMYK:
            black = DeviceCMYK(0, 0, 0, 1.0 if sum(colour) <= sum(INK) else 1 - sum(colour) / 765)
            self.set_text_color(black)
            self.set_fill_color(black)
        else:
            self.set_text_color(*colour)
            self.set_fill_color(*colour)

    @contextmanager
    def _part(self, part: Part | None) -> Iterator[None]:
        """Name what is written as a part of the document's structure (PDF 32000-1, 14.6 and 14.7).

        The library names pictures only; with them alone a voice would read the pictures and skip the story.
        """
        if part is None or not self._make.tags:
            yield
            return
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


def write_pdf(
    book: Source, page: FormatPreset, sheets: Sequence[Sheet], make: Make, progress: Callable[[int, int], None]
) -> bytes:
    """Return the PDF's bytes.

    Args:
        progress: told pages done and all pages.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    with closing(BookPdf(paper(page, right=True) if make.bleed else trimmed(page), make)) as pdf:
        describe(pdf, book, make)
        for count, sheet in enumerate(sheets):
            edge = paper(page, right=is_right(count)) if make.bleed else trimmed(page)
            pdf.new_page(edge, trimmed(page))
            if make.outline and (name := _named(sheet, sheets[count - 1] if count else None, book.language)):
                pdf.start_section(name)
            draw(pdf, book, sheet, make)
            if make.proof:
                proof.draw(pdf, book, page, sheet, right=is_right(count))
            progress(count + 1, len(sheets))
        return bytes(pdf.output())


def write_cover(book: Source, wrap: Wrap, sheet: Sheet, make: Make, progress: Callable[[int, int], None]) -> bytes:
    """Return the bytes of a PDF of one sheet, back, spine and front; raises as `write_pdf`."""
    with closing(BookPdf(wrap.sheet, make)) as pdf:
        describe(pdf, book, make)
        pdf.new_page(wrap.sheet, wrap.trim)
        draw(pdf, book, sheet, make)
        progress(1, 1)
        return bytes(pdf.output())


def draw(pdf: BookPdf, book: Source, sheet: Sheet, make: Make) -> None:
    """Draw what stands on a sheet."""
    for item in sheet.items:
        match item:
            case Words():
                pdf.write_words(item)
            case Picture():
                pdf.place(pictures.placed_jpeg(book, item, make.dpi, make.colours), item)
            case Bar():
                pdf.fill(item)


def describe(pdf: BookPdf, book: Source, make: Make) -> None:
    """Say what the document is, as far as its reader wants to know."""
    pdf.set_producer("Fibel")
    pdf.set_creation_date(book.date)
    pdf.set_lang("de-DE" if book.language == "de" else book.language)
    if not make.metadata:
        return
    pdf.set_title(book.title)
    if book.author:
        pdf.set_author(book.author)
    pdf.set_creator("Fibel")
    if book.mark or make.archive:
        pdf.set_xmp_metadata(xmp.document(book, archive=make.archive))
    pdf.viewer_preferences = ViewerPreferences(display_doc_title=True)


def _named(sheet: Sheet, before: Sheet | None, language: str) -> str:
    """Return what the outline calls a sheet; "" if it is not named, or goes on with the page before."""
    say = phrases(language)
    names = {
        Matter.TITLE: say.title,
        Matter.IMPRINT: say.imprint,
        Matter.DEDICATION: say.dedication,
        Matter.CAST: say.cast,
        Matter.ABOUT: say.about,
        Matter.END: say.end,
    }
    if sheet.matter is not Matter.STORY:
        return names.get(sheet.matter, "")
    if before is not None and before.matter is Matter.STORY and before.number == sheet.number:
        return ""
    return say.page.format(sheet.number)


def _box(*points: float) -> str:
    return "[" + " ".join(f"{point:.2f}" for point in points) + "]"
