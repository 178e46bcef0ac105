"""A ComfyUI that misbehaves on demand: real sockets, recorded frames, real PNGs."""

from __future__ import annotations

import asyncio
import io
import itertools
import json
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from PIL import Image
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.websockets import WebSocket, WebSocketDisconnect

from engine.book.model import Recipe
from engine.illustrator.comfyui import ComfyUI, PaintEvent, Patience

DATA = Path(__file__).parents[2] / "data" / "illustrator"
HAPPY = [json.loads(line) for line in (DATA / "happy.jsonl").read_text().splitlines()]
REFUSALS = json.loads((DATA / "refusals.json").read_text())
ENDS = json.loads((DATA / "ends.json").read_text())
JPEG = b"\xff\xd8\xff\xe0 a preview"
MIB = 1 << 20
JOB = "0f6f1d1c-58ec-4a2e-9d0e-3d4b8f2a7c11"
QUICK = Patience(silence=0.05, reconnect_after=2, again=0.02, settle=0.005, leave=2.0, freed=2.0)
BROKEN = Response(headers={"content-length": "100"})
"""Ends too early, so that the connection breaks."""


def png(width: int, height: int, *colors: str) -> bytes:
    """Return a real PNG, its left part in the first colour, its right part in the second."""
    image = Image.new("RGB", (width, height), colors[0])
    if len(colors) > 1:
        image.paste(colors[1], (width // 2, 0, width, height))
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


@dataclass
class Prompt:
    number: int
    id: str
    graph: dict[str, Any]
    extra: dict[str, Any]
    stopped: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def item(self) -> list[Any]:
        return [self.number, self.id, self.graph, self.extra, ["9"]]


@dataclass
class Pause:
    """A place where the server stops: it says when it is there, and goes on when told."""

    reached: asyncio.Event = field(default_factory=asyncio.Event)
    go: asyncio.Event = field(default_factory=asyncio.Event)


class Fake:
    """Behaves like ComfyUI 0.3.64 where nothing else is set."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[tuple[str, str, Any]] = []
        """Every request: method, path, body."""
        self.pending: list[Prompt] = []
        self.running: Prompt | None = None
        self.history: dict[str, Any] = {}
        self.sockets: dict[str, WebSocket] = {}
        self.connections: list[str] = []
        """Client ids in the order they connected."""
        self.first_messages: list[str] = []
        # what can be set
        self.answer: dict[str, Any] | None = None
        """Answers `POST /prompt` with this status and body."""
        self.ends: list[str] = []
        """How the next prompts end, by name in ends.json; then all end well."""
        self.picture: bytes | None = None
        self.pauses: dict[str, Pause] = {}
        """By the node that would be executed next; "submit" before a prompt is taken, "free" before models go."""
        self.mute = False
        self.lose_answer = False
        """Takes the prompt, and breaks the connection in place of an answer."""
        self.lose_prompt = False
        """Breaks the connection without having taken the prompt."""
        self.noise: list[str | bytes] = []
        """Sent to the client before each recorded frame."""
        self.embeddings = ["BadDream", "UnrealisticDream"]
        self.device = "cuda"
        self.card_name = "cuda:0"
        self.version = "0.3.64"
        self.argv = ["main.py"]
        self.uploads: dict[str, bytes] = {}
        """Pictures put into `input`, by the names graphs call them."""
        self.gate = False
        """Whether somebody wants a password first."""
        self.checkpoints: list[str] | None = None
        """What `/models/checkpoints` lists; None: there is no such route."""
        self.total, self.foreign, self.cached = 6_144 * MIB, 500 * MIB, 0
        self.used = 0
        self.invisible = False
        """Whether the allocator hides what it holds from PyTorch's numbers."""
        self.looks = 0
        """How often `/system_stats` was asked."""
        self.stuck = False
        """Whether `/free` does nothing."""
        self.relayed: list[int] = []
        """Statuses with which a relay before the server answers the next questions about a prompt."""
        self.forgets = False
        """Whether ends are not kept, as where somebody clears the history."""
        self.looked_at_queue = 0
        self._numbers = itertools.count()
        self._news = asyncio.Event()
        self._free = False

    def pause_at(self, node: str) -> Pause:
        self.pauses[node] = Pause()
        return self.pauses[node]

    def graphs(self) -> list[dict[str, Any]]:
        """The graphs that were submitted."""
        return [body["prompt"] for method, path, body in self.asked if (method, path) == ("POST", "/prompt")]

    def bodies(self, path: str) -> list[Any]:
        return [body for method, where, body in self.asked if method == "POST" and where == path]

    def wake(self) -> None:
        """Have the server look for work."""
        self._news.set()

    async def restart(self) -> None:
        """Lose everything, as a crashed server does."""
        self.pending.clear()
        if self.running is not None:
            running, self.running = self.running, None
            running.stopped.set()
        self.history.clear()
        await self.drop_sockets()

    async def drop_sockets(self) -> None:
        for websocket in list(self.sockets.values()):
            await websocket.close(1001)
        self.sockets.clear()

    def stranger(self, prompt_id: str = "stranger", *, pending: bool = False, number: int = -5) -> Prompt:
        """Put somebody else's prompt into the queue, for ever."""
        prompt = Prompt(number, prompt_id, {}, {"client_id": "somebody"})
        if pending:
            self.pending.append(prompt)
        else:
            self.running = prompt
        return prompt

    # ── the server ───────────────────────────────────────────────────────────────────────────────────────────

    async def work(self) -> None:
        while True:
            if self.running is None and self.pending:
                prompt = min(self.pending, key=lambda waiting: waiting.number)
                self.pending.remove(prompt)
                self.running = prompt
                status = await self._play(prompt)
                if self.running is prompt:
                    self._finish(prompt, status)
                    await self._say(prompt, {"type": "executing", "data": {"node": None, "prompt_id": prompt.id}})
            if self._free and "free" in self.pauses:
                self.pauses["free"].reached.set()
                await self.pauses["free"].go.wait()
            if self._free and not self.stuck:
                self._free = False
                self.used = 0
            self._news.clear()
            await self._news.wait()

    async def _play(self, prompt: Prompt) -> dict[str, Any]:
        end = self.ends.pop(0) if self.ends else "success"
        for frame in HAPPY[:-1]:
            said = frame.get("text", {})
            node = said.get("data", {}).get("node") if said.get("type") == "executing" else None
            if node in self.pauses:
                pause = self.pauses.pop(node)
                pause.reached.set()
                waits = [asyncio.create_task(event.wait()) for event in (pause.go, prompt.stopped)]
                await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
                for wait in waits:
                    wait.cancel()
            if prompt.stopped.is_set():
                end = "interrupted"
            if end in ENDS and end != "nan" and node == "3":
                said = {"type": ENDS[end]["messages"][-1][0], "data": ENDS[end]["messages"][-1][1]}
                await self._say(prompt, said)
                return _of(prompt, ENDS[end])
            for noise in self.noise:
                await self._send(prompt, noise)
            if "preview" in frame:
                metadata = json.dumps(_of(prompt, frame["preview"])).encode()
                await self._send(prompt, struct.pack(">II", 4, len(metadata)) + metadata + JPEG)
            else:
                await self._say(prompt, frame["text"])
        self.used = 3_400 * MIB
        return _of(prompt, ENDS["nan"])

    def _finish(self, prompt: Prompt, status: dict[str, Any]) -> None:
        name = prompt.graph["9"]["inputs"].get("filename_prefix", "temp")
        images = [{"filename": f"{name.rpartition('/')[2]}_00001_.png", "subfolder": "fibel", "type": "output"}]
        outputs = {"9": {"images": images}} if status["completed"] else {}
        if not self.forgets:
            self.history[prompt.id] = {"prompt": prompt.item, "outputs": outputs, "status": status, "meta": {}}
        self.running = None

    async def _say(self, prompt: Prompt, said: dict[str, Any]) -> None:
        await self._send(prompt, json.dumps(_of(prompt, said)))

    async def _send(self, prompt: Prompt, message: str | bytes) -> None:
        await asyncio.sleep(0)
        websocket = self.sockets.get(prompt.extra.get("client_id", ""))
        if websocket is None or self.mute:
            return
        with suppress(WebSocketDisconnect, RuntimeError):
            await (websocket.send_text(message) if isinstance(message, str) else websocket.send_bytes(message))

    async def submit(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(("POST", "/prompt", body))
        if self.answer is not None and self.answer["status"] != 200:
            said = self.answer["body"]
            return (
                JSONResponse(said, self.answer["status"])
                if isinstance(said, dict)
                else PlainTextResponse(said, self.answer["status"])
            )
        if "submit" in self.pauses:
            self.pauses["submit"].reached.set()
            await self.pauses["submit"].go.wait()
        if self.lose_prompt:
            return BROKEN
        number = next(self._numbers)
        self.pending.append(Prompt(number, body["prompt_id"], body["prompt"], {"client_id": body["client_id"]}))
        self._news.set()
        if self.lose_answer:
            return BROKEN
        faults = self.answer["body"]["node_errors"] if self.answer is not None else {}
        return JSONResponse({"prompt_id": body["prompt_id"], "number": number, "node_errors": faults})

    async def queue(self, _request: Request) -> Response:
        self.looked_at_queue += 1
        if self.relayed:
            return PlainTextResponse("<html>", self.relayed.pop(0))
        running = [self.running.item] if self.running is not None else []
        return JSONResponse({"queue_running": running, "queue_pending": [p.item for p in self.pending]})

    async def change_queue(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(("POST", "/queue", body))
        self.pending = [prompt for prompt in self.pending if prompt.id not in body["delete"]]
        return Response()

    async def interrupt(self, request: Request) -> Response:
        body = await request.json()
        self.asked.append(("POST", "/interrupt", body))
        if self.running is not None and self.running.id == body["prompt_id"]:
            self.running.stopped.set()
        return Response()

    async def entry(self, request: Request) -> Response:
        prompt_id = request.path_params["id"]
        return JSONResponse({prompt_id: self.history[prompt_id]} if prompt_id in self.history else {})

    async def forget(self, request: Request) -> Response:
        for prompt_id in (await request.json())["delete"]:
            self.history.pop(prompt_id, None)
        return Response()

    async def view(self, request: Request) -> Response:
        self.asked.append(("GET", "/view", dict(request.query_params)))
        if self.picture is not None:
            return Response(self.picture, media_type="image/png")
        last = next(body["prompt"] for method, path, body in reversed(self.asked) if path == "/prompt")
        size = last["5"]["inputs"]
        return Response(png(size["width"], size["height"], "navy", "gold"), media_type="image/png")

    async def stats(self, _request: Request) -> Response:
        self.looks += 1
        reserved = 0 if self.invisible else self.used + self.cached
        free = self.total - self.foreign - self.used - self.cached
        device = {
            "name": self.card_name,
            "type": self.device,
            "index": 0,
            "vram_total": self.total,
            "vram_free": free + (0 if self.invisible else self.cached),
            "torch_vram_total": reserved,
            "torch_vram_free": 0 if self.invisible else self.cached,
        }
        return JSONResponse({"system": {"comfyui_version": self.version, "argv": self.argv}, "devices": [device]})

    async def free(self, request: Request) -> Response:
        self.asked.append(("POST", "/free", await request.json()))
        self._free = True
        self._news.set()
        return Response()

    async def listen(self, websocket: WebSocket) -> None:
        client_id = websocket.query_params["clientId"]
        await websocket.accept()
        self.connections.append(client_id)
        self.sockets[client_id] = websocket
        status = {"status": {"exec_info": {"queue_remaining": 0}}, "sid": client_id}
        await websocket.send_text(json.dumps({"type": "status", "data": status}))
        try:
            self.first_messages.append(await websocket.receive_text())
            while True:
                await websocket.receive_text()
        except WebSocketDisconnect:
            self.sockets.pop(client_id, None)

    async def names(self, _request: Request) -> Response:
        if self.gate:
            return PlainTextResponse("who are you?", 401)
        return JSONResponse(self.embeddings)

    async def object_info(self, _request: Request) -> Response:
        return Response((DATA / "object_info.json").read_bytes(), media_type="application/json")

    async def node(self, request: Request) -> Response:
        every = json.loads((DATA / "object_info.json").read_bytes())
        name = request.path_params["name"]
        return JSONResponse({name: every[name]} if name in every else {})

    async def models(self, request: Request) -> Response:
        if request.path_params["folder"] != "checkpoints" or self.checkpoints is None:
            return Response(status_code=404)
        return JSONResponse(self.checkpoints)

    async def upload(self, request: Request) -> Response:
        """Keep a picture under another name than the one wished for, as a server may."""
        head, _, rest = (await request.body()).partition(b'filename="')[2].partition(b"\r\n\r\n")
        name = head.split(b'"')[0].decode()
        self.uploads[f"fibel/kept {name}"] = rest.rpartition(b"\r\n--")[0].split(b"\r\n--")[0]
        return JSONResponse({"name": f"kept {name}", "subfolder": "fibel", "type": "input"})

    def app(self) -> Starlette:
        return Starlette(
            routes=[
                WebSocketRoute("/ws", self.listen),
                Route("/prompt", self.submit, methods=["POST"]),
                Route("/queue", self.queue, methods=["GET"]),
                Route("/queue", self.change_queue, methods=["POST"]),
                Route("/interrupt", self.interrupt, methods=["POST"]),
                Route("/history/{id}", self.entry, methods=["GET"]),
                Route("/history", self.forget, methods=["POST"]),
                Route("/view", self.view, methods=["GET"]),
                Route("/system_stats", self.stats, methods=["GET"]),
                Route("/free", self.free, methods=["POST"]),
                Route("/object_info/{name}", self.node, methods=["GET"]),
                Route("/models/{folder}", self.models, methods=["GET"]),
                Route("/upload/image", self.upload, methods=["POST"]),
                Route("/object_info", self.object_info, methods=["GET"]),
                Route("/embeddings", self.names, methods=["GET"]),
            ]
        )


def _of(prompt: Prompt, said: Any) -> Any:
    return json.loads(json.dumps(said).replace("PROMPT", prompt.id))


@pytest.fixture
async def fake() -> AsyncIterator[Fake]:
    fake = Fake()
    # With the protocol named, asyncio turns Nagle's algorithm off; else every answer takes 40 ms.
    listening = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.bind(("127.0.0.1", 0))
    fake.url = f"http://127.0.0.1:{listening.getsockname()[1]}"
    config = uvicorn.Config(fake.app(), log_config=None, lifespan="off", ws="websockets-sansio")
    config.load()
    server = uvicorn.Server(config)
    server.lifespan = config.lifespan_class(config)
    await server.startup(sockets=[listening])  # without its main loop, which looks for the end ten times a second
    working = asyncio.create_task(fake.work())
    yield fake
    working.cancel()
    for listener in server.servers:
        listener.close()
    for connection in list(server.server_state.connections):
        connection.shutdown()
    for task in (answers := list(server.server_state.tasks)):
        task.cancel()
    await asyncio.gather(*answers, return_exceptions=True)
    listening.close()


@pytest.fixture
def recipe() -> Recipe:
    return Recipe(
        workflow="sd15_txt2img",
        checkpoint="dreamshaper_8.safetensors",
        positive="a small red fox in a snowy forest",
        negative="embedding:BadDream, embedding:UnrealisticDream, photo",
        seed=2**64 - 1,
        sampler="dpmpp_2m",
        scheduler="karras",
        steps=28,
        cfg=7.5,
        width=64,
        height=96,
    )


@pytest.fixture
async def comfyui(fake: Fake) -> AsyncIterator[ComfyUI]:
    async with ComfyUI(fake.url, client_id="fibel", checkpoint="dreamshaper_8.safetensors", patience=QUICK) as opened:
        yield opened


class Seen(list[PaintEvent]):
    """Everything a watcher was told."""

    def __call__(self, event: PaintEvent) -> None:
        self.append(event)


async def paint(comfyui: ComfyUI, recipe: Recipe, seen: Seen | None = None) -> bytes:
    return await comfyui.paint(JOB, recipe, prefix="fibel/p001", on=seen if seen is not None else Seen())
