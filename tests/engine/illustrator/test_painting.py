"""What an author relies on: a picture arrives whatever the sockets do, and an error says what it means."""

from __future__ import annotations

import asyncio
import json
import struct
import zlib
from dataclasses import replace

import pytest

from engine.book.model import Recipe
from engine.book.takes import size_of
from engine.errors import FibelError
from engine.illustrator import server
from engine.illustrator.comfyui import (
    ComfyUI,
    Decoding,
    Loading,
    Preview,
    Queued,
    Started,
    Step,
)

from .conftest import JOB, JPEG, MIB, QUICK, REFUSALS, Fake, Seen, paint, png


def preview(code: int, prompt_id: str) -> bytes:
    metadata = json.dumps({"prompt_id": prompt_id, "image_type": "image/jpeg"}).encode()
    return struct.pack(">II", code, len(metadata)) + metadata + JPEG


# ── painting ─────────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_picture_is_painted_and_its_making_told(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    seen = Seen()
    assert size_of(await paint(comfyui, recipe, seen)) == (64, 96)
    told = [event for event in seen if not isinstance(event, Queued)]
    assert told == [
        Started(),
        Loading(),
        Preview(JPEG),
        Step(1, 3),
        Preview(JPEG),
        Step(2, 3),
        Preview(JPEG),
        Step(3, 3),
        Decoding(),
    ]


