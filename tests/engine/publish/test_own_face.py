"""An author's own typeface is used where it can be and may be, and nowhere else."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest
from fontTools import subset
from fontTools.ttLib import TTFont
from PIL import Image

from engine.book import edits
from engine.book.edition import Edition
from engine.book.folder import BookFolder
from engine.book.typefaces import bold_of, keep
from engine.errors import FibelError
from engine.publish import typeface
from engine.publish.export import export
from engine.publish.matter import sheets
from engine.publish.own_face import judge, offered
from engine.publish.preflight import Severity, preflight, presets
from engine.publish.profile import Profile
from engine.publish.source import source
from engine.publish.specimen import specimen
from tests.engine.publish.making import Made, make

PAGE = Made(picture=(1280, 1920), text="Der Igel geht heim.")


def font(to: Path, *, rights: int = 0, without: str = "", wider: int = 0) -> Path:
    """Make a font of another name out of ours."""
    to.parent.mkdir(parents=True, exist_ok=True)
    with TTFont(typeface.ANDIKA.regular) as made:
        cut = subset.Subsetter(subset.Options(notdef_outline=True, name_IDs=["*"], layout_features=[]))
        cut.populate(unicodes=[code for code in range(0x20, 0x17F) if chr(code) not in without] + [0x2013, 0x201E])
        cut.subset(made)
        made["OS/2"].fsType = rights
        for name in made["name"].names:
            name.string = str(name).replace("Andika", "Wiese")
        for glyph, (advance, side) in made["hmtx"].metrics.items():
            made["hmtx"].metrics[glyph] = (advance + wider, side)
        made.save(to)
    return to


def book(tmp_path: Path, name: str = "fonts/Wiese.ttf", **made: object) -> BookFolder:
    opened = make(tmp_path / "book", PAGE)
    if made or name:
        font(opened.folder / "fonts/Wiese.ttf", **made)  # type: ignore[arg-type]
    opened.change(lambda before: edits.change_edition(before, typeface=name))
    return opened


def codes(opened: BookFolder, profile: Profile | None = None) -> dict[str, Severity]:
    return {one.code: one.severity for one in preflight(opened, profile=profile)}


def test_it_is_measured_with_written_in_and_named(tmp_path: Path) -> None:
    with book(tmp_path, wider=200) as opened:
        assert not {code for code in codes(opened) if code.startswith("typeface")}
        published = source(opened)
        assert published.face.name.startswith("Wiese")
        assert any(line.startswith("Schrift: Wiese") for line in published.colophon)
        narrow = typeface.measure("Igel", 20)
        with typeface.setting_in(published.face):
            assert typeface.measure("Igel", 20) > narrow
            wide = sheets(published, *presets(opened.book, None))
        assert wide != sheets(published, *presets(opened.book, None))
        export(opened, tmp_path / "book.pdf")
        export(opened, tmp_path / "book.epub")
        whole = (opened.folder / "fonts/Wiese.ttf").read_bytes()
    with pikepdf.open(tmp_path / "book.pdf") as pdf:
        names = {str(one.BaseFont) for page in pdf.pages for one in page.obj["/Resources"]["/Font"].values()}
    assert names and all("Wiese" in name for name in names)
    with zipfile.ZipFile(tmp_path / "book.epub") as archive:
        assert archive.read("EPUB/fonts/Wiese.ttf") == whole, "unmodified"
        style = archive.read("EPUB/style.css").decode()
    assert "fonts/Wiese.ttf" in style and "Andika" not in style


def test_a_character_it_lacks_is_told_with_its_page(tmp_path: Path) -> None:
    with book(tmp_path, without="g") as opened:
        (told,) = [one for one in preflight(opened) if one.code == "missing-glyph" and one.page == 1]
        assert "g" in told.message
        with pytest.raises(FibelError, match="export_incomplete"):
            export(opened, tmp_path / "book.pdf")


def test_rights_are_kept(tmp_path: Path) -> None:
    with book(tmp_path, rights=0x0002) as opened:
        assert codes(opened)["typeface-forbidden"] is Severity.ERROR
    with book(tmp_path / "print", rights=0x0004) as opened:
        assert "typeface-not-shared" not in codes(opened)
        assert codes(opened, Profile.SCREEN)["typeface-not-shared"] is Severity.NOTE
        export(opened, tmp_path / "book.epub")
    with zipfile.ZipFile(tmp_path / "book.epub") as archive:
        assert not [name for name in archive.namelist() if "Wiese" in name]


@pytest.mark.parametrize(("name", "code"), [("fonts/Fort.ttf", "typeface-missing"), ("book.yaml", "typeface-broken")])
def test_a_file_that_is_no_font_or_not_there_is_told(tmp_path: Path, name: str, code: str) -> None:
    with book(tmp_path, name) as opened:
        assert codes(opened)[code] is Severity.ERROR
        assert source(opened).face is typeface.ANDIKA


def test_a_font_brought_along_lies_in_the_book_with_its_bold_letters(tmp_path: Path) -> None:
    regular, bold = font(tmp_path / "mine/Wiese-Regular.ttf"), font(tmp_path / "mine/Wiese-Bold.ttf", wider=40)
    with book(tmp_path, name="") as opened:
        judge(regular)
        name = keep(opened, regular)
        assert name == "fonts/Wiese-Regular.ttf" and bold_of(regular) == bold
        assert keep(opened, bold) == "fonts/Wiese-Bold.ttf"
        assert keep(opened, regular) == name, "the same file twice is no harm"
        assert (opened.folder / name).read_bytes() == regular.read_bytes()
        opened.change(lambda before: edits.change_edition(before, typeface=name, typeface_bold="fonts/Wiese-Bold.ttf"))
        offer = offered(opened.folder, opened.book.edition or Edition())
    assert [(file, face.name) for file, face in offer] == [("", "Andika"), (name, "Wiese")]


def test_a_file_no_book_can_be_set_in_is_refused_with_the_reason(tmp_path: Path) -> None:
    (tmp_path / "song.ttf").write_bytes(b"la la la")
    forbidden = font(tmp_path / "Streng.ttf", rights=0x0002)
    for file, why in ((tmp_path / "song.ttf", "no font"), (forbidden, "licence"), (tmp_path / "no.ttf", "not there")):
        with pytest.raises(FibelError, match="typeface_unusable") as refused:
            judge(file)
        assert why in refused.value.details


def test_a_specimen_shows_the_typeface_it_is_of(tmp_path: Path) -> None:
    other = font(tmp_path / "Wiese.ttf", wider=300)
    ours = specimen(typeface.ANDIKA, 100)
    theirs = specimen(replace(typeface.ANDIKA, regular=other), 100)
    with Image.open(io.BytesIO(ours)) as picture:
        assert picture.size == (420, 100)
    assert ours != theirs
