"""Who does what: German main clauses, one by one, as plain English for a painter."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from engine.box.storyteller.english import actions, adjective
from engine.box.storyteller.english_nouns import NUMBERS, described, singular
from engine.box.storyteller.nouns import PLACE, find_noun, nouns
from engine.box.storyteller.sentences import sentences

SPEECH = re.compile(r"„[^“]*“")

_PRONOUNS = frozenset({"er", "sie", "es"})


@dataclass(slots=True)
class Seen:
    """What the reader of the pages knows so far: the last place, and who was spoken of."""

    place: str = ""
    thing: str = ""
    called: dict[str, str] = field(default_factory=dict)
    """Who or what *er, sie* and *es* mean."""
    pronouns: dict[str, str] = field(default_factory=dict)
    """The pronoun of each name of the cast, in small letters."""
    many: str = ""
    """Others, several, who were spoken of last: a *sie* after *die Schwalben* is them."""
    present: str = ""
    """Everybody on the page, for a *sie* that is several."""
    heroes: tuple[str, str] = ("", "")
    """German noun and English for heroes who are several: *Mäuse*, "three small mice"."""
    looks: dict[str, str] = field(default_factory=dict)
    """Adjectives that belong to a thing on every page, by its German noun."""


def deeds(text: str, names: Mapping[str, str], seen: Seen) -> list[str]:
    """Return who does what, sentence by sentence, at most three."""
    found: list[str] = []
    for sentence in sentences(text):
        deed = _deed(SPEECH.sub(" ", sentence), names, seen)
        if deed and deed not in found:
            found.append(deed)
    spoken = ("calling", "whispering", "laughing", "learning")
    quiet = [deed for deed in found if not deed.endswith(spoken)]
    return (quiet or found)[:3]


def tokens(text: str) -> list[str]:
    return re.findall(r"[A-Za-zÄÖÜäöüß]+(?:-[A-Za-zÄÖÜäöüß]+)*", text)


def _deed(sentence: str, names: Mapping[str, str], seen: Seen) -> str:
    words = tokens(sentence)
    verb = next((place for place in range(len(words)) if _is_action(words, place)), -1)
    mentions = _mentions(words, names, seen)
    if verb < 0:
        # *Rufus ist ein kleiner Junge.*: nothing is done, but whoever comes next is *er*
        cast = {*names.values(), seen.heroes[1]}
        if mentions:
            _others(words[mentions[0][0]], mentions[0][1], cast, seen)
        for place, english in mentions:
            if english in cast:
                _call(words[place], english, seen)
                break
        return ""
    after = [mention for mention in mentions if mention[0] > verb]
    subject = _subject(words, verb, mentions, after, {*names.values(), seen.heroes[1]}, seen)
    for place, english in after:
        if english in names.values() or _lives(english):
            _mention(words[place], english, seen)
    action = _SEPARATED.get((actions()[words[verb]], words[-1].lower()), actions()[words[verb]])
    if subject == "everybody" and action in _TOGETHER:
        subject = " and ".join(dict.fromkeys(names.values()))  # *Alle kommen!* is the whole cast; not *Alle schlafen*
    if not action or subject in ("", "everybody"):
        return ""
    acting = subject in (*names.values(), seen.heroes[1]) or " and " in subject or _lives(subject)
    if not acting and (action not in _OF_THINGS or (subject in _ON_HIGH and action != "glowing")):
        return ""
    return _clause(subject, action, after, words, seen)


def _subject(
    words: list[str],
    verb: int,
    mentions: list[tuple[int, str]],
    after: list[tuple[int, str]],
    cast: Collection[str],
    seen: Seen,
) -> str:
    """Return who does it, empty if that cannot be told; one that stands behind the verb is taken out of `after`."""
    before = [mention for mention in mentions if mention[0] < verb and not _relation(words, mention[0])]
    pronoun = next((word.lower() for word in words[max(0, verb - 1) : verb + 2] if word.lower() in _PRONOUNS), "")
    if before:
        subject = " and ".join(english for _, english in before) if "und" in words[:verb] else before[0][1]
        _call(words[before[0][0]] if len(before) == 1 else "", subject, seen)
        _others(words[before[0][0]], subject, cast, seen)
        return subject
    if words[0].lower() in _ARTICLES:
        return ""  # *Der Wind blies sie fort*: by something that cannot be drawn
    if pronoun:
        several = pronoun == "sie" and words[verb].endswith("n")
        return (seen.many or seen.present) if several else seen.called.get(pronoun, "")
    free = next((mention for mention in after if not _relation(words, mention[0])), None)
    if free is None:
        return ""
    after.remove(free)
    _call(words[free[0]], free[1], seen)
    return free[1]


_ARTICLES = frozenset({"der", "die", "das", "ein", "eine"})
_SEPARATED = {
    ("pulling", "an"): "putting on", ("pulling", "aus"): "taking off", ("looking at", "zu"): "watching",
    ("tidying up", "aus"): "emptying", ("sitting down", "hin"): "sitting down", ("reading", "vor"): "reading",
    **{("walking", particle): "" for particle in ("aus", "auf", "unter", "schief", "daneben", "los", "an", "es")},
    ("holding", "zu"): "covering the ears",
    **{("falling", particle): "" for particle in ("ein", "auf")}, ("calling", "an"): "", ("looking at", "aus"): "",
}  # fmt: skip
"""What an action becomes by the particle at the end of its clause; empty if nothing of it is to be seen."""

_TOGETHER = frozenset({"arriving", "singing", "dancing", "hopping", "cheering", "walking"})
_ON_HIGH = frozenset({"the sun", "the moon", "the sky"})
_OF_THINGS = frozenset(
    {
        *("falling", "rolling", "glowing", "sparkling", "twinkling", "lying", "standing", "flying", "floating"),
        *("sliding", "swinging", "fluttering", "tumbling"),
    }
)
"""What a thing can be seen doing; all else is a way of speaking: *der Hammer schläft*."""


def _lives(english: str) -> bool:
    words = english.split()
    return any(known.living and known.english in (words[-1], singular(words[-1])) for known in nouns().values())


def _call(word: str, english: str, seen: Seen) -> None:
    """Remember whom a pronoun will mean from now on."""
    seen.called[_pronoun(word, seen)] = english


def _others(word: str, english: str, cast: Collection[str], seen: Seen) -> None:
    known = find_noun(word) if word[:1].isupper() else None
    seen.many = english if known and known[1] and english not in cast else ""


def _mention(word: str, english: str, seen: Seen) -> None:
    """Remember an object; the same pronoun for it and for the subject means nobody for sure."""
    pronoun = _pronoun(word, seen)
    seen.called[pronoun] = "" if seen.called.get(pronoun) else english


def _pronoun(word: str, seen: Seen) -> str:
    known = find_noun(word) if word[:1].isupper() else None
    named = seen.pronouns.get(word.lower(), "")
    if named or not known:
        return named or "sie"
    return "sie" if known[1] else {"m": "er", "f": "sie", "n": "es"}[known[0].gender]


def _is_action(words: list[str], place: int) -> bool:
    word = words[place]
    if word.startswith("f") and actions().get(word) == "catching" and "an" in words[place + 1 :]:
        return False  # *Da fängt er an zu erzählen*: what he begins is said later
    return word.islower() and word in actions() and (not place or words[place - 1] not in ("zu", "beim"))


def _clause(subject: str, action: str, after: list[tuple[int, str]], words: list[str], seen: Seen) -> str:
    if action == "sleeping" and words[-1].lower() == "ein":
        action = "falling asleep"
    same = subject.split()[-1]
    for place, english in after:
        relation = _relation(words, place)
        if english.split()[-1] == same:
            continue
        if relation == "out of" and action == "reading":
            return f"{subject} reading {english}"
        if relation and not action.endswith(_OPEN):
            return f"{subject} {action} {relation} {english}"
        if relation or action in _TRANSITIVE or action.endswith(_OPEN):
            seen.thing = english
            return f"{subject} {action} {english}"
        if not relation:
            break
    if action in _TRANSITIVE and seen.thing and {"ihn", "sie", "es"} & set(words):
        return f"{subject} {action} {seen.thing}"
    if action in _OBJECTLESS:
        return ""
    return f"{subject} {action.rsplit(' ', 1)[0] if action.endswith(_OPEN) else action}"


_OBJECTLESS = frozenset(
    {
        *(
            "holding",
            "carrying",
            "taking",
            "pulling",
            "giving",
            "cutting",
            "throwing",
            "stroking",
            "meeting",
            "finding",
        ),
        *("catching", "fetching", "lifting", "helping", "losing", "collecting", "packing", "pushing", "putting on"),
    }
)
"""What says nothing without what it is done to."""
_OPEN = (" at", " for", " to", " with")
"""Endings of an action that calls for what follows."""
_RELATIONS = {
    "im": "in", "in": "in", "ins": "into", "am": "by", "an": "by", "ans": "to", "auf": "on",
    "aufs": "onto", "unter": "under",
    "vor": "in front of", "hinter": "behind", "neben": "next to", "über": "over", "zwischen": "between", "mit": "with",
    "bei": "next to", "beim": "at", "zum": "to", "zur": "to", "durch": "through", "um": "around", "aus": "out of",
}  # fmt: skip


def _relation(words: list[str], place: int) -> str:
    """Return the English preposition before a noun, adjectives and article passed over; empty if there is none."""
    for word in reversed(words[max(0, place - 3) : place]):
        if word.lower() in _RELATIONS:
            return _RELATIONS[word.lower()]
        if word[:1].isupper() or not (adjective(word) or word.lower() in _SMALL):
            return ""
    return ""


_SMALL = frozenset(
    {
        *("der", "die", "das", "den", "dem", "ein", "eine", "einen", "einem", "einer", "drei", "zwei", "allen", "alle"),
        *(
            "seinen",
            "seine",
            "seinem",
            "seiner",
            "ihren",
            "ihre",
            "ihrem",
            "ihrer",
            "sein",
            "ihr",
            "höchsten",
            "beiden",
        ),
    }
)


_TRANSITIVE = frozenset(
    {
        *(
            "baking",
            "building",
            "blowing",
            "carrying",
            "catching",
            "finding",
            "eating",
            "feeding",
            "giving",
            "watering",
        ),
        *(
            "holding",
            "lifting",
            "helping",
            "fetching",
            "tickling",
            "cooking",
            "reading",
            "painting",
            "taking",
            "packing",
        ),
        *(
            "planting",
            "picking",
            "cleaning",
            "collecting",
            "pushing",
            "cutting",
            "writing",
            "stroking",
            "sharing",
            "pulling",
        ),
        *(
            "meeting",
            "drinking",
            "comforting",
            "hugging",
            "washing",
            "throwing",
            "drawing",
            "counting",
            "opening",
            "climbing",
        ),
        *(
            "greeting",
            "kissing",
            "repairing",
            "losing",
            "warming",
            "chasing",
            "decorating",
            "covering",
            "rowing",
            "riding",
            "emptying",
            "shaking",
            "dragging",
        ),
    }
)


def _mentions(words: list[str], names: Mapping[str, str], seen: Seen) -> list[tuple[int, str]]:
    """Return the people, animals and things of a sentence with their places, adjectives included."""
    found: list[tuple[int, str]] = []
    for place, word in enumerate(words):
        if word.lower() in names and word[:1].isupper():
            if found and found[-1][0] == place - 2 and words[place - 1] == "und" and words[place - 2].lower() in names:
                found[-1] = (place - 2, f"{found[-1][1]} and {names[word.lower()]}")
            elif not found or found[-1][1] != names[word.lower()]:
                found.append((place, names[word.lower()]))
            continue
        known = find_noun(word) if word[:1].isupper() else None
        if known and is_compared(words, place):
            continue
        if known and known[1] and seen.heroes[0] and known[0].plural == seen.heroes[0]:
            found.append((place, seen.heroes[1]))
        elif known and known[0].sort != PLACE:
            found.append((place, described(known[0], known[1], words[:place], seen.looks)))
        elif word.lower() in NUMBERS and seen.heroes[1] and not "".join(words[place + 1 : place + 2])[:1].isupper():
            found.append((place, seen.heroes[1]))  # *die zwei*
        elif word.lower() in ("beide", "alle") and place < 2:
            found.append((place, seen.present if " and " in seen.present else "everybody"))
    return found


def is_compared(words: list[str], place: int) -> bool:
    """Say whether a noun is only what something else is like: *süß wie Honig*, *so klein wie ein Knopf*."""
    return "wie" in words[max(0, place - 2) : place]
