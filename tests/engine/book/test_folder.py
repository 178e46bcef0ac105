"""A book's folder: what was saved is there, whoever opens it and however it came there."""

from __future__ import annotations

import errno
import fcntl
import json
import os
import shutil
import signal
import socket
import threading
from pathlib import Path

import pytest

from engine.book import edits
from engine.book.folder import BookFolder, find_books, is_book, peek
from engine.book.model import Book, Take
from engine.book.text import dump
from engine.errors import FibelError
from tests.engine.book.pictures import RECIPE, picture
from tests.engine.book.session import JOBS, START, paint, tell

SAMPLES = Path(__file__).parents[2] / "data" / "books"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "mein Buch"
    BookFolder.create(path, START).close()
    return path


def code_of(caught: pytest.ExceptionInfo[FibelError]) -> str:
    return caught.value.code


def add(book: BookFolder, page: str = "p001", *, shade: int = 0, job: str = "") -> Take:
    return book.add_take(page, picture(shade=shade), RECIPE, job=job, seconds=1.0, sketch=True, at="2026-01-31")


# making and opening


def test_a_new_book_lies_in_a_folder_of_its_owner_alone(tmp_path: Path) -> None:
    with BookFolder.create(tmp_path / "a" / "b", START) as book:
        assert book.book == START
        assert not book.read_only
        assert book.notices == ()
    assert (tmp_path / "a" / "b").stat().st_mode & 0o777 == 0o700
    assert sorted(path.name for path in (tmp_path / "a" / "b").iterdir()) == [".lock", "book.yaml", "takes"]
    assert peek(tmp_path / "a" / "b") == START


def test_a_book_is_not_made_over_another(folder: Path) -> None:
    with pytest.raises(FibelError) as caught:
        BookFolder.create(folder, Book(title="anderes"))
    assert code_of(caught) == "book_exists"
    assert peek(folder) == START


def test_a_book_is_made_in_a_folder_that_holds_other_things(tmp_path: Path) -> None:
    (tmp_path / "notizen.txt").write_text("Igel")
    BookFolder.create(tmp_path, START).close()
    assert peek(tmp_path) == START


def test_where_there_is_no_book_that_is_said(tmp_path: Path) -> None:
    for open_it in (BookFolder.open, peek, lambda path: BookFolder.open(path, read_only=True)):
        with pytest.raises(FibelError) as caught:
            open_it(tmp_path / "nirgends")
        assert code_of(caught) == "book_missing"
    assert not (tmp_path / "nirgends").exists()


