"""Tell pages: each from its line in the outline, as the author settled it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from random import Random

from engine.box.storyteller.brief import Brief, PlanLine
from engine.box.storyteller.company import Company, company_of, stage_of
from engine.box.storyteller.feelings import known_feeling, shown
from engine.box.storyteller.figures import Figure, figure_of
from engine.box.storyteller.frames import Stage, needs, told
from engine.box.storyteller.idea import Premise, by_heart, read_idea
from engine.box.storyteller.phrases import Phrase, read_phrase
from engine.box.storyteller.places import located, place_noun, senses
from engine.box.storyteller.script import Beat, recognise
from engine.box.storyteller.sentences import count_words, sentences
from engine.box.storyteller.statements import statement, talk

LONGEST = (7, 9, 11, 12)
"""Words of a sentence, by level of reading (the age profiles)."""
_FEWEST = (2, 3, 5, 6)
_MOST = (3, 5, 7, 9)
"""Sentences of a page, by level."""


@dataclass(slots=True)
class _Book:
    """What telling one page must know of the others."""

    brief: Brief
    company: Company
    told_before: set[str] = field(default_factory=set)

    def earlier(self, page: int) -> list[PlanLine]:
        return [line for number, line in self.brief.plan if number < page]


def tell_pages(brief: Brief, seed: int) -> list[tuple[int, str]]:
    """Return the asked pages with their texts, in the order asked."""
    premise = read_idea(brief.idea or " ".join(line.what for _, line in brief.plan[:1]))
    book = _Book(brief, company_of(brief, premise))
    for _, text in brief.so_far:
        book.told_before.update(sentences(text))
    plan = dict(brief.plan)
    pages = brief.asked or tuple(plan) or (1,)
    texts: list[tuple[int, str]] = []
    for page in pages:
        line = plan.get(page, PlanLine((), "", "", ""))
        text = _page(book, page, line, by_heart(f"{seed}/{page}/{line.what}"))
        book.told_before.update(sentences(text))
        texts.append((page, text))
    return texts


@dataclass(frozen=True, slots=True)
class _Scene:
    """A page about to be told."""

    page: int
    line: PlanLine
    beat: Beat | None
    stage: Stage
    partner: Figure | None
    others: tuple[Figure, ...]


def _page(book: _Book, page: int, line: PlanLine, rng: Random) -> str:
    scene = _scene(book, page, line)
    level = book.brief.level
    parts = _from_beat(scene, book, rng) if scene.beat else _from_line(scene, book, rng)
    parts = _with_place(parts, scene, level)
    parts = _with_everybody(parts, scene, book, rng)
    parts = _with_feeling(parts, scene, book)
    parts = _with_hero(parts, scene, book, rng)
    parts = _filled(parts, scene, book, rng)
    return _flowing(parts)


def _scene(book: _Book, page: int, line: PlanLine) -> _Scene:
    company = book.company
    looks = dict(book.brief.figures)
    others = tuple(
        company.find(name) or figure_of(name, looks.get(name, ""))
        for name in line.who
        if name not in company.hero_names
    )
    found = recognise(line.what)
    beat, groups = found or (None, {})
    friend = _friend(company) if beat and beat.plot == "friend" else None
    partner = next((figure for figure in others if figure != friend), None)
    if partner is None and "A" in groups:
        partner = company.find(groups["A"]) or _mentioned(groups["A"])
    stage = stage_of(
        company, beat.plot if beat and beat.plot != "ways" else company.premise.plot, past=book.brief.past,
        partner=partner, friend=friend or _friend(company), thing=_thing(groups, company.premise),
    )  # fmt: skip
    if beat and not _fits(beat, groups, stage, company):
        beat = None
    return _Scene(page, line, beat, stage, partner, others)


def _friend(company: Company) -> Figure | None:
    if company.premise.plot != "friend" or len(company.figures) <= company.heroes:
        return None
    return company.figures[company.heroes]


def _mentioned(words: str) -> Figure | None:
    read = read_phrase(words.split())
    return figure_of(words, "") if read else None


def _thing(groups: dict[str, str], premise: Premise) -> Phrase | None:
    """Return the thing that a line names, if the author made it another than the idea's."""
    words = groups.get("O", "").split()
    if not words or words[-1] == premise.thing.noun:
        return None
    read = read_phrase([words[0].lower(), *words[1:]]) if len(words) > 1 else None
    return read[0] if read and read[1] == len(words) else None


