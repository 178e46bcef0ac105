"""What an author relies on: a picture arrives whatever the sockets do, and a cancelled one costs nobody anything."""

from __future__ import annotations

import asyncio
import json
import struct
import uuid
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from engine.book.model import Recipe
from engine.book.takes import size_of
from engine.card.tenant import ModelKind, Tenant
from engine.errors import FibelError
from engine.illustrator.comfyui import (
    ComfyUI,
    Decoding,
    Loading,
    PaintEvent,
    Patience,
    Preview,
    Queued,
    Started,
    Step,
)

from .conftest import DATA, JPEG, MIB, REFUSALS, Fake, png

QUICK = Patience(silence=0.05, reconnect_after=2, again=0.02, settle=0.005, leave=2.0, freed=2.0)
JOB = "0f6f1d1c-58ec-4a2e-9d0e-3d4b8f2a7c11"


@pytest.fixture
async def comfyui(fake: Fake) -> AsyncIterator[ComfyUI]:
    async with ComfyUI(fake.url, client_id="fibel", checkpoint="dreamshaper_8.safetensors", patience=QUICK) as opened:
        yield opened


class Seen(list[PaintEvent]):
    def __call__(self, event: PaintEvent) -> None:
        self.append(event)


def preview(code: int, prompt_id: str) -> bytes:
    metadata = json.dumps({"prompt_id": prompt_id, "image_type": "image/jpeg"}).encode()
    return struct.pack(">II", code, len(metadata)) + metadata + JPEG


async def paint(comfyui: ComfyUI, recipe: Recipe, seen: Seen | None = None) -> bytes:
    return await comfyui.paint(JOB, recipe, prefix="fibel/p001", on=seen if seen is not None else Seen())


# ── painting ─────────────────────────────────────────────────────────────────────────────────────────────────────


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


async def test_a_frame_of_three_megabytes_does_not_end_the_connection(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe
) -> None:
    fake.noise = [bytes(3 * MIB)]
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


# ── sockets that fail ────────────────────────────────────────────────────────────────────────────────────────────


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


# ── what servers say against a prompt ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("name", [name for name, answer in REFUSALS.items() if answer["status"] != 200])
async def test_every_recorded_refusal_becomes_a_plain_error(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe, name: str
) -> None:
    fake.answer = REFUSALS[name]
    with pytest.raises(FibelError) as caught:
        await paint(comfyui, recipe)
    assert caught.value.code in ("prompt_rejected", "model_missing", "server_unexpected")
    assert len(caught.value.details) > 10


