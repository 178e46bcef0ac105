"""One prompt on the server: submitted, followed to its end, and taken off again if nobody wants it any more."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping

from pydantic import JsonValue

from engine.errors import FibelError
from engine.illustrator.painting import Watcher
from engine.illustrator.run import Patience, Run
from engine.illustrator.server import Server
from engine.illustrator.socket import Socket
from engine.illustrator.wire import Entry


class Errand:
    """Everything about one prompt but its graph. If the task is cancelled, the prompt is dropped on the server.

    Args:
        client_id: whom the server tells of this prompt.
        classes: class of each node of its graph.
    """

    def __init__(
        self,
        server: Server,
        prompt_id: str,
        client_id: str,
        *,
        classes: Mapping[str, str],
        on: Watcher,
        patience: Patience,
    ) -> None:
        self._server = server
        self._id = prompt_id
        self._client_id = client_id
        self._classes = classes
        self._on = on
        self._patience = patience

    async def submit(self, graph: dict[str, JsonValue]) -> Entry:
        """Submit the prompt and wait for its end. The socket is open before, so that nothing is missed."""
        await self._server.forget(self._id)
        async with Socket(self._server.url, self._client_id) as socket:
            submission = asyncio.ensure_future(self._server.submit(graph, self._id, self._client_id))
            try:
                await self._accepted(submission)
                return await self._run(socket).to_end()
            except asyncio.CancelledError:
                await self._abandon(submission)
                raise

    async def follow(self) -> Entry:
        """Wait for the end of a prompt that was submitted before."""
        try:
            async with Socket(self._server.url, self._client_id) as socket:
                return await self._run(socket).to_end()
        except asyncio.CancelledError:
            await self._abandon()
            raise

    def _run(self, socket: Socket) -> Run:
        return Run(self._server, socket, self._id, self._classes, self._on, self._patience)

    async def _accepted(self, submission: asyncio.Future[None]) -> None:
        """Wait until the server has taken the prompt; if its answer was lost, see whether it has."""
        try:
            await asyncio.shield(submission)
        except FibelError as error:
            if error.code != "server_lost":
                raise
            known = (await self._server.queue()).client_of(self._id) is not None
            if not known and await self._server.history(self._id) is None:
                raise

    async def _abandon(self, submission: asyncio.Future[None] | None = None) -> None:
        """Take the prompt off the server and wait until it is gone, as long as patience lasts.

        A submission under way is awaited first, else the server could take the prompt after it was dropped.
        """
        with contextlib.suppress(FibelError, TimeoutError):
            async with asyncio.timeout(self._patience.leave):
                if submission is not None:
                    await asyncio.wait([submission])
                await self._server.drop(self._id)
                while True:
                    if (await self._server.queue()).client_of(self._id) is None:
                        break
                    await asyncio.sleep(self._patience.settle)
        if submission is not None:
            submission.cancel()
