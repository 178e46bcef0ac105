"""ComfyUI as our illustrator, and as a tenant of the card."""

from __future__ import annotations

import asyncio
import contextlib
import secrets
import uuid
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from engine.book.model import ModelFile, Recipe
from engine.card.estimate import UPSCALERS, Weights, enlarging, estimate, image_model, refuse_if_too_large
from engine.card.tenant import ModelKind, Resident, VramReading
from engine.errors import FibelError
from engine.family import Family, family_of
from engine.illustrator import materials as pictures
from engine.illustrator import picture, refusals
from engine.illustrator.checking import RoleReport, check_file
from engine.illustrator.equipment import equip, suits, upload
from engine.illustrator.materials import Materials
from engine.illustrator.model import USUAL, ImageModel, choose_model
from engine.illustrator.painting import (
    Decoding,
    Loading,
    PaintEvent,
    Preview,
    Queued,
    Started,
    Step,
    Watcher,
    unwatched,
)
from engine.illustrator.roles import Purpose, Role
from engine.illustrator.run import Patience
from engine.illustrator.wire import Entry
from engine.illustrator.workflow import Workflow, packages
from engine.units import Bytes, Px, Seconds

if TYPE_CHECKING:
    from engine.illustrator.errand import Errand
    from engine.illustrator.server import Server
    from engine.illustrator.survey import Found

__all__ = [
    "ComfyUI",
    "Decoding",
    "Easel",
    "Loading",
    "Materials",
    "PaintEvent",
    "Patience",
    "Preview",
    "Queued",
    "Started",
    "Step",
    "Watcher",
]

TRACE: Bytes = 128 << 20
"""What PyTorch may hold with no model loaded: workspaces of its libraries (an estimate). Models begin at twice it."""

USUAL_SIZE: tuple[Px, Px] = (512, 768)
"""The picture that is expected as long as nobody has said how large it will be."""

FREED_POLL: Seconds = 0.1
"""Between two looks whether the models are gone; a look takes about 10 ms of the server's time."""

NOTHING = Materials()


@dataclass(frozen=True, slots=True)
class Easel:
    """What there is to paint with: a model of a family, and the embeddings a prompt may name."""

    checkpoint: str
    family: Family
    folder: str
    """Where the server keeps the model."""
    embeddings: frozenset[str]
    notice: str = ""
    """What the author should know of the choice of model."""


