"""Commas that build structure: those between clauses and around an apposition, not those of lists, calls and speech."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.language.closed_words import DETERMINERS, PREPOSITIONS
from engine.language.finding import Finding, Rule, Severity
from engine.language.segments import Segment
from engine.language.word_list import word_set

ALLOWED = 1
"""Structural commas in one sentence."""

_CALLS = word_set(
    """
    ja nein doch ach oh oje ohje ah aha au aua hui huch hoppla na nanu he hey hallo ei bitte danke komm kommt schau
    schaut sieh seht hör hört gut also so nun tja pst psst platsch plumps hurra juhu wau miau mama papa oma opa
    """
)
"""Interjections and calls: a comma beside a segment that is one builds nothing."""

_SPEECH = frozenset('„“”»«"')


def comma_findings(parts: Sequence[Segment], clauses: Sequence[int]) -> Iterator[Finding]:
    """Yield one finding if a sentence has more than one structural comma, from the first to the last of them."""
    places = structural(parts, clauses)
    if len(places) > ALLOWED:
        yield Finding(
            Rule.COMMAS,
            Severity.ERROR,
            parts[places[0] - 1].start,
            parts[places[-1]].end,
            f"{len(places)} Kommas, die Sätze trennen. Höchstens eins: Mach mehrere Sätze daraus.",
            f"{len(places)} commas between clauses. One at most: make several sentences of it.",
            "Zu viele Kommas. Mach zwei oder drei Hauptsätze daraus.",
        )


def structural(parts: Sequence[Segment], clauses: Sequence[int]) -> list[int]:
    """Return the indices of the segments that a structural comma stands before."""
    found = []
    for at in range(1, len(parts)):
        left, right = parts[at - 1], parts[at]
        if not right.after_comma or any(mark in right.before for mark in _SPEECH):
            continue
        clause = at in clauses or at - 1 in clauses
        aside = _apposition(parts, at) or _apposition(parts, at - 1)
        if clause or aside or (_sentence(left) and _sentence(right) and not _in_a_row(parts, at)):
            found.append(at)
    return found


def _sentence(part: Segment) -> bool:
    """A clause: it has a finite verb and more than a call in it."""
    return part.finite is not None and not (len(part.words) <= 2 and part.words[0].lower in _CALLS)


def _in_a_row(parts: Sequence[Segment], at: int) -> bool:
    """*Er hüpft, springt und lacht*: verbs in a list, one subject."""
    right = parts[at]
    return right.finite == 0 and (len(right.words) == 1 or right.words[1].lower in ("und", "oder"))


def _apposition(parts: Sequence[Segment], at: int) -> bool:
    """*Fiete, der kleine Fuchs, wohnt im Wald*: a noun phrase between a name and its verb."""
    if not 0 < at < len(parts) - 1:
        return False
    before, here, after = parts[at - 1], parts[at], parts[at + 1]
    if not (here.after_comma and after.after_comma) or any(mark in here.before + after.before for mark in _SPEECH):
        return False
    phrase = here.words[0].lower in DETERMINERS and here.words[-1].capital and here.finite is None
    listed = any(word.lower in ("und", "oder") for word in here.words)
    return (
        phrase
        and not listed
        and before.finite is None
        and before.words[-1].capital
        and before.words[0].lower not in _CALLS | PREPOSITIONS
        and after.finite == 0
    )
