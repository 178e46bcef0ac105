"""The worker of the box's ComfyUI: one prompt after another, node by node, on the ledger's memory.

Order of frames, cache and memory as observed on ComfyUI 0.3.64: only the nodes of the last prompt stay cached, weights
come onto the card when the sampler starts, `/free` acts between two prompts, an interrupt at the next step.
"""

from __future__ import annotations

import asyncio
import contextlib
import io
import json
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Protocol

from PIL.Image import Image
from PIL.PngImagePlugin import PngInfo

from engine.box.hardware import CardPreset, Kind, ModelPreset
from engine.box.ledger import Ledger, NoRoom
from engine.box.nodes import Graph, order
from engine.box.sockets import Sockets, status
from engine.units import Bytes, Px, Seconds

ONTO_CARD: Seconds = 0.3
"""From main memory onto the card."""

PREVIEW_EVERY: Seconds = 0.12
"""Between two previews in real seconds, however fast the box is: each costs a few milliseconds of a core."""

PREVIEW_SIDE: Px = 512
PREVIEW_QUALITY = 90

OUT_OF_MEMORY = (
    "Allocation on device \nThis error means you ran out of memory on your GPU.\n\nTIPS: If the workflow worked "
    "before you might have accidentally set the batch_size to a large number."
)


class Painting(Protocol):
    """A picture that can be looked at while it comes into being."""

    def image(self) -> Image: ...

    def preview(self, fraction: float, longest_side: Px = PREVIEW_SIDE) -> Image: ...


