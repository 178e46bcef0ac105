"""What is said in fewer bytes looks the same: each cell has the sign and the rendition it was meant to have."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from tui.terminal.thrift import PLAIN, Look, Thrift, changed

_PIECE = re.compile(r"\x1b\[([0-9;]*)([mH])|(\n)|([^\x1b\n]+)")


def seen(stream: str, start: Look | None = PLAIN) -> list[tuple[str, str, Look]]:
    """What a terminal shows: each character with where the cursor was last sent, and its look."""
    look, place, cells = start, "", []
    for parameters, kind, _line_end, text in _PIECE.findall(stream):
        if kind == "m":
            look = changed(look or PLAIN, parameters)
            assert look is not None
        elif kind == "H":
            place = parameters
        for letter in text:
            assert look is not None
            cells.append((place, letter, look))
    return cells


colours = st.sampled_from(["31", "39", "97", "38;5;200", "38;2;1;2;3", "38;2;255;255;255"])
grounds = st.sampled_from(["41", "49", "107", "48;5;7", "48;2;9;8;7"])
attributes = st.sampled_from(["0", "", "1", "2", "3", "4", "7", "9"])
style = st.lists(colours | grounds | attributes, max_size=4).map(lambda codes: f"\x1b[{';'.join(codes)}m")
move = st.tuples(st.integers(1, 9), st.integers(1, 9)).map(lambda at: f"\x1b[{at[0]};{at[1]}H")
text = st.text("ab▀▄ ", min_size=1, max_size=4)
frames = st.lists(st.lists(style | move | text, max_size=12).map("".join), min_size=1, max_size=4)


@given(frames)
def test_what_is_shown_stays_the_same(frames: list[str]) -> None:
    thrift = Thrift()
    rewritten = [thrift.rewrite(frame) for frame in frames]
    assert seen("".join(rewritten), None) == seen("".join(frames))


def test_a_second_cell_costs_only_the_colour_that_differs() -> None:
    thrift = Thrift()
    thrift.rewrite("\x1b[38;2;1;2;3;48;2;4;5;6m▀\x1b[0m")
    assert thrift.rewrite("\x1b[38;2;1;2;3;48;2;4;5;6m▀\x1b[0m") == "▀"
    assert thrift.rewrite("\x1b[38;2;9;9;9;48;2;4;5;6m▀\x1b[0m") == "\x1b[38;2;9;9;9m▀"


def test_line_ends_before_a_move_are_left_out() -> None:
    assert Thrift().rewrite("a\n\x1b[2;1Hb") == "\x1b[0ma\x1b[2;1Hb"


def test_what_is_not_understood_goes_through_as_it_is() -> None:
    thrift = Thrift()
    assert thrift.rewrite("\x1b[58;5;1ma\x1b[31mb\x1b]8;;x\x1b\\c\x1b[?25l").endswith("c\x1b[?25l")
    assert "\x1b[58;5;1m" in Thrift().rewrite("\x1b[58;5;1ma")


def test_after_somebody_else_wrote_a_style_is_said_in_full() -> None:
    thrift = Thrift()
    thrift.rewrite("\x1b[31ma")
    thrift.forget()
    assert thrift.rewrite("b") == "\x1b[0;31mb"
