"""Words that do not belong into a children's book: a floor under the author's own eyes, never in place of them.

The words stand in `presets/safety/`, where an author may lay their own over them. Rules find words, not meanings:
*Sie lässt das Kind allein* in other words passes, which is why the author's approval stays the gate.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from pydantic import BaseModel, ConfigDict, Field, field_validator

from engine.clean import CleanLine
from engine.presets import Preset

GAP = 4
"""Words that `…` in a pattern may stand for; more, and what is found belongs to something else."""

PREFIX = 3
"""Letters of a word by which most rules are passed over."""

_WORD = re.compile(r"\w+")
_BETWEEN = r"[^\w.!?]+"
"""What parts two words of one sentence."""


class Gravity(StrEnum):
    """How grave a concern is: `block` stops painting and export, `review` wants the author's eye, `info` says so."""

    BLOCK = "block"
    REVIEW = "review"
    INFO = "info"


class SafetyRule(BaseModel):
    """Words of one kind, and what to say of them in German and English."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: CleanLine
    gravity: Gravity
    ages: dict[str, Gravity] = Field(default_factory=dict)
    """Age profiles that see it otherwise."""
    words: tuple[CleanLine, ...]
    excluded: tuple[CleanLine, ...] = Field(default=(), alias="except")
    de: CleanLine
    en: CleanLine

    @field_validator("words", "excluded")
    @classmethod
    def _says_something(cls, patterns: tuple[str, ...]) -> tuple[str, ...]:
        for pattern in patterns:
            if not pattern[:1].isalnum():
                raise ValueError(f"{pattern!r} must begin with a letter")
        return patterns


class SafetyPreset(Preset):
    """The rules for one kind of text."""

    rules: tuple[SafetyRule, ...]


_Begun = Sequence[tuple[int, tuple[str, ...]]]
"""Where each word of a text begins, and its first letters."""


@dataclass(frozen=True, slots=True)
class Concern:
    """A place of a text that gives cause for concern: `text[start:end]`; `de` and `en` are for the author."""

    rule: str
    gravity: Gravity
    start: int
    end: int
    de: str
    en: str


def concerns(text: str, rules: Iterable[SafetyRule], age: str) -> list[Concern]:
    """Return what the rules find in a text, in its order; nothing in what they find is changed.

    Args:
        age: name of the age profile, such as "3-5".
    """
    begun = [(word.start(), _begin(word[0])) for word in _WORD.finditer(text)]
    found = [one for rule in rules for one in _found(text, begun, rule, age)]
    return sorted(found, key=lambda one: (one.start, -one.end, one.rule))


def _found(text: str, begun: _Begun, rule: SafetyRule, age: str) -> Iterator[Concern]:
    places = list(_places(text, begun, rule.words))
    harmless = list(_places(text, begun, rule.excluded)) if places else []
    for start, end in places:
        if any(begin < end and start < stop for begin, stop in harmless):
            continue
        found = text[start:end]
        yield Concern(
            rule.name,
            rule.ages.get(age, rule.gravity),
            start,
            end,
            f"„{found}“: {rule.de}",
            f"“{found}”: {rule.en}",
        )


def _places(text: str, begun: _Begun, patterns: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield where a pattern is found; looked for only at words that begin as one does."""
    if not patterns:
        return
    beginnings, sought = _beginnings(patterns), _sought(patterns)
    for start, begins in begun:
        if not beginnings.isdisjoint(begins) and (found := sought.match(text, start)):
            yield found.span()


def _begin(word: str) -> tuple[str, ...]:
    return tuple(word[:length].casefold() for length in range(1, PREFIX + 1))


@lru_cache(256)
def _beginnings(patterns: Sequence[str]) -> frozenset[str]:
    """Return how the first words of the patterns begin: a text without them needs no closer look."""
    firsts = (_WORD.search(pattern.split("*")[0]) for pattern in patterns)
    return frozenset(first[0][:PREFIX].casefold() for first in firsts if first)


@lru_cache(256)
def _sought(patterns: Sequence[str]) -> re.Pattern[str]:
    """Return what finds any of the patterns, longer ones first."""
    return re.compile("|".join(_expression(pattern) for pattern in sorted(patterns, key=len, reverse=True)))


def _expression(pattern: str) -> str:
    """Turn a pattern into a regular expression.

    >>> re.search(_expression("zündet … Kerze*"), "Er zündet die Kerzen an.")[0]
    'zündet die Kerzen'
    >>> [bool(re.search(_expression("Grab"), text)) for text in ("das Grab", "ein grab", "Grabe")]
    [True, False, False]
    """
    parts: list[str] = []
    for word in pattern.split():
        if word == "…":
            parts.append(rf"(?:{_BETWEEN}\w+){{0,{GAP}}}?")
        else:
            parts.append((_BETWEEN if parts else "") + re.escape(word).replace(r"\*", r"\w*"))
    expression = rf"(?<!\w){''.join(parts)}" + (r"(?!\w)" if pattern[-1].isalnum() else "")
    return expression if any(letter.isupper() for letter in pattern) else f"(?i:{expression})"
