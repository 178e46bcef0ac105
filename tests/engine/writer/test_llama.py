"""The same client against a real llama.cpp server: form, stream, cancel, and models that come and go as processes."""

from __future__ import annotations

import asyncio
import json
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from engine.card.estimate import COMPUTE
from engine.card.lease import Card
from engine.card.residency import Mode, Policy
from engine.card.tenant import ModelKind
from engine.clock import SystemClock
from engine.errors import FibelError
from engine.presets import AgePreset, PresetKind, load_all
from engine.writer import calls
from engine.writer.answers import JudgesAnswer, OutlineAnswer, PicturesAnswer, RepairAnswer, RewriteAnswer
from engine.writer.openai import OpenAICompatible
from engine.writer.provider import Chunk, TextRequest
from engine.writer.schema import prepared, prepared_for_items
from engine.writer.wire import GUESS

from . import llama
from .conftest import KEEP
from .llama import ONE, TWO, held

pytestmark = llama.needed
MANY = 40
"""Seeds after which nonsense is no excuse any more."""

AGES = load_all(PresetKind.AGES, AgePreset)

LONG: dict[str, object] = {
    "type": "object",
    "properties": {"a": {"type": "array", "items": {"type": "string"}, "minItems": 400}},
    "required": ["a"],
    "additionalProperties": False,
}
"""What takes a while to be written."""


def request(schema: dict[str, object] | None, *, seed: int = 7, most: int = 900, user: str = "Hallo") -> TextRequest:
    return TextRequest("Antworte mit JSON.", user, schema, seed, 0.8, most)  # type: ignore[arg-type]


async def said(writer: OpenAICompatible, asked: TextRequest) -> list[Chunk]:
    return [chunk async for chunk in writer.generate(asked, keep_alive=KEEP)]


@pytest.fixture
async def url() -> AsyncIterator[str]:
    async with llama.server(*llama.router()) as running:
        yield running.url


@pytest.fixture
async def writer(url: str) -> AsyncIterator[OpenAICompatible]:
    async with OpenAICompatible(url, model=ONE, context=32_768, on_card=True) as there:
        yield there


async def test_an_answer_streams_and_has_the_form_asked_for(writer: OpenAICompatible) -> None:
    await writer.load(KEEP)
    assert writer.context == 8192  # what the server really keeps in view
    for seed in (1, 2):
        chunks = await said(writer, request(prepared_for_items(PicturesAnswer, "pictures", "page", [2, 5]), seed=seed))
        assert len(chunks) > 10
        assert (chunks[-1].done, chunks[-1].reason) == (True, "stop")
        assert chunks[-1].tokens >= len(chunks) // 2
        answer = json.loads("".join(chunk.text for chunk in chunks))
        assert [*answer["pictures"][0]] == ["page", "scene_en", "shot_en", "summary_de"]
        assert {picture["page"] for picture in answer["pictures"]} <= {2, 5}


@pytest.mark.parametrize(
    "schema",
    [
        prepared(OutlineAnswer, pages=32),
        prepared_for_items(PicturesAnswer, "pictures", "page", range(1, 33)),
        prepared_for_items(JudgesAnswer, "pages", "page", range(1, 33)),
        prepared_for_items(RepairAnswer, "sentences", "number", range(1, 9)),
    ],
    ids=["outline", "pictures", "judges", "repair"],
)
async def test_the_longest_book_still_makes_a_grammar(writer: OpenAICompatible, schema: dict[str, object]) -> None:
    chunks = await said(writer, request(schema, most=40))
    assert (chunks[-1].done, chunks[-1].reason) == (True, "length")
    assert "".join(chunk.text for chunk in chunks).startswith("{")


async def test_an_answer_without_room_says_that_it_was_cut(writer: OpenAICompatible) -> None:
    chunks = await said(writer, request(prepared(RewriteAnswer), most=3))
    assert (chunks[-1].done, chunks[-1].reason) == (True, "length")


async def test_a_cancelled_answer_leaves_the_server_free(writer: OpenAICompatible) -> None:
    answer = writer.generate(request(LONG, most=8000), keep_alive=KEEP)
    while not (await anext(answer)).text:
        pass
    await answer.aclose()
    assert (await said(writer, request(prepared(RewriteAnswer))))[-1].done


async def test_a_book_is_planned_and_told_with_the_real_calls(writer: OpenAICompatible) -> None:
    """The tiny model writes nonsense, now and then too wild to be used; that the rest has its form is our doing."""
    brief = calls.Brief("", "Ein Igel findet einen Stern", AGES["3-5"], "3-5", 3, (), ())
    asked: dict[str, Any] = {"keep_alive": KEEP, "on_tokens": lambda _count: None}
    for seed in count(1):
        try:
            planned = await calls.outline(writer, brief, seed=seed, **asked)
            book = replace(brief, cast=planned.cast, plan=planned.lines)
            told = {
                scene.page: scene.text async for scene in calls.scenes(writer, book, [1, 2], {}, seed=seed, **asked)
            }
        except FibelError as error:
            assert error.code == "text_invalid"
            assert seed < MANY
        else:
            break
    assert len(planned.lines) == 3
    assert planned.cast
    assert {*told} == {1, 2}
    assert all(told.values())


