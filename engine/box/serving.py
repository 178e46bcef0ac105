"""A web server on loopback that is a guest of the program: it lives on its loop and leaves signals and screen alone."""

from __future__ import annotations

import asyncio
import errno
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette

from engine.errors import FibelError
from engine.units import Seconds

GOODBYE = 1
"""Seconds a server waits for its clients when it stops; they are in this process and leave before it."""

LEAVE: Seconds = 3.0
"""How long a server may take to stop, its goodbye included."""

STARTING: Seconds = 0.002
"""Between two looks whether a server listens."""


class Guest:
    """One app on one port; the port is taken at once, the app is served between `start` and `stop`.

    Args:
        port: 0 takes any free one.

    Raises:
        FibelError: `port_in_use`.
    """

    def __init__(self, app: Starlette, port: int) -> None:
        self._listener = _listening(port)
        self.url = f"http://127.0.0.1:{self._listener.getsockname()[1]}"
        self._server = _Server(
            uvicorn.Config(
                app,
                http="h11",
                ws="websockets-sansio",
                lifespan="off",
                log_config=None,
                access_log=False,
                date_header=False,
                ws_ping_interval=None,  # ComfyUI sends none
                timeout_graceful_shutdown=GOODBYE,
            )
        )
        self._serving: asyncio.Task[None] | None = None

    async def start(self) -> None:
        """Return when requests are answered."""
        self._serving = asyncio.create_task(self._server.serve([self._listener]))
        while not self._server.started and not self._serving.done():
            await asyncio.sleep(STARTING)

    async def stop(self) -> None:
        """Say goodbye and close every socket."""
        self._server.leaving.set()
        if self._serving is not None:
            await asyncio.wait([self._serving], timeout=LEAVE)
            self._serving.cancel()
            await asyncio.wait([self._serving])
        self._listener.close()


class _Server(uvicorn.Server):
    """Waits to be told to leave where its parent looks ten times a second."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.leaving = asyncio.Event()
        # Without anybody to take them, its words would land on the author's screen.
        logging.getLogger("uvicorn").addHandler(logging.NullHandler())

    async def main_loop(self) -> None:
        await self.on_tick(0)
        await self.leaving.wait()

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield


def _listening(port: int) -> socket.socket:
    # Without the protocol's number the loop would not switch Nagle's algorithm off, and answers would wait 40 ms.
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(("127.0.0.1", port))
        listener.listen()
    except OSError as error:
        listener.close()
        if error.errno not in (errno.EADDRINUSE, errno.EACCES):
            raise
        raise FibelError("port_in_use", f"127.0.0.1:{port}.") from error
    return listener
