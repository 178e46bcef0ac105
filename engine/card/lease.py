"""The card: the only way to a model is a lease, and free memory is measured, never assumed."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from enum import StrEnum

from engine.card.growth import Growth
from engine.card.learned import Learned
from engine.card.meter import Meter
from engine.card.residency import AT_ONCE, FOREVER, MARGIN, Mode, Policy, Residency, evictions, residency, room_needed
from engine.card.settling import settled
from engine.card.tenant import ModelKind, Resident, Tenant, VramReading, Watchful
from engine.clock import Clock
from engine.errors import FibelError
from engine.units import Bytes, Seconds

INSIST: Seconds = 5.0
"""After this everybody is asked to leave once more. Typical release takes 0.5-1.5 s, and Ollama itself waits 5 s."""

SETTLE_DEADLINE: Seconds = 10.0
"""And after this much more somebody holds the memory who will not let go."""


COLD: Seconds = 3_600.0
"""How long a load may last without filling memory: llama.cpp claims all it wants at once and then reads, and 70 GB
from a hard disk take a quarter of an hour. Where memory fills, or a server vouches that it gets on, there is no limit
at all."""

DEAF: Seconds = 600.0
"""How long a server that vouched may then fall silent: a machine that swaps answers late, one switched off never."""

LOOK: Seconds = 2.0
"""Between two looks at the memory while a model is loaded; each costs about a millisecond."""

LOOKS = 10
"""Looks there are at least before patience ends."""


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


@dataclass(slots=True)
class _Loaded:
    """The model that was loaded last: free memory before, and the least that was free since."""

    kind: ModelKind
    before: Bytes
    lowest: Bytes


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
        stay: Seconds | None = None,
        meter: Meter | None = None,
        learned: Learned | None = None,
        cold: Seconds = COLD,
    ) -> None:
        """Hold nothing yet.

        Args:
            policy: what the settings ask for.
            stay: how long a model stays that nobody uses; negative: for ever; None: as the policy suggests.
            meter: None asks the tenants.
            learned: what models took on this card before; None: nothing is known, and nothing kept.
            cold: how long a load may last that fills no memory and for which nobody vouches.
        """
        self._tenants = dict(tenants)
        self._meter = meter or Meter(self._tenants.values())
        self._learned = learned or Learned()
        self._clock = clock
        self._policy = policy
        self._stay = stay
        self._cold = cold
        self._keep = False
        self._kept: set[ModelKind] = set()
        """Kinds whose servers have been told to keep them."""
        self.on_step: Callable[[Step, ModelKind], None] = lambda _step, _kind: None
        """Told what the card does for the lease that is asked for."""
        self._turn = asyncio.Lock()
        self._total: Bytes | None = None
        self._baseline: Bytes | None = None
        self.reading: VramReading | None = None
        """The last measurement; None as long as nobody could tell ("unverified")."""
        self._loaded: _Loaded | None = None
        self._crowded = False
        """Whether a model found no room beside the other one."""
        self._unused = asyncio.Event()
        """Set while models may lie there that nobody uses."""
        self._used_at: Seconds = 0.0
        self._sign: Seconds = 0.0
        """When a load that is under way last gave a sign, by the loop's clock."""

    @property
    def needs(self) -> dict[ModelKind, Bytes]:
        """What each kind of model wants, as estimated and corrected by what was measured on this card."""
        return {kind: self._need(tenant) for kind, tenant in self._tenants.items()}

    @property
    def models(self) -> dict[ModelKind, str]:
        return {kind: tenant.model for kind, tenant in self._tenants.items()}

    @property
    def residency(self) -> Residency:
        """What the policy makes of the numbers known so far."""
        shared = self._baseline or self._total
        return residency(self._policy, self.needs, shared, stay=self._stay, keep=self._keep, crowded=self._crowded)

    @property
    def arrived(self) -> Bytes | None:
        """How much of the model that was begun to load last is there, as measured; None where nobody can tell."""
        if self._loaded is None or self.reading is None:
            return None
        return max(0, self._loaded.before - self.reading.free)

    def room_for(self, kind: ModelKind) -> Bytes | None:
        """Return the bytes this kind of model may count on when it has the card to itself, in the tenant's own
        reckoning: a model that took less than estimated has more room. None: never measured."""
        tenant, room = self._tenants[kind], self._baseline or self._total
        if room is None or not tenant.need:
            return room
        return room * tenant.need // self._need(tenant)

    async def planned(self, first: ModelKind) -> tuple[ModelKind, ...]:
        """Return which models to warm up: all on this card, or only the one needed `first` where they take turns."""
        await self.measure()
        await self.resident()  # asked what lies there, a server also tells what its model wants
        here = tuple(kind for kind, need in self.needs.items() if need)
        if self.residency.mode is not Mode.SERIAL:
            return here
        return (first,) if first in here else here[:1]

    def keep(self) -> None:
        """Let every model stay that is loaded from now on, until `flush`: for a workshop, where nobody should wait."""
        self._keep = True

    @asynccontextmanager
    async def lease(self, kind: ModelKind, *, telling: bool = True) -> AsyncIterator[Lease]:
        """Wait for the card, make room, load the model, and hold the card until the block ends.

        Args:
            telling: whether the work shows what the model itself takes; enlarging, another model works in its place.

        Raises:
            FibelError: `vram_not_released` naming the holders, `load_stalled`, or what the tenant's `load` raises.
        """
        async with self._turn:
            self._unused.clear()
            try:
                await self.measure()
                try:
                    await self._prepare(kind)
                except FibelError as error:
                    if error.code != "out_of_memory":
                        raise
                    self._crowded = True
                    await self._evict(frozenset(self._tenants))
                    await self._prepare(kind)
                yield Lease(kind, self.residency.keep_alive)
                if telling:
                    await self._learn(kind)
            finally:
                self._used_at = self._clock.now()
                self._unused.set()

    async def flush(self) -> None:
        """Unload every model, those kept warm too, and return when the servers say so."""
        async with self._turn:
            self._keep = False
            self._unused.clear()
            await self._evict(frozenset(self._tenants))

    async def unload_unused(self) -> None:
        """Wait until models have lain unused for as long as the policy lets them stay, and unload them."""
        while True:
            await self._unused.wait()
            used_at, stay = self._used_at, self.residency.stay
            if stay < 0:
                self._unused.clear()  # the next use asks again
                continue
            await self._clock.sleep(max(stay, AT_ONCE) - (self._clock.now() - used_at))
            async with self._turn:
                if self._unused.is_set() and self._used_at == used_at:
                    self._unused.clear()
                    await self._evict(frozenset(self._tenants))
                    return

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
            if self._loaded is not None:
                self._loaded.lowest = min(self._loaded.lowest, reading.free)
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
            if self._keep and kind not in self._kept:
                await tenant.load(FOREVER)  # it was told to leave by itself after a while
                self._kept.add(kind)
            return
        if tenant.need:
            await self._settle(tenant)
        self.on_step(Step.LOADING, kind)
        before = self.reading.free if self.reading is not None else None
        self._loaded = _Loaded(kind, before, before) if before is not None else None
        await self._load(tenant)
        if self._keep:
            self._kept.add(kind)
        await self.measure()

    async def _load(self, tenant: Tenant) -> None:
        """Have a model loaded: as long as it fills memory, or its server vouches for it, it is waited for."""
        loop = asyncio.get_running_loop()
        self._sign = loop.time()
        try:
            async with asyncio.timeout(self._cold) as patience:
                watching = asyncio.create_task(self._extend(patience, tenant))
                try:
                    await tenant.load(self.residency.keep_alive)
                finally:
                    watching.cancel()
        except TimeoutError:
            silent = (loop.time() - self._sign) / 60
            raise FibelError("load_stalled", f"{tenant.model}: no more of it came for {silent:.0f} minutes.") from None

    async def _extend(self, patience: asyncio.Timeout, tenant: Tenant) -> None:
        """Begin the patience anew whenever memory has grown, and whenever the server vouches for the load."""
        growth, loop = Growth(), asyncio.get_running_loop()
        while True:
            reading = await self.measure()
            vouched = isinstance(tenant, Watchful) and await tenant.vouches()
            if vouched or (reading is not None and growth.seen(reading.total - reading.free)):
                self._sign = loop.time()
                patience.reschedule(self._sign + (min(DEAF, self._cold) if vouched else self._cold))
            await asyncio.sleep(min(LOOK, self._cold / LOOKS))

    def _need(self, tenant: Tenant) -> Bytes:
        return self._learned.corrected(self._name, tenant.model, tenant.need)

    @property
    def _name(self) -> str:
        """What the card is called where its measurements are kept."""
        return f"{self.reading.device or self.reading.source} {self.reading.total >> 20} MiB" if self.reading else ""

    async def _learn(self, kind: ModelKind) -> None:
        """Remember what the model took, if it was loaded into enough room and nobody else came or went since."""
        await self.measure()
        tenant, loaded = self._tenants[kind], self._loaded
        if loaded is not None and loaded.kind is kind and loaded.before >= tenant.need + MARGIN:
            used = loaded.before - loaded.lowest
            self._learned.observed(self._name, tenant.model, used=used, estimated=tenant.need)

    async def _evict(self, kinds: frozenset[ModelKind]) -> None:
        self._loaded = None
        self._kept -= kinds
        for kind in sorted(kind for kind in kinds if self._tenants[kind].need):  # who lives elsewhere is left alone
            self.on_step(Step.FLUSHING, kind)
            await self._tenants[kind].unload()

    async def _settle(self, tenant: Tenant) -> None:
        """Wait until the memory has been measured free; ask everybody to leave once more before giving up."""
        needed = room_needed(self._need(tenant), self._baseline, self._total)
        self.on_step(Step.SETTLING, tenant.kind)
        if await settled(self.measure, self._clock, needed, INSIST):
            return
        self._crowded = True
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
