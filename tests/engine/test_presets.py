"""A preset is read once for each time its author writes it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from engine.errors import FibelError
from engine.presets import PresetKind, StylePreset, load


@pytest.fixture
def own(tmp_path: Path) -> Path:
    (tmp_path / "styles").mkdir()
    return tmp_path


def write(own: Path, words: str, at: int) -> None:
    file = own / "styles" / "kohle.yaml"
    file.write_text(f"label: Kohle\npositive: {words}\nnegative: photo\n", "utf-8")
    os.utime(file, ns=(at, at))


def test_a_preset_written_anew_is_taken_anew_and_one_left_alone_is_not_read_again(own: Path) -> None:
    write(own, "charcoal", at=1)
    first = load(PresetKind.STYLES, StylePreset, "Kohle", [own])
    assert load(PresetKind.STYLES, StylePreset, "kohle", [own]) is first
    write(own, "graphite", at=2)
    assert load(PresetKind.STYLES, StylePreset, "kohle", [own]).positive == "graphite"


def test_somebody_elses_broken_preset_is_no_reason_to_refuse_this_one(own: Path) -> None:
    write(own, "charcoal", at=1)
    (own / "styles" / "kaputt.yaml").write_text("label: [", "utf-8")
    assert load(PresetKind.STYLES, StylePreset, "kohle", [own]).positive == "charcoal"
    for name, code in (("kaputt", "preset_broken"), ("../styles/kohle", "preset_unknown")):
        with pytest.raises(FibelError) as caught:
            load(PresetKind.STYLES, StylePreset, name, [own])
        assert caught.value.code == code
