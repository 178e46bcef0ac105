"""The box's ComfyUI paints with the frames of a real server, as they were recorded."""

from __future__ import annotations

import asyncio
import io
import json
import uuid
from contextlib import AsyncExitStack
from typing import Any

import httpx
import pytest
import websockets
from PIL import Image

from engine.box.hardware import Kind
from engine.box.machine import Box, LagProfile

from .asking import (
    IMAGE_MODEL,
    events,
    frames,
    graph,
    kind,
    kinds,
    listening,
    painted,
    received,
    recorded,
    submitted,
    told,
    until,
)

RUNS: dict[str, Any] = recorded("runs")
TEXTS_AND_SIZE = {"5", "6", "7"}
"""Nodes whose order among themselves is nobody's business."""


def story(seen: list[Any]) -> list[Any]:
    """What frames tell, without what differs from run to run: times, ids, pictures, file names."""
    told: list[Any] = []
    for frame in seen:
        if kind(frame) in ("binary", "status"):
            continue
        data = frame["data"]
        what: Any = sorted(data)
        match frame["type"]:
            case "progress_state":
                what = sorted(
                    (_node(node["node_id"]), node["value"], node["max"], node["state"], *sorted(node))
                    for node in data["nodes"].values()
                )
            case "execution_cached":
                what = sorted(data["nodes"])
            case "executing":
                what = (data["node"] and _node(data["node"]), *sorted(data))
            case "progress":
                what = (data["value"], data["max"], *sorted(data))
            case "execution_interrupted" | "execution_error":
                what = (_node(data["node_id"]), sorted(data["executed"]), *sorted(data))
            case "executed":
                what = (data["node"], [sorted(image) for image in data["output"]["images"]])
        told.append((frame["type"], what))
    return told


def _node(node_id: str) -> str:
    return "one of 5, 6, 7" if node_id in TEXTS_AND_SIZE else node_id


@pytest.mark.parametrize("name", ["cold", "cold_with_metadata"])
async def test_a_first_picture(box: Box, comfyui: httpx.AsyncClient, name: str) -> None:
    run = RUNS[name]
    if name == "cold_with_metadata":  # there the size was cached
        run["frames"][1]["data"]["nodes"] = []
    async with listening(box, "me", metadata=name != "cold") as socket:
        seen = await frames(socket, await submitted(comfyui, "me", run["graph"]))
    ours, theirs = story(seen), story(run["frames"])
    if name == "cold_with_metadata":
        ours = [line for line in ours if line[0] != "progress_state" and "one of 5, 6, 7" not in line[1]]
        theirs = [line for line in theirs if line[0] != "progress_state" and "one of 5, 6, 7" not in line[1]]
    assert ours == theirs


async def test_a_second_picture_and_the_same_one_again(box: Box, comfyui: httpx.AsyncClient) -> None:
    await painted(box, comfyui)
    for name in ("warm", "cached"):
        async with listening(box, "me", metadata=False) as socket:
            if name == "warm":
                before = json.loads(json.dumps(RUNS["warm"]["graph"]))
                before["3"]["inputs"]["seed"] += 1
                await frames(socket, await submitted(comfyui, "me", before))
            seen = await frames(socket, await submitted(comfyui, "me", RUNS[name]["graph"]))
        assert story(seen) == story(RUNS[name]["frames"])


@pytest.mark.parametrize("name", ["interrupted_while_loading", "interrupted_while_sampling"])
async def test_an_interrupted_picture(name: str) -> None:
    run, sampling = RUNS[name], name == "interrupted_while_sampling"
    async with (
        Box(speed=10) as box,
        httpx.AsyncClient(base_url=box.comfyui_url, timeout=30, trust_env=False) as comfyui,
        listening(box, "me", metadata=False) as socket,
    ):
        if sampling:
            run["graph"]["3"]["inputs"] |= {"steps": 1}
            await frames(socket, await submitted(comfyui, "me", run["graph"]))
        run["graph"]["3"]["inputs"] |= {"steps": 3000}
        prompt_id = await submitted(comfyui, "me", run["graph"])
        seen: list[Any] = []
        while not seen or kind(seen[-1]) != ("progress" if sampling else "executing"):
            seen.append(await received(socket))
        await comfyui.post("/interrupt", json={"prompt_id": prompt_id})
        seen += await frames(socket, prompt_id)
        entry = (await comfyui.get(f"/history/{prompt_id}")).json()[prompt_id]
    if sampling:
        assert kinds(seen)[-3:] == ["execution_interrupted", "status", "executing"]
        assert told(seen, "execution_interrupted")["node_id"] == "3"
        assert told(seen, "execution_interrupted")["executed"] == []
    else:
        told_of = [line for line in story(seen) if line[0] != "progress_state"]
        expected = [line for line in story(run["frames"]) if line[0] != "progress_state"]
        assert told_of == expected
    assert (entry["status"]["status_str"], entry["status"]["completed"]) == ("error", False)
    assert entry["status"]["messages"][-1][0] == "execution_interrupted"
    assert entry["outputs"] == {}


