"""How each room looks, at the size of a bare terminal and of a large one.

`pytest tests/tui/test_snapshots.py --snapshot-update` takes new pictures; look at them before you commit them.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from engine.book import edits
from engine.book.folder import BookFolder
from engine.card.tenant import ModelKind, Resident, VramReading
from engine.jobs.events import EngineChanged, EngineState, Notice, Phase, Progress
from engine.jobs.job import Job, JobKind
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
            await stage.until(lambda: not any(worker.group == "picture" for worker in pilot.app.workers))
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


@pytest.mark.parametrize("size", SIZES)
def test_export(looks: Callable[..., bool], hedgehog: Path, size: tuple[int, int]) -> None:
    async def play(here: Stage) -> None:
        await here.press("e")
        await here.until(lambda: "not approved" in here.shown)

    assert looks(hedgehog, size, play)
