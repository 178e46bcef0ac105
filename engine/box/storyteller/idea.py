"""From an idea to what a story needs: who, what, where, and which plot its verbs ask for."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from random import Random

from engine.box.storyteller.nouns import PLACE, SKY, Noun, find_noun, nouns
from engine.box.storyteller.phrases import Phrase, of_noun, read_phrase
from engine.box.storyteller.places import located

_VERBS = (
    ("sleep", r"schlaf|schläf|hellwach|wach bleiben|sleep"),
    ("fear", r"angst|fürcht|traut sich|trauen sich|\bmut|erschr|grusel|afraid|scared|brave"),
    ("lost", r"verlier|verlor|verleg|vermiss|such\w*|verschw|\bweg\b|gestohlen|wo ist|lost|loses|looks? for|missing"),
    ("learn", r"lern|kann (noch )?nicht|kann (noch )?kein|können nicht|noch nicht|übt|üben|learn|can ?not|can't"),
    ("make", r"\bbau|bastel|zimmer|erfind|repar|build"),
    ("learn", r"\bmal(t|en)\b|näh|strick|\bpflanz|b[aä]ck|koch|bake|cook|will nicht|wollen nicht|möchte nicht"),
    ("friend", r"freund|hilft|helf|rett|krank|traurig|allein|einsam|tröst|streit|friend|help|sad|lonely|sick"),
    ("found", r"find|fand|entdeck|fäng|fing|hebt|bekomm|krieg|schenk|\bei\b|found|discover"),
    ("reach", r"zum |zur |ans |auf den |auf die |in den |in die |ins |nach |reis|flieg|segel|wander|travel|to the"),
    ("wish", r"wünsch|will|möchte|wollen|wants?|wish"),
)
_ACTIVITIES = frozenset(
    [
        "backen",
        "fliegen",
        "schwimmen",
        "singen",
        "tanzen",
        "lesen",
        "pfeifen",
        "malen",
        "kochen",
        "klettern",
        "schaukeln",
        "zaubern",
        "springen",
        "reden",
        "lachen",
        "hüpfen",
        "trommeln",
        "schreiben",
        "rechnen",
        "tauchen",
        "reiten",
        "jonglieren",
        "fahren",
        "radfahren",
        "eislaufen",
        "stricken",
        "zählen",
        "teilen",
    ]
)
_ENGLISH_ACTIVITIES = {
    "bake": "backen",
    "fly": "fliegen",
    "swim": "schwimmen",
    "sing": "singen",
    "dance": "tanzen",
    "read": "lesen",
}
_ENGLISH_WORDS = {
    "a": "ein", "an": "ein", "the": "der", "little": "kleiner", "small": "kleiner", "two": "zwei", "three": "drei",
    "his": "seinen", "her": "ihren", "to": "zum", "of": "vor", "and": "und",
}  # fmt: skip
_ENGLISH = re.compile(r"\b(the|an?|finds|wants|can't|cannot|learns|loses|is|to|of|his|her)\b", re.IGNORECASE)
_MADE_BY = {"back": "backen", "bäck": "backen", "koch": "kochen", "mal": "malen", "näh": "nähen", "strick": "stricken",
            "pflanz": "pflanzen", "bake": "backen", "cook": "kochen"}  # fmt: skip
_NO_THINGS = frozenset(
    ["Angst", "Mut", "Lust", "Hilfe", "Heimweh", "Freund", "Freunde", "Freundin", "Hunger", "Durst", "Streit", "Nacht", "Tag", "Morgen", "Abend"]
)
_COMMON = ("Stern", "Schlüssel", "Ball", "Laterne", "Muschel", "Mütze")
_DEFAULT_HEROES = ("Igel", "Hase", "Maus", "Bär", "Fuchs", "Ente")
_FEARS = (
    ("gewitter", "Gewitter", "n"), ("donner", "Donner", "m"), ("dunkel", "Nacht", "f"), ("nacht", "Nacht", "f"),
    ("wasser", "Wasser", "n"), ("schwimm", "Wasser", "n"), ("hund", "Hund", "m"), ("gespenst", "Gespenst", "n"),
    ("monster", "Monster", "n"), ("rutsch", "Rutsche", "f"), ("schul", "Schule", "f"), ("dog", "Hund", "m"),
    ("dark", "Nacht", "f"), ("thunder", "Gewitter", "n"), ("storm", "Sturm", "m"), ("sturm", "Sturm", "m"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Premise:
    """What an idea says; `hero` may be a plural, `activity` is an infinitive, `toward` says where ("zum Mond")."""

    plot: str
    hero: Noun
    hero_phrase: Phrase
    name: str
    second: Noun | None
    thing: Phrase
    activity: str
    toward: str
    place: str


def by_heart(text: str) -> Random:
    """Return a source of choices that depends on the text alone, so that every call about it chooses alike."""
    return Random(int.from_bytes(sha256(text.encode()).digest()[:8], "big"))


def read_idea(idea: str) -> Premise:
    """Understand an idea, German or English; what it does not say is chosen by its own words."""
    rng = by_heart(idea.strip().lower())
    text = idea.strip().strip("„“\"'").rstrip(".!?")
    if len(_ENGLISH.findall(text)) >= 2 and not re.search(r"\b(und|ein|eine|der|die|das|nicht)\b", text.lower()):
        text = _german(text)
    words = re.findall(r"[A-Za-zÄÖÜäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)*", text)
    hero, start, name = _hero(words, rng)
    rest = words[start:]
    plot = next((plot for plot, pattern in _VERBS if re.search(pattern, " ".join(rest).lower() + " ")), "")
    thing, second = _objects(rest, hero)
    toward = _toward(rest)
    if plot == "found" and thing is None and second:
        thing = of_noun(second, adjectives=("klein",))
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
    )


def _german(text: str) -> str:
    english = {noun.english: noun for noun in reversed(list(nouns().values()))}
    words = []
    for word in re.findall(r"[A-Za-z']+", text):
        noun = english.get(word.lower()) or english.get(word.lower().removesuffix("s"))
        plain = _ENGLISH_WORDS.get(word.lower(), word.lower())
        if noun:
            many = noun.english != word.lower()
            words.append(noun.plural if many else noun.word)
            if len(words) > 1 and words[-2] in ("ein", "der") and not many:
                words[-2] = of_noun(noun).form("ea" if words[-2] == "ein" else "n").split()[0]
        else:
            words.append(_ENGLISH_ACTIVITIES.get(plain, plain))
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
    """Find the hero: the first living noun, a name at the start, or whatever the sentence begins with."""
    for start in range(len(words)):
        read = read_phrase(words[start:], subject=True)
        found = find_noun(read[0].noun) if read else None
        if read and found and found[0].living:
            end = start + read[1]
            name = words[end] if end < len(words) and _is_name(words[end]) else ""
            if not name and start == 1 and _is_name(words[0]):
                name = words[0]
            return read[0], end + (1 if name and end < len(words) and words[end] == name else 0), name
        if start == 0 and words and _is_name(words[0]) and not read_first_article(words[0]):
            if len(words) > 2 and words[1] == "und" and _is_name(words[2]):
                children = of_noun(nouns()["Kind"], plural=True, count="zwei")
                return children, 3, f"{words[0]} und {words[2]}"
            after = next(
                (
                    index
                    for index in (1, 2)
                    if words[index : index + 1] == ["der"] or words[index : index + 1] == ["die"]
                ),
                0,
            )
            kind = read_phrase(words[after:], subject=True) if after else None
            known = find_noun(kind[0].noun) if kind else None
            if kind and known and known[0].living:
                return kind[0], after + kind[1], words[0]
            child = nouns()["Mädchen" if words[0].endswith(("a", "e", "i")) else "Junge"]
            return of_noun(child, adjectives=("klein",)), 1, words[0]
        if start == 0 and read and (words[0].lower() in ("ein", "eine", "der", "die", "das") or found):
            if not any((other := find_noun(word)) and other[0].living for word in words[read[1] : read[1] + 2]):
                return read[0], read[1], ""
    noun = nouns()[rng.choice(_DEFAULT_HEROES)]
    return of_noun(noun, adjectives=("klein",)), 0, ""


def read_first_article(word: str) -> bool:
    """Say whether a word opens a phrase and is no name."""
    return word.lower() in {
        "ein", "eine", "einen", "der", "die", "das", "zwei", "drei", "vier", "fünf", "wie", "wo", "wer", "was", "als", "es",
        "im", "in", "am", "auf", "warum", "heute", "eines", "mein", "meine", "unser", "unsere", "alle", "wenn", "jeder", "the", "a",
    }  # fmt: skip


def _is_name(word: str) -> bool:
    return word[:1].isupper() and len(word) > 1 and find_noun(word) is None and not read_first_article(word)


def _objects(words: list[str], hero: Phrase) -> tuple[Phrase | None, Noun | None]:
    thing: Phrase | None = None
    second: Noun | None = None
    start = 0
    while start < len(words):
        read = read_phrase(words[start:])
        opens = words[start].lower() in _OPENERS or find_noun(words[start]) is not None
        if not read or not opens or read[0].noun in _NO_THINGS:
            start += 1
            continue
        found = find_noun(read[0].noun)
        if found and found[0].living:
            second = second or (found[0] if found[0].word != hero.noun else None)
        elif found is None or found[0].sort != PLACE:
            thing = thing or read[0]
        start += read[1]
    return thing, second


_OPENERS = frozenset(
    ["ein", "eine", "einen", "einem", "einer", "der", "die", "das", "den", "dem", "zum", "zur", "ans", "ins", "im", "am", "vom", "zwei", "drei", "vier", "fünf"]
) | {f"{owner}{end}" for owner in ("sein", "ihr", "mein") for end in ("", "e", "en", "em", "er")}


def _toward(words: list[str]) -> str:
    for start, word in enumerate(words):
        if word in ("zum", "zur", "ans", "ins", "nach"):
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
    if plot == "wish" and not thing:
        return "learn" if _activity(words) else "friend"
    if plot in ("found", ""):
        return ("star" if in_sky else "owner") if thing else "friend"
    if plot in ("lost", "wish") and in_sky:
        return "sky"
    if plot == "reach" or (plot == "learn" and not _activity(words)):
        return "wish" if thing else "friend"
    if plot == "lost" and not thing and second:
        return "friend"
    return plot


def _in_sky(word: str) -> bool:
    found = find_noun(word)
    return bool(found and found[0].sort == SKY)


def _activity(words: list[str]) -> str:
    text = " ".join(words)
    if re.search(r"([Rr]ad|Fahrrad)\s*(zu )?fahren", text):
        return "Rad fahren"
    for word in words:
        if word.lower() in _ACTIVITIES:
            return word.lower()
    for stem, activity in _MADE_BY.items():
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
    return of_noun(nouns()[rng.choice(_COMMON)])


def _feared(words: list[str], thing: Phrase | None) -> Phrase | None:
    """Return what the hero fears: a fright the box knows, else the thing of the idea."""
    text = " ".join(words).lower()
    return next((Phrase(word, gender) for trace, word, gender in _FEARS if trace in text), thing)
