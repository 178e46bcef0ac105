"""What an author relies on: a cancelled picture costs nobody anything, and an abandoned one is found again."""

from __future__ import annotations

import asyncio
import uuid

import httpx
import pytest

from engine.book.model import Recipe
from engine.errors import FibelError
from engine.illustrator.comfyui import (
    ComfyUI,
    Step,
)
from engine.illustrator.workflow import Workflow

from .conftest import JOB, Fake, Seen, paint

# ── cancelling ───────────────────────────────────────────────────────────────────────────────────────────────────────


async def cancel(painting: asyncio.Task[bytes]) -> None:
    painting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await painting


async def test_cancelling_a_running_picture_interrupts_it_alone(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    pause = fake.pause_at("3")
    painting = asyncio.create_task(paint(comfyui, recipe))
    await pause.reached.wait()
    await cancel(painting)
    assert fake.bodies("/interrupt") == [{"prompt_id": JOB}]
    assert fake.running is None
    assert await paint(comfyui, recipe)


async def test_cancelling_a_waiting_picture_lets_the_running_one_be(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe
) -> None:
    stranger = fake.stranger()
    painting = asyncio.create_task(paint(comfyui, recipe))
    while not fake.pending:
        await asyncio.sleep(0.005)
    await cancel(painting)
    assert fake.pending == []
    assert fake.bodies("/interrupt") == []
    assert not stranger.stopped.is_set()


async def test_cancelling_while_the_server_takes_the_prompt_takes_it_off_afterwards(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe
) -> None:
    fake.stranger()
    pause = fake.pause_at("submit")
    painting = asyncio.create_task(paint(comfyui, recipe))
    await pause.reached.wait()
    painting.cancel()
    for _ in range(5):
        await comfyui.measure()  # time enough for a request sent too early to arrive
    assert fake.bodies("/queue") == []
    pause.go.set()
    await asyncio.wait([painting])
    assert painting.cancelled()
    assert fake.pending == []
    assert fake.bodies("/queue") == [{"delete": [JOB]}]


async def test_cancelling_at_any_moment_leaves_nothing_behind(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    for turns in range(0, 600, 12):
        painting = asyncio.create_task(paint(comfyui, recipe))
        for _ in range(turns):
            await asyncio.sleep(0)
        painting.cancel()
        await asyncio.wait([painting])
        assert fake.pending == []
        assert fake.running is None
    assert await paint(comfyui, recipe)


async def test_a_job_can_be_cancelled_by_its_id(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    pause = fake.pause_at("3")
    painting = asyncio.create_task(paint(comfyui, recipe))
    await pause.reached.wait()
    await comfyui.cancel(JOB)
    with pytest.raises(FibelError, match="cancelled"):
        await painting
    await comfyui.cancel(str(uuid.uuid4()))


# ── after a restart of ours ──────────────────────────────────────────────────────────────────────────────────────────


async def submitted(fake: Fake, recipe: Recipe) -> None:
    """Have a prompt of ours on the server without anybody following it."""
    graph = Workflow.load(recipe.workflow).inject(recipe, prefix="fibel/old")
    async with httpx.AsyncClient() as client:
        body = {"prompt": graph, "prompt_id": JOB, "client_id": "an earlier life"}
        await client.post(f"{fake.url}/prompt", json=body)


async def test_a_running_picture_is_adopted_with_its_steps(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    pause = fake.pause_at("3")
    await submitted(fake, recipe)
    await pause.reached.wait()
    seen = Seen()
    adopting = asyncio.create_task(comfyui.adopt(JOB, recipe, seen))
    while not fake.connections:
        await asyncio.sleep(0.005)
    pause.go.set()
    assert await adopting
    assert fake.connections == ["an earlier life"]
    assert Step(3, 3) in seen
    assert len(fake.graphs()) == 1


async def test_a_finished_picture_is_adopted_without_painting(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    await submitted(fake, recipe)
    while JOB not in fake.history:
        await asyncio.sleep(0.005)
    assert await comfyui.adopt(JOB, recipe, Seen())
    assert len(fake.graphs()) == 1


async def test_an_unknown_job_is_not_adopted(comfyui: ComfyUI, recipe: Recipe) -> None:
    assert await comfyui.adopt(JOB, recipe, Seen()) is None


async def test_a_failed_job_is_not_adopted_but_painted_again(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.ends = ["interrupted"]
    with pytest.raises(FibelError):
        await paint(comfyui, recipe)
    assert await comfyui.adopt(JOB, recipe, Seen()) is None


async def test_cancelling_an_adopted_picture_interrupts_it(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    pause = fake.pause_at("3")
    await submitted(fake, recipe)
    await pause.reached.wait()
    adopting = asyncio.create_task(comfyui.adopt(JOB, recipe, Seen()))
    while not fake.connections:
        await asyncio.sleep(0.005)
    adopting.cancel()
    await asyncio.wait([adopting])
    assert fake.bodies("/interrupt") == [{"prompt_id": JOB}]