def _fits(beat: Beat, groups: dict[str, str], stage: Stage, company: Company) -> bool:
    """Say whether a recognised page speaks of the figures on stage and has all it needs."""
    if any(
        key not in stage.phrases and key not in stage.words
        for line in beat.lines
        for way in line.ways
        for key in needs(way)
    ):
        return False
    names = {"H": {company.hero.form(form).lower() for form in ("n", "a", "d", "kn")}}
    for key in ("A", "F"):
        if key in stage.phrases:
            phrase = stage.phrases[key]
            names[key] = {phrase.form(form).lower() for form in ("n", "a", "d", "kn", "ea", "en", "ed", "noun")}
    if any(key in groups and groups[key].lower() not in names[key] for key in names):
        return False
    if "O" in groups:
        thing = stage.phrases["O"]
        forms = {
            thing.form(form, stage.hero).lower()
            for form in ("n", "a", "d", "en", "ea", "ed", "sa", "er", "ihn", "ihm", "noun")
        }
        return groups["O"].lower() in forms
    return True


_PRONOUN_OF_THING = re.compile(r"\{O\.(er|ihn|ihm)\}")
_FULL = {"er": "{O.n}", "ihn": "{O.a}", "ihm": "{O.d}"}


def _from_beat(scene: _Scene, book: _Book, rng: Random) -> list[str]:
    level = book.brief.level
    assert scene.beat is not None  # noqa: S101
    parts: list[str] = []
    introduced = scene.partner is None or _known(scene.partner, scene, book)
    thing_named = False
    for line in scene.beat.lines:
        if line.level > level:
            continue
        frames = [way for way in line.ways if _short(told(way, scene.stage), level)] or (
            list(line.ways) if not line.level else []
        )
        fresh = [way for way in frames if not _stale(told(way, scene.stage), book, scene.stage)]
        if not fresh and line.level:
            continue
        frame = rng.choice(fresh or frames)
        if not thing_named and "{O" in frame:
            frame = _PRONOUN_OF_THING.sub(lambda match: _FULL[match[1]], frame, count=1)
            thing_named = True
        if not introduced and scene.partner and (scene.beat.role != "meet" or _CALLS_PARTNER.search(frame)):
            parts.append(arrival(scene.partner, scene.stage, level))
            introduced = True
        parts.append(told(frame, scene.stage))
    if not introduced and scene.partner:
        parts.append(arrival(scene.partner, scene.stage, level))
    return parts


_CALLS_PARTNER = re.compile(r"\{A\b|:A>|\{lautA|\{traitA|\{bitte")


def _known(figure: Figure, scene: _Scene, book: _Book) -> bool:
    return any(figure.name in line.who for line in book.earlier(scene.page))


def _short(text: str, level: int) -> bool:
    return all(count_words(sentence) <= LONGEST[level] for sentence in sentences(text))


def _stale(text: str, book: _Book, stage: Stage) -> bool:
    if text == stage.words.get("refrain") or text == stage.words.get("bitte"):
        return False
    return all(sentence in book.told_before for sentence in sentences(text))


def arrival(figure: Figure, stage: Stage, level: int) -> str:
    """Return the sentence in which a helper appears for the first time."""
    verb, _, particle = (figure.arrival or "kommen dazu").partition(" ")
    on_stage = Stage({**stage.phrases, "A": figure.phrase}, stage.words, stage.past)
    if not figure.phrase.name:
        return told(f"Da <{verb}:A> {{A.en}} {particle}.", on_stage)
    if not figure.phrase.adjectives:
        return told(f"Da <{verb}:A> {{A}} {particle}.", on_stage)
    full = told(f"Da <{verb}:A> {{A}} {particle}, {{A.en}}.", on_stage)
    return full if _short(full, level) else told(f"Da <{verb}:A> {{A}} {particle}.", on_stage)


def _from_line(scene: _Scene, book: _Book, rng: Random) -> list[str]:
    level = book.brief.level
    parts: list[str] = []
    if scene.partner and not _known(scene.partner, scene, book) and scene.partner.arrival:
        parts.append(arrival(scene.partner, scene.stage, level))
    parts.append(
        statement(scene.line.what, scene.stage, book.company)
        if scene.line.what
        else told("{H} <gehen> weiter.", scene.stage)
    )
    if level:
        parts += [
            frame for frame in talk(scene.stage, scene.partner, level, rng) if not _stale(frame, book, scene.stage)
        ]
    return parts


