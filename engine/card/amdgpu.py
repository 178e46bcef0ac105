"""AMD cards, by the numbers that the kernel's driver writes into `/sys`; needs no library.

Facts (Linux amdgpu): `mem_info_vram_total` and `mem_info_vram_used` in bytes beside each card; what each computing
process holds stands under `kfd/proc/<pid>/vram_<card>`.
"""

from __future__ import annotations

import contextlib
from pathlib import Path

from engine.card.gauge import Gauge, Holder, process_name
from engine.card.tenant import VramReading
from engine.units import Bytes

SYS = Path("/sys")


def gauges(root: Path = SYS) -> list[Gauge]:
    """Return the cards of this machine that have memory of their own.

    Args:
        root: where the kernel's `/sys` is mounted.
    """
    found: list[Gauge] = []
    for device in sorted(root.glob("class/drm/card[0-9]*/device")):
        total = _number(device / "mem_info_vram_total")
        if total:
            found.append(AmdGpu(root, device, len(found), total))
    return found


class AmdGpu:
    """One card, numbered as the kernel does."""

    name = ""

    def __init__(self, root: Path, device: Path, number: int, total: Bytes) -> None:
        self._root = root
        self._device = device
        self.total = total
        self.ids = frozenset({str(number), device.resolve().name.casefold(), device.parent.name})

    def measure(self) -> VramReading | None:
        used = _number(self._device / "mem_info_vram_used")
        if used is None:
            return None
        return VramReading(self.total, max(0, self.total - used), "amdgpu")

    def holders(self) -> tuple[Holder, ...]:
        found = []
        for folder in self._root.glob("class/kfd/kfd/proc/[0-9]*"):
            size = sum(_number(file) or 0 for file in folder.glob("vram_*"))
            if size:
                found.append(Holder(int(folder.name), process_name(int(folder.name)), size))
        return tuple(sorted(found, key=lambda holder: -(holder.bytes or 0)))


def _number(file: Path) -> int | None:
    with contextlib.suppress(OSError, ValueError):
        return int(file.read_text("ascii"))
    return None
