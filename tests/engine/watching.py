"""A studio on the box, and somebody who watches it: real servers on real sockets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from engine.assembly import studio
from engine.jobs.events import Event
from engine.settings import Settings
from engine.studio import Studio

SPEED = 400
IDEA = "Ein kleiner Igel findet einen Stern"


class Watching:
    """A studio and everything it told."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._changed = asyncio.Event()
        self.here: Studio

    def __call__(self, event: Event) -> None:
        self.events.append(event)
        self._changed.set()

    def of(self, kind: type[Event]) -> list[Event]:
        return [event for event in self.events if isinstance(event, kind)]

    async def until(self, seen: Callable[[Event], bool]) -> None:
        """Wait until such an event has been told."""
        while not any(seen(event) for event in self.events):
            self._changed.clear()
            await asyncio.wait_for(self._changed.wait(), 30)


@asynccontextmanager
async def opened(settings: Settings, folder: Path, *, attended: bool = False) -> AsyncIterator[Watching]:
    watching = Watching()
    async with studio(settings, folder, watching, attended=attended) as watching.here:
        yield watching


async def told(here: Studio) -> None:
    """Bring the book to where every page has a text."""
    await here.list.finished([await here.outline.propose()])
    await here.outline.settle()
    await here.list.finished(await here.texts.write())
