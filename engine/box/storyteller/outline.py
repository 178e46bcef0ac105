"""Lay out a story: title, cast, and one line for each page."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from random import Random
from typing import TypedDict

from engine.box.storyteller.company import Company, kinds_for, stage_of
from engine.box.storyteller.figures import FAMILY, Figure, helper, helper_kinds, hero_of, look_of
from engine.box.storyteller.frames import Stage, told
from engine.box.storyteller.idea import Premise
from engine.box.storyteller.nouns import ADULT
from engine.box.storyteller.script import WAYS, Beat, script

DEFAULT_PAGES = 8


class Outline(TypedDict):
    """A laid-out story in the shape of its answer."""

    cast: list[dict[str, str]]
    pages: list[dict[str, str]]
    title: str


_LARGEST_CAST = 3

# Each part of a story with its rank: a book of n pages tells the n parts of the lowest ranks, in this order.
# A story of four pages is wish, one try, the turn and the ending; everything else makes it richer.
_PARTS = (
    ("open", 0, 5), ("wish", 0, 1), ("set", 0, 12), ("meet", 0, 9), ("try", 0, 3), ("way", 0, 14), ("way", 1, 20),
    ("meet", 1, 11), ("try", 1, 6), ("way", 2, 16), ("way", 3, 22), ("solo", 0, 7), ("way", 4, 17), ("way", 5, 23),
    ("try", 2, 19), ("way", 6, 25), ("way", 7, 26), ("solo", 1, 18), ("way", 8, 24), ("try", 3, 21), ("way", 9, 27),
    ("way", 10, 28), ("way", 11, 29), ("way", 12, 30), ("way", 13, 31), ("low", 0, 8), ("turn1", 0, 13), ("turn", 0, 2),
    ("turn2", 0, 15), ("home", 0, 10), ("end", 0, 4),
)  # fmt: skip
_RESTS = (
    "am Teich", "im Dorf", "auf der Wiese", "am Fluss", "auf dem Hügel", "im Wald", "auf dem Markt", "am See",
    "in der Scheune",
    "am Bach", "auf der Lichtung", "im Garten", "am Strand", "auf dem Berg", "im Park", "vor der Höhle", "auf dem Feld",
    "am Bahnhof", "auf dem Spielplatz", "am Ufer", "auf der Brücke", "an der Mühle", "am Waldrand", "hinter dem Zaun",
)  # fmt: skip
REST = "{H} <machen> %s eine kleine Rast"


def outline(premise: Premise, pages: int, rng: Random) -> Outline:
    """Return a title, the cast and `pages` lines (at least one)."""
    company, helpers = _cast(premise, rng)
    plan = _plan(company, helpers, pages, rng)
    stage = stage_of(company, premise.plot, past=False, friend=_friend(company), partner=helpers[0])
    title = told(rng.choice(script(premise.plot).titles), stage)
    cast = [{"look_en": figure.look, "name": figure.name} for figure in company.figures]
    return {"cast": cast, "pages": plan, "title": title[:1].upper() + title[1:]}


def _friend(company: Company) -> Figure | None:
    if company.premise.plot != "friend":
        return None
    return company.figures[min(company.heroes, len(company.figures) - 1)]


def _cast(premise: Premise, rng: Random) -> tuple[Company, list[Figure]]:
    """Return the company and the helpers of the tries in order, of whom the first may be in the cast."""
    taken: set[str] = set()
    names = premise.name.split(" und ")
    taken.update(names)
    hero = hero_of(premise.hero, premise.hero_phrase.adjectives, names[0], rng, taken)
    heroes = [hero]
    if premise.hero_phrase.plural:
        wanted = 2 if premise.hero_phrase.count == "zwei" else _LARGEST_CAST
        while len(heroes) < wanted:
            name = names[len(heroes)] if len(heroes) < len(names) else ""
            fellow = hero_of(premise.hero, (), name, rng, taken, {figure.look for figure in heroes})
            heroes.append(replace(fellow, phrase=replace(fellow.phrase, adjectives=hero.phrase.adjectives)))
    barred = {
        premise.hero.word,
        "Katze" if premise.hero.word == "Kater" else "",
        "Maus" if premise.plot in ("owner", "sleep") else "",
    }
    if premise.plot == "fear":
        barred |= {"Katze", premise.thing.noun}
    figures = list(heroes)
    looks = {figure.look for figure in heroes}
    if premise.plot == "friend":
        friend = _second(premise, barred, rng, taken, looks)
        barred.add(friend.noun)
        figures.append(friend)
    helpers = _helpers(premise, hero.world, barred, rng, taken, looks)
    for place, figure in enumerate(helpers):
        if len(figures) < _LARGEST_CAST:
            figures.append(figure)
        else:
            helpers[place] = helper_kinds()[figure.noun]
    return Company(premise, tuple(figures), len(heroes)), helpers


def _second(premise: Premise, barred: set[str], rng: Random, taken: set[str], looks: Collection[str]) -> Figure:
    if premise.second:
        return _companion(premise, rng, taken, looks)
    return helper(rng.choice(kinds_for("", "wild", barred)), rng, taken)


def _companion(premise: Premise, rng: Random, taken: set[str], looks: Collection[str]) -> Figure:
    """Return the second being of the idea, by the name it has there."""
    noun, name = premise.second, premise.second_name
    if noun is None:
        raise ValueError("the idea speaks of nobody else")
    if name and noun.sort == ADULT:
        name = f"{noun.word} {name}"
    if noun.word not in helper_kinds():
        return hero_of(noun, (), name, rng, taken, looks)
    figure = helper(noun.word, rng, taken)
    return replace(figure, look=look_of(noun, rng), phrase=replace(figure.phrase, name=name or figure.phrase.name))


def _helpers(
    premise: Premise, world: str, barred: set[str], rng: Random, taken: set[str], looks: Collection[str]
) -> list[Figure]:
    chosen: list[Figure] = []
    for beat in _tries(premise, rng):
        along = premise.second and (premise.together or premise.second.word in FAMILY)
        if not chosen and premise.plot != "friend" and along:
            chosen.append(_companion(premise, rng, taken, looks))  # *… mit seinem Opa*
            continue
        kinds = kinds_for(beat.ability, world, barred | {figure.noun for figure in chosen})
        kind = rng.choice(kinds or kinds_for("", world, barred))
        chosen.append(helper(kind, rng, taken))
    return chosen


def _tries(premise: Premise, rng: Random) -> list[Beat]:
    """Return the tries with helpers in the order this telling takes them; the same source gives the same order."""
    beats = list(script(premise.plot).of_role("try"))
    order = Random(rng.random())
    order.shuffle(beats)
    return beats


def _plan(company: Company, helpers: list[Figure], pages: int, rng: Random) -> list[dict[str, str]]:
    premise = company.premise
    own = script(premise.plot)
    ways = list(script(WAYS).of_role("way"))
    rng.shuffle(ways)
    meets = rng.sample(script(WAYS).of_role("meet"), 3)
    solos = rng.sample(own.of_role("solo"), len(own.of_role("solo")))
    tries = [_try_of(premise, figure) for figure in helpers]
    _apart(tries, helpers)
    pools: dict[str, list[Beat]] = {"way": ways, "meet": meets, "solo": solos, "try": tries}
    parts = [part for part in _ranked(own.swapped) if part[1] < len(pools.get(part[0], [0]))]
    kept = sorted(sorted(part[2] for part in parts)[: max(pages, 1)])
    story = [part for part in parts if part[2] in kept]
    where_ends = rng.randrange(2)
    lines: list[dict[str, str]] = []
    for role, number, _ in story:
        beat = pools[role][number] if role in pools else own.of_role(role)[0]
        partner = helpers[number] if role in ("meet", "try") else helpers[0]
        lines.append(_line(beat, company, partner, rng, where_ends))
    rests = rng.sample(_RESTS, len(_RESTS))
    middle = max(1, len(lines) - 6)
    for number in range(pages - len(lines)):
        lines.insert(middle, _rest(company, rests[number % len(rests)], number // len(rests)))
    return lines


def _ranked(swapped: tuple[str, ...]) -> tuple[tuple[str, int, int], ...]:
    """Return the parts of a story with their ranks, two roles exchanged where a plot lives by the other."""
    if not swapped:
        return _PARTS
    ranks = {role: rank for role, _, rank in _PARTS if role in swapped}
    first, second = swapped
    other = {first: ranks[second], second: ranks[first]}
    return tuple((role, number, other.get(role, rank)) for role, number, rank in _PARTS)


def _try_of(premise: Premise, figure: Figure) -> Beat:
    beats = script(premise.plot).of_role("try")
    return next((beat for beat in beats if beat.ability == figure.ability), beats[0])


_ANYBODY = ("", "klug", "klettert", "springt")
"""What somebody can do of whom nothing is known: grandfathers neither fly nor dig."""


def _apart(tries: list[Beat], helpers: list[Figure]) -> None:
    """Give each helper a page of its own; who can do nothing special takes one that nobody else needs."""
    beats = script(tries[0].plot).of_role("try")
    for place in sorted(range(len(tries)), key=lambda place: not helpers[place].ability):
        others = [*tries[:place], *tries[place + 1 :]]
        able = _ANYBODY if not helpers[place].ability else ("", helpers[place].ability)
        spare = [beat for ability in able for beat in beats if beat.ability == ability and beat not in others]
        if tries[place] in others and spare:
            tries[place] = spare[0]


_STAYING = frozenset({"low", "turn1", "turn", "turn2"})
"""Parts of a story that follow on one another in one place."""


def _line(beat: Beat, company: Company, partner: Figure, rng: Random, where_ends: int) -> dict[str, str]:
    friend = _friend(company)
    stage = stage_of(company, company.premise.plot, past=False, partner=partner, friend=friend)
    choice = where_ends if beat.role in _STAYING else rng.randrange(len(beat.where))
    where = told(beat.where[choice % len(beat.where)], stage)
    what = told(beat.what, stage)
    return {
        "feeling": beat.feeling,
        "what": f"{what[:1].upper()}{what[1:]}.",
        "where": where[:1].upper() + where[1:],
        "who": ", ".join(_names(beat, company, partner, friend)),
    }


def _names(beat: Beat, company: Company, partner: Figure, friend: Figure | None) -> list[str]:
    names: list[str] = []
    for key in beat.who:
        if key == "H":
            names += company.hero_names
        elif key == "A":
            names.append(partner.name)
        elif friend:
            names.append(friend.name)
    return names


def _rest(company: Company, where: str, round_: int) -> dict[str, str]:
    where = where if not round_ else f"{where}, Tag {round_ + 1}"
    stage = Stage({"H": company.hero})
    return {
        "feeling": "ruhig",
        "what": told(REST % where, stage)[:1].upper() + told(REST % where, stage)[1:] + ".",
        "where": where[:1].upper() + where[1:],
        "who": ", ".join(company.hero_names),
    }