class ComfyUI:
    """A ComfyUI server that paints. An async context manager; one picture at a time, on one loop."""

    def __init__(
        self,
        url: str,
        *,
        client_id: str,
        checkpoint: str,
        workflows: Sequence[Path] = (),
        patience: Patience | None = None,
    ) -> None:
        """Open nothing yet.

        Args:
            client_id: what the server calls us; each prompt gets an id of its own made of it, so that a socket the
                server has not yet closed cannot silence the next one.
            checkpoint: file name of the model, as the server lists it; empty takes the first suitable one there.
            workflows: the author's folders of workflows; they lie over the shipped ones.
        """
        self._url = url
        self._client_id = client_id
        self._wished = checkpoint
        self._checkpoint = checkpoint or USUAL
        self._model: ImageModel | None = None
        self._own = tuple(workflows)
        self._patience = patience or Patience()
        self._open: Server | None = None
        self._stack = AsyncExitStack()
        self._cancelled: set[str] = set()
        self._ours = False
        """Whether what lies in memory was put there by us."""
        self._unseen = False
        """Whether our model lies there although PyTorch's numbers do not show it, as some allocators have it."""
        self._on_processor = False
        self._card: VramReading | None = None
        """What the server last told of its card."""
        self._size = USUAL_SIZE
        self._tiled = False
        self._beside: frozenset[str] = frozenset()
        self.embeddings: frozenset[str] | None = None
        """What a prompt may name, as the server said last; None as long as it was not asked."""

    async def __aenter__(self) -> Self:
        from engine.illustrator.server import Server

        self._open = await self._stack.enter_async_context(Server(self._url))
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._open = None
        await self._stack.aclose()

    @property
    def _server(self) -> Server:
        if self._open is None:
            raise RuntimeError("ComfyUI is used outside of its `async with` block")
        return self._open

    # ── a tenant of the card ─────────────────────────────────────────────────────────────────────────────────

    @property
    def kind(self) -> ModelKind:
        return ModelKind.IMAGE

    @property
    def model(self) -> str:
        return self._checkpoint

    @property
    def need(self) -> Bytes:
        """Bytes the model wants while it paints pictures of the size expected; 0 if the server computes on the
        processor."""
        if self._on_processor:
            return 0
        wanted = estimate(self._weights(), *self._size, tiled=self._tiled).whole
        return max(wanted, enlarging().whole) if UPSCALERS in self._beside else wanted

    def expect(
        self, width: Px, height: Px, room: Bytes | None, *, tiled: bool = False, beside: Collection[str] = ()
    ) -> None:
        """Say how large the next pictures will be; what the model needs follows from it.

        Args:
            room: bytes that are free on the card when no model is loaded; None: not known.
            tiled: whether they will be decoded in tiles.
            beside: folders of the server whose files are loaded besides the model.

        Raises:
            FibelError: `picture_too_large`, with a size that fits.
        """
        self._beside = frozenset(beside)
        if room is not None and not self._on_processor:
            refuse_if_too_large(self._weights(), self._family, width, height, room, tiled=tiled)
        self._size, self._tiled = (width, height), tiled

    async def load(self, keep_alive: Seconds) -> None:
        """Have the model loaded by a tiny picture of one step that is not kept.

        ComfyUI keeps a model until it is told otherwise, so `keep_alive` has nothing to set.

        Raises:
            FibelError: `model_missing`, `out_of_memory`, `server_unreachable`, …
        """
        self._on_processor = (await self._server.stats()).card is None
        if self._on_processor:
            return
        model = await self._chosen(anew=True)
        workflow = await asyncio.to_thread(Workflow.find, Purpose.PAINT, model.family, self._own, folder=model.folder)
        files = {file.part: file.name for file in await equip(self._server, workflow)}
        prompt_id = str(uuid.uuid4())
        errand = self._errand(prompt_id, f"{self._client_id}-{prompt_id}", workflow, unwatched)
        graph = workflow.warming(model.name, seed=secrets.randbits(32), files=files)
        entry = await errand.submit(graph)
        if not entry.completed:
            raise refusals.failed(entry)
        self._ours = True
        card = (await self._server.stats()).card
        self._unseen = card is not None and card.in_use < TRACE

    async def unload(self) -> None:
        """Have every model unloaded, and return when PyTorch has let go, or after `Patience.freed`: then measure.

        A server that does not run holds nothing.
        """
        self._ours = self._unseen = False
        with contextlib.suppress(TimeoutError):
            try:
                await self._server.free()
                async with asyncio.timeout(self._patience.freed):
                    await self._let_go()
            except FibelError as error:
                if error.code != "server_unreachable":
                    raise

    async def _let_go(self) -> None:
        """Wait until PyTorch holds no model any more."""
        while True:
            card = (await self._server.stats()).card
            if card is None or card.in_use < TRACE:
                return
            await asyncio.sleep(FREED_POLL)

    async def resident(self) -> tuple[Resident, ...]:
        try:
            card = (await self._server.stats()).card
        except FibelError:
            return ()
        if card is None or (card.in_use < TRACE and not self._unseen):
            return ()
        name = self._checkpoint if self._ours else "a model loaded before"
        return (Resident(ModelKind.IMAGE, name, self.need if self._unseen else card.in_use),)

    async def measure(self) -> VramReading | None:
        """Return the card's memory without what PyTorch keeps for itself: ComfyUI counts that as free, others cannot
        have it."""
        try:
            card = (await self._server.stats()).card
        except FibelError:
            return None
        self._on_processor = card is None
        if card is None:
            return None
        self._card = VramReading(card.vram_total, card.free, "comfyui", device=card.title)
        return self._card

    @property
    def _family(self) -> Family:
        return self._model.family if self._model else family_of(self._checkpoint)

    def _weights(self) -> Weights:
        return image_model(self._checkpoint, self._family, self._card, self._beside)

    # ── pictures ─────────────────────────────────────────────────────────────────────────────────────────────

    async def easel(self) -> Easel:
        """Return what there is to paint with now.

        Raises:
            FibelError: `model_missing`, `server_unreachable`, …
        """
        model = await self._chosen()
        self.embeddings = known = await self._server.embeddings()
        return Easel(model.name, model.family, model.folder, known, model.notice)

    async def equip(self, workflow: Workflow) -> tuple[ModelFile, ...]:
        """Return the files of the server that a workflow loads besides the checkpoint.

        Raises:
            FibelError: `nodes_missing`, `model_missing`, `server_unreachable`, …
        """
        return await equip(self._server, workflow)

    async def paint(
        self, job_id: str, recipe: Recipe, *, prefix: str, on: Watcher, materials: Materials = NOTHING
    ) -> bytes:
        """Paint a picture and return it as PNG, checked.

        If the task is cancelled, the prompt is taken off the server within `Patience.leave`.

        Args:
            job_id: a lowercase UUID; the server knows the prompt by it, so that it can be adopted later.
            prefix: where the server keeps the file in its output folder; made unique here.
            on: told how it goes.
            materials: the pictures the recipe names.

        Raises:
            FibelError: `model_missing`, `nodes_missing`, `embedding_missing`, `sampler_unknown`, `family_mismatch`,
                `prompt_rejected`, `out_of_memory`, `paint_failed`, `paint_interrupted`, `paint_stalled`,
                `cancelled` (by `cancel`), `job_lost`, `picture_broken`, `picture_black`, `server_unreachable`,
                `server_lost`, `server_unexpected`, `server_denied`, `workflow_unknown`, `workflow_invalid`.
        """
        workflow = await asyncio.to_thread(Workflow.load, recipe.workflow, self._own)
        model = self._model if self._model and self._model.name == recipe.checkpoint else None
        await suits(self._server, recipe, workflow, model.family if model else family_of(recipe.checkpoint))
        uploaded = await upload(self._server, recipe, materials)
        # A prompt seen before is not run again and names a file that may be gone: each attempt saves to a new name.
        graph = workflow.inject(recipe, prefix=f"{prefix}-{secrets.token_hex(4)}", uploaded=uploaded)
        errand = self._errand(job_id, f"{self._client_id}-{job_id}", workflow, on)
        async with self._cancellable(job_id):
            painted = await self._fetched(await errand.submit(graph), workflow, recipe, materials)
        self._ours = True
        return painted

    async def adopt(self, job_id: str, recipe: Recipe, on: Watcher, materials: Materials = NOTHING) -> bytes | None:
        """Return the picture of a job that was submitted before a restart of ours, waiting for it if need be.

        None: the server knows nothing of it, or it ended there without a picture; then it is to be painted.

        Raises:
            FibelError: as `paint`.
        """
        workflow = await asyncio.to_thread(Workflow.load, recipe.workflow, self._own)
        client_id = (await self._server.queue()).client_of(job_id)
        if client_id is not None:
            async with self._cancellable(job_id):
                entry = await self._errand(job_id, client_id, workflow, on).follow()
                return await self._fetched(entry, workflow, recipe, materials)
        known = await self._server.history(job_id)
        if known is None or not known.completed:
            return None
        return await self._fetched(known, workflow, recipe, materials)

    async def cancel(self, job_id: str) -> None:
        """Take a job off the server, whether it waits or runs; other people's prompts go on.

        Raises:
            FibelError: `server_unreachable`, `server_lost`, `server_unexpected`.
        """
        self._cancelled.add(job_id)
        await self._server.drop(job_id)

    async def ready(self) -> str:
        """Return in a sentence who is ready to paint.

        Raises:
            FibelError: `server_unreachable`, `server_unexpected`, `model_missing`.
        """
        stats = await self._server.stats()
        model = await self._chosen(anew=True)
        version = stats.system.comfyui_version
        return f"Illustrator: {model.name} ({model.family}) at {self._url}, ComfyUI {version}."

    async def survey(self) -> list[Found]:
        """Return what the server can do with the model it paints with, and what it lacks.

        Raises:
            FibelError: `server_unreachable`, `model_missing`, …
        """
        from engine.illustrator.survey import survey

        return await survey(self._server, await self._chosen(anew=True), self._own)

    async def check(self, file: Path) -> RoleReport:
        """Check a workflow file against the nodes and models of this server; without them where it does not answer.

        Raises:
            FibelError: `workflow_invalid`, `workflow_editor_format`.
        """
        try:
            there = await self._server.object_info()
        except FibelError:
            there = None  # a graph can be read without a server
        return await asyncio.to_thread(check_file, file, there, packages())

    async def _chosen(self, *, anew: bool = False) -> ImageModel:
        if self._model is None or anew:
            self._model = await choose_model(self._server, self._wished)
            self._checkpoint = self._model.name
        return self._model

    async def _fetched(self, entry: Entry, workflow: Workflow, recipe: Recipe, materials: Materials) -> bytes:
        if not entry.completed:
            raise refusals.failed(entry)
        output = entry.outputs.get(workflow.roles[Role.OUTPUT].node)
        if output is None or not output.images:
            raise FibelError("picture_broken", "The server finished without a picture.")
        png = await self._server.picture(output.images[0])
        checked = await asyncio.to_thread(picture.checked, png, recipe)
        if recipe.mask and materials.source:
            return await asyncio.to_thread(pictures.restored, checked, materials.source, recipe.mask)
        return checked

    @asynccontextmanager
    async def _cancellable(self, job_id: str) -> AsyncIterator[None]:
        """Say `cancelled` where the server calls it lost or interrupted because of our own `cancel`."""
        self._cancelled.discard(job_id)
        try:
            yield
        except FibelError as error:
            if job_id in self._cancelled and error.code in ("job_lost", "paint_interrupted"):
                raise FibelError("cancelled") from error
            raise

    def _errand(self, prompt_id: str, client_id: str, workflow: Workflow, on: Watcher) -> Errand:
        from engine.illustrator.errand import Errand

        return Errand(self._server, prompt_id, client_id, classes=workflow.classes, on=on, patience=self._patience)
