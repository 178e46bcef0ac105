"""What a child would stumble over is underlined where it stands, told in one line, mended or waved through."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from engine.book import edits
from engine.book.folder import BookFolder
from engine.book.model import TextState
from engine.jobs.job import JobKind
from engine.jobs.provenance import Origin, record
from tests.tui.stage import Stage

HARD = "Pieks gähnt. Das Licht wird von dem Igel im Laub gesehen, obwohl er müde ist."


def hard(folder: Path) -> None:
    with BookFolder.open(folder) as book:
        book.change(lambda b: edits.change_scene(b, "p002", text=HARD))


async def test_a_finding_is_told_below_the_text(stage: Callable[..., Stage], hedgehog: Path) -> None:
    hard(hedgehog)
    async with stage(hedgehog, size=(160, 48)) as here:
        await here.press("2")
        await here.until(lambda: "i mends or waves through" in here.told)
        assert "! " in here.shown


async def test_findings_of_the_whole_book_lead_to_their_page(stage: Callable[..., Stage], hedgehog: Path) -> None:
    hard(hedgehog)
    async with stage(hedgehog, size=(120, 36)) as here:
        await here.until(lambda: here.app.screen.findings_on("p002"))
        await here.press("i")
        assert "What a child would stumble over" in here.shown
        assert "Flesch" in here.shown
        await here.press("enter")
        assert here.app.screen.page.id == "p002"


async def test_one_sentence_is_given_to_the_writer(stage: Callable[..., Stage], hedgehog: Path) -> None:
    hard(hedgehog)
    async with stage(hedgehog) as here:
        await here.press("2")
        await here.until(lambda: here.app.screen.findings_on("p002"))
        sentence = here.app.screen.findings_on("p002")[0].sentence
        await here.press("i", "m")
        await here.until(lambda: here.jobs(JobKind.REPAIR))
        assert here.jobs(JobKind.REPAIR)[0].sentence == sentence
        assert here.page(2).scene.text == HARD


async def test_what_is_waved_through_is_told_no_more_until_it_is_undone(
    stage: Callable[..., Stage], hedgehog: Path
) -> None:
    hard(hedgehog)
    async with stage(hedgehog) as here:
        await here.press("2")
        await here.until(lambda: here.app.screen.findings_on("p002"))
        before = len(here.app.screen.findings_on("p002"))
        await here.press("i", "d")
        await here.until(lambda: len(here.app.screen.findings_on("p002")) < before)
        await here.press("u")
        await here.until(lambda: len(here.app.screen.findings_on("p002")) == before)


async def test_the_length_of_a_text_is_counted_while_it_is_written(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        words = len(here.page(1).scene.text.split())
        await here.press("t")
        await here.type(" Er lacht.")
        await here.until(lambda: f"{words + 2} words" in here.told)


async def test_tokens_are_counted_while_a_prompt_is_written(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("p")
        before = next(line for line in here.shown.splitlines() if "/75" in line)
        await here.type(" under a tall old tree")
        await here.until(lambda: before not in here.shown.splitlines())
        assert "/75" in here.shown


async def test_a_page_no_export_takes_is_approved_only_after_a_question(
    stage: Callable[..., Stage], hedgehog: Path
) -> None:
    with BookFolder.open(hedgehog) as book:
        book.change(lambda b: edits.change_scene(b, "p002", text="Der Räuber tötet den Igel."))
    async with stage(hedgehog) as here:
        await here.press("2", "a")
        await here.until(lambda: "No export takes the book while this stands there." in here.told)
        await here.press("escape")
        assert here.page(2).text_state is not TextState.APPROVED
        await here.press("a")
        await here.until(lambda: "No export takes the book" in here.told)
        await here.press("a")
        await here.until(lambda: here.room != "Question")


async def test_whose_words_they_are_is_said_quietly(stage: Callable[..., Stage], hedgehog: Path) -> None:
    hard(hedgehog)
    with BookFolder.open(hedgehog) as book:
        line = record("p002.text", "Pieks gähnt.", Origin.GENERATED, by="llama", job="j1", seed=1, temperature=0.7)
        book.journal.append(line)
    async with stage(hedgehog, size=(160, 48)) as here:
        await here.press("2")
        await here.until(lambda: "1 from the writer · 1 yours" in here.told)
        await here.press("i")
        assert "in your own words" in here.told


async def test_many_findings_leave_room_for_what_can_be_done_about_them(
    stage: Callable[..., Stage], hedgehog: Path
) -> None:
    with BookFolder.open(hedgehog) as book:
        text = "Die Herausforderung der Freundschaft, welche vom Regen gesehen wurde, ist das Downloaden von Mut. " * 6
        book.change(lambda b: edits.change_scene(b, "p001", text=text))
    async with stage(hedgehog) as here:
        await here.until(lambda: here.app.screen._proof is not None)  # type: ignore[attr-defined]
        await here.press("i")
        assert "wave through" in here.shown