def test_a_book_that_lost_its_index_is_named_with_the_copy_to_take(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        tell("p001", "Hallo", book)
        add(book)
    (folder / "book.yaml").unlink()
    for attempt in (BookFolder.open, peek):
        with pytest.raises(FibelError, match=r"backup/book\.yaml\.1") as caught:
            attempt(folder)
        assert code_of(caught) == "book_broken"
    with pytest.raises(FibelError) as caught:
        BookFolder.create(folder, START)
    assert code_of(caught) == "book_exists"
    shutil.copy(folder / "backup" / "book.yaml.1", folder / "book.yaml")
    assert peek(folder) == START


@pytest.mark.parametrize("content", [b"", b"schema: 1\ntitle: 'x", b"schema: 1\ntitle: \xff", b"x" * (5 << 20)])
def test_a_torn_book_is_reported_and_left_as_it_is(folder: Path, content: bytes) -> None:
    (folder / "book.yaml").write_bytes(content)
    with pytest.raises(FibelError, match="line ") as caught:
        BookFolder.open(folder)
    assert code_of(caught) == "book_broken"
    assert (folder / "book.yaml").read_bytes() == content
    (folder / "book.yaml").write_text(dump(START))
    BookFolder.open(folder).close()


def test_a_newer_book_is_not_opened_for_reading_either(folder: Path) -> None:
    (folder / "book.yaml").write_text("schema: 99\nodes: []\n")
    for read_only in (False, True):
        with pytest.raises(FibelError) as caught:
            BookFolder.open(folder, read_only=read_only)
        assert code_of(caught) == "book_newer"


def test_a_copy_without_lock_journal_and_backup_opens(folder: Path, tmp_path: Path) -> None:
    with BookFolder.open(folder) as book:
        take = add(book)
        book.journal.append({"n": 1})
    copied = tmp_path / "kopie"
    shutil.copytree(folder, copied, ignore=shutil.ignore_patterns(".lock", "journal.jsonl", "backup"))
    with BookFolder.open(copied) as copy:
        assert copy.read_take(take)
        assert copy.journal.records() == []
        tell("p002", "weiter", copy)


def test_missing_pictures_are_told_at_opening(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        take = add(book)
    (folder / take.file).unlink()
    with BookFolder.open(folder) as book:
        assert [take.file in notice for notice in book.notices] == [True]
        with pytest.raises(FibelError) as caught:
            book.read_take(take)
    assert code_of(caught) == "take_missing"


def test_the_library_finds_the_books_in_a_folder(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "leer").mkdir()
    BookFolder.create(tmp_path / "anderes", START).close()
    assert find_books(tmp_path) == [tmp_path / "anderes", folder]
    assert find_books(folder) == [folder]
    assert find_books(tmp_path / "nirgends") == []
    assert is_book(folder)
    assert not is_book(tmp_path)


@pytest.mark.parametrize(("name", "pages"), [("igel-und-stern", 3), ("regentag", 4)])
def test_the_sample_books_are_whole(name: str, pages: int, tmp_path: Path) -> None:
    shutil.copytree(SAMPLES / name, tmp_path / name)
    with BookFolder.open(tmp_path / name) as book:
        assert book.notices == ()
        assert len(book.book.pages) == pages
        for page in book.book.pages:
            assert page.picture_approval is not None
            for take in page.takes:
                assert book.read_take(take)


# changing


def test_a_change_is_on_disk_when_it_returns(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        changed = book.change(lambda book: edits.change_book(book, title="Neu"))
        assert changed.title == book.book.title == peek(folder).title == "Neu"


def test_an_edit_that_changes_nothing_writes_nothing(folder: Path) -> None:
    before = (folder / "book.yaml").stat().st_ino
    with BookFolder.open(folder) as book:
        assert book.change(lambda book: edits.change_book(book, title=book.title)) == START
    assert (folder / "book.yaml").stat().st_ino == before
    assert not (folder / "backup").exists()


def test_an_edit_that_fails_leaves_the_book_as_it_was(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        with pytest.raises(KeyError):
            tell("p999", "x", book)
        assert book.book == peek(folder) == START


def test_a_book_opened_for_reading_is_not_changed(folder: Path) -> None:
    with BookFolder.open(folder) as writer, BookFolder.open(folder, read_only=True) as reader:
        assert reader.read_only
        assert reader.book == writer.book
        for attempt in (lambda: tell("p001", "x", reader), lambda: add(reader), lambda: reader.journal.append({})):
            with pytest.raises(FibelError) as caught:
                attempt()
            assert code_of(caught) == "book_read_only"


def test_a_closed_book_is_not_changed(folder: Path) -> None:
    book = BookFolder.open(folder)
    book.close()
    book.close()
    for attempt in (lambda: tell("p001", "x", book), lambda: add(book), lambda: book.journal.append({})):
        with pytest.raises(FibelError) as caught:
            attempt()
        assert code_of(caught) == "book_read_only"


def test_many_threads_may_change_a_book_at_once(folder: Path) -> None:
    with BookFolder.open(folder) as book:

        def write(number: int) -> None:
            for _ in range(5):
                book.change(lambda book: edits.change_book(book, idea=book.idea + f"{number}"))

        threads = [threading.Thread(target=write, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert sorted(peek(folder).idea) == sorted("0123" * 5)


def test_a_session_keeps_one_copy_of_what_it_found_and_three_sessions_are_kept(folder: Path) -> None:
    for title in "abcde":
        with BookFolder.open(folder) as book:
            for suffix in ("", "!"):
                book.change(lambda book, title=title + suffix: edits.change_book(book, title=title))
    kept = [peek_text(folder / "backup" / f"book.yaml.{number}") for number in (1, 2, 3)]
    assert kept == ["d!", "c!", "b!"]
    assert len(list((folder / "backup").iterdir())) == 3


def peek_text(path: Path) -> str:
    return path.read_text().splitlines()[1].removeprefix("title: ").strip('"')


def test_what_somebody_else_wrote_meanwhile_is_kept_and_told(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        tell("p001", "eins", book)
        theirs = dump(book.book).replace("eins", "von Hand")
        (folder / "book.yaml").write_text(theirs)
        tell("p001", "zwei", book)
        (notice,) = book.notices
    (kept,) = (folder / "backup").glob("book.edited-*.yaml")
    assert kept.read_text() == theirs
    assert kept.name in notice
    assert peek(folder).pages[0].scene.text == "zwei"


# takes


def test_a_take_is_a_file_named_by_its_content_that_nothing_changes(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        take = add(book, job=JOBS[0])
        assert take.file == f"takes/p001-{take.id}.png"
        assert book.take_path(take) == folder / take.file
        png = book.read_take(take)
        add(book, shade=9)
        tell("p001", "anders", book)
        assert book.read_take(take) == png
        assert (take.width, take.height, take.sketch, take.job) == (6, 9, True, JOBS[0])
        assert peek(folder).page("p001").takes[0] == take


def test_a_job_paints_once_however_often_its_picture_arrives(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        first = add(book, job=JOBS[0])
        again = add(book, shade=200, job=JOBS[0])
        assert again == first
        assert len(list((folder / "takes").iterdir())) == 1


def test_the_same_picture_is_one_take(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        assert add(book) == add(book)
        assert len(book.book.page("p001").takes) == 1


def test_a_take_left_by_a_crash_is_adopted_and_not_painted_again(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        paint("p001", JOBS[0], 1, book)
        take = book.book.page("p001").takes[0]
    (folder / "book.yaml").write_text(dump(START))
    with BookFolder.open(folder) as book:
        assert book.orphan_take("") is None
        assert book.orphan_take(JOBS[1]) is None
        found = book.orphan_take(JOBS[0])
        assert found == folder / take.file
        assert found is not None
        adopted = book.adopt("p001", found)
        assert (adopted.id, adopted.recipe, adopted.job, adopted.sketch) == (take.id, RECIPE, JOBS[0], False)
        assert adopted.at.endswith("+00:00")
        assert book.orphan_take(JOBS[0]) is None
        assert peek(folder).page("p001").chosen == take.id


def test_a_late_picture_of_an_adopted_job_adopts_by_itself(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        take = add(book, job=JOBS[0])
    (folder / "book.yaml").write_text(dump(START))
    with BookFolder.open(folder) as book:
        assert add(book, shade=77, job=JOBS[0]).id == take.id


def test_pictures_that_are_none_of_ours_are_not_adopted(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        for name in ("p001-000000000000.png", "foto.png"):
            (folder / "takes" / name).write_bytes(picture())
            with pytest.raises(FibelError) as caught:
                book.adopt("p001", folder / "takes" / name)
            assert code_of(caught) == "take_broken"
        with pytest.raises(FibelError) as caught:
            book.adopt("p001", folder / "takes" / "p001-111111111111.png")
        assert code_of(caught) == "take_missing"
        assert book.orphan_take(JOBS[0]) is None


def test_what_is_no_picture_is_not_stored(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        with pytest.raises(FibelError) as caught:
            book.add_take("p001", b"<html>", RECIPE, job="", seconds=0, sketch=False, at="")
        assert code_of(caught) == "picture_broken"
        assert list((folder / "takes").iterdir()) == []


def test_a_picture_for_a_page_that_is_gone_is_refused(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        with pytest.raises(FibelError) as caught:
            add(book, "p999")
        assert code_of(caught) == "page_unknown"


def test_a_picture_that_was_changed_is_not_taken_for_the_take(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        take = add(book)
        (folder / take.file).write_bytes(picture(shade=3))
        with pytest.raises(FibelError) as caught:
            book.read_take(take)
        assert code_of(caught) == "take_broken"


# the lock


def test_a_second_process_is_told_who_holds_the_book_and_gets_it_when_that_one_is_killed(folder: Path) -> None:
    reader, writer = os.pipe()
    holder = os.fork()
    if holder == 0:
        BookFolder.open(folder)
        os.write(writer, b".")
        signal.pause()
        os._exit(0)
    try:
        assert os.read(reader, 1) == b"."
        with pytest.raises(FibelError, match=f"process {holder} on {socket.gethostname()}") as caught:
            BookFolder.open(folder)
        assert code_of(caught) == "book_locked"
        assert peek(folder) == START
        BookFolder.open(folder, read_only=True).close()
    finally:
        os.kill(holder, signal.SIGKILL)
        os.waitpid(holder, 0)
        os.close(reader)
        os.close(writer)
    with BookFolder.open(folder) as book:
        tell("p001", "frei", book)


def test_the_same_process_cannot_open_a_book_twice(folder: Path) -> None:
    with BookFolder.open(folder):
        with pytest.raises(FibelError) as caught:
            BookFolder.open(folder)
        assert code_of(caught) == "book_locked"
    assert (folder / ".lock").exists()
    assert json.loads((folder / ".lock").read_text())["pid"] == os.getpid()


def test_on_a_disk_without_locks_the_book_opens_with_a_warning(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def no_locks(descriptor: int, operation: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", no_locks)
    with BookFolder.open(folder) as book:
        assert book.notices == ("This disk knows no locks: open the book in one place at a time.",)


def test_a_lock_file_with_rubbish_in_it_does_not_matter(folder: Path) -> None:
    (folder / ".lock").write_bytes(b"\xff\x1b]0;")
    with BookFolder.open(folder), (folder / ".lock").open("wb") as lock:
        lock.write(b"rubbish")
        lock.flush()
        with pytest.raises(FibelError, match="did not leave its name"):
            BookFolder.open(folder)
