"""A card of numbers: tenants whose memory comes back when a script says so. For faults no real card shows on demand."""

from __future__ import annotations

from dataclasses import dataclass, field

from engine.card.tenant import ModelKind, Resident, VramReading
from engine.errors import FibelError
from engine.units import Bytes, Seconds

MIB = 1024**2
GIB = 1024**3


class StillClock:
    """A clock that moves only when somebody sleeps."""

    def __init__(self) -> None:
        self.time = 0.0

    def now(self) -> Seconds:
        return self.time

    def wall(self) -> str:
        return "2026-01-01T00:00:00+00:00"

    async def sleep(self, seconds: Seconds) -> None:
        self.time += seconds


@dataclass
class Shelf:
    """The memory both tenants share."""

    clock: StillClock
    total: Bytes = 6 * GIB
    others: Bytes = 300 * MIB
    held: dict[ModelKind, Bytes] = field(default_factory=dict)
    leaving: list[tuple[Seconds, Bytes]] = field(default_factory=list)
    """When memory comes back, and how much."""
    log: list[str] = field(default_factory=list)
    blind: bool = False

    @property
    def free(self) -> Bytes:
        self.leaving = [(at, size) for at, size in self.leaving if at > self.clock.time]
        return self.total - self.others - sum(self.held.values()) - sum(size for _, size in self.leaving)


class Lodger:
    """One tenant of the shelf."""

    def __init__(self, shelf: Shelf, kind: ModelKind, need: Bytes, lag: Seconds = 1.0, *, local: bool = True) -> None:
        self._shelf = shelf
        self.kind = kind
        self.model = f"a {kind} model"
        self.need = need if local else 0
        self.takes = self.need
        """What it really takes."""
        self.lag = lag
        self.keep_alives: list[Seconds] = []
        self.refusals = 0
        """How many loads run out of memory though there is room, as on a fragmented card."""

    async def load(self, keep_alive: Seconds) -> None:
        self._shelf.log.append(f"load {self.kind}")
        self.keep_alives.append(keep_alive)
        if self.refusals:
            self.refusals -= 1
            raise FibelError("out_of_memory")
        if self.takes > self._shelf.free + self._shelf.held.get(self.kind, 0):
            self._shelf.log.append(f"crash {self.kind}")
            raise FibelError("out_of_memory")
        if self.takes:
            self._shelf.held[self.kind] = self.takes

    async def unload(self) -> None:
        self._shelf.log.append(f"unload {self.kind}")
        size = self._shelf.held.pop(self.kind, 0)
        if size:
            self._shelf.leaving.append((self._shelf.clock.time + self.lag, size))

    async def resident(self) -> tuple[Resident, ...]:
        size = self._shelf.held.get(self.kind, 0)
        return (Resident(self.kind, self.model, size),) if size else ()

    async def measure(self) -> VramReading | None:
        return None if self._shelf.blind else VramReading(self._shelf.total, self._shelf.free, "shelf")
