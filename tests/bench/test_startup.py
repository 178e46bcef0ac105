"""How long until the program does something, as a ratio to Python's own start."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

import pytest

pytestmark = pytest.mark.bench

ROOT = Path(__file__).parents[2]
ROUNDS = 7


def seconds(*command: str) -> float:
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        subprocess.run([sys.executable, *command], cwd=ROOT, check=True, capture_output=True)
        took.append(time.perf_counter() - began)
    return median(took)


@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("fibel --help", ["-m", "tui", "--help"]),
        ("fibel presets", ["-m", "tui", "presets"]),
        ("import tui.app", ["-c", "import tui.app"]),
        ("import engine.assembly", ["-c", "import engine.assembly"]),
        ("import textual.app alone", ["-c", "import textual.app"]),
    ],
)
def test_start(name: str, command: Sequence[str]) -> None:
    bare = seconds("-c", "pass")
    here = seconds(*command)
    print(f"\n{name}: {here * 1000:.0f} ms, {here / bare:.1f} x a bare interpreter ({bare * 1000:.0f} ms)")
