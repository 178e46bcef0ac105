"""Whoever lacks the writer's model is offered to have it fetched, sees how far it is, and the list goes on."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.errors import FibelError
from engine.jobs.events import Phase
from engine.writer.provider import Pulled
from tests.tui import still
from tests.tui.stage import Stage

Stages = Callable[..., Stage]


class Lacking(still.StillServer):
    """A server without its model, until it is fetched."""

    has = False

    async def ready(self) -> str:
        if not self.has:
            raise FibelError("model_missing", "There is none at all.")
        return ""

    async def load(self, keep_alive: float) -> None:
        await self.ready()
        await super().load(keep_alive)

    async def pull(self) -> AsyncIterator[Pulled]:
        yield Pulled("pulling", 30, 100)
        self.has = True
        yield Pulled("success", 100, 100)


async def test_a_missing_model_is_fetched_from_the_screen(
    stage: Stages, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(still, "StillServer", Lacking)
    BookFolder.create(tmp_path / "plan", begin(NewBook(idea="Ein Igel findet einen Stern", pages=3))).close()
    async with stage(tmp_path / "plan") as here:
        await here.press("n")
        await here.until(lambda: "Have it fetched?" in here.told)
        await here.press("y")
        await here.until(lambda: here.app.link.state.phase is Phase.LOADING_TEXT)
        assert "text-model is here." in here.told
