"""Answers never become keys, and keys never are lost."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser

from tui.terminal.answers import (
    BROKEN,
    EXPECTED,
    HELD,
    Answer,
    Attributes,
    CellSize,
    Kitty,
    Registers,
    Sieve,
    Version,
)

KEYS = [
    "a",
    "ü",
    "\x1b[A",
    "\x1b[6~",
    "\x1b[6;5~",
    "\x1b[1;5C",
    "\x1bOP",
    "\r",
    "\x1b[<0;3;4M",
    "?",
    "\x1b[48;24;80;480;800t",
]
KNOWN = {
    "\x1b[?62;4;22c": Attributes(frozenset({62, 4, 22})),
    "\x1b[?1;0;256S": Registers(256),
    "\x1b[6;20;10t": CellSize(10, 20),
    "\x1bP>|kitty(0.40.1)\x1b\\": Version("kitty(0.40.1)"),
    "\x1b_Gi=31;OK\x1b\\": Kitty(True),
    "\x1b_Gi=31\x07": Kitty(False),
    "\x1b_Gi=31;ENOTSUP:no\x1b\\": Kitty(False),
}
RUBBISH = ["\x1b[?62;4$z", "\x1bP>nobody\x1b\\", "\x1b[?1;3;0S", "\x1b[?0u"]
STRAYS = ["\x1bP1$r0m\x1b\\", "\x1b_nonsense\x07"]
"""Strings of kinds nobody has asked for; cut, they cannot be told from Alt+P and Alt+_."""


class Ear:
    def __init__(self) -> None:
        self.heard: list[Answer] = []
        self.sieve = Sieve(self.heard.append)
        self.sieve.open = 1_000

    def feed(self, *pieces: str) -> str:
        return "".join(self.sieve.feed(piece, 0.0) for piece in pieces)


def cut(text: str, borders: list[int]) -> list[str]:
    at = sorted({border % (len(text) + 1) for border in borders} | {0, len(text)})
    return [text[start:end] for start, end in itertools.pairwise(at)]


@given(
    st.lists(st.sampled_from([*KEYS, *KNOWN, *RUBBISH]), max_size=12),
    st.lists(st.integers(0, 400), max_size=12),
)
def test_cut_anywhere_keys_come_through_and_answers_do_not(parts: list[str], borders: list[int]) -> None:
    ear = Ear()
    typed = ear.feed(*cut("".join(parts), borders))
    assert typed + ear.sieve.tick(1.0) == "".join(part for part in parts if part in KEYS)
    assert ear.heard == [KNOWN[part] for part in parts if part in KNOWN]


@given(st.sampled_from([*KNOWN, *RUBBISH]), st.integers(1, 30), st.floats(0.0, BROKEN - 0.1))
def test_an_answer_that_comes_in_two_is_no_key_however_late_the_rest_is(answer: str, border: int, pause: float) -> None:
    ear = Ear()
    head, tail = answer[:border], answer[border:]
    came = ear.sieve.feed(head, 0.0)
    if head not in ("\x1b", "\x1b[", "\x1bP", "\x1b_", "\x1b[6"):  # till then it may be a key, and has its time
        came += ear.sieve.tick(pause)
    assert came + ear.sieve.feed(tail, pause) == ""


@given(st.text(st.sampled_from("\x1b[?;62c4tSP>|_G\\\x07a$y"), max_size=60), st.lists(st.integers(0, 60), max_size=6))
def test_whatever_comes_nothing_breaks_and_nothing_is_held_for_ever(text: str, borders: list[int]) -> None:
    ear = Ear()
    ear.feed(*cut(text, borders))
    ear.sieve.tick(HELD)
    ear.sieve.tick(BROKEN)
    assert ear.feed("a") == "a"


def test_strays_are_kept_back_if_they_come_whole() -> None:
    ear = Ear()
    assert ear.feed(*STRAYS, "a") == "a"
    assert ear.heard == []


def test_textual_takes_for_letters_what_the_sieve_keeps_back() -> None:
    """As long as this holds, the sieve is needed."""
    assert len(list(XTermParser().feed("\x1b_Gi=31;OK\x1b\\x"))) > 1


def test_textuals_own_reports_come_through() -> None:
    assert Ear().feed("\x1b[?2026;", "2$y") == "\x1b[?2026;2$y"


def test_escape_and_alt_wait_no_longer_than_they_must() -> None:
    for key in ("\x1b", "\x1bP", "\x1b_", "\x1b["):
        ear = Ear()
        assert ear.sieve.feed(key, 0.0) == ""
        assert ear.sieve.tick(HELD / 2) == ""
        assert ear.sieve.tick(HELD) == key


def test_a_terminal_that_never_answers_keeps_no_key_waiting() -> None:
    ear = Ear()
    assert ear.sieve.feed("\x1b", EXPECTED) == "\x1b"
    assert ear.sieve.feed("\x1b[?6", EXPECTED) + ear.sieve.feed("2c", 2 * EXPECTED) == ""


def test_with_no_question_open_nothing_waits() -> None:
    ear = Ear()
    ear.sieve.open = 0
    assert ear.feed("\x1b", "[", "\x1bP") == "\x1b[\x1bP"


def test_the_last_answer_closes_the_question() -> None:
    ear = Ear()
    ear.sieve.open = 1
    assert ear.feed("\x1b[?1;2c") == ""
    assert ear.sieve.open == 0
