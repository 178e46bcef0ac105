"""Sentences for pages an author planned by hand: the line itself, retold, and what the figures say to it."""

from __future__ import annotations

import re
from random import Random

from engine.box.storyteller.feelings import known_feeling
from engine.box.storyteller.figures import Figure
from engine.box.storyteller.frames import Stage, told
from engine.box.storyteller.verbs import is_finite, to_past

_TALK = {
    "froh": ("„Hurra!“, <rufen:1> {S}.", "„Ist das schön!“, <sagen:1> {S}.", "„So ein guter Tag!“, <singen:1> {S}."),
    "traurig": ("„Ach“, <seufzen:1> {S}.", "„Oje“, <flüstern:1> {S}.", "„Das tut weh“, <sagen:1> {S} leise."),
    "ängstlich": (
        "„Uiuiui“, <flüstern:1> {S}.",
        "„Bleibst du bei mir?“, <fragen:1> {S}.",
        "„Ganz ruhig“, <murmeln:1> {S}.",
    ),
    "mutig": (
        "„Ich schaffe das“, <sagen:1> {S}.",
        "„Jetzt aber!“, <rufen:1> {S}.",
        "„Eins, zwei, drei!“, <zählen:1> {S}.",
    ),
    "ruhig": (
        "„Hm“, <machen:1> {S} zufrieden.",
        "„Hier bleibe ich“, <sagen:1> {S}.",
        "„Schön leise“, <flüstern:1> {S}.",
    ),
    "neugierig": (
        "„Schau mal!“, <rufen:1> {S}.",
        "„So etwas!“, <sagen:1> {S}.",
        "„Was ist denn das?“, <fragen:1> {S}.",
    ),
    "wütend": ("„So nicht!“, <rufen:1> {S}.", "„Grrr!“, <machen:1> {S}.", "„Das ist gemein!“, <sagen:1> {S}."),
    "müde": ("„Uff“, <machen:1> {S}.", "„Gleich ruhe ich mich aus“, <sagen:1> {S}.", "„Uaaah“, <gähnen:1> {S}."),
}
_MOODS = {
    "glücklich": "froh", "stolz": "froh", "lustig": "froh", "zuversichtlich": "mutig", "enttäuscht": "traurig",
    "einsam": "traurig", "besorgt": "ängstlich", "geborgen": "ruhig", "aufgeregt": "mutig", "nachdenklich": "neugierig",
    "überrascht": "neugierig", "ratlos": "neugierig", "verlegen": "ängstlich",
}  # fmt: skip
_ANSWERS = (
    "„Ich bin bei dir“, <sagen:A> {A}.",
    "„Das finde ich auch“, <sagen:A> {A}.",
    "{A} <nicken:A> und <lächeln:A>.",
    "{A} <rücken:A> ein Stück näher.",
)
_MOVES = (
    "{H} <gehen> noch einen Schritt näher.",
    "{H} <schauen> sich alles ganz genau an.",
    "Dann <werden:1> es einen Augenblick ganz still.",
    "{H} <holen> tief Luft.",
    "{H} <lauschen>.",
    "{H} <kratzen> sich am Ohr.",
    "{H} <zählen> leise bis drei.",
    "{H} <reiben> sich die Nase.",
    "{H} <blinzeln> zweimal.",
    "{H} <nicken>.",
)


def talk(stage: Stage, partner: Figure | None, feeling: str, rng: Random) -> list[str]:
    """Return what is said to a planned line, in the mood of its feeling: first the hero, then its partner."""
    mood = known_feeling(feeling)
    said = [told(rng.choice(_TALK[_MOODS.get(mood, mood) or "neugierig"]), stage)]
    if partner and "A" in stage.phrases:
        said.append(told(rng.choice(_ANSWERS), stage))
    return said


def moves(stage: Stage, rng: Random) -> list[str]:
    """Return small things that the hero can do on any page."""
    return [told(frame, stage) for frame in rng.sample(_MOVES, len(_MOVES))]


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
        and re.fullmatch(r"[a-zäöüß]+(?:en|eln|ern)", words[-1])
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
            place in (0, 1, 2) and word.islower() and re.fullmatch(r"[a-zäöüß]{3,}t", word) and word not in _NO_VERBS
        ):
            words[place] = to_past(word)
            break
    return " ".join(words)
