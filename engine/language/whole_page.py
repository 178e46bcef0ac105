"""What only a whole page shows: its language, and signs of irony."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from engine.language.closed_words import CLOSED
from engine.language.finding import Finding, Rule, Severity
from engine.language.sentences import Sentence
from engine.language.verb_forms import HABEN, SEIN, WERDEN

_FEWEST_WORDS = 12
"""A shorter text says too little about its language."""

_LEAST_SHARE = 0.15
"""Of the words of a German page, function words make 0.4 and more; of an English or Dutch one about 0.1."""

_IRONY = re.compile(
    r"\b(?:[Nn]a (?:toll|super|prima|großartig|herrlich)|[Vv]on wegen|[Ww]ie (?:reizend|entzückend|originell)|"
    r"(?:[Dd]er|[Dd]ie|[Dd]as) ach so \w+)\b"
)
_SCARE_QUOTES = re.compile(r"(?<=[a-zäöüß] )[„»\"][a-zäöüß]+[“«\"](?= [A-ZÄÖÜ]?[a-zäöüß])")
"""*die „tolle“ Idee*: one small word in quotation marks in the middle of a sentence is not said by anybody."""


def language_findings(found: Sequence[Sentence]) -> Iterator[Finding]:
    """Yield a finding if a page does not seem to be German."""
    words = [word.lower for sentence in found for word in sentence.words]
    known = sum(word in CLOSED or word in HABEN or word in SEIN or word in WERDEN for word in words)
    if len(words) >= _FEWEST_WORDS and known < _LEAST_SHARE * len(words):
        yield Finding(
            Rule.LANGUAGE,
            Severity.ERROR,
            found[0].start,
            found[-1].end,
            "Die Seite scheint nicht deutsch zu sein.",
            "The page does not seem to be German.",
            "Schreibe Deutsch.",
        )


def irony_findings(text: str) -> Iterator[Finding]:
    """Yield a finding for each mark that irony often leaves; a child takes every word at its word."""
    for pattern in (_IRONY, _SCARE_QUOTES):
        for match in pattern.finditer(text):
            yield Finding(
                Rule.IRONY,
                Severity.INFO,
                match.start(),
                match.end(),
                f"„{match.group()}“ klingt ironisch. Kinder nehmen es wörtlich.",
                f"“{match.group()}” sounds ironic. Children take it at its word.",
                "Keine Ironie. Sag es so, wie es gemeint ist.",
            )
