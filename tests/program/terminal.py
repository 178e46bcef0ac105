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

from tests.program.fibel import LIMIT, Program

_ESCAPES = re.compile(rb"\x1b\[[0-?]*[ -/]*[@-~]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[PX^_].*?\x1b\\|\x1b[ -/]*[0-~]")


class Terminal:
    """What the program wrote so far, and the keys that go to it."""

    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self.process = process
        self._master = master
        self.raw = b""

    def hang_up(self) -> None:
        """Close the terminal's end, as sshd does when the line is lost."""
        if self._master >= 0:
            os.close(self._master)
            self._master = -1

    def press(self, keys: str) -> None:
        os.write(self._master, keys.encode())

    def read(self, seconds: float) -> bytes:
        """Take what comes within `seconds`."""
        began, came = time.monotonic(), b""
        if self._master < 0:
            return came
        while (left := began + seconds - time.monotonic()) > 0:
            if not select.select([self._master], [], [], left)[0]:
                break
            try:
                piece = os.read(self._master, 65_536)
            except OSError:  # Linux tells so that nobody is at the other end
                break
            if not piece:
                break
            came += piece
        self.raw += came
        return came

    def until(self, text: str) -> None:
        """Read until `text` has been shown, colours and moves aside."""
        began = time.monotonic()
        while text.encode() not in _ESCAPES.sub(b"", self.raw):
            assert time.monotonic() - began < LIMIT / 2, f"{text!r} never came:\n{self.shown()[-3000:]}"
            assert self.process.poll() is None, f"it ended before {text!r} came:\n{self.shown()[-3000:]}"
            self.read(0.2)

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
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "tui", *arguments],
        cwd=program.home,
        env={**program.environment, "TERM": "xterm-256color", "COLORTERM": "truecolor"},
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
