"""Run the program as an author does: its own process, its own home."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIMIT = 100
"""Seconds no run of these tests takes; a hang shall not last longer than the test's own limit."""

NOT_OURS = ("FIBEL_", "XDG_", "COLUMNS", "LINES", "TMUX", "STY")
"""What the tester's own terminal and settings leave in the environment."""


@dataclass(frozen=True)
class Run:
    """What a finished run left."""

    code: int
    out: str
    err: str

    @property
    def events(self) -> list[dict[str, object]]:
        return [json.loads(line) for line in self.out.splitlines()]


class Program:
    """`fibel` with a home of its own below `home`."""

    def __init__(self, home: Path, *, speed: float = 200) -> None:
        self.home = home
        self.log = home / "ledger.jsonl"
        self.environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(NOT_OURS)},
            "HOME": str(home),
            "PYTHONPATH": str(ROOT),
            "FIBEL_BOX_SPEED": str(speed),
            "FIBEL_BOX_LOG": str(self.log),
            "LANG": "C.UTF-8",
        }

    def at(self, speed: float) -> Program:
        """Have the box of all further runs work at this speed."""
        self.environment["FIBEL_BOX_SPEED"] = str(speed)
        return self

    def run(self, *arguments: str) -> Run:
        """Run to the end."""
        done = subprocess.run(
            [sys.executable, "-m", "tui", *arguments],
            cwd=self.home,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    @contextmanager
    def start(self, *arguments: str) -> Iterator[subprocess.Popen[str]]:
        """Start and leave running; killed at the end of the block if it still lives."""
        process = subprocess.Popen(
            [sys.executable, "-m", "tui", *arguments],
            cwd=self.home,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.kill()
            process.communicate()

    def ledger(self) -> list[dict[str, object]]:
        """Return what the box's ledger wrote."""
        return [json.loads(line) for line in self.log.read_text("utf-8").splitlines()]
