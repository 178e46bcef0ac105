"""NVIDIA cards, by the driver's own library (nvidia-ml-py, the extra `nvidia`).

Facts (NVML 13): `nvmlMemory_v2` counts what the driver keeps for itself apart from what processes use; devices with
shared memory answer "not supported"; under WSL the process list has no sizes.
"""

from __future__ import annotations

import contextlib
from types import ModuleType

from engine.card.gauge import Gauge, Holder, process_name
from engine.card.tenant import VramReading
from engine.clean import clean
from engine.units import Bytes


def gauges() -> list[Gauge]:
    """Return the NVIDIA cards of this machine; none without the extra `nvidia` or without a driver."""
    try:
        import pynvml
    except ImportError:
        return []
    found: list[Gauge] = []
    with contextlib.suppress(pynvml.NVMLError):
        pynvml.nvmlInit()
        for number in range(int(pynvml.nvmlDeviceGetCount())):
            with contextlib.suppress(pynvml.NVMLError):  # a card of somebody else's says nothing of the others
                found.append(Nvml(pynvml, number))
    return found


class Nvml:
    """One card, as NVML numbers them: in the order of their slots."""

    def __init__(self, library: ModuleType, number: int) -> None:
        self._library = library
        self._handle = library.nvmlDeviceGetHandleByIndex(number)
        self.name = clean(_text(library.nvmlDeviceGetName(self._handle)))
        self.total: Bytes = self._memory()[0]
        self.uuid = _text(library.nvmlDeviceGetUUID(self._handle))
        ids = {str(number), self.uuid.casefold()}
        with contextlib.suppress(library.NVMLError):
            ids.add(_text(library.nvmlDeviceGetPciInfo(self._handle).busId).casefold())
        self.ids = frozenset(ids)

    def measure(self) -> VramReading | None:
        try:
            total, free = self._memory()
        except self._library.NVMLError:
            return None
        return VramReading(total, free, "nvml", device=self.name)

    def holders(self) -> tuple[Holder, ...]:
        sizes: dict[int, Bytes | None] = {}
        for processes in (
            self._library.nvmlDeviceGetComputeRunningProcesses,
            self._library.nvmlDeviceGetGraphicsRunningProcesses,
        ):
            with contextlib.suppress(self._library.NVMLError):
                for process in processes(self._handle):
                    used = process.usedGpuMemory
                    sizes[int(process.pid)] = None if used is None else int(used)
        found = (Holder(pid, process_name(pid), size) for pid, size in sizes.items())
        return tuple(sorted(found, key=lambda holder: -(holder.bytes or 0)))

    def _memory(self) -> tuple[Bytes, Bytes]:
        """Return total and free bytes; older drivers know only the first form of the question."""
        library = self._library
        try:
            memory = library.nvmlDeviceGetMemoryInfo(self._handle, version=library.nvmlMemory_v2)
        except (library.NVMLError_ArgumentVersionMismatch, library.NVMLError_FunctionNotFound):
            memory = library.nvmlDeviceGetMemoryInfo(self._handle)
        return int(memory.total), int(memory.free)


def _text(value: object) -> str:
    return value.decode("ascii", "replace") if isinstance(value, bytes) else str(value)
