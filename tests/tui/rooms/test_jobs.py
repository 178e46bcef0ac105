"""The list on the screen: what comes when, and one key for everything that can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from engine.book.folder import BookFolder
from engine.card.tenant import ModelKind, Resident
from engine.errors import FibelError
from engine.jobs.events import EngineChanged, EngineState
from engine.jobs.job import Job, JobKind, JobState
from engine.jobs.queue import JobQueue
from tests.tui.stage import Stage

Stages = Callable[..., Stage]


def places(here: Stage) -> list[str]:
    """Page numbers of the waiting pictures in the order they are listed."""
    numbers = {page.id: str(number) for number, page in enumerate(here.book.pages, start=1)}
    return [numbers[job.pages[0]] for job in here.app.link.state.queue]


async def three_pictures(here: Stage) -> None:
    """Three pictures on a list that stands still."""
    await here.press("P")
    for _ in range(3):
        await here.press("r", "down")
    await here.until(lambda: len(here.app.link.state.queue) == 3)
    await here.press("j")


async def test_jobs_are_moved_with_a_key(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await three_pictures(here)
        before = places(here)
        await here.press("K")
        await here.until(lambda: "cannot go further" in here.told)
        await here.press("J")
        await here.until(lambda: places(here) == [before[1], before[0], before[2]])
        await here.press("shift+down")  # the moved one is still under the cursor
        await here.until(lambda: places(here) == [before[1], before[2], before[0]])


async def test_one_is_kept_for_later_and_let_come_again(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("P")
        here.app.link.wish(lambda studio: studio.texts.rewrite("p001", "kürzer"))
        await here.press("j")
        await here.until(lambda: "kürzer" in here.shown)
        await here.press("l")
        await here.until(lambda: "kept for later" in here.shown)
        await here.press("l")
        await here.until(lambda: "kept for later" not in here.shown)
        await here.press("l", "g")
        await here.until(lambda: "kept for later" not in here.shown and not here.app.link.state.paused)


async def test_now_says_what_it_costs_the_others(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await three_pictures(here)
        before = places(here)
        await here.press("down", "down")
        await here.press("!")
        await here.until(lambda: "2 jobs come later for it" in here.told)
        await here.press("enter")
        await here.until(lambda: here.app.link.state.running is not None)
        running = here.app.link.state.running
        assert running is not None
        assert here.page(int(before[2])).id in running.pages
        assert here.app.link.state.paused


async def test_each_job_says_how_long_it_takes_and_the_paused_list_that_it_is_paused(
    stage: Stages, hedgehog: Path
) -> None:
    async with stage(hedgehog) as here:
        await three_pictures(here)
        await here.until(lambda: "of work" in here.told and "The list is paused: P lets it go on." in here.told)
        await here.press("P")
        await here.until(lambda: "so far" in here.told and "ready in" in here.told and "in all" in here.told)


async def test_what_failed_in_an_earlier_run_is_there_with_its_reason_and_is_tried_again(
    stage: Stages, hedgehog: Path
) -> None:
    with BookFolder.open(hedgehog) as folder:
        queue = JobQueue(folder, lambda _event: None)
        job = await queue.add(JobKind.PAINT, ["p002"], seed=11)
        await queue.move(job.id, JobState.FAILED, FibelError("out_of_memory", "5.1 GiB were wanted."))
    async with stage(hedgehog) as here:
        await here.press("P", "j")
        await here.until(lambda: "ran out of memory. 5.1 GiB were wanted." in here.told)
        assert "choose a smaller size" in here.told
        await here.press("r")
        await here.until(lambda: len(here.app.link.state.queue) == 1)
        assert here.app.link.state.queue[0].seed == 11


async def test_a_hostile_instruction_stays_on_its_line(stage: Stages, hedgehog: Path) -> None:
    job = Job(
        id="00000000-0000-4000-8000-000000000031",
        kind=JobKind.REWRITE,
        pages=("p001",),
        instruction="[red]" + "x" * 400,
    )
    async with stage(hedgehog) as here:
        await here.press("j")
        here.app.link.receive(EngineChanged(EngineState(queue=(job,), running=job)))
        await here.until(lambda: "[red]xxx" in here.shown)
        assert sum("xxx" in line for line in here.shown.splitlines()) == 1


async def test_which_models_there_are_and_why_they_take_turns(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.until(lambda: here.app.link.state.vram is not None)
        await here.press("P", "j")
        await here.until(lambda: "One model at a time: both want 8.0 GiB" in here.shown)
        assert "text-model · image-model" in here.shown
        loaded = (Resident(ModelKind.IMAGE, "image-model", 4 * 1024**3),)
        here.app.link.receive(EngineChanged(replace(here.app.link.state, resident=loaded)))
        await here.until(lambda: "text-model · image-model (loaded)" in here.shown)
