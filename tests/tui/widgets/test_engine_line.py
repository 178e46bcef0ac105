"""The engine line says what matters most in the room it has, and is silent when nothing changes."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from textual.app import App, ComposeResult

from engine.card.tenant import ModelKind, Resident, VramReading
from engine.jobs.events import EngineState, Loading, Phase, Progress
from engine.jobs.job import Job, JobKind
from tui.widgets.engine_line import EngineLine, duration

GIB = 1024**3
JOB = Job(id="00000000-0000-4000-8000-000000000001", kind=JobKind.PAINT, pages=("p003",))
PAINTING = EngineState(
    phase=Phase.IMAGE_INFERENCE,
    running=JOB,
    progress=Progress(14, 28),
    eta=13.0,
    queue=(JOB, JOB),
    queue_eta=75.0,
    resident=(Resident(ModelKind.IMAGE, "dreamshaper_8", 4 * GIB),),
    vram=VramReading(total=6 * GIB, free=GIB, source="nvml"),
    on_box=True,
)


class Bare(App[None]):
    def __init__(self, state: EngineState) -> None:
        super().__init__()
        self.line = EngineLine()
        self._state = state

    def compose(self) -> ComposeResult:
        yield self.line

    def on_mount(self) -> None:
        self.line.numbers = ("p001", "p002", "p003")
        self.line.state = self._state


async def shown(state: EngineState, width: int = 100) -> str:
    app = Bare(state)
    async with app.run_test(size=(width, 3)) as pilot:
        await pilot.pause()
        return app.line.render().plain


async def test_all_that_matters_stands_on_it() -> None:
    line = await shown(PAINTING, 120)
    for words in (
        "Painting page 3",
        "━━━━━─────",
        "14/28",
        "13 s",
        "2 wait · 1 min in all",
        "5.0/6.0 GB",
        "Box · sketches",
    ):
        assert words in line


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
async def test_it_fits_any_width_and_what_is_done_stays_longest(width: int) -> None:
    line = await shown(PAINTING, width)
    assert len(line) <= width
    assert line.startswith("Painting page 3")


async def test_paused_is_said_before_anything_else() -> None:
    assert (await shown(replace(PAINTING, running=None, paused=True))).startswith("‖ Paused  2 wait")


@pytest.mark.parametrize(
    ("vram", "words"),
    [
        (None, "memory unverified"),
        (VramReading(total=6 * GIB, free=GIB, source="claim", verified=False), "5.0/6.0 GB unverified"),
    ],
)
async def test_memory_that_was_not_measured_is_said_to_be_unverified(vram: VramReading | None, words: str) -> None:
    assert words in await shown(replace(PAINTING, vram=vram), 120)


async def test_what_is_fetched_says_its_size_and_how_long_that_takes_here() -> None:
    loading = Loading(ModelKind.TEXT, "llama3.1:8b", int(4.9 * GIB), expected=59.0)
    state = replace(PAINTING, phase=Phase.LOADING_TEXT, progress=Progress(), phase_since=35.0, loading=loading)
    assert "Fetching the writer  4.9 GB · 35 s of about 59 s" in await shown(state, 120)
    assert "4.9 GB · 2 min  " in await shown(replace(state, phase_since=110.0), 120)


async def test_where_texts_go_is_said() -> None:
    assert "texts stay here" in await shown(EngineState())
    assert "texts leave this machine: Mistral, EU" in await shown(EngineState(place="Mistral, EU"))


async def test_the_clock_runs_only_while_a_job_does(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Bare(PAINTING)
    async with app.run_test(size=(100, 3)) as pilot:
        await pilot.pause()
        app.line._tick()
        assert "12 s" in app.line.render().plain
        app.line.state = EngineState()
        ticker: Any = app.line._ticker
        assert not ticker._active.is_set()


async def test_a_state_that_reads_the_same_paints_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    app = Bare(PAINTING)
    async with app.run_test(size=(100, 3)) as pilot:
        await pilot.pause()
        painted: list[object] = []
        monkeypatch.setattr(app.line, "refresh", lambda *_a, **_k: painted.append(1))
        app.line.state = replace(PAINTING, phase_since=3.0)
        assert not painted


def test_durations_are_said_as_people_say_them() -> None:
    assert [duration(s) for s in (0.2, 59, 90, 3600, 7300)] == ["0 s", "59 s", "2 min", "1 h 0 min", "2 h 1 min"]
