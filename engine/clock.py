"""Time as an argument, so that tests and simulations can bring their own."""

from __future__ import annotations

import asyncio
import time
from datetime import UTC, datetime
from typing import Protocol

from engine.units import Seconds


class Clock(Protocol):
    """What the engine needs to know of time."""

    def now(self) -> Seconds:
        """Seconds that never go back, from an arbitrary start."""
        ...

    def wall(self) -> str:
        """The date and time as ISO 8601 in UTC, to the second, for files."""
        ...

    async def sleep(self, seconds: Seconds) -> None:
        """Wait; cancellable."""
        ...


class SystemClock:
    """The machine's own clock."""

    def now(self) -> Seconds:
        return time.monotonic()

    def wall(self) -> str:
        return datetime.now(UTC).isoformat(timespec="seconds")

    async def sleep(self, seconds: Seconds) -> None:
        await asyncio.sleep(seconds)
