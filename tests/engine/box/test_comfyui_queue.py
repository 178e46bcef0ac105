"""The queue and the history of the box's ComfyUI."""

from __future__ import annotations

import uuid

import httpx

from engine.box.machine import Box

from .asking import frames, graph, kind, kinds, listening, painted, received, submitted


async def test_prompts_wait_are_listed_and_counted(box: Box, comfyui: httpx.AsyncClient) -> None:
    async with listening(box, "me") as socket:
        running = await submitted(comfyui, "me", graph(steps=3000), extra_data={"page": 3})
        waiting = await submitted(comfyui, "me", graph(seed=6))
        queue = (await comfyui.get("/queue")).json()
        (first,), (second,) = queue["queue_running"], queue["queue_pending"]
        assert (first[1], second[1]) == (running, waiting)
        assert first[2] == graph(steps=3000)
        assert first[3] == {"page": 3, "client_id": "me"}
        assert first[4] == ["9"]
        assert (await comfyui.get("/prompt")).json() == {"exec_info": {"queue_remaining": 2}}
        await comfyui.post("/interrupt")
        assert "execution_interrupted" in kinds(await frames(socket, running))
        assert "execution_success" in kinds(await frames(socket, waiting))
    assert (await comfyui.get("/prompt")).json() == {"exec_info": {"queue_remaining": 0}}


async def test_a_submission_is_announced_twice_to_everybody(box: Box, comfyui: httpx.AsyncClient) -> None:
    async with listening(box, "other") as others:
        await painted(box, comfyui)
        counts = [(await received(others))["data"]["status"]["exec_info"]["queue_remaining"] for _ in range(3)]
    assert counts == [1, 1, 0], "when it comes, when it is taken up, when it is done"


async def test_numbers_decide_who_is_next(box: Box, comfyui: httpx.AsyncClient) -> None:
    async with listening(box, "me") as socket:
        running = await submitted(comfyui, "me", graph(steps=3000))
        last = await submitted(comfyui, "me", graph(seed=6))
        first = await submitted(comfyui, "me", graph(seed=7), front=True)
        before = await submitted(comfyui, "me", graph(seed=8), number=-100)
        await comfyui.post("/interrupt", json={"prompt_id": running})
        order = []
        while len(order) < 4:
            frame = await received(socket)
            if kind(frame) == "executing" and frame["data"]["node"] is None:
                order.append(frame["data"]["prompt_id"])
    assert order == [running, before, first, last]


async def test_a_waiting_prompt_is_deleted_without_a_trace(box: Box, comfyui: httpx.AsyncClient) -> None:
    async with listening(box, "me") as socket:
        running = await submitted(comfyui, "me", graph(steps=3000))
        waiting = [await submitted(comfyui, "me", graph(seed=seed)) for seed in (6, 7, 8)]
        await comfyui.post("/queue", json={"delete": [waiting[0], running, "unknown"]})
        left = (await comfyui.get("/queue")).json()
        assert [item[1] for item in left["queue_pending"]] == waiting[1:]
        assert [item[1] for item in left["queue_running"]] == [running], "the running one goes on"
        await comfyui.post("/queue", json={"clear": True})
        await comfyui.post("/interrupt")
        seen = await frames(socket, running)
    assert not any(prompt_id in str(frame) for frame in seen for prompt_id in waiting)
    assert list((await comfyui.get("/history")).json()) == [running]


async def test_an_interrupt_hits_only_the_prompt_it_names(box: Box, comfyui: httpx.AsyncClient) -> None:
    await comfyui.post("/interrupt")
    assert "execution_success" in kinds(await painted(box, comfyui)), "one that came too early hits nobody"
    async with listening(box, "me") as socket:
        prompt_id = await submitted(comfyui, "me", graph(steps=3000))
        while kind(await received(socket)) != "progress":
            continue
        await comfyui.post("/interrupt", json={"prompt_id": str(uuid.uuid4())})
        for _ in range(3):
            assert kind(await received(socket)) in ("progress", "progress_state", "binary")
        await comfyui.post("/interrupt", json={"prompt_id": prompt_id})
        assert "execution_interrupted" in kinds(await frames(socket, prompt_id))
    assert (await comfyui.post("/interrupt", json=[1])).status_code == 500


async def test_the_history_is_read_in_parts_and_forgotten(box: Box, comfyui: httpx.AsyncClient) -> None:
    async with listening(box, "me") as socket:
        ids = []
        for seed in range(3):
            ids.append(await submitted(comfyui, "me", graph(seed=seed)))
            await frames(socket, ids[-1])
    assert list((await comfyui.get("/history")).json()) == ids
    assert list((await comfyui.get("/history", params={"max_items": 1})).json()) == ids[2:]
    assert list((await comfyui.get("/history", params={"max_items": 1, "offset": 0})).json()) == ids[:1]
    assert (await comfyui.get("/history/unknown")).json() == {}
    assert (await comfyui.get("/history", params={"max_items": "x"})).status_code == 500
    await comfyui.post("/history", json={"delete": [ids[0], "unknown"]})
    assert list((await comfyui.get("/api/history")).json()) == ids[1:]
    await comfyui.post("/history", json={"clear": True})
    assert (await comfyui.get("/history")).json() == {}


async def test_the_same_id_twice_runs_twice_and_keeps_the_last_end(box: Box, comfyui: httpx.AsyncClient) -> None:
    async with listening(box, "me") as socket:
        for seed in (1, 2):
            body = {"prompt": graph(seed=seed), "prompt_id": "mine", "client_id": "me"}
            assert (await comfyui.post("/prompt", json=body)).json()["prompt_id"] == "mine"
            await frames(socket, "mine")
    (entry,) = (await comfyui.get("/history")).json().values()
    assert entry["prompt"][2]["3"]["inputs"]["seed"] == 2
