"""One machine: two servers, one card, and nothing left behind."""

from __future__ import annotations

import asyncio
import socket
from pathlib import Path

import httpx
import pytest

from engine.box.hardware import Kind
from engine.box.machine import Box, LagProfile
from engine.errors import FibelError

from .asking import IMAGE_MODEL, LOAD, TEXT_MODEL, events, graph, kinds, listening, painted, submitted, told, until


async def test_on_six_gigabytes_each_model_keeps_the_other_out(
    box: Box, ollama: httpx.AsyncClient, comfyui: httpx.AsyncClient, log: Path
) -> None:
    assert (await ollama.post("/api/chat", json=LOAD)).status_code == 200
    assert told(await painted(box, comfyui), "execution_error")["exception_type"] == "torch.OutOfMemoryError"
    await ollama.post("/api/chat", json=LOAD | {"keep_alive": 0})
    await until(lambda: not box.ledger.resident(Kind.TEXT))
    assert "execution_success" in kinds(await painted(box, comfyui))
    assert (await ollama.post("/api/chat", json=LOAD)).status_code == 500
    await comfyui.post("/free", json={"unload_models": True, "free_memory": True})
    await until(lambda: not box.ledger.resident(Kind.IMAGE))
    assert (await ollama.post("/api/chat", json=LOAD)).status_code == 200
    told_of = [(event["event"], event["kind"]) for event in events(log)]
    assert told_of == [
        *(("request", "text"), ("load", "text")),
        *(("request", "image"), ("oom", "image")),
        *(("unload", "text"), ("free", "text")),
        *(("request", "image"), ("load", "image")),
        *(("request", "text"), ("oom", "text")),
        *(("unload", "image"), ("free", "image")),
        *(("request", "text"), ("load", "text")),
    ]


async def test_on_sixteen_gigabytes_both_stay(log: Path) -> None:
    async with (
        Box(speed=500, card="rtx-4060-ti-16gb", log=log) as box,
        httpx.AsyncClient(timeout=30, trust_env=False) as client,
    ):
        client.base_url = httpx.URL(box.comfyui_url)
        assert (await client.post(f"{box.ollama_url}/api/chat", json=LOAD)).status_code == 200
        assert "execution_success" in kinds(await painted(box, client))
        assert box.ledger.held(Kind.TEXT, TEXT_MODEL)
        assert box.ledger.held(Kind.IMAGE, IMAGE_MODEL)
    assert "oom" not in {event["event"] for event in events(log)}


async def test_a_log_line_says_who_holds_what(box: Box, ollama: httpx.AsyncClient, log: Path) -> None:
    await ollama.post("/api/chat", json=LOAD)
    request, load = events(log)
    assert set(load) == {"t", "event", "kind", "model", "bytes", "resident", "free"}
    assert (request["bytes"], request["resident"]) == (0, {"text": 0, "image": 0})
    assert (load["event"], load["kind"], load["model"]) == ("load", "text", TEXT_MODEL)
    assert load["resident"] == {"text": load["bytes"], "image": 0}
    assert load["free"] == box.ledger.total - box.ledger.others - load["bytes"]


async def test_a_machine_stops_in_the_midst_of_work_and_leaves_no_socket_open() -> None:
    async with (
        Box(speed=0.5) as box,
        httpx.AsyncClient(base_url=box.comfyui_url, trust_env=False) as client,
        listening(box, "me"),
    ):
        await submitted(client, "me", graph(steps=1000))
        writing = asyncio.create_task(client.post(f"{box.ollama_url}/api/chat", json=LOAD))
        await until(lambda: box.ledger.held(Kind.TEXT, TEXT_MODEL) > 0)
        writing.cancel()
    for url in (box.ollama_url, box.comfyui_url):
        with socket.socket() as again:
            again.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            again.bind(("127.0.0.1", httpx.URL(url).port or 0))


async def test_it_starts_on_the_ports_it_is_told_and_again_after_it_stopped() -> None:
    async with Box() as box:
        ports = [httpx.URL(url).port or 0 for url in (box.ollama_url, box.comfyui_url)]
    async with Box(ollama_port=ports[0], comfyui_port=ports[1]) as box:
        assert [httpx.URL(url).port for url in (box.ollama_url, box.comfyui_url)] == ports


@pytest.mark.parametrize("turns", [0, 1, 20, 200])
async def test_a_start_that_is_cancelled_leaves_nothing_behind(turns: int, log: Path) -> None:
    box = Box(log=log)
    starting = asyncio.create_task(box.__aenter__())
    for _ in range(turns):
        await asyncio.sleep(0.0005)
    starting.cancel()
    await asyncio.wait([starting])
    if not starting.cancelled():
        await box.__aexit__(None, None, None)
    for url in filter(None, (box.ollama_url, box.comfyui_url)):
        async with httpx.AsyncClient(trust_env=False) as client:
            with pytest.raises(httpx.ConnectError):
                await client.get(url)


async def test_the_log_ends_with_an_empty_card(log: Path) -> None:
    async with (
        Box(speed=500, lag=LagProfile.STUCK, log=log) as box,
        httpx.AsyncClient(base_url=box.ollama_url, timeout=30, trust_env=False) as ollama,
    ):
        await ollama.post("/api/chat", json=LOAD)
    assert [event["event"] for event in events(log)] == ["request", "load", "unload", "free"]
    assert events(log)[-1]["resident"] == {"text": 0, "image": 0}


@pytest.mark.parametrize("which", ["ollama_port", "comfyui_port"])
async def test_a_port_that_is_taken_is_named(which: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(FibelError, match=f"port_in_use.*{port}"):
            async with Box(**{which: port}):
                pass


async def test_what_cannot_be_had_is_named(tmp_path: Path) -> None:
    with pytest.raises(FibelError, match="preset_unknown"):
        async with Box(card="voodoo-2"):
            pass
    with pytest.raises(FibelError, match="write_failed"):
        async with Box(log=tmp_path / "missing" / "box.jsonl"):
            pass


async def test_the_loop_goes_on_while_the_machine_works(box: Box, comfyui: httpx.AsyncClient) -> None:
    """Pictures and stories are made on threads: nothing but waiting happens on the loop."""
    turns = 0

    async def count() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    counting = asyncio.create_task(count())
    await painted(box, comfyui, width=512, height=768)
    counting.cancel()
    assert turns > 100
