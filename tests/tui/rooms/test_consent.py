"""Before the first text leaves the machine the screen asks, says where it would go, and goes on when told so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.jobs.job import JobKind
from tests.tui.stage import Stage
from tests.tui.still import StillServer

Stages = Callable[..., Stage]


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(StillServer, "place", "Mistral, EU")
    folder = tmp_path / "plan"
    BookFolder.create(folder, begin(NewBook(idea="Ein Igel findet einen Stern", pages=3))).close()
    return folder


async def test_the_screen_asks_once_and_the_book_remembers(stage: Stages, plan: Path) -> None:
    async with stage(plan) as here:
        await here.press("n")
        assert "They go to: Mistral, EU." in here.told
        await here.press("y")
        assert here.book.consents == ("Mistral, EU",)
        assert here.jobs(JobKind.OUTLINE) == []
        await here.press("n")
        assert len(here.jobs(JobKind.OUTLINE)) == 1


async def test_whoever_says_no_has_told_nothing(stage: Stages, plan: Path) -> None:
    async with stage(plan) as here:
        await here.press("n")
        await here.press("escape")
        assert here.book.consents == ()
        assert here.jobs(JobKind.OUTLINE) == []
        assert here.room == "Outline"
