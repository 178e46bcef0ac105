"""The publish room leads to a file that a printer takes: what is missing is said, leads to its cause, and is kept."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from textual.widgets import OptionList

from engine.book import edits
from engine.book.edition import Extra, Layout
from engine.book.folder import BookFolder
from engine.jobs.job import JobKind, JobState
from engine.presets import FormatPreset, PresetKind, load
from engine.publish import pdf
from tests.engine.publish.test_own_face import font
from tests.tui.stage import Stage
from tui import words
from tui.rooms.aims import all_aims, bleed_words
from tui.rooms.checked import grouped
from tui.widgets.choice import Choice
from tui.widgets.picture import Picture

Stages = Callable[..., Stage]
WIDE = (160, 48)


def at(here: Stage) -> str | None:
    """The id of what waits for keys."""
    focused = here.app.screen.focused
    return focused.id if focused is not None else None


async def test_what_is_missing_is_said_in_plain_words(stage: Stages, hedgehog: Path, library: Path) -> None:
    async with stage(hedgehog, size=WIDE) as here:
        await here.press("e", "ctrl+s")
        await here.until(lambda: "Not exported" in here.shown)
        assert "! The text is not approved. pages 1–3" in here.told
        assert not (library / "igel-stern.pdf").exists()
        await here.press("ctrl+f")
        await here.until(lambda: "✓ Done" in here.shown)
    assert (library / "igel-stern.pdf").read_bytes().startswith(b"%PDF")


async def test_a_book_with_every_yes_is_written(stage: Stages, library: Path) -> None:
    async with stage(library / "igel-und-stern", size=WIDE) as here:
        await here.press("e", "ctrl+s")
        await here.until(lambda: "✓ Done" in here.shown)
        assert "igel-stern.pdf" in here.shown
        assert "wants a second file: the cover" in here.told


async def test_a_file_that_is_there_already_is_replaced_only_after_a_yes(stage: Stages, library: Path) -> None:
    there = library / "igel-stern.pdf"
    there.write_bytes(b"mine")
    async with stage(library / "igel-und-stern", size=WIDE) as here:
        await here.press("e", "ctrl+s")
        await here.until(lambda: "igel-stern.pdf is there already." in here.shown)
        await here.press("escape")
        assert there.read_bytes() == b"mine"
        await here.press("ctrl+s", "y")
        await here.until(lambda: "✓ Done" in here.shown)
    assert there.read_bytes().startswith(b"%PDF")


async def test_the_purpose_gives_the_file_its_name(stage: Stages, library: Path) -> None:
    async with stage(library / "igel-und-stern", size=WIDE) as here:
        await here.press("e", "enter", "right")
        await here.until(lambda: "igel-stern-cover.pdf" in here.shown)
        await here.press("right", "right", "right")
        await here.until(lambda: "igel-stern.epub" in here.shown)


async def test_a_folder_that_is_not_there_is_an_error_with_a_code(stage: Stages, library: Path) -> None:
    async with stage(library / "igel-und-stern", size=WIDE) as here:
        await here.press("e", "pageup", "enter", "home")
        await here.type("/nowhere")
        await here.press("enter")
        await here.until(lambda: "export_failed" in here.shown)


async def test_the_line_that_fetches_the_file_over_ssh(
    stage: Stages, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 2222")
    monkeypatch.setenv("USER", "mia")
    async with stage(library / "igel-und-stern", size=WIDE) as here:
        await here.press("e", "ctrl+s")
        await here.until(lambda: "✓ Done" in here.shown)
        line = f"scp -P 2222 mia@192.0.2.1:{library}/igel-stern.pdf ."
        assert "scp -P 2222 mia@192.0.2.1:" in here.told
        await here.press("ctrl+y")
        assert here.app.clipboard == line


async def test_the_format_tells_what_a_service_measures_and_stays_with_the_book(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog, size=WIDE) as here:
        await here.press("e", "enter", "tab")
        choice = here.app.screen.focused
        assert isinstance(choice, Choice)
        while choice.value != "kdp-8.5x8.5":
            await here.press("right")
        await here.until(lambda: here.book.format == "kdp-8.5x8.5")
        await here.until(lambda: "215.9 × 215.9 mm" in here.shown)
        assert "top, bottom, outside 3.2 mm; gutter none" in here.told
        assert "219.1 × 222.2 mm" in here.shown or "219.1 × 222.3 mm" in here.shown


async def test_the_imprint_is_kept_line_by_line_and_its_isbn_is_judged(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog, size=WIDE) as here:
        await here.press("e", "pagedown", "pagedown", "enter", "down", "down")
        assert at(here) == "name"
        await here.type("Ada Muster")
        await here.press("down")
        await here.until(lambda: here.book.edition and here.book.edition.imprint.name == "Ada Muster")
        here.app.screen.query_one("#imprint #isbn").focus()
        await here.type("9783161484101")
        assert "! No ISBN" in here.shown
        await here.press("backspace", "0")
        assert "✓ The check digit is right." in here.shown
        await here.press("escape")
        await here.until(lambda: here.book.edition and here.book.edition.imprint.isbn == "9783161484100")
        await here.until(lambda: "978-3-16148410-0" in here.shown)


async def test_parts_and_words_around_the_story_stay_with_the_book(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog, size=WIDE) as here:
        await here.press("e", "pagedown", "enter", "right", "right")
        await here.until(lambda: here.book.edition and here.book.edition.layout is Layout.OVER)
        await here.press("down", "down", "right")
        await here.until(lambda: here.book.edition and here.book.edition.extras == (Extra.HALF_TITLE,))
        here.app.screen.query_one("#dedication").focus()
        await here.type("Fuer Mia")
        await here.press("escape")
        await here.until(lambda: here.book.edition and here.book.edition.dedication == "Fuer Mia")


async def test_a_finding_leads_to_its_cause(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog, size=WIDE) as here:
        await here.press("e")
        await here.until(lambda: "! 2" in here.shown)
        await here.press("pageup", "pageup", "enter")
        await here.until(lambda: "The imprint does not say" in here.shown)
        findings = [group.finding.code for group in grouped(here.app.screen._proofs.findings)]  # type: ignore[attr-defined]
        await here.press(*["down"] * findings.index("imprint-incomplete"), "enter")
        assert at(here) == "name"
        await here.press("escape", "pageup", "pageup", "pageup", "pageup", "enter", "home", "enter")
        assert here.room == "Review"
        assert here.app.screen.page.id == here.page(1).id  # type: ignore[attr-defined]


async def test_a_picture_without_words_is_given_some(stage: Stages, hedgehog: Path) -> None:
    with BookFolder.open(hedgehog) as book:
        book.change(lambda before: edits.change_scene(before, "p002", alt=""))
    async with stage(hedgehog, size=WIDE) as here:
        await here.press("e", "pageup", "pageup", "enter")
        await here.until(lambda: "has no words for those who cannot see it" in here.shown)
        findings = [group.finding.code for group in grouped(here.app.screen._proofs.findings)]  # type: ignore[attr-defined]
        await here.press(*["down"] * findings.index("no-alt"), "enter")
        await here.until(lambda: "Page 2: what is to be seen" in here.told)
        await here.type("Ein Igel")
        await here.press("enter")
        await here.until(lambda: here.page(2).scene.alt == "Ein Igel")


async def test_pages_are_leafed_through_and_laid_out_one_by_one(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog, size=WIDE) as here:
        await here.press("e", "pagedown", "pagedown", "pagedown", "enter", "right", "right")
        await here.until(lambda: "Page 3 of 5" in here.shown)
        assert "a right page" in here.shown
        await here.press("m")
        assert "here the knife cuts" in here.shown
        await here.press("L")
        await here.until(lambda: "Layout of page 1" in here.shown)
        await here.press("down", "down", "down", "enter")
        await here.until(lambda: here.page(1).layout is Layout.FACING)
        await here.until(lambda: "of 7" in here.shown or "of 8" in here.shown)
        await here.press("enter")
        assert here.room == "Review"


async def test_back_leads_to_the_page_one_came_from(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("down", "e", "escape")
        assert here.room == "Review"
        assert here.app.screen.page.id == here.page(2).id  # type: ignore[attr-defined]


def test_every_purpose_has_a_name_and_a_file_of_its_own() -> None:
    aims = all_aims()
    assert len({aim.name for aim in aims}) == len(aims)
    assert len({aim.beside(Path("buch")) for aim in aims}) == len(aims)


def test_bleed_is_told_side_by_side() -> None:
    preset = load(PresetKind.FORMATS, FormatPreset, "kdp-8.5x8.5")
    try:
        words.speak("de")
        assert bleed_words(preset) == "oben, unten, außen 3,2 mm; Bund keiner"
    finally:
        words.speak("en")


@pytest.fixture
def slow_press(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """A press that makes its first page only when it is let; without it every export here is over at once."""
    let, draw = threading.Event(), pdf.draw

    def waiting(*given: Any) -> None:
        let.wait(30)
        draw(*given)

    monkeypatch.setattr(pdf, "draw", waiting)
    yield let
    let.set()


async def test_escape_cancels_an_export_and_leaves_the_file_there_was(
    stage: Stages, library: Path, slow_press: threading.Event
) -> None:
    there = library / "igel-stern.pdf"
    there.write_bytes(b"mine")
    async with stage(library / "igel-und-stern", size=WIDE) as here:
        await here.press("e", "ctrl+s", "y")
        await here.until(lambda: "Esc cancels the export" in here.shown)
        await here.press("escape")
        assert "Ends after the page that is being made" in here.shown
        slow_press.set()
        await here.until(lambda: "The export was cancelled." in here.shown)
        assert "one that was there before is as it was" in here.told
        assert there.read_bytes() == b"mine"
        assert sorted(path.name for path in library.glob("igel-stern*")) == ["igel-stern.pdf"]
        await here.press("ctrl+s", "y")
        await here.until(lambda: "✓ Done" in here.shown)
    assert there.read_bytes().startswith(b"%PDF")


async def test_an_export_goes_on_when_one_leaves_the_room(
    stage: Stages, library: Path, slow_press: threading.Event
) -> None:
    async with stage(library / "igel-und-stern", size=WIDE) as here:
        await here.press("e", "ctrl+s")
        await here.until(lambda: "Esc cancels the export" in here.shown)
        here.app.enter_review()
        await here.until(lambda: here.room == "Review")
        slow_press.set()
        await here.until(lambda: "igel-stern.pdf is written." in here.told)
    assert (library / "igel-stern.pdf").read_bytes().startswith(b"%PDF")


async def test_leaving_fibel_ends_an_export_without_a_file(
    stage: Stages, library: Path, slow_press: threading.Event
) -> None:
    async with stage(library / "igel-und-stern", size=WIDE) as here:
        await here.press("e", "ctrl+s")
        await here.until(lambda: "Esc cancels the export" in here.shown)
        here.app.action_leave()
        slow_press.set()
    assert not list(library.glob("igel-stern*"))


async def test_enlarging_is_cancelled_where_it_was_begun(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog, size=WIDE) as here:
        await here.press("P", "e", "pageup", "pageup", "enter")
        await here.until(lambda: here.app.screen.query_one("#found", OptionList).option_count)
        await here.press("g")
        await here.until(lambda: here.jobs(JobKind.UPSCALE) or "in its turn" in here.told or "now" in here.told)
        if not here.jobs(JobKind.UPSCALE):
            await here.press("enter")
        await here.until(lambda: "still to be enlarged" in here.told)
        await here.press("x")
        await here.until(lambda: "The enlarging is cancelled" in here.told)
        await here.until(lambda: all(job.state is JobState.CANCELLED for job in here.jobs(JobKind.UPSCALE)))
        await here.until(lambda: "still to be enlarged" not in here.told)


@pytest.mark.parametrize(
    ("aim", "words"),
    [("booklet", "Pages 8 and 1"), ("contact", "Contact sheet"), ("reflow", "Other readers break")],
)
async def test_pages_are_seen_as_the_file_will_have_them(stage: Stages, hedgehog: Path, aim: str, words: str) -> None:
    async with stage(hedgehog, size=WIDE) as here:
        await here.press("e", "enter")
        choice = here.app.screen.focused
        assert isinstance(choice, Choice)
        while not choice.value.endswith(aim):
            await here.press("right")
        await here.press("escape", "pagedown", "pagedown", "pagedown", "enter")
        await here.until(lambda: words in here.told)


async def test_the_check_says_how_sharp_every_page_is_on_paper(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog, size=WIDE) as here:
        await here.press("e", "pageup", "pageup", "enter")
        await here.until(lambda: "Pixels per inch on paper" in here.told)
        assert "pages 1–3" in here.shown.split("Pixels per inch on paper")[1]


async def test_a_typeface_is_brought_chosen_and_seen(stage: Stages, hedgehog: Path, tmp_path: Path) -> None:
    own = font(tmp_path / "Wiese.ttf", wider=60)
    async with stage(hedgehog, size=WIDE) as here:
        await here.press("e", "enter", "tab", "tab")
        assert at(here) == "typeface"
        await here.press("tab")
        await here.type(str(own))
        await here.press("enter")
        await here.until(lambda: here.book.edition and here.book.edition.typeface == "fonts/Wiese.ttf")
        assert (hedgehog / "fonts" / "Wiese.ttf").read_bytes() == own.read_bytes()
        await here.until(lambda: "‹ Wiese ›" in here.shown)
        seen = here.app.screen.query_one("#specimen", Picture).shown.take
        await here.press("shift+tab", "left")
        await here.until(lambda: here.book.edition and here.book.edition.typeface == "")
        await here.until(lambda: here.app.screen.query_one("#specimen", Picture).shown.take != seen)
        await here.press("tab")
        await here.type("/nowhere.ttf")
        await here.press("enter")
        await here.until(lambda: "typeface_unusable" in here.told)
