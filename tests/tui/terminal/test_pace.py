"""Previews keep to what the line has shown that it can carry."""

from __future__ import annotations

from dataclasses import dataclass

from tui.terminal.pace import (
    BETWEEN,
    KEPT_WAITING,
    LARGE,
    LEAST_PLATE,
    PLATE_BYTES,
    SLOW_SHARE,
    SMALL,
    PlatePace,
    PreviewPace,
)


@dataclass
class Wire:
    """A line of so many bytes a second, with its clock."""

    rate: float
    sent: int = 0
    shown_at: float = 0.0
    behind: bool = False

    def ask(self) -> None:
        self.behind = True


def bytes_in_ten_seconds(rate: float) -> tuple[int, PreviewPace]:
    wire = Wire(rate)
    pace = PreviewPace(wire)
    for tick in range(1000):
        now = tick / 100
        if wire.behind and now >= wire.shown_at:
            wire.behind = False
        if pace.may_come(now):
            pace.begin(now)
            wire.sent += pace.size.budget
            wire.shown_at = now + pace.size.budget / rate
            pace.end()
    return wire.sent, pace


def test_a_fast_line_shows_large_ones_twice_a_second() -> None:
    sent, pace = bytes_in_ten_seconds(50e6)
    assert pace.size is LARGE
    assert sent >= 10 / BETWEEN * SMALL.budget


def test_a_slow_line_is_never_filled() -> None:
    for rate in (8e3, 30e3, 100e3, 300e3):
        sent, pace = bytes_in_ten_seconds(rate)
        assert pace.size is SMALL
        assert sent <= SLOW_SHARE * 10 + SMALL.budget
        assert sent <= rate * 10 / 3 + SMALL.budget


def test_nothing_is_sent_while_something_is_on_its_way() -> None:
    wire = Wire(1e9)
    pace = PreviewPace(wire)
    assert pace.may_come(0.0)
    wire.behind = True
    assert not pace.may_come(100.0)


def test_without_a_line_they_keep_their_distance() -> None:
    pace = PreviewPace(None)
    assert pace.may_come(1.0)
    pace.begin(1.0)
    pace.end()
    assert not pace.may_come(1.0 + BETWEEN / 2)
    assert pace.may_come(1.0 + BETWEEN)


def budget_after_pictures(*rates: float) -> int:
    """What the next picture may cost after one at each of these rates."""
    wire = Wire(rates[0])
    pace = PlatePace(wire)
    for at, rate in enumerate(rates):
        assert pace.may_come()
        pace.begin(float(at * 100))
        wire.sent += PLATE_BYTES
        wire.shown_at = at * 100 + PLATE_BYTES / rate
        pace.end()
        assert not pace.may_come(), "the last one is still on its way"
        wire.behind = False
    assert pace.may_come()
    return pace.budget


def test_a_real_picture_is_as_large_as_a_key_may_wait() -> None:
    assert budget_after_pictures(10e6) == PLATE_BYTES
    assert budget_after_pictures(60e3) == round(60e3 * KEPT_WAITING)
    assert budget_after_pictures(1e3) == LEAST_PLATE


def test_one_busy_moment_does_not_make_a_line_slow() -> None:
    assert budget_after_pictures(10e6, 1e3) == PLATE_BYTES
    assert budget_after_pictures(10e6, 50e3, 50e3, 50e3) == 50_000


def test_without_a_line_a_real_picture_may_always_come() -> None:
    pace = PlatePace(None)
    pace.begin(0.0)
    pace.end()
    assert pace.may_come()
    assert pace.budget == PLATE_BYTES
