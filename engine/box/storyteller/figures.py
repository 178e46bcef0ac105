"""Figures: names, looks that a painter can draw, homes, and how helpers come and speak."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from engine.box.storyteller.first_names import is_female
from engine.box.storyteller.kinds import (
    COLOURS,
    DEFAULT_HOMES,
    HELPER_LOOKS,
    HELPERS,
    HOMES,
    HOUSE_KINDS,
    PEOPLE,
    TRAITS,
    WEAR,
)
from engine.box.storyteller.nouns import ADULT, BEING, CHILD, Noun, find_noun, nouns, she
from engine.box.storyteller.phrases import FEMININE, MASCULINE, NEUTER, Phrase, of_noun

WILD, HOUSE = "wild", "house"

_HEROES = {
    MASCULINE: ("Piko", "Nuno", "Matz", "Bolle", "Tilo", "Emil", "Kalle", "Pelle", "Rufus", "Jonte", "Fips", "Oskar"),
    FEMININE: ("Lotta", "Mila", "Nela", "Ida", "Tilda", "Juna", "Paula", "Wanda", "Greta", "Smilla", "Pepa", "Romy"),
}
_HELPERS = {
    MASCULINE: ("Anton", "Bruno", "Hugo", "Rudi", "Knut", "Theo", "Kasimir", "Willi", "Balduin", "Edgar"),
    FEMININE: ("Frida", "Olga", "Berta", "Elsa", "Tine", "Hanni", "Mimi", "Rosalie", "Hilde", "Klara"),
}
_LOOKALIKES = frozenset({"Kater", "Kaninchen", "Bruder", "Schwester", "Freund", "Freundin", "Käuzchen", "Mäusekind"})
"""Nouns whose English belongs to a plainer one."""
FAMILY = frozenset({"Oma", "Opa", "Mama", "Papa"})


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody of a story; `look` is English; `trait`, `sound` and `arrival` are for helpers."""

    phrase: Phrase
    noun: str
    english: str
    look: str
    world: str = WILD
    home: str = ""
    ability: str = ""
    sound: str = ""
    trait: str = ""
    arrival: str = ""

    @property
    def name(self) -> str:
        """The name, or the noun with its article."""
        return self.phrase.form("n")


@cache
def helper_kinds() -> dict[str, Figure]:
    """Return the helpers by kind, without names."""
    kinds: dict[str, Figure] = {}
    for row in HELPERS.split("\n"):
        if row:
            word, world, ability, adjective, arrival, sound = (part.strip() for part in row.split("|"))
            noun = nouns()[word]
            kinds[word] = Figure(
                phrase=of_noun(noun, adjectives=(adjective,)),
                noun=word,
                english=noun.english,
                look=HELPER_LOOKS[word],
                world=world,
                home=home_of(noun),
                ability=ability,
                sound=sound,
                trait=TRAITS[word],
                arrival=arrival,
            )
    return kinds


def helper(kind: str, rng: Random, taken: set[str]) -> Figure:
    """Return a helper of a kind with a name that nobody else bears."""
    figure = helper_kinds()[kind]
    person = figure.phrase.gender if figure.phrase.gender != NEUTER else rng.choice((MASCULINE, FEMININE))
    name = _free_name(_HELPERS[person], rng, taken)
    return replace(figure, phrase=replace(figure.phrase, name=name, person=person))


def hero_of(
    noun: Noun, adjectives: tuple[str, ...], name: str, rng: Random, taken: set[str], looks: Collection[str] = ()
) -> Figure:
    """Return the hero of a kind; without a name it gets one (grandmothers have theirs already).

    Args:
        looks: how others look already.
    """
    person = _person(noun, name, rng)
    if not name:
        name = noun.word if noun.word in FAMILY else _free_name(_HEROES[person], rng, taken)
        if noun.sort == ADULT and noun.word not in FAMILY:
            name = f"{noun.word} {name}"
    taken.add(name)
    adjectives = adjectives or (("klein",) if noun.sort != ADULT else ())
    phrase = Phrase(noun.word, noun.gender, noun.weak, adjectives, name, person)
    drawn = noun
    if noun.word in ("Kind", "Freund", "Freundin"):
        drawn = nouns()["Mädchen" if person == FEMININE else "Junge"]
    look = _aged(look_of(drawn, rng), adjectives)
    while look.partition(", ")[2] in {other.partition(", ")[2] for other in looks}:
        look = _aged(look_of(drawn, rng), adjectives)
    return Figure(phrase, noun.word, noun.english, look, world_of(noun), home_of(noun))


