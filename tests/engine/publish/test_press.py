"""Files for each purpose as the tools of the trade see them: boxes, fonts, colours, pixels, the same bytes twice."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from engine.book import edits
from engine.book.edition import Edition, Imprint
from engine.book.folder import BookFolder
from engine.errors import FibelError
from engine.presets import FormatPreset, PresetKind, load
from engine.publish.cover import wrap
from engine.publish.export import export
from engine.publish.inspection import inspect
from engine.publish.profile import Profile, profiles
from engine.publish.source import source
from tests.engine.publish.making import AT, Made, make
from tests.engine.publish.test_pdf import tool

IMPRINT = Imprint(name="Ada Muster", street="Am Berg 1", town="12345 Musterstadt", isbn="978-3-16-148410-0")
IPTC = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"
BLURB = "Ein Igel findet einen Stern. Aber ein Stern gehört an den Himmel."


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> BookFolder:
    """A book of three scenes, approved, with an imprint."""
    folder = tmp_path_factory.mktemp("books") / "igel"
    made = make(folder, *[Made(text=f"Der Igel gähnt {n} Mal.", picture=(192, 192), noise=True) for n in range(3)])
    made.change(lambda before: edits.change_book(before, edition=Edition(imprint=IMPRINT, blurb=BLURB)))
    made.change(lambda before: edits.set_character(before, "Igel", block="a small hedgehog"))
    return made


def preset(name: str) -> FormatPreset:
    return load(PresetKind.FORMATS, FormatPreset, name)


def boxes(page: pikepdf.Page, name: str) -> list[float]:
    return [float(side) for side in page.obj[name]]


def test_a_file_for_kdp(book: BookFolder, tmp_path: Path) -> None:
    to = tmp_path / "kdp.pdf"
    made = export(book, to, format_name="kdp-8.5x8.5", profile=Profile.PRINT, force=True)
    assert made.pages % 2 == 0
    with pikepdf.open(to) as pdf:
        for count, page in enumerate(pdf.pages):
            assert boxes(page, "/MediaBox") == boxes(page, "/BleedBox") == [0, 0, 621, 630]
            trim = [0, 9, 612, 621] if count % 2 == 0 else [9, 9, 621, 621]
            assert boxes(page, "/TrimBox") == pytest.approx(trim, abs=0.01)
        assert "/Outlines" not in pdf.Root and "/StructTreeRoot" not in pdf.Root and "/Title" not in pdf.docinfo
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", str(to))
    assert not re.search(rb"/SMask|/Group|/ca ", to.read_bytes())
    shown = [line.split() for line in tool("pdfimages", "-list", str(to)).splitlines()[2:]]
    full = [line for line in shown if int(line[3]) > 2000]
    assert full and all(295 <= int(line[12]) <= 305 and line[8] == "jpeg" and line[5] == "rgb" for line in full)
    for font in tool("pdffonts", str(to)).splitlines()[2:]:
        assert re.search(r"[A-Z]{6}\+Andika\w* +CID TrueType +Identity-H +yes yes yes", font), font


def test_a_file_in_four_inks_holds_no_more_than_two_hundred_percent_and_no_other_colour(
    book: BookFolder, tmp_path: Path
) -> None:
    to = tmp_path / "ingram.pdf"
    export(book, to, format_name="ingram-8.5x8.5", profile=Profile.PRINT, soft_pictures=True, force=True)
    with pikepdf.open(to) as pdf:
        images = [image for page in pdf.pages for image in page.get_images().values()]
        assert images and {str(image.ColorSpace) for image in images} == {"/DeviceCMYK"}
        for image in images[:2]:
            with Image.open(io.BytesIO(image.read_raw_bytes())) as picture:
                small = picture.resize((40, 40)).tobytes()
                inks = [sum(small[at : at + 4]) for at in range(0, len(small), 4)]
            # JPEG keeps four inks upside down and blurs them a little
            assert max(min(total, 4 * 255 - total) for total in inks) <= 2.4 * 255
        streams = b"".join(page.Contents.read_bytes() for page in pdf.pages)
    assert not re.search(rb"\brg\b|\bRG\b", streams), "words are black ink alone"


@pytest.mark.parametrize("profile", [None, *profiles(".pdf")])
def test_the_same_book_is_the_same_file_for_every_purpose(
    book: BookFolder, tmp_path: Path, profile: Profile | None
) -> None:
    first, second = tmp_path / "one.pdf", tmp_path / "two.pdf"
    for to in (first, second):
        export(book, to, profile=profile, soft_pictures=True)
    assert first.read_bytes() == second.read_bytes()
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", str(first))
    assert "Pages:" in tool("mutool", "info", str(first))


def test_a_file_for_the_screen_is_trimmed_light_and_has_an_outline(book: BookFolder, tmp_path: Path) -> None:
    export(book, tmp_path / "screen.pdf", profile=Profile.SCREEN)
    export(book, tmp_path / "print.pdf", profile=Profile.PRINT, soft_pictures=True)
    with pikepdf.open(tmp_path / "screen.pdf") as pdf:
        assert boxes(pdf.pages[0], "/MediaBox") == pytest.approx([0, 0, 148 / 25.4 * 72, 210 / 25.4 * 72], abs=0.01)
        with pdf.open_outline() as outline:
            names = [str(entry.title) for entry in outline.root]
    assert names[:3] == ["Titel", "Impressum", "Seite 1"]
    assert (tmp_path / "screen.pdf").stat().st_size < (tmp_path / "print.pdf").stat().st_size / 2


JARS = ("preflight", "pdfbox2", "fontbox2", "xmpbox", "commons-logging", "javax.activation", "jaxb-api")
OTHER_KIND = ("7.11.1", "7.11.2")
"""What PDFBox's validator, which knows PDF/A-1b alone, says of every PDF/A-2u: that it names itself another kind."""


