"""What the tests of this folder share: the age profile of the shipped presets, and findings as pairs."""

from __future__ import annotations

from pathlib import Path

from engine.language.check import check_text
from engine.language.finding import Rule
from engine.presets import AgePreset, PresetKind, load

DATA = Path(__file__).parents[2] / "data" / "language"
AGE = load(PresetKind.AGES, AgePreset, "3-5")
OLDEST = load(PresetKind.AGES, AgePreset, "7-9")


def found(text: str, rule: Rule) -> list[str]:
    """Return the pieces of the text that a rule points at."""
    return [text[here.start : here.end] for here in check_text(text, AGE) if here.rule is rule]
