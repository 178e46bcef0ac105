"""A file is written whole or not at all, and never where or when it should not be."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from engine.errors import FibelError
from engine.publish.export import Kind, export
from tests.engine.publish.making import Made, make, sample


@pytest.mark.parametrize("name", ["book.pdf", "book.epub", "book.cbz", "BOOK.PDF"])
def test_the_suffix_says_what_is_written_and_progress_counts_pages(tmp_path: Path, name: str) -> None:
    seen: list[tuple[int, int]] = []
    with sample("igel-und-stern") as book:
        exported = export(book, tmp_path / name, progress=lambda done, of: seen.append((done, of)))
    assert exported.kind == Kind((tmp_path / name).suffix.lower())
    assert seen == [(page, 5) for page in range(1, 6)]
    assert (tmp_path / name).stat().st_size == exported.bytes
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    ("name", "code"),
    [("book.doc", "usage"), ("book", "usage"), ("folder.pdf", "usage"), ("nowhere/book.pdf", "export_failed")],
)
def test_what_cannot_be_written_is_refused_before_it_begins(tmp_path: Path, name: str, code: str) -> None:
    (tmp_path / "folder.pdf").mkdir()
    with sample("igel-und-stern") as book, pytest.raises(FibelError) as refused:
        export(book, tmp_path / name)
    assert refused.value.code == code
    assert not (tmp_path / "nowhere").exists()


def test_an_unfinished_book_names_what_is_missing_and_can_be_forced(tmp_path: Path) -> None:
    to = tmp_path / "book.pdf"
    with make(tmp_path / "book", Made(), Made(picture=None), Made(text="", approved=False)) as book:
        with pytest.raises(FibelError) as refused:
            export(book, to)
        assert refused.value.code == "export_incomplete"
        assert refused.value.exit == 4
        assert "The page has no picture. (page 2)" in refused.value.details
        assert "The page has no text. (page 3)" in refused.value.details
        assert not to.exists()
        exported = export(book, to, force=True)
    assert exported.pages == 5 and to.exists()
    assert exported.findings


def test_a_lost_picture_leaves_the_file_there_was(tmp_path: Path) -> None:
    to = tmp_path / "book.pdf"
    to.write_bytes(b"the book of last week")
    with make(tmp_path / "book", Made()) as book:
        take = book.book.pages[0].chosen_take
        assert take is not None
        book.take_path(take).write_bytes(b"not a picture")
        with pytest.raises(FibelError, match="take_broken"):
            export(book, to)
    assert to.read_bytes() == b"the book of last week"


@pytest.mark.parametrize(
    ("number", "code"), [(errno.ENOSPC, "disk_full"), (errno.EDQUOT, "disk_full"), (errno.EIO, "export_failed")]
)
def test_a_disk_that_gives_up_leaves_the_file_there_was_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str
) -> None:
    to = tmp_path / "out" / "book.pdf"
    to.parent.mkdir()
    to.write_bytes(b"the book of last week")

    def failing(_descriptor: int) -> None:
        raise OSError(number, os.strerror(number))

    with sample("igel-und-stern") as book:
        monkeypatch.setattr(os, "fsync", failing)
        with pytest.raises(FibelError) as refused:
            export(book, to)
    assert refused.value.code == code
    assert [path.read_bytes() for path in to.parent.iterdir()] == [b"the book of last week"]


@pytest.mark.parametrize("name", ["book.pdf", "book.epub", "book.cbz", "book.zip"])
def test_a_stop_between_two_pages_leaves_the_file_there_was_and_nothing_else(tmp_path: Path, name: str) -> None:
    to = tmp_path / "out" / name
    to.parent.mkdir()
    to.write_bytes(b"the book of last week")
    stop, seen = threading.Event(), []

    def progress(done: int, _of: int) -> None:
        seen.append(done)
        stop.set()

    with sample("igel-und-stern") as book:
        with pytest.raises(FibelError) as stopped:
            export(book, to, progress=progress, stop=stop)
        assert (stopped.value.code, stopped.value.exit) == ("export_cancelled", 130)
        assert len(seen) == 1, "no page was begun after the stop"
        assert [path.read_bytes() for path in to.parent.iterdir()] == [b"the book of last week"]
        assert export(book, to).bytes == to.stat().st_size, "the next export knows nothing of it"


def test_a_stop_after_the_last_page_still_comes_before_the_file(tmp_path: Path) -> None:
    stop = threading.Event()
    with sample("igel-und-stern") as book, pytest.raises(FibelError, match="export_cancelled"):
        export(book, tmp_path / "book.pdf", progress=lambda done, of: stop.set() if done == of else None, stop=stop)
    assert not list(tmp_path.iterdir())


def test_the_book_itself_is_not_touched(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made()) as book:
        before = {path: path.read_bytes() for path in (tmp_path / "book").rglob("*") if path.is_file()}
        export(book, tmp_path / "book.pdf")
        after = {path: path.read_bytes() for path in (tmp_path / "book").rglob("*") if path.is_file()}
    assert {path: content for path, content in after.items() if path.parent.name != "print"} == before


def test_the_start_of_the_program_does_not_pay_for_it() -> None:
    heavy = "{'fpdf', 'PIL', 'uharfbuzz', 'fontTools'}"
    code = f"import sys, engine.publish.export; print(sorted({heavy} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.strip() == "[]"
