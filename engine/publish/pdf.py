"""A book as PDF: a title page, one page per scene, a colophon. The same book always gives the same bytes."""

from __future__ import annotations

import io
import logging
from collections.abc import Callable
from functools import cache, lru_cache
from pathlib import Path

from fpdf import FPDF
from fpdf.enums import TextMode

from engine.book.model import Take
from engine.errors import FibelError
from engine.presets import FormatPreset
from engine.publish.layout import POINT, Box, Measure, broken, story_page
from engine.publish.source import PublishedPage, Source
from engine.units import Mm, Px

FONT = "Andika"
FONTS = Path(__file__).parent / "fonts"
INK = (26, 26, 26)
SOFT_INK = (110, 110, 110)
QUALITY = 92
"""Of the JPEGs: no visible loss, a fifth of a PNG."""

PRINT_DPI = 300
"""More pixels than that a press cannot show."""

TITLE_SIZE, AUTHOR_SIZE, COLOPHON_SIZE, NUMBER_SIZE = 30.0, 15.0, 9.0, 10.0
NUMBER_FROM_TRIM: Mm = 10.0

for _noisy in ("fpdf", "fontTools"):
    logging.getLogger(_noisy).setLevel(logging.ERROR)  # what they print would tear the screen


class BookPdf(FPDF):
    """Pages with bleed on all sides; positions count from the corner of the trimmed page."""

    def __init__(self, page: FormatPreset) -> None:
        self.bleed: Mm = page.bleed
        self.trim = (page.trim_width, page.trim_height)
        super().__init__(unit="mm", format=(page.trim_width + 2 * page.bleed, page.trim_height + 2 * page.bleed))
        self.set_margin(0)
        self.c_margin = 0
        self.set_auto_page_break(False)
        self.allow_images_transparency = False
        self.add_font(FONT, "", FONTS / "Andika-Regular.ttf")
        self.add_font(FONT, "B", FONTS / "Andika-Bold.ttf")
        self.set_text_shaping(True)

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

    def write_line(self, text: str, x: Mm, baseline: Mm, size: float, *, bold: bool = False) -> None:
        """Write one line; x and baseline in millimetres from the trimmed page's corner, size in points."""
        self.set_font(FONT, "B" if bold else "", size)
        self.set_xy(self.bleed + x, self.bleed + baseline - size * POINT)
        self.cell(w=0, h=size * POINT * 1.3, text=text)

    def centred(self, text: str, baseline: Mm, size: float, *, bold: bool = False) -> None:
        self.write_line(text, (self.trim[0] - self.width_of(text, size, bold=bold)) / 2, baseline, size, bold=bold)

    def width_of(self, text: str, size: float, *, bold: bool = False) -> Mm:
        self.set_font(FONT, "B" if bold else "", size)
        return float(self.get_string_width(text))

    def picture(self, jpeg: bytes, box: Box, alt: str) -> None:
        self.image(
            io.BytesIO(jpeg),
            x=self.bleed + box.x,
            y=self.bleed + box.y,
            w=box.width,
            h=box.height,
            alt_text=alt or None,
        )


def write_pdf(
    book: Source, page: FormatPreset, type_size: float, progress: Callable[[int, int], None] = lambda _done, _of: None
) -> bytes:
    """Return the PDF's bytes.

    Args:
        type_size: of the story's text, in points.
        progress: told pages done and all pages.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    pdf = BookPdf(page)
    pdf.set_title(book.title)
    pdf.set_author(book.author or "Fibel")
    pdf.set_creator("Fibel")
    pdf.set_producer("Fibel")
    pdf.set_lang("de-DE" if book.language == "de" else book.language)
    pdf.set_creation_date(book.date)
    pdf.text_mode = TextMode.FILL
    measure = measuring(page)
    total = len(book.pages) + 2
    _title_page(pdf, book)
    progress(1, total)
    for done, story in enumerate(book.pages, start=2):
        _story_page(pdf, book, story, page, type_size, measure)
        progress(done, total)
    _colophon(pdf, book)
    progress(total, total)
    return bytes(pdf.output())


@lru_cache(maxsize=8)
def _ruler(page: FormatPreset) -> BookPdf:
    ruler = BookPdf(page)
    ruler.set_text_shaping(False)  # breaking lines asks a thousand times; kerning moves a line by a hair
    return ruler


def measuring(page: FormatPreset) -> Measure:
    """Return a function that measures text in the book's font."""
    ruler = _ruler(page)

    @lru_cache(maxsize=4096)
    def measure(text: str, size: float) -> Mm:
        return ruler.width_of(text, size)

    return measure


