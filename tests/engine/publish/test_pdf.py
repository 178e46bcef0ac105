"""The PDF as printers' tools see it: boxes, fonts, words, structure, the same bytes every time."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from engine.book.folder import BookFolder
from engine.publish.export import export
from tests.engine.publish.making import Made, make, painted, sample

MM = 72 / 25.4
LONG = "Am Abend saß Mila am Fenster. „Kommst du noch?“, fragte sie leise. " * 9


def tool(*line: str) -> str:
    """Run a tool of the trade, or skip where it is not installed."""
    if shutil.which(line[0]) is None:
        pytest.skip(f"{line[0]} is not installed")
    done = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample book with a title page, as PDF."""
    to = tmp_path_factory.mktemp("out") / "regentag.pdf"
    with sample("regentag") as book:
        exported = export(book, to)
    assert exported.pages == 5 and exported.bytes == to.stat().st_size
    return to


@pytest.mark.parametrize(("format_name", "trim"), [("a5", (148, 210)), ("a4", (210, 297)), ("square-21", (210, 210))])
def test_pages_have_their_trim_size_and_three_millimetres_of_bleed(
    tmp_path: Path, format_name: str, trim: tuple[float, float]
) -> None:
    with sample("regentag") as book:
        export(book, tmp_path / "book.pdf", format_name=format_name)
    with pikepdf.open(tmp_path / "book.pdf") as opened:
        for page in opened.pages:
            media, bleed, cut = ([float(side) for side in box] for box in (page.mediabox, page.bleedbox, page.trimbox))
            assert media == bleed == pytest.approx([0, 0, (trim[0] + 6) * MM, (trim[1] + 6) * MM], abs=0.01)
            assert cut == pytest.approx([3 * MM, 3 * MM, (trim[0] + 3) * MM, (trim[1] + 3) * MM], abs=0.01)


def test_a_printer_meets_no_transparency_and_no_colour_but_rgb(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        for page in opened.pages:
            assert "/Group" not in page
            for image in page.get_images().values():
                assert "/SMask" not in image
                assert (image.Filter, image.ColorSpace) == ("/DCTDecode", "/DeviceRGB")
                assert b"digitalsourcetype/algorithmicMedia" in image.read_raw_bytes(), "sketches say what they are"


def test_it_says_who_and_what_it_is(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        assert str(opened.docinfo.Title) == "Platz für zwei"
        assert str(opened.docinfo.Author) == "Fibel"
        assert str(opened.Root.Lang) == "de-DE"
        assert bool(opened.Root.ViewerPreferences.DisplayDocTitle)


def test_a_voice_reads_title_story_and_pictures_and_no_page_numbers(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        document = opened.Root.StructTreeRoot.K[0]
        parts = [str(part.S) for part in document.K]
        told = [str(part.Alt) for part in document.K if str(part.S) == "/Figure"]
    assert parts == ["/H1", "/P", "/Figure", "/P", *["/Figure", "/P"] * 3]
    assert told[0] == "Eine Schnecke und ein Frosch sitzen im Regen unter einem Blatt."
    spoken = tool("pdfinfo", "-struct-text", str(pdf))
    assert "„Mir ist kalt“, sagt er leise." in spoken
    assert not re.search(r'^\s*"\d+\s*"$', spoken, re.MULTILINE)


def test_every_font_is_embedded_as_a_subset(pdf: Path) -> None:
    fonts = tool("pdffonts", str(pdf)).splitlines()[2:]
    assert fonts
    for font in fonts:
        assert re.search(r"Andika.* TrueType +Identity-H +yes yes yes", font), font


def test_the_words_can_be_found_and_copied(pdf: Path) -> None:
    text = " ".join(tool("pdftotext", "-layout", str(pdf), "-").split())
    for words in ("Platz für zwei", "Es regnet im Garten.", "„Komm, hier ist Platz für zwei!“", "Gemacht mit Fibel"):
        assert words in text
    assert "Skizzen der eingebauten Maschine" in text


def test_tools_find_no_fault(pdf: Path) -> None:
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", str(pdf))


def test_a_picture_that_fills_the_page_fills_its_bleed_too(pdf: Path, tmp_path: Path) -> None:
    from PIL import Image

    tool("pdftoppm", "-r", "40", "-png", str(pdf), str(tmp_path / "page"))
    with Image.open(next(iter(sorted(tmp_path.glob("page*3.png"))))) as page:
        grey = page.convert("L")
        edges = ((0, 0, page.width, 2), (0, page.height - 2, page.width, page.height), (0, 0, 2, page.height))
        assert all(grey.crop(edge).getextrema()[1] < 255 for edge in edges)


def test_the_same_book_is_the_same_file(pdf: Path, tmp_path: Path) -> None:
    with sample("regentag") as book:
        export(book, tmp_path / "again.pdf")
    assert (tmp_path / "again.pdf").read_bytes() == pdf.read_bytes()


def test_nothing_is_printed_meanwhile(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    with make(tmp_path / "book", Made(text="Ein Stern 🌟 fällt ins Wasser."), Made(text=LONG)) as book:
        export(book, tmp_path / "book.pdf", force=True)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "P", "LA"])
def test_pictures_of_every_kind_of_png_are_shown_on_white(tmp_path: Path, mode: str) -> None:
    with make(tmp_path / "book", Made(mode=mode if mode != "P" else "RGB")) as book:
        if mode == "P":
            _as_palette(book)
        export(book, tmp_path / "book.pdf")
    with pikepdf.open(tmp_path / "book.pdf") as opened:
        picture = pikepdf.PdfImage(next(iter(opened.pages[2].get_images().values()))).as_pil_image()
    assert picture.mode == "RGB"
    if mode == "RGBA":
        assert picture.getpixel((5, 5)) == (255, 255, 255), "what is transparent is paper"


def _as_palette(book: BookFolder) -> None:
    import io

    from PIL import Image

    from engine.book import edits
    from tests.engine.book.pictures import RECIPE
    from tests.engine.publish.making import AT

    out = io.BytesIO()
    Image.open(io.BytesIO(painted((128, 192), 9))).convert("P").save(out, "PNG")
    book.add_take("p001", out.getvalue(), RECIPE, job="palette", seconds=1.0, sketch=False, at=AT)
    take = book.book.pages[0].takes[-1]
    book.change(lambda before: edits.choose_take(before, "p001", take.id))
    book.change(lambda before: edits.approve_picture(before, "p001", at=AT))
