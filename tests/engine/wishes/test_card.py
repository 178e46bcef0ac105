"""Before a workshop models are loaded and kept; afterwards the card is given back."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.card.lease import Card
from engine.card.tenant import ModelKind
from engine.errors import FibelError
from engine.jobs.events import EngineChanged, Phase
from engine.jobs.job import JobKind
from engine.settings import Settings
from tests.engine.watching import opened

GIB = 1024**3


def on(settings: Settings, card: str, **more: object) -> Settings:
    return settings.model_copy(
        update={
            "box": settings.box.model_copy(update={"card": card}),
            "card": settings.card.model_copy(update=more),
        }
    )


def kinds(watching_state: object) -> set[ModelKind]:
    return {resident.kind for resident in watching_state.resident}  # type: ignore[attr-defined]


async def test_a_large_card_is_warmed_up_with_both_models_until_it_is_flushed(settings: Settings, folder: Path) -> None:
    async with opened(on(settings, "rtx-4060-ti-16gb", idle=0.0), folder) as watching:
        here = watching.here
        await here.list.finished(await here.card.warm())
        assert kinds(here.state) == {ModelKind.TEXT, ModelKind.IMAGE}
        assert "kept warm" in here.state.mode_reason
        await here.list.finished([await here.card.flush()])
        assert kinds(here.state) == set()
        assert "kept warm" not in here.state.mode_reason


async def test_where_models_take_turns_the_one_that_is_needed_first_is_loaded(settings: Settings, folder: Path) -> None:
    async with opened(on(settings, "gtx-1660-super"), folder) as watching:
        here = watching.here
        (job,) = await here.card.warm()
        await here.list.finished([job])
        assert (job.kind, job.model) == (JobKind.WARM, ModelKind.TEXT)
        assert kinds(here.state) == {ModelKind.TEXT}


async def test_what_is_loading_is_told_with_its_size_and_its_usual_time(settings: Settings, folder: Path) -> None:
    async with opened(settings, folder) as watching:
        here = watching.here
        await here.list.finished(await here.card.warm())
        loads = [e.state.loading for e in watching.events if isinstance(e, EngineChanged) and e.state.loading]
    assert loads
    assert loads[0].model == "llama3.1:8b"
    assert 4 * GIB < loads[0].bytes < 7 * GIB
    assert loads[0].expected > 0


async def test_unused_models_leave_at_once_where_the_settings_say_so(settings: Settings, folder: Path) -> None:
    async with opened(on(settings, "gtx-1660-super", idle="immediate"), folder) as watching:
        here = watching.here
        await here.list.finished([await here.outline.propose()])
        assert kinds(here.state) == {ModelKind.TEXT}
        watching.events.clear()
        await watching.until(lambda event: isinstance(event, EngineChanged) and not event.state.resident)
        assert here.state.phase is Phase.IDLE


async def test_a_picture_too_large_is_refused_with_a_size_that_fits(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Card, "room_for", lambda _card, _kind: 3 * GIB)  # as if somebody's game held the rest for good
    async with opened(settings, folder) as watching:
        here = watching.here
        page = here.book.story_pages[0].id
        await here.texts.edit(page, "Der Igel schläft.")
        await here.texts.edit_action(page, "a hedgehog asleep")
        job = await here.pictures.repaint(page)
        with pytest.raises(FibelError) as caught:
            await here.list.finished([job])
    assert caught.value.code == "picture_too_large"
    assert " fits." in caught.value.details
    assert "tiles" in caught.value.details
