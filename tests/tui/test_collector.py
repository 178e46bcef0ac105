"""Garbage is collected again once the engine's modules are read."""

from __future__ import annotations

import subprocess
import sys


def test_the_collector_comes_back_when_the_engine_wakes() -> None:
    code = """
import gc
from tui import collector
from tui.link import real_engine
from engine.settings import load_settings
collector.let_rest()
away = gc.isenabled()
real_engine(load_settings(), print)
print(away, gc.isenabled(), gc.get_freeze_count() > 10_000)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "True", "True"]
