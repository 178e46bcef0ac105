"""How soon after memory is really free the next model is loaded, beside the fixed sleep that others use.

The real clients and the real card work on the embedded machine at its own pace; only its disk is made fast, so that
the time goes into what is measured. The machine's ledger tells to the millisecond when memory came back.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from statistics import median

import pytest

from engine.box import hardware, ledger
from engine.box.machine import Box, LagProfile
from engine.card.lease import Card, Step
from engine.card.residency import Policy
from engine.card.tenant import ModelKind, Tenant
from engine.clock import SystemClock
from engine.errors import FibelError
from engine.illustrator.comfyui import ComfyUI
from engine.units import Seconds
from engine.writer.ollama import Ollama

pytestmark = pytest.mark.bench

FIXED: Seconds = 2.0
"""What nearly every script sleeps between the writer's last word and the first picture."""

ROUNDS = {LagProfile.FAST: 12, LagProfile.TYPICAL: 12, LagProfile.SLOW: 6, LagProfile.STUCK: 2}
"""Hand-overs each, half of them in each direction."""


@dataclass
class Tally:
    """What a rule achieved: seconds from the true release to the next load; none where it failed."""

    over: list[Seconds] = field(default_factory=list)
    crashes: int = 0

    def line(self) -> str:
        if not self.over:
            return f"{'-':>9}{'-':>9}{self.crashes:>8}"
        return f"{median(self.over) * 1000:>9.0f}{max(self.over) * 1000:>9.0f}{self.crashes:>8}"


class Watched:
    """A card with both servers on a machine whose releases are timed."""

    def __init__(self, writer: Tenant, illustrator: Tenant, machine: Box) -> None:
        self.tenants = {ModelKind.TEXT: writer, ModelKind.IMAGE: illustrator}
        self.card = Card(self.tenants, SystemClock(), policy=Policy.SERIAL)
        self.card.on_step = self._step
        self.machine = machine
        self.loading = 0.0

    def _step(self, step: Step, _kind: ModelKind) -> None:
        if step is Step.LOADING:
            self.loading = time.perf_counter()

    async def measured(self, kind: ModelKind) -> None:
        async with self.card.lease(kind):
            pass

    async def slept(self, kind: ModelKind) -> None:
        for other in self.tenants:
            if other is not kind:
                await self.tenants[other].unload()
        await asyncio.sleep(FIXED)
        self.loading = time.perf_counter()
        await self.tenants[kind].load(600.0)


@pytest.fixture
def releases(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[float]]:
    times: list[float] = []
    back = ledger.Ledger._back
    card = hardware.card

    def timed(self: ledger.Ledger, entry: ledger._Leaving) -> None:
        back(self, entry)
        times.append(time.perf_counter())

    def quick(name: str) -> hardware.CardPreset:
        swift = {"read_mib_s": 1e6, "step_seconds": 0.01, "decode_seconds": 0.01}
        return card(name).model_copy(update=swift)

    monkeypatch.setattr(ledger.Ledger, "_back", timed)
    monkeypatch.setattr(hardware, "card", quick)
    yield times


@asynccontextmanager
async def watched(lag: LagProfile) -> AsyncIterator[Watched]:
    async with (
        Box(speed=1.0, lag=lag) as machine,
        Ollama(machine.ollama_url, model="llama3.1:8b", context=4096) as writer,
        ComfyUI(machine.comfyui_url, client_id="bench", checkpoint="dreamshaper_8.safetensors") as illustrator,
    ):
        yield Watched(writer, illustrator, machine)


async def hand_over(
    bench: Watched, rule: Callable[[ModelKind], Awaitable[None]], rounds: int, releases: list[float]
) -> Tally:
    tally = Tally()
    await bench.measured(ModelKind.TEXT)
    for number in range(rounds):
        kind = (ModelKind.IMAGE, ModelKind.TEXT)[number % 2]
        releases.clear()
        try:
            await rule(kind)
        except FibelError as error:
            assert error.code in ("out_of_memory", "vram_not_released")
            tally.crashes += 1
            await bench.measured(kind)  # so that the next hand-over begins as the others did
        else:
            tally.over.append(bench.loading - releases[-1])
    return tally


async def test_handover(releases: list[float]) -> None:
    head = f"{'median':>9}{'worst':>9}{'failed':>8}"
    print(f"\nmilliseconds from the true release to the next load\n{'release':<10}{'measured:':>11}{head}", end="")
    print(f"{'slept 2 s:':>13}{head}")
    for lag, rounds in ROUNDS.items():
        async with watched(lag) as bench:
            ours = await hand_over(bench, bench.measured, rounds, releases)
        async with watched(lag) as bench:
            theirs = await hand_over(bench, bench.slept, rounds, releases)
        print(f"{lag:<10}{'':>11}{ours.line()}{'':>13}{theirs.line()}")
        assert ours.crashes == 0