async def test_models_are_loaded_and_unloaded_with_certainty(url: str, writer: OpenAICompatible) -> None:
    assert await writer.resident() == ()
    await writer.load(KEEP)
    assert await held(url) == {ONE: "loaded", TWO: "unloaded"}
    (resident,) = await writer.resident()
    assert (resident.kind, resident.model, resident.bytes) == (ModelKind.TEXT, ONE, writer.need)
    await writer.unload()
    assert await held(url) == {ONE: "unloaded", TWO: "unloaded"}
    assert await writer.resident() == ()
    await writer.unload()  # nothing runs, nothing is wrong
    async with OpenAICompatible(url, model=TWO, context=4096, on_card=True) as other:
        await other.load(KEEP)
        assert [resident.model for resident in await writer.resident()] == [TWO]
        await writer.unload()  # whoever loaded it
    assert await held(url) == {ONE: "unloaded", TWO: "unloaded"}


async def test_what_a_model_will_take_is_known_before_it_is_loaded(writer: OpenAICompatible) -> None:
    assert await writer.resident() == ()
    foreseen = writer.need
    await writer.load(KEEP)
    assert foreseen != GUESS
    assert foreseen == pytest.approx(writer.need, rel=0.02)


async def test_a_model_that_was_split_is_known_whole(tmp_path: Path) -> None:
    """The file names are llama.cpp's; their content is never looked at before a load."""
    folder = tmp_path / "large [1]"
    folder.mkdir()
    for part in (1, 2, 3):
        (folder / f"large-{part:05}-of-00003.gguf").write_bytes(b"GGUF" * 1_000_000)
    async with (
        llama.server(*llama.router(tmp_path)) as there,
        OpenAICompatible(there.url, model="large [1]", context=4096, on_card=True) as writer,
    ):
        assert await writer.resident() == ()
        assert 12_000_000 < writer.need - COMPUTE < 15_000_000


async def test_a_router_on_the_card_takes_its_turn(url: str, writer: OpenAICompatible) -> None:
    card = Card({ModelKind.TEXT: writer}, SystemClock(), policy=Policy.AUTO)
    for _ in range(2):
        async with card.lease(ModelKind.TEXT):
            assert [resident.model for resident in await card.resident()] == [ONE]
    await card.flush()
    assert await held(url) == {ONE: "unloaded", TWO: "unloaded"}


async def test_two_loads_at_once_are_one(url: str, writer: OpenAICompatible) -> None:
    await asyncio.gather(writer.load(KEEP), writer.load(KEEP))
    assert (await held(url))[ONE] == "loaded"


async def test_a_model_that_cannot_be_loaded_says_so(tmp_path: Path) -> None:
    (tmp_path / "broken.gguf").write_bytes(b"GGUF no model at all")
    shutil.copy(llama.PROGRAM.parent / "models" / f"{ONE}.gguf", tmp_path)
    async with (
        llama.server(*llama.router(tmp_path)) as there,
        OpenAICompatible(there.url, model="broken", context=4096, on_card=True) as writer,
    ):
        with pytest.raises(FibelError, match=r"text_failed.*broken could not be loaded"):
            await writer.load(KEEP)


async def test_a_model_the_router_does_not_have_is_named_with_those_it_has(url: str) -> None:
    async with OpenAICompatible(url, model="nope", context=4096, on_card=True) as writer:
        with pytest.raises(FibelError, match=rf"model_missing.* has {ONE}, {TWO}; wanted is nope"):
            await writer.load(KEEP)


async def test_a_server_of_one_model_needs_no_name_and_holds_nothing_of_ours() -> None:
    async with (
        llama.server(*llama.single()) as there,
        OpenAICompatible(f"{there.url}/v1", model="", context=4096, on_card=True) as writer,
    ):
        assert await writer.ready() == f"Writer: {ONE} at {there.url}, llama.cpp."
        assert writer.place == "local"
        card = Card({ModelKind.TEXT: writer}, SystemClock(), policy=Policy.SERIAL)
        async with card.lease(ModelKind.TEXT):
            assert card.residency.mode is Mode.API
            assert (await said(writer, request(prepared(RewriteAnswer))))[-1].done
        with pytest.raises(FibelError, match="text_too_long"):
            await said(writer, request(None, user="Hallo " * 5000))


async def test_a_server_that_dies_in_the_middle_is_lost_and_afterwards_nobody_answers() -> None:
    async with llama.server(*llama.single()) as there, OpenAICompatible(there.url, model=ONE, context=4096) as writer:
        answer = writer.generate(request(LONG, most=8000), keep_alive=KEEP)
        await anext(answer)
        await there.kill()
        with pytest.raises(FibelError, match="server_lost"):
            async for _chunk in answer:
                pass
        with pytest.raises(FibelError, match="server_unreachable"):
            await said(writer, request(None))
