"""What is leafed through before a file is written is what will be in it: the same pages, sides, pictures and words."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from engine.book import edits
from engine.book.edition import Layout
from engine.book.folder import BookFolder
from engine.errors import FibelError
from engine.publish.facsimile import Paper, lay_out, page_picture, spread_picture
from engine.publish.profile import Profile
from engine.publish.proof import CUT, SAFE
from engine.publish.sheets import Matter
from tests.engine.publish.making import Made, make

TEXTS = ("Der Igel gähnt.", "Da blinkt ein Stern.", "Gute Nacht!")


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> BookFolder:
    folder = tmp_path_factory.mktemp("books") / "igel"
    return make(folder, *[Made(text=text, picture=(192, 192), noise=True) for text in TEXTS])


def seen(png: bytes) -> Image.Image:
    return Image.open(io.BytesIO(png)).convert("RGB")


def first_story(laid: Paper) -> int:
    return next(n for n, leaf in enumerate(laid.leaves) if leaf.sheet.matter is Matter.STORY)


def test_the_first_page_lies_alone_on_the_right(book: BookFolder) -> None:
    laid = lay_out(book)
    assert laid.spreads[0] == (None, 0)
    assert all(left is None or left % 2 == 1 for left, _right in laid.spreads)
    assert [place for pair in laid.spreads for place in pair if place is not None] == list(range(len(laid.leaves)))
    assert [leaf.right for leaf in laid.leaves[:3]] == [True, False, True]


def test_a_page_has_the_shape_of_its_paper_and_words_on_it(book: BookFolder) -> None:
    laid = lay_out(book, format_name="a5")
    page = seen(page_picture(laid, first_story(laid), 600))
    assert page.width / page.height == pytest.approx(148 / 210, abs=0.01)
    words = page.crop((0, 420, page.width, 600))
    assert words.getextrema() != ((255, 255), (255, 255), (255, 255))


def test_a_proof_shows_where_the_page_is_cut_and_what_is_safe(book: BookFolder) -> None:
    laid = lay_out(book, format_name="kdp-8.5x8.5")
    place = next(n for n, leaf in enumerate(laid.leaves) if leaf.sheet.matter is Matter.BLANK)
    blank, marked = seen(page_picture(laid, place, 600)), seen(page_picture(laid, place, 600, marks=True))
    assert blank.getcolors() == [(600 * 600, (255, 255, 255))]
    colours = {colour for _count, colour in marked.getcolors() or []}
    assert {CUT, SAFE} <= colours
    assert marked.width < marked.height  # bled at three sides: none at the gutter


def test_a_picture_over_two_pages_meets_at_the_fold(book: BookFolder, tmp_path: Path) -> None:
    made = make(tmp_path / "spread", Made(text="Hui!", picture=(384, 192)))
    made.change(lambda before: edits.change_edition(before, layout=Layout.SPREAD))
    laid = lay_out(made)
    pair = next(pair for pair in laid.spreads if None not in pair and laid.leaves[pair[0] or 0].sheet.number)
    left, right = (laid.leaves[place or 0] for place in pair)
    assert left.sheet.number == right.sheet.number
    open_book = seen(spread_picture(laid, pair, 320))
    assert open_book.width == 2 * round(320 * 148 / 210)


def test_a_page_that_looks_the_same_keeps_its_fingerprint(book: BookFolder, tmp_path: Path) -> None:
    place = first_story(lay_out(book))
    assert lay_out(book).fingerprint(place) == lay_out(book).fingerprint(place)
    assert lay_out(book, format_name="a4").fingerprint(place) != lay_out(book).fingerprint(place)


def test_a_cover_is_one_sheet_with_back_and_front(book: BookFolder) -> None:
    laid = lay_out(book, format_name="kdp-8.5x8.5", profile=Profile.COVER)
    cover = seen(page_picture(laid, 0, 400))
    assert len(laid.leaves) == 1
    assert cover.width > 1.9 * cover.height
    halves = cover.crop((0, 0, 400, 400)), cover.crop((cover.width - 400, 0, cover.width, 400))
    assert ImageChops.difference(*halves).getbbox()


def test_a_picture_that_is_gone_is_an_error_with_a_name(tmp_path: Path) -> None:
    made = make(tmp_path / "gone", Made(text="Wo ist es?", picture=(64, 64)))
    laid = lay_out(made)
    (take,) = made.book.pages[-1].takes
    made.take_path(take).unlink()
    with pytest.raises(FibelError) as raised:
        page_picture(laid, first_story(laid), 320)
    assert raised.value.code == "take_missing"
