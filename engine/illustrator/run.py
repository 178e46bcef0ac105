"""One prompt followed to its end: hints from the socket, the truth from `/queue` and then `/history`."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from engine.card.growth import Growth
from engine.errors import FibelError
from engine.illustrator.painting import Decoding, Loading, Preview, Queued, Started, Step, Watcher
from engine.illustrator.wire import Begun, Ended, Entry, Executing, Frame, PreviewFrame, Progress, Queue, QueueChanged
from engine.units import Seconds

if TYPE_CHECKING:
    from engine.illustrator.server import Server
    from engine.illustrator.socket import Socket

T = TypeVar("T")

REFUSALS = 3
"""Refused connections in a row before a server counts as gone: one may fall into a restart of its web part."""

TIMEOUTS = 4
"""Unanswered questions in a row, 30 s each: a busy server is not a dead one, but two minutes are enough."""

SETTLING = 40
"""Questions after the end was announced. The announcement comes before the entry: 1 of 12 immediate questions came too
early (observed)."""

_PASSING = frozenset({"server_unreachable", "server_lost"})
"""How a server answers that may answer again in a moment; a gate that closed stays closed."""

_STEPPING = ("Sampler", "ImageUpscale")
"""Nodes whose progress is that of the picture; tiled decoding reports progress too."""


@dataclass(frozen=True, slots=True)
class Patience:
    """How long to wait for what. The defaults are for real servers."""

    silence: Seconds = 3.0
    """Without a word from the socket, before the server is asked. Loading a model is silent for 10 to 40 s."""
    reconnect_after: int = 10
    """Silences in a row before the socket itself is suspected: it can be open and mute for ever."""
    again: Seconds = 1.0
    """Before a question is put again that got no answer, or an answer that may be early."""
    settle: Seconds = 0.05
    """Between two questions for an end that was announced."""
    leave: Seconds = 5.0
    """For taking a cancelled prompt off the server. Sampling stops within a step, loading cannot be stopped."""
    stalled: Seconds = 900.0
    """Without any sign from a prompt that runs, memory that fills included. SDXL on a small card takes minutes for one
    step, never a quarter of an hour; a driver that hangs takes for ever."""
    freed: Seconds = 10.0
    """For models to be unloaded; idle servers take half a second, and act only between prompts."""


class Run:
    """Follows one prompt. Used once, by one task."""

    def __init__(
        self,
        server: Server,
        socket: Socket,
        prompt_id: str,
        classes: Mapping[str, str],
        on: Watcher,
        patience: Patience,
    ) -> None:
        self._server = server
        self._socket = socket
        self._id = prompt_id
        self._classes = classes
        self._on = on
        self._patience = patience
        self._started = False
        self._node: str | None = None
        """Which one ran when we heard last."""
        self._step: tuple[str | None, float] | None = None
        """How far which node was when we heard last."""
        self._position: int | None = None
        self._moved = time.monotonic()
        """When the prompt gave a sign last."""
        self._checked = time.monotonic()
        """When it did, or the server was asked for it."""
        self._memory = Growth()

    async def to_end(self) -> Entry:
        """Wait until the prompt is in the history, whatever became of it.

        Raises:
            FibelError: `job_lost`, the server does not know it (any more); `server_lost`; `paint_stalled`.
        """
        self._tell_place(await self._asked(self._server.queue))
        silences = 0
        while True:
            left = self._patience.silence - (time.monotonic() - self._checked)
            frame = await self._socket.next(max(0.0, left))
            entry = None
            if frame is not None and self._is_end(frame):
                entry = await self._settled()
            elif frame is not None and self._is_news(frame):
                silences, self._checked = 0, time.monotonic()
                self._heard(frame)
            elif isinstance(frame, QueueChanged) and not self._started:
                if not self._tell_place(await self._asked(self._server.queue)):
                    entry = await self._entry()  # it has run already, or somebody took it off
            elif frame is None or left <= 0:  # other people's frames are no sign of ours
                entry = await self._entry()
                silences, self._checked = silences + 1, time.monotonic()
                if entry is None:
                    await self._doubt(silences)
            if entry is not None:
                return entry

    async def _doubt(self, silences: int) -> None:
        """Look after a prompt that is on the server and of which nothing was heard: is it stuck, or the socket mute?"""
        if self._started and self._memory.seen((await self._asked(self._server.stats)).in_use):
            self._moved = time.monotonic()  # a model is read from the disk, or moved onto the card
        if self._started and time.monotonic() - self._moved > self._patience.stalled:
            raise FibelError("paint_stalled", f"{self._patience.stalled / 60:.0f} minutes without a sign.")
        if not self._socket.is_open or silences % self._patience.reconnect_after == 0:
            await self._socket.reconnect()

    def _is_news(self, frame: Frame) -> bool:
        """Return whether a frame is a sign of our prompt, and says what was not said before.

        A socket that is opened anew hears the last node again, and a relay may repeat anything.
        """
        match frame:
            case Executing(data=now):
                return now.prompt_id in (self._id, None) and now.node not in (self._node, None)
            case Begun(data=said):
                return said.prompt_id == self._id and not self._started
            case Progress(data=steps):
                return steps.prompt_id == self._id and (steps.node, steps.value) != self._step
            case PreviewFrame(prompt_id=prompt_id):
                return prompt_id == self._id
            case _:
                return False

    def _heard(self, frame: Frame) -> None:
        """Tell the watcher what a frame of ours means."""
        self._moved = time.monotonic()
        self._start()
        match frame:
            case Executing(data=now) if now.node is not None:
                self._node = now.node
                if "Loader" in self._classes.get(now.node, ""):
                    self._on(Loading())
                elif self._classes.get(now.node, "").startswith("VAEDecode"):
                    self._on(Decoding())
            case Progress(data=steps):
                self._step = (steps.node, steps.value)
                if any(kind in self._classes.get(steps.node or "", "") for kind in _STEPPING):
                    self._on(Step(int(steps.value), int(steps.max)))
            case PreviewFrame(jpeg=jpeg):
                self._on(Preview(jpeg))
            case _:
                pass

    def _is_end(self, frame: Frame) -> bool:
        match frame:
            case Ended(data=ended):
                return ended.prompt_id == self._id
            case Executing(data=now):
                return now.node is None and now.prompt_id == self._id
            case _:
                return False

    async def _settled(self) -> Entry | None:
        """Wait for the entry after the end was announced; None if it does not come, and the watch goes on."""
        for _ in range(SETTLING):
            entry = await self._entry()
            if entry is not None:
                return entry
            await asyncio.sleep(self._patience.settle)
        return None

    async def _entry(self) -> Entry | None:
        """Return the prompt's entry, or None while it waits or runs.

        The queue is asked first: a prompt moves from there into the history, and the other order could miss it.
        """
        for last in (False, True):
            queue = await self._asked(self._server.queue)
            if queue.client_of(self._id) is not None:
                self._tell_place(queue)
                return None
            entry = await self._asked(lambda: self._server.history(self._id))
            if entry is not None:
                return entry
            if not last:
                await asyncio.sleep(self._patience.again)
        raise FibelError("job_lost")

    async def _asked(self, question: Callable[[], Awaitable[T]]) -> T:
        """Put a question until it is answered; a refused connection or a slow answer may pass."""
        refusals = timeouts = 0
        while True:
            try:
                return await question()
            except FibelError as error:
                refusals += error.code == "server_unreachable"
                timeouts += error.code == "server_lost"
                if error.code not in _PASSING or timeouts == TIMEOUTS:
                    raise
                if refusals == REFUSALS:
                    raise FibelError("server_lost", error.details) from error
            await asyncio.sleep(self._patience.again)

    def _tell_place(self, queue: Queue) -> bool:
        """Tell how many are before the prompt; false if it neither waits nor runs."""
        if queue.runs(self._id):
            self._start()
        elif not self._started and queue.client_of(self._id) is not None:
            position = queue.ahead_of(self._id)
            if position != self._position:
                self._position = position
                self._on(Queued(position))
        return queue.client_of(self._id) is not None

    def _start(self) -> None:
        if not self._started:
            self._started = True
            self._moved = time.monotonic()
            self._on(Started())
