"""A terminal is shown the colours it has, and none where its owner wants none."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.program.fibel import Program
from tests.program.terminal import Terminal, terminal

pytestmark = pytest.mark.pty

_RENDITION = re.compile(rb"\x1b\[([0-9;]*)m")
SIXTEEN = {*range(30, 38), *range(90, 98), 39, *range(40, 48), *range(100, 108), 49}
NO_COLOUR = {0, 1, 2, 3, 4, 7, 9}


def codes(shown: Terminal) -> set[int]:
    return {int(code or 0) for found in _RENDITION.findall(shown.raw) for code in found.split(b";")}


def look(program: Program, book: Path) -> Terminal:
    with terminal(program, str(book), "--box") as shown:
        shown.until("Der kleine Igel")
        while shown.read(0.5):
            pass
        shown.press("\x11")
        shown.wait()
    return shown


def test_without_colour_there_is_none_and_one_sees_where_one_is(program: Program, book: Path) -> None:
    program.environment["NO_COLOR"] = "1"
    found = codes(look(program, book))
    assert found <= NO_COLOUR | {39, 49}
    assert 7 in found


def test_sixteen_colours_are_the_terminals_own(program: Program, book: Path) -> None:
    program.environment |= {"COLORTERM": "", "TERM": "linux"}
    assert codes(look(program, book)) <= NO_COLOUR | SIXTEEN
