"""Recognise German verb forms by their shape: participles, finite forms, their tense.

Shapes decide, small closed lists correct them: strong verbs have a table, adjectives in -t and -en are known by name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from engine.language import verb_forms as forms
from engine.language.closed_words import CLOSED, NOT_VERBS_TE
from engine.language.word_list import word_set

_CACHE = 8192
"""Words kept: more than a picture book has, few enough to forget."""

_WEAK_GE = re.compile(r"ge[^\W\d_]{2,}t\Z")
_WEAK_INSEPARABLE = re.compile(
    r"(?:be|ver|er|ent|zer|miss|emp|(?:über|unter|um|durch|wieder|hinter|voll)(?!ge))[^\W\d_]{2,}t\Z"
)
_WEAK_IEREN = re.compile(r"[^\W\d_]{2,}iert\Z")
_CORES = frozenset(p.removeprefix("ge") for p in forms.STRONG_PARTICIPLES) | {"gessen"}
_LONGEST = 40
"""Letters; a longer word is no verb, and is not taken apart."""


class Tense(StrEnum):
    PRESENT = "present"
    PAST = "past"


@dataclass(frozen=True, slots=True)
class Participle:
    """A second participle.

    `base` is the form without separable prefix; `infinitive_too` says that the infinitive looks the same (*vergessen*).
    """

    word: str
    base: str
    infinitive_too: bool

    @property
    def adjective(self) -> bool:
        """Used as an adjective after *sein*."""
        return self.word in forms.ADJECTIVES or self.word.startswith("un")

    @property
    def adjective_with_werden(self) -> bool:
        """Used as an adjective even after *werden*."""
        return self.adjective and self.word not in forms.TRULY_PASSIVE_WITH_WERDEN

    @property
    def with_sein(self) -> bool:
        """Builds its perfect with *sein*, or may do so."""
        if self.base in forms.WITH_SEIN or self.word in forms.WITH_SEIN:
            return True
        # *entflogen*, *zerflossen*, *verklungen*: away or apart, and the motion stays
        core = next((self.base[len(p) :] for p in ("ent", "zer", "ver") if self.base.startswith(p)), "")
        return bool(core) and f"ge{core}" in forms.MOTION


def without_prefix(word: str) -> Iterator[str]:
    """Yield what is left of a word after each separable prefix it may begin with."""
    for length in range(2, min(len(word) - 2, 14)):
        if word[:length] in forms.SEPARABLE:
            yield word[length:]


@lru_cache(_CACHE)
def participle(word: str) -> Participle | None:
    """Return the participle a word (small letters) is shaped like.

    >>> participle("weggeweht").base, participle("vergessen").infinitive_too, participle("gehen")
    ('geweht', True, None)
    """
    if len(word) > _LONGEST or word in forms.NO_PARTICIPLES:
        return None
    found = _unprefixed(word)
    if found is not None:
        return Participle(word, word, found)
    for rest in without_prefix(word):
        if len(rest) < 4 or rest in forms.NO_PARTICIPLES:
            continue
        found = _unprefixed(rest)
        if found is not None:
            return Participle(word, rest, found)
    return None


def _unprefixed(word: str) -> bool | None:
    """Say of a participle whether its infinitive looks the same; None of other words."""
    if word in forms.STRONG_PARTICIPLES:
        return word in forms.STRONG_INFINITIVES
    if _WEAK_GE.match(word) or _WEAK_INSEPARABLE.match(word) or _WEAK_IEREN.match(word):
        return False
    for prefix in forms.INSEPARABLE:
        core = word.removeprefix(prefix)
        if core != word and core in _CORES and core != "wesen":
            return core in forms.STRONG_INFINITIVES
    return None


@lru_cache(_CACHE)
def irregular(word: str) -> Tense | None:
    """Return the tense of an auxiliary, a modal or a strong verb's finite form, with or without prefix."""
    if word in _AUXILIARIES_PAST:
        return Tense.PAST
    if word in _AUXILIARIES_PRESENT:
        return Tense.PRESENT
    if len(word) > _LONGEST or word in CLOSED or word in forms.STRONG_PARTICIPLES:
        return None
    found = _strong(word)
    if found is None and not word.startswith("ge"):
        found = next((tense for rest in without_prefix(word) if (tense := _strong(rest))), None)
    return found


def _strong(word: str) -> Tense | None:
    for core in (word, *(word.removeprefix(p) for p in forms.INSEPARABLE if word.startswith(p))):
        if core in forms.STRONG_PRESENT:
            return Tense.PRESENT
        for ending in ("", "en", "n", "st", "est", "t", "et"):
            if core.endswith(ending) and core.removesuffix(ending) in forms.STRONG_PAST:
                return Tense.PAST
    return None


@lru_cache(_CACHE)
def weak(word: str) -> Tense | None:
    """Return the tense of a regular finite form that ends in -t, -st, -te, -ten: the forms that tell something."""
    if len(word) < 3 or len(word) > _LONGEST or word in CLOSED or word.removesuffix("n") in NOT_VERBS_TE:
        return None
    stem = next((word.removesuffix(end) for end in ("test", "ten", "tet", "te") if word.endswith(end)), None)
    if stem is not None and len(stem) >= 2:
        if not _stem_in_t(stem + "t"):
            return Tense.PAST if any(letter in "aeiouyäöü" for letter in stem) else None
        return Tense.PRESENT
    return Tense.PRESENT if word.endswith("t") and any(letter in "aeiouyäöü" for letter in word) else None


def _stem_in_t(stem: str) -> bool:
    if stem in forms.T_STEMS:
        return True
    cores = [stem.removeprefix(p) for p in forms.INSEPARABLE if stem.startswith(p)] + list(without_prefix(stem))
    return any(core in forms.T_STEMS or core.removeprefix("be") in forms.T_STEMS for core in cores)


@lru_cache(_CACHE)
def plural(word: str) -> bool:
    """Say whether a word may be an infinitive or a plural in the present: *laufen*, *klettern*, *tun*."""
    return word.endswith("n") and 3 <= len(word) <= _LONGEST and word not in CLOSED and word[-2] in "erul"


_AUXILIARIES_PAST = (
    forms.WERDEN_PAST
    | word_set("war warst waren wart hatte hattest hatten hattet")
    | frozenset(
        f"{stem}te{end}"
        for stem in ("konn", "woll", "muss", "durf", "soll", "moch", "wuss")
        for end in ("", "n", "st", "t")
    )
)
_AUXILIARIES_PRESENT = (forms.WERDEN | forms.HABEN | forms.SEIN | forms.MODALS_PRESENT) - _AUXILIARIES_PAST
