"""Tense breaks: a page tells in one tense, the present or the past; what somebody says is left out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from engine.language import verb_forms as forms
from engine.language.finding import Finding, Rule, Severity
from engine.language.segments import Segment
from engine.language.sentences import Word
from engine.language.verbs import Tense, participle

_CALLED = {Tense.PRESENT: ("Gegenwart", "present"), Tense.PAST: ("Vergangenheit", "past")}


@dataclass(frozen=True, slots=True)
class Told:
    """The tense in which one sentence is told, and the verb that shows it."""

    tense: Tense
    verb: Word
    perfect: bool


def told_in(parts: Sequence[Segment], clauses: Sequence[int]) -> Told | None:
    """Return the tense of the first main clause outside speech; None where no verb tells it.

    An exclamation (*Los geht es!*) is the narrator's own voice and tells no tense.
    """
    if parts and "!" in parts[-1].after and not parts[-1].spoken:
        return None
    for at, part in enumerate(parts):
        if part.spoken or at in clauses or part.finite is None or part.tense is None:
            continue
        verb = part.words[part.finite]
        helper = verb.lower in forms.HABEN | forms.SEIN
        perfect = helper and any(participle(word.lower) for word in part.words if not word.capital)
        return Told(part.tense, verb, perfect and part.tense is Tense.PRESENT)
    return None


def tense_findings(told: Sequence[Told], expected: Tense | None = None) -> Iterator[Finding]:
    """Yield a finding for each sentence told in the other tense.

    Args:
        told: the sentences of one page, or of one paragraph.
        expected: the tense of the book; without it the majority decides, the first sentence where both are equal.
    """
    tense = expected or majority(told)
    for here in told:
        # *ist gefallen* beside the present is what went before; beside the past it falls out of the telling
        if tense is not None and here.tense is not tense:
            yield _finding(here, tense)


def majority(told: Sequence[Told]) -> Tense | None:
    """Return the tense most sentences are told in; that of the first where both are equally many."""
    simple = [here.tense for here in told if not here.perfect]
    if not simple:
        return None
    past = simple.count(Tense.PAST) * 2
    if past == len(simple):
        return simple[0]
    return Tense.PAST if past > len(simple) else Tense.PRESENT


def _finding(here: Told, tense: Tense) -> Finding:
    now, wanted = _CALLED[here.tense], _CALLED[tense]
    return Finding(
        Rule.TENSE,
        Severity.WARNING,
        here.verb.start,
        here.verb.end,
        f"„{here.verb.text}“ steht in der {now[0]}, die Seite erzählt in der {wanted[0]}.",
        f"“{here.verb.text}” is in the {now[1]}, the page tells in the {wanted[1]}.",
        f"Zeitwechsel. Erzähle in der {wanted[0]}.",
    )
