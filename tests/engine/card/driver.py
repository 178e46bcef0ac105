"""A driver to measure with: the fake NVML, built from `tests/data/fakenvml.c`, and the ledger it reads."""

from __future__ import annotations

import os
import shutil
import struct
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[2] / "data" / "fakenvml.c"
ROOM = 4096
"""Bytes the library maps."""


@dataclass(frozen=True)
class FakeDriver:
    """A GTX 1660 SUPER whose memory a test writes."""

    folder: Path

    def write(self, *, total: int, reserved: int = 0, held: Mapping[int, int] | None = None) -> None:
        pairs = [number for pair in (held or {}).items() for number in pair]
        numbers = [1, total, reserved, len(pairs) // 2, *pairs]
        (self.folder / "ledger").write_bytes(struct.pack(f"<{len(numbers)}Q", *numbers).ljust(ROOM, b"\0"))

    def run(self, program: str) -> str:
        """Run Python with this driver installed, for the library is found when a process starts."""
        environment = os.environ | {
            "LD_LIBRARY_PATH": str(self.folder),
            "FAKE_NVML_LEDGER": str(self.folder / "ledger"),
        }
        done = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True, timeout=60
        )
        return done.stdout


def build(folder: Path) -> FakeDriver:
    """Build the library; a machine without compiler or bindings skips the test and says so."""
    pytest.importorskip("pynvml", reason="the extra `nvidia` is not installed")
    compiler = shutil.which("cc") or shutil.which("gcc")
    if compiler is None:
        pytest.skip("there is no C compiler to build the fake driver with")
    library = folder / "libnvidia-ml.so.1"
    subprocess.run([compiler, "-shared", "-fPIC", "-o", library, SOURCE], check=True, capture_output=True)
    return FakeDriver(folder)
