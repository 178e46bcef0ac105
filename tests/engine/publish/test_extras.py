"""What is not the book itself but made of it: booklet, contact sheet, pictures, manuscript, the sheet for shops."""

from __future__ import annotations

import io
import random
import sys
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image, ImageChops

from engine.book import edits
from engine.book.edition import Edition
from engine.errors import FibelError
from engine.publish.export import Kind, export
from engine.publish.imposition import imposed
from engine.publish.profile import Profile, profiles
from tests.engine.publish.making import Made, make, sample
from tests.engine.publish.test_pdf import tool
from tests.engine.publish.test_source import written


@pytest.mark.parametrize("pages", range(4, 37, 4))
def test_a_folded_booklet_reads_from_front_to_back(pages: int) -> None:
    sides = imposed(pages)
    assert 2 * len(sides) == pages
    sheets = [(*front, *back) for front, back in zip(sides[::2], sides[1::2], strict=True)]
    # laid inside each other and folded, each sheet gives two leaves: the first half of the book and the second
    first = [page for left, right, back_left, back_right in sheets for page in (right, back_left)]
    second = [page for left, right, back_left, back_right in reversed(sheets) for page in (back_right, left)]
    assert first + second == list(range(pages))


@pytest.mark.parametrize("format_name", ["a5", "a4-landscape"])
def test_a_booklet_is_a4_with_two_pages_a_side(tmp_path: Path, format_name: str) -> None:
    to = tmp_path / "booklet.pdf"
    with sample("regentag") as book:
        made = export(book, to, profile=Profile.BOOKLET, format_name=format_name)
    assert made.pages == 4
    with pikepdf.open(to) as pdf:
        for page in pdf.pages:
            assert [float(side) for side in page.mediabox] == pytest.approx([0, 0, 841.89, 595.28], abs=0.01)
        assert str(pdf.Root.ViewerPreferences.Duplex) == "/DuplexFlipShortEdge"
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", str(to))
    told = [" ".join(tool("pdftotext", "-f", str(n), "-l", str(n), str(to), "-").split()) for n in range(1, 5)]
    assert told[0] == "Platz für zwei Fibel" and "Plitsch" in told[3] and "Am Teich" in told[3]
    assert "Dieses Buch gehört" in told[2], "what would stay empty is put to use"


def test_nothing_of_a_picture_reaches_over_the_fold(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made("", (128, 192)), Made("", (128, 192))) as book:
        export(book, tmp_path / "booklet.pdf", profile=Profile.BOOKLET, format_name="square-17", force=True)
    tool("pdftoppm", "-r", "36", "-png", str(tmp_path / "booklet.pdf"), str(tmp_path / "side"))
    for name in tmp_path.glob("side-*.png"):
        with Image.open(name) as side:
            inked = ImageChops.invert(side.convert("RGB")).getbbox()
            if inked is not None:
                assert inked[1] >= side.height * (1 - 148.5 / 210) / 2 - 1, "a square page is as wide as half the paper"


def test_a_contact_sheet_shows_an_unfinished_book(tmp_path: Path) -> None:
    to = tmp_path / "contact.pdf"
    pages = [Made(f"Seite Nummer {n}. " * 20, approved=False) for n in range(9)]
    with make(tmp_path / "book", *pages, Made("Ohne Bild.", None, approved=False)) as book:
        made = export(book, to, profile=Profile.CONTACT)
    assert made.pages == 2 and not made.findings
    told = tool("pdftotext", str(to), "-")
    assert "Der Igel von Ada Muster" in told and "Ohne Bild." in told
    assert told.count("Seed 18446744073709551615") == 9 and told.count("…") == 9, "long texts are cut, and show it"


def test_a_busy_picture_is_no_trouble_however_small_it_is_shown(tmp_path: Path) -> None:
    from engine.publish.pictures import encoded

    for mode in ("RGB", "CMYK"):
        for side in (300, 700):
            noise = Image.frombytes(mode, (side, side), random.Random(side).randbytes(side * side * len(mode)))
            assert encoded(noise).endswith(b"\xff\xd9")


