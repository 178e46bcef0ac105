"""The PDF as a reader and a printer find it: opened by real tools."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pikepdf
import pytest

from engine.book import edits
from engine.book.folder import BookFolder
from engine.errors import FibelError
from engine.publish.export import export
from tests.engine.publish.books import sample, told


def tool(*command: str) -> str:
    """Return what a tool prints; skip where it is not installed."""
    if shutil.which(command[0]) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    with BookFolder.open(sample(tmp_path), read_only=True) as folder:
        export(folder, tmp_path / "igel.pdf")
    return tmp_path / "igel.pdf"


def test_a_title_page_a_page_for_each_scene_and_a_colophon(pdf: Path) -> None:
    pages = tool("pdftotext", "-layout", str(pdf), "-").split("\f")
    assert "Der Igel und" in pages[0]
    assert "gähnt" in pages[1]
    assert "„Bist du vom Himmel" in pages[2]
    assert "Skizzen" in pages[4]
    assert len(pages) == 6  # the last one is what follows the last form feed


def test_a_printer_finds_its_boxes(pdf: Path) -> None:
    with pikepdf.open(pdf) as opened:
        assert len(opened.pages) == 5
        for page in opened.pages:
            media, trim, bleed = ([float(x) for x in page[name]] for name in ("/MediaBox", "/TrimBox", "/BleedBox"))
            assert [round((trim[2] - trim[0]) / 72 * 25.4), round((trim[3] - trim[1]) / 72 * 25.4)] == [148, 210]
            assert bleed == media
            assert trim[0] - media[0] == pytest.approx(3 / 25.4 * 72, abs=0.02)


def test_every_font_is_embedded(pdf: Path) -> None:
    rows = tool("pdffonts", str(pdf)).splitlines()[2:]
    assert rows
    for row in rows:
        assert "Andika" in row
        assert row.split()[-5:-2] == ["yes", "yes", "yes"]


def test_nothing_is_wrong_with_the_file(pdf: Path) -> None:
    assert "No syntax or stream encoding errors" in tool("qpdf", "--check", str(pdf))
    told_ = tool("pdfinfo", str(pdf))
    assert "Der Igel und der Stern" in told_
    with pikepdf.open(pdf) as opened:
        assert str(opened.Root.Lang) == "de-DE"


def test_the_same_book_is_the_same_file(tmp_path: Path) -> None:
    with BookFolder.open(sample(tmp_path), read_only=True) as folder:
        for name in ("a.pdf", "b.pdf"):
            export(folder, tmp_path / name)
    assert (tmp_path / "a.pdf").read_bytes() == (tmp_path / "b.pdf").read_bytes()


def test_everybody_may_read_the_finished_file(pdf: Path) -> None:
    assert pdf.stat().st_mode & 0o444 == 0o444


@pytest.mark.parametrize(("name", "width", "height"), [("a5", 148, 210), ("a4", 210, 297), ("square-21", 210, 210)])
def test_each_format_has_its_size(tmp_path: Path, name: str, width: int, height: int) -> None:
    with told(tmp_path, "Piko gähnt.") as folder:
        export(folder, tmp_path / "x.pdf", format_name=name)
    with pikepdf.open(tmp_path / "x.pdf") as opened:
        box = [float(x) for x in opened.pages[1]["/TrimBox"]]
        assert (round((box[2] - box[0]) / 72 * 25.4), round((box[3] - box[1]) / 72 * 25.4)) == (width, height)


def test_umlauts_quotation_marks_and_sharp_s_are_there(tmp_path: Path) -> None:
    text = "„Süße Grüße!“, ruft Üli. ‚Größer‘ – STRAẞE …"
    with told(tmp_path, text) as folder:
        export(folder, tmp_path / "x.pdf")
    found = " ".join(tool("pdftotext", str(tmp_path / "x.pdf"), "-").split())
    assert text in found


def test_progress_is_told_page_by_page(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    with told(tmp_path, "Eins.", "Zwei.") as folder:
        export(folder, tmp_path / "x.pdf", progress=lambda done, of: seen.append((done, of)))
    assert seen == [(1, 4), (2, 4), (3, 4), (4, 4)]


def test_an_unfinished_book_is_refused_and_names_what_is_missing(tmp_path: Path) -> None:
    with told(tmp_path, "Eins.", "Zwei.") as folder:
        folder.change(lambda book: edits.change_scene(book, "p002", text="Anders."))
        (tmp_path / "x.pdf").write_text("the old one")
        with pytest.raises(FibelError, match="export_incomplete") as caught:
            export(folder, tmp_path / "x.pdf")
        assert "page 2" in caught.value.details
        assert (tmp_path / "x.pdf").read_text() == "the old one"
        exported = export(folder, tmp_path / "x.pdf", force=True)
    assert exported.pages == 4
    assert [finding.code for finding in exported.findings if finding.severity == "error"] == ["text-not-approved"]


@pytest.mark.parametrize(
    ("to", "code"),
    [("x.doc", "usage"), ("x", "usage"), (".", "usage"), ("nowhere/x.pdf", "export_failed")],
)
def test_a_place_that_cannot_be_written_is_named(tmp_path: Path, to: str, code: str) -> None:
    with told(tmp_path, "Eins.") as folder, pytest.raises(FibelError) as caught:
        export(folder, tmp_path / to)
    assert caught.value.code == code


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import errno
    import os

    real = os.write

    def full(descriptor: int, content: bytes) -> int:
        if content[:5] == b"%PDF-":
            raise OSError(errno.ENOSPC, "No space left on device")
        return real(descriptor, content)

    (tmp_path / "x.pdf").write_text("the old one")
    with told(tmp_path, "Eins.") as folder:
        monkeypatch.setattr(os, "write", full)
        with pytest.raises(FibelError, match="disk_full"):
            export(folder, tmp_path / "x.pdf")
    assert (tmp_path / "x.pdf").read_text() == "the old one"


def test_a_picture_that_was_lost_is_named(tmp_path: Path) -> None:
    with told(tmp_path, "Eins.") as folder:
        folder.take_path(folder.book.pages[0].takes[0]).unlink()
        with pytest.raises(FibelError, match="take_missing"):
            export(folder, tmp_path / "x.pdf")
