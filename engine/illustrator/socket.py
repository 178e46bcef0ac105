"""The server's running commentary on one client's prompts. Hints only: what is true is asked over HTTP."""

from __future__ import annotations

import asyncio
from types import TracebackType
from typing import Self
from urllib.parse import quote

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed, InvalidHandshake

from engine.illustrator.wire import FEATURES, Frame, read_frame
from engine.units import Bytes, Seconds

LARGEST: Bytes = 64 << 20
"""A frame may hold a whole PNG; the library's own limit of 1 MiB closes the connection on one of 3 MiB (observed)."""

UNREAD = 256
"""Frames kept while nobody reads. Behind a full queue the server's farewell is not seen, and closing waits in vain;
taking a prompt off lasts a few frames."""

OPEN: Seconds = 5.0
"""How long the handshake may take. Without a socket there are no previews, but there is a picture."""

CLOSE: Seconds = 1.0
"""How long a dead server may keep us from leaving."""

PING_EVERY: Seconds = 20.0
PING_ANSWERED: Seconds = 60.0
"""A server that loads a checkpoint answers late; one that does not answer for a minute is gone."""


class Socket:
    """One connection under one client id, taken up again by `reconnect`. One reader at a time.

    A new connection is opened only after the old one is closed: ComfyUI 0.3.64 forgets the *new* one if the old one of
    the same client closes later, and it stays open and silent for ever.
    """

    def __init__(self, server_url: str, client_id: str) -> None:
        self._url = f"ws{server_url.removeprefix('http')}/ws?clientId={quote(client_id)}"
        self._connection: ClientConnection | None = None

    async def __aenter__(self) -> Self:
        await self._connect()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._close()

    @property
    def is_open(self) -> bool:
        return self._connection is not None

    async def next(self, patience: Seconds) -> Frame | None:
        """Return the next message we understand, or None where none came in time or the connection is gone.

        Without a connection it waits all the same, so that a caller who asks in a loop does not spin.
        """
        try:
            async with asyncio.timeout(patience):
                if self._connection is None:
                    await asyncio.Event().wait()
                while self._connection is not None:
                    frame = read_frame(await self._connection.recv())
                    if frame is not None:
                        return frame
        except ConnectionClosed:
            self._connection = None
        except TimeoutError:
            pass
        return None

    async def reconnect(self) -> None:
        """Close what is open, then try once to connect."""
        await self._close()
        await self._connect()

    async def _connect(self) -> None:
        try:
            connection = await connect(
                self._url,
                max_size=LARGEST,
                max_queue=UNREAD,
                open_timeout=OPEN,
                close_timeout=CLOSE,
                ping_interval=PING_EVERY,
                ping_timeout=PING_ANSWERED,
                compression=None,
                proxy=None,
            )
        except (OSError, InvalidHandshake, TimeoutError):
            return
        try:
            await connection.send(FEATURES)
        except ConnectionClosed:
            return
        self._connection = connection

    async def _close(self) -> None:
        connection, self._connection = self._connection, None
        if connection is not None:
            await connection.close()