def judged(pdf: Path) -> list[str]:
    """Return what Apache PDFBox finds against a file as PDF/A-1b, but for what PDF/A-2 has done away with."""
    jars = [Path("/usr/share/java") / f"{name}.jar" for name in JARS]
    if missing := [jar.name for jar in jars if not jar.is_file()]:
        pytest.skip(f"the validator of Debian's libpdfbox2-java is not installed: {', '.join(missing)}")
    line = ["java", "-cp", ":".join(map(str, jars)), "org.apache.pdfbox.preflight.Validator_A1b", str(pdf)]
    done = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
    found = [line for line in (done.stdout + done.stderr).splitlines() if re.match(r"\d+\.\d", line)]
    assert found or "is a valid PDF/A-1b file" in done.stdout, done.stdout + done.stderr
    # ISO 19005-2, 6.2.11.4.2: a subset need not list its glyphs any more
    return [one for one in found if not one.startswith(OTHER_KIND) and "CIDSet entry is missing" not in one]


def test_an_archive_stands_before_a_validator_of_the_trade(book: BookFolder, tmp_path: Path) -> None:
    export(book, tmp_path / "archive.pdf", profile=Profile.ARCHIVE, soft_pictures=True)
    assert judged(tmp_path / "archive.pdf") == []
    export(book, tmp_path / "screen.pdf", profile=Profile.SCREEN)
    assert any("Color space" in one for one in judged(tmp_path / "screen.pdf")), "it does not say what colours mean"


def test_an_archive_says_that_it_is_one(book: BookFolder, tmp_path: Path) -> None:
    export(book, tmp_path / "archive.pdf", profile=Profile.ARCHIVE, soft_pictures=True)
    with pikepdf.open(tmp_path / "archive.pdf") as pdf, pdf.open_metadata() as about:
        assert about.pdfa_status == "2U"
        assert about["{http://purl.org/dc/elements/1.1/}title"] == "Der Igel"
        assert about["{http://ns.adobe.com/xap/1.0/}ModifyDate"] == AT, "of the book, not of the day it was written"
        assert about[f"{{{IPTC}}}DigitalSourceType"].endswith("/compositeWithTrainedAlgorithmicMedia")
        (intent,) = pdf.Root.OutputIntents
        assert (intent.S, intent.DestOutputProfile.N) == ("/GTS_PDFA1", 3)
        assert "/Encrypt" not in pdf.trailer and "/ID" in pdf.trailer
        for page in pdf.pages:
            assert "/Group" not in page.obj and "/ExtGState" not in page.obj["/Resources"]
            for font in page.obj["/Resources"]["/Font"].values():
                assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor and "/ToUnicode" in font


