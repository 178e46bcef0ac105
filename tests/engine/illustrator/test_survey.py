"""What an author relies on: the doctor says what a server lacks, where it goes, and how to start the server."""

from __future__ import annotations

import pytest

from engine.box.machine import Box
from engine.illustrator.comfyui import ComfyUI
from engine.illustrator.survey import Found, start_line

from .conftest import Fake


def by_code(found: list[Found]) -> dict[str, Found]:
    return {one.code: one for one in found}


async def test_the_box_can_do_everything() -> None:
    async with Box(speed=500.0) as box, ComfyUI(box.comfyui_url, client_id="fibel", checkpoint="") as comfyui:
        found = by_code(await comfyui.survey())
    able = found["able"].message
    assert all(word in able for word in ("paint", "vary", "retouch", "look", "large", "draft", "print"))
    assert not [code for code in found if code.startswith("workflow-")]
    assert found["half-precision"].ok
    assert found["lowvram"].hint.endswith("--lowvram --preview-method auto --reserve-vram 0.5")
    assert all(one.ok for one in found.values())


async def test_what_a_bare_server_lacks_is_named_with_its_place(fake: Fake, comfyui: ComfyUI) -> None:
    fake.embeddings = []
    found = by_code(await comfyui.survey())
    assert "IPAdapterAdvanced" in found["workflow-sd15_likeness"].message
    assert "ComfyUI_IPAdapter_plus" in found["workflow-sd15_likeness"].message
    assert "models/loras" in found["workflow-sd15_lcm"].message
    assert "BadDream.pt" in found["embeddings"].hint
    assert "models/embeddings" in found["embeddings"].hint
    assert found["able"].ok


async def test_flags_that_spoil_pictures_are_named(fake: Fake, comfyui: ComfyUI) -> None:
    fake.card_name = "cuda:0 NVIDIA GeForce GTX 1660 SUPER : cudaMallocAsync"
    fake.argv = ["main.py", "--force-fp16", "--highvram"]
    found = by_code(await comfyui.survey())
    assert not found["half-precision"].ok
    assert "--force-fp16" in found["half-precision"].message
    assert not found["keeps-model"].ok
    assert "--preview-method auto" in found["previews"].hint
    assert found["device"].message == "ComfyUI paints on NVIDIA GeForce GTX 1660 SUPER, 6.0 GiB."


@pytest.mark.parametrize("flag", ["--force-fp16", "--fp16-unet", "--fp16-vae"])
@pytest.mark.parametrize("card", ["GTX 1650", "GTX 1660 Ti", "GeForce MX450", "Quadro T1000"])
async def test_half_precision_is_a_trap_on_every_card_that_computes_it_wrongly(
    fake: Fake, comfyui: ComfyUI, card: str, flag: str
) -> None:
    fake.card_name, fake.argv = f"cuda:0 NVIDIA {card} : native", ["main.py", flag]
    assert not by_code(await comfyui.survey())["half-precision"].ok
    fake.argv = ["main.py"]
    assert by_code(await comfyui.survey())["half-precision"].ok
    fake.card_name = "cuda:0 NVIDIA GeForce RTX 3060 : cudaMallocAsync"
    assert "half-precision" not in by_code(await comfyui.survey())


async def test_an_old_server_is_told_to_be_updated(fake: Fake, comfyui: ComfyUI) -> None:
    fake.version = "0.3.20"
    found = by_code(await comfyui.survey())
    assert not found["comfyui"].ok
    assert "0.3.45" in found["comfyui"].hint


async def test_a_server_on_the_processor_is_said_to_be_slow(fake: Fake, comfyui: ComfyUI) -> None:
    fake.device = "cpu"
    assert "processor" in by_code(await comfyui.survey())["device"].message


def test_a_large_card_needs_no_sparing() -> None:
    assert "--lowvram" not in start_line(96 << 30)
    assert "--reserve-vram 1.0" in start_line(96 << 30)
