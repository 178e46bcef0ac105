"""The box's ComfyUI: its routes, as ComfyUI 0.3.64 answers them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict, JsonValue, TypeAdapter, ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket

from engine.box.execution import Executor, Painter, Prompt, Worker
from engine.box.hardware import CardPreset, Kind, ModelPreset
from engine.box.ledger import Ledger
from engine.box.nodes import EMBEDDINGS, Node, object_info, outputs, refusal
from engine.box.sockets import Sockets

VERSION = "0.3.64"
"""What the box says it is: the version whose behaviour it shows."""

_GRAPH = TypeAdapter(dict[str, Node])


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Submitted(_Asked):
    prompt: dict[str, JsonValue] | None = None
    prompt_id: str | None = None
    client_id: str | None = None
    extra_data: dict[str, JsonValue] = {}
    front: bool = False
    number: float | None = None


class _Removal(_Asked):
    delete: list[str] = []
    clear: bool = False


class _Free(_Asked):
    unload_models: bool = False
    free_memory: bool = False


class _Interrupt(_Asked):
    prompt_id: str | None = None


class ComfyUIServer:
    """One server; `app` is what a web server serves, `work` has to run beside it."""

    def __init__(
        self, ledger: Ledger, card: CardPreset, models: Mapping[str, ModelPreset], *, speed: float, paint: Painter
    ) -> None:
        self._ledger = ledger
        self._card = card
        self._models = dict(models)
        self._info = object_info(models)
        self._numbers = 0
        self._sockets = Sockets()
        executor = Executor(ledger, card, self._models, self._sockets, speed=speed, paint=paint)
        self._worker = Worker(executor, self._sockets)
        routes: list[Route | WebSocketRoute] = [WebSocketRoute("/ws", self._listen)]
        for path, methods, answer in (
            ("/prompt", ["GET"], self._remaining),
            ("/prompt", ["POST"], self._submit),
            ("/queue", ["GET"], self._queue),
            ("/queue", ["POST"], self._change_queue),
            ("/history", ["GET"], self._history),
            ("/history", ["POST"], self._change_history),
            ("/history/{prompt_id}", ["GET"], self._history),
            ("/interrupt", ["POST"], self._interrupt),
            ("/free", ["POST"], self._free),
            ("/view", ["GET"], self._view),
            ("/embeddings", ["GET"], self._embeddings),
            ("/models/{folder}", ["GET"], self._folder),
            ("/object_info", ["GET"], self._object_info),
            ("/object_info/{node}", ["GET"], self._object_info),
            ("/system_stats", ["GET"], self._stats),
        ):
            routes.append(Route(path, answer, methods=methods))
        self.app = Starlette(routes=routes)

    async def work(self) -> None:
        """Execute what is submitted, for ever."""
        await self._worker.work()

    async def close(self) -> None:
        """Close the sockets and give the memory back."""
        await self._sockets.close()
        self._worker.executor.unload(forget=True)

    async def _listen(self, socket: WebSocket) -> None:
        run = self._worker.executor.run
        client = socket.query_params.get("clientId")
        node = run.node if run is not None and client and run.prompt.client == client else None
        await self._sockets.listen(socket, self._worker.remaining, node)

    # ── prompts ──────────────────────────────────────────────────────────────────────────────────────────────

    async def _remaining(self, _request: Request) -> Response:
        return JSONResponse({"exec_info": {"queue_remaining": self._worker.remaining}})

    async def _submit(self, request: Request) -> Response:
        try:
            body = _Submitted.model_validate_json(await request.body())
        except ValidationError:
            return PlainTextResponse("500 Internal Server Error\n\nServer got itself in trouble", 500)
        if body.prompt is None:
            error = {"type": "no_prompt", "message": "No prompt provided", "details": "", "extra_info": {}}
            return JSONResponse({"error": error, "node_errors": {}}, 400)
        try:
            graph = _GRAPH.validate_python(body.prompt)
        except ValidationError as error_:
            words = f"Cannot execute because a node is missing the class_type property: {error_.errors()[0]['loc']}."
            error = {"type": "invalid_prompt", "message": words, "details": "", "extra_info": {}}
            return JSONResponse({"error": error, "node_errors": {}}, 400)
        refused = refusal(graph, self._info)
        if refused is not None:
            self._ledger.refused(Kind.IMAGE, _checkpoint(graph))
            return JSONResponse(refused, 400)
        number = self._number(body)
        prompt_id = body.prompt_id or str(uuid.uuid4())
        extra = dict(body.extra_data) | ({"client_id": body.client_id} if body.client_id else {})
        goals = outputs(graph, self._info)
        await self._worker.submit(Prompt(number, prompt_id, dict(body.prompt), graph, extra, goals))
        return JSONResponse({"prompt_id": prompt_id, "number": number, "node_errors": {}})

    def _number(self, body: _Submitted) -> float:
        if body.number is not None:
            return body.number
        number = self._numbers
        self._numbers += 1
        return -number if body.front else number

    async def _queue(self, _request: Request) -> Response:
        run = self._worker.executor.run
        running = [run.prompt.item()] if run is not None else []
        return JSONResponse(
            {"queue_running": running, "queue_pending": [prompt.item() for prompt in self._worker.pending]}
        )

    async def _change_queue(self, request: Request) -> Response:
        body = _Removal.model_validate_json(await request.body())
        await self._worker.delete([p.id for p in self._worker.pending] if body.clear else body.delete)
        return Response()

    async def _interrupt(self, request: Request) -> Response:
        content = await request.body()
        self._worker.interrupt(_Interrupt.model_validate_json(content).prompt_id if content else None)
        return Response()

    async def _history(self, request: Request) -> Response:
        wanted = request.path_params.get("prompt_id")
        known = self._worker.history
        return JSONResponse(known if wanted is None else {wanted: known[wanted]} if wanted in known else {})

    async def _change_history(self, request: Request) -> Response:
        body = _Removal.model_validate_json(await request.body())
        for prompt_id in list(self._worker.history) if body.clear else body.delete:
            self._worker.history.pop(prompt_id, None)
        return Response()

    # ── memory and files ─────────────────────────────────────────────────────────────────────────────────────

    async def _free(self, request: Request) -> Response:
        content = await request.body()
        if not content:
            return PlainTextResponse("500 Internal Server Error\n\nServer got itself in trouble", 500)
        body = _Free.model_validate_json(content)
        self._worker.ask_to_free(unload=body.unload_models, forget=body.free_memory)
        return Response()

    async def _stats(self, _request: Request) -> Response:
        executor = self._worker.executor
        device = {
            "name": f"cuda:0 {self._card.device} : cudaMallocAsync",
            "type": "cuda",
            "index": 0,
            "vram_total": self._ledger.total,
            "vram_free": self._ledger.free + executor.torch_free,
            "torch_vram_total": executor.torch_total,
            "torch_vram_free": executor.torch_free,
        }
        system = {"os": "posix", "comfyui_version": VERSION, "argv": ["main.py", "--preview-method", "auto"]}
        return JSONResponse({"system": system, "devices": [device]})

    async def _view(self, request: Request) -> Response:
        asked = request.query_params
        name = asked.get("filename", "")
        if not name or ".." in name or name.startswith("/"):
            return Response(status_code=400)
        png = self._worker.executor.files.get((asked.get("type", "output"), asked.get("subfolder", ""), name))
        return Response(status_code=404) if png is None else Response(png, media_type="image/png")

    async def _embeddings(self, _request: Request) -> Response:
        return JSONResponse(list(EMBEDDINGS))

    async def _folder(self, request: Request) -> Response:
        folders = {"checkpoints": sorted(self._models), "embeddings": [f"{name}.pt" for name in EMBEDDINGS]}
        found = folders.get(request.path_params["folder"])
        return Response(status_code=404) if found is None else JSONResponse(found)

    async def _object_info(self, request: Request) -> Response:
        node = request.path_params.get("node")
        if node is None:
            return JSONResponse(self._info)
        return JSONResponse({node: self._info[node]} if node in self._info else {})


def _checkpoint(graph: Mapping[str, Node]) -> str:
    return next((node.text("ckpt_name") for node in graph.values() if "ckpt_name" in node.inputs), "")
