"""A wire that goes dead without a word: what a sleeping laptop or a lost route leaves behind."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress


class Relay:
    """Hands bytes on between a client and a server, and forgets websockets on demand: nobody is told."""

    def __init__(self, host: str, port: int) -> None:
        self._server = (host, port)
        self._forgotten: set[asyncio.Task[None]] = set()
        self._sockets: set[asyncio.Task[None]] = set()
        self._tasks: set[asyncio.Task[None]] = set()
        self._held: list[asyncio.StreamWriter] = []

    def forget_sockets(self) -> None:
        """Hand nothing on any more of the websockets that are open; they stay open."""
        for task in self._sockets:
            task.cancel()
        self._sockets.clear()

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        there, to = await asyncio.open_connection(*self._server)
        self._held += [writer, to]
        head = await reader.read(1 << 16)
        to.write(head)
        both = {asyncio.create_task(_pass(reader, to)), asyncio.create_task(_pass(there, writer))}
        self._tasks |= both
        if head.startswith(b"GET /ws"):
            self._sockets |= both

    async def stop(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for writer in self._held:
            writer.close()


async def _pass(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    with suppress(ConnectionError):
        while piece := await reader.read(1 << 16):
            writer.write(piece)
            await writer.drain()
        writer.close()


@asynccontextmanager
async def relayed(url: str) -> AsyncIterator[tuple[Relay, str]]:
    """Stand between clients and the server at `url` until the block ends."""
    host, _, port = url.removeprefix("http://").partition(":")
    relay = Relay(host, int(port))
    server = await asyncio.start_server(relay.serve, "127.0.0.1", 0)
    try:
        yield relay, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        await relay.stop()
