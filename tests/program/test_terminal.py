"""The studio on a real terminal."""

from __future__ import annotations

import signal

import pytest

from engine.book.folder import BookFolder, find_books
from tests.program.fibel import Program
from tests.program.terminal import Terminal, terminal

pytestmark = pytest.mark.pty

TITLE = "Piko und der müde Stern"


def quiet(shown: Terminal) -> None:
    """Read until nothing comes any more."""
    for _ in range(100):
        if not shown.read(1.0):
            return
    raise AssertionError("the screen never comes to rest")


@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (160, 48)])
def test_the_demo_opens_paints_and_leaves_the_terminal_as_it_was(program: Program, columns: int, rows: int) -> None:
    with terminal(program, "demo", columns=columns, rows=rows) as shown:
        shown.until(TITLE)
        quiet(shown)
        shown.press("?")
        shown.read(0.5)
        shown.press("\x1b")
        shown.press("\x11")
        assert shown.wait() == 0
    assert b"\x1b[?1049l" in shown.raw[-2000:]
    assert b"Traceback" not in shown.raw
    demo = next((program.home / ".local/share/fibel/demo").iterdir())
    with BookFolder.open(demo) as closed:
        assert all(page.takes for page in closed.book.pages)


def test_at_rest_not_a_byte_is_written(program: Program) -> None:
    with terminal(program, "demo") as shown:
        shown.until(TITLE)
        quiet(shown)
        assert shown.read(3.0) == b""


@pytest.mark.parametrize("name", [signal.SIGHUP, signal.SIGTERM])
def test_a_lost_line_closes_the_book(program: Program, name: signal.Signals) -> None:
    with terminal(program, "demo") as shown:
        shown.until(TITLE)
        shown.read(1.0)
        shown.process.send_signal(name)
        shown.wait()
    for folder in find_books(program.home / ".local/share/fibel/demo"):
        BookFolder.open(folder).close()


def test_without_a_terminal_the_studio_says_so(program: Program) -> None:
    done = program.run("demo")
    assert done.code == 2
    assert "[usage]" in done.err
