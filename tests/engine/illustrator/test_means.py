"""What an author relies on: the right model, workflow, preset and size, and a plain word where they do not fit."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from engine.book.model import Book, Character, Page, Recipe, Region, Scene
from engine.errors import FibelError
from engine.family import Family
from engine.illustrator.comfyui import ComfyUI, Easel, Materials
from engine.illustrator.materials import opened
from engine.illustrator.planning import HOUSE_EMBEDDINGS, Means, Plan, Wish, plan
from engine.illustrator.sizes import fitted, wished_size
from engine.illustrator.workflow import Workflow
from engine.presets import FormatPreset, PresetKind, SamplerPreset, StylePreset, load, load_all
from engine.samplers import SAMPLERS, understood

from .conftest import JOB, QUICK, Fake, Seen, png

SAMPLER_PRESETS: Mapping[str, SamplerPreset] = load_all(PresetKind.SAMPLERS, SamplerPreset)
STYLE = load(PresetKind.STYLES, StylePreset, "watercolor")
A5 = load(PresetKind.FORMATS, FormatPreset, "a5")
PAGE = Page(id="p001", scene=Scene(text="Der Igel gähnt.", action="a hedgehog yawns"))
BOOK = Book(pages=(PAGE,))


def planned(name: str, family: Family, book: Book = BOOK, **easel: object) -> Plan:
    there = {"checkpoint": name, "family": family, "folder": "checkpoints", "embeddings": HOUSE_EMBEDDINGS}
    means = Means(Easel(**{**there, **easel}), STYLE, A5, SAMPLER_PRESETS)  # type: ignore[arg-type]
    return plan(book, book.pages[0], Wish(), means)


# ── presets ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("said", "sampler", "scheduler"),
    [
        ("DPM++ 2M Karras", "dpmpp_2m", "karras"),
        ("DPM++ 2M", "dpmpp_2m", "normal"),
        ("DPM++ 2M SDE Karras", "dpmpp_2m_sde", "karras"),
        ("DPM++ SDE Karras", "dpmpp_sde", "karras"),
        ("DPM++ 3M SDE Exponential", "dpmpp_3m_sde", "exponential"),
        ("DPM++ 2S a Karras", "dpmpp_2s_ancestral", "karras"),
        ("Euler a", "euler_ancestral", "normal"),
        ("Euler", "euler", "normal"),
        ("Heun", "heun", "normal"),
        ("LMS Karras", "lms", "karras"),
        ("DPM2 a Karras", "dpm_2_ancestral", "karras"),
        ("DPM fast", "dpm_fast", "normal"),
        ("DDIM", "ddim", "ddim_uniform"),
        ("UniPC", "uni_pc", "normal"),
        ("LCM", "lcm", "sgm_uniform"),
        ("Euler SGM Uniform", "euler", "sgm_uniform"),
        ("dpmpp 2m", "dpmpp_2m", "normal"),
    ],
)
def test_names_of_other_programs_are_understood(said: str, sampler: str, scheduler: str) -> None:
    assert understood(said) == (sampler, scheduler)


@pytest.mark.parametrize("name", sorted(SAMPLERS))
def test_names_of_comfyui_pass_through(name: str) -> None:
    assert understood(name, "karras") == (name, "karras")


def test_what_nobody_knows_is_answered_with_what_comes_near() -> None:
    with pytest.raises(ValueError, match="dpmpp_2m comes nearest"):
        understood("Restart")
    with pytest.raises(ValueError, match="did you mean dpmpp_2m"):
        understood("DPM++ 2N")
    with pytest.raises(ValueError, match="did you mean karras"):
        understood("euler", "karas")


def test_an_authors_preset_lies_over_the_shipped_one(tmp_path: Path) -> None:
    (tmp_path / "samplers").mkdir()
    (tmp_path / "samplers" / "quality.yaml").write_text("label: mine\nsampler: Euler a\nsteps: 30\ncfg: 6\n")
    (tmp_path / "samplers" / "bad.yaml").write_text("label: mine\nsampler: Eulr\nsteps: 30\ncfg: 6\n")
    with pytest.raises(FibelError, match=r"preset_broken.*bad\.yaml: there is no sampler 'Eulr'; did you mean euler"):
        load_all(PresetKind.SAMPLERS, SamplerPreset, [tmp_path])
    (tmp_path / "samplers" / "bad.yaml").unlink()
    mine = load(PresetKind.SAMPLERS, SamplerPreset, "quality", [tmp_path])
    assert (mine.sampler, mine.scheduler, mine.converges) == ("euler_ancestral", "normal", False)


# ── what is planned ──────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("name", "family", "workflow", "preset", "size"),
    [
        ("dreamshaper_8.safetensors", Family.SD15, "sd15_txt2img", "quality", (512, 768)),
        ("sd_xl_base_1.0.safetensors", Family.SDXL, "sdxl_txt2img", "quality", (840, 1256)),
        ("DreamShaperXL_Turbo.safetensors", Family.SDXL, "sdxl_txt2img", "sdxl-turbo", (840, 1256)),
        ("sd3.5_medium.safetensors", Family.SD3, "sd3_txt2img", "sd3", (832, 1248)),
        ("flux1-dev-fp8.safetensors", Family.FLUX, "flux_txt2img", "flux", (832, 1248)),
        ("flux1-schnell-fp8.safetensors", Family.FLUX, "flux_txt2img", "flux-schnell", (832, 1248)),
    ],
)
def test_every_family_is_painted_with_as_it_wants(
    name: str, family: Family, workflow: str, preset: str, size: tuple[int, int]
) -> None:
    found = planned(name, family)
    recipe = found.recipe
    assert (recipe.workflow, recipe.preset, (recipe.width, recipe.height)) == (workflow, preset, size)
    assert ("embedding:" in recipe.negative) == (family is Family.SD15)
    assert any(preset in notice for notice in found.notices) == (preset != "quality")


def test_embeddings_the_server_lacks_are_left_out_and_said() -> None:
    found = planned("dreamshaper_8.safetensors", Family.SD15, embeddings=frozenset({"BadDream"}))
    assert "embedding:BadDream" in found.recipe.negative
    assert "UnrealisticDream" not in found.recipe.negative
    assert any("UnrealisticDream" in notice for notice in found.notices)


def test_a_reference_needs_an_adapter_of_the_family() -> None:
    cast = (Character(name="Igel", block="(brown hedgehog:1.2)", reference="0" * 12),)
    book = BOOK.model_copy(update={"cast": cast})
    recipe = planned("dreamshaper_8.safetensors", Family.SD15, book).recipe
    assert (recipe.workflow, recipe.likeness) == ("sd15_likeness", 0.7)
    assert planned("x_xl.safetensors", Family.SDXL, book).recipe.workflow == "sdxl_likeness"
    with pytest.raises(FibelError, match="family_mismatch"):
        planned("flux1-dev.safetensors", Family.FLUX, book)


@pytest.mark.parametrize(
    ("text", "family", "size"),
    [
        ("S 1:1", Family.SD15, (512, 512)),
        ("S", Family.SD15, (416, 624)),
        ("M 16:9", Family.SD15, (960, 544)),
        ("M 3:4", Family.SDXL, (624, 832)),
        ("L 9:16", Family.FLUX, (768, 1360)),
        ("640x896", Family.SD15, (640, 896)),
        ("641x897", Family.SD15, (640, 896)),
        ("100x100", Family.SD15, (320, 320)),
    ],
)
def test_sizes_are_rounded_to_what_the_family_takes(text: str, family: Family, size: tuple[int, int]) -> None:
    wished = wished_size(text, (512, 768))
    assert wished is not None
    assert fitted(wished, family, scale=False) == size


# ── the server's side ────────────────────────────────────────────────────────────────────────────────────────


async def test_the_first_suitable_model_is_taken_and_said(fake: Fake) -> None:
    fake.checkpoints = ["flux1-dev.safetensors", "sd15-inpainting.safetensors", "toon_v2.safetensors"]
    async with ComfyUI(fake.url, client_id="fibel", checkpoint="", patience=QUICK) as comfyui:
        easel = await comfyui.easel()
        assert (easel.checkpoint, easel.family) == ("toon_v2.safetensors", Family.SD15)
        assert "toon_v2.safetensors" in easel.notice
        fake.checkpoints.append("SD15\\DreamShaper_8_pruned.safetensors")
        assert "DreamShaper_8" in (await comfyui.ready())
        assert (await comfyui.easel()).notice == ""


async def test_a_model_is_found_under_the_servers_own_slashes(fake: Fake) -> None:
    fake.checkpoints = ["SD15\\toon.safetensors", "other.safetensors"]
    async with ComfyUI(fake.url, client_id="fibel", checkpoint="SD15/toon.safetensors", patience=QUICK) as comfyui:
        assert (await comfyui.easel()).checkpoint == "SD15\\toon.safetensors"


async def test_a_server_without_any_model_says_so(fake: Fake) -> None:
    fake.checkpoints = []
    async with ComfyUI(fake.url, client_id="fibel", checkpoint="", patience=QUICK) as comfyui:
        with pytest.raises(FibelError, match=r"model_missing.*models/checkpoints"):
            await comfyui.easel()


async def test_an_adapter_of_another_family_is_refused_before_anything_is_sent(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe
) -> None:
    wrong = recipe.model_copy(update={"workflow": "sd15_likeness", "checkpoint": "sd_xl_base_1.0.safetensors"})
    with pytest.raises(FibelError, match=r"family_mismatch.*sd_xl_base_1\.0\.safetensors is sdxl"):
        await comfyui.paint(JOB, wrong, prefix="x", on=Seen())
    assert fake.graphs() == []


async def test_nodes_and_files_that_are_missing_are_named_with_where_they_come_from(comfyui: ComfyUI) -> None:
    with pytest.raises(FibelError, match=r"nodes_missing.*IPAdapterAdvanced.*ComfyUI_IPAdapter_plus"):
        await comfyui.equip(Workflow.load("sd15_likeness"))
    with pytest.raises(FibelError, match=r"model_missing.*lcm-lora-sdv1-5\.safetensors.*models/loras"):
        await comfyui.equip(Workflow.load("sd15_lcm"))
    (file,) = await comfyui.equip(Workflow.load("upscale"))
    assert (file.part, file.name) == ("upscaler", "4x_tiny_random.pth")


async def test_pictures_are_sent_and_called_as_the_server_calls_them(
    fake: Fake, comfyui: ComfyUI, recipe: Recipe
) -> None:
    source = png(64, 96, "navy", "gold")
    mark = Region(left=0.5, top=0.5, width=0.5, height=0.5)
    retouch = recipe.model_copy(update={"workflow": "retouch", "denoise": 0.5, "mask": (mark,)})
    fake.picture = png(64, 96, "white")
    painted = await comfyui.paint(JOB, retouch, prefix="x", on=Seen(), materials=Materials(source=source))
    (graph,) = fake.graphs()
    assert set(fake.uploads) == {graph["30"]["inputs"]["image"], graph["32"]["inputs"]["image"]}
    assert fake.uploads[graph["30"]["inputs"]["image"]] == source
    assert graph["3"]["inputs"]["denoise"] == 0.5
    before, after = opened(source), opened(painted)
    assert after.crop((0, 0, 32, 96)).tobytes() == before.crop((0, 0, 32, 96)).tobytes()
    assert after.getpixel((48, 72)) == (255, 255, 255)


async def test_a_gate_before_the_server_is_named(fake: Fake, comfyui: ComfyUI) -> None:
    fake.gate = True
    with pytest.raises(FibelError, match="server_denied"):
        await comfyui.easel()
