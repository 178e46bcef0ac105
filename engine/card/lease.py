"""The card: the only way to a model is a lease, and free memory is measured, never assumed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum

from engine.card.meter import Meter
from engine.card.residency import Policy, Residency, evictions, residency, room_needed
from engine.card.settling import settled
from engine.card.tenant import ModelKind, Resident, Tenant, VramReading
from engine.clock import Clock
from engine.errors import FibelError
from engine.units import Bytes, Seconds

INSIST: Seconds = 5.0
"""After this everybody is asked to leave once more. Typical release takes 0.5-1.5 s, and Ollama itself waits 5 s."""

SETTLE_DEADLINE: Seconds = 10.0
"""And after this much more somebody holds the memory who will not let go."""


class Step(StrEnum):
    """What the card is doing for a lease that is asked for."""

    FLUSHING = "flushing"
    SETTLING = "settling"
    LOADING = "loading"


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to use the card with one kind of model, and how long it may stay afterwards."""

    kind: ModelKind
    keep_alive: Seconds


class Card:
    """Grants leases, one at a time.

    Not thread-safe: it belongs to the engine's loop.
    """

    def __init__(
        self,
        tenants: Mapping[ModelKind, Tenant],
        clock: Clock,
        *,
        policy: Policy = Policy.AUTO,
        meter: Meter | None = None,
    ) -> None:
        self._tenants = dict(tenants)
        self._meter = meter or Meter(self._tenants.values())
        self._clock = clock
        self._policy = policy
        self.on_step: Callable[[Step, ModelKind], None] = lambda _step, _kind: None
        """Told what the card does for the lease that is asked for."""
        self._turn = asyncio.Lock()
        self._total: Bytes | None = None
        self._baseline: Bytes | None = None
        self.reading: VramReading | None = None
        """The last measurement; None as long as nobody could tell ("unverified")."""

    @property
    def needs(self) -> dict[ModelKind, Bytes]:
        return {kind: tenant.need for kind, tenant in self._tenants.items()}

    @property
    def residency(self) -> Residency:
        """What the policy makes of the numbers known so far."""
        return residency(self._policy, self.needs, self._total)

    @asynccontextmanager
    async def lease(self, kind: ModelKind) -> AsyncIterator[Lease]:
        """Wait for the card, make room, load the model, and hold the card until the block ends.

        Raises:
            FibelError: `vram_not_released` naming the holders, or what the tenant's `load` raises.
        """
        async with self._turn:
            await self.measure()
            try:
                await self._prepare(kind)
            except FibelError as error:
                if error.code != "out_of_memory":
                    raise
                await self._evict(frozenset(self._tenants))
                await self._prepare(kind)
            yield Lease(kind, self.residency.keep_alive)

    async def flush(self) -> None:
        """Unload every model, and return when the servers say so."""
        async with self._turn:
            await self._evict(frozenset(self._tenants))

    async def resident(self) -> tuple[Resident, ...]:
        """Return what lies in memory, as far as the servers that answer know."""
        found: list[Resident] = []
        for tenant in self._tenants.values():
            found.extend(await tenant.resident())
        return tuple(found)

    async def measure(self) -> VramReading | None:
        """Measure the card; None where nobody can tell."""
        reading = await self._meter.read()
        if reading is not None:
            self.reading = reading
            self._total = reading.total
        return reading

    async def _prepare(self, kind: ModelKind) -> None:
        tenant = self._tenants[kind]
        residents = await self.resident()
        held = frozenset(resident.kind for resident in residents)
        leaving = evictions(kind, held, self.residency.mode)
        if any(resident.kind is kind and resident.model != tenant.model for resident in residents):
            leaving |= {kind}  # another model of the same server, left by somebody else
            held -= {kind}
        if leaving:
            await self._evict(leaving)
        elif not held and self.reading is not None:
            self._baseline = max(self._baseline or 0, self.reading.free)
        if kind in held and tenant.need:
            return
        if tenant.need:
            await self._settle(tenant)
        self.on_step(Step.LOADING, kind)
        await tenant.load(self.residency.keep_alive)
        await self.measure()

    async def _evict(self, kinds: frozenset[ModelKind]) -> None:
        for kind in sorted(kinds):
            self.on_step(Step.FLUSHING, kind)
            await self._tenants[kind].unload()

    async def _settle(self, tenant: Tenant) -> None:
        """Wait until the memory has been measured free; ask everybody to leave once more before giving up."""
        needed = room_needed(tenant.need, self._baseline)
        self.on_step(Step.SETTLING, tenant.kind)
        if await settled(self.measure, self._clock, needed, INSIST):
            return
        await self._evict(frozenset(self._tenants))
        self.on_step(Step.SETTLING, tenant.kind)
        if not await settled(self.measure, self._clock, needed, SETTLE_DEADLINE):
            raise FibelError("vram_not_released", await self._who_holds(needed))

    async def _who_holds(self, needed: Bytes) -> str:
        reading = self.reading
        free = (
            f"{reading.free >> 20} of {reading.total >> 20} MiB are free" if reading else "how much is free is unknown"
        )
        ours = ", ".join(f"{r.kind} model {r.model} {r.bytes >> 20} MiB" for r in await self.resident())
        processes = ", ".join(str(holder) for holder in await self._meter.holders())
        held = "; ".join(part for part in (ours, processes) if part)
        return f"{needed >> 20} MiB are needed, {free}. It is held by: {held or 'somebody we cannot see'}."
