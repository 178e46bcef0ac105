"""Cut a sentence at its punctuation into segments, and find the finite verb of each.

German puts the finite verb second in a main clause and last in a subordinate one; where it stands tells which it is.
The verb is found without a dictionary: a small word that closes no noun phrase and looks like a finite form.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from engine.language import verb_forms as forms
from engine.language.closed_words import CLOSED, DETERMINERS, PREPOSITIONS, PRONOUNS
from engine.language.sentences import Sentence, Word
from engine.language.verbs import Tense, irregular, participle, plural, weak
from engine.language.word_list import word_set

_CUT = re.compile(r"[,;:!?…()\[\]„“”«»\"]|\s[-–—]+\s|—|\.\.\.")


@dataclass(frozen=True)
class Segment:
    """Words between two marks; `before` and `after` are all that stands between it and its neighbours."""

    words: tuple[Word, ...]
    before: str
    after: str
    opens_sentence: bool
    goes_on: bool
    """It begins inside a noun phrase: *den tiefen, | grünen Wald*."""

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end

    @property
    def after_comma(self) -> bool:
        return "," in self.before

    @property
    def spoken(self) -> bool:
        return self.words[0].spoken

    @cached_property
    def finite(self) -> int | None:
        """The index of the finite verb, None where there is none."""
        return _find_finite(self.words, opens=self.opens_sentence, goes_on=self.goes_on)

    @property
    def verb_final(self) -> bool:
        """The finite verb comes last, and something stands before it."""
        return self.finite is not None and self.finite == len(self.words) - 1 and len(self.words) > 1

    @cached_property
    def tense(self) -> Tense | None:
        """The tense of the finite verb; None for the subjunctive and where no verb is found."""
        if self.finite is None:
            return None
        word = self.words[self.finite].lower
        return None if word in forms.SUBJUNCTIVE else (irregular(word) or weak(word) or Tense.PRESENT)


_AUXILIARIES = forms.WERDEN | forms.HABEN | forms.SEIN
_NO_ATTRIBUTES = PRONOUNS | DETERMINERS | PREPOSITIONS
_INFINITIVES_TOO = word_set("werden haben können wollen müssen sollen dürfen mögen")
_BEFORE_COLOUR = forms.SEIN | forms.WERDEN | {"und", "ganz", "so"}


def segments(sentence: Sentence) -> list[Segment]:
    """Return the segments of a sentence in order; each has at least one word."""
    groups: list[list[Word]] = []
    gaps: list[str] = []
    previous = sentence.start
    for word in sentence.words:
        gap = sentence.text[previous - sentence.start : word.start - sentence.start]
        if not groups or _CUT.search(gap):
            groups.append([])
            gaps.append(gap)
        groups[-1].append(word)
        previous = word.end
    gaps.append(sentence.text[previous - sentence.start :])
    found: list[Segment] = []
    goes_on = False
    for number, words in enumerate(groups):
        before, after = gaps[number], gaps[number + 1]
        opens = number == 0 or _begins(before)
        found.append(Segment(tuple(words), before, after, opens_sentence=opens, goes_on=goes_on and not opens))
        goes_on = _adjectival(words[-1]) and (goes_on if len(words) == 1 else _in_phrase(words[-2]))
    return found


def _in_phrase(word: Word) -> bool:
    return word.lower in DETERMINERS or word.lower in PREPOSITIONS or _adjectival(word)


def _begins(gap: str) -> bool:
    """A capital after this gap is no sign of a noun."""
    return any(mark in gap for mark in ':!?…„“”«»"(') or gap.strip() == "."


def _adjectival(word: Word) -> bool:
    return not word.capital and word.lower.endswith(("e", "en", "er", "es", "em")) and word.lower not in _NO_ATTRIBUTES


def _in_noun_phrase(words: Sequence[Word], *, goes_on: bool) -> list[bool]:
    """For each word: is it an attribute of a noun that follows?"""
    leads = [False] * (len(words) + 1)
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        leads[at] = (word.capital and at > 0) or (_adjectival(word) and leads[at + 1])
    found, open_ = [], goes_on
    for at, word in enumerate(words):
        noun = word.capital and at > 0
        inside = open_ and _adjectival(word) and leads[at + 1]
        found.append(inside)
        if word.lower in DETERMINERS or word.lower in PREPOSITIONS:
            open_ = True
        elif noun or not (inside or word.lower in ("und", "sehr", "ganz", "so", "zu")):
            open_ = False
    return found


def _find_finite(words: Sequence[Word], *, opens: bool, goes_on: bool) -> int | None:
    if opens and len(words) > 1 and words[1].lower == "du" and words[0].lower.endswith("st"):
        return 0  # *Zeigst du …?*: a verb, for all its capital
    attribute = _in_noun_phrase(words, goes_on=goes_on)
    small = [at for at, word in enumerate(words) if not attribute[at] and (not word.capital or (at == 0 and opens))]
    helped = any(words[at].lower in _AUXILIARIES for at in small)
    doubtful: int | None = None
    infinitive: int | None = None
    for at in small:
        word = words[at]
        if irregular(word.lower) and not _colour(words, at) and not (helped and _only_participle(word)):
            if word.lower not in _INFINITIVES_TOO:
                return at
            infinitive = at if infinitive is None else infinitive
        elif not word.capital and weak(word.lower) and not _attribute_te(words, at):
            shape = participle(word.lower)
            if shape is None or (at == 1 and not helped and not shape.base.startswith("ge")):
                return at
            if doubtful is None and not helped and not shape.base.startswith("ge"):
                doubtful = at
    if infinitive is not None:
        return infinitive
    return doubtful if doubtful is not None else _plural_or_first_person(words, small)


def _only_participle(word: Word) -> bool:
    """*verloren*, *verstanden*: past forms too, but not beside an auxiliary."""
    return word.lower not in _AUXILIARIES and participle(word.lower) is not None


def _colour(words: Sequence[Word], at: int) -> bool:
    """*Der Hase ist weiß*: a colour, no form of *wissen*."""
    return words[at].lower == "weiß" and at > 0 and words[at - 1].lower in _BEFORE_COLOUR


def _attribute_te(words: Sequence[Word], at: int) -> bool:
    """*bunte Bälle* after a verb: an adjective in -te without an article."""
    word = words[at].lower
    if not word.endswith(("te", "ten")) or at + 1 >= len(words) or not words[at + 1].capital:
        return False
    before = words[at - 1].lower if at else ""
    return (
        before in PREPOSITIONS
        or before in DETERMINERS
        or (at > 0 and not words[at - 1].capital and before not in CLOSED)
    )


def _plural_or_first_person(words: Sequence[Word], small: Sequence[int]) -> int | None:
    lowers = [word.lower for word in words]
    if "ich" in lowers:
        for at in small:
            if lowers[at].endswith("e") and lowers[at] not in CLOSED and not words[at].capital:
                return at
    plurals = [at for at in small if plural(lowers[at]) and not words[at].capital and not participle(lowers[at])]
    plurals = [at for at in plurals if at == 0 or lowers[at - 1] != "zu"]
    if plurals:
        return plurals[0]
    return None