def _with_place(parts: list[str], scene: _Scene, level: int) -> list[str]:
    """Name the place where the author moved the page, or where nothing else says what it looks like."""
    where = scene.line.where
    if not where:
        return parts
    settled = located(where)
    if scene.beat:
        usual = {told(way, scene.stage).lower() for way in scene.beat.where} | {scene.stage.words["home"].lower()}
        if settled.lower() in usual or where.lower() in usual:
            return parts
    noun = place_noun(where)
    key = noun.word if noun else where.split()[-1]
    if key.lower() in " ".join(parts).lower():
        return parts
    return [told(f"{{H}} <sein> {settled}.", scene.stage), *parts]


def _with_everybody(parts: list[str], scene: _Scene, book: _Book, rng: Random) -> list[str]:
    text = " ".join(parts)
    absent = [figure for figure in scene.others if not _appears(figure, text)]
    for figure in absent:
        stage = Stage({**scene.stage.phrases, "A": figure.phrase}, scene.stage.words, scene.stage.past)
        ways = ("Auch {A} <sein:A> dabei.", "{A} <sehen:A> zu.", "{A} <kommen:A> auch.", "{A} <sein:A> auch da.")
        parts = [*parts, told(rng.choice(ways), stage)]
    return parts


def _appears(figure: Figure, text: str) -> bool:
    forms = {figure.phrase.form(form) for form in ("n", "a", "d")}
    nouns = {figure.noun} if not figure.phrase.name else set()
    return any(re.search(rf"\b{re.escape(form)}\b", text, re.IGNORECASE) for form in forms | nouns)


def _with_feeling(parts: list[str], scene: _Scene, book: _Book) -> list[str]:
    """Show the feeling where the author changed it, or where the page has room for it."""
    feeling = scene.line.feeling
    if not feeling:
        return parts
    known = known_feeling(feeling) or feeling
    changed = scene.beat is None or known != scene.beat.feeling
    room = len(sentences(" ".join(parts))) < _FEWEST[book.brief.level]
    if not (changed or room):
        return parts
    frames = shown(feeling)
    if not frames:
        return parts
    before = sum(1 for line in book.earlier(scene.page) if (known_feeling(line.feeling) or line.feeling) == known)
    start = before + by_heart(book.brief.idea).randrange(len(frames))
    rotated = [told(frames[(start + step) % len(frames)], scene.stage) for step in range(len(frames))]
    fresh = [text for text in rotated if text not in book.told_before and text not in parts]
    return [*parts, (fresh or rotated)[0]]


def _with_hero(parts: list[str], scene: _Scene, book: _Book, rng: Random) -> list[str]:
    """Say on the first page who the story is about."""
    if not book.brief.plan or scene.page != min(page for page, _ in book.brief.plan):
        return parts
    return [introduction(book.company, scene.stage, rng), *parts]


def introduction(company: Company, stage: Stage, rng: Random) -> str:
    """Return the sentence that says who the hero is."""
    hero = company.figures[0].phrase
    if company.heroes > 1:
        names = [*company.hero_names]
        return told("{} und {} <sein> {{H.en}}.".format(", ".join(names[:-1]), names[-1]), stage)
    if not hero.name or hero.name.split()[0] == hero.noun:
        return told("Das <sein:1> {H}.", stage)
    return told(rng.choice(("{H} <sein> {H.en}.", "Das <sein:1> {H}, {H.en}.")), stage)


def _filled(parts: list[str], scene: _Scene, book: _Book, rng: Random) -> list[str]:
    """Bring a page to the length of its level: where it is too short, one sees and hears the place."""
    level = book.brief.level
    frames = list(senses(scene.line.where))
    start = by_heart(f"{book.brief.idea}/{scene.page}").randrange(len(frames)) if frames else 0
    frames = frames[start:] + frames[:start]
    while frames and len(sentences(" ".join(parts))) < _FEWEST[level]:
        text = told(frames.pop(0), scene.stage)
        if text not in book.told_before and _short(text, level):
            parts = [*parts[:1], text, *parts[1:]]
    if scene.beat is None and len(sentences(" ".join(parts))) < _FEWEST[level]:
        extra = talk(scene.stage, scene.partner, level, rng, more=True)
        for text in extra:
            if text not in parts and text not in book.told_before and len(sentences(" ".join(parts))) < _FEWEST[level]:
                parts = [*parts, text]
    return parts


def _flowing(parts: Sequence[str]) -> str:
    return " ".join(part.strip() for part in dict.fromkeys(parts) if part.strip())
