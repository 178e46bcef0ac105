"""Words on pictures can be read in the finished file, measured there: its text taken off, what is below it looked at.

Contrast is counted anew from the rendered colours, by WCAG 2.2's own formula, and not by the code that laid the mist.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from engine.book import edits
from engine.book.edition import Layout
from engine.book.folder import BookFolder
from engine.publish.export import export
from engine.publish.profile import Profile
from tests.engine.book.pictures import RECIPE
from tests.engine.publish.making import AT, Made, make
from tests.engine.publish.test_pdf import tool

TEXT = "Der kleine Igel sieht den Stern. „Guten Abend!“, ruft er hinauf, und der Stern blinkt zweimal."
DPI = 72
WANTED, LEAST, WORST = 7.0, 4.5, 0.05
"""The contrast of WCAG's best grade; that of its middle one, for inks, whose colours here are another program's guess;
the part of the ground that may be worse: a twig under a letter."""

GROUNDS = {
    "night": ((230, 170), (200, 90), (10, 70)),
    "blue": ((165, 12), (255, 40), (60, 200)),
    "red": ((0, 10), (255, 30), (60, 220)),
    "meadow": ((85, 25), (190, 60), (70, 210)),
    "rainbow": ((128, 127), (255, 40), (120, 255)),
    "snow": ((20, 20), (25, 25), (220, 255)),
}
"""Hue and how far it strays, saturation and how far it strays, darkest and brightest value; all of 255."""


def strokes(name: str) -> bytes:
    """Return a PNG with strokes in the colours of a ground."""
    (hue, hues), (full, fulls), (low, high) = GROUNDS[name]

    def channel(middle: float, spread: float, seed: int) -> Image.Image:
        rough = Image.effect_noise((32, 48), 90).rotate(seed).resize((512, 768), Image.Resampling.BICUBIC)
        return rough.point(lambda v: max(0, min(255, round(middle + (v - 128) / 100 * spread))))

    parts = channel(hue, hues, 0), channel(full, fulls, 90), channel((low + high) / 2, (high - low) / 2, 180)
    out = io.BytesIO()
    Image.merge("HSV", parts).convert("RGB").save(out, "PNG")
    return out.getvalue()


def add(folder: BookFolder, place: int, name: str) -> None:
    """Give a page a picture in the colours of a ground."""
    page, job = folder.book.pages[place].id, f"{place:08d}-0000-4000-8000-000000000000"
    folder.add_take(page, strokes(name), RECIPE, job=job, seconds=1.0, sketch=False, at=AT)
    folder.change(lambda before: edits.approve_picture(before, page, at=AT))


@pytest.mark.parametrize(
    ("layout", "format_name", "names", "wanted"),
    [
        (Layout.OVER, "a5", ("blue", "red", "rainbow"), WANTED),
        (Layout.SPREAD, "a5", ("meadow", "snow"), WANTED),
        (Layout.OVER, "ingram-8.5x8.5", ("blue", "meadow"), LEAST),
    ],
)
def test_words_on_pictures_can_be_read_in_the_finished_file(
    tmp_path: Path, layout: Layout, format_name: str, names: Sequence[str], wanted: float
) -> None:
    to = tmp_path / "book.pdf"
    with make(tmp_path / "book", *[Made(text=TEXT, picture=None)] * len(names)) as book:
        book.change(lambda before: edits.change_edition(before, layout=layout))
        for place, name in enumerate(names):
            add(book, place, name)
        export(book, to, format_name=format_name, profile=Profile.PRINT, soft_pictures=True, force=True)
    measured = [contrast(to, place, tmp_path) for place in pages_with(to, "blinkt")]
    assert len(measured) == len(names)
    assert min(measured) >= wanted, dict(zip(names, measured, strict=True))


@pytest.mark.parametrize("name", ["night", "rainbow"])
def test_the_title_on_the_cover_can_be_read_in_the_finished_file(tmp_path: Path, name: str) -> None:
    to = tmp_path / "cover.pdf"
    with make(tmp_path / "book", Made(picture=None)) as book:
        add(book, 0, name)
        export(book, to, profile=Profile.COVER, soft_pictures=True, force=True)
    assert contrast(to, 0, tmp_path, words="Der Igel") >= WANTED


def pages_with(pdf: Path, word: str) -> list[int]:
    """Return the pages, from 0, on which a word stands."""
    return [place for place, text in enumerate(tool("pdftotext", str(pdf), "-").split("\f")) if word in text]


def contrast(pdf: Path, place: int, folder: Path, words: str = TEXT) -> float:
    """Return the contrast of words against the ground below them, at its worst part."""
    spots = [spot for spot in _spots(pdf, place) if spot[0] in words.split()]
    assert spots, "the words are real text"
    bare, ink = folder / f"bare-{place}.pdf", _ink(pdf, place)
    _without_text(pdf, place, bare)
    tool("pdftoppm", "-r", str(DPI), "-png", "-singlefile", str(bare), str(bare.with_suffix("")))
    with Image.open(bare.with_suffix(".png")) as page:
        seen = page.convert("RGB")
    grounds: list[float] = []
    for _word, *box in spots:
        part = seen.crop((round(box[0]), round(box[1]), round(box[2]), round(box[3])))
        content = part.tobytes()
        grounds += [_luminance(content[at : at + 3]) for at in range(0, len(content), 3)]
    dark, light = min(ink, 1.0), max(ink, 0.0)
    ratios = sorted((max(one, light) + 0.05) / (min(one, dark) + 0.05) for one in grounds)
    return ratios[round(len(ratios) * WORST)]


def _spots(pdf: Path, place: int) -> list[tuple[str, float, float, float, float]]:
    """Return each word with its place on the page in points, as another program reads it."""
    number = str(place + 1)
    told = tool("pdftotext", "-bbox", "-f", number, "-l", number, str(pdf), "-")
    word = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>')
    return [(words, float(a), float(b), float(c), float(d)) for a, b, c, d, words in word.findall(told)]


def _without_text(pdf: Path, place: int, to: Path) -> None:
    with pikepdf.open(pdf) as opened:
        page = opened.pages[place]
        kept, inside = [], False
        for operands, operator in pikepdf.parse_content_stream(page):
            inside = (inside or str(operator) == "BT") and str(operator) != "ET"
            if not inside and str(operator) != "ET":
                kept.append((operands, operator))
        page.Contents = opened.make_stream(pikepdf.unparse_content_stream(kept))
        alone = pikepdf.new()
        alone.pages.append(page)
        alone.save(to)


def _ink(pdf: Path, place: int) -> float:
    """Return the luminance of the colour in which the page's first words are set."""
    with pikepdf.open(pdf) as opened:
        colour = (0, 0, 0)
        for operands, operator in pikepdf.parse_content_stream(opened.pages[place]):
            values = [float(value) for value in operands] if str(operator) in ("g", "rg", "k") else []
            if str(operator) == "k":
                values = [1 - values[3]]
            if values:
                red, green, blue = values if len(values) == 3 else values * 3
                colour = (round(red * 255), round(green * 255), round(blue * 255))
            if str(operator) in ("Tj", "TJ"):
                break
    return _luminance(bytes(colour))


def _luminance(colour: bytes) -> float:
    """Return the relative luminance of a colour (WCAG 2.2)."""
    parts = [value / 255 for value in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
