"""What an author relies on: a line, a relay or a neighbour that misbehaves costs no picture and hides no hang."""

from __future__ import annotations

import asyncio
import json
from dataclasses import replace

import pytest

from engine.book.model import Recipe
from engine.box.machine import Box
from engine.errors import FibelError
from engine.illustrator import socket
from engine.illustrator.comfyui import ComfyUI, Patience, Step

from .conftest import JOB, QUICK, Fake, Seen, paint
from .relay import relayed

OTHER = "5b0c6f9e-4a57-4f0e-8a8f-2f3a4c1d9e22"


async def test_a_relay_that_repeats_itself_does_not_hide_that_nothing_moves(fake: Fake, recipe: Recipe) -> None:
    pause = fake.pause_at("8")  # the steps are done
    patience = replace(QUICK, stalled=0.3, reconnect_after=1_000_000)
    async with ComfyUI(fake.url, client_id="fibel", checkpoint=recipe.checkpoint, patience=patience) as comfyui:
        painting = asyncio.create_task(paint(comfyui, recipe))
        await pause.reached.wait()
        again = [
            {"type": "execution_start", "data": {"prompt_id": JOB}},
            {"type": "executing", "data": {"node": "3", "prompt_id": JOB}},
            {"type": "progress", "data": {"prompt_id": JOB, "node": "3", "value": 3, "max": 3}},
        ]
        while not painting.done():
            for said in again:
                for listener in fake.sockets.values():
                    await listener.send_text(json.dumps(said))
            await asyncio.sleep(0.02)
        with pytest.raises(FibelError, match="paint_stalled"):
            await painting


async def test_a_gate_that_closes_in_the_middle_is_named_and_not_asked_for_ever(fake: Fake, recipe: Recipe) -> None:
    pause = fake.pause_at("3")
    async with ComfyUI(fake.url, client_id="fibel", checkpoint=recipe.checkpoint, patience=QUICK) as comfyui:
        painting = asyncio.create_task(paint(comfyui, recipe))
        await pause.reached.wait()
        fake.relayed = [401] * 1_000
        with pytest.raises(FibelError, match="server_denied"):
            await painting


@pytest.mark.parametrize("statuses", [[502], [503, 504], [504, 502, 503]])
async def test_a_relay_whose_server_is_away_for_a_moment_costs_nothing(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe, statuses: list[int]
) -> None:
    pause = fake.pause_at("3")
    painting = asyncio.create_task(paint(comfyui, recipe))
    await pause.reached.wait()
    fake.relayed = [*statuses]
    while fake.relayed:
        await asyncio.sleep(0.01)
    pause.go.set()
    assert await painting


async def test_a_relay_whose_server_stays_away_is_a_server_that_went_away(fake: Fake, recipe: Recipe) -> None:
    pause = fake.pause_at("3")
    async with ComfyUI(fake.url, client_id="fibel", checkpoint=recipe.checkpoint, patience=QUICK) as comfyui:
        painting = asyncio.create_task(paint(comfyui, recipe))
        await pause.reached.wait()
        fake.relayed = [502] * 1_000
        with pytest.raises(FibelError, match=r"server_lost.*answers 502"):
            await painting


async def test_a_line_that_died_without_a_word_is_replaced(
    fake: Fake, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(socket, "CLOSE", 0.05)  # nobody answers the farewell
    pause = fake.pause_at("3")
    seen = Seen()
    async with (
        relayed(fake.url) as (relay, url),
        ComfyUI(url, client_id="fibel", checkpoint=recipe.checkpoint, patience=QUICK) as comfyui,
    ):
        painting = asyncio.create_task(paint(comfyui, recipe, seen))
        await pause.reached.wait()
        relay.forget_sockets()
        while len(fake.connections) < 2:
            await asyncio.sleep(0.01)
        pause.go.set()
        assert await painting
    assert Step(3, 3) in seen


async def test_a_restarted_server_that_has_other_work_has_lost_the_job(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe
) -> None:
    pause = fake.pause_at("3")
    painting = asyncio.create_task(paint(comfyui, recipe))
    await pause.reached.wait()
    await fake.restart()
    fake.stranger()
    fake.stranger("another", pending=True)
    with pytest.raises(FibelError, match="job_lost"):
        await painting


async def test_an_end_that_somebody_cleared_away_is_a_lost_job_and_no_endless_wait(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe
) -> None:
    fake.forgets = True
    with pytest.raises(FibelError, match="job_lost"):
        await paint(comfyui, recipe)
    fake.forgets = False
    assert await paint(comfyui, recipe)


async def test_cancelling_while_the_line_is_taken_up_again_leaves_nothing_behind(fake: Fake, recipe: Recipe) -> None:
    patience = replace(QUICK, reconnect_after=1)
    for turns in range(0, 60, 6):
        pause = fake.pause_at("3")
        async with ComfyUI(fake.url, client_id="fibel", checkpoint=recipe.checkpoint, patience=patience) as comfyui:
            painting = asyncio.create_task(paint(comfyui, recipe))
            await pause.reached.wait()
            before = len(fake.connections)
            await fake.drop_sockets()
            while len(fake.connections) == before:
                await asyncio.sleep(0.005)
            for _ in range(turns):
                await asyncio.sleep(0)
            painting.cancel()
            await asyncio.wait([painting])
        assert painting.cancelled()
        assert fake.running is None
        assert fake.pending == []


async def test_two_who_share_a_server_get_each_their_own_picture_and_news(recipe: Recipe) -> None:
    async with Box(speed=400.0) as box:
        seen = Seen(), Seen()
        patience = Patience(silence=0.2)
        async with (
            ComfyUI(box.comfyui_url, client_id="one", checkpoint=recipe.checkpoint, patience=patience) as one,
            ComfyUI(box.comfyui_url, client_id="two", checkpoint=recipe.checkpoint, patience=patience) as two,
        ):
            ours = recipe.model_copy(update={"seed": 1, "steps": 5})
            theirs = recipe.model_copy(update={"seed": 2, "steps": 9})
            pictures = await asyncio.gather(
                one.paint(JOB, ours, prefix="fibel/a", on=seen[0]),
                two.paint(OTHER, theirs, prefix="fibel/b", on=seen[1]),
            )
    assert pictures[0] != pictures[1]
    for told, steps in zip(seen, (5, 9), strict=True):
        assert {event.of for event in told if isinstance(event, Step)} == {steps}