def figure_of(name: str, look: str, hint: Phrase | None = None) -> Figure:
    """Return the figure that a name and an English look describe.

    Args:
        hint: what the idea says of the hero; its noun is kept where the look does not say another.
    """
    noun = _noun_of_look(look) or (find_by_word(hint.noun) if hint else None)
    female = she(hint.noun) if hint else None
    if female and (noun is None or noun.english == female.english):
        noun = female
    lower = name.split()[-1] if name.split() else name
    bare = re.sub(r"^(der|die|das)\s+", "", name, flags=re.IGNORECASE)
    noun = noun or find_by_word(bare) or find_by_word(name.split()[0] if name.split() else "")
    known = helper_kinds().get(noun.word) if noun else None
    if noun is None:
        known_thing = find_noun(hint.noun) if hint else None
        english = known_thing[0].english if known_thing else "creature"
        noun = Noun(hint.noun, hint.gender, hint.weak, hint.noun, english, BEING) if hint else nouns()["Kind"]
    called = "" if bare != name or (bare == noun.word and noun.word not in FAMILY) else name
    phrase = Phrase(noun.word, noun.gender, noun.weak, (), called, _person(noun, lower, None) if called else "")
    if known:
        return replace(
            known,
            phrase=replace(phrase, adjectives=known.phrase.adjectives),
            look=look or known.look,
            home=home_of(noun),
        )
    return Figure(phrase, noun.word, noun.english, look, world_of(noun), home_of(noun))


def find_by_word(word: str) -> Noun | None:
    """Return a known noun by its nominative."""
    return nouns().get(word)


def _noun_of_look(look: str) -> Noun | None:
    words = re.findall(r"[a-z]+", look.lower().split(",")[0])
    living = [noun for noun in nouns().values() if noun.living]
    for word in reversed(words):
        for noun in living:
            if noun.english == word and noun.word not in _LOOKALIKES:
                return noun
    return None


def _person(noun: Noun, name: str, rng: Random | None) -> str:
    """The gender of the pronoun: a name decides over a neuter noun."""
    if noun.word == "Mädchen":
        return FEMININE
    if noun.gender != NEUTER:
        return noun.gender
    if name:
        female = name in _HEROES[FEMININE] + _HELPERS[FEMININE] or is_female(name)
        return FEMININE if female and name not in _HEROES[MASCULINE] + _HELPERS[MASCULINE] else MASCULINE
    return rng.choice((MASCULINE, FEMININE)) if rng else MASCULINE


def _free_name(pool: tuple[str, ...], rng: Random, taken: set[str]) -> str:
    name = rng.choice([name for name in pool if name not in taken] or list(pool))
    taken.add(name)
    return name


def look_of(noun: Noun, rng: Random) -> str:
    """Return an English look, visible things only."""
    if noun.sort in PEOPLE:
        young = "little " if noun.sort == CHILD else ""
        return f"{young}{noun.english}, {rng.choice(PEOPLE[noun.sort])}"
    first = rng.choice(WEAR)
    second = rng.choice([worn for worn in WEAR if worn.split()[-1] != first.split()[-1]])
    colour = next((colour for colour, kinds in COLOURS.items() if noun.english in kinds.split()), "")
    face = "" if noun.living else " with a face"  # *die kleine Wolke*, *ein Bagger*: things come alive by one
    return f"small {colour + ' ' if colour else ''}{noun.english}{face}, {first}, {second}"


def _aged(look: str, adjectives: Collection[str]) -> str:
    """Return a look with the size or the age that the idea gives: an old witch is not small."""
    wanted = next((english for german, english in _SIZES.items() if german in adjectives), "")
    return re.sub(r"^(small|little) ", f"{wanted} ", look) if wanted else look


_SIZES = {"alt": "old", "groß": "big", "riesig": "big"}


def home_of(noun: Noun) -> str:
    """Return where somebody of this kind lives, as an adverbial."""
    home = next((home for home, kinds in HOMES.items() if noun.word in kinds.split()), "")
    return home or DEFAULT_HOMES.get(noun.sort, "im kleinen Haus")


def world_of(noun: Noun) -> str:
    """Say whether somebody lives out of doors or among people."""
    return HOUSE if noun.sort in (CHILD, ADULT) or noun.word in HOUSE_KINDS else WILD
