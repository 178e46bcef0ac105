"""Which terminal gets which pictures, and which are left in peace."""

from __future__ import annotations

import fcntl
import os
import pty
import struct
import termios

import pytest

from engine.settings import Pictures
from tui.terminal.answers import ASK_KITTY, ASK_REGISTERS
from tui.terminal.probe import DEADLINE, Medium, Probe, Way, system_cell

XTERM = {"TERM": "xterm-256color"}


class Terminal:
    """Answers as it is told, when it is told."""

    def __init__(self, environment: dict[str, str] | None = None, cell: tuple[int, int] | None = None) -> None:
        self.now = 0.0
        self.asked = ""
        self.found: list[Medium] = []
        self.cell = cell
        self.probe = Probe(
            XTERM if environment is None else environment,
            write=self._write,
            found=self.found.append,
            clock=lambda: self.now,
            cell=lambda: self.cell,
        )

    def _write(self, text: str) -> None:
        self.asked += text

    def look(self, wanted: Pictures = Pictures.AUTO) -> Terminal:
        self.probe.begin(wanted)
        return self

    def say(self, text: str, after: float = 0.1) -> None:
        self.now += after
        assert self.probe.sieve.feed(text, self.now) == ""


def test_kittys_way_is_taken_where_it_is_known() -> None:
    terminal = Terminal().look()
    assert ASK_KITTY not in terminal.asked
    terminal.say("\x1bP>|kitty(0.40.1)\x1b\\\x1b[6;18;9t\x1b[?62;c")
    assert terminal.asked.count(ASK_KITTY) == 1
    terminal.say("\x1b_Gi=31;OK\x1b\\\x1b[?62;c")
    assert terminal.found == [Medium(Way.KITTY, (9, 18))]


def test_sixel_is_taken_where_it_is_all_there_is() -> None:
    terminal = Terminal().look()
    terminal.say("\x1bP>|foot(1.16)\x1b\\\x1b[6;18;9t\x1b[?62;4;22c")
    assert ASK_REGISTERS in terminal.asked
    terminal.say("\x1b[?1;0;1024S\x1b[?62;4;22c")
    assert terminal.found == [Medium(Way.SIXEL, (9, 18), 256)]


def test_a_vt340_of_sixteen_colours_says_so() -> None:
    terminal = Terminal(cell=(8, 16)).look()
    terminal.say("\x1b[?63;1;2;4c")
    assert ASK_KITTY not in terminal.asked, "it has shown no sign of knowing strings"
    terminal.say("\x1b[?1;0;16S\x1b[?63;1;2;4c")
    assert terminal.found == [Medium(Way.SIXEL, (8, 16), 16)]


def test_a_terminal_without_pictures_is_asked_once() -> None:
    terminal = Terminal().look()
    terminal.say("\x1b[?1;2c")
    assert terminal.asked.count("\x1b[c") == 1
    assert not terminal.found
    assert not terminal.probe.sieve.open


def test_a_multiplexer_that_hides_is_known_by_its_answer() -> None:
    terminal = Terminal().look()
    terminal.say("\x1bP>|tmux 3.4\x1b\\\x1b[?1;2c")
    assert ASK_KITTY not in terminal.asked
    assert not terminal.found


@pytest.mark.parametrize(
    "environment",
    [
        {"TERM": "tmux-256color"},
        {"TERM": "screen.xterm-256color"},
        {"TERM": "linux"},
        {"TERM": "dumb"},
        {},
        {**XTERM, "TMUX": "/tmp/tmux-0/default,1,0"},
        {**XTERM, "STY": "1.pts"},
        {**XTERM, "NO_COLOR": "1"},
    ],
)
def test_who_cannot_or_should_not_is_not_even_asked(environment: dict[str, str]) -> None:
    assert Terminal(environment).look().asked == ""


def test_who_wants_blocks_is_not_asked() -> None:
    assert Terminal().look(Pictures.BLOCKS).asked == ""


@pytest.mark.parametrize("wanted", [Pictures.SIXEL, Pictures.KITTY])
def test_what_the_author_names_is_taken_unasked_and_at_once(wanted: Pictures) -> None:
    terminal = Terminal({"TERM": "tmux-256color"}).look(wanted)
    assert [medium.way for medium in terminal.found] == [Way(wanted)]
    terminal.say("\x1b[6;22;11t\x1b[?1;2c")
    assert terminal.found[-1].cell == (11, 22)


def test_after_the_deadline_an_answer_changes_nothing_and_is_no_key() -> None:
    terminal = Terminal().look()
    terminal.say("\x1bP>|kitty(0.40.1)\x1b\\\x1b[?62;4c", after=DEADLINE)
    assert not terminal.found
    assert ASK_KITTY not in terminal.asked


def test_a_second_round_that_is_late_changes_nothing_either() -> None:
    terminal = Terminal().look()
    terminal.say("\x1bP>|kitty(0.40.1)\x1b\\\x1b[?62;4c")
    terminal.say("\x1b_Gi=31;OK\x1b\\\x1b[?62;4c", after=DEADLINE)
    assert not terminal.found


def test_other_letters_in_the_window_are_other_pictures() -> None:
    terminal = Terminal(cell=(9, 18)).look(Pictures.KITTY)
    terminal.say("\x1b[?62c")
    terminal.cell = 12, 24
    terminal.probe.measure()
    assert [medium.cell for medium in terminal.found] == [(9, 18), (12, 24)]
    terminal.probe.measure()
    assert len(terminal.found) == 2


def test_the_system_knows_the_cells_if_the_terminal_has_told_it() -> None:
    master, slave = pty.openpty()
    try:
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        assert system_cell(slave) is None
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 805, 487))
        assert system_cell(slave) == (10, 20)
    finally:
        os.close(master)
        os.close(slave)
    assert system_cell(slave) is None
