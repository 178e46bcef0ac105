"""A terminal with a watch: how long until something is shown, and how many bytes that took."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

from tests.program.fibel import Program
from tests.program.terminal import Terminal, on_terminal

QUIET = 0.15
"""Seconds without a byte after which a screen is taken to be finished."""

PAUSE = 0.03
"""The same between two frames of an engine at work, which never comes to rest."""

BARE = [sys.executable, str(Path(__file__).with_name("bare.py"))]


def fibel(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "tui", *arguments]


@dataclass(frozen=True)
class Painted:
    """What one key brought about."""

    first: float
    """Seconds until its first byte."""
    last: float
    bytes: int


class Meter:
    """One program on one terminal."""

    def __init__(self, shown: Terminal, began: float) -> None:
        self.shown = shown
        self._began = began
        self.ready = 0.0
        """Seconds from the start to the words waited for."""

    def until(self, words: str) -> Meter:
        """Wait for the first paint, then for the screen to come to rest."""
        self.shown.until(words, glance=0.005)
        self.ready = self.since
        self.rest()
        return self

    @property
    def since(self) -> float:
        """Seconds since the start."""
        return time.perf_counter() - self._began

    def rest(self, quiet: float = QUIET) -> bytes:
        """Read until nothing comes any more."""
        came = b""
        while piece := self.shown.read_some(quiet):
            came += piece
        return came

    def press(self, keys: str, quiet: float = QUIET) -> Painted:
        """Press a key on a screen at rest."""
        began = time.perf_counter()
        self.shown.press(keys)
        piece = self.shown.read_some(2.0)
        first = last = time.perf_counter() - began
        size = len(piece)
        while piece := self.shown.read_some(quiet):
            last = time.perf_counter() - began
            size += len(piece)
        return Painted(first, last, size)

    def press_until(self, keys: str, words: str) -> float:
        """Press a key and return the seconds until `words` are shown, whatever else is.

        What earlier keys brought about is read before, else it would be taken for the answer to this one.
        """
        self.rest(PAUSE)
        self.shown.raw = b""
        began = time.perf_counter()
        self.shown.press(keys)
        self.shown.until(words, glance=0.002)
        return time.perf_counter() - began

    def bytes_in(self, seconds: float) -> int:
        ends, size = time.perf_counter() + seconds, 0
        while (left := ends - time.perf_counter()) > 0:
            size += len(self.shown.read_some(left))
        return size

    @property
    def memory(self) -> float:
        """Megabytes resident."""
        status = Path(f"/proc/{self.shown.process.pid}/status").read_text()
        return int(status.split("VmRSS:")[1].split()[0]) / 1024


@contextmanager
def metered(program: Program, command: Sequence[str], size: tuple[int, int] = (120, 40)) -> Iterator[Meter]:
    began = time.perf_counter()
    with on_terminal(list(command), program.home, program.environment, *size) as shown:
        yield Meter(shown, began)
        if shown.process.poll() is None:
            shown.press("\x11")
            shown.read(0.3)


def p50(values: Sequence[float]) -> float:
    return median(values)


def p95(values: Sequence[float]) -> float:
    return quantiles(values, n=20)[-1]
