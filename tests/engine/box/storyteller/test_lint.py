"""The box's stories keep the rules the program teaches: its own checks find nothing to mend in them, at any age."""

from __future__ import annotations

import pytest

from engine.language.check import check_book
from engine.language.finding import Finding, Severity
from engine.presets import AgePreset, PresetKind, load_all
from tests.engine.box.storyteller.asking import IDEAS, Story

AGES = load_all(PresetKind.AGES, AgePreset)


def broken(texts: list[str], age: str) -> list[tuple[str, str]]:
    """What an author would be told to mend: the rule, and the place."""
    checked = check_book(texts, AGES[age])

    def grave(finding: Finding) -> bool:
        return finding.severity is not Severity.INFO

    return [
        (finding.rule, text[finding.start : finding.end])
        for text, findings in zip(texts, checked.pages, strict=True)
        for finding in filter(grave, findings)
    ]


@pytest.mark.parametrize("age", AGES)
@pytest.mark.parametrize("idea", IDEAS)
def test_a_story_passes_the_checks_of_its_age(idea: str, age: str) -> None:
    story = Story(idea, age=age, pages=12, seed=len(idea)).outlined()
    assert broken(story.texts(), age) == []


@pytest.mark.parametrize("age", AGES)
def test_a_story_in_the_other_tense_passes_them_too(age: str) -> None:
    for idea in IDEAS[:6]:
        story = Story(idea, age=age, pages=8).outlined()
        story.idea += f"\nZeitform: {'Präsens' if age in ('5-7', '7-9') else 'Präteritum'}"
        assert broken(story.texts(), age) == []
