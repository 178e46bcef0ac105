"""The box's Ollama speaks Ollama's wire, its awkward parts included."""

from __future__ import annotations

import asyncio
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import httpx
import pytest

from engine.box.hardware import Kind
from engine.box.machine import Box, LagProfile

from .asking import LOAD, TEXT_MODEL, events, until

ASK = {"model": TEXT_MODEL, "messages": [{"role": "user", "content": "Idee: Ein Igel findet einen Stern"}]}
UNLOAD = {"model": TEXT_MODEL, "keep_alive": 0}
LONG = {"model": TEXT_MODEL, "messages": [{"role": "user", "content": "Igel " * 8_000}]}


async def lines(client: httpx.AsyncClient, path: str, body: dict[str, Any]) -> list[dict[str, Any]]:
    async with client.stream("POST", path, json=body) as answer:
        assert answer.status_code == 200
        assert answer.headers["content-type"] == "application/x-ndjson"
        return [json.loads(line) async for line in answer.aiter_lines()]


async def running(client: httpx.AsyncClient) -> list[dict[str, Any]]:
    models: list[dict[str, Any]] = (await client.get("/api/ps")).json()["models"]
    return models


def words(parts: list[dict[str, Any]]) -> str:
    return "".join(part["message"]["content"] if "message" in part else part["response"] for part in parts)


async def test_it_says_what_it_is_and_has(ollama: httpx.AsyncClient) -> None:
    assert (await ollama.get("/")).text == "Ollama is running"
    assert (await ollama.get("/api/version")).json()["version"].startswith("0.3")
    (model,) = (await ollama.get("/api/tags")).json()["models"]
    assert (model["name"], model["model"], model["size"]) == (TEXT_MODEL, TEXT_MODEL, 4693 * 1024**2)
    shown = (await ollama.post("/api/show", json={"model": TEXT_MODEL})).json()
    assert shown["capabilities"] == ["completion"]
    assert shown["model_info"]["llama.context_length"] == 131_072
    assert (await ollama.get("/api/ps")).json() == {"models": []}


@pytest.mark.parametrize("path", ["/api/chat", "/api/generate"])
async def test_an_answer_comes_piece_by_piece_and_ends_with_its_counts(ollama: httpx.AsyncClient, path: str) -> None:
    ask = ASK if path == "/api/chat" else {"model": TEXT_MODEL, "prompt": "Idee: Ein Igel findet einen Stern"}
    parts = await lines(ollama, path, ask)
    assert len(parts) > 10
    assert [part["done"] for part in parts] == [False] * (len(parts) - 1) + [True]
    assert {part["model"] for part in parts} == {TEXT_MODEL}
    last = parts[-1]
    assert last["done_reason"] == "stop"
    assert last["eval_count"] == len(parts) - 1
    counts = ("total_duration", "load_duration", "prompt_eval_count", "prompt_eval_duration", "eval_duration")
    assert all(isinstance(last[name], int) and last[name] > 0 for name in counts)
    whole = await ollama.post(path, json=ask | {"stream": False})
    assert words([whole.json()]) == words(parts), "the same question, the same answer"


async def test_a_seed_decides_the_answer(ollama: httpx.AsyncClient) -> None:
    answers = {words(await lines(ollama, "/api/chat", ASK | {"options": {"seed": seed}})) for seed in (1, 1, 2, 3)}
    assert 1 < len(answers) < 4


async def test_a_schema_is_honoured_and_a_limit_cuts(ollama: httpx.AsyncClient) -> None:
    schema = {"type": "object", "properties": {"n": {"type": "integer"}}, "required": ["n"]}
    whole = (await ollama.post("/api/chat", json=ASK | {"format": schema, "stream": False})).json()
    assert isinstance(json.loads(whole["message"]["content"])["n"], int)
    loose = (await ollama.post("/api/chat", json=ASK | {"format": "json", "stream": False})).json()
    assert isinstance(json.loads(loose["message"]["content"]), dict)
    cut = await lines(ollama, "/api/chat", ASK | {"options": {"num_predict": 3}})
    assert (cut[-1]["done_reason"], cut[-1]["eval_count"], len(cut)) == ("length", 3, 4)