async def test_what_is_sent_is_the_recipe_under_our_own_id(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    await paint(comfyui, recipe)
    (body,) = fake.bodies("/prompt")
    assert body["prompt_id"] == JOB
    assert body["prompt"]["3"]["inputs"]["seed"] == recipe.seed
    assert body["prompt"]["6"]["inputs"]["text"] == recipe.positive
    assert body["prompt"]["9"]["inputs"]["filename_prefix"].startswith("fibel/p001-")
    assert fake.first_messages == ['{"type":"feature_flags","data":{"supports_preview_metadata":true}}']


async def test_painting_twice_saves_to_two_names(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    await paint(comfyui, recipe)
    await paint(comfyui, recipe)
    first, second = (graph["9"]["inputs"]["filename_prefix"] for graph in fake.graphs())
    assert first != second


async def test_frames_of_strangers_and_of_the_future_are_ignored(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    stranger = {"prompt_id": "stranger", "node": "3", "value": 99, "max": 100}
    fake.noise = [
        "not JSON",
        json.dumps({"type": "progress", "data": stranger}),
        json.dumps({"type": "progress", "data": {"prompt_id": JOB}}),
        json.dumps({"type": "execution_error", "data": {"prompt_id": "stranger"}}),
        json.dumps({"type": "executing", "data": {"node": None, "prompt_id": "stranger"}}),
        json.dumps({"type": "something_new", "data": [1, 2]}),
        b"",
        b"\0\0\0\1\0\0\0\1" + JPEG,
        b"\0\0\0\4\xff\xff\xff\xffgarbage",
        b"\0\0\0\x09new",
        preview(4, "stranger"),
        preview(5, JOB),
    ]
    seen = Seen()
    await paint(comfyui, recipe, seen)
    assert [event for event in seen if isinstance(event, Step)] == [Step(1, 3), Step(2, 3), Step(3, 3)]
    assert sum(isinstance(event, Preview) for event in seen) == 3


async def test_a_frame_of_three_megabytes_does_not_end_the_connection(fake: Fake, recipe: Recipe) -> None:
    fake.noise = [bytes(3 * MIB)]
    patience = replace(QUICK, reconnect_after=1_000)  # a slow machine's silence is no reason to connect again
    async with ComfyUI(fake.url, client_id="fibel", checkpoint=recipe.checkpoint, patience=patience) as comfyui:
        await paint(comfyui, recipe)
    assert len(fake.connections) == 1


async def test_the_place_in_the_queue_is_told(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.stranger()
    fake.stranger("first", pending=True, number=-7)
    fake.stranger("later", pending=True, number=100)
    seen = Seen()
    painting = asyncio.create_task(paint(comfyui, recipe, seen))
    while not seen:
        await asyncio.sleep(0.005)
    painting.cancel()
    await asyncio.wait([painting])
    assert seen == [Queued(2)]


# ── sockets that fail ────────────────────────────────────────────────────────────────────────────────────────────────


async def test_a_silent_socket_costs_the_previews_not_the_picture(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.mute = True
    assert await paint(comfyui, recipe)


async def test_a_socket_that_stays_silent_is_replaced_under_the_same_name(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe
) -> None:
    fake.mute = True
    pause = fake.pause_at("3")
    seen = Seen()
    painting = asyncio.create_task(paint(comfyui, recipe, seen))
    await pause.reached.wait()
    while len(fake.connections) < 2:
        await asyncio.sleep(0.01)
    fake.mute = False
    pause.go.set()
    await painting
    assert len(set(fake.connections)) == 1
    assert Step(3, 3) in seen


async def test_a_broken_socket_is_taken_up_again(fake: Fake, recipe: Recipe) -> None:
    trusting = replace(QUICK, reconnect_after=1_000_000)
    pause = fake.pause_at("3")
    seen = Seen()
    async with ComfyUI(fake.url, client_id="fibel", checkpoint="c", patience=trusting) as comfyui:
        painting = asyncio.create_task(paint(comfyui, recipe, seen))
        await pause.reached.wait()
        await fake.drop_sockets()
        while len(fake.connections) < 2:
            await asyncio.sleep(0.01)
        pause.go.set()
        assert await painting
    assert Step(3, 3) in seen


async def test_a_picture_that_does_not_move_is_given_up(fake: Fake, recipe: Recipe) -> None:
    fake.pause_at("3")
    patience = replace(QUICK, stalled=0.2)
    checkpoint = recipe.checkpoint
    async with ComfyUI(fake.url, client_id="fibel", checkpoint=checkpoint, patience=patience) as comfyui:
        with pytest.raises(FibelError, match="paint_stalled") as caught:
            await paint(comfyui, recipe)
    assert caught.value.retryable


async def test_a_picture_that_waits_behind_another_is_not_given_up(fake: Fake, recipe: Recipe) -> None:
    stranger = fake.stranger()
    patience = replace(QUICK, stalled=0.05)
    async with ComfyUI(fake.url, client_id="fibel", checkpoint=recipe.checkpoint, patience=patience) as comfyui:
        painting = asyncio.create_task(paint(comfyui, recipe))
        while fake.looked_at_queue < 6:
            await asyncio.sleep(0.01)
        fake.running = None
        stranger.stopped.set()
        fake.wake()
        assert await painting


async def test_a_prompt_deleted_by_somebody_is_lost(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.stranger()
    painting = asyncio.create_task(paint(comfyui, recipe))
    while not fake.pending:
        await asyncio.sleep(0.005)
    fake.pending.clear()
    with pytest.raises(FibelError, match="job_lost"):
        await painting


async def test_a_restarted_server_has_lost_the_job(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    pause = fake.pause_at("3")
    painting = asyncio.create_task(paint(comfyui, recipe))
    await pause.reached.wait()
    await fake.restart()
    with pytest.raises(FibelError, match="job_lost"):
        await painting


async def test_an_answer_that_was_lost_does_not_lose_the_picture(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.lose_answer = True
    assert await paint(comfyui, recipe)
    assert len(fake.graphs()) == 1


async def test_a_prompt_that_never_arrived_is_not_mistaken_for_an_earlier_attempt(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe
) -> None:
    fake.ends = ["oom"]
    with pytest.raises(FibelError, match="out_of_memory"):
        await paint(comfyui, recipe)
    fake.lose_prompt = True
    with pytest.raises(FibelError, match="server_lost"):
        await paint(comfyui, recipe)


async def test_nobody_listening_is_said_at_once(recipe: Recipe) -> None:
    async with ComfyUI("127.0.0.1:9", client_id="fibel", checkpoint="c", patience=QUICK) as comfyui:
        with pytest.raises(FibelError, match="server_unreachable"):
            await paint(comfyui, recipe)
        assert await comfyui.measure() is None
        assert await comfyui.resident() == ()
        await comfyui.unload()


# ── what servers say against a prompt ────────────────────────────────────────────────────────────────────────────────


REFUSED = {"prompt_rejected", "model_missing", "sampler_unknown", "nodes_missing", "server_unexpected"}


@pytest.mark.parametrize("name", [name for name, answer in REFUSALS.items() if answer["status"] != 200])
async def test_every_recorded_refusal_becomes_a_plain_error(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe, name: str
) -> None:
    fake.answer = REFUSALS[name]
    with pytest.raises(FibelError) as caught:
        await paint(comfyui, recipe)
    assert caught.value.code in REFUSED
    assert len(caught.value.details) > 10


async def test_a_missing_checkpoint_says_what_there_is(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.answer = REFUSALS["unknown checkpoint"]
    with pytest.raises(FibelError, match=r"model_missing.*'nope.safetensors'.*dreamshaper_8.safetensors"):
        await paint(comfyui, recipe)


async def test_an_unknown_sampler_is_named(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.answer = REFUSALS["unknown sampler"]
    with pytest.raises(FibelError, match=r"sampler_unknown.*dpmpp_9z.*Did you mean 'dpmpp_2m'"):
        await paint(comfyui, recipe)


async def test_half_an_acceptance_is_taken_back(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.stranger()
    fake.answer = REFUSALS["two outputs, one invalid (partial)"]
    with pytest.raises(FibelError, match="prompt_rejected"):
        await paint(comfyui, recipe)
    assert fake.pending == []


async def test_missing_embeddings_are_named_before_anything_is_painted(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe
) -> None:
    fake.embeddings = ["baddream"]
    with pytest.raises(FibelError, match=r"embedding_missing.*BadDream.*UnrealisticDream"):
        await paint(comfyui, recipe)
    assert fake.graphs() == []


# ── pictures that fail ───────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("end", "said"),
    [
        ("oom", "out_of_memory.*Allocation on device"),
        ("error", "paint_failed.*TestbedFault: testbed error"),
        ("interrupted", "paint_interrupted"),
    ],
)
async def test_an_end_without_a_picture_has_its_own_code(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe, end: str, said: str
) -> None:
    fake.ends = [end]
    with pytest.raises(FibelError, match=said):
        await paint(comfyui, recipe)


async def test_an_error_shows_neither_traces_nor_paths(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.ends = ["oom"]
    with pytest.raises(FibelError) as caught:
        await paint(comfyui, recipe)
    assert "/srv" not in caught.value.message
    assert "\n" not in caught.value.details


@pytest.mark.parametrize(
    ("picture", "said"),
    [
        (png(64, 96, "black"), "picture_black"),
        (png(96, 64, "navy", "gold"), r"picture_broken.*64 x 96 pixels were asked for, 96 x 64 came"),
        (b"\xff\xd8\xff a JPEG", "picture_broken.*not a PNG"),
        (png(64, 96, "navy")[:-30], "picture_broken"),
        (b"", "picture_broken"),
    ],
)
async def test_what_is_no_picture_is_not_kept(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe, picture: bytes, said: str
) -> None:
    fake.picture = picture
    with pytest.raises(FibelError, match=said):
        await paint(comfyui, recipe)


async def test_a_picture_that_would_fill_the_memory_is_not_opened(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake.picture = header(65_536, 65_536)
    huge = recipe.model_copy(update={"width": 65_536, "height": 65_536})
    with pytest.raises(FibelError, match="picture_broken"):
        await paint(comfyui, huge)
    monkeypatch.setattr(server, "MAX_PICTURE", 1 << 20)
    fake.picture = png(64, 96, "navy", "gold") + bytes(2 << 20)
    with pytest.raises(FibelError, match=r"picture_broken.*larger than 1 MiB"):
        await paint(comfyui, recipe)


def header(width: int, height: int) -> bytes:
    """The beginning of a PNG that claims to be so large."""
    body = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + body + struct.pack(">I", zlib.crc32(body))


async def test_an_attempt_that_failed_does_not_stand_for_the_next(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.ends = ["oom"]
    with pytest.raises(FibelError, match="out_of_memory"):
        await paint(comfyui, recipe)
    fake.mute = True
    assert await paint(comfyui, recipe)


@pytest.mark.parametrize(
    ("wanted", "there", "said"),
    [
        ("dreamshaper8.safetensors", ["dreamshaper_8.safetensors"], "Did you mean 'dreamshaper_8.safetensors'?"),
        ("sd15/dream.safetensors", [r"sd15\Dream.ckpt", "other.ckpt"], r"Did you mean 'sd15\\Dream.ckpt'?"),
        ("nope.safetensors", ["a.safetensors", "b.safetensors"], "There are: a.safetensors, b.safetensors."),
        ("nope.safetensors", [], "'nope.safetensors' is not in its models folder."),
    ],
)
async def test_a_missing_model_is_answered_with_what_comes_near(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe, wanted: str, there: list[str], said: str
) -> None:
    config = {"input_name": "ckpt_name", "input_config": ["COMBO", {"options": there}], "received_value": wanted}
    fault = {"type": "value_not_in_list", "message": "Value not in list", "extra_info": config}
    node = {"class_type": "CheckpointLoaderSimple", "errors": [fault]}
    fake.answer = {"status": 400, "body": {"error": {}, "node_errors": {"4": node}}}
    with pytest.raises(FibelError) as caught:
        await paint(comfyui, recipe)
    assert caught.value.code == "model_missing"
    assert caught.value.details.endswith(said)
