"""Real pictures on a real terminal: where it can show them, and not a byte of them where it cannot."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from tests.program.easel import Easel, sixel_picture, unlike
from tests.program.fibel import LIMIT, Program
from tests.program.terminal import Terminal, terminal
from tui.terminal.answers import ASK_ATTRIBUTES, ASK_CELL, ASK_KITTY, ASK_REGISTERS, ASK_VERSION
from tui.terminal.probe import DEADLINE

pytestmark = pytest.mark.pty

SIZE = 120, 40
QUIET = 0.4
"""Seconds in which nothing comes: it has come to rest."""

FULL_PICTURE = 120_000
"""Bytes a page with its picture may cost."""

KITTY = {
    ASK_VERSION.encode(): b"\x1bP>|kitty(0.40.1)\x1b\\",
    ASK_CELL.encode(): b"\x1b[6;20;10t",
    ASK_KITTY.encode(): b"\x1b_Gi=31;OK\x1b\\",
    ASK_ATTRIBUTES.encode(): b"\x1b[?62;c",
}
SIXEL = {
    ASK_VERSION.encode(): b"\x1bP>|XTerm(379)\x1b\\",
    ASK_CELL.encode(): b"\x1b[6;20;10t",
    ASK_REGISTERS.encode(): b"\x1b[?1;0;256S",
    ASK_ATTRIBUTES.encode(): b"\x1b[?64;1;2;4;6;22c",
}


def come(shown: Terminal) -> bytes:
    """Return what comes until nothing comes any more."""
    before = len(shown.raw)
    while shown.read(QUIET):
        pass
    return shown.raw[before:]


def until(shown: Terminal, holds: Callable[[Easel], bool]) -> bytes:
    """Read until what the terminal shows is as wanted, and on to the end of what comes; return all that came."""
    before, began = len(shown.raw), time.monotonic()
    while not holds(seen(shown)):
        assert time.monotonic() - began < LIMIT / 2, seen(shown)
        shown.read_some(0.2)
    come(shown)
    assert holds(seen(shown))
    return shown.raw[before:]


def opened(shown: Terminal, replies: dict[bytes, bytes]) -> None:
    shown.replies |= replies
    shown.until("Der kleine Igel")


def leave(shown: Terminal) -> None:
    shown.press("\x11")
    assert shown.wait() == 0


def seen(shown: Terminal) -> Easel:
    return Easel().see(shown.raw)


def chosen_take(book: Path) -> Image.Image:
    return Image.open(book / "takes" / "p001-b7c3a29b2219.png")


def test_kitty_gets_pictures_within_their_budget_and_keeps_none(program: Program, book: Path) -> None:
    program.environment["EDITOR"] = "true"
    with terminal(program, str(book), "--box", columns=SIZE[0], rows=SIZE[1]) as shown:
        opened(shown, KITTY)
        until(shown, lambda easel: len(easel.hangs) == 1)
        easel = seen(shown)
        ((number, _),) = easel.hangs
        assert unlike(easel.kept[number], chosen_take(book)) < 8
        assert not easel.answers_wanted

        shown.press("?")
        until(shown, lambda now: not now.hangs)  # help stands before it
        shown.press("\x1b")
        until(shown, lambda now: now.hangs == easel.hangs)

        shown.press("\x1b[B")
        next_page = until(shown, lambda now: len(now.hangs) == 1 and now.hangs != easel.hangs)
        assert len(next_page) < FULL_PICTURE
        shown.press("\x1b[A")
        back = until(shown, lambda now: now.hangs == easel.hangs)
        assert Easel({number: easel.kept[number]}).see(back).bytes < 500, "a picture that was sent is only placed"

        shown.press("b")
        assert len(until(shown, lambda now: len(now.hangs) == 3)) < FULL_PICTURE
        shown.press("\x1b")
        until(shown, lambda now: list(now.hangs.values()) == list(easel.hangs.values()))

        shown.resize(100, 30)
        until(shown, lambda now: len(now.hangs) == 1 and set(now.hangs.values()) != set(easel.hangs.values()))

        shown.press("E")
        shown.until_raw(b"\x1b[?1049l")
        assert not Easel().see(shown.raw.split(b"\x1b[?1049l")[0]).kept
        until(shown, lambda now: len(now.hangs) == 1)  # it is back when the editor has ended

        shown.process.send_signal(signal.SIGTERM)
        shown.wait()
    assert not seen(shown).hangs
    assert not seen(shown).kept


def test_sixels_are_drawn_within_their_budget_and_again_after_a_dialog(program: Program, book: Path) -> None:
    with terminal(program, str(book), "--box", columns=SIZE[0], rows=SIZE[1]) as shown:
        opened(shown, SIXEL)
        until(shown, lambda now: len(now.sixels) == 1)
        assert unlike(sixel_picture(seen(shown).sixels[0][2]), chosen_take(book)) < 8
        shown.press("\x1b[B")
        assert len(until(shown, lambda now: len(now.sixels) == 2)) < FULL_PICTURE
        shown.press("?")
        come(shown)
        shown.press("\x1b")
        assert len(until(shown, lambda now: len(now.sixels) == 3)) < FULL_PICTURE
        leave(shown)


def test_who_says_nothing_is_sent_not_a_byte_of_a_picture(program: Program, book: Path) -> None:
    with terminal(program, str(book), "--box", columns=SIZE[0], rows=SIZE[1]) as shown:
        shown.replies.clear()
        opened(shown, {})
        come(shown)
        leave(shown)
    assert "▀" in shown.shown() or "▄" in shown.shown()
    assert b"\x1b_" not in shown.raw
    assert b"\x1bP" not in shown.raw


def test_an_answer_after_the_deadline_is_neither_heeded_nor_typed(program: Program, book: Path) -> None:
    with terminal(program, str(book), "--box", columns=SIZE[0], rows=SIZE[1]) as shown:
        shown.lag = DEADLINE + 0.5
        opened(shown, KITTY)
        shown.until_raw(ASK_ATTRIBUTES.encode())
        shown.read(2 * shown.lag)
        leave(shown)
    assert b"\x1b_G" not in shown.raw
    assert "Search" not in shown.shown()
