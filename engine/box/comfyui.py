"""The box's ComfyUI: its routes, as ComfyUI 0.3.64 answers them, each also under `/api`."""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from urllib.parse import quote, urlsplit

from pydantic import BaseModel, ConfigDict, JsonValue, TypeAdapter, ValidationError
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocket

from engine.box import comfyui_validation as validation
from engine.box.comfyui_execution import Executor
from engine.box.comfyui_files import Folder, OutsideError, Place, inside
from engine.box.comfyui_graph import checkpoint
from engine.box.comfyui_nodes import EMBEDDINGS, LORAS, NodeClass, node_classes
from engine.box.comfyui_picture_nodes import ADAPTERS, DECODERS, ENCODERS, UPSCALERS, VISIONS, picture_nodes
from engine.box.comfyui_run import Painter, Prompt
from engine.box.comfyui_sockets import FEATURES, Sockets
from engine.box.comfyui_worker import Worker
from engine.box.hardware import MAIN_MEMORY, CardPreset, Disk, Kind, ModelPreset
from engine.box.ledger import Ledger
from engine.family import Family, family_of

VERSION = "0.3.64"
"""What the box says it is: the version whose behaviour it shows."""

_ANYTHING: TypeAdapter[JsonValue] = TypeAdapter(JsonValue)
_BOUNDARY = re.compile(r'boundary="?([^";]+)')
_PARAMETER = re.compile(r'(name|filename)="([^"]*)"')
_NO_PROMPT = "No prompt provided"


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Submitted(_Asked):
    prompt: dict[str, JsonValue]
    prompt_id: str | None = None
    client_id: str | None = None
    extra_data: dict[str, JsonValue] = {}
    front: bool = False
    number: float | None = None


class _Removal(_Asked):
    delete: list[str] = []
    clear: JsonValue = False


class _Free(_Asked):
    """Any value that counts as true does."""

    unload_models: JsonValue = False
    free_memory: JsonValue = False


class _Interrupt(_Asked):
    prompt_id: str | None = None


class _Window(_Asked):
    """Which part of the history is wanted: so many, from the oldest unless told by its offset from there."""

    max_items: int | None = None
    offset: int = -1


