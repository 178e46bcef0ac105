"""What hangs is what is wanted, and nothing is left behind."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region

from tests.program.easel import Easel
from tests.tui.terminal.test_plates import KITTY, SIXEL
from tui.terminal.plates import Plate, plate_of
from tui.terminal.probe import Medium
from tui.terminal.wall import KEPT, Change, Spot, Wall
from tui.widgets.hanging import Written

NOTHING, EVERYTHING = Written(), Written(object())


def plate(name: str, medium: Medium = KITTY) -> Plate:
    from PIL import Image

    return plate_of(Image.new("RGB", (20, 20), f"#{abs(hash(name)) % 0x1000000:06x}"), name, 4, 2, medium)


PLATES = [plate(f"take {number}") for number in range(5)]


def spot(shown: Plate, x: int = 3, y: int = 5) -> Spot:
    return Spot(shown, Region(x, y, 4, 2), Region(x - 1, y - 1, 6, 4))


@given(
    st.lists(
        st.tuples(st.dictionaries(st.integers(1, 3), st.tuples(st.integers(0, 4), st.integers(1, 30))), st.booleans()),
        max_size=12,
    )
)
def test_after_each_frame_just_what_is_wanted_hangs(frames: list[tuple[dict[int, tuple[int, int]], bool]]) -> None:
    wall, easel = Wall(), Easel()
    for wanted, over in frames:
        spots = {slot: spot(PLATES[number], x) for slot, (number, x) in wanted.items()}
        change = wall.change(spots, EVERYTHING if over else NOTHING)
        easel.see(change.text.encode())
        assert not change.bare
        assert {slot: area for (_, slot), area in easel.hangs.items()} == {
            slot: (spot.area.x, spot.area.y, 4, 2) for slot, spot in spots.items()
        }
    easel.see(wall.clear().encode())
    assert not easel.hangs
    assert not easel.kept
    assert wall.clear() == ""


def test_a_plate_is_sent_once_however_often_it_hangs() -> None:
    wall, easel = Wall(), Easel()
    for _ in range(3):
        for shown in PLATES[:2]:
            easel.see(wall.change({1: spot(shown)}, NOTHING).text.encode())
    assert len(easel.kept) == 2
    assert wall.change({1: spot(PLATES[1])}, NOTHING) == Change()


def test_the_terminal_is_not_filled_and_keeps_what_hangs() -> None:
    wall, easel = Wall(), Easel()
    for number in range(2 * KEPT):
        easel.see(wall.change({1: spot(plate(f"p{number}")), 2: spot(PLATES[0], 20)}, NOTHING).text.encode())
    assert len(easel.kept) <= KEPT
    assert len(easel.hangs) == 2


def test_a_sixel_picture_is_drawn_again_where_it_was_written_over() -> None:
    wall, shown = Wall(), spot(plate("s", SIXEL))
    assert wall.change({1: shown}, NOTHING).text
    assert wall.change({1: shown}, NOTHING) == Change()
    assert wall.change({1: shown}, EVERYTHING).text


def test_what_is_heavy_waits_and_what_is_known_does_not() -> None:
    wall, drawn, sent = Wall(), spot(plate("s", SIXEL)), spot(PLATES[0], 20)
    wall.change({1: drawn, 2: sent}, NOTHING)
    change = wall.change({1: drawn, 2: sent, 3: spot(PLATES[1], 30)}, EVERYTHING, heavy=False)
    assert change.waits
    assert len(change.text) < 100
    assert len(Easel().see(wall.change({1: drawn, 2: sent}, NOTHING).text.encode()).sixels) == 1


def test_a_sixel_picture_that_goes_has_its_cells_written_anew() -> None:
    wall, shown = Wall(), spot(plate("s", SIXEL))
    wall.change({1: shown}, NOTHING)
    assert wall.change({}, NOTHING) == Change(bare=(shown.area,))
    wall.change({1: shown}, NOTHING)
    assert wall.change({}, EVERYTHING) == Change()


def test_after_a_loss_everything_is_sent_again() -> None:
    wall, easel = Wall(), Easel()
    easel.see(wall.change({1: spot(PLATES[0])}, NOTHING).text.encode())
    wall.forget()
    easel.see(wall.change({1: spot(PLATES[0])}, NOTHING).text.encode())
    assert len(easel.kept) == len(easel.hangs) == 1


def test_written_tells_what_a_frame_has_touched() -> None:
    class Spans:
        spans = ((4, 0, 10), (5, 0, 30), (6, 2, 9))

    written = Written(Spans())
    assert written.touches(Region(8, 3, 4, 2))
    assert not written.touches(Region(10, 4, 4, 1))
    assert written.covers(Region(2, 4, 7, 3))
    assert not written.covers(Region(2, 4, 8, 3))
