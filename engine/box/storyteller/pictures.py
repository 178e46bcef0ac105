"""Translate pages into pictures: what is to be seen, in plain English nouns, from the text as it stands."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping

from pydantic import JsonValue

from engine.box.storyteller.brief import Brief, PlanLine
from engine.box.storyteller.company import Company, company_of
from engine.box.storyteller.deeds import SPEECH, Seen, deeds, is_compared, tokens
from engine.box.storyteller.english import MOODS, PLACES, SHOWN_MOODS, TIMES, WEATHER, WHERES, actions, adjective
from engine.box.storyteller.english_nouns import article, counted, described, singular
from engine.box.storyteller.feelings import known_feeling
from engine.box.storyteller.figures import Figure
from engine.box.storyteller.idea import by_heart, read_idea
from engine.box.storyteller.nouns import PLACE, SKY, find_noun
from engine.box.storyteller.places import place_noun
from engine.box.storyteller.sentences import sentences

_LONGEST_ALT = 125
_LONGEST_SCENE = 280
_MOST_THINGS = 6
_SHOTS = (
    "wide shot", "medium shot, eye level", "close-up", "medium shot, low angle", "wide shot, from above",
    "medium close-up", "full shot, side view", "wide shot, low horizon",
)  # fmt: skip


def translate(brief: Brief, seed: int) -> list[JsonValue]:
    """Return for each given page what is to be seen, its framing and its alternative text."""
    premise = read_idea(brief.idea or brief.title or " ".join(text for _, text in brief.texts[:1]))
    company = company_of(brief, premise)
    plan = dict(brief.plan)
    texts = {**dict(brief.so_far), **dict(brief.texts)}
    wanted = brief.asked or tuple(page for page, _ in brief.texts)
    seen = _seen(company)
    pictures: dict[int, JsonValue] = {}
    for page in sorted(set(texts) | set(wanted)):
        line = plan.get(page, PlanLine((), "", "", ""))
        text = texts.get(page) or line.what
        scene = _scene(text, line, company, seen)
        if page in wanted:
            pictures[page] = {
                "page": page,
                "scene_en": scene,
                "shot_en": _shot(page, text, company, seed),
                "summary_de": summary(
                    text, line, company.hero_names + tuple(figure.name for figure in company.figures)
                ),
            }
    return [pictures[page] for page in wanted]


def _scene(text: str, line: PlanLine, company: Company, seen: Seen) -> str:
    narration = SPEECH.sub(" ", text)
    names = _names(company)
    named = _named_place(narration, line.where)
    place = named or _settled(line.where) or seen.place
    time = _first(TIMES, narration) or _first(_GREETINGS, text) or _first(TIMES, line.where) or ""
    weather = _first(WEATHER, text)
    seen.many = ""
    seen.present = " and ".join(_who("", line, company, seen))
    told = deeds(text, names, seen)
    things = [
        thing
        for thing in _things(narration, names, company, seen)
        if thing.split()[-1] not in " ".join(told) and thing != place
    ]
    present = [who for who in _who(narration, line, company, seen) if who not in " ".join(told)]
    mood = MOODS.get(known_feeling(line.feeling), "") or _first(SHOWN_MOODS, narration)
    seen.place = place
    parts = [", ".join(told) or " and ".join(present) or "an empty stage of grass"]
    if present and told:
        parts.append(f"with {' and '.join(present)}")
    if mood and mood not in parts[0]:
        parts.append(f"{mood} mood")
    if not named and (said := WHERES.get(line.where.strip(" .").lower())):
        parts.append(said)
    elif place:
        parts.append(f"{_preposition(place, line.where)} {article(PLACES.get(place, place))}")
    parts += things[:_MOST_THINGS]
    parts += [
        word
        for word in ({"day": "daytime", "night": "at night", "morning": "in the morning"}.get(time, time), weather)
        if word
    ]
    return _bounded(parts)


def _bounded(parts: list[str]) -> str:
    kept: list[str] = []
    for part in dict.fromkeys(parts):
        if len(", ".join([*kept, part])) <= _LONGEST_SCENE:
            kept.append(part)
    return ", ".join(kept)


def _names(company: Company) -> Mapping[str, str]:
    """English for each name, with and without a genitive s."""
    names: dict[str, str] = {}
    for figure in company.figures:
        for word in (figure.phrase.name, figure.phrase.name + "s"):
            if figure.phrase.name:
                names[word.lower()] = f"the {_kind(figure)}"
    return names


def _kind(figure: Figure) -> str:
    size = next((word for word in ("small", "little", "big", "old") if figure.look.startswith(word)), "")
    return f"{size} {figure.english}".strip()


def _seen(company: Company) -> Seen:
    """Return what is known before the first page: pronouns, what several heroes are called, the look of the thing."""
    by_gender = {"m": "er", "f": "sie", "n": "es", "p": "sie"}
    pronouns = {
        figure.phrase.name.lower(): by_gender[figure.phrase.person or figure.phrase.gender]
        for figure in company.figures
    }
    heroes = company.figures[: company.heroes]
    kinds = list(dict.fromkeys(f"the {_kind(figure)}" for figure in heroes))
    together = counted(kinds[0].removeprefix("the "), len(heroes)) if len(kinds) == 1 else " and ".join(kinds)
    shared = (company.premise.hero_phrase.noun, together) if company.heroes > 1 else ("", "")
    thing = company.premise.thing
    look = " ".join(word for stem in thing.adjectives if (word := adjective(stem)))
    return Seen(pronouns=pronouns, heroes=shared, looks={thing.noun: look} if look else {})


_GREETINGS = (("night", r"gute nacht"), ("morning", r"guten morgen"), ("sunset", r"guten abend"))
"""What somebody says at a time of day; of the rest of what is said nothing need be so."""

_UNSEEN = frozenset({"Freund", "Freundin", "Kind", "Fuß", "Purzelbaum"})
"""Words for those who are on the stage already, and for what is no thing of its own."""


def _things(narration: str, names: Mapping[str, str], company: Company, seen: Seen) -> list[str]:
    words = tokens(narration)
    cast = {figure.noun for figure in company.figures}
    things: list[str] = []
    for place, word in enumerate(words):
        known = find_noun(word)
        if (
            known
            and not is_compared(words, place)
            and known[0].sort != PLACE
            and known[0].word not in cast | _UNSEEN
            and word.lower() not in names
        ):
            things.append(described(known[0], known[1], words[:place], seen.looks))
    return list({singular(thing.split()[-1]): thing for thing in reversed(things)}.values())[::-1]


def _who(narration: str, line: PlanLine, company: Company, seen: Seen) -> list[str]:
    present: list[str] = []
    figures = company.figures
    if company.heroes > 1 and any(name in line.who or name in narration for name in company.hero_names):
        present.append(seen.heroes[1])
        figures = figures[company.heroes :]
    for figure in figures:
        forms = [figure.phrase.name] if figure.phrase.name else [figure.noun]
        named = any(re.search(rf"\b{re.escape(form)}", narration) for form in forms)
        if named or any(name in forms for name in line.who):
            present.append(f"the {_kind(figure)}")
    return list(dict.fromkeys(present))


_NEAR = {"unter": "under", "hinter": "behind", "vor": "in front of", "an": "by", "neben": "next to"}

_SOMEWHERE = re.compile(
    r"\b(?i:im|in|am|an|auf|ans|ins|zum|zur|vor|durch|über|unter|hinter|beim|bei)\s+"
    r"(?:(?:der|dem|den|die|das|einem|einer|einen|eine|ein)\s+)?(?:[a-zäöüß]+\s+)?([A-ZÄÖÜ][a-zäöüß]+)"
)


def _named_place(narration: str, where: str) -> str:
    for match in _SOMEWHERE.finditer(narration):
        found = find_noun(match[1])
        if found and found[0].word == "Wasser" and where:
            continue
        if found and (found[0].sort == PLACE or found[0].word in ("Hecke", "Nest", "Bett")):
            return {"bed": "bedroom"}.get(found[0].english, found[0].english)
    words = tokens(narration)
    named = (
        find_noun(word) for place, word in enumerate(words) if not where or words[place - 1].lower() in ("ein", "eine")
    )
    subject = next(
        (found[0] for found in named if found and found[0].sort == PLACE and found[0].word != "Wasser"), None
    )
    return subject.english if subject else ""


def _settled(where: str) -> str:
    settled = place_noun(where)
    if settled and settled.sort == SKY:
        return "night sky"
    return settled.english if settled else ""


def _preposition(place: str, where: str) -> str:
    first = where.split()[0].lower() if where.split() else ""
    if first in _NEAR and (noun := place_noun(where)) and noun.english == place:
        return _NEAR[first]
    if place in ("pond", "stream", "river", "lake", "sea", "shore"):
        return "by"
    return (
        "on"
        if place in ("meadow", "hill", "mountain", "beach", "street", "island", "farm", "playground", "field", "path")
        else "in"
    )


def _first(table: tuple[tuple[str, str], ...], text: str) -> str:
    lower = text.lower()
    return next((english for english, pattern in table if re.search(rf"\b(?:{pattern})", lower)), "")


def _shot(page: int, text: str, company: Company, seed: int) -> str:
    start = by_heart(f"{seed}/{company.speaker}").randrange(len(_SHOTS))
    return _SHOTS[(start + page) % len(_SHOTS)]


def summary(text: str, line: PlanLine, names: Collection[str] = ()) -> str:
    """Return an alternative text of at most 125 characters: what happens, begun with the place if there is room."""
    narration = [
        sentence.rstrip(" .!…:") for sentence in sentences(text) if not re.search(r"[„“?:]", sentence.rstrip(" :"))
    ]
    best = max(narration, key=lambda sentence: _telling(sentence, names), default="")
    nameless = not any(name in best for name in names) and any(name in line.what for name in names)
    if not best or nameless or _telling(best, names) < _TELLS_ENOUGH:
        best = line.what.rstrip(" .!") or best or SPEECH.sub("", text).strip(" ,.")
    placed = _placed(best, line.where, names)
    chosen = placed if len(placed) < _LONGEST_ALT else best
    if len(chosen) >= _LONGEST_ALT:
        return chosen[: _LONGEST_ALT - 2].rsplit(" ", 1)[0].rstrip(",;:") + "…"
    return chosen + "."


_TELLS_ENOUGH = 3
"""Less than this and the outline says more: somebody without a deed, or things alone."""


_SAYS_LITTLE = re.compile(
    r"^Da |\b(?:ist|war|sind|waren) (?:eine?|zwei|drei|da)\b|jemand|[a-zäöü] (?:sie|ihn|es|ihm|ihr)\b"
)


def _telling(sentence: str, names: Collection[str]) -> int:
    """How much a sentence says of a picture: somebody of the cast, a deed, things."""
    words = tokens(sentence)
    cast = sum(2 for name in set(names) if name in sentence)
    deeds_ = sum(2 for word in words if word in actions())
    return cast + deeds_ + sum(1 for word in words if find_noun(word)) - 4 * bool(_SAYS_LITTLE.search(sentence))


def _placed(sentence: str, where: str, names: Collection[str]) -> str:
    """Begin a main clause with its place: "Bolle klettert …" becomes "Im Garten klettert Bolle …"."""
    subject, _, rest = sentence.partition(" ")
    verb, _, rest = rest.partition(" ")
    settled = place_noun(where)
    if not settled or settled.word in sentence or subject not in names or verb not in actions():
        return sentence
    return f"{where[:1].upper()}{where[1:]} {verb} {subject} {rest}".strip()
