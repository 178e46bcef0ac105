"""What goes on beneath a dialog is painted once, and only where it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from tests.tui.stage import Stage
from tui.widgets.engine_line import EngineLine

Stages = Callable[..., Stage]


@pytest.mark.parametrize("key", ["question_mark", "j", "f", "p", "slash", "ctrl+p"])
async def test_a_dialog_leaves_the_room_beneath_to_paint_what_changes(stage: Stages, hedgehog: Path, key: str) -> None:
    async with stage(hedgehog, size=(120, 40)) as here:
        room = here.app.screen
        await here.press(key)
        dialog = here.app.screen
        assert dialog is not room
        painted: list[object] = []
        once = dialog.refresh

        def refresh(*regions: object, **how: bool) -> object:
            painted.extend(regions)
            return once(*regions, **how)  # type: ignore[arg-type]

        dialog.refresh = refresh  # type: ignore[assignment, method-assign]
        line = room.query_one(EngineLine)
        line.state = replace(line.state, paused=True)
        await here.until(lambda: painted)
        for _ in range(5):
            await here.pilot.pause()
        assert painted == [line.region]


async def test_a_screen_that_is_left_twice_closes_no_other(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("p")
        form = here.app.screen
        form.dismiss()
        form.dismiss()  # as by a key that was typed ahead
        await here.settle()
        assert here.room == "Review"
