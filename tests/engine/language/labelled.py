"""The labelled sentences, and precision and recall of each rule on them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from engine.language.check import check_text
from engine.language.finding import Rule
from engine.language.length import Limits
from tests.engine.language.limits import AGE, DATA, found


@dataclass(frozen=True)
class Labelled:
    """One sentence and what a person says of it."""

    text: str
    sentences: int
    words_above_15: bool
    passive: str
    commas: bool
    subordinate: bool
    abstract: tuple[str, ...]
    english: bool

    @property
    def held_out(self) -> bool:
        """Belongs to the half, chosen by a digest of the text, that is scored apart."""
        return hashlib.sha256(self.text.encode()).digest()[0] % 2 == 1


@dataclass(frozen=True)
class Score:
    """Counts of one rule over a set of sentences."""

    hit: int
    false_alarm: int
    missed: int

    @property
    def precision(self) -> float:
        return self.hit / (self.hit + self.false_alarm) if self.hit + self.false_alarm else 1.0

    @property
    def recall(self) -> float:
        return self.hit / (self.hit + self.missed) if self.hit + self.missed else 1.0


def labelled() -> list[Labelled]:
    """Read the labelled sentences."""
    rows = [json.loads(line) for line in (DATA / "german-lint-eval.jsonl").read_text("utf-8").splitlines()]
    return [
        Labelled(
            text=row["text"],
            sentences=row["n_sent"],
            words_above_15=row["too_long"],
            passive=row["passive"],
            commas=row["comma_gt1"] and row["comma_kind"] == "clause",
            subordinate=row["subordinate"],
            abstract=tuple(row["abstract"]),
            english="anglicism" in row["tags"] or row["lang"] in ("en", "mixed"),
        )
        for row in rows
    ]


def more(rule: Rule) -> list[tuple[str, str]]:
    """Return label and sentence of the larger sets for passives and clauses."""
    file = "clauses.tsv" if rule is Rule.SUBORDINATE else "passives.tsv"
    rows = (DATA / file).read_text("utf-8").splitlines()
    return [(label, text) for label, _, text in (row.partition("\t") for row in rows)]


def score_more(rule: Rule) -> Score:
    """Count where a rule and the label of the larger sets agree."""
    said = [(bool(found(text, rule)), label == rule) for label, text in more(rule)]
    return Score(said.count((True, True)), said.count((True, False)), said.count((False, True)))


def unseen() -> list[tuple[frozenset[str], str]]:
    """Return labels and sentence of the set that was written, and scored, after the rules were made."""
    rows = (DATA / "unseen.tsv").read_text("utf-8").splitlines()
    return [(frozenset(labels.split(",")), text) for labels, _, text in (row.partition("\t") for row in rows)]


def score_unseen(rule: Rule) -> Score:
    """Count where a rule and the labels of the newest set agree."""
    said = [(bool(found(text, rule)), rule.value in labels) for labels, text in unseen()]
    return Score(said.count((True, True)), said.count((True, False)), said.count((False, True)))


def second_look() -> list[tuple[str, str]]:
    """Return label and sentence of prose for all ages: one rule each that it breaks, or `clean`."""
    rows = (DATA / "second-look.tsv").read_text("utf-8").splitlines()
    return [(label, text) for label, _, text in (row.partition("\t") for row in rows)]


def misjudged(limits: Limits) -> tuple[list[str], list[str]]:
    """Return the sentences of the second look with a false alarm, and those whose fault is not seen."""
    said = [
        (label, text, {finding.rule.value for finding in check_text(text, limits)}) for label, text in second_look()
    ]
    false = [text for label, text, rules in said if label == "clean" and rules]
    return false, [text for label, text, rules in said if label != "clean" and label not in rules]


def clean_sentences() -> list[str]:
    """Return the paragraphs of which no rule has anything to say."""
    return (DATA / "german-clean-sentences.txt").read_text("utf-8").splitlines()


EXPECTED: dict[Rule, Callable[[Labelled], bool]] = {
    Rule.PASSIVE: lambda one: one.passive == "vorgang",
    Rule.STATE_PASSIVE: lambda one: one.passive == "zustand",
    Rule.SUBORDINATE: lambda one: one.subordinate,
    Rule.COMMAS: lambda one: one.commas,
    Rule.ABSTRACT_NOUN: lambda one: bool(one.abstract),
    Rule.ANGLICISM: lambda one: one.english,
    Rule.TENSE: lambda one: False,
}


def score(rule: Rule, over: Sequence[Labelled]) -> Score:
    """Count where a rule and the label agree, sentence by sentence."""
    said = [(any(f.rule is rule for f in check_text(one.text, AGE)), EXPECTED[rule](one)) for one in over]
    return Score(said.count((True, True)), said.count((True, False)), said.count((False, True)))
