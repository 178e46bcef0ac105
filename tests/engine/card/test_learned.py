"""What was measured on this card corrects what was estimated, within reason, and is known the next day."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.card.learned import LEAST, MOST, Learned

GIB = 1024**3
CARD, MODEL = "GTX 1660 SUPER", "dreamshaper_8.safetensors"


def learned(*used: int, file: Path | None = None) -> Learned:
    here = Learned(file)
    for size in used:
        here.observed(CARD, MODEL, used=size, estimated=4 * GIB)
    return here


def test_without_experience_the_estimate_stands() -> None:
    assert learned().corrected(CARD, MODEL, 4 * GIB) == 4 * GIB


def test_experience_corrects_other_sizes_of_the_same_model_too() -> None:
    assert learned(3 * GIB).corrected(CARD, MODEL, 8 * GIB) == 6 * GIB


def test_another_card_or_model_learns_nothing_from_it() -> None:
    here = learned(3 * GIB)
    assert here.corrected("RTX 3090", MODEL, 4 * GIB) == here.corrected(CARD, "other", 4 * GIB) == 4 * GIB


def test_one_outlier_changes_nothing() -> None:
    assert learned(3 * GIB, 3 * GIB, 6 * GIB).corrected(CARD, MODEL, 4 * GIB) == 3 * GIB


@pytest.mark.parametrize(("used", "ratio"), [(1, LEAST), (400 * GIB, MOST)])
def test_no_measurement_makes_the_figure_absurd(used: int, ratio: float) -> None:
    assert learned(used).corrected(CARD, MODEL, 4 * GIB) == ratio * 4 * GIB


def test_it_is_known_the_next_day(tmp_path: Path) -> None:
    file = tmp_path / "state" / "memory.json"
    learned(3 * GIB, file=file).save()
    assert Learned(file).corrected(CARD, MODEL, 4 * GIB) == 3 * GIB


@pytest.mark.parametrize("content", ["", "[]", '{"a | b": ["x"]}', '{"a | b": [NaN]}', "\x00"])
def test_a_broken_file_is_no_reason_to_fail(tmp_path: Path, content: str) -> None:
    file = tmp_path / "memory.json"
    file.write_text(content)
    assert Learned(file).corrected("a", "b", GIB) == GIB