async def test_without_room_it_fails_as_the_real_one(box: Box, comfyui: httpx.AsyncClient) -> None:
    box.ledger.take(Kind.TEXT, "somebody", 5 * 1024**3)
    seen = await painted(box, comfyui)
    error, real = told(seen, "execution_error"), told(RUNS["out_of_memory"]["frames"], "execution_error")
    assert sorted(error) == sorted(real)
    assert error["exception_type"] == real["exception_type"] == "torch.OutOfMemoryError"
    for words in ("(out of memory)", "Requested ", "This error means you ran out of memory on your GPU."):
        assert words in error["exception_message"]
        assert words in real["exception_message"]
    assert (error["node_id"], error["node_type"]) == ("3", "KSampler")
    assert sorted(error["executed"]) == ["4", "5", "6", "7"]
    assert box.ledger.resident(Kind.IMAGE) == 0
    box.ledger.release(Kind.TEXT, "somebody", at_once=True)
    seen = await painted(box, comfyui)
    assert told(seen, "execution_cached")["nodes"] == ["4", "5", "6", "7"], "what was done before the error is kept"
    assert "execution_success" in kinds(seen)


async def test_the_finished_picture(box: Box, comfyui: httpx.AsyncClient) -> None:
    async with listening(box, "me") as socket:
        more = {"extra_data": {"page": 7, "extra_pnginfo": {"workflow": {"note": "mine"}}}}
        prompt_id = await submitted(comfyui, "me", graph(width=65, height=97), **more)
        await frames(socket, prompt_id)
    entry = (await comfyui.get(f"/history/{prompt_id}")).json()[prompt_id]
    assert entry["status"]["status_str"] == "success"
    assert entry["status"]["completed"] is True
    assert [kind for kind, _ in entry["status"]["messages"]] == [
        "execution_start",
        "execution_cached",
        "execution_success",
    ]
    assert entry["prompt"][1:3] == [prompt_id, graph(width=65, height=97)]
    assert entry["prompt"][3]["page"] == 7
    (image,) = entry["outputs"]["9"]["images"]
    assert image == {"filename": "page_00001_.png", "subfolder": "book", "type": "output"}
    answer = await comfyui.get("/view", params=image)
    assert answer.headers["content-type"] == "image/png"
    with Image.open(io.BytesIO(answer.content)) as picture:
        assert (picture.size, picture.mode) == ((64, 96), "RGB")
        chunks: dict[str, str] = picture.text  # type: ignore[attr-defined]
    assert json.loads(chunks["prompt"]) == graph(width=65, height=97)
    assert json.loads(chunks["workflow"]) == {"note": "mine"}


async def test_a_batch_and_a_preview_image(box: Box, comfyui: httpx.AsyncClient) -> None:
    nodes = graph(batch_size=2) | {"9": {"class_type": "PreviewImage", "inputs": {"images": ["8", 0]}}}
    async with listening(box, "me") as socket:
        seen = await frames(socket, await submitted(comfyui, "me", nodes))
    images = told(seen, "executed")["output"]["images"]
    assert [image["type"] for image in images] == ["temp", "temp"]
    one, two = [(await comfyui.get("/view", params=image)).content for image in images]
    assert one != two