Painter = Callable[[str, str, int, Px, Px], Painting]
"""From positive and negative prompt, seed, width and height."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """One accepted prompt."""

    number: float
    id: str
    raw: dict[str, Any]
    graph: Graph
    extra: dict[str, Any]
    goals: list[str]

    @property
    def client(self) -> str | None:
        client = self.extra.get("client_id")
        return client if isinstance(client, str) else None

    def item(self) -> list[Any]:
        """As `/queue` lists it."""
        return [self.number, self.id, self.raw, self.extra, self.goals]


class Interrupted(Exception):
    """Somebody asked for the end of the running prompt."""


class PaintError(Exception):
    """The painter failed."""


@dataclass
class Run:
    """The prompt that is being executed."""

    prompt: Prompt
    node: str | None = None
    interrupted: bool = False
    executed: list[str] = field(default_factory=list)
    states: dict[str, dict[str, Any]] = field(default_factory=dict)
    outputs: dict[str, dict[str, Any]] = field(default_factory=dict)
    messages: list[list[Any]] = field(default_factory=list)


class Executor:
    """Executes graphs; it alone touches the image side of the ledger."""

    def __init__(
        self,
        ledger: Ledger,
        card: CardPreset,
        models: dict[str, ModelPreset],
        sockets: Sockets,
        *,
        speed: float,
        paint: Painter,
    ) -> None:
        self._ledger = ledger
        self._card = card
        self._models = models
        self._sockets = sockets
        self._speed = speed
        self._paint = paint
        self._cache: dict[str, Any] = {}
        self._on_card: ModelPreset | None = None
        self._busy = False
        self.run: Run | None = None
        self.files: dict[tuple[str, str, str], bytes] = {}
        """Saved pictures by type, subfolder and name."""

    @property
    def torch_total(self) -> Bytes:
        """Bytes PyTorch holds on the card."""
        return 0 if self._on_card is None else self._ledger.held(Kind.IMAGE, self._on_card.name)

    @property
    def torch_free(self) -> Bytes:
        """Bytes of those that it does not use at the moment."""
        if self._on_card is None or self._busy:
            return 0
        return self.torch_total - self._on_card.weights(self._card)

    def unload(self, *, forget: bool) -> None:
        """Take the weights off the card.

        Args:
            forget: drop the node cache too, so that the next prompt reads the disk again.
        """
        if self._on_card is not None:
            self._ledger.release(Kind.IMAGE, self._on_card.name)
            self._on_card = None
        if forget:
            self._cache.clear()

    async def execute(self, prompt: Prompt) -> dict[str, Any]:
        """Run a prompt to its end and return its entry in the history."""
        run = self.run = Run(prompt)
        await self._message(run, "execution_start", {})
        signatures = {node: _signature(prompt.graph, node) for node in prompt.graph}
        plan = order(prompt.graph, prompt.goals)
        cached = [node for node in plan if signatures[node] in self._cache]
        await self._message(run, "execution_cached", {"nodes": cached})
        kept: dict[str, Any] = {signatures[node]: self._cache[signatures[node]] for node in cached}
        try:
            for node in plan:
                if node in cached:
                    await self._executed(run, node, kept[signatures[node]])
                    continue
                kept[signatures[node]] = await self._node(run, node, kept, signatures)
            self._cache = kept
            await self._message(run, "execution_success", {})
            completed, word = True, "success"
        except (Interrupted, NoRoom, PaintError) as end:
            self._cache = kept
            completed, word = False, "error"
            await self._ended_badly(run, end)
        finally:
            self._busy = False
        return {
            "prompt": prompt.item(),
            "outputs": run.outputs,
            "status": {"status_str": word, "completed": completed, "messages": run.messages},
            "meta": {},
        }

    # ── nodes ────────────────────────────────────────────────────────────────────────────────────────────────

    async def _node(self, run: Run, node: str, kept: dict[str, Any], signatures: dict[str, str]) -> Any:
        if run.interrupted:
            raise Interrupted
        run.node = node
        await self._progress(run, node, 0, 1, "running")
        await self._tell(run, "executing", {"node": node, "display_node": node})
        here = run.prompt.graph[node]
        sources = {name: kept[signatures[source]] for name, (source, _) in here.links().items()}
        match here.class_type:
            case "CheckpointLoaderSimple":
                output: Any = self._models[here.text("ckpt_name")]
                await self._sleep(output.loading(self._card))
            case "CLIPTextEncode":
                output = here.text("text")
            case "CLIPSetLastLayer":
                output = sources["clip"]
            case "EmptyLatentImage":
                output = (here.number("width") // 8 * 8, here.number("height") // 8 * 8)
            case "KSampler":
                output = await self._sample(run, node, sources)
            case "VAEDecode" | "VAEDecodeTiled":
                await self._sleep(self._card.decode_seconds)
                output = sources["samples"]
            case _:
                temporary = here.class_type == "PreviewImage"
                output = await self._save(run, here.text("filename_prefix") or "ComfyUI", sources["images"], temporary)
        await self._progress(run, node, 1, 1, "finished")
        await self._executed(run, node, output)
        run.executed.append(node)
        return output

    async def _sample(self, run: Run, node: str, sources: dict[str, Any]) -> Painting:
        model: ModelPreset = sources["model"]
        width, height = sources["latent_image"]
        here = run.prompt.graph[node]
        self._ledger.request(Kind.IMAGE, model.name)
        await self._weights(model)
        self._busy = True
        seed, steps = here.number("seed"), here.number("steps")
        painting = asyncio.create_task(
            asyncio.to_thread(self._paint, sources["positive"], sources["negative"], seed, width, height)
        )
        try:
            await self._steps(run, node, steps, model.step(self._card, width * height), painting)
            return await painting
        except (ValueError, ArithmeticError, LookupError, OSError) as error:
            raise PaintError(f"{type(error).__name__}: {error}") from error
        finally:
            painting.cancel()
            self._busy = False

    async def _steps(self, run: Run, node: str, steps: int, seconds: Seconds, painting: asyncio.Task[Painting]) -> None:
        shown = time.monotonic()
        for step in range(1, steps + 1):
            await self._sleep(seconds)
            if run.interrupted:
                raise Interrupted
            now = time.monotonic()
            if painting.done() and steps > 1 and (now - shown >= PREVIEW_EVERY or step == steps):
                shown = now
                jpeg = await asyncio.to_thread(_jpeg, painting.result(), step / steps)
                await self._sockets.preview(run.prompt.client, run.prompt.id, node, jpeg)
            await self._progress(run, node, step, steps, "running")
            await self._tell(run, "progress", {"value": step, "max": steps, "node": node})

    async def _weights(self, model: ModelPreset) -> None:
        """Bring the weights onto the card; another model of this process makes room first."""
        if self._on_card is model:
            return
        if self._on_card is not None:
            self._ledger.release(Kind.IMAGE, self._on_card.name, at_once=True)
            self._on_card = None
        self._ledger.take(Kind.IMAGE, model.name, model.room(self._card))
        self._on_card = model
        await self._sleep(ONTO_CARD)

    async def _save(self, run: Run, prefix: str, painting: Painting, temporary: bool) -> dict[str, Any]:
        kind = "temp" if temporary else "output"
        subfolder, _, stem = prefix.rpartition("/")
        number = 1 + sum(
            name.startswith(f"{stem}_") for type_, sub, name in self.files if (type_, sub) == (kind, subfolder)
        )
        name = f"{stem}_{number:05d}_.png"
        self.files[kind, subfolder, name] = await asyncio.to_thread(_png, painting, run.prompt.raw)
        return {"images": [{"filename": name, "subfolder": subfolder, "type": kind}]}

    # ── frames ───────────────────────────────────────────────────────────────────────────────────────────────

    async def _executed(self, run: Run, node: str, output: Any) -> None:
        """Tell of a node that shows something."""
        if node not in run.prompt.goals:
            return
        run.outputs[node] = output
        await self._tell(run, "executed", {"node": node, "display_node": node, "output": output})

    async def _progress(self, run: Run, node: str, value: int, of: int, state: str) -> None:
        run.states[node] = {
            "value": value,
            "max": of,
            "state": state,
            "node_id": node,
            "prompt_id": run.prompt.id,
            "display_node_id": node,
            "parent_node_id": None,
            "real_node_id": node,
        }
        await self._tell(run, "progress_state", {"nodes": run.states})

    async def _ended_badly(self, run: Run, end: Interrupted | NoRoom | PaintError) -> None:
        node = run.node or run.prompt.goals[0]
        where = {"node_id": node, "node_type": run.prompt.graph[node].class_type, "executed": run.executed}
        if isinstance(end, Interrupted):
            await self._message(run, "execution_interrupted", where)
            return
        no_room = isinstance(end, NoRoom)
        if no_room:
            self.unload(forget=False)  # the real server unloads all it has after such an error
        await self._message(
            run,
            "execution_error",
            where
            | {
                "exception_message": OUT_OF_MEMORY if no_room else str(end),
                "exception_type": "torch.OutOfMemoryError" if no_room else "RuntimeError",
                "traceback": [],
                "current_inputs": {},
                "current_outputs": [],
            },
        )

    async def _message(self, run: Run, kind: str, data: dict[str, Any]) -> None:
        """Tell something that the history keeps."""
        data = {"prompt_id": run.prompt.id, **data, "timestamp": int(time.time() * 1000)}
        run.messages.append([kind, data])
        await self._sockets.tell(run.prompt.client, kind, data)

    async def _tell(self, run: Run, kind: str, data: dict[str, Any]) -> None:
        await self._sockets.tell(run.prompt.client, kind, {**data, "prompt_id": run.prompt.id})

    async def _sleep(self, seconds: Seconds) -> None:
        await asyncio.sleep(seconds / self._speed)


class Worker:
    """The queue in front of the executor, and its history."""

    def __init__(self, executor: Executor, sockets: Sockets) -> None:
        self.executor = executor
        self._sockets = sockets
        self.pending: list[Prompt] = []
        self.history: dict[str, dict[str, Any]] = {}
        self._free = False
        self._unload = False
        self._wake = asyncio.Event()

    @property
    def remaining(self) -> int:
        """Prompts that wait or run."""
        return len(self.pending) + (self.executor.run is not None)

    async def submit(self, prompt: Prompt) -> None:
        self.pending.append(prompt)
        self._wake.set()
        await self.announce()

    def ask_to_free(self, *, unload: bool, forget: bool) -> None:
        """Note a wish that is fulfilled between two prompts."""
        self._unload = self._unload or unload or forget
        self._free = self._free or forget
        self._wake.set()

    def interrupt(self, prompt_id: str | None) -> None:
        """End the running prompt, or only a certain one."""
        run = self.executor.run
        if run is not None and prompt_id in (None, run.prompt.id):
            run.interrupted = True

    async def delete(self, ids: list[str]) -> None:
        """Take waiting prompts out; they leave no trace."""
        self.pending = [prompt for prompt in self.pending if prompt.id not in ids]
        await self.announce()

    async def announce(self) -> None:
        await self._sockets.tell_all("status", status(self.remaining))

    async def work(self) -> None:
        """Execute prompts for ever."""
        while True:
            if self._unload:
                self.executor.unload(forget=self._free)
                self._unload = self._free = False
            if not self.pending:
                self._wake.clear()
                await self._wake.wait()
                continue
            prompt = min(self.pending, key=lambda prompt: prompt.number)
            self.pending.remove(prompt)
            await self._one(prompt)

    async def _one(self, prompt: Prompt) -> None:
        entry = await self.executor.execute(prompt)
        self.history.pop(prompt.id, None)
        self.history[prompt.id] = entry
        self.executor.run = None
        await self.announce()
        await self._sockets.tell(prompt.client, "executing", {"node": None, "prompt_id": prompt.id})


def _signature(graph: Graph, node_id: str) -> str:
    """What the cache knows a node by: its class and inputs and those of all it takes from."""
    node = graph[node_id]
    links = {name: [_signature(graph, source), index] for name, (source, index) in node.links().items()}
    return json.dumps([node.class_type, {**node.inputs, **links}], sort_keys=True)


def _jpeg(painting: Painting, fraction: float) -> bytes:
    buffer = io.BytesIO()
    painting.preview(fraction).save(buffer, "JPEG", quality=PREVIEW_QUALITY)
    return buffer.getvalue()


def _png(painting: Painting, prompt: dict[str, Any]) -> bytes:
    chunks = PngInfo()
    chunks.add_text("prompt", json.dumps(prompt))
    buffer = io.BytesIO()
    with contextlib.closing(painting.image()) as image:
        image.save(buffer, "PNG", pnginfo=chunks, compress_level=4)
    return buffer.getvalue()
