"""Which sentences of a page are to be mended, and what of the mending is kept: pure, and never worse than before."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.language.check import check_text
from engine.language.finding import Severity
from engine.language.length import Limits
from engine.language.sentences import sentences

Grade = tuple[int, int]
"""Errors and warnings; less is better."""


@dataclass(frozen=True, slots=True)
class Complaint:
    """A sentence that breaks rules: `text[start:end]`, and what the model is told to do about it."""

    start: int
    end: int
    sentence: str
    hint: str


def grade(text: str, limits: Limits) -> Grade:
    """Return how many errors and warnings a page's sentences have."""
    counts = Counter(finding.severity for finding in check_text(text, limits))
    return counts[Severity.ERROR], counts[Severity.WARNING]


def complaints(text: str, limits: Limits) -> list[Complaint]:
    """Return the sentences that break rules, in their order."""
    told = sentences(text)
    starts = [sentence.start for sentence in told]
    hints: dict[int, dict[str, None]] = {}
    for finding in check_text(text, limits):
        if finding.severity is not Severity.INFO:
            hints.setdefault(bisect_right(starts, finding.start) - 1, {})[finding.hint] = None
    return [
        Complaint(told[at].start, told[at].end, told[at].text, " ".join(hint)) for at, hint in sorted(hints.items())
    ]


def mended(text: str, wrong: Sequence[Complaint], told: Mapping[int, str], limits: Limits) -> str:
    """Return the text with each complaint's sentence replaced where that makes the page better.

    Args:
        told: the new wording by the complaint's number, from 1; numbers of no complaint are passed over.
    """
    best, least = text, grade(text, limits)
    for number, complaint in reversed([*enumerate(wrong, start=1)]):  # from the end, so that the offsets before hold
        new = told.get(number, "").strip()
        if not new:
            continue
        candidate = text[: complaint.start] + new + text[complaint.end :]
        if (here := grade(candidate, limits)) < least:
            best = text = candidate
            least = here
    return best