@pytest.mark.parametrize(("metadata", "code", "place"), [(True, 4, -1), (False, 1, 1)])
async def test_previews_name_their_prompt_only_for_those_who_asked_first(
    box: Box, comfyui: httpx.AsyncClient, metadata: bool, code: int, place: int
) -> None:
    async with listening(box, "me", metadata=metadata) as socket:
        prompt_id = await submitted(comfyui, "me", graph(steps=3))
        seen = await frames(socket, prompt_id)
    where = [index for index, frame in enumerate(seen) if isinstance(frame, bytes)]
    assert where, "however fast the card is, the last step is shown"
    for index in where:
        frame = seen[index]
        assert int.from_bytes(frame[:4], "big") == code
        assert seen[index - place]["type"] == "progress"
        if metadata:
            length = int.from_bytes(frame[4:8], "big")
            told_with_it = json.loads(frame[8 : 8 + length])
            assert told_with_it == {
                "node_id": "3",
                "prompt_id": prompt_id,
                "display_node_id": "3",
                "parent_node_id": None,
                "real_node_id": "3",
                "image_type": "image/jpeg",
            }
            frame = frame[length:]
        with Image.open(io.BytesIO(frame[8:])) as picture:
            assert (picture.format, picture.size) == ("JPEG", (341, 512))


async def test_frames_go_to_the_client_that_asked_and_progress_of_nobody_to_all(
    box: Box, comfyui: httpx.AsyncClient
) -> None:
    async with listening(box, "me") as mine, listening(box, "other") as others:
        await frames(mine, await submitted(comfyui, "me", graph()))
        nobodys = str(uuid.uuid4())
        await comfyui.post("/prompt", json={"prompt": graph(seed=9), "prompt_id": nobodys})
        heard = []
        while not heard or heard[-1] != ("progress", 4):
            frame = await received(others)
            heard.append((kind(frame), frame["data"].get("value")) if isinstance(frame, dict) else ("binary", None))
    assert {name for name, _ in heard} <= {"status", "progress_state", "progress", "binary"}
    assert "progress" in {name for name, _ in heard}


async def test_after_a_reconnect_the_client_hears_where_it_is(comfyui: httpx.AsyncClient, box: Box) -> None:
    async with listening(box, "me") as socket:
        prompt_id = await submitted(comfyui, "me", graph(steps=3000))
        while kind(await received(socket)) != "progress":
            continue
    url = box.comfyui_url.replace("http", "ws")
    async with websockets.connect(f"{url}/ws?clientId=me", proxy=None) as again:
        assert (await received(again))["data"]["status"] == {"exec_info": {"queue_remaining": 1}}
        assert await received(again) == {"type": "executing", "data": {"node": "3"}}
        await comfyui.post("/interrupt")
        assert "execution_interrupted" in kinds(await frames(again, prompt_id))


async def test_of_two_sockets_of_a_client_the_one_that_closes_last_silences_both(
    box: Box, comfyui: httpx.AsyncClient
) -> None:
    async with AsyncExitStack() as stack:
        async with listening(box, "me"):
            new = await stack.enter_async_context(listening(box, "me"))
        prompt_id = await submitted(comfyui, "me", graph())
        async with asyncio.timeout(20):
            while not (await comfyui.get(f"/history/{prompt_id}")).json():
                await asyncio.sleep(0.01)
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.02):
                await new.recv()


async def test_a_listener_that_does_not_read_holds_nobody_up(box: Box, comfyui: httpx.AsyncClient) -> None:
    async with listening(box, "idle"), listening(box, "me") as socket:
        await submitted(comfyui, "idle", graph(steps=300))
        assert "execution_success" in kinds(await frames(socket, await submitted(comfyui, "me", graph(seed=6))))


async def test_a_painter_that_fails_ends_the_prompt_and_not_the_server() -> None:
    def broken(*_arguments: object) -> Any:
        raise ValueError("no colours left")

    async with (
        Box(speed=500, paint=broken) as box,
        httpx.AsyncClient(base_url=box.comfyui_url, trust_env=False) as client,
    ):
        for seed in (1, 2):
            error = told(await painted(box, client, seed=seed), "execution_error")
            assert (error["exception_type"], error["exception_message"]) == ("ValueError", "no colours left")


# ── memory ───────────────────────────────────────────────────────────────────────────────────────────────────────


