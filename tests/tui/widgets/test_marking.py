"""A marked part of a picture always lies inside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tui.widgets.marking import Frame

steps = st.lists(st.tuples(st.booleans(), st.floats(-2, 2), st.floats(-2, 2)), max_size=12)


@given(steps)
def test_however_it_is_moved_and_stretched(steps: list[tuple[bool, float, float]]) -> None:
    frame = Frame()
    for move, right, down in steps:
        frame = frame.moved(right, down) if move else frame.stretched(right, down)
    region = frame.region()
    assert 0 <= region.left <= region.left + region.width <= 1 + 1e-9
    assert 0 <= region.top <= region.top + region.height <= 1 + 1e-9
