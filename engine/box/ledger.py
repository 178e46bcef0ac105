"""The card's memory to the byte: who holds what, and what is on its way back."""

from __future__ import annotations

import asyncio
import json
import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
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
    LagProfile.FAST: 0.3,
    LagProfile.TYPICAL: 1.1,
    LagProfile.SLOW: 3.6,
    LagProfile.STUCK: None,
}
"""On NVIDIA cards 0.5-1.5 s are usual and more than 5 s have been reported; a process that hangs gives nothing back."""

UNSTUCK: Seconds = 1.1
"""How long stuck memory takes once its server has been asked a second time."""


class NoRoom(Exception):
    """An allocation found less free memory than it asked for."""

    def __init__(self, wanted: Bytes, free: Bytes) -> None:
        super().__init__(f"{wanted} bytes wanted, {free} free")
        self.wanted = wanted
        self.free = free


@dataclass(eq=False, slots=True)
class _Leaving:
    """Memory that was given up and is not back yet."""

    kind: Kind
    model: str
    size: Bytes
    timer: asyncio.TimerHandle | None = None
    """None: stuck."""


class Ledger:
    """Every byte of the card. Belongs to the loop it is used on.

    Args:
        total: bytes of the card.
        others: bytes held by whoever is not of the box: the desktop, the driver, the servers' own contexts.
        lag: how long freed memory takes to be back.
        speed: how much faster than the real card.
        log: gets one JSON line per change, written before anybody acts on it.
    """

    def __init__(self, total: Bytes, others: Bytes, *, lag: LagProfile, speed: float, log: Path | None = None) -> None:
        self.total = total
        self.others = others
        self._lag = _LAG[lag]
        self._speed = speed
        self._held: dict[tuple[Kind, str], Bytes] = {}
        self._leaving: list[_Leaving] = []
        self._log = None if log is None else os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)

    @property
    def free(self) -> Bytes:
        """Bytes the driver would report as free."""
        return self.total - self.others - sum(self.resident(kind) for kind in Kind)

    def resident(self, kind: Kind) -> Bytes:
        """Return the bytes of a kind that are not back yet, those on their way included."""
        return sum(size for (kind_, _), size in self._held.items() if kind_ is kind) + self.leaving(kind)

    def leaving(self, kind: Kind) -> Bytes:
        """Return the bytes of a kind that were given up and are not back yet."""
        return sum(entry.size for entry in self._leaving if entry.kind is kind)

    def held(self, kind: Kind, model: str) -> Bytes:
        """Return the bytes a loaded model holds; 0 if it is not loaded."""
        return self._held.get((kind, model), 0)

    def take(self, kind: Kind, model: str, size: Bytes, *, least: Bytes | None = None) -> Bytes:
        """Hold `size` bytes for a model, those it holds already included, and return what it got.

        On a card with nobody else on it a model makes do with less: its server keeps the rest in main memory. So does
        one that is there already and wants more.

        Args:
            least: what has to be on the card; None is all of it.

        Raises:
            NoRoom: and nothing is changed.
        """
        held = self.held(kind, model)
        room = self.free + held
        yielding = least is not None and least <= room and (held > 0 or room == self.total - self.others)
        got = min(size, room) if yielding else size
        if got > room:
            self._tell("oom", kind, model, size)
            raise NoRoom(size - held, self.free)
        if got != held:
            self._held[kind, model] = got
            self._tell("load", kind, model, got)
        return got

    def release(self, kind: Kind, model: str, *, at_once: bool = False) -> None:
        """Give a model's memory up; it is free for others only after the card's lag.

        Args:
            at_once: its process keeps the memory for what it loads next, so there is nothing to wait for.
        """
        size = self._held.pop((kind, model), 0)
        if not size:
            return
        entry = _Leaving(kind, model, size)
        self._leaving.append(entry)
        self._tell("unload", kind, model, size)
        if at_once:
            self._back(entry)
        elif self._lag is not None:
            self._back_after(entry, self._lag)

    def insist(self, kind: Kind) -> None:
        """Bring stuck memory on its way: its server was asked again to give up what it no longer lists."""
        for entry in self._leaving:
            if entry.kind is kind and entry.timer is None:
                self._back_after(entry, UNSTUCK)

    def request(self, kind: Kind, model: str) -> None:
        """Note that work for a model was asked for."""
        self._tell("request", kind, model, 0)

    def refused(self, kind: Kind, model: str) -> None:
        """Note that work was refused."""
        self._tell("refused", kind, model, 0)

    def close(self) -> None:
        """End: what is on its way is back, for the driver takes it from a process that is gone. Close the log."""
        for entry in list(self._leaving):
            if entry.timer is not None:
                entry.timer.cancel()
            self._back(entry)
        if self._log is not None:
            os.close(self._log)
            self._log = None

    def _back_after(self, entry: _Leaving, lag: Seconds) -> None:
        entry.timer = asyncio.get_running_loop().call_later(lag / self._speed, self._back, entry)

    def _back(self, entry: _Leaving) -> None:
        self._leaving.remove(entry)
        self._tell("free", entry.kind, entry.model, entry.size)

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