class ComfyUIServer:
    """One server; `app` is what a web server serves, `work` has to run beside it."""

    def __init__(
        self,
        ledger: Ledger,
        card: CardPreset,
        models: Mapping[str, ModelPreset],
        *,
        disk: Disk,
        speed: float,
        paint: Painter,
    ) -> None:
        self._ledger = ledger
        self._card = card
        self._models = models
        self._parts = sorted(name for name in models if family_of(name) is Family.FLUX)
        self._numbers = 0
        self._sockets = Sockets()
        executor = Executor(ledger, card, models, self._sockets, disk=disk, speed=speed, paint=paint)
        self._files = executor.files
        self._worker = Worker(executor, self._sockets)
        routes: list[Route | WebSocketRoute] = [WebSocketRoute("/ws", self._listen)]
        for path, method, answer in (
            ("/prompt", "GET", self._remaining),
            ("/prompt", "POST", self._submit),
            ("/queue", "GET", self._queue),
            ("/queue", "POST", self._change_queue),
            ("/history", "GET", self._history),
            ("/history", "POST", self._change_history),
            ("/history/{prompt_id}", "GET", self._entry),
            ("/interrupt", "POST", self._interrupt),
            ("/free", "POST", self._free),
            ("/view", "GET", self._view),
            ("/view_metadata/{folder}", "GET", self._metadata),
            ("/upload/image", "POST", self._upload),
            ("/embeddings", "GET", self._embeddings),
            ("/models", "GET", self._folders),
            ("/models/{folder}", "GET", self._folder),
            ("/object_info", "GET", self._object_info),
            ("/object_info/{node}", "GET", self._object_info),
            ("/system_stats", "GET", self._stats),
            ("/features", "GET", self._features),
        ):
            routes.append(Route(path, answer, methods=[method]))
        self.app = Starlette(
            routes=[*routes, Mount("/api", routes=routes)],
            exception_handlers={ValidationError: _trouble},
            middleware=[Middleware(_SameOrigin)],
        )

    async def work(self) -> None:
        """Execute what is submitted, for ever."""
        await self._worker.work()

    def close(self) -> None:
        """Give the memory back."""
        self._worker.executor.unload(forget=True)

    @property
    def _classes(self) -> dict[str, NodeClass]:
        """Every class of nodes, with the pictures that have been uploaded so far."""
        return {**node_classes(self._models), **picture_nodes(self._files.inputs(), self._parts)}

    async def _listen(self, socket: WebSocket) -> None:
        run = self._worker.executor.run
        running = (None, None) if run is None else (run.prompt.client, run.node)
        await self._sockets.listen(socket, self._worker.remaining, running)

    # ── prompts ──────────────────────────────────────────────────────────────────────────────────────────────

    async def _remaining(self, _request: Request) -> Response:
        return JSONResponse({"exec_info": {"queue_remaining": self._worker.remaining}})

    async def _submit(self, request: Request) -> Response:
        content = _ANYTHING.validate_json(await request.body())
        try:
            if not isinstance(content, dict) or "prompt" not in content:
                raise validation.Refused("no_prompt", _NO_PROMPT, _NO_PROMPT)
            body = _Submitted.model_validate(content)
            classes = self._classes
            graph = validation.read(body.prompt, classes)
            goals, node_errors = validation.check(graph, classes)
        except validation.Refused as refused:
            prompt = content.get("prompt") if isinstance(content, dict) else None
            self._ledger.refused(Kind.IMAGE, checkpoint(prompt) if isinstance(prompt, dict) else "")
            return JSONResponse(refused.body, 400)
        number = self._number(body)
        prompt_id = body.prompt_id or str(uuid.uuid4())
        extra: dict[str, JsonValue] = dict(body.extra_data)
        if body.client_id is not None:
            extra["client_id"] = body.client_id
        self._ledger.request(Kind.IMAGE, checkpoint(body.prompt))
        self._worker.submit(Prompt(number, prompt_id, body.prompt, graph, extra, goals))
        return JSONResponse({"prompt_id": prompt_id, "number": number, "node_errors": node_errors})

    def _number(self, body: _Submitted) -> float:
        if body.number is not None:
            return body.number
        number = self._numbers
        self._numbers += 1
        return -number if body.front else number

    async def _queue(self, _request: Request) -> Response:
        running = self._worker.running
        return JSONResponse(
            {
                "queue_running": [] if running is None else [running.item()],
                "queue_pending": [prompt.item() for prompt in self._worker.pending],
            }
        )

    async def _change_queue(self, request: Request) -> Response:
        body = _Removal.model_validate_json(await request.body())
        self._worker.delete([prompt.id for prompt in self._worker.pending] if body.clear else body.delete)
        return Response()

    async def _interrupt(self, request: Request) -> Response:
        content = await request.body()
        self._worker.interrupt(_Interrupt.model_validate_json(content).prompt_id if content else None)
        return Response()

    async def _history(self, request: Request) -> Response:
        window = _Window.model_validate(dict(request.query_params))
        entries = list(self._worker.history.items())
        if window.max_items is not None:
            start = len(entries) - window.max_items if window.offset < 0 else window.offset
            entries = entries[max(0, start) :][: window.max_items]
        return JSONResponse(dict(entries))

    async def _entry(self, request: Request) -> Response:
        wanted = request.path_params["prompt_id"]
        known = self._worker.history
        return JSONResponse({wanted: known[wanted]} if wanted in known else {})

    async def _change_history(self, request: Request) -> Response:
        body = _Removal.model_validate_json(await request.body())
        for prompt_id in list(self._worker.history) if body.clear else body.delete:
            self._worker.history.pop(prompt_id, None)
        return Response()

    # ── memory ───────────────────────────────────────────────────────────────────────────────────────────────

    async def _free(self, request: Request) -> Response:
        body = _Free.model_validate_json(await request.body())
        self._worker.ask_to_free(unload=bool(body.unload_models), forget=bool(body.free_memory))
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
        system = {
            "os": "posix",
            "ram_total": MAIN_MEMORY,
            "ram_free": executor.main_memory_free,
            "comfyui_version": VERSION,
            "argv": ["main.py", "--preview-method", "auto"],
        }
        return JSONResponse({"system": system, "devices": [device]})

    # ── files ────────────────────────────────────────────────────────────────────────────────────────────────

    async def _view(self, request: Request) -> Response:
        asked = request.query_params
        try:
            place = Place(asked.get("filename", ""), asked.get("subfolder", ""), Folder(asked.get("type", "output")))
            inside(place.filename)
        except (ValueError, OutsideError):
            return Response(status_code=400)
        try:
            inside(place.subfolder)
        except OutsideError:
            return Response(status_code=403)
        if not place.filename:
            return Response(status_code=400)
        png = self._files.read(place)
        if png is None:
            return Response(status_code=404)
        named = {"content-disposition": f"filename*=UTF-8''{quote(place.filename)}"}
        return Response(png, media_type="image/png", headers=named)

    async def _metadata(self, _request: Request) -> Response:
        return Response(status_code=404)  # as for files that say nothing of themselves

    async def _upload(self, request: Request) -> Response:
        parts = _parts(request.headers.get("content-type", ""), await request.body())
        if "image" not in parts:
            return Response(status_code=400)
        filename, content = parts["image"]
        fields = {name: text.decode(errors="replace") for name, (_, text) in parts.items()}
        if not filename or fields.get("type", "input") not in list(Folder):
            return _trouble(request)
        place = Place(filename, fields.get("subfolder", ""), Folder(fields.get("type", "input")))
        try:
            kept = self._files.upload(place, content, overwrite=fields.get("overwrite") in ("true", "1"))
        except OutsideError:
            return Response(status_code=400)
        return JSONResponse({"name": kept.filename, "subfolder": kept.subfolder, "type": kept.type})

    # ── what there is ────────────────────────────────────────────────────────────────────────────────────────

    def _known_folders(self) -> dict[str, list[str]]:
        return {
            "checkpoints": sorted(self._models),
            "diffusion_models": self._parts,
            "text_encoders": [*ENCODERS],
            "vae": [*DECODERS],
            "loras": [*LORAS],
            "ipadapter": [*ADAPTERS],
            "clip_vision": [*VISIONS],
            "upscale_models": [*UPSCALERS],
            "embeddings": [f"{name}.pt" for name in EMBEDDINGS],
        }

    async def _folders(self, _request: Request) -> Response:
        return JSONResponse(list(self._known_folders()))

    async def _folder(self, request: Request) -> Response:
        found = self._known_folders().get(request.path_params["folder"])
        return Response(status_code=404) if found is None else JSONResponse(found)

    async def _embeddings(self, _request: Request) -> Response:
        return JSONResponse(list(EMBEDDINGS))

    async def _object_info(self, request: Request) -> Response:
        wanted = request.path_params.get("node")
        classes = self._classes
        found = {name: node.described(name) for name, node in classes.items() if wanted in (None, name)}
        return JSONResponse(found)

    async def _features(self, _request: Request) -> Response:
        return JSONResponse(FEATURES)


class _SameOrigin:
    """Turns away pages of other places that would talk to a server of this machine from the author's browser."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        headers = dict(scope.get("headers", ()))
        origin = headers.get(b"origin", b"").decode("latin-1")
        host = headers.get(b"host", b"").decode("latin-1")
        if scope["type"] == "http" and origin and urlsplit(origin).netloc != host:
            await Response(status_code=403)(scope, receive, send)
        else:
            await self._app(scope, receive, send)


def _trouble(_request: Request, _error: Exception | None = None) -> Response:
    return PlainTextResponse("500 Internal Server Error\n\nServer got itself in trouble", 500)


def _parts(content_type: str, body: bytes) -> dict[str, tuple[str, bytes]]:
    """Return the parts of a form by name: the name of the file, if it is one, and the content."""
    boundary = _BOUNDARY.search(content_type)
    found = {}
    for part in body.split(f"--{boundary[1]}".encode())[1:-1] if boundary else ():
        head, _, content = part.partition(b"\r\n\r\n")
        told = dict(_PARAMETER.findall(head.decode(errors="replace")))
        found[told.get("name", "")] = (told.get("filename", ""), content.removesuffix(b"\r\n"))
    return found
