"""What lies in print/ can be made again, so it may be thrown away, and is never trusted when it is broken."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.book.folder import BookFolder
from engine.book.model import Book, Page, Take
from engine.book.prints import KEPT
from engine.errors import FibelError
from tests.engine.book.pictures import RECIPE, picture

JPEG = b"\xff\xd8 a picture \xff\xd9"


@pytest.fixture
def book(tmp_path: Path) -> BookFolder:
    return BookFolder.create(tmp_path / "book", Book(pages=(Page(id="p001"),)))


def take(book: BookFolder, *, sketch: bool = False) -> Take:
    return book.add_take("p001", picture(), RECIPE, job="", seconds=1.0, sketch=sketch, at="2026-01-01T00:00:00+00:00")


def test_an_encoded_picture_is_found_again_for_its_place_only(book: BookFolder) -> None:
    one = take(book)
    book.prints.keep(one, "0123456789ab", JPEG)
    assert book.prints.cached(one, "0123456789ab") == JPEG
    assert book.prints.cached(one, "ba9876543210") is None


def test_a_picture_cut_short_is_not_there(book: BookFolder) -> None:
    one = take(book)
    book.prints.keep(one, "0123456789ab", JPEG[:-2])
    assert book.prints.cached(one, "0123456789ab") is None


def test_the_oldest_go(book: BookFolder) -> None:
    one = take(book)
    for number in range(KEPT + 3):
        book.prints.keep(one, f"{number:012x}", JPEG)
    assert len(list((book.folder / "print").iterdir())) == KEPT
    assert book.prints.cached(one, f"{KEPT + 2:012x}") == JPEG


def test_a_book_open_for_reading_is_left_as_it_is(book: BookFolder) -> None:
    one = take(book)
    with BookFolder.open(book.folder, read_only=True) as reader:
        reader.prints.keep(one, "0123456789ab", JPEG)
        with pytest.raises(FibelError, match="book_read_only"):
            reader.prints.keep_enlarged(one, picture(), factor=4)
    assert not (book.folder / "print").exists()


def test_the_largest_enlargement_counts(book: BookFolder) -> None:
    one = take(book)
    assert book.prints.enlarged(one) is None and book.prints.enlarged_size(one) is None
    book.prints.keep_enlarged(one, picture((12, 18)), factor=2)
    path = book.prints.keep_enlarged(one, picture((24, 36)), factor=4)
    assert path.name == f"{one.id}-x4.png"
    assert book.prints.enlarged(one) == path
    assert book.prints.enlarged_size(one) == (24, 36)
    path.write_bytes(b"spoilt")
    assert book.prints.enlarged_size(one) is None


def test_no_picture_is_no_enlargement(book: BookFolder) -> None:
    with pytest.raises(FibelError, match="picture_broken"):
        book.prints.keep_enlarged(take(book), b"GIF89a", factor=4)
