"""How well the checks of a picture's prompt see, and how near the estimate of its tokens comes."""

from __future__ import annotations

import json
from statistics import mean

import pytest

from engine.illustrator.tokens import count
from engine.language.prompts import prompt_findings
from tests.engine.language.limits import DATA

pytestmark = pytest.mark.bench

PROMPTS = [json.loads(line) for line in (DATA / "prompt-language.jsonl").read_text("utf-8").splitlines()]


def test_german_among_english() -> None:
    print(f"\n{'prompts':<28}{'right':>10}")
    for kind, german in (("en", False), ("en_names", False), ("de", True), ("mix", True)):
        texts = [row["text"] for row in PROMPTS if row["lang"] == kind]
        right = sum(any(prompt_findings(text)) == german for text in texts)
        print(f"{kind:<28}{f'{right}/{len(texts)}':>10}")


def test_tokens_estimated_against_clip() -> None:
    pytest.importorskip("instant_clip_tokenizer", reason="the extra `tokens` is not installed")
    print(f"\n{'estimate less exact count':<28}{'mean':>8}{'worst':>8}{'within 2':>10}")
    for kind in ("en", "en_names", "mix", "de"):
        texts = [row["text"] for row in PROMPTS if row["lang"] == kind]
        errors = [count(text, estimated=True).tokens - count(text).tokens for text in texts]
        near = sum(abs(error) <= 2 for error in errors)
        print(f"{kind:<28}{mean(map(abs, errors)):>8.2f}{max(errors, key=abs):>+8}{f'{near}/{len(texts)}':>10}")
