"""Waiting until memory is really free: measured, never slept through."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from engine.card.tenant import VramReading
from engine.clock import Clock
from engine.units import Bytes, Seconds

SOONEST: Seconds = 0.02
"""The shortest pause between two measurements."""

LATEST: Seconds = 0.1
"""The longest one: with `STABLE` it keeps us within a quarter of a second of the true release, however late that is."""

SHARE = 0.05
"""Each pause lasts this part of what was waited so far: who has waited a second need not ask every moment."""

COST = 2.0
"""A pause is this many times longer than the measurement before it, so that a slow server is not kept busy by us."""

STABLE: Seconds = 0.12
"""How long enough memory must be free before we believe it: drivers give it back in portions, programs take it."""


def pause(waited: Seconds, took: Seconds) -> Seconds:
    """Return how long to wait before the next measurement.

    Args:
        waited: since the wait began.
        took: what the last measurement cost.

    >>> [round(pause(waited, took=0.001), 3) for waited in (0.0, 1.1, 3.6)]
    [0.02, 0.055, 0.1]
    """
    return min(LATEST, max(SOONEST, SHARE * waited, COST * took))


async def settled(
    read: Callable[[], Awaitable[VramReading | None]], clock: Clock, needed: Bytes, patience: Seconds
) -> bool:
    """Wait until `needed` bytes stay free; false after `patience`; true at once if nobody can measure."""
    began = clock.now()
    free_since: Seconds | None = None
    while True:
        asked = clock.now()
        reading = await read()
        now = clock.now()
        if reading is None:
            return True
        if reading.free < needed:
            free_since = None
        elif free_since is None:
            free_since = now
        if free_since is not None and now - free_since >= STABLE:
            return True
        if now - began >= patience:
            return False
        due = pause(now - began, now - asked)
        if free_since is not None:
            due = min(due, max(SOONEST, STABLE - (now - free_since)))
        await clock.sleep(due)
