"""Who does what: German main clauses, one by one, as plain English for a painter."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from engine.box.storyteller.english import actions, adjective
from engine.box.storyteller.nouns import PLACE, Noun, find_noun
from engine.box.storyteller.sentences import sentences

SPEECH = re.compile(r"„[^“]*“")

_NUMBERS = {"zwei": "two", "drei": "three", "vier": "four", "fünf": "five", "sechs": "six", "sieben": "seven"}
_PRONOUNS = frozenset({"er", "sie", "es"})


@dataclass(slots=True)
class Seen:
    """What the reader of the pages knows so far: the last place, and who was spoken of."""

    place: str = ""
    time: str = ""
    subject: str = ""
    thing: str = ""


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
    mentions = _mentions(words, names)
    if verb < 0:
        # *Rufus ist ein kleiner Junge.*: nothing is done, but whoever comes next is *er*
        cast = set(names.values())
        seen.subject = next((english for _, english in mentions if english in cast), seen.subject)
        return ""
    before = [mention for mention in mentions if mention[0] < verb and not _relation(words, mention[0])]
    after = [mention for mention in mentions if mention[0] > verb]
    if before:
        subject = " and ".join(english for _, english in before) if "und" in words[:verb] else before[0][1]
    elif seen.subject and any(word.lower() in _PRONOUNS for word in words[max(0, verb - 1) : verb + 2]):
        subject = seen.subject
    elif free := [mention for mention in after if not _relation(words, mention[0])]:
        subject = free[0][1]
        after.remove(free[0])
    else:
        return ""
    seen.subject = subject
    return _clause(subject, actions()[words[verb]], after, words, seen)


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
        if relation and not action.endswith(_OPEN):
            return f"{subject} {action} {relation} {english}"
        if relation or action in _TRANSITIVE or action.endswith(_OPEN):
            seen.thing = english
            return f"{subject} {action} {english}"
        if not relation:
            break
    if action in _TRANSITIVE and seen.thing and {"ihn", "sie", "es"} & set(words):
        return f"{subject} {action} {seen.thing}"
    return f"{subject} {action.rsplit(' ', 1)[0] if action.endswith(_OPEN) else action}"


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
        ),
    }
)


def _mentions(words: list[str], names: Mapping[str, str]) -> list[tuple[int, str]]:
    """Return the people, animals and things of a sentence with their places, adjectives included."""
    found: list[tuple[int, str]] = []
    for place, word in enumerate(words):
        if word.lower() in names and word[:1].isupper():
            if not found or found[-1][1] != names[word.lower()]:
                found.append((place, names[word.lower()]))
            continue
        known = find_noun(word) if word[:1].isupper() else None
        if known and known[0].sort != PLACE:
            found.append((place, described(known[0], known[1], words[:place])))
        elif word.lower() in ("beide", "alle") and place < 2:
            found.append((place, " and ".join(dict.fromkeys(names.values())) or "everybody"))
    return found


def described(noun: Noun, plural: bool, before: list[str]) -> str:
    adjectives: list[str] = []
    number = ""
    for word in reversed(before[-4:]):
        if adjective(word):
            adjectives.insert(0, adjective(word))
        elif word.lower() in _NUMBERS:
            number = _NUMBERS[word.lower()]
        else:
            break
    plural = plural or bool(number)
    english = _plural(noun.english) if plural else noun.english
    text = " ".join([*([number] if number else []), *adjectives, english])
    return text if plural or noun.english in ("glasses", "berries", "cherries") else article(text)


_IRREGULAR = {
    "mouse": "mice", "goose": "geese", "child": "children", "fish": "fish", "sheep": "sheep", "wolf": "wolves",
    "leaf": "leaves", "tooth": "teeth", "man": "men", "woman": "women", "deer": "deer", "foot": "feet",
}  # fmt: skip


def _plural(english: str) -> str:
    if english in _IRREGULAR or english.endswith(("glasses", "berries", "cherries", "reeds", "grass", "moss")):
        return _IRREGULAR.get(english, english)
    if english.endswith("y") and english[-2] not in "aeou":
        return english[:-1] + "ies"
    return english + ("es" if english.endswith(("x", "ch", "sh", "s")) else "s")


_BARE = frozenset(
    {
        "sky",
        "grass",
        "moss",
        "bread",
        "milk",
        "honey",
        "tea",
        "reeds",
        "soup",
        "treasure",
        "light",
        "ice cream",
        "wood",
        "sand",
    }
)


def article(noun: str) -> str:
    if noun.split()[-1] in ("sun", "moon", "sky", "sea"):
        return f"the {noun}"
    if noun.split()[-1] in _BARE or noun in _BARE or noun.startswith(("the ", "a ", "an ")):
        return noun
    return f"an {noun}" if noun[0] in "aeio" else f"a {noun}"