@cache
def glyphs() -> frozenset[int]:
    """Return the code points the book's font can show."""
    from fontTools.ttLib import TTFont

    with TTFont(FONTS / "Andika-Regular.ttf", lazy=True) as font:
        return frozenset(font.getBestCmap())


def _title_page(pdf: BookPdf, book: Source) -> None:
    pdf.new_page()
    width, height = pdf.trim
    title = broken(book.title, width * 0.78, TITLE_SIZE, lambda text, size: pdf.width_of(text, size, bold=True))
    pdf.set_text_color(*INK)
    baseline = height * 0.16
    for line in title.lines:
        pdf.centred(line, baseline, TITLE_SIZE, bold=True)
        baseline += TITLE_SIZE * 1.25 * POINT
    if book.author:
        pdf.set_text_color(*SOFT_INK)
        pdf.centred(book.author, baseline + 2, AUTHOR_SIZE)
        baseline += AUTHOR_SIZE * 1.6 * POINT
    if book.cover is None:
        return
    top = baseline + 4
    room = height - top - height * 0.1
    ratio = book.cover.width / book.cover.height
    box_width = min(width * 0.62, room * ratio)
    box = Box((width - box_width) / 2, top + (room - box_width / ratio) / 2, box_width, box_width / ratio)
    pdf.picture(_jpeg(book, book.cover, box), box, book.title)


def _story_page(
    pdf: BookPdf, book: Source, story: PublishedPage, page: FormatPreset, type_size: float, measure: Measure
) -> None:
    pdf.new_page()
    layout = story_page(story.text, story.picture_size, page, type_size, measure)
    if layout.picture is not None and story.take is not None:
        pdf.picture(_jpeg(book, story.take, layout.picture), layout.picture, story.alt)
    pdf.set_text_color(*INK)
    baseline = layout.text_box.y + layout.text.size * POINT
    for line in layout.text.lines:
        if line:
            pdf.write_line(line, layout.text_box.x, baseline, layout.text.size)
        baseline += layout.text.leading if line else layout.text.leading / 2
    pdf.set_text_color(*SOFT_INK)
    pdf.centred(str(story.number), page.trim_height - NUMBER_FROM_TRIM, NUMBER_SIZE)


def _colophon(pdf: BookPdf, book: Source) -> None:
    pdf.new_page()
    pdf.set_text_color(*SOFT_INK)
    lines = [book.title, *book.colophon]
    width = pdf.trim[0] * 0.75
    broken_lines = [
        part for line in lines for part in broken(line, width, COLOPHON_SIZE, lambda t, s: pdf.width_of(t, s)).lines
    ]
    leading = COLOPHON_SIZE * 1.6 * POINT
    baseline = pdf.trim[1] - 20 - leading * len(broken_lines)
    for line in broken_lines:
        pdf.centred(line, baseline, COLOPHON_SIZE)
        baseline += leading


def _jpeg(book: Source, take: Take, box: Box) -> bytes:
    """Return a take as JPEG, no finer than a press can print.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    from PIL import Image, UnidentifiedImageError

    png = book.read(take)
    try:
        with Image.open(io.BytesIO(png), formats=["PNG"]) as opened:
            picture = opened.convert("RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise FibelError("take_broken", f"{take.file}: {error}.") from error
    picture.thumbnail((_pixels(box.width), _pixels(box.height)), Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=QUALITY, subsampling=0, optimize=True)
    return buffer.getvalue()


def _pixels(side: Mm) -> Px:
    return round(side / 25.4 * PRINT_DPI)


def _box(*points: float) -> str:
    return "[" + " ".join(f"{point:.2f}" for point in points) + "]"
