"""What is asked for at once fits, and is worth asking for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.writer.room import FEW, share

COSTS = st.lists(st.integers(1, 400), max_size=60)


@given(room=st.integers(-500, 9_000), asked=COSTS.filter(bool), told=COSTS)
def test_a_share_fits_unless_nothing_does(room: int, asked: list[int], told: list[int]) -> None:
    count, quoted = share(room, asked, told)
    assert 1 <= count <= len(asked)
    assert 0 <= quoted <= len(told)
    assert sum(asked[:count]) + sum(told[:quoted]) <= room or (count == 1 and asked[0] > room and quoted == 0)


@given(room=st.integers(0, 9_000), asked=COSTS.filter(bool), told=COSTS)
def test_quotations_never_leave_room_for_less_than_a_few_pages(room: int, asked: list[int], told: list[int]) -> None:
    alone, _ = share(room, asked, [])
    count, quoted = share(room, asked, told)
    assert count >= min(FEW, alone)
    assert quoted == len(told) or count <= alone


def test_where_everything_fits_everything_is_asked_for_and_quoted() -> None:
    assert share(4_000, [130] * 12, [70] * 8) == (12, 8)


def test_of_a_long_book_the_nearest_pages_are_quoted() -> None:
    count, quoted = share(1_500, [130] * 20, [70] * 20)
    assert count == FEW
    assert quoted == (1_500 - FEW * 130) // 70
