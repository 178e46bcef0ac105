"""From an idea to what a story needs: who, what, where, and which plot its verbs ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from random import Random

from engine.box.storyteller.first_names import NOBODY, is_female
from engine.box.storyteller.idea_words import (
    ACTIVITIES,
    COMMON_HEROES,
    COMMON_THINGS,
    ENGLISH,
    ENGLISH_WORDS,
    FEARS,
    GERMAN,
    MADE_BY,
    NO_THING_ENDS,
    NO_THINGS,
    OPENERS,
    OWNERS,
    PLOT_VERBS,
)
from engine.box.storyteller.nouns import ADULT, PLACE, SKY, Noun, find_noun, nouns
from engine.box.storyteller.phrases import Phrase, inflected, of_noun, read_phrase
from engine.box.storyteller.places import contracted, located


@dataclass(frozen=True, slots=True)
class Premise:
    """What an idea says; `hero` may be a plural, `activity` is an infinitive, `toward` says where ("zum Mond").

    `second` is another living being, `second_name` its name; `together` says that it goes along with the hero.
    """

    plot: str
    hero: Noun
    hero_phrase: Phrase
    name: str
    second: Noun | None
    thing: Phrase
    activity: str
    toward: str
    place: str
    second_name: str = ""
    together: bool = False


def by_heart(text: str) -> Random:
    """Return a source of choices that depends on the text alone, so that every call about it chooses alike."""
    return Random(int.from_bytes(sha256(text.encode()).digest()[:8], "big"))


def read_idea(idea: str) -> Premise:
    """Understand an idea, German or English; what it does not say is chosen by its own words."""
    rng = by_heart(idea.strip().lower())
    text = idea.strip().strip("„“\"'").rstrip(".!?")
    if len(ENGLISH.findall(text)) >= 2 and not GERMAN.search(text):
        text = _german(text)
    words = re.findall(r"[A-Za-zÄÖÜäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)*", text)
    if words[1:2] == ["und"] and find_noun(words[0]) and _is_name("".join(words[2:3])):
        words[0], words[2] = words[2], words[0]  # *Papa und Leo backen*: the child is the hero
    hero, start, name = _hero(words, rng)
    rest = words[start:]
    plot = next((plot for plot, pattern in PLOT_VERBS if re.search(pattern, " ".join(rest).lower() + " ")), "")
    found = _objects(rest, hero)
    thing, second = found.thing, found.second
    toward = _toward(rest)
    if plot == "found" and found.spot and not thing:
        plot, toward = "reach", _to(found.spot)  # *entdecken eine geheime Höhle*
    elif _noun_of(hero).sort == SKY and re.search(r"\b(fäll|fiel|verirr|stürz)", " ".join(rest)):
        plot, toward = "reach", "zum Mond"  # *Ein Stern fällt vom Himmel*, and wants up again
    elif plot in ("found", "lost", "") and "Schatzsuche" in rest:
        plot, toward = "reach", "zum Schatz"
    elif plot == "found" and thing is None and second:
        plot = "friend"  # *findet ein verletztes Reh*: nobody belongs to anybody
    elif plot == "make" and thing is None and found.being and find_noun(found.being.noun):
        thing = found.being
        second = second if second and second.word != thing.noun else None
    thing = thing or found.aside
    plot = _plot(plot, thing, second, toward, rest)
    if plot == "fear":
        thing = _feared(rest, thing or (of_noun(second) if second else None))
    noun = _noun_of(hero)
    return Premise(
        plot=plot,
        hero=noun,
        hero_phrase=hero,
        name=name,
        second=second,
        thing=thing or _default_thing(plot, rest, rng),
        activity=_activity(rest),
        toward=toward,
        place=_place(rest),
        second_name=found.second_name,
        together=found.together,
    )


def _german(text: str) -> str:
    english = {noun.english: noun for noun in reversed(list(nouns().values()))}
    words = []
    for word in re.findall(r"[A-Za-z']+", text):
        noun = english.get(word.lower()) or english.get(word.lower().removesuffix("s"))
        plain = ENGLISH_WORDS.get(word.lower(), word.lower())
        if noun:
            many = noun.english != word.lower()
            words.append(noun.plural if many else noun.word)
            if len(words) > 1 and words[-2] in ("ein", "der") and not many:
                words[-2] = of_noun(noun).form("ea" if words[-2] == "ein" else "n").split()[0]
        else:
            words.append(plain)
    return " ".join(words)


def _noun_of(phrase: Phrase) -> Noun:
    found = find_noun(phrase.noun)
    if found:
        return found[0]
    return Noun(
        phrase.noun,
        phrase.gender if phrase.gender != "p" else "m",
        phrase.weak,
        phrase.noun,
        "fluffy creature",
        "being",
    )


def _hero(words: list[str], rng: Random) -> tuple[Phrase, int, str]:
    """Return the hero, the place where the rest of the idea begins, and the name or names the idea gives."""
    if words and _is_name(words[0]):
        return _named_hero(words)
    for start in range(len(words)):
        read = read_phrase(words[start:], subject=True)
        found = find_noun(read[0].noun) if read else None
        if read and found and found[0].living:
            end = start + read[1]
            name = words[end] if end < len(words) and _is_name(words[end]) else ""
            called = f"{found[0].word} {name}" if name and found[0].sort == ADULT else name  # *Oma Gerda*
            return read[0], end + bool(name), called
        if start == 0 and read and _begins_with_hero(words, read[1]):
            return read[0], read[1], ""
    return of_noun(nouns()[rng.choice(COMMON_HEROES)], adjectives=("klein",)), 0, ""


def _named_hero(words: list[str]) -> tuple[Phrase, int, str]:
    """Read "Tom und Ida bauen", "Piko, der kleine Igel, findet", "Lina verliert"."""
    if len(words) > 2 and words[1] == "und" and _is_name(words[2]):
        return of_noun(nouns()["Kind"], plural=True, count="zwei"), 3, f"{words[0]} und {words[2]}"
    kind = (
        read_phrase(words[1:], subject=True)
        if words[1:2] and words[1] in ("der", "die", "das", "ein", "eine")
        else None
    )
    found = find_noun(kind[0].noun) if kind else None
    if kind and found and found[0].living:
        return kind[0], 1 + kind[1], words[0]
    female = is_female(words[0], next((word[: 3 + (word[0] == "s")] for word in words[1:] if word in OWNERS), ""))
    return of_noun(nouns()["Mädchen" if female else "Junge"], adjectives=("klein",)), 1, words[0]


def _begins_with_hero(words: list[str], end: int) -> bool:
    """Say whether a lifeless or unknown noun at the start acts: "Die kleine Wolke will …", not "Die Suche nach …"."""
    if words[0].lower() not in ("ein", "eine", "der", "die", "das") and find_noun(words[0]) is None:
        return False
    following = words[end] if end < len(words) else ""
    return following.islower() and following not in (
        "nach",
        "von",
        "vom",
        "im",
        "in",
        "mit",
        "auf",
        "am",
        "und",
        "des",
        "der",
    )


def _is_name(word: str) -> bool:
    return word[:1].isupper() and len(word) > 1 and find_noun(word) is None and word.lower() not in OPENERS | NOBODY


@dataclass(slots=True)
class _Objects:
    """What an idea speaks of besides its hero."""

    thing: Phrase | None = None
    aside: Phrase | None = None
    """What is only near: *mit den Gummistiefeln, hinter der Mauer*."""
    spot: Phrase | None = None
    """A place that somebody finds or looks for, not one where something happens."""
    second: Noun | None = None
    second_name: str = ""
    together: bool = False
    being: Phrase | None = None
    """The last living being of the idea; somebody may build one: *einen Schneemann, einen Roboter*."""


def _objects(words: list[str], hero: Phrase) -> _Objects:
    said = _Objects()
    start = 0
    while start < len(words):
        read = read_phrase(words[start:])
        opens = words[start].lower() in OPENERS or find_noun(words[start]) is not None
        if not read or not opens or _is_no_thing(read[0].noun):
            start += 1
            continue
        before = words[start - 1].lower() if start else ""
        found = find_noun(read[0].noun)
        end = start + read[1]
        if found and found[0].living:
            said.being = read[0] if before != "mit" else said.being
            if said.second is None and found[0].word != hero.noun:
                said.second = found[0]
                said.together = before == "mit" or (before == "und" and start == 1)
                said.second_name = words[end] if end < len(words) and _is_name(words[end]) else ""
        elif found and found[0].sort == PLACE:
            if words[start].lower() in _OBJECT_ARTICLES and before not in _PREPOSITIONS:
                said.spot = said.spot or read[0]
        elif before in _ALONGSIDE:
            said.aside = said.aside or read[0]
        else:
            said.thing = said.thing or read[0]
        start = end
    return said


_OBJECT_ARTICLES = frozenset({"ein", "eine", "einen", "den", "die", "das"}) | OWNERS
_ALONGSIDE = frozenset(
    {"mit", "in", "auf", "an", "hinter", "unter", "neben", "über", "zwischen", "bei", "aus", "durch"}
)
_PREPOSITIONS = _ALONGSIDE | {"vor", "von"}


def _is_no_thing(noun: str) -> bool:
    return noun in NO_THINGS or noun.lower().endswith(NO_THING_ENDS)


def _to(place: Phrase) -> str:
    """Return the way to a place: "zur geheimen Höhle"."""
    article, *rest = place.form("d").split()
    return contracted(" ".join(["zu", article, *(inflected(stem, "en") for stem in place.adjectives), *rest]))


def _toward(words: list[str]) -> str:
    for start, word in enumerate(words):
        if (
            word in ("zum", "zur", "ans", "ins", "nach")
            and words[start + 1 : start + 2]
            and words[start + 1][:1].isupper()
        ):
            return " ".join(words[start : start + 2])
        if (
            word in ("auf", "in", "an", "über", "zu")
            and words[start + 1 : start + 2]
            and words[start + 1] in ("den", "die", "das")
        ):
            stop = next((i for i in range(start + 2, len(words)) if words[i][:1].isupper()), start + 1)
            return " ".join(words[start : stop + 1])
    return ""


def _plot(plot: str, thing: Phrase | None, second: Noun | None, toward: str, words: list[str]) -> str:
    """Settle the plot: what the verb asks for may need a thing, a goal or a skill that the idea does not name."""
    in_sky = _in_sky(thing.noun if thing else "")
    if plot in ("reach", "wish") and toward:
        return "sky" if _in_sky(toward.split()[-1]) else "journey"
    activity = _activity(words)
    if plot == "friend" and thing and not second and re.search(r"\bstreite", " ".join(words)):
        return "owner"  # *streiten um ein Fahrrad*
    if plot == "refuse":
        return "learn" if activity == "teilen" else "refuse" if activity else "friend"
    if plot == "wish" and activity and (not thing or activity in ACTIVITIES or " " in activity):
        return "learn"
    if plot == "wish" and not thing:
        return "friend"
    if plot in ("found", ""):
        return ("star" if in_sky else "owner" if plot else "wish") if thing else "friend"
    if plot in ("lost", "wish") and in_sky:
        return "sky"
    if plot == "reach" or (plot == "learn" and not activity):
        return "wish" if thing else "friend"
    if plot == "lost" and not thing and second:
        return "friend"
    if plot == "lost" and thing and re.search(r"\bsuch\w* (nach )?eine?n? ", " ".join(words)):
        return "wish"
    return plot


def _in_sky(word: str) -> bool:
    found = find_noun(word)
    return bool(found and found[0].sort == SKY)


def _activity(words: list[str]) -> str:
    text = " ".join(words)
    if refused := re.search(r"\bnicht ((?:[\wäöüß]+ ){0,3}[a-zäöüß]+(?:en|eln|ern))$", text):
        return refused[1].removeprefix("mehr ")  # *will nicht in den Kindergarten gehen*
    if re.search(r"([Rr]ad|Fahrrad)\s*(zu )?fahren", text):
        return "Rad fahren"
    if (
        len(words) > 1
        and words[-1] in ("laufen", "fahren", "spielen", "reiten")
        and find_noun(words[-1]) is None
        and words[-2][:1].isupper()
    ):
        return f"{words[-2]} {words[-1]}"
    for word in words:
        if word in ACTIVITIES:
            return word.lower()
    for stem, activity in MADE_BY.items():
        if re.search(rf"\b{stem}", text):
            return activity
    match = re.search(r"\b([a-zäöüß]{3,}(?:en|eln|ern))(?: lernen| zu lernen|$)", text)
    match = match or re.search(r"(?:lernt|nicht|übt) (?:zu )?([a-zäöüß]{3,}(?:en|eln|ern))\b", text)
    return match[1] if match and match[1] not in ("lernen", "wollen", "können") else ""


def _place(words: list[str]) -> str:
    for start, word in enumerate(words):
        found = find_noun(word)
        if (
            found
            and found[0].sort == PLACE
            and start
            and words[start - 1].lower() in ("im", "am", "in", "der", "dem", "auf")
        ):
            return located(found[0].word)
    return ""


def _default_thing(plot: str, words: list[str], rng: Random) -> Phrase:
    if plot == "fear":
        return Phrase("Nacht", "f")
    return of_noun(nouns()[rng.choice(COMMON_THINGS)])


def _feared(words: list[str], thing: Phrase | None) -> Phrase | None:
    """Return what the hero fears: a fright the box knows, else the thing of the idea."""
    text = " ".join(words).lower()
    known = next((Phrase(word, gender) for trace, word, gender in FEARS if trace in text), None)
    bare = re.search(r"\b[Vv]or ([A-ZÄÖÜ][a-zäöüß]+)\b", " ".join(words))
    return known or thing or (Phrase(bare[1], "p") if bare else None)
