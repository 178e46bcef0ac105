"""The box paints every shipped workflow, with every family of models."""

from __future__ import annotations

import json
from pathlib import Path
from uuid import uuid4

import pytest
from PIL import Image

from engine.book.model import Recipe, Region
from engine.book.takes import size_of
from engine.box.machine import Box
from engine.card.estimate import GIB
from engine.family import Family
from engine.illustrator.comfyui import ComfyUI, Materials, unwatched
from engine.illustrator.materials import opened
from engine.illustrator.workflow import Workflow
from tests.engine.illustrator.conftest import JOB, png

MODELS = {
    Family.SD15: "dreamshaper_8.safetensors",
    Family.SDXL: "sd_xl_base_1.0.safetensors",
    Family.SD3: "sd3.5_medium_incl_clips_t5xxlfp8scaled.safetensors",
    Family.FLUX: "flux1-schnell-fp8.safetensors",
}
PAIRS = [(name, family) for name in Workflow.names() for family in Workflow.load(name).manifest.families]


class Blot:
    """The plainest picture there is."""

    def __init__(self, positive: str, negative: str, seed: int, width: int, height: int) -> None:
        self._size = (width, height)

    def image(self) -> Image.Image:
        return Image.linear_gradient("L").resize(self._size).convert("RGB")

    def preview(self, fraction: float, longest_side: int = 512) -> Image.Image:
        return self.image()


@pytest.mark.parametrize(("name", "family"), PAIRS, ids=lambda value: str(value))
async def test_every_shipped_workflow_is_executed(name: str, family: Family) -> None:
    workflow = Workflow.load(name)
    source = png(64, 96, "navy", "gold")
    async with (
        Box(speed=5_000.0, paint=Blot) as box,
        ComfyUI(box.comfyui_url, client_id="fibel", checkpoint=MODELS[family]) as comfyui,
    ):
        scale = 4 if name == "upscale" else 1
        recipe = Recipe(
            workflow=name,
            checkpoint=(await comfyui.easel()).checkpoint,
            positive="a hedgehog",
            negative="photo",
            seed=7,
            sampler="euler",
            scheduler="normal",
            steps=2,
            cfg=1.0,
            width=64 * scale,
            height=96 * scale,
            denoise=0.5,
            likeness=0.7,
            mask=(Region(left=0.5, top=0.5, width=0.4, height=0.4),) if name == "retouch" else (),
            files=await comfyui.equip(workflow),
        )
        materials = Materials(source=source, reference=source)
        picture = await comfyui.paint(JOB, recipe, prefix="fibel/x", on=unwatched, materials=materials)
    assert size_of(picture) == (64 * scale, 96 * scale)
    if name == "retouch":
        before, after = opened(source), opened(picture)
        assert before.crop((0, 0, 64, 48)).tobytes() == after.crop((0, 0, 64, 48)).tobytes()
        assert before.tobytes() != after.tobytes()


@pytest.mark.parametrize("card", ["gtx-1660-super", "rtx-4060-ti-16gb"])
async def test_what_works_beside_the_painter_takes_its_room_and_gives_it_back(card: str, tmp_path: Path) -> None:
    log = tmp_path / "ledger.jsonl"
    source = png(512, 768, "navy", "gold")
    async with (
        Box(speed=5_000.0, paint=Blot, card=card, log=log) as box,
        ComfyUI(box.comfyui_url, client_id="fibel", checkpoint=MODELS[Family.SD15]) as comfyui,
    ):
        await comfyui.measure()
        for name, scale in (("sd15_likeness", 1), ("upscale", 4)):
            recipe = Recipe(
                workflow=name,
                checkpoint=(await comfyui.easel()).checkpoint,
                positive="a hedgehog",
                negative="photo",
                seed=7,
                sampler="euler",
                scheduler="normal",
                steps=2,
                cfg=1.0,
                width=512 * scale,
                height=768 * scale,
                likeness=0.7,
                files=await comfyui.equip(Workflow.load(name)),
            )
            materials = Materials(source=source, reference=source)
            await comfyui.paint(str(uuid4()), recipe, prefix="fibel/x", on=unwatched, materials=materials)
        need = comfyui.need
    told = [json.loads(line) for line in log.read_text().splitlines()]
    loaded = {entry["model"] for entry in told if entry["event"] == "load"}
    assert {"4x_Lanczos.pth", MODELS[Family.SD15]} <= loaded
    assert ("CLIP-ViT-H-14-laion2B-s32B-b79K.safetensors" in loaded) == (card != "gtx-1660-super")
    while_enlarging = next(entry for entry in told if entry["model"] == "4x_Lanczos.pth")
    assert while_enlarging["resident"]["image"] > 2 * GIB
    assert told[-1]["resident"]["image"] <= need
    assert not [entry for entry in told if entry["event"] == "oom"]
