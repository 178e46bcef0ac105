"""What stands in the way of a book is said in plain words, page by page."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.book import edits
from engine.book.edition import Edition, Extra, Imprint, Layout
from engine.book.folder import BookFolder
from engine.book.model import Approver, Role
from engine.presets import FormatPreset, PresetKind, load_all
from engine.publish.preflight import Finding, Severity, preflight
from engine.publish.profile import Profile
from tests.engine.publish.making import Made, make, painted, sample

IMPRINT = Imprint(name="Ada Muster", street="Am Berg 1", town="12345 Musterstadt")
CLEAN = Made(picture=(1280, 1920))


def codes(found: list[Finding], severity: Severity | None = None) -> set[tuple[str, int | None]]:
    return {(finding.code, finding.page) for finding in found if severity in (None, finding.severity)}


def test_a_finished_book_has_nothing_to_mend(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN, CLEAN) as book:
        book.change(lambda before: edits.change_book(before, edition=Edition(imprint=IMPRINT)))
        assert preflight(book) == []


@pytest.mark.parametrize("name", ["igel-und-stern", "regentag"])
def test_the_sample_books_can_be_published(name: str) -> None:
    with sample(name) as book:
        found = preflight(book)
    assert codes(found, Severity.ERROR) == set()
    assert ("sketches", None) in codes(found)


@pytest.mark.parametrize(
    ("page", "code", "severity"),
    [
        (Made(text=""), "no-text", Severity.ERROR),
        (Made(approved=False), "text-not-approved", Severity.ERROR),
        (Made(approved=False), "picture-not-approved", Severity.ERROR),
        (Made(picture=None), "no-picture", Severity.ERROR),
        (Made(text="Ein Stern 🌟!"), "missing-glyph", Severity.ERROR),
        (Made(text="Igel " * 400), "text-too-long", Severity.ERROR),
        (Made(text="Der Igel geht heim. " * 28), "text-long", Severity.NOTE),
        (Made(picture=(64, 96)), "low-resolution", Severity.WARNING),
        (Made(alt=""), "no-alt", Severity.WARNING),
    ],
)
def test_each_fault_of_a_page_is_found_where_it_is(tmp_path: Path, page: Made, code: str, severity: Severity) -> None:
    with make(tmp_path / "book", CLEAN, page) as book:
        found = preflight(book)
    assert (code, 2) in codes(found, severity)
    assert all(one.message.endswith(".") and one.hint.endswith(".") for one in found)


def test_faults_of_the_whole_book(tmp_path: Path) -> None:
    with make(tmp_path / "mixed", CLEAN, Made(sketch=True, by=Approver.UNATTENDED), CLEAN, title="", author="") as book:
        found = codes(preflight(book))
    assert {("no-title", None), ("no-author", None), ("mixed-sketches", None), ("unattended", None)} <= found
    assert ("page-count", None) in found
    with make(tmp_path / "empty", Made(role=Role.DEDICATION, text="Für dich", picture=None)) as book:
        assert ("no-pages", None) in codes(preflight(book), Severity.ERROR)


def test_a_text_changed_after_its_approval_and_a_waiting_proposal_are_told(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN, CLEAN) as book:
        book.change(lambda before: edits.change_scene(before, "p001", text="Anders."))
        book.change(lambda before: edits.propose_text(before, "p002", "Vorschlag.", job="j", instruction=""))
        found = preflight(book)
    assert ("text-not-approved", 1) in codes(found, Severity.ERROR)
    assert ("draft-waits", 2) in codes(found, Severity.NOTE)


def test_stale_and_lost_pictures_are_told(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN, CLEAN) as book:
        take = book.book.pages[0].chosen_take
        assert take is not None
        book.take_path(take).unlink()
        found = preflight(book, stale=frozenset({"p002"}))
    assert ("picture-missing", 1) in codes(found, Severity.ERROR)
    assert ("stale", 2) in codes(found, Severity.WARNING)


def test_errors_come_first_and_pages_in_reading_order(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made(alt=""), Made(picture=None), Made(text=""), title="") as book:
        found = preflight(book)
    order = [(list(Severity).index(one.severity), one.page or 0) for one in found]
    assert order == sorted(order)


def test_resolution_is_judged_for_the_trim_size_asked_for(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN, CLEAN) as book:
        assert ("low-resolution", 1) not in codes(preflight(book))
        assert ("low-resolution", 1) in codes(preflight(book, format_name="a4"))


def test_a_title_picture_nobody_approved_does_not_hold_the_book_up(tmp_path: Path) -> None:
    title = Made(role=Role.TITLE, text="", picture=(1024, 1536), approved=False)
    with make(tmp_path / "book", title, CLEAN) as book:
        found = preflight(book)
    assert codes(found, Severity.ERROR) == set()
    assert ("picture-not-approved", 1) in codes(found, Severity.WARNING)


def with_edition(book: BookFolder, **changes: object) -> None:
    book.change(lambda before: edits.change_edition(before, **changes))


def test_a_service_asks_for_an_imprint_and_for_pages_enough(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN, CLEAN) as book:
        own, service = codes(preflight(book)), codes(preflight(book, format_name="bod-a5"), Severity.ERROR)
        with_edition(book, imprint=IMPRINT)
        complete = codes(preflight(book, format_name="bod-a5"), Severity.ERROR)
    assert ("imprint-incomplete", None) in own
    assert {("imprint-incomplete", None), ("page-count", None)} <= service
    assert ("imprint-incomplete", None) not in complete


def test_an_isbn_copied_wrongly_is_told(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN) as book:
        with_edition(book, imprint=IMPRINT.model_copy(update={"isbn": "978-3-16-148410-1"}))
        assert ("isbn-wrong", None) in codes(preflight(book), Severity.ERROR)


def test_soft_pictures_keep_a_book_from_a_service_until_the_author_says_yes(tmp_path: Path) -> None:
    soft = ("low-resolution", 1)
    with make(tmp_path / "book", Made(picture=(512, 768))) as book:
        assert soft in codes(preflight(book), Severity.WARNING), "nobody has said that it goes to a press"
        assert soft in codes(preflight(book, profile=Profile.PRINT), Severity.ERROR)
        assert soft not in codes(preflight(book, profile=Profile.SCREEN))
        with_edition(book, soft_pictures=True)
        assert soft in codes(preflight(book, profile=Profile.PRINT), Severity.WARNING)


def test_pictures_enlarged_by_a_model_count_and_those_of_the_box_do_not(tmp_path: Path) -> None:
    soft = ("low-resolution", 1)
    for name, sketch in (("real", False), ("box", True)):
        with make(tmp_path / name, Made(picture=(128, 192), sketch=sketch)) as book:
            take = book.book.pages[0].chosen_take
            assert take is not None
            book.prints.keep_enlarged(take, painted((1280, 1920), 3), factor=4)
            assert (soft in codes(preflight(book))) == sketch


def test_what_is_cut_off_shown_twice_or_alone_on_a_line_is_told(tmp_path: Path) -> None:
    wide = Made(picture=(1920, 1280))
    with make(tmp_path / "book", wide, wide, Made(text='"Oh" - sagt er', picture=(1280, 1920), alt="A" * 300)) as book:
        first = book.book.pages[0]
        book.change(lambda before: edits.change_page(before, "p002", takes=first.takes, chosen=first.chosen))
        with_edition(book, layout=Layout.OVER)
        found = codes(preflight(book))
    assert {("cropped", 1), ("same-picture", 2), ("typography", 3), ("alt-long", 3)} <= found
    assert ("cropped", 3) not in found


def test_a_plan_that_is_not_kept_is_told(tmp_path: Path) -> None:
    with make(tmp_path / "book", *[CLEAN] * 5) as book:
        with_edition(book, plan=24)
        assert ("page-plan", None) in codes(preflight(book), Severity.WARNING)
        with_edition(book, plan=4)
        assert ("page-plan", None) in codes(preflight(book), Severity.WARNING)


def test_an_empty_page_before_a_spread_is_told(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN) as book:
        with_edition(book, layout=Layout.FACING)
        assert ("blank-inside", 1) in codes(preflight(book))
        with_edition(book, dedication="Für dich")
        assert ("blank-inside", 1) not in codes(preflight(book))


@pytest.mark.parametrize("name", load_all(PresetKind.FORMATS, FormatPreset))
def test_words_stay_clear_of_trim_and_gutter_in_every_format(tmp_path: Path, name: str) -> None:
    text = "Der kleine Igel trägt seinen Stern über den Hügel nach Hause. " * 3
    with make(tmp_path / "book", *[Made(text=text, picture=(64, 96))] * 2, Made(text=text, picture=None)) as book:
        for layout in (None, Layout.OVER, Layout.FACING):
            with_edition(book, layout=layout, imprint=IMPRINT, dedication="Für dich", about=text, extras=tuple(Extra))
            assert not {"unsafe-words", "small-type"} & {code for code, _ in codes(preflight(book, format_name=name))}
