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
from engine.publish.export import export
from engine.publish.facsimile import Paper, lay_out, page_picture, spread_picture
from engine.publish.flow import SCREEN
from engine.publish.geometry import Box
from engine.publish.profile import Profile
from engine.publish.proof import CUT, SAFE
from engine.publish.sheets import Matter, Words
from tests.engine.publish.making import Made, make
from tests.engine.publish.test_pdf import tool

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


@pytest.mark.parametrize("profile", [Profile.PRINT, Profile.COVER, Profile.BOOKLET, Profile.CONTACT])
@pytest.mark.parametrize("format_name", ["a5", "square-21"])
def test_what_is_seen_is_what_the_file_holds(
    book: BookFolder, tmp_path: Path, profile: Profile, format_name: str
) -> None:
    to, laid = tmp_path / "book.pdf", lay_out(book, format_name=format_name, profile=profile)
    made = export(book, to, format_name=format_name, profile=profile, force=True)
    assert made.pages == len(laid.leaves)
    for place in range(0, made.pages, 3):
        tool("pdftoppm", "-png", "-r", "60", "-f", str(place + 1), "-singlefile", str(to), str(tmp_path / "page"))
        leaf, dot = laid.leaves[place], 60 / 25.4
        x, y = (leaf.trim.x - leaf.edge.x) * dot, (leaf.trim.y - leaf.edge.y) * dot
        with Image.open(tmp_path / "page.png") as printed:
            trim = printed.convert("RGB").crop((round(x), round(y), *_end(leaf.trim, x, y, dot)))
        shown = seen(page_picture(laid, place, trim.height))
        blurred = [one.resize((60, 60), Image.Resampling.BOX) for one in (trim, shown)]
        grey = ImageChops.difference(*blurred).convert("L").tobytes()
        usual = sum(grey) / len(grey)
        assert usual < 4, (place, usual)


def _end(trim: Box, x: float, y: float, dot: float) -> tuple[int, int]:
    return round(x + trim.width * dot), round(y + trim.height * dot)


def test_a_booklet_shows_the_sides_of_paper_that_are_printed(book: BookFolder) -> None:
    laid = lay_out(book, format_name="a5", profile=Profile.BOOKLET)
    assert laid.bound == 8 and [leaf.shows for leaf in laid.leaves] == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert all(leaf.trim.width > leaf.trim.height for leaf in laid.leaves)


def test_an_e_book_that_flows_is_seen_on_a_screen_and_loses_no_word(tmp_path: Path) -> None:
    long = "\n\n".join([" ".join(TEXTS)] * 9)
    made = make(tmp_path / "long", Made(text=long), Made(text=TEXTS[0]))
    laid = lay_out(made, profile=Profile.REFLOW)
    cover, title, *rest, imprint = laid.leaves
    assert (cover.sheet.matter, title.sheet.matter) == (Matter.COVER, Matter.TITLE)
    assert imprint.sheet.matter is Matter.IMPRINT
    first = [leaf.sheet for leaf in rest if leaf.sheet.number == 1]
    lines = [[line for item in sheet.items if isinstance(item, Words) for line in item.lines] for sheet in first]
    assert len(first) > 1 and " ".join(line.text for side in lines for line in side) == " ".join(long.split())
    assert all(line.baseline < SCREEN.bottom for side in lines for line in side)
    assert len(lines[-1]) > 1, "no line stands alone on the last screen"


def test_an_e_book_that_looks_printed_begins_with_its_cover(book: BookFolder) -> None:
    paper, screen = lay_out(book, profile=Profile.SCREEN), lay_out(book, profile=Profile.FIXED)
    assert screen.leaves[0].sheet.matter is Matter.COVER
    assert [leaf.sheet for leaf in screen.leaves[1:]] == [leaf.sheet for leaf in paper.leaves]


def test_a_picture_that_is_gone_is_an_error_with_a_name(tmp_path: Path) -> None:
    made = make(tmp_path / "gone", Made(text="Wo ist es?", picture=(64, 64)))
    laid = lay_out(made)
    (take,) = made.book.pages[-1].takes
    made.take_path(take).unlink()
    with pytest.raises(FibelError) as raised:
        page_picture(laid, first_story(laid), 320)
    assert raised.value.code == "take_missing"
