"""What the card relies on: the model comes and goes when asked, and free memory is what others can get."""

from __future__ import annotations

import asyncio
from http.server import HTTPServer, SimpleHTTPRequestHandler
from threading import Thread

import pytest

from engine.book.model import Recipe
from engine.card.estimate import enlarging
from engine.card.tenant import ModelKind, Tenant
from engine.errors import FibelError
from engine.illustrator.comfyui import (
    ComfyUI,
    Patience,
)
from engine.illustrator.model import choose_model
from engine.illustrator.server import Server
from engine.illustrator.workflow import Workflow

from .conftest import DATA, MIB, QUICK, Fake, paint


async def test_it_is_a_tenant(comfyui: ComfyUI) -> None:
    tenant: Tenant = comfyui
    assert tenant.kind is ModelKind.IMAGE
    assert tenant.model == "dreamshaper_8.safetensors"
    assert 3_500 * MIB < tenant.need < 5_000 * MIB


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


async def test_a_web_page_on_the_port_is_not_said_to_lack_a_model() -> None:
    page = HTTPServer(("127.0.0.1", 0), SimpleHTTPRequestHandler)
    serving = Thread(target=page.serve_forever)
    serving.start()
    try:
        async with Server(f"http://127.0.0.1:{page.server_port}") as server:
            with pytest.raises(FibelError, match="server_unexpected"):
                await choose_model(server, "")
    finally:
        page.shutdown()
        serving.join()
        page.server_close()


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


async def test_what_it_needs_follows_from_the_picture_that_comes_next(comfyui: ComfyUI) -> None:
    small = comfyui.need
    comfyui.expect(1536, 1536, None)
    assert comfyui.need > 2 * small
    comfyui.expect(1536, 1536, None, tiled=True)
    assert comfyui.need < 2 * small


async def test_a_picture_that_cannot_be_painted_is_refused_before_it_is_sent(fake: Fake, comfyui: ComfyUI) -> None:
    with pytest.raises(FibelError, match="picture_too_large"):
        comfyui.expect(2048, 2048, 5_700 * MIB)
    assert fake.graphs() == []


async def test_what_works_beside_the_model_is_counted(comfyui: ComfyUI) -> None:
    comfyui.expect(512, 768, None)
    plain = comfyui.need
    comfyui.expect(512, 768, None, beside=Workflow.load("sd15_likeness").beside)
    assert plain < comfyui.need
    comfyui.expect(512, 768, None, beside=Workflow.load("upscale").beside)
    assert comfyui.need >= enlarging().whole
    comfyui.expect(512, 768, None)
    assert comfyui.need == plain
