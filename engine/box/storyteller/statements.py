"""Sentences for pages an author planned by hand: the line itself, retold, and what the figures say to it."""

from __future__ import annotations

import re
from random import Random

from engine.box.storyteller.figures import Figure
from engine.box.storyteller.frames import Stage, told
from engine.box.storyteller.verbs import is_finite, to_past

_TALK = (
    "„Schau mal!“, <rufen:1> {S}.",
    "„So etwas!“, <sagen:1> {S} und <staunen:1>.",
    "„Das ist ja was!“, <rufen:1> {S}.",
    "„Na los“, <sagen:1> {S} und <gehen:1> voran.",
    "„Das habe ich noch nie gesehen“, <flüstern:1> {S}.",
    "„Noch ein Stück!“, <rufen:1> {S}.",
    "„Leise“, <flüstern:1> {S} und <lauschen:1>.",
    "„Gleich wissen wir mehr“, <sagen:1> {S}.",
)
_ANSWERS = (
    "„Ich sehe es auch“, <sagen:A> {A}.",
    "„Komm, wir helfen zusammen“, <sagen:A> {A}.",
    "„Ich bleibe bei dir“, <sagen:A> {A}.",
    "{A} <nicken:A> und <rücken:A> ein Stück näher.",
    "„Ob das gut geht?“, <fragen:A> {A}.",
    "{A} <lachen:A> und <klatschen:A> in die Hände.",
)
_MOVES = (
    "{H} <gehen> noch einen Schritt näher.",
    "{H} <schauen> sich alles ganz genau an.",
    "Dann <werden:1> es einen Augenblick ganz still.",
    "Ein Blatt <segeln:1> langsam zu Boden.",
    "Irgendwo <singen:1> ein Vogel.",
    "Der Wind <zupfen:1> an allem, was lose <sein:1>.",
    "{H} <holen> tief Luft.",
    "Ein kleiner Käfer <krabbeln:1> vorbei und <staunen:1>.",
    "Die Zeit <vergehen:1> wie im Flug.",
    "Alles <riechen:1> nach Abenteuer.",
)


def talk(stage: Stage, partner: Figure | None, level: int, rng: Random, *, more: bool = False) -> list[str]:
    """Return what is said and done around a planned line, as much as the level of reading bears."""
    said = [told(rng.choice(_TALK), stage)]
    if partner and "A" in stage.phrases:
        said.append(told(rng.choice(_ANSWERS), stage))
    moves = [told(frame, stage) for frame in rng.sample(_MOVES, len(_MOVES))]
    if more:
        return moves + [told(frame, stage) for frame in rng.sample(_TALK, 3)]
    return said[:1] if level < 2 else said + moves[: level - 1]


def statement(what: str, stage: Stage) -> str:
    """Return a planned line as sentences in the tense of the telling; a line without a subject gets the hero.

    A bare infinitive becomes a wish ("einen Turm bauen"), a bare noun something that is to be seen.
    """
    what = what.strip().rstrip(".")
    closing = what[-1] if what[-1:] in "!?" else "."
    what = what.rstrip("!?")
    words = what.split()
    hero = stage.hero.form("n")
    if words[0][:1].islower() and (_finite(words[0]) or words[0].endswith("t")) and len(words) > 1:
        what = f"{hero} {what}"
    elif (
        len(words) > 1
        and re.fullmatch(r"[a-zäöü]+(?:en|eln|ern)", words[-1])
        and not any(_finite(word) for word in words[:-1])
    ):
        return told(
            "{H} <wollen> %s." % (what[:1].lower() + what[1:] if words[0].lower() in _ARTICLES else what), stage
        )
    elif not any(_finite(word) or _looks_finite(word, words) for word in words):
        return told(f"Da <sein:1> etwas zu sehen: {what}.", stage)
    text = past_of(what) if stage.past else what
    return f"{text[:1].upper()}{text[1:]}{closing}"


_ARTICLES = frozenset(
    {"ein", "eine", "einen", "der", "die", "das", "den", "im", "in", "am", "auf", "mit", "zum", "zur"}
)
_NO_VERBS = frozenset(
    {
        "nicht",
        "mit",
        "dort",
        "jetzt",
        "nun",
        "laut",
        "gut",
        "sehr",
        "fast",
        "erst",
        "bunt",
        "weit",
        "alt",
        "seit",
        "rot",
    }
)


def _finite(word: str) -> bool:
    return is_finite(word) and word not in _NO_VERBS


def _looks_finite(word: str, words: list[str]) -> bool:
    plain = word.strip(",;")
    return (
        words.index(word) > 0
        and plain.islower()
        and plain.endswith(("t", "en", "eln", "ern"))
        and plain not in _NO_VERBS
    )


def past_of(text: str) -> str:
    """Return main clauses in the preterite; what stands between quotation marks stays as it was said.

    >>> past_of("Piko baut ein Haus und findet einen Stern")
    'Piko baute ein Haus und fand einen Stern'
    """
    pieces = re.split(r"(„[^“]*“)", text)
    return "".join(piece if piece.startswith("„") else _clauses(piece) for piece in pieces)


def _clauses(text: str) -> str:
    clauses = re.split(r"(\s+und\s+|,\s*|[.!?:]\s*)", text)
    return "".join(_clause(part) if place % 2 == 0 else part for place, part in enumerate(clauses))


def _clause(text: str) -> str:
    words = text.split(" ")
    for place, word in enumerate(words):
        if _finite(word) or (
            place in (0, 1, 2) and word.islower() and re.fullmatch(r"[a-zäöü]{3,}t", word) and word not in _NO_VERBS
        ):
            words[place] = to_past(word)
            break
    return " ".join(words)
