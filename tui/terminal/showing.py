"""One picture, served to a browser on this machine for as long as somebody looks at it.

Half blocks show a picture at some 60 × 90 pixels. Over SSH the browser sits elsewhere; a forwarded port brings the real
pixels there, and nothing listens on any address but the loopback.
"""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from engine.units import Bytes, Seconds
from tui.terminal.ssh import LOOPBACK, reached

SECRET: Bytes = 16
"""Of randomness in the address: others on this machine may try every port, but not every path."""

REQUEST: Bytes = 8_192
"""A browser's request for a picture is shorter."""

PATIENCE: Seconds = 10.0
"""How long a browser may take to ask; a forwarded line may be slow."""

_HEAD = (
    "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nConnection: close\r\n"
    "Cache-Control: no-store\r\nReferrer-Policy: no-referrer\r\nX-Content-Type-Options: nosniff\r\n"
    "Content-Security-Policy: default-src 'none'; img-src 'self'\r\n\r\n"
)


@dataclass(frozen=True, slots=True)
class Showing:
    """Where a picture is to be seen."""

    port: int
    path: str

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}{self.path}"

    def tunnel(self, environment: Mapping[str, str]) -> str:
        """Return the command that brings it to where the author sits; empty where they sit here.

        >>> Showing(4711, "/x").tunnel({"SSH_CONNECTION": "192.0.2.7 50000 192.0.2.1 2222", "USER": "mia"})
        'ssh -N -L 4711:127.0.0.1:4711 -p 2222 mia@192.0.2.1'
        """
        here = reached(environment)
        return "" if here is None else here.forward(self.port)


@asynccontextmanager
async def showing(picture: Path) -> AsyncIterator[Showing]:
    """Serve a PNG file until the block ends; every other path is unknown.

    Raises:
        OSError: no port can be had.
    """
    path = f"/{secrets.token_urlsafe(SECRET)}/{picture.name}"

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(PATIENCE):
                request = await reader.readuntil(b"\r\n\r\n")
            writer.write(await asyncio.to_thread(_answer_to, request, path, picture))
            await writer.drain()
        except (TimeoutError, OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            return  # somebody who asks nothing, or too much, or leaves
        finally:
            writer.close()

    listening = socket.create_server((LOOPBACK, 0))
    server = await asyncio.start_server(answer, sock=listening, limit=REQUEST)
    try:
        yield Showing(listening.getsockname()[1], path)
    finally:
        server.close()


def _answer_to(request: bytes, path: str, picture: Path) -> bytes:
    """Return the whole answer to a request."""
    method, _, rest = request.partition(b" ")
    asked = rest.split(b" ", 1)[0]
    if method not in (b"GET", b"HEAD") or not secrets.compare_digest(asked, path.encode()):
        return _whole("404 Not Found", "text/plain", b"")
    try:
        content = picture.read_bytes()
    except OSError:
        return _whole("410 Gone", "text/plain", b"")
    return _whole("200 OK", "image/png", content, body=method == b"GET")


def _whole(status: str, kind: str, content: bytes, *, body: bool = True) -> bytes:
    head = _HEAD.format(status=status, kind=kind, length=len(content))
    return head.encode("ascii") + (content if body else b"")
