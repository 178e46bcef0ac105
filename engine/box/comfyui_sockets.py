"""The box's ComfyUI: its web sockets, by client id.

Frames as observed on ComfyUI 0.3.64: text `{"type", "data"}`; binary with a big-endian code, 1 a preview, 4 a preview
with metadata for clients whose very first message said that they understand it.
"""

from __future__ import annotations

import contextlib
import json
import struct
import uuid
from collections.abc import Mapping
from typing import Any

from starlette.websockets import WebSocket, WebSocketDisconnect

MAX_UPLOAD = 104_857_600
"""What the real server says it takes."""

_JPEG = 1
_PREVIEW, _PREVIEW_WITH_METADATA = 1, 4


class Sockets:
    """Everybody who listens."""

    def __init__(self) -> None:
        self._open: dict[str, WebSocket] = {}
        self._wants_metadata: set[str] = set()

    async def listen(self, socket: WebSocket, remaining: int, running: str | None) -> None:
        """Serve one socket until it closes.

        Args:
            remaining: prompts in the queue, the running one included.
            running: the node that is being executed for this client, told after a reconnect.
        """
        client = socket.query_params.get("clientId") or uuid.uuid4().hex
        await socket.accept()
        self._open[client] = socket
        self._wants_metadata.discard(client)
        await self._text(socket, "status", status(remaining) | {"sid": client})
        if running is not None:
            await self._text(socket, "executing", {"node": running})
        try:
            await self._negotiate(socket, client)
            while True:
                await socket.receive_text()
        except (WebSocketDisconnect, KeyError):
            # KeyError: a binary message; the real server's reader ends on it as well.
            pass
        finally:
            # As in the real server, whoever closes last takes the client's present socket away (a known trap).
            self._open.pop(client, None)

    async def close(self) -> None:
        """Close every socket."""
        for socket in list(self._open.values()):
            with contextlib.suppress(RuntimeError, WebSocketDisconnect):
                await socket.close(1001)

    def is_there(self, client: str) -> bool:
        return client in self._open

    async def tell(self, client: str | None, kind: str, data: Mapping[str, Any]) -> None:
        """Send to one client, if it listens."""
        socket = self._open.get(client or "")
        if socket is not None:
            await self._text(socket, kind, data)

    async def tell_all(self, kind: str, data: Mapping[str, Any]) -> None:
        for socket in list(self._open.values()):
            await self._text(socket, kind, data)

    async def preview(self, client: str | None, prompt_id: str, node: str, jpeg: bytes) -> None:
        """Send a picture in the making."""
        socket = self._open.get(client or "")
        if socket is None:
            return
        if client in self._wants_metadata:
            metadata = json.dumps(
                {
                    "node_id": node,
                    "prompt_id": prompt_id,
                    "display_node_id": node,
                    "parent_node_id": None,
                    "real_node_id": node,
                    "image_type": "image/jpeg",
                }
            ).encode()
            await self._bytes(socket, struct.pack(">II", _PREVIEW_WITH_METADATA, len(metadata)) + metadata + jpeg)
        else:
            await self._bytes(socket, struct.pack(">II", _PREVIEW, _JPEG) + jpeg)

    async def _negotiate(self, socket: WebSocket, client: str) -> None:
        """Read the first message: only there feature flags count."""
        try:
            said = json.loads(await socket.receive_text())
        except ValueError:
            return
        if not isinstance(said, dict) or said.get("type") != "feature_flags":
            return
        flags = said.get("data")
        if isinstance(flags, dict) and flags.get("supports_preview_metadata") is True:
            self._wants_metadata.add(client)
        ours = {"supports_preview_metadata": True, "max_upload_size": MAX_UPLOAD}
        await self._text(socket, "feature_flags", ours)

    async def _text(self, socket: WebSocket, kind: str, data: Mapping[str, Any]) -> None:
        with contextlib.suppress(RuntimeError, WebSocketDisconnect, OSError):  # it closed meanwhile
            await socket.send_text(json.dumps({"type": kind, "data": dict(data)}))

    async def _bytes(self, socket: WebSocket, data: bytes) -> None:
        with contextlib.suppress(RuntimeError, WebSocketDisconnect, OSError):
            await socket.send_bytes(data)


def status(remaining: int) -> dict[str, Any]:
    """Return what a `status` frame says."""
    return {"status": {"exec_info": {"queue_remaining": remaining}}}
