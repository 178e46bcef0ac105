"""An edition in another language shares the pictures of its book, and leaves that book as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.book import edits
from engine.book.folder import BookFolder
from engine.book.model import Draft
from engine.book.other_language import in_other_language
from engine.errors import FibelError
from tests.engine.book.session import START, paint, tell


@pytest.fixture
def finished(tmp_path: Path) -> Path:
    """A book whose first page is told, painted and approved."""
    with BookFolder.create(tmp_path / "igel", START) as book:
        tell("p001", "Der Igel gähnt.", book)
        paint("p001", "11111111-0000-4000-8000-000000000000", 1, book)
        book.change(
            lambda b: edits.set_translation(b, "p001", of="0123456789ab", action="a hedgehog", framing="", alt="")
        )
        book.change(lambda b: edits.approve_picture(edits.approve_text(b, "p001"), "p001"))
        book.change(lambda b: edits.change_page(b, "p002", draft=Draft(text="Ein Vorschlag.")))
    return tmp_path / "igel"


def test_pictures_and_layout_are_there_and_the_words_wait_for_their_translation(finished: Path, tmp_path: Path) -> None:
    with BookFolder.open(finished, read_only=True) as book:
        before = book.book
        in_other_language(book, tmp_path / "hedgehog", "en")
    with BookFolder.open(tmp_path / "hedgehog") as made, BookFolder.open(finished) as book:
        assert book.book == before
        first = made.book.page("p001")
        assert made.book.language == "en"
        assert made.read_take(first.takes[0]) == book.read_take(before.page("p001").takes[0])
        assert first.picture_approval == before.page("p001").picture_approval
        assert (first.scene.text, first.text_approval) == ("Der Igel gähnt.", None)
        assert made.book.page("p002").draft is None
        made.change(lambda b: edits.change_scene(b, "p001", text="The hedgehog yawns."))
        assert not made.book.page("p001").action_stale, "new words leave the picture what it was"


def test_a_picture_lives_on_when_the_other_book_is_thrown_away(finished: Path, tmp_path: Path) -> None:
    with BookFolder.open(finished, read_only=True) as book:
        take = in_other_language(book, tmp_path / "hedgehog", "en").page("p001").takes[0]
        book.take_path(take).unlink()
    with BookFolder.open(tmp_path / "hedgehog") as made:
        assert made.read_take(take)


def test_where_the_disk_cannot_share_pictures_are_copied(
    finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_paths: object) -> None:
        raise OSError(18, "Invalid cross-device link")

    monkeypatch.setattr("os.link", refuse)
    with BookFolder.open(finished, read_only=True) as book:
        take = in_other_language(book, tmp_path / "hedgehog", "en").page("p001").takes[0]
        copied = (tmp_path / "hedgehog" / take.file).read_bytes()
        assert copied == book.read_take(take)
        assert (tmp_path / "hedgehog" / take.file).stat().st_nlink == 1


def test_a_missing_picture_and_a_folder_in_use_are_named(finished: Path, tmp_path: Path) -> None:
    with BookFolder.open(finished, read_only=True) as book:
        with pytest.raises(FibelError, match="book_exists"):
            in_other_language(book, finished, "en")
        book.take_path(book.book.page("p001").takes[0]).unlink()
        with pytest.raises(FibelError, match="take_missing"):
            in_other_language(book, tmp_path / "hedgehog", "en")
