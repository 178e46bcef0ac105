"""The parts around the story stand where a book has them, and pages come to what a service binds."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.book import edits
from engine.book.edition import Edition, Extra, Imprint, Layout
from engine.book.folder import BookFolder
from engine.presets import PageRule
from engine.publish.matter import imprint_lines, sheets, wanted
from engine.publish.preflight import presets
from engine.publish.sheets import Matter, Sheet, Words
from engine.publish.source import source
from tests.engine.publish.making import Made, make

IMPRINT = Imprint(
    name="Ada Muster",
    street="Am Berg 1",
    town="12345 Musterstadt",
    year=2026,
    edition="1. Auflage",
    isbn="9783161484100",
)


def bound(book: BookFolder, format_name: str = "a5", **edition: object) -> tuple[Sheet, ...]:
    made = Edition.model_validate(edition)
    book.change(lambda before: edits.change_book(before, edition=made))
    page, age = presets(book.book, format_name)
    return sheets(source(book), page, age, filled=True)


def matters(made: tuple[Sheet, ...]) -> list[Matter]:
    return [sheet.matter for sheet in made]


def words(sheet: Sheet) -> str:
    return "\n".join(line.text for item in sheet.items if isinstance(item, Words) for line in item.lines)


def test_a_book_begins_with_title_and_imprint_and_is_not_filled_up_unasked(tmp_path: Path) -> None:
    with make(tmp_path / "book", *[Made()] * 3) as book:
        assert matters(bound(book)) == [Matter.TITLE, Matter.IMPRINT, *[Matter.STORY] * 3]


def test_all_parts_in_the_order_of_a_book(tmp_path: Path) -> None:
    with make(tmp_path / "book", *[Made()] * 3) as book:
        book.change(lambda before: edits.set_character(before, "Igel", block="a small hedgehog"))
        made = bound(book, extras=list(Extra), dedication="Für dich", about="An einem Abend.", layout="over")
    front = [Matter.HALF_TITLE, Matter.BLANK, Matter.TITLE, Matter.IMPRINT, Matter.DEDICATION, Matter.BELONGS]
    assert matters(made) == [*front, *[Matter.STORY] * 3, Matter.CAST, Matter.ABOUT]
    assert "Für dich" in words(made[4]) and "Igel" in words(made[9]) and "An einem Abend." in words(made[10])


@pytest.mark.parametrize(("plan", "story"), [(24, 18), (32, 26)])
def test_a_plan_is_filled_with_parts_and_two_empty_pages_at_most(tmp_path: Path, plan: int, story: int) -> None:
    with make(tmp_path / "book", *[Made()] * story) as book:
        made = bound(book, plan=plan)
    assert len(made) == plan
    assert matters(made).count(Matter.STORY) == story
    assert matters(made)[-3:] != [Matter.BLANK] * 3


def test_spreads_begin_on_a_left_page(tmp_path: Path) -> None:
    with make(tmp_path / "book", *[Made(picture=(192, 128))] * 3) as book:
        for edition in ({}, {"dedication": "Für dich"}, {"extras": ["belongs"]}):
            made = bound(book, layout="spread", **edition)
            first = matters(made).index(Matter.STORY)
            assert first % 2 == 1, "its number is even"


def test_a_page_that_faces_its_picture_takes_two_pages_of_paper(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made(), Made()) as book:
        book.change(lambda before: edits.change_page(before, "p002", layout=Layout.FACING))
        made = bound(book)
    told = [sheet for sheet in made if sheet.number == 2]
    assert [len(sheet.pictures) for sheet in told] == [0, 1]


def test_kdp_gets_twenty_four_pages_of_eight_scenes(tmp_path: Path) -> None:
    with make(tmp_path / "book", *[Made(picture=(192, 192))] * 8) as book:
        book.change(lambda before: edits.set_character(before, "Igel"))
        assert len(bound(book, "kdp-8.5x8.5")) == 24


@pytest.mark.parametrize(
    ("count", "rule", "plan", "pages"),
    [
        (30, PageRule(multiple=4), 0, 32),
        (32, PageRule(multiple=4), 0, 32),
        (32, PageRule(multiple=2, last_blank=True), 0, 34),
        (10, PageRule(least=24, multiple=2), 0, 24),
        (20, PageRule(multiple=4), 32, 32),
    ],
)
def test_how_many_pages_are_wanted(count: int, rule: PageRule, plan: int, pages: int) -> None:
    assert wanted(count, rule, plan) == pages


def test_the_imprint_says_who_where_printed_by_whom_and_how_it_was_made(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made()) as book:
        book.change(lambda before: edits.change_book(before, edition=Edition(imprint=IMPRINT)))
        page, _ = presets(book.book, "epubli-20.5")
        told = imprint_lines(source(book), page)
    for line in ("© 2026 Ada Muster", "Am Berg 1", "12345 Musterstadt", "1. Auflage, 2026", "ISBN 978-3-16148410-0"):
        assert line in told
    assert any("neopubli" in line for line in told)
    assert any("Bildmodell" in line for line in told), "pictures made by a model are named as such"


def test_a_long_imprint_becomes_smaller_and_stays_on_its_page(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made()) as book:
        made = bound(book, imprint={**IMPRINT.model_dump(), "credits": "Dank an viele.\n" * 30})
    (words,) = made[1].items
    assert isinstance(words, Words) and 7 <= words.size < 9
    assert min(line.baseline for line in words.lines) > 10
