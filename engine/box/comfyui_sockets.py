"""The box's ComfyUI: its web sockets, by client id.

Frames as observed on ComfyUI 0.3.64: text `{"type", "data"}`; binary with a big-endian code, 1 a preview, 4 a preview
with metadata for clients whose very first message said that they understand it.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import struct
import uuid
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError
from starlette.websockets import WebSocket, WebSocketDisconnect

FEATURES: Mapping[str, JsonValue] = {"supports_preview_metadata": True, "max_upload_size": 104_857_600}
"""What the real server says of itself."""

BACKLOG = 32
"""Frames that may wait for a slow listener before it is spared the previews; it gets all the rest."""

_JPEG = 1
_PREVIEW, _PREVIEW_WITH_METADATA = 1, 4


class _Flags(BaseModel):
    model_config = ConfigDict(extra="ignore", strict=True)

    supports_preview_metadata: bool = False


class _Greeting(BaseModel):
    """What a client may say first."""

    model_config = ConfigDict(extra="ignore")

    type: str
    data: dict[str, JsonValue] = {}

    def wants_metadata(self) -> bool:
        try:
            return _Flags.model_validate(self.data).supports_preview_metadata
        except ValidationError:
            return False  # the real server takes `true` alone


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture in the making."""

    prompt_id: str
    node: str
    jpeg: bytes

    def plain(self) -> bytes:
        return struct.pack(">II", _PREVIEW, _JPEG) + self.jpeg

    def with_metadata(self) -> bytes:
        metadata = json.dumps(
            {
                "node_id": self.node,
                "prompt_id": self.prompt_id,
                "display_node_id": self.node,
                "parent_node_id": None,
                "real_node_id": self.node,
                "image_type": "image/jpeg",
            }
        ).encode()
        return struct.pack(">II", _PREVIEW_WITH_METADATA, len(metadata)) + metadata + self.jpeg


@dataclass(eq=False)
class _Listener:
    """One socket and what waits to be sent on it."""

    wants_metadata: bool = False
    outbox: asyncio.Queue[str | bytes] = field(default_factory=asyncio.Queue)

    def tell(self, kind: str, data: Mapping[str, JsonValue]) -> None:
        self.outbox.put_nowait(json.dumps({"type": kind, "data": data}))

    def show(self, preview: Preview) -> None:
        if self.outbox.qsize() < BACKLOG:
            self.outbox.put_nowait(preview.with_metadata() if self.wants_metadata else preview.plain())

    async def send(self, socket: WebSocket) -> None:
        """Send for ever; a socket that has closed ends it."""
        with contextlib.suppress(WebSocketDisconnect, RuntimeError, OSError):
            while True:
                frame = await self.outbox.get()
                await (socket.send_text(frame) if isinstance(frame, str) else socket.send_bytes(frame))


class Sockets:
    """Everybody who listens. Telling never waits for a listener."""

    def __init__(self) -> None:
        self._listeners: dict[str, _Listener] = {}

    async def listen(self, socket: WebSocket, remaining: int, running: tuple[str | None, str | None]) -> None:
        """Serve one socket until it closes.

        Args:
            remaining: prompts in the queue, the running one included.
            running: the client whose prompt is executed and the node it is at; told to that client, which may have
                lost its socket meanwhile.
        """
        client = socket.query_params.get("clientId") or uuid.uuid4().hex
        await socket.accept()
        listener = self._listeners[client] = _Listener()
        listener.tell("status", {**status(remaining), "sid": client})
        if running[0] == client and running[1] is not None:
            listener.tell("executing", {"node": running[1]})
        sending = asyncio.create_task(listener.send(socket))
        try:
            await self._hear(socket, listener)
        finally:
            # As in the real server, whoever closes last takes the client's present socket away (a known trap).
            self._listeners.pop(client, None)
            sending.cancel()

    def tell(self, client: str | None, kind: str, data: Mapping[str, JsonValue]) -> None:
        """Send to one client, if it listens."""
        listener = self._listeners.get(client or "")
        if listener is not None:
            listener.tell(kind, data)

    def tell_all(self, kind: str, data: Mapping[str, JsonValue]) -> None:
        for listener in self._listeners.values():
            listener.tell(kind, data)

    def tell_progress(
        self, client: str | None, kind: str, data: Mapping[str, JsonValue], preview: Preview | None = None
    ) -> None:
        """Send how far a prompt is, to everybody if it belongs to nobody, with a picture if there is one."""
        for listener in self._audience(client):
            if preview is not None and listener.wants_metadata:
                listener.show(preview)
            listener.tell(kind, data)
            if preview is not None and not listener.wants_metadata:
                listener.show(preview)

    def watched(self, client: str | None) -> bool:
        """Whether anybody would see a preview."""
        return any(True for _ in self._audience(client))

    def _audience(self, client: str | None) -> Iterable[_Listener]:
        if client is None:
            return self._listeners.values()
        return [self._listeners[client]] if client in self._listeners else []

    async def _hear(self, socket: WebSocket, listener: _Listener) -> None:
        """Read until the socket closes; only in the very first message feature flags count."""
        first = True
        while True:
            message = await socket.receive()
            if message["type"] == "websocket.disconnect":
                return
            if first and isinstance(message.get("text"), str):
                first = False
                self._greet(message["text"], listener)

    @staticmethod
    def _greet(said: str, listener: _Listener) -> None:
        try:
            greeting = _Greeting.model_validate_json(said)
        except ValidationError:
            return
        if greeting.type == "feature_flags":
            listener.wants_metadata = greeting.wants_metadata()
            listener.tell("feature_flags", FEATURES)


def status(remaining: int) -> dict[str, JsonValue]:
    """Return what a `status` frame says."""
    return {"status": {"exec_info": {"queue_remaining": remaining}}}
