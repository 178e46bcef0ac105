"""Who is on stage: the figures of a book, bound to the frames of its scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from engine.box.storyteller.brief import Brief
from engine.box.storyteller.figures import Figure, figure_of, helper_kinds
from engine.box.storyteller.frames import Stage, told
from engine.box.storyteller.idea import Premise, by_heart
from engine.box.storyteller.inserts import FRIGHTS, SKILLS
from engine.box.storyteller.nouns import CHILD, find_noun
from engine.box.storyteller.phrases import PLURAL, Phrase, of_noun
from engine.box.storyteller.places import contracted, located
from engine.box.storyteller.script import script


@dataclass(frozen=True, slots=True)
class Company:
    """The figures of a book in the order of its cast; the first `heroes` of them are the hero together."""

    premise: Premise
    figures: tuple[Figure, ...]
    heroes: int = 1

    @property
    def hero(self) -> Phrase:
        if self.heroes == 1:
            return self.figures[0].phrase
        shared = self.premise.hero_phrase
        called = " und ".join(self.hero_names) if self.premise.name else ""  # *Tom und Ida*, but *die drei Mäuse*
        return replace(shared, name=called, person=PLURAL)

    @property
    def speaker(self) -> str:
        return self.figures[0].name

    @property
    def hero_names(self) -> tuple[str, ...]:
        return tuple(figure.name for figure in self.figures[: self.heroes])

    def find(self, name: str) -> Figure | None:
        """Return the figure an author calls so."""
        wanted = name.strip().lower()
        return next((figure for figure in self.figures if figure.name.lower() == wanted), None)


def company_of(brief: Brief, premise: Premise) -> Company:
    """Return the figures a brief names: its cast, else those who stand in its plan."""
    looks = dict(brief.figures)
    names = list(looks) or list(dict.fromkeys(name for _, line in brief.plan for name in line.who))
    first = next((line.who[0] for _, line in brief.plan if line.who), names[0] if names else premise.hero.word)
    if first in names:
        names.remove(first)
    names.insert(0, first)
    figures = [
        figure_of(name, looks.get(name, ""), None if place else premise.hero_phrase) for place, name in enumerate(names)
    ]
    if premise.hero_phrase.adjectives or not looks:
        own = figures[0].phrase
        adjectives = premise.hero_phrase.adjectives or ("klein",)
        figures[0] = replace(figures[0], phrase=replace(own, adjectives=adjectives))
    elif figures[0].look.startswith(("small", "little")):
        figures[0] = replace(figures[0], phrase=replace(figures[0].phrase, adjectives=("klein",)))
    for place, figure in enumerate(figures[1:], start=1):
        if not figure.phrase.adjectives and figure.look.startswith(("small", "little")):
            figures[place] = replace(figure, phrase=replace(figure.phrase, adjectives=("klein",)))
    return Company(premise, tuple(figures), _heroes(figures, premise))


def _heroes(figures: Sequence[Figure], premise: Premise) -> int:
    """Count the first figures who are the hero together: as many as the idea says, and alike."""
    if not premise.hero_phrase.plural:
        return 1
    wanted = 2 if premise.hero_phrase.count == "zwei" else 3
    sorts = [_sort(figure) for figure in figures[:wanted]] + [""]
    return next(place for place, sort in enumerate(sorts) if sort != sorts[0])


def _sort(figure: Figure) -> str:
    known = find_noun(figure.noun)
    return CHILD if known and known[0].sort == CHILD else figure.noun


def stage_of(
    company: Company,
    plot: str,
    *,
    past: bool,
    partner: Figure | None = None,
    friend: Figure | None = None,
    thing: Phrase | None = None,
) -> Stage:
    """Return the stage for a page of a plot; `partner` is its helper, `friend` the one to be consoled."""
    premise = company.premise
    thing = thing or premise.thing
    goal = _goal(premise) if plot in ("sky", "journey") else thing
    phrases: dict[str, Phrase] = {"H": company.hero, "O": thing, "Z": goal}
    words: dict[str, str] = {"S": company.speaker, "rufname": company.speaker, "home": _home(company)}
    words |= {"kind": "Entenkind", "meins": "Da drin ist mein Bruder!"} if thing.noun == "Ei" else {"kind": "Mäusekind"}
    words.setdefault("meins", "Das ist meins!")
    words |= _toward(premise, goal)
    if partner:
        phrases["A"] = partner.phrase
        words["lautA"] = partner.sound or "„Hm.“"
    words["werF"] = ""
    if friend:
        phrases["F"] = friend.phrase
        plain = friend.phrase.name.split()[:1] == [friend.noun]  # *Oma* needs no *eine Oma*
        words["werF"] = "" if plain or not friend.phrase.name else f", {friend.phrase.form('ea')}"
    words |= _skill(premise) | _fright(thing, premise)
    stage = Stage(phrases, words, past)
    return _filled(stage, plot, premise, partner)


def _filled(stage: Stage, plot: str, premise: Premise, partner: Figure | None) -> Stage:
    """Put those words on the stage that are frames themselves."""
    words = dict(stage.words)
    own = script(plot)
    source = by_heart(premise.hero.word + premise.thing.noun)
    frames: dict[str, str] = {"refrain": source.choice(own.refrain.split(" || ")), "bitte": own.asking}
    frames["traitA"] = partner.trait if partner and partner.trait else "{A} <nicken:A> freundlich." if partner else ""
    frames |= {key: words[key] for key in words if key[:1] == "p" and key[1:].isdigit()}
    frames |= {key: words[key] for key in ("klappt", "graus", "graus2", "nah") if key in words}
    for key, frame in frames.items():
        words[key] = told(frame, stage) if not _missing(frame, stage) else ""
    return Stage(stage.phrases, words, stage.past)


def _missing(frame: str, stage: Stage) -> bool:
    return "{F" in frame and "F" not in stage.phrases


def _home(company: Company) -> str:
    return company.premise.place or company.figures[0].home


def _goal(premise: Premise) -> Phrase:
    word = premise.toward.split()[-1] if premise.toward else ""
    found = find_noun(word)
    if found:
        return of_noun(found[0], plural=found[1])
    return Phrase(word, "m" if premise.toward.startswith(("zum", "auf den")) else "n") if word else premise.thing


def _toward(premise: Premise, goal: Phrase) -> Mapping[str, str]:
    toward = premise.toward or contracted(f"zu {goal.form('d')}")
    if find_noun(goal.noun):
        there = located(goal.noun)
    else:
        there = contracted(f"bei {goal.form('d')}") if not toward.startswith("nach ") else f"in {goal.noun}"
    return {"hin": toward, "dort": there}


def _skill(premise: Premise) -> dict[str, str]:
    skill = SKILLS.get(premise.activity) or SKILLS[""]
    activity = premise.activity or "zaubern"
    words = {f"p{number}": mishap for number, mishap in enumerate(skill.mishaps)}
    noun = activity.title().replace(" ", "") if " " not in activity else activity.replace(" ", "").capitalize()
    return {
        **words,
        "klappt": skill.success,
        "tun": activity,
        "Tun": noun,
        "ort": premise.place or skill.where or "im Garten",
    }


def _fright(thing: Phrase, premise: Premise) -> dict[str, str]:
    fright = FRIGHTS.get(thing.noun) or FRIGHTS[""]
    return {
        "graus": fright.comes,
        "graus2": fright.again,
        "nah": fright.near,
        "angstort": premise.place or fright.where,
    }


def kinds_for(ability: str, world: str, barred: set[str]) -> list[str]:
    """Return the helpers who can do what a page asks for, those of the hero's own world first choice."""
    able = [
        kind
        for kind, figure in helper_kinds().items()
        if (not ability or figure.ability == ability) and kind not in barred
    ]
    near = [kind for kind in able if helper_kinds()[kind].world == world]
    return near or able
