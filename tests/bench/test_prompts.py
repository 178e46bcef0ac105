"""How well the checks of a picture's prompt see, and how near the estimate of its tokens comes."""

from __future__ import annotations

import json
import time
from statistics import mean

import pytest

from engine.illustrator.tokens import count
from engine.language.book_safety import safety_rules
from engine.language.prompts import prompt_findings
from engine.language.safety import concerns
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


@pytest.mark.parametrize(
    ("name", "prompts"), [("safety-de.tsv", False), ("safety-de-second.tsv", False), ("safety-en.tsv", True)]
)
def test_words_that_do_not_belong_into_a_childrens_book(name: str, prompts: bool) -> None:
    rules = safety_rules().prompts if prompts else safety_rules().texts["de"]
    rows = [line.split("\t") for line in (DATA / name).read_text("utf-8").splitlines()]
    found = {text: concerns(text, rules, "3-5") for _kind, text in rows}
    grave = [text for kind, text in rows if kind != "-"]
    seen = [text for text in grave if found[text]]
    alarms = [text for kind, text in rows if kind == "-" and found[text]]
    precision, recall = len(seen) / (len(seen) + len(alarms)), len(seen) / len(grave)
    print(f"\n{name} ({len(rows)}): P {precision:.2f}  R {recall:.2f}")
    for text in grave:
        if not found[text]:
            print(f"  missed: {text}")
    began = time.perf_counter()
    for text in found:
        concerns(text, rules, "3-5")
    print(f"  {(time.perf_counter() - began) * 1000 / len(found):.2f} ms a sentence")
