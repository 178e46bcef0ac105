"""A line that drops: the work goes on, the next one takes over, and no page is painted twice."""

from __future__ import annotations

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.book import edits
from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder, peek
from engine.book.lock import BookLock
from tests.program.fibel import LIMIT, Program
from tests.program.terminal import Terminal, terminal

pytestmark = pytest.mark.pty

PAGES = 5


@pytest.fixture
def igel(program: Program) -> Path:
    """A book with words, and what is to be seen on each page, but no picture."""
    folder = program.home / "igel"
    manuscript = "\n\n".join(f"Der Igel findet heute Stern {number}." for number in range(1, PAGES + 1))
    with BookFolder.create(folder, begin(NewBook(manuscript=manuscript))) as book:
        for page in book.book.story_pages:
            book.change(lambda b, page=page: edits.set_action(b, page.id, "a hedgehog finds a star"))  # type: ignore[misc]
    return folder


def until(true: Callable[[], object]) -> None:
    began = time.monotonic()
    while not true():
        assert time.monotonic() - began < LIMIT / 3, "never came true"
        time.sleep(0.05)


def takes(folder: Path) -> list[int]:
    return [len(page.takes) for page in peek(folder).story_pages]


def painting_begins(shown: Terminal) -> None:
    """Have everything painted."""
    shown.until("Igel findet heute")
    shown.read(0.5)
    shown.press("g")
    shown.until("the illustrator")
    if "Needs the illustrator" in shown.shown():
        shown.press("\r")


def painting(shown: Terminal, folder: Path) -> None:
    """Have everything painted, and wait for the first picture."""
    painting_begins(shown)
    while not any(takes(folder)):
        shown.read(0.1)


def whole(folder: Path) -> None:
    assert set(takes(folder)) == {1}
    painted = [take.job for page in peek(folder).story_pages for take in page.takes]
    assert max(Counter(painted).values()) == 1


def test_after_a_hang_up_the_list_is_worked_off_without_a_screen(program: Program, igel: Path) -> None:
    program.at(30)
    with terminal(program, "igel", "--box") as shown:
        painting(shown, igel)
        shown.hang_up()
        until(lambda: all(takes(igel)))
        assert shown.process.wait(LIMIT / 4) == 0
    whole(igel)
    assert not BookLock.is_held(igel / ".lock")


def test_the_next_one_takes_over_and_nothing_is_painted_twice(program: Program, igel: Path) -> None:
    program.at(20)
    with terminal(program, "igel", "--box") as first:
        painting(first, igel)
        first.hang_up()
        first.read(0.5)
        with terminal(program, "igel", "--box") as second:
            second.until("The work went on")
            assert first.process.wait(LIMIT / 4) == 0
            while not all(takes(igel)):
                second.read(0.2)
            second.press("\x11")
            second.wait()
    whole(igel)


def test_a_line_that_is_dead_but_not_gone_gives_the_book_up_when_asked(program: Program, igel: Path) -> None:
    with terminal(program, "igel", "--box") as first:
        first.until("Igel findet heute")
        first.read(0.5)
        with terminal(program, "igel", "--box") as second:
            second.until("open in another window")
            second.press("\r")
            first.until("goes on there")
            second.read(0.5)
            second.press("u")
            second.press("\x11")
            assert second.wait() == 0
        first.press("\x11")
        assert first.wait() == 0


def test_sigterm_ends_work_without_a_screen_at_a_safe_place(program: Program, igel: Path) -> None:
    program.at(10)
    with terminal(program, "igel", "--box") as shown:
        painting(shown, igel)
        shown.hang_up()
        time.sleep(1.0)
        shown.process.send_signal(signal.SIGTERM)
        shown.process.wait(LIMIT / 4)
    assert not BookLock.is_held(igel / ".lock")
    assert program.at(200).run("paint", "igel", "--box").code == 0
    whole(igel)


def test_a_terminal_that_is_not_read_stops_nobody(program: Program, igel: Path) -> None:
    program.at(40)
    with terminal(program, "igel", "--box", columns=200, rows=60) as shown:
        painting(shown, igel)
        for _ in range(60):  # more than any buffer on the way holds
            shown.press("\x1b[B")
            time.sleep(0.02)
        until(lambda: all(takes(igel)))
        while shown.read(0.5):
            pass
        shown.raw = b""
        shown.press("?")
        shown.until("Approve the text")
        shown.press("\x11")
        assert shown.wait() == 0
    whole(igel)


def test_without_a_line_no_processor_is_kept_busy(program: Program, igel: Path) -> None:
    program.at(1)
    with terminal(program, "igel", "--box") as shown:
        painting_begins(shown)
        shown.hang_up()
        time.sleep(1.0)
        before = cpu(shown.process.pid)
        time.sleep(1.0)
        assert cpu(shown.process.pid) - before < 0.5
        shown.process.send_signal(signal.SIGTERM)
        shown.process.wait(LIMIT / 4)


def cpu(pid: int) -> float:
    """Seconds of processor a process has had."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
