"""How each room looks, at the size of a bare terminal and of a large one.

`pytest tests/tui/test_snapshots.py --snapshot-update` takes new pictures; look at them before you commit them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from engine.book import edits
from engine.book.folder import BookFolder
from engine.card.tenant import ModelKind, Resident, VramReading
from engine.jobs.events import EngineChanged, EngineState, Notice, Phase, Progress
from engine.jobs.forecast import Expected
from engine.jobs.job import Job, JobKind, JobState
from tests.tui.stage import Stage
from tui import words

GIB = 1024**3
JOB = Job(id="00000000-0000-4000-8000-000000000001", kind=JobKind.PAINT, pages=("p002",))
PAINTING = EngineState(
    phase=Phase.IMAGE_INFERENCE,
    running=JOB,
    progress=Progress(14, 28),
    eta=13.0,
    queue=(JOB.model_copy(update={"pages": ("p003",)}),),
    queue_eta=75.0,
    resident=(Resident(ModelKind.IMAGE, "dreamshaper_8", 4 * GIB),),
    vram=VramReading(total=6 * GIB, free=GIB, source="nvml"),
    on_box=True,
)
SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((160, 48), id="160x48")]

Play = Callable[[Stage], Awaitable[None]]
Compare = Callable[..., bool]


@pytest.fixture
def looks(snap_compare: Compare, library: Path) -> Callable[..., bool]:
    def compare(folder: Path | None, size: tuple[int, int], play: Play) -> bool:
        stage = Stage(folder, library, size)

        async def before(pilot: Pilot[Any]) -> None:
            await stage.enter(pilot)
            await play(stage)
            await stage.until(lambda: not any(worker.group in ("picture", "thumbs") for worker in pilot.app.workers))
            await stage.settle()

        return snap_compare(stage.app, terminal_size=size, run_before=before)

    return compare


@pytest.mark.parametrize("size", SIZES)
def test_library(looks: Callable[..., bool], hedgehog: Path, size: tuple[int, int]) -> None:
    async def play(here: Stage) -> None:
        await here.until(lambda: "Platz" in here.shown)

    assert looks(None, size, play)


def test_empty_library(looks: Callable[..., bool], library: Path) -> None:
    for book in library.rglob("book.yaml"):
        book.unlink()

    async def play(here: Stage) -> None:
        await here.until(lambda: "Every book begins" in here.shown)

    assert looks(None, (80, 24), play)


@pytest.mark.parametrize("size", SIZES)
def test_new_book(looks: Callable[..., bool], size: tuple[int, int]) -> None:
    async def play(here: Stage) -> None:
        await here.press("n")
        await here.type("Ein Igel findet einen Stern")

    assert looks(None, size, play)


@pytest.mark.parametrize("size", SIZES)
def test_outline(looks: Callable[..., bool], hedgehog: Path, size: tuple[int, int]) -> None:
    async def play(here: Stage) -> None:
        await here.press("o", "down")

    assert looks(hedgehog, size, play)


@pytest.mark.parametrize("size", SIZES)
def test_review_at_work(looks: Callable[..., bool], hedgehog: Path, size: tuple[int, int]) -> None:
    async def play(here: Stage) -> None:
        await here.press("a")
        here.app.link.receive(EngineChanged(PAINTING))

    assert looks(hedgehog, size, play)


@pytest.mark.parametrize("size", SIZES)
def test_review_with_a_draft(looks: Callable[..., bool], hedgehog: Path, size: tuple[int, int]) -> None:
    with BookFolder.open(hedgehog) as book:
        text = "Der kleine Igel Pieks reibt sich die Augen.\nDa blinkt etwas im Laub!"
        book.change(lambda b: edits.propose_text(b, "p001", text, instruction="anschaulicher"))

    async def play(here: Stage) -> None:
        return

    assert looks(hedgehog, size, play)


def test_review_in_german(looks: Callable[..., bool], hedgehog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "de_DE.UTF-8")

    async def play(here: Stage) -> None:
        await here.press("down", "down", "[")
        here.app.link.receive(Notice("The disk is full. /home", "", "disk_full"))

    try:
        assert looks(hedgehog, (80, 24), play)
    finally:
        words.speak("en")


def test_writing_in_place(looks: Callable[..., bool], hedgehog: Path) -> None:
    async def play(here: Stage) -> None:
        await here.press("t", "escape", "t")

    assert looks(hedgehog, (80, 24), play)


@pytest.mark.parametrize("key", ["question_mark", "p", "w", "R"])
def test_dialogs(looks: Callable[..., bool], hedgehog: Path, key: str) -> None:
    async def play(here: Stage) -> None:
        await here.press(key)

    assert looks(hedgehog, (80, 24), play)


PUBLISH_SIZES = [pytest.param((80, 24), id="80x24"), pytest.param((120, 40), id="120x40")]
STATIONS = ["format", "parts", "imprint", "pages", "check", "file"]


@pytest.mark.parametrize("station", STATIONS[:-1])
@pytest.mark.parametrize("size", PUBLISH_SIZES)
def test_publish(looks: Callable[..., bool], hedgehog: Path, size: tuple[int, int], station: str) -> None:
    async def play(here: Stage) -> None:
        await here.press("e", *["pagedown"] * STATIONS.index(station), "enter")
        await here.until(lambda: "! 2" in here.shown)

    assert looks(hedgehog, size, play)


@pytest.mark.parametrize("size", PUBLISH_SIZES)
def test_dummy(looks: Callable[..., bool], hedgehog: Path, size: tuple[int, int]) -> None:
    async def play(here: Stage) -> None:
        await here.press("D")
        await here.until(lambda: "of 5" in here.shown)

    assert looks(hedgehog, size, play)


def _waiting(number: int, kind: JobKind, page: str, **more: object) -> Job:
    job_id = f"00000000-0000-4000-8000-0000000000{number:02d}"
    return Job.model_validate({"id": job_id, "kind": kind, "pages": (page,), **more})


LISTED = (
    Expected(_waiting(11, JobKind.PAINT, "p003"), 13.0, 0.0, 31.0),
    Expected(_waiting(12, JobKind.REWRITE, "p001", instruction="kürzer, mit mehr Gespräch"), 44.0, 12.0, 8.0),
    Expected(_waiting(13, JobKind.TRANSLATE, "p002", held=True), None, 0.0, 6.0),
)
EARLIER = (
    _waiting(21, JobKind.PAINT, "p001", state=JobState.COMMITTED, began=1000.0, ended=1031.0),
    _waiting(22, JobKind.PAINT, "p002", state=JobState.FAILED, error="out_of_memory", details="5.1 GiB.", ended=2000.0),
    _waiting(23, JobKind.REWRITE, "p002", state=JobState.CANCELLED, ended=900.0),
)
BUSY = replace(
    PAINTING, queue=tuple(e.job for e in LISTED), coming=LISTED, queue_eta=64.0, elapsed=18.0, earlier=EARLIER
)


@pytest.fixture
def still_time(monkeypatch: pytest.MonkeyPatch) -> None:
    for clock in ("tui.rooms.jobs.TICK", "tui.widgets.engine_line.TICK"):
        monkeypatch.setattr(clock, 3600.0)


@pytest.mark.usefixtures("still_time")
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("downs", [pytest.param(0, id="running"), pytest.param(4, id="failed")])
def test_jobs(looks: Callable[..., bool], hedgehog: Path, size: tuple[int, int], downs: int) -> None:
    async def play(here: Stage) -> None:
        here.app.link.receive(EngineChanged(BUSY))
        await here.press("j", *["down"] * downs)

    assert looks(hedgehog, size, play)


@pytest.mark.usefixtures("still_time")
def test_jobs_of_a_paused_list(looks: Callable[..., bool], hedgehog: Path) -> None:
    async def play(here: Stage) -> None:
        here.app.link.receive(EngineChanged(replace(BUSY, running=None, phase=Phase.IDLE, eta=None, paused=True)))
        await here.press("j", "down")

    assert looks(hedgehog, (80, 24), play)
