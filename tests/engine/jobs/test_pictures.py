"""What an author relies on: a variation keeps its composition, a retouch touches the mark alone, and all can be made
again from the recipe."""

from __future__ import annotations

import asyncio
import io
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import httpx
import pytest
from PIL import Image, ImageChops, ImageStat

from engine.assembly import studio, with_box
from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.book.model import Region, Shape, Take
from engine.book.takes import read_recipe, size_of
from engine.box.machine import Box
from engine.errors import FibelError
from engine.illustrator.comfyui import ComfyUI
from engine.illustrator.workflow import Workflow
from engine.jobs.events import Event, Notice, PrintMade
from engine.jobs.job import Job
from engine.settings import (
    BoxSettings,
    IllustratorProvider,
    IllustratorSettings,
    Settings,
    WriterProvider,
    WriterSettings,
)
from engine.studio import Studio

SETTINGS = with_box(Settings(box=BoxSettings(speed=2_000, lag="fast")))
MARK = Region(left=0.5, top=0.25, width=0.3, height=0.3, shape=Shape.ELLIPSE)


@asynccontextmanager
async def at_work(folder: Path, seen: list[Event] | None = None) -> AsyncIterator[Studio]:
    """Open a book of one page with its words and its action, small pictures, on a fast box."""
    manuscript = "Der kleine Igel findet einen Stern im Wald."
    if not folder.exists():
        book = begin(NewBook(idea="Ein Igel", manuscript=manuscript))
        scene = book.pages[0].scene.model_copy(update={"action": "a hedgehog holds a star", "characters": ("Igel",)})
        page = book.pages[0].model_copy(update={"scene": scene})
        book = book.model_copy(update={"pages": (page, *book.pages[1:]), "picture_size": "320x480", "preset": "draft"})
        BookFolder.create(folder, book).close()
    emit = (seen if seen is not None else []).append
    async with studio(SETTINGS, folder, emit, attended=False) as opened:
        yield opened


async def done(studio: Studio, *jobs: Job) -> None:
    await studio.list.finished(jobs)


def newest(studio: Studio) -> Take:
    return studio.book.pages[0].takes[-1]


def picture(studio: Studio, take: Take) -> Image.Image:
    return Image.open(io.BytesIO((studio.folder / take.file).read_bytes())).convert("RGB")


def difference(one: Image.Image, other: Image.Image) -> float:
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


async def test_a_variation_is_another_picture_of_the_same_composition(tmp_path: Path) -> None:
    async with at_work(tmp_path / "book") as studio:
        page = studio.book.pages[0].id
        await done(studio, *await studio.pictures.paint([page], seed=1))
        first = newest(studio)
        await done(studio, await studio.pictures.variation(page, 0.4, seed=2))
        varied = newest(studio)
        await done(studio, *await studio.pictures.paint([page], seed=2))
        other = newest(studio)
        assert varied.recipe.source == first.id
        assert varied.recipe.denoise == 0.4
        assert varied.recipe.workflow == "variation"
        near = difference(picture(studio, first), picture(studio, varied))
        far = difference(picture(studio, first), picture(studio, other))
        assert 0.5 < near < far


async def test_a_retouch_changes_no_pixel_outside_the_mark(tmp_path: Path) -> None:
    async with at_work(tmp_path / "book") as studio:
        page = studio.book.pages[0].id
        await done(studio, *await studio.pictures.paint([page], seed=1))
        first = newest(studio)
        await done(studio, await studio.pictures.retouch(page, [MARK], "a red ball", seed=5))
        touched = newest(studio)
        assert touched.recipe.mask == (MARK,)
        assert "a red ball" in touched.recipe.positive
        changed = ImageChops.difference(picture(studio, first), picture(studio, touched)).getbbox()
        assert changed is not None
        left, top, right, bottom = changed
        assert 160 <= left < right <= 160 + 96
        assert 120 <= top < bottom <= 120 + 144
        assert studio.picture_state(page) != "stale"


async def test_an_enlargement_lies_beside_the_take_and_says_how_it_was_made(tmp_path: Path) -> None:
    seen: list[Event] = []
    async with at_work(tmp_path / "book", seen) as studio:
        page = studio.book.pages[0].id
        await done(studio, *await studio.pictures.paint([page], seed=1))
        take = newest(studio)
        await done(studio, *await studio.pictures.upscale())
        assert PrintMade(page, take.id) in seen
        (file,) = (studio.folder / "print").glob("*.png")
        label = read_recipe(file.read_bytes())
        assert label is not None
        assert label.sketch
        assert (label.recipe.workflow, label.recipe.source) == ("upscale", take.id)
        assert label.recipe.file("upscaler") == "4x_Lanczos.pth"
        assert size_of(file.read_bytes()) == (1280, 1920)
        assert studio.book.pages[0].takes == (take,)
        assert await studio.pictures.upscale() == ()


async def test_a_reference_lends_its_colours_and_stands_in_the_recipe(tmp_path: Path) -> None:
    async with at_work(tmp_path / "book") as studio:
        page = studio.book.pages[0].id
        await studio.cast.edit("Igel", block="(small brown hedgehog:1.2)")
        await done(studio, *await studio.pictures.paint([page], seed=1))
        first = newest(studio)
        await studio.cast.refer("Igel", first.id, MARK, likeness=0.8)
        await done(studio, *await studio.pictures.paint([page], seed=9))
        recipe = newest(studio).recipe
        assert (recipe.workflow, recipe.reference, recipe.likeness) == ("sd15_likeness", first.id, 0.8)
        assert recipe.reference_part == MARK
        assert recipe.file("adapter") == "ip-adapter_sd15_light_v11.bin"
        await studio.cast.refer("Igel", None)
        await done(studio, *await studio.pictures.paint([page], seed=9))
        assert newest(studio).recipe.reference is None
        assert difference(picture(studio, newest(studio)), picture(studio, studio.book.pages[0].takes[1])) > 0.5


