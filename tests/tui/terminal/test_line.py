"""Whoever writes to the terminal never waits, however little the terminal reads."""

from __future__ import annotations

import os
import pty
import threading
from collections.abc import Iterator

import pytest

from tui.terminal.line import MOST_WAITING, QUESTION, Line

FRAME = "\x1b[1;1H" + "x" * 50_000


class Ends:
    """A line with the terminal's end of it in our hands."""

    def __init__(self) -> None:
        self.master, self.slave = pty.openpty()
        self._there = True
        self.room, self.lost = threading.Event(), threading.Event()
        self.line = Line(self.slave, on_room=self.room.set, on_lost=self.lost.set)
        self.line.open()

    def hang_up(self) -> None:
        if self._there:
            self._there = False
            os.close(self.master)

    def read(self, ending: bytes) -> bytes:
        came = b""
        while not came.endswith(ending):
            came += os.read(self.master, 65_536)
        return came


@pytest.fixture
def ends() -> Iterator[Ends]:
    made = Ends()
    yield made
    made.hang_up()
    made.line.close()
    os.close(made.slave)


def test_what_is_written_arrives_in_order(ends: Ends) -> None:
    for number in range(100):
        ends.line.write(f"<{number}>")
    assert ends.read(b"<99>").replace(b"\x1b[0m", b"") == b"".join(b"<%d>" % number for number in range(100))


def test_a_terminal_that_does_not_read_keeps_nobody_and_is_painted_anew(ends: Ends) -> None:
    for _ in range(100):
        ends.line.write(FRAME)
    ends.line.write("\x1b[?25l")
    assert ends.line.behind
    assert ends.line._size <= MOST_WAITING
    came = ends.read(b"\x1b[?25l")
    assert len(came) < 100 * len(FRAME)
    assert ends.room.wait(5)
    ends.line.write("again")
    ends.read(b"again")


def test_a_terminal_that_has_gone_is_told_once_and_forgotten(ends: Ends) -> None:
    ends.hang_up()
    ends.line.write("x")
    assert ends.lost.wait(5)
    ends.line.write(FRAME)
    assert not ends.line.behind


def test_the_line_is_behind_until_the_terminal_answers(ends: Ends) -> None:
    ends.line.ask()
    assert ends.read(QUESTION.encode())
    assert ends.line.behind
    assert ends.line.answered()
    assert not ends.line.answered()
    while ends.line.behind:
        pass
    assert ends.line.shown_at > 0
