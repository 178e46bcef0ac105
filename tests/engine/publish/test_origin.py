"""Every file says, where machines read it, what a machine has made; and nothing else says so."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from PIL import Image

from engine.book import edits
from engine.book.edition import Edition
from engine.book.folder import BookFolder
from engine.publish.export import export
from engine.publish.origin import Mark, Origin, together
from engine.publish.preflight import preflight
from engine.publish.profile import Profile
from engine.publish.source import source
from tests.engine.publish.making import Made, make
from tests.engine.publish.test_source import written

MARK = re.compile(rb"digitalsourcetype/(\w+)")


def marks(content: bytes) -> set[str]:
    return {found.decode() for found in MARK.findall(content)}


@pytest.fixture
def book(tmp_path: Path) -> BookFolder:
    """A page by a model, one it began, one by hand with a sketch of the box."""
    made = make(tmp_path / "book", Made("Eins."), Made("Zwei, anders."), Made("Drei.", sketch=True))
    written(made, "p001", "Eins.", "llama3.1:8b")
    written(made, "p002", "Zwei.", "llama3.1:8b")
    return made


def test_each_page_knows_where_its_text_comes_from(book: BookFolder, tmp_path: Path) -> None:
    assert [page.written for page in source(book).pages] == [Origin.MODEL, Origin.EDITED, Origin.HAND]
    with make(tmp_path / "box", Made("Eins."), Made("Zwei!")) as boxed:
        written(boxed, "p001", "Eins.", "box")
        written(boxed, "p002", "Zwei.", "box")
        assert [page.written for page in source(boxed).pages] == [Origin.BOX, Origin.BOX_EDITED]


@pytest.mark.parametrize(
    ("parts", "mark"),
    [
        ((Origin.HAND,), None),
        ((), None),
        ((Origin.MODEL, Origin.MODEL), Mark.MODEL),
        ((Origin.MODEL, Origin.HAND), Mark.MIXED),
        ((Origin.EDITED,), Mark.MIXED),
        ((Origin.BOX,), Mark.BOX),
        ((Origin.BOX, Origin.HAND), Mark.BOX_MIXED),
        ((Origin.BOX_EDITED,), Mark.BOX_MIXED),
        ((Origin.BOX, Origin.MODEL), Mark.MIXED),
    ],
)
def test_what_is_made_of_parts(parts: tuple[Origin, ...], mark: Mark | None) -> None:
    assert together(parts) is mark


def test_an_e_book_says_it_of_the_whole_and_of_every_part(book: BookFolder, tmp_path: Path) -> None:
    export(book, tmp_path / "book.epub", profile=Profile.REFLOW)
    with zipfile.ZipFile(tmp_path / "book.epub") as epub:
        package = epub.read("EPUB/package.opf").decode()
        assert marks(epub.read("EPUB/pictures/p001.jpg")) == {"trainedAlgorithmicMedia"}
        assert marks(epub.read("EPUB/pictures/p003.jpg")) == {"algorithmicMedia"}
    told = dict(re.findall(r'<meta (?:refines="#(\S+?)" )?property="Iptc4xmpExt:\w+">\S+/(\w+)</meta>', package))
    assert told[""] == "compositeWithTrainedAlgorithmicMedia"
    assert told["p001-xhtml"] == "trainedAlgorithmicMedia"
    assert told["p002-xhtml"] == "compositeWithTrainedAlgorithmicMedia"
    assert "p003-xhtml" not in told and told["pictures-p003-jpg"] == "algorithmicMedia"


@pytest.mark.parametrize("profile", [Profile.SCREEN, Profile.ARCHIVE, Profile.PROOF, Profile.BOOKLET, Profile.CONTACT])
def test_a_pdf_says_it_of_itself(book: BookFolder, tmp_path: Path, profile: Profile) -> None:
    export(book, tmp_path / "book.pdf", profile=profile, soft_pictures=True)
    with pikepdf.open(tmp_path / "book.pdf") as pdf, pdf.open_metadata() as about:
        told = about["{http://iptc.org/std/Iptc4xmpExt/2008-02-29/}DigitalSourceType"]
        assert str(told).endswith("/compositeWithTrainedAlgorithmicMedia")
        assert about["dc:title"] == "Der Igel" and list(about["dc:creator"]) == ["Ada Muster"]
        assert about.pdfa_status == ("2U" if profile is Profile.ARCHIVE else "")
        assert ("pdfaExtension:schemas" in str(about)) == (profile is Profile.ARCHIVE)


def test_a_service_that_wants_no_metadata_gets_marked_pictures_alone(book: BookFolder, tmp_path: Path) -> None:
    to = tmp_path / "book.pdf"
    export(book, to, format_name="kdp-8.5x8.5", profile=Profile.PRINT, force=True)
    with pikepdf.open(to) as pdf:
        assert "/Metadata" not in pdf.Root
        pictures = [image for page in pdf.pages for image in page.get_images().values()]
        assert pictures and all(marks(image.read_raw_bytes()) for image in pictures)


def test_pages_of_a_cbz_and_single_pictures_say_it(book: BookFolder, tmp_path: Path) -> None:
    export(book, tmp_path / "book.cbz")
    export(book, tmp_path / "book.zip")
    with zipfile.ZipFile(tmp_path / "book.cbz") as cbz, zipfile.ZipFile(tmp_path / "book.zip") as pictures:
        painted = [marks(cbz.read(name)) for name in cbz.namelist() if name.endswith(".jpg")]
        assert painted == [{"trainedAlgorithmicMedia"}, set(), *[{"trainedAlgorithmicMedia"}] * 2, {"algorithmicMedia"}]
        assert [marks(pictures.read(name)) for name in pictures.namelist()] == painted[2:]
        with Image.open(io.BytesIO(pictures.read("01_eins.png"))) as one:
            assert set(one.info) <= {"xmp", "XML:com.adobe.xmp"}, "recipe and prompt stay in the book"


def test_nothing_says_it_where_the_author_does_not_want_it(book: BookFolder, tmp_path: Path) -> None:
    export(book, tmp_path / "marked.pdf")  # what was encoded for it is not taken for the others
    book.change(lambda before: edits.change_book(before, edition=Edition(marked=False)))
    assert "unmarked" in {finding.code for finding in preflight(book)}
    for name, profile in (
        ("a.pdf", None),
        ("b.pdf", Profile.ARCHIVE),
        ("c.epub", None),
        ("d.cbz", None),
        ("e.zip", None),
    ):
        export(book, tmp_path / name, profile=profile, soft_pictures=True)
        content = (tmp_path / name).read_bytes()
        if name.endswith("pdf"):
            with pikepdf.open(io.BytesIO(content)) as pdf:
                content = b"".join(image.read_raw_bytes() for p in pdf.pages for image in p.get_images().values())
                content += pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b""
        else:
            with zipfile.ZipFile(io.BytesIO(content)) as archive:
                content = b"".join(archive.read(entry) for entry in archive.namelist())
        assert marks(content) == set(), name
