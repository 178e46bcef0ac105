"""A page too many, a word too many: said in plain words with what to do, and nothing is ever cut to make it fit."""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

import pikepdf
import pytest

from engine.book import edits
from engine.book.edition import Edition, Extra, Imprint, Layout
from engine.book.folder import BookFolder
from engine.errors import FibelError
from engine.presets import FormatPreset, PageRule, PresetKind, load
from engine.publish.export import export
from engine.publish.finding import Finding, Severity
from engine.publish.fitness import of_booklet, of_paper
from engine.publish.matter import sheets
from engine.publish.preflight import preflight, presets
from engine.publish.profile import Profile
from engine.publish.sheets import Matter, Sheet, Words
from engine.publish.source import source
from tests.engine.publish.making import Made, make

IMPRINT = Imprint(name="Ada Muster", street="Am Berg 1", town="12345 Musterstadt")


def pages(folder: Path, count: int, **edition: object) -> BookFolder:
    """Return a book of so many scenes."""
    made = make(folder, *[Made(text=f"Der Igel gähnt {n} Mal.", picture=(96, 96)) for n in range(count)])
    made.change(lambda before: edits.change_book(before, edition=Edition(imprint=IMPRINT, **edition)))  # type: ignore[arg-type]
    return made


def of_count(book: BookFolder, format_name: str, **rule: object) -> list[Finding]:
    """Return what is found against the number of pages where a service binds by this rule."""
    page, age = presets(book.book, format_name)
    page = page.model_copy(update={"pages": PageRule(**rule)})  # type: ignore[arg-type]
    published = source(book)
    bound = sheets(published, page, age, filled=True)
    found = of_paper(published, bound, page, soft=True)
    return [one for one in found if one.code in ("page-count", "page-plan", "blanks")]


def test_a_page_more_than_a_service_binds_keeps_the_book_from_the_press(tmp_path: Path) -> None:
    with pages(tmp_path / "book", 23) as book:
        assert not of_count(book, "kdp-8.5x8.5", least=24, most=26, multiple=2)
        (many,) = of_count(book, "kdp-8.5x8.5", least=24, most=24, multiple=2)
    assert (many.severity, many.message) == (Severity.ERROR, "The book has 26 pages; KDP binds 24 at most.")
    assert "shorten the story" in many.hint


def test_a_page_more_than_the_plan_is_told_and_the_book_stays_whole(tmp_path: Path) -> None:
    with pages(tmp_path / "book", 23, plan=24) as book:
        (more,) = of_count(book, "bod-21", least=24, multiple=4)
        bound = sheets(source(book), *presets(book.book, "bod-21"), filled=True)
    assert more.message == "The book has 28 pages; it was planned for 24." and "plan for more" in more.hint
    assert [sheet.number for sheet in bound if sheet.matter is Matter.STORY] == list(range(1, 24))


@pytest.mark.parametrize(("scenes", "extras", "empty"), [(22, 0, 0), (23, 3, 0), (24, 1, 1), (25, 1, 0)])
def test_the_last_sheet_of_paper_is_filled_and_no_other_begun_for_what_fills_it(
    tmp_path: Path, scenes: int, extras: int, empty: int
) -> None:
    with pages(tmp_path / "book", scenes) as book:
        bound = sheets(source(book), *presets(book.book, "bod-21"), filled=True)
        found = of_count(book, "bod-21", least=24, multiple=4)
    story = sum(sheet.matter is Matter.STORY for sheet in bound)
    last = sum(1 for _ in takewhile(lambda sheet: sheet.matter is Matter.BLANK, reversed(bound)))
    assert (len(bound) % 4, story) == (0, scenes) and len(bound) - scenes - 2 <= 3
    assert (len(bound) - scenes - 2 - last, last) == (extras, empty)
    assert not found


def test_more_than_two_empty_pages_are_told(tmp_path: Path) -> None:
    with pages(tmp_path / "book", 23, extras=(Extra.BELONGS, Extra.HALF_TITLE), dedication="Für Mia") as book:
        (empty,) = of_count(book, "bod-21", least=24, multiple=4)
    assert empty.message == "The book ends with 3 empty pages." and "leave one page out" in empty.hint


def test_a_printer_nobody_knows_is_told_of_an_odd_number(tmp_path: Path) -> None:
    with pages(tmp_path / "book", 7) as book:
        (odd,) = of_count(book, "a5", multiple=4)
    assert (odd.severity, odd.message) == (Severity.NOTE, "The book has 9 pages, which is no multiple of 4.")
    assert "adds blank ones at its end" in odd.hint


@pytest.mark.parametrize("scenes", [1, 2, 3, 6, 7])
def test_a_booklet_is_always_whole_sheets_of_paper(tmp_path: Path, scenes: int) -> None:
    with pages(tmp_path / "book", scenes) as book:
        export(book, tmp_path / "booklet.pdf", profile=Profile.BOOKLET)
    with pikepdf.open(tmp_path / "booklet.pdf") as pdf:
        assert len(pdf.pages) % 2 == 0, "every sheet has two sides"


def test_a_booklet_too_thick_for_a_stapler_is_told() -> None:
    assert not list(of_booklet([Sheet(())] * 60))
    (thick,) = of_booklet([Sheet(())] * 64)
    assert thick.message == "The booklet is 16 sheets of paper; more than 15 can hardly be folded and stapled."


@pytest.mark.parametrize("layout", [Layout.BELOW, Layout.OVER, Layout.FACING])
def test_a_text_that_runs_over_its_page_is_refused_and_never_cut(tmp_path: Path, layout: Layout) -> None:
    words = " ".join(f"Wort{n}" for n in range(260))
    to = tmp_path / "book.pdf"
    with make(tmp_path / "book", Made(text=f"{words}.", picture=(192, 288))) as book:
        book.change(lambda before: edits.change_edition(before, layout=layout))
        (long,) = (one for one in preflight(book) if one.code == "text-too-long")
        assert (long.severity, long.page) == (Severity.ERROR, 1) and "Shorten it" in long.hint
        with pytest.raises(FibelError) as refused:
            export(book, to)
        assert refused.value.exit == 4 and not to.exists()
        export(book, to, force=True)
        bound = sheets(source(book), *presets(book.book, None))
    set_there = [line.text for sheet in bound for item in sheet.items if isinstance(item, Words) for line in item.lines]
    assert f"{words}." in " ".join(set_there), "who forces it gets a page that runs over, but every word"


def test_every_shipped_service_says_how_many_pages_it_binds() -> None:
    for name in ("kdp-8.5x8.5", "bod-21", "epubli-20.5", "ingram-8.5x8.5"):
        rule = load(PresetKind.FORMATS, FormatPreset, name).pages
        assert rule.least > 1 and rule.most < 2_000 and rule.multiple in (2, 4)
