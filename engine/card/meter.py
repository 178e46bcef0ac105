"""How much of the card is free: the best number that can be had, and who has the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable, Sequence

from engine.card.gauge import Gauge, Holder, find_gauges, pick
from engine.card.tenant import Tenant, VramReading


class Meter:
    """Measures one card: by the driver where the servers are on this machine, else by what a server tells.

    Belongs to the engine's loop; the driver is asked in a thread.

    Args:
        tenants: asked in their order; the first one that can tell is believed.
        local: whether the servers' card is in this machine, so that the driver here speaks of it.
        gpu: which card, as the settings name it; empty: found out by what the server tells of its own.
        find: finds the cards of this machine.
    """

    def __init__(
        self,
        tenants: Iterable[Tenant],
        *,
        local: bool = False,
        gpu: str = "",
        find: Callable[[], Sequence[Gauge]] = find_gauges,
    ) -> None:
        self._tenants = tuple(tenants)
        self._local = local
        self._gpu = gpu
        self._find = find
        self._gauges: Sequence[Gauge] | None = None
        self._gauge: Gauge | None = None

    async def read(self) -> VramReading | None:
        """Return the card's memory; None where nobody can tell ("unverified")."""
        if self._gauge is not None and (reading := await asyncio.to_thread(self._gauge.measure)):
            return reading
        told = await self._told()
        if self._local and self._gauge is None:
            if self._gauges is None:
                self._gauges = await asyncio.to_thread(self._find)
            self._gauge = await asyncio.to_thread(pick, self._gauges, self._gpu, told)
            if self._gauge is not None:
                return await asyncio.to_thread(self._gauge.measure) or told
        return told

    async def holders(self) -> tuple[Holder, ...]:
        """Return the processes that hold memory, ours and others'; empty where the driver cannot be asked."""
        return () if self._gauge is None else await asyncio.to_thread(self._gauge.holders)

    async def _told(self) -> VramReading | None:
        for tenant in self._tenants:
            if reading := await tenant.measure():
                return reading
        return None
