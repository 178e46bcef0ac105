"""Reading the memory of a card of this machine, without asking a server.

Two kinds of gauge, each in a file of its own (`nvml`, `amdgpu`); what is told here is which card is meant.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from engine.card.tenant import VramReading
from engine.clean import clean
from engine.units import Bytes

SAME_CARD = 0.06
"""By how much two programs may differ about a card's size: the driver keeps up to a twentieth for itself."""

SAME_FREE: Bytes = 96 * 1024**2
"""By how much two readings a moment apart may differ about what is free while nothing is loaded."""

SMALLEST: Bytes = 3 * 1024**3
"""A card with less holds no model: a processor's own graphics, with some megabytes set aside for the screen."""

PROCESSES = Path("/proc")
"""Where this system tells the names of its processes."""


@dataclass(frozen=True, slots=True)
class Holder:
    """A process that holds memory of the card; `bytes` is None where the driver does not tell how much."""

    pid: int
    name: str
    bytes: Bytes | None

    def __str__(self) -> str:
        size = "" if self.bytes is None else f" {self.bytes >> 20} MiB"
        return f"{self.name or 'a process'} (pid {self.pid}){size}"


class Gauge(Protocol):
    """One card of this machine. Its methods take about a millisecond and block: call them in a thread."""

    @property
    def name(self) -> str:
        """As the driver names the card; empty where it does not."""
        ...

    @property
    def total(self) -> Bytes: ...

    @property
    def ids(self) -> frozenset[str]:
        """By what the settings may name it: UUID, PCI address, number in PCI order."""
        ...

    def measure(self) -> VramReading | None: ...

    def holders(self) -> tuple[Holder, ...]:
        """Return who holds memory, the largest first; for telling, never for deciding: containers hide processes."""
        ...


def find_gauges() -> list[Gauge]:
    """Return every card of this machine whose memory can be read. Blocks for up to a second."""
    from engine.card import amdgpu, nvml

    return [*nvml.gauges(), *amdgpu.gauges()]


def pick(gauges: Sequence[Gauge], wanted: str, told: VramReading | None) -> Gauge | None:
    """Return the card that the servers compute on, or None as long as that is not certain.

    The servers number cards by speed, drivers by slot, so numbers alone do not identify one: name and size must fit,
    and between twins the free memory decides.

    Args:
        wanted: what the settings say: UUID, PCI address or number; empty: find out.
        told: what the illustrator's server says of its card.
    """
    if wanted:
        return next((gauge for gauge in gauges if wanted.casefold() in gauge.ids), None)
    if told is None:
        large = [gauge for gauge in gauges if gauge.total >= SMALLEST]
        return large[0] if len(large) == 1 else None
    alike = [gauge for gauge in gauges if _may_be(gauge, told)]
    if len(alike) > 1:
        alike = [gauge for gauge in alike if _reads_like(gauge, told)]
    return alike[0] if len(alike) == 1 else None


def process_name(pid: int, root: Path = PROCESSES) -> str:
    """Return what a process is called, with its script if it is an interpreter; empty if it cannot be seen."""
    try:
        words = (root / str(pid) / "cmdline").read_bytes().decode("utf-8", "replace").split("\0")
    except OSError:
        return ""
    program = Path(words[0]).name
    script = next((Path(word).name for word in words[1:] if word.endswith(".py")), "")
    return clean(f"{program} {script}" if script else program).strip()


def _may_be(gauge: Gauge, told: VramReading) -> bool:
    fits = abs(gauge.total - told.total) <= SAME_CARD * gauge.total
    return fits and (not gauge.name or not told.device or gauge.name.casefold() in told.device.casefold())


def _reads_like(gauge: Gauge, told: VramReading) -> bool:
    reading = gauge.measure()
    return reading is not None and abs(reading.free - told.free) <= SAME_FREE
