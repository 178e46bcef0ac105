"""What fits into a model's view: as much as there is room for, and never more."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.writer.room import as_many

COSTS = st.lists(st.integers(1, 400), max_size=40)


@given(COSTS, st.integers(-500, 6_000))
def test_what_is_taken_fits_and_the_next_one_would_not(costs: list[int], room: int) -> None:
    count = as_many(costs, room)
    assert count == 0 or sum(costs[:count]) <= room
    assert count == len(costs) or sum(costs[: count + 1]) > room