def test_pictures_have_names_that_speak_and_the_pixels_of_their_takes(tmp_path: Path) -> None:
    to = tmp_path / "pictures.zip"
    with sample("regentag") as book:
        made = export(book, to)
        take = book.book.pages[1].chosen_take
        assert take is not None and made.kind is Kind.PICTURES
        with Image.open(io.BytesIO(book.read_take(take))) as original, zipfile.ZipFile(to) as archive:
            assert archive.namelist() == [
                "00_platz-fuer-zwei.png",
                "02_plitsch-platsch-es-regnet-im-garten.png",
                "03_am-teich-sitzt-quak-mir-ist-kalt-sagt-er.png",
                "04_lotte-zeigt-auf-ein-grosses-blatt-komm.png",
            ]
            with Image.open(io.BytesIO(archive.read(archive.namelist()[1]))) as copied:
                assert copied.tobytes() == original.tobytes()
    assert made.pages == 4


def test_a_manuscript_for_a_word_processor(tmp_path: Path) -> None:
    docx = pytest.importorskip("docx", reason="python-docx is not installed")
    to = tmp_path / "book.docx"
    with sample("regentag") as book:
        export(book, to)
        first = to.read_bytes()
        export(book, to)
    assert to.read_bytes() == first
    document = docx.Document(str(to))
    told = [paragraph.text for paragraph in document.paragraphs]
    assert told[:3] == ["Platz für zwei", "Fibel", "Seite 2"]
    assert "Plitsch, platsch!" in told[3] and told[4].startswith("Zu sehen: Eine kleine Schnecke")
    assert document.core_properties.title == "Platz für zwei"


def test_without_its_extra_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "docx", None)
    with sample("regentag") as book, pytest.raises(FibelError) as refused:
        export(book, tmp_path / "book.docx")
    assert refused.value.code == "extra_missing" and "fibel[docx]" in refused.value.details
    assert not (tmp_path / "book.docx").exists()


def test_a_shop_is_told_what_it_asks(tmp_path: Path) -> None:
    edition = Edition(blurb="Ein Igel findet einen Stern.", keywords=("Igel", "Einschlafen"))
    with make(tmp_path / "book", Made("Eins."), Made("Zwei!"), Made("Drei.", sketch=True)) as book:
        written(book, "p001", "Eins.", "llama3.1:8b")
        written(book, "p002", "Zwei.", "llama3.1:8b")
        book.change(lambda before: edits.change_book(before, edition=edition))
        export(book, tmp_path / "listing.md", profile=Profile.LISTING)
        export(book, tmp_path / "words.md")
    told = (tmp_path / "listing.md").read_text("utf-8")
    assert "- **Stichwörter:** Igel, Einschlafen" in told and "Ein Igel findet einen Stern." in told
    assert "(Some sections, with extensive editing)" in told
    assert "(One or a few AI-generated images, with minimal or no editing)" in told
    assert "| 1 | von einem Modell | von einem Modell: children.safetensors, Seed" in told
    assert "| 3 | von Hand | von der eingebauten Maschine, ohne Modell |" in told
    assert (tmp_path / "words.md").read_text("utf-8").startswith("# Der Igel"), "the manuscript, unless asked otherwise"


def test_a_book_no_machine_touched_says_none(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made("Eins.", None)) as book:
        export(book, tmp_path / "listing.md", profile=Profile.LISTING)
    told = (tmp_path / "listing.md").read_text("utf-8")
    assert "- **Texte:** keine (None)\n- **Bilder:** keine (None)\n" in told


def test_a_purpose_belongs_to_one_kind_of_file(tmp_path: Path) -> None:
    assert {profile for suffix in (".pdf", ".epub", ".md") for profile in profiles(suffix)} == set(Profile)
    with sample("regentag") as book, pytest.raises(FibelError) as refused:
        export(book, tmp_path / "book.epub", profile=Profile.BOOKLET)
    assert refused.value.code == "usage" and "--profile booklet makes a .pdf, not book.epub." in refused.value.details
