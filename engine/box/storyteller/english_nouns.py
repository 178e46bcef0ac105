"""English noun phrases: articles, plurals, and the adjectives that stood before the German noun."""

from __future__ import annotations

from collections.abc import Mapping

from engine.box.storyteller.english import adjective
from engine.box.storyteller.nouns import Noun

NUMBERS = {"zwei": "two", "drei": "three", "vier": "four", "fünf": "five", "sechs": "six", "sieben": "seven"}


def described(noun: Noun, plural: bool, before: list[str], looks: Mapping[str, str] | None = None) -> str:
    adjectives: list[str] = []
    number = ""
    for word in reversed(before[-4:]):
        if adjective(word):
            adjectives.insert(0, adjective(word))
        elif word.lower() in NUMBERS:
            number = NUMBERS[word.lower()]
        else:
            break
    if looks and noun.word in looks and not adjectives:
        adjectives = [looks[noun.word]]
    plural = plural or bool(number)
    english = _plural(noun.english) if plural else noun.english
    text = " ".join([*([number] if number else []), *adjectives, english])
    return text if plural or noun.english in ("glasses", "berries", "cherries") else article(text)


IRREGULAR = {
    "mouse": "mice", "goose": "geese", "child": "children", "fish": "fish", "sheep": "sheep", "wolf": "wolves",
    "leaf": "leaves", "tooth": "teeth", "man": "men", "woman": "women", "deer": "deer", "foot": "feet",
}  # fmt: skip


def _plural(english: str) -> str:
    if english in IRREGULAR or english.endswith(("glasses", "berries", "cherries", "reeds", "grass", "moss")):
        return IRREGULAR.get(english, english)
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
        "planks",
        "sand",
        "hay",
        "water",
        "snow",
        "laundry",
        "dough",
        "leaves",
    }
)


def singular(english: str) -> str:
    """Return one of several.

    >>> singular("mice"), singular("birds"), singular("boards")
    ('mouse', 'bird', 'board')
    """
    return next((one for one, many in IRREGULAR.items() if many == english), english.removesuffix("s"))


def counted(english: str, number: int) -> str:
    """Return several of a kind.

    >>> counted("small grey mouse", 3)
    'three small grey mice'
    """
    *adjectives, noun = english.split()
    word = next((word for word, value in zip(NUMBERS.values(), range(2, 8), strict=True) if value == number), "some")
    return " ".join([word, *adjectives, _plural(noun)])


def article(noun: str) -> str:
    if noun.split()[-1] in ("sun", "moon", "sky", "sea"):
        return f"the {noun}"
    if noun.split()[-1] in _BARE or noun in _BARE or noun.startswith(("the ", "a ", "an ")):
        return noun
    return f"an {noun}" if noun[0] in "aeio" else f"a {noun}"
