"""A server that misbehaves on demand: real sockets, answers written step by step."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any, TypeVar


@dataclass
class Pause:
    """A place where the server stops: it says when it is there, and goes on when told."""

    reached: asyncio.Event = field(default_factory=asyncio.Event)
    go: asyncio.Event = field(default_factory=asyncio.Event)


@dataclass(frozen=True)
class Drop:
    """The connection breaks."""


@dataclass(frozen=True)
class Reply:
    """An answer in one piece."""

    status: int
    body: Any = b""
    headers: Mapping[str, str] = field(default_factory=dict)

    @property
    def content(self) -> bytes:
        return self.body if isinstance(self.body, bytes) else json.dumps(self.body).encode()


class FakeServer:
    """One server; a kind of it says what it answers and how pieces of its streams are written."""

    streams = "text/plain"
    """The content type of a stream."""

    def __init__(self) -> None:
        self.url = ""
        self.asked: list[tuple[str, dict[str, Any]]] = []
        """Every request: path and body."""
        self.heads: list[str] = []
        """Every request's head, as it came."""
        self.replies: dict[str, Reply] = {}
        """What is said on a path instead of the usual."""
        self.left = asyncio.Event()
        """Set when a client closes a connection in the middle of an answer."""
        self._at_work: set[asyncio.Task[Any]] = set()

    def reply(self, path: str, body: dict[str, Any]) -> Reply | Sequence[Any]:
        """Return what is said on a path: one piece, or the steps of a stream."""
        raise NotImplementedError

    def written(self, step: Any) -> bytes:
        """Return a step of a stream as it goes over the wire."""
        raise NotImplementedError

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._at_work.add(task)
        try:
            head = (await reader.readuntil(b"\r\n\r\n")).decode()
            path = head.split()[1]
            length = next((int(h.split(":")[1]) for h in head.splitlines() if h.lower().startswith("content-len")), 0)
            body = json.loads(await reader.readexactly(length) or b"{}")
            self.asked.append((path, body))
            self.heads.append(head)
            said = self.replies.get(path) or self.reply(path, body)
            if isinstance(said, Reply):
                headers = "".join(f"{name}: {value}\r\n" for name, value in said.headers.items())
                writer.write(f"HTTP/1.1 {said.status} X\r\ncontent-length: {len(said.content)}\r\n{headers}".encode())
                writer.write(b"connection: close\r\n\r\n" + said.content)
            else:
                await self._stream(said, reader, writer)
        except (ConnectionError, asyncio.IncompleteReadError):
            pass  # the client is gone
        finally:
            self._at_work.discard(task)
            writer.close()

    async def _stream(self, steps: Sequence[Any], reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        watch = asyncio.create_task(self._watch(reader))
        writer.write(f"HTTP/1.1 200 OK\r\ncontent-type: {self.streams}\r\n".encode())
        writer.write(b"transfer-encoding: chunked\r\nconnection: close\r\n\r\n")
        try:
            for step in steps:
                if isinstance(step, Pause):
                    step.reached.set()
                    await step.go.wait()
                    continue
                if isinstance(step, Drop):
                    writer.transport.abort()
                    return
                piece = step if isinstance(step, bytes) else self.written(step)
                writer.write(f"{len(piece):x}\r\n".encode() + piece + b"\r\n")
                await writer.drain()
            writer.write(b"0\r\n\r\n")
        finally:
            watch.cancel()

    async def _watch(self, reader: asyncio.StreamReader) -> None:
        with suppress(ConnectionError):
            await reader.read()
        self.left.set()

    async def stop(self) -> None:
        for task in self._at_work:
            task.cancel()
        await asyncio.gather(*self._at_work, return_exceptions=True)


F = TypeVar("F", bound=FakeServer)


@asynccontextmanager
async def served(fake: F) -> AsyncIterator[F]:
    """Let a fake be reached until the block ends."""
    server = await asyncio.start_server(fake.serve, "127.0.0.1", 0)
    fake.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    yield fake
    server.close()
    await fake.stop()
    await server.wait_closed()