@pytest.mark.parametrize("path", ["/api/chat", "/api/generate"])
async def test_loading_and_unloading_without_a_word(box: Box, ollama: httpx.AsyncClient, path: str) -> None:
    loaded = (await ollama.post(path, json={"model": TEXT_MODEL})).json()
    assert (loaded["done"], loaded["done_reason"]) == (True, "load")
    assert "eval_count" not in loaded
    (model,) = await running(ollama)
    assert model["size"] == model["size_vram"] == box.ledger.resident(Kind.TEXT)
    assert model["context_length"] == 4096
    assert (await ollama.post(path, json=UNLOAD)).json()["done_reason"] == "unload"
    assert (await ollama.post(path, json=UNLOAD)).json()["done_reason"] == "unload", "so it says of what is gone"
    await until(lambda: not box.ledger.resident(Kind.TEXT))


async def test_a_model_that_is_listed_no_more_still_holds_its_memory() -> None:
    async with (
        Box(speed=500, lag=LagProfile.STUCK) as box,
        httpx.AsyncClient(base_url=box.ollama_url, timeout=30, trust_env=False) as ollama,
    ):
        await ollama.post("/api/chat", json=LOAD)
        assert (await ollama.post("/api/chat", json=UNLOAD)).status_code == 200
        assert await running(ollama) == []
        assert box.ledger.resident(Kind.TEXT) > 5 * 1024**3
        assert (await ollama.post("/api/chat", json=LOAD)).status_code == 500, "not even its own server can have it"
        await ollama.post("/api/chat", json=UNLOAD)
        await until(lambda: not box.ledger.resident(Kind.TEXT))


async def test_zero_with_words_answers_first_and_unloads_then(box: Box, ollama: httpx.AsyncClient) -> None:
    parts = await lines(ollama, "/api/chat", ASK | {"keep_alive": 0})
    assert parts[-1]["done_reason"] == "stop"
    await until(lambda: not box.ledger.held(Kind.TEXT, TEXT_MODEL))
    assert await running(ollama) == []


async def test_a_model_leaves_after_its_time_and_not_while_it_works(box: Box, ollama: httpx.AsyncClient) -> None:
    await ollama.post("/api/chat", json=LOAD | {"keep_alive": 0.05})
    await until(lambda: not box.ledger.held(Kind.TEXT, TEXT_MODEL))
    await ollama.post("/api/chat", json=LOAD | {"keep_alive": "1h30m"})
    (model,) = await running(ollama)
    left = datetime.fromisoformat(model["expires_at"]) - datetime.now(UTC)
    assert timedelta(minutes=89) < left <= timedelta(minutes=90)
    await ollama.post("/api/chat", json=LOAD | {"keep_alive": -1})
    await ollama.post("/api/chat", json=LOAD)
    (model,) = await running(ollama)
    assert datetime.fromisoformat(model["expires_at"]).year > 2200, "what was asked once holds until it is changed"


async def test_another_context_restarts_the_runner_when_the_memory_is_back(box: Box, ollama: httpx.AsyncClient) -> None:
    assert (await ollama.post("/api/chat", json=LOAD | {"options": {"num_ctx": 2048}})).status_code == 200
    small = box.ledger.held(Kind.TEXT, TEXT_MODEL)
    assert (await ollama.post("/api/chat", json=LOAD | {"options": {"num_ctx": 4096}})).status_code == 200
    assert box.ledger.held(Kind.TEXT, TEXT_MODEL) == small + 2048 * 128 * 1024


async def test_what_an_empty_card_cannot_hold_is_placed_in_part(box: Box, ollama: httpx.AsyncClient) -> None:
    assert (await ollama.post("/api/chat", json=LOAD | {"options": {"num_ctx": 16_384}})).status_code == 200
    (model,) = await running(ollama)
    assert box.ledger.free == 0
    assert model["size_vram"] == box.ledger.held(Kind.TEXT, TEXT_MODEL) < model["size"]
    parts = await lines(ollama, "/api/chat", ASK | {"options": {"num_ctx": 16_384}})
    assert parts[-1]["done_reason"] == "stop"


async def test_without_room_it_fails_as_the_real_one(box: Box, ollama: httpx.AsyncClient, log: Path) -> None:
    box.ledger.take(Kind.IMAGE, "somebody", 4 * 1024**3)
    for body in (LOAD, ASK, ASK | {"stream": False}):
        refused = await ollama.post("/api/chat", json=body)
        assert refused.status_code == 500
        assert "cudaMalloc failed: out of memory" in refused.json()["error"]
    assert box.ledger.held(Kind.TEXT, TEXT_MODEL) == 0
    assert await running(ollama) == []
    assert [event["event"] for event in events(log)] == ["load"] + ["request", "oom"] * 3