async def numbers(comfyui: httpx.AsyncClient) -> tuple[int, int, int]:
    """What PyTorch holds, what of it is unused, and what others could have."""
    (card,) = (await comfyui.get("/system_stats")).json()["devices"]
    assert card["type"] == "cuda"
    free = card["vram_free"] - card["torch_vram_free"]
    return card["torch_vram_total"], card["torch_vram_free"], free


async def test_pytorch_keeps_what_it_worked_with_and_calls_it_free(box: Box, comfyui: httpx.AsyncClient) -> None:
    assert await numbers(comfyui) == (0, 0, box.ledger.free)
    await painted(box, comfyui)
    total, unused, free = await numbers(comfyui)
    assert total == box.ledger.held(Kind.IMAGE, IMAGE_MODEL)
    assert unused == 900 * 1024**2
    assert free == box.ledger.free


async def test_memory_is_freed_between_two_prompts_only() -> None:
    async with (
        Box(speed=20) as box,
        httpx.AsyncClient(base_url=box.comfyui_url, timeout=30, trust_env=False) as comfyui,
        listening(box, "me") as socket,
    ):
        prompt_id = await submitted(comfyui, "me", graph(steps=100, width=512, height=768))
        await until(lambda: box.ledger.held(Kind.IMAGE, IMAGE_MODEL) > 0)
        assert (await comfyui.post("/free", json={"unload_models": True, "free_memory": True})).content == b""
        for _ in range(2):
            while kind(await received(socket)) != "progress":
                continue
        assert box.ledger.held(Kind.IMAGE, IMAGE_MODEL)
        await comfyui.post("/interrupt")
        await frames(socket, prompt_id)
        await until(lambda: not box.ledger.resident(Kind.IMAGE))
        seen = await frames(socket, await submitted(comfyui, "me", graph(steps=2)))
    assert told(seen, "execution_cached")["nodes"] == []


async def test_unloading_alone_keeps_the_nodes(box: Box, comfyui: httpx.AsyncClient) -> None:
    await painted(box, comfyui)
    await comfyui.post("/free", json={"unload_models": True})
    await until(lambda: not box.ledger.resident(Kind.IMAGE))
    seen = await painted(box, comfyui, seed=6)
    assert told(seen, "execution_cached")["nodes"] == ["4", "5", "6", "7"]
    assert (await comfyui.post("/free")).status_code == 500


async def test_stuck_memory_comes_with_the_second_free() -> None:
    async with (
        Box(speed=500, lag=LagProfile.STUCK) as box,
        httpx.AsyncClient(base_url=box.comfyui_url, timeout=30, trust_env=False) as comfyui,
    ):
        await painted(box, comfyui)
        free = {"unload_models": True, "free_memory": True}
        await comfyui.post("/free", json=free)
        await until(lambda: not box.ledger.held(Kind.IMAGE, IMAGE_MODEL))
        assert box.ledger.leaving(Kind.IMAGE) > 0
        assert (await numbers(comfyui))[0] == 0, "PyTorch believes that it holds nothing"
        await comfyui.post("/free", json=free)
        await until(lambda: not box.ledger.resident(Kind.IMAGE))


async def test_a_large_model_on_a_small_card_is_placed_in_part(box: Box, comfyui: httpx.AsyncClient) -> None:
    seen = await painted(box, comfyui, ckpt_name="sd_xl_base_1.0.safetensors", width=1024, height=1024, steps=1)
    assert "execution_success" in kinds(seen)
    assert box.ledger.free == 0


async def test_a_picture_that_is_too_large_finds_no_room(box: Box, comfyui: httpx.AsyncClient) -> None:
    seen = await painted(box, comfyui, width=2048, height=4096)
    assert told(seen, "execution_error")["exception_type"] == "torch.OutOfMemoryError"


async def test_another_checkpoint_takes_the_place_of_the_first(box: Box, comfyui: httpx.AsyncClient, log: Any) -> None:
    await painted(box, comfyui)
    assert "execution_success" in kinds(await painted(box, comfyui, ckpt_name="sd_xl_base_1.0.safetensors"))
    assert [event["event"] for event in events(log)] == ["request", "load", "request", "unload", "free", "load"]
