"""The studio as a whole: it rests when nothing happens, tells every error, and keeps every word."""

from __future__ import annotations

import io
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from engine.book.folder import BookFolder, peek
from engine.book.lock import BookLock
from engine.jobs.events import EngineChanged, EngineState, JobChanged, Notice, Phase, Preview, Progress
from engine.jobs.job import Job, JobKind
from tests.tui.stage import Stage
from tui.widgets.picture import Picture

Stages = Callable[..., Stage]
JOB = Job(id="00000000-0000-4000-8000-000000000001", kind=JobKind.PAINT, pages=("p001",))


async def test_at_rest_nothing_is_painted(stage: Stages, hedgehog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage(hedgehog) as here:
        await here.press("down")
        await here.pilot.pause(0.5)
        painted: list[Any] = []
        monkeypatch.setattr(here.app, "_display", lambda *what: painted.append(what))
        await here.pilot.pause(1.2)
        assert painted == []


async def test_while_writing_nothing_blinks(stage: Stages, hedgehog: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with stage(hedgehog) as here:
        await here.press("t", "x")
        here.app.screen.action_dismiss_news()
        await here.pilot.pause(0.5)
        painted: list[Any] = []
        monkeypatch.setattr(here.app, "_display", lambda *what: painted.append(what))
        await here.pilot.pause(1.2)
        assert painted == []


async def test_of_many_states_only_the_latest_is_shown(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        heard: list[Any] = []
        tell_engine = here.app.screen.tell_engine
        here.app.screen.tell_engine = lambda: (heard.append(1), tell_engine())
        for step in range(200):
            state = EngineState(phase=Phase.IMAGE_INFERENCE, running=JOB, progress=Progress(step, 200), eta=9.0)
            here.app.link.receive(EngineChanged(state))
        await here.settle()
        assert "Painting page 1" in here.shown
        assert len(heard) <= 3
        assert here.app.link.state.progress.value == 199


async def test_every_job_is_heard_of_though_states_are_conflated(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        for number in range(50):
            job = JOB.model_copy(update={"id": f"00000000-0000-4000-8000-{number:012d}"})
            here.app.link.receive(JobChanged(job))
        await here.settle()
        assert len(here.app.link.jobs) == 50


async def test_a_preview_is_shown_while_its_page_is_painted(stage: Stages, hedgehog: Path) -> None:
    jpeg = io.BytesIO()
    Image.new("RGB", (64, 96), "#00ff00").save(jpeg, "JPEG")
    async with stage(hedgehog) as here:
        state = EngineState(phase=Phase.IMAGE_INFERENCE, running=JOB, progress=Progress(3, 28), eta=9.0)
        here.app.link.receive(EngineChanged(state))
        await here.settle()
        here.app.link.receive(Preview("p001", jpeg.getvalue()))
        picture = here.app.screen.query_one(Picture)
        await here.until(lambda: len(picture._cells) == 18)
        here.app.link.receive(EngineChanged(EngineState()))
        await here.until(lambda: len(picture._cells) > 18)


async def test_an_error_says_its_code_and_what_to_do_until_it_is_dismissed(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        here.app.link.receive(Notice("The disk is full. [red]/home[/]", "Free some space.", "disk_full"))
        await here.settle()
        assert "! The disk is full. [red]/home[/]  disk_full" in here.shown
        assert "→ Free some space." in here.told
        await here.press("escape")
        assert "disk_full" not in here.shown


async def test_what_goes_wrong_inside_is_an_error_with_a_code(stage: Stages, hedgehog: Path) -> None:
    async def broken(studio: object) -> None:
        raise ZeroDivisionError("oh")

    async with stage(hedgehog) as here:
        here.app.link.wish(broken)  # type: ignore[arg-type]
        await here.until(lambda: "engine_broken" in here.shown)
        assert "Traceback" not in here.shown


async def test_a_missing_picture_is_said_in_its_place(stage: Stages, hedgehog: Path) -> None:
    next((hedgehog / "takes").glob("p001*")).unlink()
    async with stage(hedgehog) as here:
        await here.until(lambda: "missing or broken" in here.told)


async def test_sigterm_closes_the_book(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("r")
        signal.raise_signal(signal.SIGTERM)
        await here.until(lambda: here.app.return_value == 130)
    with BookFolder.open(hedgehog) as book:
        assert len(book.book.pages) == 3


async def test_a_lost_line_leaves_the_engine_at_work(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("r")
        signal.raise_signal(signal.SIGHUP)
        await here.until(lambda: here.app.return_value == 130)
    left = here.app.left_at_work
    assert left is not None
    try:
        assert BookLock.is_held(hedgehog / ".lock")
    finally:
        left.stop()
        signal.signal(signal.SIGHUP, signal.SIG_DFL)
    BookFolder.open(hedgehog).close()


async def test_leaving_at_work_asks_and_keeps_the_list(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("r")
        await here.until(lambda: here.app.link.state.running is not None)
        await here.press("q")
        assert "It stays on the list" in here.told
        await here.press("enter")
        await here.until(lambda: here.room == "Library")
        await here.until(lambda: "Der Igel und der Stern" in here.shown)
        await here.press("enter")
        await here.until(lambda: here.room == "Review" and "Paused" in here.shown)


async def test_a_book_changed_by_the_engine_shows_at_once(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        here.app.link.wish(lambda studio: studio.texts.edit("p001", "Etwas ganz anderes."))
        await here.settle()
        assert "Etwas ganz anderes." in here.shown
    assert peek(hedgehog).pages[0].scene.text == "Etwas ganz anderes."


async def test_nothing_heavy_is_imported_before_the_first_paint() -> None:
    import subprocess
    import sys

    servers, house = ("uvicorn", "starlette", "httpx", "websockets"), ("engine.assembly", "engine.studio", "engine.box")
    heavy = ("PIL", "fpdf", *servers, *house)
    code = f"import sys, tui.app; print([name for name in {heavy!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_a_window_too_small_says_so_and_nothing_is_lost(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("t", "X")
        await here.pilot.resize_terminal(30, 8)
        await here.until(lambda: "too small" in here.told)
        await here.pilot.resize_terminal(80, 24)
        await here.until(lambda: here.room == "Review")
        await here.press("ctrl+s")
        assert here.page(1).scene.text.endswith("X")