async def test_refusals(ollama: httpx.AsyncClient) -> None:
    refusals: tuple[tuple[dict[str, Any], int, str], ...] = (
        ({"model": "none"}, 404, "model 'none' not found"),
        (LOAD | {"keep_alive": "-1"}, 400, 'time: missing unit in duration "-1"'),
        (LOAD | {"keep_alive": "soon"}, 400, 'time: invalid duration "soon"'),
        ({"messages": []}, 400, "required"),
        (ASK | {"format": "yaml"}, 500, 'expected "json" or a valid JSON Schema object'),
        (LONG | {"truncate": False}, 400, "exceeds the available context size"),
    )
    for body, status, says in refusals:
        refused = await ollama.post("/api/chat", json=body)
        assert refused.status_code == status, body
        assert says in refused.json()["error"]


async def test_a_prompt_that_is_too_long_is_cut_in_silence_unless_told_otherwise(ollama: httpx.AsyncClient) -> None:
    answer = (await ollama.post("/api/chat", json=LONG | {"stream": False})).json()
    assert (answer["done"], answer["prompt_eval_count"]) == (True, 2048)


async def test_one_request_at_a_time_the_others_wait_in_line(ollama: httpx.AsyncClient) -> None:
    async with asyncio.TaskGroup() as group:
        several = [group.create_task(lines(ollama, "/api/chat", ASK)) for _ in range(4)]
    assert len({words(task.result()) for task in several}) == 1


def slow(pieces: int) -> Any:
    def tell(*_arguments: Any) -> str:
        return " Wort" * pieces

    return tell


async def test_who_hangs_up_ends_the_work_and_the_next_one_is_served() -> None:
    async with (
        Box(speed=50, tell=slow(3_000)) as box,
        httpx.AsyncClient(base_url=box.ollama_url, timeout=30, trust_env=False) as client,
    ):
        async with client.stream("POST", "/api/chat", json=ASK | {"keep_alive": 0}) as answer:
            await anext(answer.aiter_lines())
        await until(lambda: not box.ledger.held(Kind.TEXT, TEXT_MODEL))
        asked = asyncio.create_task(client.post("/api/chat", json=ASK | {"keep_alive": 0, "stream": False}))
        await until(lambda: box.ledger.held(Kind.TEXT, TEXT_MODEL) > 0)
        asked.cancel()
        await until(lambda: not box.ledger.held(Kind.TEXT, TEXT_MODEL))


async def test_who_hangs_up_while_it_loads_ends_the_load() -> None:
    async with (
        Box(speed=0.1) as box,
        httpx.AsyncClient(base_url=box.ollama_url, timeout=30, trust_env=False) as client,
    ):
        loading = asyncio.create_task(client.post("/api/chat", json=LOAD))
        await until(lambda: box.ledger.held(Kind.TEXT, TEXT_MODEL) > 0)
        loading.cancel()
        await until(lambda: not box.ledger.held(Kind.TEXT, TEXT_MODEL))
        assert await running(client) == []


async def test_unloading_a_busy_model_waits_for_its_answer() -> None:
    async with (
        Box(speed=50, tell=slow(800)) as box,
        httpx.AsyncClient(base_url=box.ollama_url, timeout=30, trust_env=False) as client,
    ):
        async with client.stream("POST", "/api/chat", json=ASK) as answer:
            parts = answer.aiter_lines()
            await anext(parts)
            assert (await client.post("/api/generate", json=UNLOAD)).json()["done_reason"] == "unload"
            assert len(await running(client)) == 1
            assert json.loads([part async for part in parts][-1])["done"]
        await until(lambda: not box.ledger.held(Kind.TEXT, TEXT_MODEL))


async def test_a_storyteller_that_fails_is_an_error_and_no_end_of_the_server() -> None:
    def broken(*_arguments: Any) -> str:
        raise ValueError("no words left")

    async with (
        Box(speed=500, tell=broken) as box,
        httpx.AsyncClient(base_url=box.ollama_url, timeout=30, trust_env=False) as client,
    ):
        for body in (ASK, ASK | {"stream": False}):
            failed = await client.post("/api/chat", json=body)
            assert failed.status_code == 500
            assert "no words left" in failed.json()["error"]
        assert (await client.post("/api/chat", json=LOAD)).status_code == 200
