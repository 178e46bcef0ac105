"""Which sentences of a page are to be mended, and what of the mending is kept: pure, and never worse than before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from engine.language.check import check_text
from engine.language.finding import Finding, Severity
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
    found = [finding for finding in check_text(text, limits) if finding.severity is not Severity.INFO]
    made = []
    for sentence in sentences(text):
        hints = _hints(found, sentence.start, sentence.end)
        if hints:
            made.append(Complaint(sentence.start, sentence.end, sentence.text, " ".join(hints)))
    return made


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


def _hints(found: Sequence[Finding], start: int, end: int) -> list[str]:
    return [*dict.fromkeys(finding.hint for finding in found if start <= finding.start < end)]
