"""The card's memory to the byte: who holds what, and what is on its way back."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path

from engine.box.hardware import Kind
from engine.units import Bytes, Seconds


class LagProfile(StrEnum):
    """How long freed memory takes to be free for others."""

    FAST = "fast"
    TYPICAL = "typical"
    SLOW = "slow"
    STUCK = "stuck"


_LAG: Mapping[LagProfile, Seconds | None] = {
    LagProfile.FAST: 0.1,
    LagProfile.TYPICAL: 1.0,
    LagProfile.SLOW: 4.0,
    LagProfile.STUCK: None,
}
"""Typical convergence on NVIDIA cards is 0.5-1.5 s; a busy driver took 5 s; a hung process never gives it back."""


class NoRoom(Exception):
    """An allocation found less free memory than it asked for."""

    def __init__(self, wanted: Bytes, free: Bytes) -> None:
        super().__init__(f"{wanted} bytes wanted, {free} free")
        self.wanted = wanted
        self.free = free


class Ledger:
    """Every byte of the card. Belongs to the loop it was made on.

    Args:
        total: bytes of the card.
        others: bytes held by whoever is not of the box.
        speed: how much faster than the real card.
        log: gets one JSON line per change, written before anybody acts on it.
    """

    def __init__(self, total: Bytes, others: Bytes, *, lag: LagProfile, speed: float, log: Path | None = None) -> None:
        self.total = total
        self._others = others
        self._lag = _LAG[lag]
        self._speed = speed
        self._held: dict[tuple[Kind, str], Bytes] = {}
        self._leaving: list[tuple[Kind, str, Bytes]] = []
        self._timers: set[asyncio.TimerHandle] = set()
        self._log = None if log is None else os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    @property
    def free(self) -> Bytes:
        """Bytes the driver would report as free."""
        return self.total - self._others - sum(self._held.values()) - sum(size for *_, size in self._leaving)

    def resident(self, kind: Kind) -> Bytes:
        """Return the bytes of a kind that are not back yet, those on their way included."""
        held = sum(size for (kind_, _), size in self._held.items() if kind_ is kind)
        return held + sum(size for kind_, _, size in self._leaving if kind_ is kind)

    def held(self, kind: Kind, model: str) -> Bytes:
        """Return the bytes a loaded model holds; 0 if it is not loaded."""
        return self._held.get((kind, model), 0)

    def take(self, kind: Kind, model: str, size: Bytes) -> None:
        """Allocate.

        Raises:
            NoRoom: and nothing is allocated.
        """
        if size > self.free:
            self._tell("oom", kind, model, size)
            raise NoRoom(size, self.free)
        self._held[kind, model] = size
        self._tell("load", kind, model, size)

    def release(self, kind: Kind, model: str, *, at_once: bool = False) -> None:
        """Give a model's memory up; it is free for others only after the card's lag.

        Args:
            at_once: the process keeps the memory for what it loads next, so that it has not to come back.
        """
        size = self._held.pop((kind, model), 0)
        if not size:
            return
        entry = (kind, model, size)
        if at_once:
            self._tell("unload", kind, model, size)
            return
        self._leaving.append(entry)
        self._tell("unload", kind, model, size)
        if self._lag is None:
            return

        def back() -> None:
            self._timers.discard(timer)
            self._leaving.remove(entry)
            self._tell("free", kind, model, size)

        timer = asyncio.get_running_loop().call_later(self._lag / self._speed, back)
        self._timers.add(timer)

    def request(self, kind: Kind, model: str) -> None:
        """Note that work for a model was asked for."""
        self._tell("request", kind, model, 0)

    def refused(self, kind: Kind, model: str) -> None:
        """Note that work was refused."""
        self._tell("refused", kind, model, 0)

    def close(self) -> None:
        """End the timers and close the log."""
        for timer in self._timers:
            timer.cancel()
        if self._log is not None:
            os.close(self._log)
            self._log = None

    def _tell(self, event: str, kind: Kind, model: str, size: Bytes) -> None:
        if self._log is None:
            return
        line = {
            "t": round(time.time(), 4),
            "event": event,
            "kind": kind,
            "model": model,
            "bytes": size,
            "resident": {kind_.value: self.resident(kind_) for kind_ in Kind},
            "free": self.free,
        }
        os.write(self._log, json.dumps(line).encode() + b"\n")
