"""From a line of the outline to what can be told of it: the page of a script it speaks of, and who is on stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from engine.box.storyteller.brief import Brief, PlanLine
from engine.box.storyteller.company import Company, stage_of
from engine.box.storyteller.figures import Figure, figure_of
from engine.box.storyteller.frames import HERO, Stage, needs
from engine.box.storyteller.idea import Premise
from engine.box.storyteller.phrases import Phrase, read_phrase
from engine.box.storyteller.script import WAYS, Beat, recognise

_FORMS = ("n", "a", "d", "kn", "ka", "kd", "en", "ea", "ed", "er", "ihn", "ihm", "noun")


@dataclass(slots=True)
class Book:
    """What telling one page must know of the others."""

    brief: Brief
    company: Company
    told_before: set[str] = field(default_factory=set)

    def earlier(self, page: int) -> list[PlanLine]:
        """Return the lines of the outline before a page."""
        return [line for number, line in self.brief.plan if number < page]

    def knows(self, figure: Figure, page: int) -> bool:
        """Say whether a figure was on an earlier page."""
        return any(figure.name in line.who for line in self.earlier(page))


@dataclass(frozen=True, slots=True)
class Cue:
    """A page about to be told; without a beat the author planned it by hand."""

    page: int
    line: PlanLine
    beat: Beat | None
    stage: Stage
    partner: Figure | None
    others: tuple[Figure, ...]


def cue(book: Book, page: int, line: PlanLine) -> Cue:
    """Return what can be told of a page."""
    company = book.company
    looks = dict(book.brief.figures)
    names = [name for name in line.who if name not in company.hero_names]
    others = tuple(company.find(name) or figure_of(name, looks.get(name, "")) for name in names)
    found = recognise(line.what)
    beat, groups = found or (None, {})
    friend = _friend(company)
    partner = next((figure for figure in others if figure != friend or beat is None), None)
    if partner is None and "A" in groups:
        partner = company.find(groups["A"]) or _mentioned(groups["A"])
    plot = beat.plot if beat and beat.plot != WAYS else company.premise.plot
    thing = _thing(groups, company.premise)
    stage = stage_of(company, plot, past=book.brief.past, partner=partner, friend=friend, thing=thing)
    return Cue(page, line, beat if beat and _fits(beat, groups, stage) else None, stage, partner, others)


def _friend(company: Company) -> Figure | None:
    if company.premise.plot != "friend" or len(company.figures) <= company.heroes:
        return None
    return company.figures[company.heroes]


def _mentioned(words: str) -> Figure | None:
    return figure_of(words, "") if read_phrase(words.split()) else None


def _thing(groups: Mapping[str, str], premise: Premise) -> Phrase | None:
    """Return the thing that a line names, if the author made it another than the idea's."""
    words = groups.get("O", "").split()
    if not words or words[-1] == premise.thing.noun:
        return None
    read = read_phrase([words[0].lower(), *words[1:]]) if len(words) > 1 else None
    return read[0] if read and read[1] == len(words) else None


def _fits(beat: Beat, groups: Mapping[str, str], stage: Stage) -> bool:
    """Say whether a recognised page has all it needs, and speaks of what is on stage in each of its words."""
    known = stage.phrases.keys() | stage.words.keys()
    if any(not needs(way) <= known for line in beat.lines for way in line.ways):
        return False
    return all(_speaks_of(key, said, stage) for key, said in groups.items())


def _speaks_of(key: str, said: str, stage: Stage) -> bool:
    if key in stage.words:
        return said.lower() == stage.words[key].lower()
    phrase = stage.phrases.get(HERO if key not in stage.phrases and key.islower() else key)
    if phrase is None:
        return False
    forms = {phrase.form(form).lower() for form in _FORMS}
    forms |= {phrase.form(form, stage.hero).lower() for form in ("sn", "sa", "sd")}
    forms |= {form.replace(" und ", ", ") for form in forms}  # *Tom, Ida und Theo*
    return said.lower() in forms or said.lower().startswith(phrase.possessive)
