"""What goes on behind the picture costs the line no more than it changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual._compositor import Compositor
from textual.geometry import Region

from engine.jobs.events import EngineChanged, Progress
from tests.tui.stage import Stage

Stages = Callable[..., Stage]


@pytest.fixture
def painted(monkeypatch: pytest.MonkeyPatch) -> list[Region]:
    """The regions of the screen painted anew, each time one is."""
    regions: list[Region] = []
    partial, full = Compositor.render_partial_update, Compositor.render_full_update

    def note_partial(self: Compositor) -> object:
        regions.extend(self._dirty_regions)
        return partial(self)

    def note_full(self: Compositor, simplify: bool = False) -> object:
        regions.append(self.size.region)
        return full(self, simplify)

    monkeypatch.setattr(Compositor, "render_partial_update", note_partial)
    monkeypatch.setattr(Compositor, "render_full_update", note_full)
    return regions


async def test_a_step_of_the_engine_paints_its_line_alone(stage: Stages, hedgehog: Path, painted: list[Region]) -> None:
    async with stage(hedgehog) as here:
        await here.press("escape")
        await here.until(lambda: not any(worker.group == "picture" for worker in here.app.workers))
        state = here.app.link.state
        painted.clear()
        for step in range(3):
            here.app.link.receive(EngineChanged(replace(state, progress=Progress(step, 28), on_box=bool(step % 2))))
            await here.settle()
    assert painted
    assert {region.height for region in painted} == {1}


async def test_news_come_and_go_over_the_room(stage: Stages, hedgehog: Path, painted: list[Region]) -> None:
    async with stage(hedgehog) as here:
        await here.press("escape")
        painted.clear()
        await here.press("escape")
        here.app.screen.tell("Read this.")  # type: ignore[attr-defined]
        await here.settle()
        assert "Read this." in here.shown
        await here.press("escape")
        assert "Read this." not in here.shown
    assert max(region.height for region in painted) <= 2


async def test_looking_at_another_page_paints_two_lines_of_the_strip(
    stage: Stages, hedgehog: Path, painted: list[Region]
) -> None:
    async with stage(hedgehog) as here:
        painted.clear()
        await here.press("down")
    strip = [region for region in painted if region.x == 0 and region.width < 40]
    assert sum(region.height for region in strip) <= 2


async def test_a_wide_room_shows_thumbnails_at_once(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog, size=(160, 48)) as here:
        await here.until(lambda: all(set("▀▄") & set(line[:7]) for line in here.shown.splitlines()[2:5]))
