"""Sentence frames: whole clauses whose nouns, pronouns and verbs are inflected when they are told.

A frame is German text with three kinds of marks:
    {A}, {O.ea}, {er}   a phrase in a form (see :class:`Phrase`); a bare pronoun or possessive is the hero's;
    <gehen>, <rufen:A>  a verb in the tense of the telling, agreeing with the hero, a phrase, or :1 and :2 (a number);
    [one|many]          what depends on whether the hero is one or several.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace

from engine.box.storyteller.phrases import Phrase
from engine.box.storyteller.places import contracted
from engine.box.storyteller.verbs import conjugate

HERO = "H"

_NUMBER = re.compile(r"\[([^\[\]|]*)\|([^\[\]|]*)\]")
_SLOT = re.compile(r"\{(\w+)(?:\.(\w+))?\}")
_VERB = re.compile(r"<(\w+)(?::(\w+))?>")
_START = re.compile(r"(^|[.!?…:]\s+„|[.!?…]“?\s+|(?<!, )„|\n)([a-zäöü])")
_THREE = re.compile(r"([A-ZÄÖÜ]\w+) und ([A-ZÄÖÜ]\w+) und ((?:(?:der|die|das) )?[A-ZÄÖÜ]\w+)")
_SPEECH = re.compile(r"(„[^“]*“)")
"""What somebody says is said in the present, whatever the tense of the telling."""
_PRONOUNS = frozenset({"er", "ihn", "ihm", "sein", "seine", "seinen", "seinem", "seiner"})


@dataclass(frozen=True, slots=True)
class Stage:
    """Who and what a telling speaks of, and its tense."""

    phrases: Mapping[str, Phrase]
    words: Mapping[str, str] = field(default_factory=dict)
    past: bool = False

    @property
    def hero(self) -> Phrase:
        return self.phrases[HERO]


def told(frame: str, stage: Stage) -> str:
    """Return the frame as German text, each sentence begun with a capital.

    Raises:
        KeyError: if the frame names what is not on the stage.
    """
    many = stage.hero.plural
    text = _NUMBER.sub(lambda match: match[2] if many else match[1], frame)
    said = replace(stage, past=False)
    pieces = (_VERB.sub(_verbs(said if piece.startswith("„") else stage), piece) for piece in _SPEECH.split(text))
    text = "".join(pieces)
    text = _SLOT.sub(_slots(stage), text)
    text = _THREE.sub(r"\1, \2 und \3", text)
    return _START.sub(lambda match: match[1] + match[2].upper(), contracted(text))


def _slots(stage: Stage) -> Callable[[re.Match[str]], str]:
    def fill(match: re.Match[str]) -> str:
        key, form = match[1], match[2] or "n"
        if key in _PRONOUNS:
            return stage.hero.form(key)
        if key[:1].isupper() and key.lower() in _PRONOUNS:
            return stage.hero.form(key.lower()).capitalize()
        if key in stage.words:
            return stage.words[key]
        return stage.phrases[key].form(form, stage.hero)

    return fill


def _verbs(stage: Stage) -> Callable[[re.Match[str]], str]:
    def fill(match: re.Match[str]) -> str:
        who = match[2] or HERO
        many = who == "2" if who in "12" else stage.phrases[who].plural
        return conjugate(match[1], past=stage.past, plural=many)

    return fill


def needs(frame: str) -> frozenset[str]:
    """Return the keys of the phrases and words a frame speaks of, the hero left out."""
    keys = {match[1] for match in _SLOT.finditer(frame)}
    keys |= {match[2] for match in _VERB.finditer(frame) if match[2]}
    return frozenset(key for key in keys if key.lower() not in _PRONOUNS and key not in (HERO, "1", "2"))
