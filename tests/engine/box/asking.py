"""How the tests talk to the box's servers: over real sockets."""

from __future__ import annotations

import asyncio
import json
import uuid
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import httpx
import websockets

from engine.box.machine import Box

TEXT_MODEL = "llama3.1:8b"
IMAGE_MODEL = "dreamshaper_8.safetensors"
LOAD: dict[str, Any] = {"model": TEXT_MODEL, "messages": [], "stream": False}
FLAGS = json.dumps({"type": "feature_flags", "data": {"supports_preview_metadata": True}})
DATA = Path(__file__).parents[2] / "data" / "comfyui"
PATIENCE = 20.0
"""Seconds after which a test that waits has failed."""


def recorded(name: str) -> Any:
    """Return what was recorded on a real ComfyUI."""
    return json.loads((DATA / f"{name}.json").read_text("utf-8"))


def graph(**changes: Any) -> dict[str, Any]:
    """Return a small picture's graph, with inputs changed wherever a node has them."""
    nodes: dict[str, Any] = {
        "4": {"class_type": "CheckpointLoaderSimple", "inputs": {"ckpt_name": IMAGE_MODEL}},
        "5": {"class_type": "EmptyLatentImage", "inputs": {"width": 64, "height": 96, "batch_size": 1}},
        "6": {"class_type": "CLIPTextEncode", "inputs": {"text": "a hedgehog", "clip": ["4", 1]}},
        "7": {"class_type": "CLIPTextEncode", "inputs": {"text": "embedding:BadDream", "clip": ["4", 1]}},
        "3": {
            "class_type": "KSampler",
            "inputs": {
                "seed": 5,
                "steps": 4,
                "cfg": 7.5,
                "sampler_name": "dpmpp_2m",
                "scheduler": "karras",
                "denoise": 1.0,
                "model": ["4", 0],
                "positive": ["6", 0],
                "negative": ["7", 0],
                "latent_image": ["5", 0],
            },
        },
        "8": {"class_type": "VAEDecode", "inputs": {"samples": ["3", 0], "vae": ["4", 2]}},
        "9": {"class_type": "SaveImage", "inputs": {"filename_prefix": "book/page", "images": ["8", 0]}},
    }
    for node in nodes.values():
        node["inputs"] |= {name: value for name, value in changes.items() if name in node["inputs"]}
    return nodes


async def until(condition: Callable[[], bool]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(PATIENCE):
        while not condition():
            await asyncio.sleep(0.002)


@asynccontextmanager
async def listening(box: Box, client: str, *, metadata: bool = True) -> AsyncIterator[websockets.ClientConnection]:
    """Listen as a client; the handshake is over."""
    url = box.comfyui_url.replace("http", "ws") + f"/ws?clientId={client}"
    async with websockets.connect(url, max_size=None, proxy=None, close_timeout=0.1) as socket:
        first = json.loads(await socket.recv())
        assert (first["type"], first["data"]["sid"]) == ("status", client)
        await socket.send(FLAGS if metadata else "anything")
        if metadata:
            assert json.loads(await socket.recv()) == {
                "type": "feature_flags",
                "data": {"supports_preview_metadata": True, "max_upload_size": 104_857_600},
            }
        yield socket


async def submitted(comfyui: httpx.AsyncClient, client: str, nodes: dict[str, Any], **more: Any) -> str:
    """Submit a graph under an id of our own."""
    prompt_id = str(uuid.uuid4())
    body = {"prompt": nodes, "client_id": client, "prompt_id": prompt_id, **more}
    answer = await comfyui.post("/prompt", json=body)
    assert answer.status_code == 200, answer.text
    assert (answer.json()["prompt_id"], answer.json()["node_errors"]) == (prompt_id, {})
    return prompt_id


async def received(socket: websockets.ClientConnection) -> Any:
    """Return the next frame, a binary one as bytes."""
    async with asyncio.timeout(PATIENCE):
        frame = await socket.recv()
    return frame if isinstance(frame, bytes) else json.loads(frame)


async def frames(socket: websockets.ClientConnection, prompt_id: str) -> list[Any]:
    """Return everything until the end of a prompt."""
    seen: list[Any] = []
    while True:
        seen.append(await received(socket))
        if kind(seen[-1]) == "executing" and seen[-1]["data"] == {"node": None, "prompt_id": prompt_id}:
            return seen


def kind(frame: Any) -> str:
    return "binary" if isinstance(frame, bytes) else frame["type"]


def kinds(seen: list[Any]) -> list[str]:
    return [kind(frame) for frame in seen]


def told(seen: list[Any], wanted: str) -> dict[str, Any]:
    """Return what the first frame of a kind says."""
    data: dict[str, Any] = next(frame["data"] for frame in seen if kind(frame) == wanted)
    return data


async def painted(box: Box, comfyui: httpx.AsyncClient, **changes: Any) -> list[Any]:
    """Paint a small picture and return its frames."""
    client = uuid.uuid4().hex
    async with listening(box, client) as socket:
        return await frames(socket, await submitted(comfyui, client, graph(**changes)))


def events(log: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in log.read_text().splitlines()]
