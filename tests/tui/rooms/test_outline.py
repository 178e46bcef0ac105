"""The outline board changes the plan of the book, and starts the writer when it is settled."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.jobs.job import JobKind
from tests.tui.stage import Stage

Stages = Callable[..., Stage]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    folder = tmp_path / "plan"
    BookFolder.create(folder, begin(NewBook(idea="Ein Igel findet einen Stern", pages=3))).close()
    return folder


async def test_a_line_is_edited_part_by_part(stage: Stages, plan: Path) -> None:
    async with stage(plan) as here:
        assert here.room == "Outline"
        await here.press("enter")
        for part in ("Piko", "im Wald", "findet einen Stern", "froh"):
            await here.type(part)
            await here.press("enter")
        line = here.page(1).outline
        assert (line.who, line.where, line.what, line.feeling) == ("Piko", "im Wald", "findet einen Stern", "froh")
        assert "findet einen Stern" in here.shown


async def test_pages_are_inserted_moved_deleted_and_brought_back(stage: Stages, plan: Path) -> None:
    async with stage(plan) as here:
        await here.press("i", "escape")
        assert [page.id for page in here.book.pages] == ["p001", "p004", "p002", "p003"]
        await here.press("K")
        assert [page.id for page in here.book.pages] == ["p004", "p001", "p002", "p003"]
        await here.press("J")
        assert [page.id for page in here.book.pages] == ["p001", "p004", "p002", "p003"]
        await here.press("up", "D")
        assert [page.id for page in here.book.pages] == ["p004", "p002", "p003"]
        await here.press("u")
        assert [page.id for page in here.book.pages] == ["p001", "p004", "p002", "p003"]


async def test_an_inserted_page_is_written_at_once(stage: Stages, plan: Path) -> None:
    async with stage(plan) as here:
        await here.press("i")
        await here.until(lambda: here.room == "LineForm")
        await here.type("Ida")
        await here.press("ctrl+s")
        assert here.page(2).outline.who == "Ida"
        await here.press("i", "escape")
        assert "3  still empty; Enter writes it" in here.shown


async def test_an_empty_plan_is_not_settled(stage: Stages, plan: Path) -> None:
    async with stage(plan) as here:
        await here.press("s")
        assert "The outline is still empty" in here.shown
        assert not here.book.outline_settled


async def test_settling_starts_the_writer(stage: Stages, plan: Path) -> None:
    async with stage(plan) as here:
        await here.press("enter", "tab", "tab", "x", "ctrl+s", "s")
        await here.until(lambda: here.room == "Review")
        assert here.book.outline_settled
        (job,) = here.jobs(JobKind.SCENES)
        assert job.pages == ("p001", "p002", "p003")


async def test_characters_title_and_author(stage: Stages, plan: Path) -> None:
    async with stage(plan) as here:
        await here.press("c", "n")
        await here.type("Piko")
        await here.press("enter")
        await here.type("small hedgehog")
        await here.press("enter")
        assert [(c.name, c.block) for c in here.book.cast] == [("Piko", "small hedgehog")]
        await here.press("q")
        await here.press("T")
        await here.type("Sternennacht")
        await here.press("enter", "N")
        await here.type("Ich")
        await here.press("enter")
        assert (here.book.title, here.book.author) == ("Sternennacht", "Ich")
        assert "Sternennacht" in here.shown
