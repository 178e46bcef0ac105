"""Vorgangspassiv (*wird geöffnet*) and Zustandspassiv (*ist geöffnet*).

A participle that closes its clause is looked at together with the auxiliary that governs it: the one beside it, or the
nearest one to its left. Futur, Futur II, the perfect with *sein* and adjectives in participle form are let through.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.language import verb_forms as forms
from engine.language.closed_words import COORDINATORS, DETERMINERS, PREPOSITIONS, PRONOUNS
from engine.language.finding import Finding, Rule, Severity
from engine.language.segments import Segment
from engine.language.sentences import Word
from engine.language.verbs import Participle, irregular, participle, plural, weak
from engine.language.word_list import word_set

_DEGREES = word_set("ganz sehr so richtig furchtbar völlig ziemlich")
_AUXILIARIES = forms.WERDEN | forms.HABEN | forms.SEIN
_AGENT = word_set("von vom durch")
_MOVING = word_set("kommt kam kommen kamen kommst kamst")
"""*kommt gelaufen*: the participle belongs to *kommen*."""


def passives(parts: Sequence[Segment], clauses: Sequence[int]) -> Iterator[Finding]:
    """Yield a finding for each passive clause of a sentence, one for each auxiliary.

    Args:
        parts: the segments of the sentence.
        clauses: the indices of those that are subordinate.
    """
    seen: set[int] = set()
    carried: Word | None = None
    for number, part in enumerate(parts):
        own_clause = part.finite is not None
        last = _last_auxiliaries(part.words, None if own_clause else carried)
        for at, word in enumerate(part.words):
            shape = _shape(part, at)
            if shape is None:
                continue
            rule, helper = _judge(part.words, at, shape, last[at])
            if rule is not None and helper is not None and helper.start not in seen:
                seen.add(helper.start)
                yield _finding(rule, helper, word)
        # *Die Tür wurde, als er kam, leise geöffnet*: a clause between leaves the auxiliary in force
        if number not in clauses:
            carried = last[-1]


def _shape(part: Segment, at: int) -> Participle | None:
    word = part.words[at]
    if word.capital and not (at == 0 and part.opens_sentence):
        return None
    shape = participle(word.lower)
    if (
        shape is not None
        and word.capital
        and not (at + 1 < len(part.words) and part.words[at + 1].lower in forms.WERDEN)
    ):
        return None
    return shape


def _last_auxiliaries(words: Sequence[Word], carried: Word | None) -> list[Word | None]:
    """For each index and the end: the auxiliary nearest to the left, None where another finite verb stands between.

    *wird rot und kommt gelaufen*: after a coordinator any finite verb takes over.
    """
    last: list[Word | None] = []
    now, coordinated = carried, False
    for word in words:
        last.append(now)
        if word.lower in COORDINATORS:
            coordinated = True
        elif word.lower in _AUXILIARIES:
            now, coordinated = word, False
        elif word.lower in _MOVING or (coordinated and not word.capital and _finite(word.lower)):
            now = None
    last.append(now)
    return last


def _finite(word: str) -> bool:
    return (irregular(word) or weak(word)) is not None and participle(word) is None


def _judge(words: Sequence[Word], at: int, shape: Participle, left: Word | None) -> tuple[Rule | None, Word | None]:
    """Return the rule broken and the auxiliary that breaks it with the participle."""
    following = words[at + 1] if at + 1 < len(words) else None
    after = following.lower if following else ""
    if following and after == "zu" and at + 2 < len(words) and words[at + 2].lower in ("werden", "sein"):
        following, after = words[at + 2], words[at + 2].lower
    if following and after == "worden":
        return Rule.PASSIVE, following
    if after in forms.WERDEN:
        return (None if shape.adjective_with_werden else Rule.PASSIVE), following
    if after in forms.HABEN or after in ("gehabt", "lassen"):
        return None, None
    if following and (after in forms.SEIN or after == "sein"):
        return (Rule.STATE_PASSIVE if _state(words, at, shape) else None), following
    if left is None or left.lower in forms.HABEN or not _closes(words, at, left):
        return None, None
    if left.lower in forms.SEIN:
        return (Rule.STATE_PASSIVE if _state(words, at, shape) else None), left
    if shape.adjective_with_werden and not _has_agent(words, at):
        return None, None
    if shape.infinitive_too and left.lower not in forms.WERDEN_PAST and not _no_object(words, at, left):
        return None, None
    return Rule.PASSIVE, left


def _state(words: Sequence[Word], at: int, shape: Participle) -> bool:
    graded = at > 0 and words[at - 1].lower in _DEGREES  # *ganz verfilzt* is how it looks, as *ganz nass* is
    return not shape.with_sein and not shape.adjective and not graded


def _closes(words: Sequence[Word], at: int, helper: Word) -> bool:
    """The participle ends its clause; what follows is another clause or an afterthought with a preposition."""
    if at + 1 == len(words):
        return True
    after = words[at + 1].lower
    if after in COORDINATORS or after in ("als", "wie"):
        return True
    if after not in PREPOSITIONS or after == "zu":
        return False
    # *wird gespannt auf Tom warten*: an infinitive at the end makes it a future
    return helper.lower not in forms.WERDEN or words[-1].capital or not plural(words[-1].lower)


def _has_agent(words: Sequence[Word], at: int) -> bool:
    return any(word.lower in _AGENT for word in words[max(0, at - 8) : at])


def _no_object(words: Sequence[Word], at: int, helper: Word) -> bool:
    """*Der Schatz wird im Garten vergraben*: nothing between stands that could be subject or object.

    With *wird* and a participle like its infinitive, a noun or pronoun without a preposition makes it a future.
    """
    begin = next((i for i in range(at - 1, -1, -1) if words[i] is helper), None)
    if begin is None or begin == 0:
        return _has_agent(words, at)
    guarded = False
    for word in words[begin + 1 : at]:
        if word.lower in PREPOSITIONS:
            guarded = True
        elif word.capital:
            if not guarded:
                return False
            guarded = False
        elif not guarded and (word.lower in PRONOUNS or word.lower in DETERMINERS):
            return False
    return True


def _finding(rule: Rule, helper: Word, shape: Word) -> Finding:
    start, end = min(helper.start, shape.start), max(helper.end, shape.end)
    pair = f"{helper.text} … {shape.text}" if helper.start < shape.start else f"{shape.text} {helper.text}"
    if rule is Rule.PASSIVE:
        return Finding(
            rule,
            Severity.ERROR,
            start,
            end,
            f"Passiv: „{pair}“. Sag, wer es tut.",
            f"Passive: “{pair}”. Say who does it.",
            "Passiv. Sag, wer es tut.",
        )
    return Finding(
        rule,
        Severity.INFO,
        start,
        end,
        f"Zustandspassiv: „{pair}“. Erzähle, wie es dazu kam oder was man sieht.",
        f"State passive: “{pair}”. Tell what happened, or what is to be seen.",
        "Zustandspassiv. Erzähle, was jemand tut oder was man sieht.",
    )
