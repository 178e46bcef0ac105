"""German in an English prompt is found, word by word; names are no German."""

from __future__ import annotations

import json

import pytest

from engine.language.prompts import prompt_findings
from tests.engine.language.limits import DATA

PROMPTS = [json.loads(line) for line in (DATA / "prompt-language.jsonl").read_text("utf-8").splitlines()]


@pytest.mark.parametrize("prompt", [row["text"] for row in PROMPTS if row["lang"] in ("en", "en_names")])
def test_english_is_left_alone(prompt: str) -> None:
    assert not list(prompt_findings(prompt))


@pytest.mark.parametrize("prompt", [row["text"] for row in PROMPTS if row["lang"] in ("de", "mix")])
def test_german_is_found(prompt: str) -> None:
    assert list(prompt_findings(prompt))


def test_the_german_stretch_is_named_exactly() -> None:
    prompt = "a small fox im verschneiten Wald, soft light, (roter Schal:1.2)"
    assert [prompt[f.start : f.end] for f in prompt_findings(prompt)] == ["im verschneiten Wald", "roter Schal"]


def test_names_of_the_story_are_no_german() -> None:
    assert not list(prompt_findings("the castle Drachenschloss", names=["Schloss Drachenschloss"]))
    assert list(prompt_findings("the castle Drachenschloss"))
