"""The same client on the embedded machine: a lease, a picture, and the card as it was."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest
from PIL import Image

from engine.book.model import Recipe
from engine.book.takes import size_of
from engine.box.machine import Box
from engine.card.lease import Card
from engine.card.tenant import ModelKind
from engine.clock import SystemClock
from engine.errors import FibelError
from engine.illustrator.comfyui import ComfyUI, Decoding, Patience, Preview, Started, Step

from .conftest import JOB, Seen

CHECKPOINT = "dreamshaper_8.safetensors"


class Blot:
    """The plainest picture there is."""

    def __init__(self, positive: str, negative: str, seed: int, width: int, height: int) -> None:
        self._size = (width, height)

    def image(self) -> Image.Image:
        return Image.linear_gradient("L").resize(self._size).convert("RGB")

    def preview(self, fraction: float, longest_side: int = 512) -> Image.Image:
        return self.image()


@pytest.fixture
def recipe(recipe: Recipe) -> Recipe:
    return recipe.model_copy(update={"seed": 7})


async def test_a_lease_a_picture_and_the_card_as_it_was(recipe: Recipe) -> None:
    async with (
        Box(speed=200.0, paint=Blot) as box,
        ComfyUI(box.comfyui_url, client_id="fibel", checkpoint=CHECKPOINT) as comfyui,
    ):
        card = Card({ModelKind.IMAGE: comfyui}, SystemClock())
        before = await card.measure()
        assert before is not None
        async with card.lease(ModelKind.IMAGE):
            (held,) = await card.resident()
            assert held.model == CHECKPOINT
            assert before.free - comfyui.need <= card.reading.free < before.free - held.bytes  # type: ignore[union-attr]
            seen = Seen()
            png = await comfyui.paint(JOB, recipe, prefix="fibel/p001", on=seen)
        await card.flush()
        assert await card.resident() == ()
        assert await card.measure() == before
    assert size_of(png) == (recipe.width, recipe.height)
    assert [event for event in seen if isinstance(event, Step)][-1] == Step(recipe.steps, recipe.steps)
    assert {Started(), Decoding()} <= {event for event in seen if not isinstance(event, Preview)}


async def test_a_cancelled_picture_leaves_the_box_free_for_the_next(recipe: Recipe) -> None:
    async with (
        Box(speed=20.0, paint=Blot) as box,
        ComfyUI(box.comfyui_url, client_id="fibel", checkpoint=CHECKPOINT) as comfyui,
    ):
        seen = Seen()
        painting = asyncio.create_task(comfyui.paint(JOB, recipe, prefix="fibel/p001", on=seen))
        while not painting.done() and not any(isinstance(event, Step) for event in seen):
            await asyncio.sleep(0.01)
        painting.cancel()
        await asyncio.wait([painting])
        assert painting.cancelled()
        assert await comfyui.adopt(JOB, recipe, Seen()) is None
        assert await comfyui.paint(JOB, recipe, prefix="fibel/p001", on=Seen())


HASTY = Patience(silence=0.05, again=0.02, settle=0.005, leave=0.2, stalled=0.6)


async def test_a_disk_slower_than_any_patience_is_waited_for_as_long_as_memory_fills(recipe: Recipe) -> None:
    async with (
        Box(speed=2.0, paint=Blot) as box,  # two seconds to read it
        ComfyUI(box.comfyui_url, client_id="fibel", checkpoint=CHECKPOINT, patience=HASTY) as comfyui,
    ):
        card = Card({ModelKind.IMAGE: comfyui}, SystemClock())
        async with card.lease(ModelKind.IMAGE):
            assert [resident.model for resident in await card.resident()] == [CHECKPOINT]


@pytest.mark.parametrize("reconnect_after", [1, 1000])
async def test_a_disk_that_hangs_is_an_error_with_a_name(recipe: Recipe, reconnect_after: int) -> None:
    # A new socket is told again which node runs: that is no sign of life.
    patience = replace(HASTY, reconnect_after=reconnect_after)
    async with (
        Box(speed=100.0, paint=Blot, stops=0.5) as box,
        ComfyUI(box.comfyui_url, client_id="fibel", checkpoint=CHECKPOINT, patience=patience) as comfyui,
    ):
        with pytest.raises(FibelError, match="paint_stalled"):
            await comfyui.paint(JOB, recipe, prefix="fibel/p001", on=Seen())


async def test_a_checkpoint_the_box_does_not_have_is_named(recipe: Recipe) -> None:
    async with (
        Box(speed=200.0, paint=Blot) as box,
        ComfyUI(box.comfyui_url, client_id="fibel", checkpoint="nope.safetensors") as comfyui,
    ):
        with pytest.raises(FibelError, match=r"model_missing.*nope\.safetensors.*There are: dreamshaper_8"):
            await comfyui.load(600.0)