async def test_a_missing_checkpoint_says_what_there_is(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.answer = REFUSALS["unknown checkpoint"]
    with pytest.raises(FibelError, match=r"model_missing.*'nope.safetensors'.*dreamshaper_8.safetensors"):
        await paint(comfyui, recipe)


async def test_an_unknown_sampler_is_named_with_its_node(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.answer = REFUSALS["unknown sampler"]
    with pytest.raises(FibelError, match=r"prompt_rejected.*KSampler \(node 3\).*dpmpp_9z"):
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
    with pytest.raises(FibelError, match=r"model_missing.*BadDream.*UnrealisticDream.*models/embeddings"):
        await paint(comfyui, recipe)
    assert fake.graphs() == []


# ── pictures that fail ───────────────────────────────────────────────────────────────────────────────────────────


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


async def test_an_attempt_that_failed_does_not_stand_for_the_next(fake: Fake, comfyui: ComfyUI, recipe: Recipe) -> None:
    fake.ends = ["oom"]
    with pytest.raises(FibelError, match="out_of_memory"):
        await paint(comfyui, recipe)
    fake.mute = True
    assert await paint(comfyui, recipe)


# ── cancelling ───────────────────────────────────────────────────────────────────────────────────────────────────


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
    for turns in range(0, 60, 3):
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


# ── after a restart of ours ──────────────────────────────────────────────────────────────────────────────────────


async def submitted(fake: Fake, recipe: Recipe) -> None:
    """Have a prompt of ours on the server without anybody following it."""
    import httpx

    from engine.illustrator.workflow import Workflow

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


# ── the card ─────────────────────────────────────────────────────────────────────────────────────────────────────


async def test_it_is_a_tenant(comfyui: ComfyUI) -> None:
    tenant: Tenant = comfyui
    assert tenant.kind is ModelKind.IMAGE
    assert tenant.model == "dreamshaper_8.safetensors"
    assert 4_000 * MIB < tenant.need < 5_000 * MIB


async def test_loading_leaves_the_model_in_memory_and_nothing_in_the_output_folder(
    fake: Fake, comfyui: ComfyUI
) -> None:
    assert await comfyui.resident() == ()
    await comfyui.load(600.0)
    (held,) = await comfyui.resident()
    assert (held.model, held.bytes) == ("dreamshaper_8.safetensors", 3_400 * MIB)
    (graph,) = fake.graphs()
    assert graph["9"] == {"class_type": "PreviewImage", "inputs": {"images": ["8", 0]}}
    assert graph["3"]["inputs"]["steps"] == 1
    assert graph["4"]["inputs"]["ckpt_name"] == "dreamshaper_8.safetensors"


async def test_a_model_that_was_there_before_us_is_ours_once_we_painted_with_it(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe
) -> None:
    fake.used = 3_400 * MIB
    assert [held.model for held in await comfyui.resident()] == ["a model loaded before"]
    await paint(comfyui, recipe)
    assert [held.model for held in await comfyui.resident()] == ["dreamshaper_8.safetensors"]


async def test_loading_twice_is_never_answered_from_the_cache(fake: Fake, comfyui: ComfyUI) -> None:
    await comfyui.load(600.0)
    await comfyui.load(600.0)
    first, second = (graph["3"]["inputs"]["seed"] for graph in fake.graphs())
    assert first != second


async def test_loading_can_fail(fake: Fake, comfyui: ComfyUI) -> None:
    fake.ends = ["oom"]
    with pytest.raises(FibelError, match="out_of_memory"):
        await comfyui.load(600.0)


async def test_unloading_returns_when_the_memory_is_let_go(fake: Fake, comfyui: ComfyUI) -> None:
    await comfyui.load(600.0)
    pause = fake.pause_at("free")
    unloading = asyncio.create_task(comfyui.unload())
    await pause.reached.wait()
    looks = fake.looks
    while fake.looks < looks + 2:
        await asyncio.sleep(0.01)
    pause.go.set()
    await unloading
    assert fake.used == 0
    assert fake.bodies("/free") == [{"unload_models": True, "free_memory": True}]
    assert await comfyui.resident() == ()


async def test_unloading_gives_up_and_lets_the_card_measure(fake: Fake) -> None:
    impatient = Patience(silence=0.05, settle=0.005, freed=0.1)
    async with ComfyUI(fake.url, client_id="fibel", checkpoint="c", patience=impatient) as comfyui:
        await comfyui.load(600.0)
        fake.stuck = True
        await comfyui.unload()
        assert len(await comfyui.resident()) == 1


async def test_memory_that_pytorch_keeps_for_itself_is_not_free(fake: Fake, comfyui: ComfyUI) -> None:
    fake.cached = 700 * MIB
    reading = await comfyui.measure()
    assert reading is not None
    assert reading.total == fake.total
    assert reading.free == fake.total - fake.foreign - fake.cached
    assert reading.verified
    assert await comfyui.resident() == ()


async def test_a_model_that_pytorch_does_not_show_is_remembered(fake: Fake, comfyui: ComfyUI) -> None:
    fake.invisible = True
    await comfyui.load(600.0)
    assert len(await comfyui.resident()) == 1
    await comfyui.unload()
    assert await comfyui.resident() == ()


async def test_a_server_on_the_processor_wants_nothing_of_the_card(fake: Fake, comfyui: ComfyUI) -> None:
    fake.device = "cpu"
    await comfyui.load(600.0)
    assert fake.graphs() == []
    assert await comfyui.measure() is None
    assert await comfyui.resident() == ()
    assert comfyui.need == 0


async def test_another_program_on_the_port_is_said_to_be_one(fake: Fake, recipe: Recipe) -> None:
    fake.embeddings = {"not": "names"}  # type: ignore[assignment]
    async with ComfyUI(fake.url, client_id="fibel", checkpoint="c", patience=QUICK) as comfyui:
        with pytest.raises(FibelError, match="server_unexpected"):
            await paint(comfyui, recipe)


async def test_a_workflow_is_checked_against_this_server(comfyui: ComfyUI) -> None:
    report = await comfyui.check(DATA / "workflows" / "sd15_ipadapter.json")
    assert "IPAdapterAdvanced" in report.unknown_nodes


async def test_a_workflow_is_checked_without_a_server_too() -> None:
    async with ComfyUI("127.0.0.1:9", client_id="fibel", checkpoint="c", patience=QUICK) as comfyui:
        report = await comfyui.check(DATA / "workflows" / "sd15_ipadapter.json")
    assert report.ok
