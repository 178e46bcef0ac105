"""How well the language checks see, rule by rule, and how long a page takes."""

from __future__ import annotations

import time
from statistics import median

import pytest

from engine.language.check import check_book, check_text
from engine.language.finding import Rule
from tests.engine.language.labelled import (
    EXPECTED,
    clean_sentences,
    labelled,
    misjudged,
    more,
    score,
    score_more,
    score_unseen,
    second_look,
    unseen,
)
from tests.engine.language.limits import AGE, OLDEST

pytestmark = pytest.mark.bench

ROUNDS = 20


def test_precision_and_recall() -> None:
    everything = labelled()
    halves = {
        "seen": [one for one in everything if not one.held_out],
        "held out": [one for one in everything if one.held_out],
        "all": everything,
    }
    print(f"\n{'rule':<15}" + "".join(f"{f'{name} ({len(half)})':>28}" for name, half in halves.items()))
    for rule in EXPECTED:
        scores = [score(rule, half) for half in halves.values()]
        print(f"{rule:<15}" + "".join(f"{f'P {s.precision:.2f}  R {s.recall:.2f}':>28}" for s in scores))
    for rule in (Rule.PASSIVE, Rule.STATE_PASSIVE, Rule.SUBORDINATE):
        larger = score_more(rule)
        print(f"{rule:<15} larger set ({len(more(rule))}): P {larger.precision:.2f}  R {larger.recall:.2f}")
        newest = score_unseen(rule)
        print(f"{rule:<15} written after the rules ({len(unseen())}): P {newest.precision:.2f}  R {newest.recall:.2f}")
    false, missed = misjudged(OLDEST)
    print(
        f"second look ({len(second_look())}): false alarms {len(false)}, missed {len(missed)}",
        *false,
        *missed,
        sep="\n  ",
    )
    alarms = sum(len(check_text(page, AGE)) for page in clean_sentences())
    print(f"false alarms on clean pages: {alarms}")


def test_milliseconds_a_page() -> None:
    pages = clean_sentences()
    took = []
    for _ in range(ROUNDS):
        began = time.perf_counter()
        check_book(pages, AGE)
        took.append((time.perf_counter() - began) * 1000 / len(pages))
    words = sum(len(page.split()) for page in pages) // len(pages)
    print(f"\n{words} words a page: first {took[0]:.2f} ms, median {median(took):.2f} ms")
