"""The same client and calls on the embedded machine: a lease, a whole book's words, and the card as it was."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, aclosing
from dataclasses import replace
from typing import Any

import httpx
import pytest

from engine.box.hardware import Kind
from engine.box.machine import Box, LagProfile
from engine.card.lease import Card
from engine.card.tenant import ModelKind
from engine.clock import SystemClock
from engine.errors import FibelError
from engine.presets import AgePreset, PresetKind, load_all
from engine.writer import calls
from engine.writer.ollama import Ollama
from engine.writer.provider import TextRequest

from .conftest import KEEP, MODEL

AGES = load_all(PresetKind.AGES, AgePreset)
REQUEST = TextRequest("", "Ein kleiner Igel findet einen Stern", None, seed=7, temperature=0.8, max_tokens=200)
ASKED: dict[str, Any] = {"seed": 7, "keep_alive": KEEP, "on_tokens": lambda _count: None}


@pytest.fixture
async def box() -> AsyncIterator[Box]:
    async with Box(speed=2_000.0, lag=LagProfile.FAST) as machine:
        yield machine


@pytest.fixture
async def writer(box: Box) -> AsyncIterator[Ollama]:
    async with Ollama(box.ollama_url, model=MODEL, context=4096) as there:
        yield there


def brief(age: str, pages: int) -> calls.Brief:
    return calls.Brief("", "Ein kleiner Igel findet einen Stern", AGES[age], age, pages, (), ())


@pytest.mark.parametrize("age", AGES)
async def test_a_book_is_planned_told_seen_and_rewritten(writer: Ollama, age: str) -> None:
    planned = await calls.outline(writer, brief(age, 6), **ASKED)
    assert planned.title
    assert len(planned.lines) == 6
    assert all(line.who and line.where and line.what and line.feeling for line in planned.lines)
    assert all(re.fullmatch(r"\([^():]+:1\.2\)", figure.block) for figure in planned.cast)
    book = replace(brief(age, 6), title=planned.title, cast=planned.cast, plan=planned.lines)
    first = {s.page: s.text async for s in calls.scenes(writer, book, [1, 2], {}, **ASKED)}
    rest = {s.page: s.text async for s in calls.scenes(writer, book, [3, 4, 5, 6], first, **ASKED)}
    texts = first | rest
    assert [*texts] == [1, 2, 3, 4, 5, 6]
    assert len(set(texts.values())) == 6
    assert any(planned.cast[0].name in text for text in texts.values())
    seen = [picture async for picture in calls.pictures(writer, book, texts, **ASKED)]
    assert [picture.page for picture in seen] == [1, 2, 3, 4, 5, 6]
    assert all(picture.action and picture.framing and picture.alt for picture in seen)
    again = await calls.rewrite(writer, book, 3, texts[3], "kürzer", **ASKED)
    assert again
    assert len(again) <= len(texts[3])


async def test_a_long_book_is_told_to_its_end(writer: Ollama) -> None:
    planned = await calls.outline(writer, brief("7-9", 24), **ASKED)
    book = replace(brief("7-9", 24), cast=planned.cast, plan=planned.lines)
    told = [s.page async for s in calls.scenes(writer, book, range(1, 25), {}, **ASKED)]
    assert [*dict.fromkeys(told)] == [*range(1, 25)]


async def test_a_lease_loads_once_and_a_flush_leaves_nothing(box: Box, writer: Ollama) -> None:
    card = Card({ModelKind.TEXT: writer}, SystemClock())
    for _ in range(2):
        async with card.lease(ModelKind.TEXT) as lease:
            (held,) = await card.resident()
            assert (held.model, held.bytes) == (MODEL, writer.need)
            await calls.rewrite(
                writer, brief("3-5", 1), 1, "Piko geht.", "", seed=7, keep_alive=lease.keep_alive, on_tokens=print
            )
    await card.flush()
    assert await card.resident() == ()


async def test_a_cancelled_story_leaves_the_box_free_for_the_next() -> None:
    async with Box(speed=20.0) as slow, Ollama(slow.ollama_url, model=MODEL, context=4096) as there:
        begun = asyncio.Event()

        def begin(_count: int) -> None:
            begun.set()

        task = asyncio.create_task(calls.outline(there, brief("3-5", 12), seed=7, keep_alive=KEEP, on_tokens=begin))
        await begun.wait()
        task.cancel()
        await asyncio.wait([task])
        assert task.cancelled()
        await there.unload()
        assert await there.resident() == ()


async def test_who_writes_and_what_is_missing(box: Box, writer: Ollama) -> None:
    assert (await writer.ready()).startswith(f"Writer: {MODEL} at {box.ollama_url}, Ollama 0.")
    async with Ollama(box.ollama_url, model="nope:1b", context=4096) as other:
        for attempt in (other.ready(), other.load(KEEP), calls.outline(other, brief("3-5", 3), **ASKED)):
            with pytest.raises(FibelError, match=r"model_missing.*fibel pull nope:1b"):
                await attempt


async def test_a_disk_that_hangs_gives_the_card_back_and_is_an_error_with_a_name() -> None:
    """The server answers all the while, so it is waited for until it gives up by itself."""
    async with Box(speed=1_000.0, stops=0.5) as box, Ollama(box.ollama_url, model=MODEL, context=4096) as there:
        card = Card({ModelKind.TEXT: there}, SystemClock(), cold=0.2)
        with pytest.raises(FibelError, match=r"load_stalled.*timed out waiting for llama-server.*progress 0\.50"):
            async with card.lease(ModelKind.TEXT):
                pass
        while box.ledger.resident(Kind.TEXT):
            await asyncio.sleep(0.01)


async def test_a_server_vouches_for_a_load_but_not_for_somebody_elses_work() -> None:
    async with AsyncExitStack() as stack:
        async with Box(speed=100.0) as box:
            there = await stack.enter_async_context(Ollama(box.ollama_url, model=MODEL, context=4096))
            other = await stack.enter_async_context(Ollama(box.ollama_url, model="another:1b", context=4096))
            assert await there.vouches()
            await there.load(KEEP)
            assert (await there.vouches(), await other.vouches()) == (True, False)
        assert not await there.vouches()


async def test_a_model_that_left_while_the_list_was_paused_is_loaded_again(box: Box, writer: Ollama) -> None:
    card = Card({ModelKind.TEXT: writer}, SystemClock())
    async with card.lease(ModelKind.TEXT):
        pass
    await asked(box, {"messages": [], "keep_alive": 0})
    while await writer.resident():
        await asyncio.sleep(0.01)
    async with card.lease(ModelKind.TEXT):
        assert [held.model for held in await card.resident()] == [MODEL]


async def test_somebody_elses_wishes_for_our_model_cost_time_and_no_words(box: Box, writer: Ollama) -> None:
    """They ask for it with another context, in the midst of our answer and between two: each time it is loaded anew."""
    theirs = {"messages": [{"role": "user", "content": "Erzähle."}], "options": {"num_ctx": 2048, "num_predict": 5}}
    begun = asyncio.Event()

    async def ours() -> str:
        texts: list[str] = []
        async with aclosing(writer.generate(REQUEST, keep_alive=KEEP)) as answer:
            async for chunk in answer:
                begun.set()
                texts.append(chunk.text)
        assert chunk.done
        return "".join(texts)

    await writer.load(KEEP)
    undisturbed = await ours()
    begun.clear()
    telling = asyncio.create_task(ours())
    await begun.wait()
    await asked(box, theirs)
    assert await telling == undisturbed
    (other,) = await writer.resident()
    assert other.model == f"{MODEL} with 2048 tokens"  # so that a lease would have it loaded as ours
    assert await ours() == undisturbed


async def asked(box: Box, body: dict[str, object]) -> None:
    """Have somebody else ask the same server for the same model."""
    async with httpx.AsyncClient(base_url=box.ollama_url, trust_env=False, timeout=60) as somebody:
        (await somebody.post("/api/chat", json={"model": MODEL, "stream": False, **body})).raise_for_status()
