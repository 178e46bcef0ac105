"""The box's Ollama: the model in memory, how it comes and when it goes (Ollama 0.30 and later, `server/sched.go`).

One runner, one request at a time, the others wait in line. Unloading answers before the memory is back; only a load
of Ollama's own waits for it.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from engine.box.hardware import MIB, CardPreset, Disk, Kind, ModelPreset
from engine.box.ledger import Ledger, NoRoom
from engine.box.ollama_wire import Refused
from engine.units import Bytes, Seconds, Tokens

KEEP_ALIVE: Seconds = 300.0
"""Ollama's own default."""

FOREVER = timedelta(days=365 * 292)
"""What Ollama shows for a model that stays until it is told to go."""

RECOVERY: Seconds = 5.0
"""How long a load waits for the memory of the model before it."""
RECOVERY_POLL: Seconds = 0.25

STALLED: Seconds = 300.0
"""How long a load may get no further before Ollama ends it (`OLLAMA_LOAD_TIMEOUT`)."""

LEAST_PATIENCE: Seconds = 3.0
"""The same in real seconds, however fast the box is: the machine it runs on may be busy with something else."""

NO_ROOM = (
    "llama-server process has terminated: exit status 1: ggml_backend_cuda_buffer_type_alloc_buffer: allocating "
    "{wanted:.2f} MiB on device 0: cudaMalloc failed: out of memory; failed to allocate buffer"
)


TIMED_OUT = "timed out waiting for llama-server to start - progress {part:.2f} - "


@dataclass(eq=False)
class Runner:
    """A loaded model."""

    model: ModelPreset
    context: Tokens
    shift: bool
    size: Bytes
    on_card: Bytes
    keep: Seconds = KEEP_ALIVE
    used: datetime | None = None
    """When it was last at work; None while it is."""
    timer: asyncio.TimerHandle | None = None
    busy: bool = False

    @property
    def expires(self) -> datetime:
        """When it goes if nobody asks for it."""
        now = datetime.now(UTC)
        if self.keep < 0:
            return now + FOREVER
        return (self.used or now) + timedelta(seconds=min(self.keep, FOREVER.total_seconds()))

    @property
    def elsewhere(self) -> Bytes:
        """Bytes of weights that the processor has to compute with."""
        return self.size - self.on_card


class Scheduler:
    """Who is in memory."""

    def __init__(self, ledger: Ledger, card: CardPreset, disk: Disk, *, speed: float) -> None:
        self._ledger = ledger
        self._card = card
        self._disk = disk
        self._speed = speed
        self._turn = asyncio.Lock()
        self.runner: Runner | None = None

    @asynccontextmanager
    async def hold(
        self, model: ModelPreset, context: Tokens, *, shift: bool, keep: Seconds | None
    ) -> AsyncIterator[tuple[Runner, Seconds]]:
        """Wait in line, have the model loaded, and keep it busy until the block ends.

        Yields the runner and how long it took to have it.

        Args:
            keep: how long it stays afterwards; None leaves that as it is.

        Raises:
            Refused: 500, there is no room for it, or it gets no further.
        """
        began = time.monotonic()
        async with self._turn:
            runner = await self._loaded(model, context, shift)
            runner.keep = runner.keep if keep is None else keep
            runner.busy, runner.used = True, None
            self._stop_timer(runner)
            try:
                yield runner, time.monotonic() - began
            finally:
                runner.busy = False
                runner.used = datetime.now(UTC)
                self._let_stay(runner)

    def expire(self, model: ModelPreset) -> None:
        """Unload a model: at once, or after the request it works on."""
        runner = self.runner
        if runner is None or runner.model.name != model.name:
            self._ledger.insist(Kind.TEXT)
        elif runner.busy:
            runner.keep, runner.used = 0.0, datetime.now(UTC)
        else:
            self.unload()

    def unload(self) -> None:
        """Unload whatever is there."""
        runner, self.runner = self.runner, None
        if runner is not None:
            self._stop_timer(runner)
            self._ledger.release(Kind.TEXT, runner.model.name)

    async def _loaded(self, model: ModelPreset, context: Tokens, shift: bool) -> Runner:
        """Return the runner of this model, started anew if it was started with other options."""
        runner = self.runner
        if runner is not None:
            if (runner.model.name, runner.context, runner.shift) == (model.name, context, shift):
                return runner
            self.unload()
        await self._recover()
        working = model.working(context=context)
        size = model.weights(self._card) + working
        try:
            on_card = self._ledger.take(Kind.TEXT, model.name, size, least=working)
        except NoRoom as error:
            raise Refused(500, NO_ROOM.format(wanted=error.wanted / 2**20)) from error
        loaded = False
        try:
            await self._read(model)  # llama.cpp has claimed the card's memory before it reads
            loaded = True
        finally:
            if not loaded:
                self._ledger.release(Kind.TEXT, model.name)
        self.runner = Runner(model, context, shift, size, on_card)
        return self.runner

    async def _read(self, model: ModelPreset) -> None:
        there, loop, patience = 0, asyncio.get_running_loop(), max(STALLED / self._speed, LEAST_PATIENCE)
        try:
            async with asyncio.timeout(patience) as stall:
                async for read in self._disk.read(model):
                    there = read
                    stall.reschedule(loop.time() + patience)
        except TimeoutError:
            raise Refused(500, TIMED_OUT.format(part=there / (model.file_mib * MIB))) from None

    async def _recover(self) -> None:
        """Wait for what the model before gave up; not for ever."""
        deadline = time.monotonic() + RECOVERY / self._speed
        while self._ledger.leaving(Kind.TEXT) and time.monotonic() < deadline:
            await asyncio.sleep(RECOVERY_POLL / self._speed)

    def _let_stay(self, runner: Runner) -> None:
        if runner.keep == 0:
            self.unload()
        elif runner.keep > 0:
            runner.timer = asyncio.get_running_loop().call_later(runner.keep, self.unload)

    @staticmethod
    def _stop_timer(runner: Runner) -> None:
        if runner.timer is not None:
            runner.timer.cancel()
            runner.timer = None
