"""Lengths: words in a sentence, words on a page and in a book."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from engine.language.finding import Finding, Rule, Severity
from engine.language.sentences import Sentence

HARD_LIMIT = 15
"""Words no sentence of a children's book exceeds, at any age."""

_GRACE = 3
"""Words above the age's limit that are still a warning."""


class Limits(Protocol):
    """What the checks need of an age profile."""

    @property
    def words_per_sentence(self) -> int: ...
    @property
    def sentences_per_page(self) -> tuple[int, int]: ...
    @property
    def words_per_page(self) -> tuple[int, int]: ...


def length_findings(sentence: Sentence, limits: Limits) -> Iterator[Finding]:
    """Yield a finding if the sentence has more words than a child of this age can follow."""
    count = len(sentence.words)
    limit = min(limits.words_per_sentence, HARD_LIMIT)
    if count > limit:
        yield Finding(
            Rule.TOO_LONG,
            Severity.ERROR if count > min(limit + _GRACE, HARD_LIMIT) else Severity.WARNING,
            sentence.start,
            sentence.end,
            f"{count} Wörter, höchstens {limit}. Teile den Satz.",
            f"{count} words, {limit} at most. Split the sentence.",
            f"{count} Wörter. Mach zwei Sätze daraus, jeder mit höchstens {limit} Wörtern.",
        )


def page_findings(found: Sequence[Sentence], limits: Limits) -> Iterator[Finding]:
    """Yield a finding if a page has more words than its age profile allows; a short page is a choice."""
    words = sum(len(sentence.words) for sentence in found)
    most = limits.words_per_page[1]
    if words > most:
        yield Finding(
            Rule.PAGE_LENGTH,
            Severity.WARNING,
            found[0].start,
            found[-1].end,
            f"{words} Wörter auf der Seite, höchstens {most}. Kürze, oder teile die Seite.",
            f"{words} words on the page, {most} at most. Cut some, or split the page.",
            f"Die Seite hat {words} Wörter. Kürze auf höchstens {most}.",
        )
