"""A model that is missing stops the list, is fetched with its progress told, and the list goes on."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from engine.assembly import studio
from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.errors import FibelError
from engine.jobs.events import Event, Notice
from engine.jobs.job import JobState
from engine.settings import Settings
from tests.engine.writer.conftest import Fake, line
from tests.engine.writer.fake import Pause, Reply, served
from tests.engine.writer.test_pull import layer, news

MODEL = "gemma3:4b"


class Shop(Fake):
    """An Ollama without models that can fetch one."""

    def __init__(self) -> None:
        super().__init__()
        self.has = False
        self.half = Pause()

    def reply(self, path: str, body: dict[str, Any]) -> Reply | list[Any]:
        if path == "/api/pull":
            self.has = True
            return [layer("sha256:aa", 200, 20), self.half, layer("sha256:aa", 200, 200), news(status="success")]
        if path == "/api/tags":
            return Reply(200, {"models": [{"name": MODEL, "size": 200}] if self.has else []})
        if not self.has and path in ("/api/show", "/api/chat"):
            return Reply(404, {"error": f"model '{MODEL}' not found"})
        if path == "/api/chat" and body["messages"]:
            return [line(error="enough for this test")]
        return super().reply(path, body)


async def test_a_missing_model_is_fetched_and_the_list_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    BookFolder.create(tmp_path / "igel", begin(NewBook(idea="Ein Igel", pages=1))).close()
    told: list[Event] = []
    async with served(Shop()) as shop:
        parts = {"writer": {"provider": "ollama", "url": shop.url, "model": MODEL}, "illustrator": {"provider": "box"}}
        async with studio(Settings.model_validate(parts), tmp_path / "igel", told.append, attended=False) as here:
            job = await here.outline.propose()
            with pytest.raises(FibelError, match="model_missing"):
                await here.list.finished()
            assert [waiting.state for waiting in here.state.queue] == [JobState.QUEUED]
            assert await here.model.is_missing()
            shop.half.go.set()
            await here.model.fetch()
            assert not await here.model.is_missing()
            with pytest.raises(FibelError, match="enough for this test"):
                await here.list.finished([job])
    words = [event.text for event in told if isinstance(event, Notice) and not event.code]
    assert [text for text in words if MODEL in text] == [
        f"{MODEL} is being fetched: 10 %.",
        f"{MODEL} is being fetched: 100 %.",
        f"{MODEL} is here.",
    ]
