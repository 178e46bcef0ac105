"""A picture costs the line little, and no cell is further off than the eye forgives."""

from __future__ import annotations

import random

import pytest
from PIL import Image

from tui.widgets.brushwork import LOWER, TOLERANCES, UPPER, Rgb, brush, far

Rows = list[list[Rgb]]


def noise(columns: int, rows: int) -> Rows:
    dice = random.Random(7)
    return [
        [(dice.randrange(256), dice.randrange(256), dice.randrange(256)) for _ in range(columns)] for _ in range(rows)
    ]


def evening(columns: int, rows: int) -> Rows:
    """A sky from dark to light."""
    return [[(40 + y, 50 + y, 90 + x // 2) for x in range(columns)] for y in range(rows)]


def painted(rows: Rows) -> Image.Image:
    image = Image.new("RGB", (len(rows[0]), len(rows)))
    image.putdata([pixel for row in rows for pixel in row])
    return image


def seen(rows: Rows, budget: int) -> Rows:
    """The pixels a terminal shows."""
    lines: Rows = []
    for strip in brush(painted(rows), budget):
        upper, lower = [], []
        for segment in strip:
            assert segment.style is not None
            ink, ground = (tuple(c.triplet) for c in (segment.style.color, segment.style.bgcolor) if c and c.triplet)
            for sign in segment.text:
                upper.append(ink if sign == UPPER else ground)
                lower.append(ink if sign == LOWER else ground)
        lines += [upper, lower]  # type: ignore[list-item]
    return lines


@pytest.mark.parametrize("rows", [noise(20, 20), evening(40, 30), [[(0, 0, 0)], [(255, 255, 255)]]])
def test_where_there_is_room_no_pixel_is_visibly_off(rows: Rows) -> None:
    shown = seen(rows, budget=1_000_000)
    most = 9 * TOLERANCES[0] ** 2
    assert [len(line) for line in shown] == [len(line) for line in rows]
    assert all(
        far(one, other) <= most
        for line, ours in zip(rows, shown, strict=True)
        for one, other in zip(line, ours, strict=True)
    )


def cost(rows: Rows, budget: int) -> int:
    """Bytes on the wire, written down one change after another."""
    from rich.console import Console

    from tui.terminal.thrift import Thrift

    console = Console(force_terminal=True, color_system="truecolor")
    thrift = Thrift()
    strips = brush(painted(rows), budget)
    return len(
        "".join(thrift.rewrite(f"\x1b[{y};1H" + strip.render(console)) for y, strip in enumerate(strips)).encode()
    )


def test_a_picture_keeps_to_what_it_may_cost() -> None:
    for budget in (100_000, 6_000):
        assert cost(evening(75, 112), budget) <= budget * 1.1


def test_even_noise_over_a_whole_screen_stays_within_a_slow_lines_patience() -> None:
    assert cost(noise(120, 90), 100_000) <= 120_000