def test_a_proof_names_the_resolution_and_is_never_taken_for_the_book(book: BookFolder, tmp_path: Path) -> None:
    export(book, tmp_path / "proof.pdf", profile=Profile.PROOF, soft_pictures=True)
    assert re.search(r"\d+ dpi", tool("pdftotext", str(tmp_path / "proof.pdf"), "-"))


def test_a_cover_is_as_wide_as_two_pages_and_the_spine(book: BookFolder, tmp_path: Path) -> None:
    to = tmp_path / "cover.pdf"
    made = export(book, to, format_name="kdp-8.5x8.5", profile=Profile.COVER, force=True)
    assert made.pages == 1
    inside = export(book, tmp_path / "in.pdf", format_name="kdp-8.5x8.5", force=True).pages
    with pikepdf.open(to) as pdf:
        width, height = boxes(pdf.pages[0], "/MediaBox")[2:]
    assert width / 72 == pytest.approx(2 * 8.5 + inside * 0.002347 + 0.25, abs=0.002)
    assert height / 72 == pytest.approx(8.75, abs=0.002)
    text = " ".join(tool("pdftotext", str(to), "-").split())
    assert BLURB in text and "Der Igel" in text and "ISBN 978-3-16-148410-0" in text


def test_the_spine_the_printers_calculator_says_is_taken(book: BookFolder, tmp_path: Path) -> None:
    book.change(lambda before: edits.change_edition(before, spine=12.0))
    try:
        export(book, tmp_path / "cover.pdf", profile=Profile.COVER, soft_pictures=True)
    finally:
        book.change(lambda before: edits.change_edition(before, spine=0.0))
    with pikepdf.open(tmp_path / "cover.pdf") as pdf:
        assert boxes(pdf.pages[0], "/TrimBox")[2] - boxes(pdf.pages[0], "/TrimBox")[0] == pytest.approx(
            (2 * 148 + 12) / 25.4 * 72, abs=0.02
        )


def test_print_is_refused_while_pictures_are_soft_unless_somebody_says_yes(book: BookFolder, tmp_path: Path) -> None:
    to = tmp_path / "book.pdf"
    with pytest.raises(FibelError) as refused:
        export(book, to, profile=Profile.PRINT)
    assert (refused.value.code, refused.value.exit) == ("export_incomplete", 4)
    assert "soft on paper" in refused.value.details and not to.exists()
    export(book, to, profile=Profile.PRINT, soft_pictures=True)
    export(book, to, profile=Profile.SCREEN)


def _spoilt(content: bytes, spoil: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(content)) as pdf:
        spoil(pdf)
        pdf.save(out)
    return out.getvalue()


def _no_trim(pdf: pikepdf.Pdf) -> None:
    del pdf.pages[1].obj["/TrimBox"]


def _turned(pdf: pikepdf.Pdf) -> None:
    pdf.pages[2].obj["/Rotate"] = 90


def _another_size(pdf: pikepdf.Pdf) -> None:
    pdf.pages[3].obj["/MediaBox"] = pikepdf.Array([0, 0, 400, 400])


def _see_through(pdf: pikepdf.Pdf) -> None:
    state = pikepdf.Dictionary({"/ca": 0.5})
    pdf.pages[2].obj["/Resources"]["/ExtGState"] = pikepdf.Dictionary({"/G": state})


