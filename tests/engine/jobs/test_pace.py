"""Durations are learned from what was measured here."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

import pytest

from engine.card.experience import REMEMBERED
from engine.jobs.job import Job, JobKind
from engine.jobs.pace import Pace

PAINT = Job(id=str(UUID(int=1)), kind=JobKind.PAINT, pages=("p001",))


def test_the_median_of_what_was_measured_replaces_the_guess() -> None:
    pace = Pace()
    for seconds in (1.0, 2.0, 60.0):
        pace.measured("load:text", seconds)
    assert pace.of("load:text") == 2.0


def test_a_changed_card_is_learned_anew() -> None:
    pace = Pace()
    for _ in range(REMEMBERED):
        pace.measured("step", 1.0)
    for _ in range(REMEMBERED):
        pace.measured("step", 0.1)
    assert pace.of("step") == pytest.approx(0.1)


def test_a_model_is_known_by_its_own_loads_and_not_by_those_of_another() -> None:
    pace = Pace()
    usual = pace.of("load:image", "large")
    pace.measured("load:image", 20.0, "small")
    assert pace.of("load:image", "small") == 20.0
    assert pace.of("load:image", "large") == usual
    pace.measured("load:image", 5.0)  # as files of earlier versions say it
    assert (pace.of("load:image", "small"), pace.of("load:image", "large")) == (20.0, 5.0)


def test_a_picture_takes_its_steps_and_what_is_around_them() -> None:
    pace = Pace()
    pace.measured("step", 2.0)
    pace.measured("around-steps", 5.0)
    assert pace.job(PAINT, steps=10, pages=1) == 25.0


def test_what_was_learned_outlives_the_run(tmp_path: Path) -> None:
    pace = Pace(tmp_path / "state" / "pace.json")
    pace.measured("step", 0.5)
    pace.save()
    assert Pace(tmp_path / "state" / "pace.json").of("step") == 0.5


@pytest.mark.parametrize("content", ["", "[]", '{"step": "x"}', '{"step": [-1, 1e99]}', "\0"])
def test_a_broken_memory_is_forgotten(tmp_path: Path, content: str) -> None:
    (tmp_path / "pace.json").write_text(content)
    assert Pace(tmp_path / "pace.json").of("step") == Pace().of("step")