async def test_a_draft_is_worked_out_with_its_seed(tmp_path: Path) -> None:
    seen: list[Event] = []
    async with at_work(tmp_path / "book", seen) as studio:
        page = studio.book.pages[0].id
        await done(studio, *await studio.pictures.draft([page]))
        draft = newest(studio)
        await done(studio, await studio.pictures.final(page, preset="quality"))
        final = newest(studio).recipe
        assert (final.seed, final.preset, final.steps) == (draft.recipe.seed, "quality", 28)
        assert not [event for event in seen if isinstance(event, Notice) and "composition" in event.text]
        await studio.pictures.final(page, preset="soft")
        assert [event for event in seen if isinstance(event, Notice) and "composition" in event.text]


async def test_a_large_picture_is_composed_small_and_worked_out(tmp_path: Path) -> None:
    async with at_work(tmp_path / "book") as studio:
        page = studio.book.pages[0].id
        await studio.pictures.set_size("L 1:1")
        await done(studio, *await studio.pictures.paint([page], seed=1))
        take = newest(studio)
        assert (take.recipe.workflow, take.width, take.height) == ("sd15_hires", 1024, 1024)


async def test_a_quick_draft_takes_its_lora_from_the_server(tmp_path: Path) -> None:
    async with at_work(tmp_path / "book") as studio:
        page = studio.book.pages[0].id
        await done(studio, *await studio.pictures.draft([page], preset="lcm"))
        recipe = newest(studio).recipe
        assert (recipe.workflow, recipe.sampler, recipe.steps) == ("sd15_lcm", "lcm", 6)
        assert recipe.file("lora") == "lcm-lora-sdv1-5.safetensors"


async def test_what_cannot_be_done_is_said_before_anything_waits(tmp_path: Path) -> None:
    async with at_work(tmp_path / "book") as studio:
        page = studio.book.pages[0].id
        with pytest.raises(FibelError, match="take_missing"):
            await studio.pictures.variation(page)
        with pytest.raises(FibelError, match="usage"):
            await studio.pictures.retouch(page, [])
        with pytest.raises(FibelError, match="usage"):
            await studio.pictures.set_size("huge")
        with pytest.raises(FibelError, match="usage"):
            await studio.cast.refer("Nobody", None)


async def test_a_preset_for_another_family_ends_the_job_with_its_reason(tmp_path: Path) -> None:
    async with at_work(tmp_path / "book") as studio:
        page = studio.book.pages[0].id
        (job,) = await studio.pictures.paint([page], preset="flux")
        with pytest.raises(FibelError, match=r"family_mismatch.*dreamshaper_8\.safetensors is sd15"):
            await done(studio, job)


async def test_a_picture_the_server_has_lost_is_submitted_once_more(tmp_path: Path) -> None:
    async with at_work(tmp_path / "made"):
        pass
    async with Box(speed=20) as box, httpx.AsyncClient(base_url=box.comfyui_url, trust_env=False) as somebody:
        settings = Settings(
            writer=WriterSettings(provider=WriterProvider.OLLAMA, url=box.ollama_url),
            illustrator=IllustratorSettings(provider=IllustratorProvider.COMFYUI, url=box.comfyui_url),
        )
        async with studio(settings, tmp_path / "made", lambda _event: None, attended=False) as opened:
            page = opened.book.pages[0].id
            await done(opened, *await opened.pictures.paint([page], seed=1))
            workflow = Workflow.load("sd15_txt2img")
            long = workflow.inject(newest(opened).recipe.model_copy(update={"steps": 10_000, "seed": 3}), prefix="x")
            theirs = (await somebody.post("/prompt", json={"prompt": long})).json()["prompt_id"]
            (job,) = await opened.pictures.paint([page], seed=2)
            while not (waiting := (await somebody.get("/queue")).json()["queue_pending"]):
                await asyncio.sleep(0.01)
            assert waiting[0][1] == job.id
            await somebody.post("/queue", json={"delete": [job.id]})
            while not (await somebody.get("/queue")).json()["queue_pending"]:
                await asyncio.sleep(0.01)
            await somebody.post("/interrupt", json={"prompt_id": theirs})
            await done(opened, job)
            assert newest(opened).recipe.seed == 2


async def test_an_adopted_picture_that_the_server_loses_is_submitted_once_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def lost(*_asked: object, **_named: object) -> bytes:
        raise FibelError("job_lost")

    async with at_work(tmp_path / "book") as studio:
        page = studio.book.pages[0].id
        with monkeypatch.context() as patched:
            patched.setattr(ComfyUI, "paint", lost)  # the server goes away with the prompt, and again
            (job,) = await studio.pictures.paint([page], seed=2)
            with pytest.raises(FibelError, match="job_lost"):
                await done(studio, job)
        monkeypatch.setattr(ComfyUI, "adopt", lost)  # found in the queue, and gone while it is waited for
        await studio.list.resume()
        await done(studio, job)
        assert newest(studio).recipe.seed == 2