def _script(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = pikepdf.Dictionary({"/S": pikepdf.Name("/JavaScript"), "/JS": "1"})


def _link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Annots"] = pikepdf.Array([])


def _font_elsewhere(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for font in page.obj["/Resources"]["/Font"].values():
            descriptor = font["/DescendantFonts"][0]["/FontDescriptor"]
            if "/FontFile2" in descriptor:
                del descriptor["/FontFile2"]


@pytest.mark.parametrize(
    ("spoil", "code", "page"),
    [
        (_no_trim, "box-missing", 2),
        (_turned, "rotated", 3),
        (_another_size, "box-wrong", 4),
        (_see_through, "transparency", 3),
        (_script, "active-content", None),
        (_link, "annotations", 1),
        (_font_elsewhere, "font-missing", None),
    ],
)
def test_a_spoilt_file_is_seen_through(
    book: BookFolder, tmp_path: Path, spoil: Callable[[pikepdf.Pdf], None], code: str, page: int | None
) -> None:
    to = tmp_path / "book.pdf"
    export(book, to, soft_pictures=True)
    content = to.read_bytes()
    assert inspect(content, preset("a5")) == []
    found = {(one.code, one.page) for one in inspect(_spoilt(content, spoil), preset("a5"))}
    assert (code, page) in found


def _first_picture(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return next(image for page in pdf.pages for image in page.get_images().values())


def _pressed(pdf: pikepdf.Pdf) -> None:
    image = _first_picture(pdf)
    with Image.open(io.BytesIO(image.read_raw_bytes())) as picture:
        buffer = io.BytesIO()
        picture.save(buffer, "JPEG", quality=60)
    image.write(buffer.getvalue(), filter=pikepdf.Name("/DCTDecode"))


def _inky(pdf: pikepdf.Pdf) -> None:
    image, buffer = _first_picture(pdf), io.BytesIO()
    Image.new("CMYK", (64, 64), (255, 255, 255, 0)).save(buffer, "JPEG", quality=92)
    image.write(buffer.getvalue(), filter=pikepdf.Name("/DCTDecode"))


def _no_jpeg(pdf: pikepdf.Pdf) -> None:
    _first_picture(pdf).write(bytes(30))


def _other_inks(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].contents_add(b"0 1 0 0 k 0 0 9 9 re f")


def _no_structure(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


def _no_words(pdf: pikepdf.Pdf) -> None:
    for part in pdf.Root.StructTreeRoot.K[0].K:
        if part.S == "/Figure":
            part.Alt = pikepdf.String(" ")


def _no_claim(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]


def _no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/OutputIntents"]


@pytest.mark.parametrize(
    ("profile", "spoil", "code"),
    [
        (Profile.PRINT, _pressed, "pressed"),
        (Profile.PRINT, _pressed, "unmarked"),
        (Profile.PRINT, _inky, "ink"),
        (Profile.PRINT, _no_jpeg, "not-jpeg"),
        (Profile.PRINT, _other_inks, "colours"),
        (Profile.SCREEN, _no_structure, "no-tags"),
        (Profile.SCREEN, _no_words, "figure-without-alt"),
        (Profile.SCREEN, _turned, "rotated"),
        (Profile.ARCHIVE, _no_claim, "no-archive"),
        (Profile.ARCHIVE, _no_intent, "no-archive"),
        (Profile.PROOF, _no_trim, "box-missing"),
        (Profile.COVER, _script, "active-content"),
        (Profile.COVER, _link, "annotations"),
    ],
)
def test_each_kind_of_file_is_looked_at_as_those_do_whom_it_is_for(
    book: BookFolder, tmp_path: Path, profile: Profile, spoil: Callable[[pikepdf.Pdf], None], code: str
) -> None:
    to = tmp_path / "book.pdf"
    export(book, to, profile=profile, soft_pictures=True)
    around = wrap(source(book), preset("a5"), 6) if profile is Profile.COVER else None
    if around is not None:
        with pikepdf.open(to) as pdf:
            spine = (float(pdf.pages[0].trimbox[2]) - float(pdf.pages[0].trimbox[0])) * 25.4 / 72 - 2 * 148
        around = replace(around, spine=spine)
    content = to.read_bytes()
    assert inspect(content, preset("a5"), profile, wrap=around, marked=True) == []
    spoilt = inspect(_spoilt(content, spoil), preset("a5"), profile, wrap=around, marked=True)
    assert code in {one.code for one in spoilt}


def test_a_file_for_another_service_and_no_file_at_all(book: BookFolder, tmp_path: Path) -> None:
    to = tmp_path / "book.pdf"
    export(book, to, soft_pictures=True)
    codes = {one.code for one in inspect(to.read_bytes(), preset("kdp-8.5x8.5"))}
    assert {"box-wrong", "not-allowed"} <= codes
    assert {one.code for one in inspect(b"%PDF-1.4 nothing", preset("a5"))} == {"file-broken"}
