"""A writer of flesh: llama.cpp's router and the box's illustrator share a card, and processes come and go in turn."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.assembly import studio
from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.card.residency import Mode
from engine.card.tenant import ModelKind
from engine.errors import FibelError
from engine.jobs.events import EngineChanged, Event, Phase
from engine.settings import Settings
from tests.engine.writer import llama

pytestmark = llama.needed


async def test_the_writers_process_is_gone_before_the_first_stroke(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    BookFolder.create(tmp_path / "igel", begin(NewBook(idea="Ein Igel findet einen Stern", pages=1))).close()
    events: list[Event] = []
    async with llama.server(*llama.router()) as router:
        settings = Settings.model_validate(
            {
                "writer": {"provider": "openai", "url": router.url, "model": llama.ONE},
                "illustrator": {"provider": "box"},
                "card": {"policy": "serial"},
                "box": {"speed": 400},
            }
        )
        async with studio(settings, tmp_path / "igel", events.append, attended=False) as here:
            try:
                await here.list.finished([await here.outline.propose()])
            except FibelError as error:
                assert error.code == "text_invalid"  # the tiny model talks nonsense; it has been loaded all the same
            assert here.state.mode is Mode.SERIAL
            assert here.state.place == "local"
            assert await llama.held(router.url) == {llama.ONE: "loaded", llama.TWO: "unloaded"}
            page = here.book.pages[0].id
            await here.texts.edit_action(page, "a hedgehog looks at a star")
            await here.list.finished([await here.pictures.repaint(page)])
            assert await llama.held(router.url) == {llama.ONE: "unloaded", llama.TWO: "unloaded"}
            assert here.book.page(page).chosen_take
    states = [event.state for event in events if isinstance(event, EngineChanged)]
    painting = [state for state in states if state.phase is Phase.IMAGE_INFERENCE]
    assert painting
    assert all(resident.kind is ModelKind.IMAGE for state in painting for resident in state.resident)
    assert Phase.FLUSHING in {state.phase for state in states}
