"""The box's ComfyUI: the nodes at work, on the ledger's memory and at the card's pace.

As observed on ComfyUI 0.3.64: only the nodes of the last prompt stay cached, weights come onto the card when the
sampler starts, an interrupt counts at the next step or the next node, running out of memory unloads all there is.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import math
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from typing import ParamSpec, TypeVar

from PIL import ImageOps
from PIL.PngImagePlugin import PngInfo
from pydantic import JsonValue

from engine.box.comfyui_darkroom import Still, anew, retouched, scaled
from engine.box.comfyui_develop import LATENT_PIXEL, content_of, develop
from engine.box.comfyui_files import Files, Folder, OutsideError
from engine.box.comfyui_graph import order, signatures
from engine.box.comfyui_picture_nodes import UPSCALERS, VISIONS
from engine.box.comfyui_run import (
    PREVIEW_SIDE,
    Interrupted,
    Latent,
    Look,
    NodeError,
    Painter,
    Painting,
    Pictures,
    Prompt,
    Run,
    Shown,
    Value,
)
from engine.box.comfyui_sockets import Sockets
from engine.box.hardware import MAIN_MEMORY, MIB, OVER_THE_BUS, CardPreset, Disk, Kind, ModelPreset
from engine.box.ledger import Ledger, NoRoom
from engine.units import Bytes, Px, Seconds

PREVIEW_EVERY: Seconds = 0.12
"""Between two previews in real seconds, however fast the box is: each costs a few milliseconds of a core."""

PREVIEW_QUALITY = 90
TILE: Px = 512
ENLARGED = 4
STEPS_A_TILE = 1.5
"""Seconds an upscaling model takes for a tile, in sampler steps of the card (an estimate for RealESRGAN)."""

UPSCALER: Bytes = 64 * MIB
"""Weights of a model that enlarges four times."""

UPSCALER_WORKS: Bytes = 2 * 64 * (ENLARGED * TILE) ** 2 * 4
"""Its last two layers for a tile: 64 planes of the enlarged tile in full precision (an estimate for RealESRGAN)."""

VISION: Bytes = 632_000_000 * 2
"""The weights of ViT-H in half precision; a card that cannot compute in it leaves looking to the processor."""

ADAPTER: Bytes = 100 * MIB
"""What an adapter adds to the model that paints."""

OUT_OF_MEMORY = (
    "Allocation on device 0 would exceed allowed memory. (out of memory)\nCurrently allocated     : {used:.2f} GiB\n"
    "Requested               : {wanted:.2f} GiB\nThis error means you ran out of memory on your GPU.\n\nTIPS: If the "
    "workflow worked before you might have accidentally set the batch_size to a large number."
)

P = ParamSpec("P")
T = TypeVar("T")


class Executor:
    """Executes prompts, one at a time; it alone touches the image side of the ledger."""

    def __init__(
        self,
        ledger: Ledger,
        card: CardPreset,
        models: Mapping[str, ModelPreset],
        sockets: Sockets,
        *,
        disk: Disk,
        speed: float,
        paint: Painter,
    ) -> None:
        self._ledger = ledger
        self._card = card
        self._models = models
        self._sockets = sockets
        self._disk = disk
        self._speed = speed
        self._paint = paint
        self._cache: dict[str, tuple[Value, ...]] = {}
        self._on_card: ModelPreset | None = None
        self._read: dict[str, Bytes] = {}
        """Files that lie in main memory, as far as they have been read."""
        self._sampling = False
        self._aside = ""
        """The model that works beside the one that paints."""
        self.run: Run | None = None
        self.files = Files()

    # ── memory ───────────────────────────────────────────────────────────────────────────────────────────────

    @property
    def torch_total(self) -> Bytes:
        """Bytes PyTorch holds on the card."""
        names = {self._aside, self._on_card.name if self._on_card is not None else ""}
        return sum(self._ledger.held(Kind.IMAGE, name) for name in names)

    @property
    def torch_free(self) -> Bytes:
        """Bytes of those that it does not use at the moment but keeps for the next picture."""
        if self._on_card is None or self._sampling or self._aside:
            return 0
        return max(0, self.torch_total - self._on_card.weights(self._card))

    def unload(self, *, forget: bool) -> None:
        """Take the weights off the card.

        Args:
            forget: drop the node cache too, so that the next prompt reads the disk again.
        """
        if self._on_card is not None:
            self._ledger.release(Kind.IMAGE, self._on_card.name)
            self._on_card = None
        elif forget:
            self._ledger.insist(Kind.IMAGE)
        if forget:
            self._cache.clear()
            self._read.clear()

    @property
    def main_memory_free(self) -> Bytes:
        return max(0, MAIN_MEMORY - sum(self._read.values()))

    async def _from_disk(self, name: str) -> ModelPreset:
        """Read a model's file; it takes the place of the one before."""
        model = self._models[name]
        self._read = {}
        async for there in self._disk.read(model):
            self._read[name] = there
        return model

    @asynccontextmanager
    async def _beside(self, name: str, weights: Bytes, working: Bytes) -> AsyncIterator[None]:
        """Have another model than the one that paints on the card; where there is no room for both, that one leaves.

        Raises:
            NoRoom: not even then.
        """
        if self._on_card is not None and self._ledger.free < weights + working:
            self._ledger.release(Kind.IMAGE, self._on_card.name, at_once=True)
            self._on_card = None
        self._ledger.take(Kind.IMAGE, name, weights + working)
        self._aside = name
        try:
            await self._sleep(weights / OVER_THE_BUS)
            yield
        finally:
            self._aside = ""
            self._ledger.release(Kind.IMAGE, name, at_once=True)

    async def _bring(self, model: ModelPreset, pixels: Px, adapter: Bytes) -> Bytes:
        """Have the weights and room for so many pixels on the card; return the bytes of weights left elsewhere.

        Raises:
            NoRoom: not even without the weights.
        """
        working = model.working(pixels=pixels) + adapter
        wanted = model.weights(self._card) + working
        if self._on_card is not None and self._on_card is not model:
            self._ledger.release(Kind.IMAGE, self._on_card.name, at_once=True)  # the same process takes it again
            self._on_card = None
        if self.torch_total < wanted:
            self._ledger.take(Kind.IMAGE, model.name, wanted, least=working)
        if self._on_card is None:
            self._on_card = model
            await self._sleep(model.weights(self._card) / OVER_THE_BUS)
        return max(0, wanted - self.torch_total)

    # ── prompts ──────────────────────────────────────────────────────────────────────────────────────────────

    def begin(self, prompt: Prompt) -> Run:
        """Take a prompt up."""
        self.run = Run(prompt, self._sockets)
        return self.run

    async def execute(self, run: Run) -> None:
        """Run a prompt to its end, whichever it is."""
        graph, goals = run.prompt.graph, run.prompt.goals
        plan = order(graph, goals)
        known = signatures(graph, plan, lambda node: content_of(node, self.files))
        run.values = {node: self._cache[known[node]] for node in plan if known[node] in self._cache}
        run.started()
        try:
            for node in plan:
                if node not in run.values:
                    run.arrived(node)
                    run.stop_if_asked()
                    value = await self._value(run)
                    run.left(node, value, run.here.number("steps"))
                elif node in goals:
                    run.shown_again(node)
            run.succeeded()
        except Interrupted:
            run.was_interrupted()
        except NodeError as error:
            run.failed(error.kind, str(error))
        except NoRoom as error:
            words = OUT_OF_MEMORY.format(used=self.torch_total / 2**30, wanted=error.wanted / 2**30)
            self.unload(forget=False)
            run.failed("torch.OutOfMemoryError", words)
        finally:
            self._cache = {known[node]: value for node, value in run.values.items()}

    async def _value(self, run: Run) -> tuple[Value, ...]:
        """Execute the node a run is at."""
        here = run.here
        match here.class_type:
            case "CheckpointLoaderSimple":
                model = await self._from_disk(here.text("ckpt_name"))
                return (model, model, model)
            case "LoraLoader":
                return (run.taken("model", ModelPreset), run.taken("clip", ModelPreset))
            case "CLIPSetLastLayer":
                return (run.taken("clip", ModelPreset),)
            case "CLIPTextEncode":
                return (here.text("text"),)
            case "UNETLoader":
                model = await self._from_disk(here.text("unet_name"))
                return (model,)
            case "EmptyLatentImage" | "EmptySD3LatentImage":
                width, height = (here.number(side) // LATENT_PIXEL * LATENT_PIXEL for side in ("width", "height"))
                return (Latent(width, height, here.number("batch_size", 1)),)
            case "KSampler":
                return (await self._sample(run),)
            case "VAEDecode" | "VAEDecodeTiled":
                latent = run.taken("samples", Latent)
                await self._sleep(run.taken("vae", ModelPreset).decoding(self._card, latent.pixels))
                return (Pictures(latent.paintings),)
            case "PreviewImage":
                return (await self._save(run, "ComfyUI_temp", Folder.TEMP),)
            case "SaveImage":
                return (await self._save(run, here.text("filename_prefix"), Folder.OUTPUT),)
            case "UpscaleModelLoader":  # its choice is of the newer kind, which is not checked before
                if (name := here.text("model_name")) not in UPSCALERS:
                    raise NodeError(
                        "FileNotFoundError", f"Model in folder 'upscale_models' with filename '{name}' not found."
                    )
                return (name,)
            case "ImageUpscaleWithModel":
                return (await self._enlarge(run),)
            case "IPAdapterAdvanced" if not self._card.full_precision:
                async with self._beside(VISIONS[0], VISION, 0):
                    return await _by_painter(develop, run, self.files, self._models)
            case _:
                return await _by_painter(develop, run, self.files, self._models)

    async def _enlarge(self, run: Run) -> Pictures:
        """Enlarge tile by tile, at the card's pace."""
        before = run.taken("image", Pictures).paintings
        width, height = before[0].image().size
        tiles = math.ceil(width / TILE) * math.ceil(height / TILE)
        async with self._beside(UPSCALERS[0], UPSCALER, UPSCALER_WORKS):
            for tile in range(1, tiles + 1):
                await self._sleep(self._card.step_seconds * STEPS_A_TILE)
                run.stop_if_asked()
                run.stepped(tile, tiles, None)
        size = (width * ENLARGED, height * ENLARGED)
        return await _by_painter(lambda: Pictures(tuple(Still(scaled(one.image(), size, "lanczos")) for one in before)))

    async def _sample(self, run: Run) -> Latent:
        (model, look), latent = run.model, run.taken("latent_image", Latent)
        words = run.taken("positive", str), run.taken("negative", str)
        self._sampling = True
        try:
            elsewhere = await self._bring(model, latent.pixels, ADAPTER if look is not None else 0)
            step = model.step(self._card, latent.pixels, elsewhere)
            seed, strength = run.here.number("seed"), run.here.fraction("denoise", 1.0)
            painting = asyncio.create_task(_by_painter(self._painted, words, seed, latent, strength, look))
            try:
                await self._steps(run, step, painting)
            finally:
                painting.cancel()
                await asyncio.wait([painting])  # so that nobody misses its exception
            return Latent(latent.width, latent.height, latent.batch, painting.result(), (*words, seed))
        finally:
            self._sampling = False

    def _painted(
        self, words: tuple[str, str], seed: int, latent: Latent, strength: float, look: Look | None
    ) -> tuple[Painting, ...]:
        """Paint every picture of a batch; with less than full strength those that are there stay recognisable."""
        size = (latent.width, latent.height)
        if latent.stencil is not None and latent.paintings and (box := latent.stencil.image.getbbox()):
            piece = self._paint(*words, seed, box[2] - box[0], box[3] - box[1]).image()
            base = scaled(latent.paintings[0].image(), size, "lanczos")
            return (Still(retouched(base, piece, latent.stencil, strength, seed)),)
        paintings = tuple(self._paint(*words, seed + i, *size) for i in range(latent.batch))
        kept = strength < 1 and latent.painted_from != (*words, seed)  # else it is the same picture, larger
        if look is None and not (kept and latent.paintings):
            return paintings
        bases = latent.paintings if kept and latent.paintings else (None,) * latent.batch
        return tuple(
            anew(one, base, strength=strength, seed=seed, look=look, size=size)
            for one, base in zip(paintings, bases, strict=False)
        )

    async def _steps(self, run: Run, step_takes: Seconds, painting: asyncio.Task[tuple[Painting, ...]]) -> None:
        """Sample at the card's pace while the painter paints."""
        steps, shown = run.here.number("steps"), time.monotonic()
        for step in range(1, steps + 1):
            await self._sleep(step_takes)
            run.stop_if_asked()
            if step == steps:
                await painting  # a card faster than the painter waits for it
            jpeg = None
            if run.watched and painting.done() and (step == steps or time.monotonic() - shown >= PREVIEW_EVERY):
                jpeg = await _by_painter(_jpeg, painting.result()[0], step / steps)
                shown = time.monotonic()
            run.stepped(step, steps, jpeg)

    async def _save(self, run: Run, prefix: str, folder: Folder) -> Shown:
        saved: list[JsonValue] = []
        for painting in run.taken("images", Pictures).paintings:
            png = await _by_painter(_png, painting, run.prompt)
            try:
                place = self.files.save(prefix, folder, png)
            except OutsideError as error:
                words = "**** ERROR: Saving image outside the output folder is not allowed."
                raise NodeError("Exception", words) from error
            saved.append({**place.told()})
        return Shown({"images": saved})

    async def _sleep(self, seconds: Seconds) -> None:
        await asyncio.sleep(seconds / self._speed)


async def _by_painter(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """Have the painter work on a thread.

    Raises:
        NodeError: it failed.
    """
    try:
        return await asyncio.to_thread(work, *args, **kwargs)
    except (ArithmeticError, AttributeError, LookupError, OSError, RuntimeError, TypeError, ValueError) as error:
        raise NodeError(type(error).__name__, str(error)) from error


def _jpeg(painting: Painting, fraction: float) -> bytes:
    """Return a preview; small pictures are shown larger, as the real server does."""
    buffer = io.BytesIO()
    shown = ImageOps.contain(painting.preview(fraction), (PREVIEW_SIDE, PREVIEW_SIDE))
    shown.save(buffer, "JPEG", quality=PREVIEW_QUALITY)
    return buffer.getvalue()


def _png(painting: Painting, prompt: Prompt) -> bytes:
    chunks = PngInfo()
    chunks.add_text("prompt", json.dumps(prompt.raw))
    extra = prompt.extra.get("extra_pnginfo")
    for key, value in extra.items() if isinstance(extra, dict) else ():
        chunks.add_text(key, json.dumps(value))
    buffer = io.BytesIO()
    with contextlib.closing(painting.image()) as image:
        image.save(buffer, "PNG", pnginfo=chunks, compress_level=4)
    return buffer.getvalue()
