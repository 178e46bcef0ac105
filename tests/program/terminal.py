"""A pseudo terminal of a chosen size with the program on it."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import sys
import termios
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.program.fibel import LIMIT, Program

_ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_].*?\x1b\\|\x1b[ -/]*[0-~]")

ANSWERS = {b"\x1b[6n": b"\x1b[1;1R", b"\x1b[c": b"\x1b[?1;2c"}
"""Where is the cursor? What are you? Every real terminal answers; this one is a plain VT100."""


class Terminal:
    """What the program wrote so far, and the keys that go to it."""

    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self.process = process
        self._master = master
        self._due: list[tuple[float, bytes]] = []
        self._listened = 0
        self.raw = b""
        self.replies = dict(ANSWERS)
        """What it answers to what."""
        self.rate = 0.0
        """Bytes a second the line carries; 0: all there are."""
        self.lag = 0.0
        """Seconds an answer is on its way."""

    def hang_up(self) -> None:
        """Close the terminal's end, as sshd does when the line is lost."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def resize(self, columns: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def read_some(self, seconds: float) -> bytes:
        """Take what is there, or the first that comes within `seconds`."""
        self._answer()
        if self._due:
            seconds = min(seconds, max(0.0, self._due[0][0] - time.monotonic()) + 0.001)
        if self._master < 0 or not select.select([self._master], [], [], seconds)[0]:
            return b""
        try:
            piece = os.read(self._master, 1_024 if self.rate else 65_536)
        except OSError:  # Linux tells so that nobody is at the other end
            return b""
        if self.rate:
            time.sleep(len(piece) / self.rate)
        self.raw += piece
        self._listen()
        self._answer()
        return piece

    def _listen(self) -> None:
        questions = re.compile(b"|".join(map(re.escape, self.replies)) or b"$^")
        for asked in questions.finditer(self.raw, self._listened):
            self._listened = asked.end()
            self._due.append((time.monotonic() + self.lag, self.replies[asked[0]]))

    def _answer(self) -> None:
        while self._due and self._due[0][0] <= time.monotonic():
            os.write(self._master, self._due.pop(0)[1])

    def read(self, seconds: float) -> bytes:
        """Take what comes within `seconds`."""
        began, came = time.monotonic(), b""
        while (left := began + seconds - time.monotonic()) > 0 and ((piece := self.read_some(left)) or self._due):
            came += piece
        return came

    def until(self, text: str, glance: float = 0.2) -> None:
        """Read until `text` has been shown, colours and moves aside."""
        began = time.monotonic()
        while text.encode() not in _ESCAPES.sub(b"", self.raw):
            assert time.monotonic() - began < LIMIT / 2, f"{text!r} never came:\n{self.shown()[-3000:]}"
            assert self.process.poll() is None, f"it ended before {text!r} came:\n{self.shown()[-3000:]}"
            self.read_some(glance)

    def until_raw(self, sequence: bytes) -> None:
        """Read until a sequence has come."""
        began = time.monotonic()
        while sequence not in self.raw:
            assert time.monotonic() - began < LIMIT / 2, f"{sequence!r} never came"
            self.read_some(0.2)

    def shown(self) -> str:
        return _ESCAPES.sub(b"", self.raw).decode("utf-8", "replace")

    def wait(self) -> int:
        """Wait for the end, reading on, and return the exit code."""
        began = time.monotonic()
        while self.process.poll() is None:
            assert time.monotonic() - began < LIMIT / 4, "it does not end"
            self.read(0.1)
        self.read(0.1)
        return self.process.returncode


@contextmanager
def terminal(program: Program, *arguments: str, columns: int = 80, rows: int = 24) -> Iterator[Terminal]:
    """Start the program on a terminal of its own; killed at the end of the block if it still lives."""
    command = [sys.executable, "-m", "tui", *arguments]
    with on_terminal(command, program.home, program.environment, columns, rows) as shown:
        yield shown


@contextmanager
def on_terminal(
    command: list[str], cwd: Path, environment: dict[str, str], columns: int, rows: int
) -> Iterator[Terminal]:
    """Start any command on a terminal of its own."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        command,
        cwd=cwd,
        env={"TERM": "xterm-256color", "COLORTERM": "truecolor", **environment},
        stdin=slave,
        stdout=slave,
        stderr=slave,
        start_new_session=True,
        preexec_fn=lambda: fcntl.ioctl(0, termios.TIOCSCTTY, 0),
    )
    os.close(slave)
    here = Terminal(process, master)
    try:
        yield here
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        here.hang_up()
