"""The review room does with each key what its help says."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.events import Paste
from textual.widgets import TextArea

from engine.book import edits
from engine.book.folder import BookFolder, peek
from engine.book.model import PictureState, TextState
from engine.jobs.job import JobKind, JobState
from tests.tui.stage import Stage
from tui.widgets.page_list import PageList
from tui.widgets.text_pane import TextPane

Stages = Callable[..., Stage]


def looked_at(stage: Stage) -> int:
    highlighted = stage.app.screen.query_one(PageList).highlighted
    assert highlighted is not None
    return highlighted + 1


async def test_enter_says_yes_to_both_and_goes_on(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("enter")
        assert here.page(1).text_state is TextState.APPROVED
        assert here.page(1).picture_state() is PictureState.APPROVED
        assert looked_at(here) == 2
        await here.press("enter", "enter")
        assert "e exports the book" in here.shown
    assert all(page.text_state is TextState.APPROVED for page in peek(hedgehog).pages)


async def test_a_is_for_the_text_alone_and_capital_a_for_the_picture(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("a")
        assert here.page(1).text_approval is not None
        assert here.page(1).picture_approval is None
        await here.press("down", "A")
        assert here.page(2).text_approval is None
        assert here.page(2).picture_approval is not None


async def test_z_takes_the_yes_back_and_u_undoes_that(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("a", "z")
        assert here.page(1).text_approval is None
        await here.press("u")
        assert here.page(1).text_approval is not None
        await here.press("U")
        assert here.page(1).text_approval is None


async def test_r_paints_this_page_with_a_new_seed_and_x_cancels(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("r", "r")
        jobs = here.jobs(JobKind.PAINT)
        assert [job.pages for job in jobs] == [("p001",), ("p001",)]
        assert jobs[0].seed != jobs[1].seed
        await here.until(lambda: "Fetching the illustrator" in here.shown)
        await here.press("x")
        await here.until(lambda: all(job.state is JobState.CANCELLED for job in here.jobs(JobKind.PAINT)))


async def test_capital_r_paints_with_another_preset(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("R", "home", "enter")
        (job,) = here.jobs(JobKind.PAINT)
        assert job.preset == "balanced"


async def test_g_paints_all_that_lack_a_picture(stage: Stages, hedgehog: Path) -> None:
    with BookFolder.open(hedgehog) as book:
        book.change(lambda b: edits.insert_page(b, "p003"))
        book.change(lambda b: edits.change_scene(b, "p004", text="Ende.", action="the end"))
    async with stage(hedgehog) as here:
        await here.press("g")
        assert [job.pages for job in here.jobs(JobKind.PAINT)] == [("p004",)]
        await here.press("g")
        assert len(here.jobs(JobKind.PAINT)) == 1


async def test_t_writes_in_place_and_saves(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("t")
        await here.type(" Und r ist hier nur ein Buchstabe.")
        await here.press("ctrl+s")
        assert here.page(1).scene.text.endswith(" Und r ist hier nur ein Buchstabe.")
        assert here.jobs(JobKind.PAINT) == []
        assert not here.app.screen.query_one(TextPane).editing


@pytest.mark.parametrize(("answer", "kept"), [("s", True), ("d", False)])
async def test_escape_asks_before_words_are_dropped(stage: Stages, hedgehog: Path, answer: str, kept: bool) -> None:
    async with stage(hedgehog) as here:
        before = here.page(1).scene.text
        await here.press("t", "X", "escape")
        assert "Your changes are not saved." in here.shown
        await here.press(answer)
        assert here.page(1).scene.text == (before + "X" if kept else before)
        assert not here.app.screen.query_one(TextPane).editing


async def test_escape_with_nothing_changed_asks_nothing(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("t", "escape")
        assert not here.app.screen.query_one(TextPane).editing


async def test_what_is_being_written_survives_a_lost_line(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("t")
        await here.type("X")
        here.app._end()
        await here.pilot.pause()
    assert peek(hedgehog).pages[0].scene.text.endswith("X")


async def test_w_asks_the_writer_in_the_authors_words(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("w")
        await here.type("shorter please")
        await here.press("enter")
        (job,) = here.jobs(JobKind.REWRITE)
        assert (job.pages, job.instruction) == (("p001",), "shorter please")


async def test_a_wish_that_needs_a_swap_shows_its_price_first(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("r")
        await here.until(lambda: here.app.link.state.running is not None)
        await here.press("w", "x", "enter")
        await here.until(lambda: "Needs the writer: about 14 s" in here.shown)
        assert "1 picture is done before" in here.told
        assert here.jobs(JobKind.REWRITE) == []
        await here.press("escape")
        assert here.jobs(JobKind.REWRITE) == []
        await here.press("w", "x", "enter")
        await here.until(lambda: "Needs the writer" in here.shown)
        await here.press("enter")
        assert len(here.jobs(JobKind.REWRITE)) == 1


@pytest.mark.parametrize(("key", "words"), [("y", "Neu."), ("n", "Der kleine Igel")])
async def test_a_draft_stands_beside_the_authors_words(stage: Stages, hedgehog: Path, key: str, words: str) -> None:
    with BookFolder.open(hedgehog) as book:
        before = book.book.pages[0].scene.text
        book.change(lambda b: edits.propose_text(b, "p001", "Neu.", instruction="kürzer"))
    async with stage(hedgehog) as here:
        assert "Your words" in here.shown
        assert "Draft of the writer" in here.shown
        assert "Neu." in here.shown
        await here.press("enter")
        assert here.page(1).text_approval is None, "a yes to what is not decided yet"
        await here.press(key)
        assert here.page(1).draft is None
        assert here.page(1).scene.text == ("Neu." if key == "y" else before)


async def test_takes_are_looked_at_without_choosing_and_what_is_seen_is_approved(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("down", "down")
        page = here.page(3)
        first, second = (take.id for take in page.takes)
        assert page.chosen == second
        await here.press("[")
        assert "c chooses it" in here.shown
        assert here.page(3).chosen == second
        await here.press("A")
        assert here.page(3).chosen == first
        assert here.page(3).picture_state() is PictureState.APPROVED
        await here.press("]", "c")
        assert here.page(3).chosen == second


async def test_p_edits_what_the_picture_is_painted_from(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("p", "ctrl+a")
        area = here.app.screen.query_one("#action", TextArea)
        area.load_text("a hedgehog\nsleeps")
        await here.press("tab", "end")
        await here.type("!")
        await here.press("ctrl+s")
        assert here.page(1).scene.action == "a hedgehog sleeps"
        assert here.page(1).scene.framing.endswith("!")
        assert here.page(1).picture_state(positive="another") is PictureState.STALE
        assert "older prompt" in here.shown


async def test_capital_p_pauses_and_goes_on(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("P")
        await here.until(lambda: "Paused" in here.shown)
        await here.press("P")
        await here.until(lambda: "Paused" not in here.shown)


async def test_d_changes_the_style_of_the_book(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("d", "end", *["up"] * 6, "enter")
        assert here.book.style == "ink"


async def test_d_changes_the_size_of_the_pictures(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("d", "end", "up", "enter")
        assert here.book.picture_size == "L"
        await here.press("d", "end", "enter")
        await here.type(" 4:3")
        await here.press("enter")
        assert here.book.picture_size == "L 4:3"
        await here.press("d", "end", "enter")
        await here.type("!")
        await here.press("enter")
        assert here.book.picture_size == "L 4:3"
        assert "is no size of a picture" in here.shown


async def test_help_names_every_key(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog, size=(120, 90)) as here:
        await here.press("?")
        for words in ("Approve the text", "Undo", "Jobs", "another preset", "Pause or go on", "being painted"):
            assert words in here.told
        await here.press("escape")
        assert here.room == "Review"


async def test_j_shows_the_jobs_and_cancels_there(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("P", "r", "j")
        await here.until(lambda: "Picture" in here.shown and "page 1" in here.shown)
        await here.press("x")
        await here.until(lambda: here.jobs(JobKind.PAINT)[0].state is JobState.CANCELLED)
        await here.press("r")
        await here.until(lambda: len(here.jobs(JobKind.PAINT)) == 2)


async def test_o_e_and_q_lead_to_the_other_rooms(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("o")
        assert here.room == "Outline"
        await here.press("o", "e")
        assert here.room == "Publish"
        await here.press("escape", "q")
        assert here.room == "Library"
        await here.until(lambda: "Der Igel und der Stern" in here.shown)
    BookFolder.open(hedgehog).close()


async def test_escape_sequences_in_a_paste_never_reach_the_terminal(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("t")
        editor = here.app.screen.query_one(TextPane).editor
        editor.post_message(Paste("\x1b]52;c;eA==\x07 sicher\x1b[31m"))
        await here.pilot.pause()
        assert editor.text.endswith(" sicher")
        assert "\x1b" not in editor.text


async def test_the_palette_offers_what_has_a_key(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("ctrl+p")
        await here.type("approve the text")
        await here.until(lambda: "Approve the text" in here.shown)
        await here.press("down", "enter")
        await here.until(lambda: here.page(1).text_approval is not None)


async def test_undo_says_what_it_took_back_and_help_stands_in_groups(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("a", "u")
        await here.until(lambda: "Taken back, page 1: the yes to the text." in here.told)
        await here.press("question_mark")
        assert "Saying yes" in here.told
