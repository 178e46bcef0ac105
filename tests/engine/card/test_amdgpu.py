"""AMD's driver writes its numbers into files; a tree of such files stands for a machine."""

from __future__ import annotations

import os
from pathlib import Path

from engine.card import amdgpu

MIB = 1024**2
GIB = 1024**3


def card(root: Path, number: int, pci: str, *, total: int, used: int) -> Path:
    device = root / "devices" / pci
    device.mkdir(parents=True)
    (device / "mem_info_vram_total").write_text(f"{total}\n")
    (device / "mem_info_vram_used").write_text(f"{used}\n")
    drm = root / "class" / "drm" / f"card{number}"
    drm.mkdir(parents=True)
    (drm / "device").symlink_to(device)
    return device


def test_memory_is_read_anew_each_time(tmp_path: Path) -> None:
    device = card(tmp_path, 0, "0000:0b:00.0", total=16 * GIB, used=2 * GIB)
    (gauge,) = amdgpu.gauges(tmp_path)
    first = gauge.measure()
    (device / "mem_info_vram_used").write_text(f"{5 * GIB}\n")
    second = gauge.measure()
    assert first and second
    assert (first.total, first.free, second.free, second.source) == (16 * GIB, 14 * GIB, 11 * GIB, "amdgpu")


def test_a_card_is_known_by_number_and_slot(tmp_path: Path) -> None:
    card(tmp_path, 0, "0000:0b:00.0", total=16 * GIB, used=0)
    card(tmp_path, 1, "0000:0c:00.0", total=8 * GIB, used=0)
    assert [gauge.ids for gauge in amdgpu.gauges(tmp_path)] == [
        {"0", "0000:0b:00.0", "card0"},
        {"1", "0000:0c:00.0", "card1"},
    ]


def test_computing_processes_are_named_with_what_they_hold(tmp_path: Path) -> None:
    card(tmp_path, 0, "0000:0b:00.0", total=16 * GIB, used=2 * GIB)
    for pid, size in ((os.getpid(), 700 * MIB), (2**22 + 7, 900 * MIB), (2**22 + 8, 0)):
        process = tmp_path / "class" / "kfd" / "kfd" / "proc" / str(pid)
        process.mkdir(parents=True)
        (process / "vram_51234").write_text(f"{size}\n")
    (gauge,) = amdgpu.gauges(tmp_path)
    assert [holder.bytes for holder in gauge.holders()] == [900 * MIB, 700 * MIB]


def test_other_drivers_cards_and_broken_files_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "class" / "drm" / "card0" / "device").mkdir(parents=True)
    broken = card(tmp_path, 1, "0000:0b:00.0", total=0, used=0)
    (broken / "mem_info_vram_total").write_text("nonsense")
    gone = card(tmp_path, 2, "0000:0c:00.0", total=GIB, used=0)
    (gauge,) = amdgpu.gauges(tmp_path)
    (gone / "mem_info_vram_used").unlink()
    assert gauge.measure() is None
