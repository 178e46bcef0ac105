"""What only a whole page shows: its language, that it has been told before, and signs of irony."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from engine.language.closed_words import CLOSED
from engine.language.finding import Finding, Rule, Severity
from engine.language.sentences import Sentence
from engine.language.verb_forms import HABEN, SEIN, WERDEN
from engine.language.word_list import word_set

_FEWEST_WORDS = 12
"""A shorter text says too little about its language."""

_LEAST_SHARE = 0.15
"""Of the words of a German page, function words make 0.4 and more; of an English or Dutch one about 0.1."""

_ENGLISH = word_set("the and is of to with he she his they it a are has have at from into this that there you")
"""English function words that are no German words."""

_FEWEST_ENGLISH = 3
"""So many of them say what a short page is written in."""

_SAME = 0.75
"""Share of a page's words in sentences that another page has word for word; a refrain makes less."""

_FEWEST_REPEATED = 6
"""Words of a page; a shorter one may be a refrain and nothing else."""

_WORDS_THAT_TELL = 3
"""Shorter sentences ("Platsch!") may come again."""

Telling = frozenset[tuple[str, ...]]
"""What a page tells: its sentences as words."""

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
    english = sum(word in _ENGLISH for word in words)
    foreign = len(words) >= _FEWEST_WORDS and known < _LEAST_SHARE * len(words)
    if foreign or (english >= _FEWEST_ENGLISH and english > known):
        yield Finding(
            Rule.LANGUAGE,
            Severity.ERROR,
            found[0].start,
            found[-1].end,
            "Die Seite scheint nicht deutsch zu sein.",
            "The page does not seem to be German.",
            "Schreibe Deutsch.",
        )


def foreign_findings(found: Sequence[Sentence]) -> Iterator[Finding]:
    """Yield a finding if a page of a book in another language is still German."""
    words = [word.lower for sentence in found for word in sentence.words]
    german = sum(word in CLOSED or word in HABEN or word in SEIN or word in WERDEN for word in words)
    english = sum(word in _ENGLISH for word in words)
    if german > english:
        yield Finding(
            Rule.LANGUAGE,
            Severity.ERROR,
            found[0].start,
            found[-1].end,
            "Die Seite ist noch deutsch.",
            "The page is still German.",
            "Übersetze die Seite.",
        )


def telling(found: Sequence[Sentence]) -> Telling:
    """Return the sentences by which a page can be known again, word for word."""
    told = (tuple(word.lower for word in sentence.words) for sentence in found)
    return frozenset(words for words in told if len(words) >= _WORDS_THAT_TELL)


def repetition_findings(found: Sequence[Sentence], others: Mapping[int, Telling]) -> Iterator[Finding]:
    """Yield a finding if another page tells nearly the same, word for word.

    Args:
        others: what other pages tell, by their number.
    """
    mine = [tuple(word.lower for word in sentence.words) for sentence in found]
    words = sum(map(len, mine))
    for number, other in others.items():
        same = sum(len(sentence) for sentence in mine if sentence in other)
        if words >= _FEWEST_REPEATED and same >= _SAME * words:
            yield Finding(
                Rule.REPEATED,
                Severity.WARNING,
                found[0].start,
                found[-1].end,
                f"Das steht fast genauso auf Seite {number}.",
                f"Page {number} tells nearly the same.",
                f"Das steht schon auf Seite {number}. Erzähle, was auf dieser Seite geschieht.",
            )
            return


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
