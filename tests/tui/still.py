"""The real studio on a real book, with servers that never answer: what is wished stays on the list."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Collection
from contextlib import asynccontextmanager

from engine.assembly import House
from engine.card.lease import Card
from engine.card.tenant import ModelKind, Resident, VramReading
from engine.clock import SystemClock
from engine.family import Family
from engine.illustrator.comfyui import Easel
from engine.illustrator.workflow import CHECKPOINTS
from engine.jobs.desk import Crew
from engine.jobs.pace import Pace
from engine.settings import Settings

GIB = 1024**3


class StillServer:
    """A tenant whose model never finishes loading."""

    place = "local"
    embeddings: frozenset[str] | None = None

    def __init__(self, kind: ModelKind) -> None:
        self.kind = kind
        self.model = f"{kind}-model"
        self.need = 4 * GIB

    def expect(
        self, width: int, height: int, room: int | None, *, tiled: bool = False, beside: Collection[str] = ()
    ) -> None:
        return

    async def easel(self) -> Easel:
        return Easel(self.model, Family.SD15, CHECKPOINTS, frozenset())

    async def load(self, keep_alive: float) -> None:
        await asyncio.Event().wait()

    async def unload(self) -> None:
        return

    async def resident(self) -> tuple[Resident, ...]:
        return ()

    async def measure(self) -> VramReading | None:
        return VramReading(total=6 * GIB, free=5 * GIB, source="test")


@asynccontextmanager
async def still_house(
    settings: Settings, tell: Callable[[str], None] = print, *, asleep: bool = False
) -> AsyncIterator[House]:
    writer, illustrator = StillServer(ModelKind.TEXT), StillServer(ModelKind.IMAGE)
    clock = SystemClock()
    card = Card({ModelKind.TEXT: writer, ModelKind.IMAGE: illustrator}, clock)  # type: ignore[dict-item]
    crew = Crew(
        writer=writer,  # type: ignore[arg-type]
        illustrator=illustrator,  # type: ignore[arg-type]
        clock=clock,
        sketches=True,
    )
    yield House(crew, card, Pace(None))
