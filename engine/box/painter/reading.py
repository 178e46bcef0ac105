"""Words of a prompt, in their order, with what each means."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from engine.box.painter import words

_LONGEST = 6
"""Words in the longest phrase known."""

_TOKEN = re.compile(r"embedding:\S+|:\s*\d+(?:\.\d+)?(?=\s*\))|[a-z]+(?:['’-][a-z]+)*|[(),.;:!?\n]")
_BENT_GROUPS = ("figure", "thing", "worn", "place", "weather")


@dataclass(frozen=True, slots=True)
class Mention:
    """One known word or phrase: its group, its meaning, whether it is a plural, where it stands.

    Marks between words have the group "mark"; `block` counts the parentheses it stands in, 0 outside.
    """

    group: str
    meaning: str
    word: str
    plural: bool = False
    block: int = 0


_PLAIN = (
    ("part", words.PARTS),
    ("cover", words.COVERS),
    ("people", words.PEOPLE_WORDS),
    ("animals", words.ANIMAL_WORDS),
    ("number", tuple(words.NUMBERS)),
    ("aloft", words.SKY_WORDS),
    ("grounded", words.GROUND_WORDS),
    ("glow", ("glowing", "shining", "bright", "luminous", "twinkling", "sparkling")),
    ("not", ("no", "without", "not")),
)
"""Words that say something of others; a noun or verb of the tables comes before them."""

_GROUPS = (
    *("palette", "style", "size", "pattern", "framing", "angle", "pose", "mood", "season", "weather", "time", "place"),
    *("thing", "worn", "figure"),
)
"""The tables of words; where one word is in two, the later one counts."""


@cache
def _lexicon() -> dict[str, tuple[str, str, bool]]:
    """Return group, meaning and whether it is a plural for every form of every word."""
    entries = [
        (group, meaning, word) for group in _GROUPS for meaning, all_ in words.table(group).items() for word in all_
    ]
    known = {words.plural(word): (group, meaning, True) for group, meaning, word in entries if group in _BENT_GROUPS}
    for group, meaning, word in entries:
        forms = words.verb_forms(word) if group in ("pose", "mood") else (word,)
        known |= dict.fromkeys(forms, (group, meaning, False))
    for group, phrases in (("hold", words.HOLDING), ("raise", words.RAISING)):
        known |= {form: (group, group, False) for phrase in phrases.split(", ") for form in words.verb_forms(phrase)}
    for phrase in words.IN_HANDS.split(", "):
        known[phrase] = known[words.plural(phrase)] = ("hands", "hands", False)
    known |= {word: ("colour", meaning, False) for word, meaning in words.COLOUR_WORDS.items()}
    known |= {word: ("nothing", word, False) for word in words.SWALLOWED}
    known |= {word: ("up", word, False) for word in words.UPWARDS}
    for group, plain in _PLAIN:
        for word in plain:
            known.setdefault(word, (group, word, False))
    return known


def read(prompt: str) -> Iterator[Mention]:
    """Yield what a prompt mentions; the longest phrase wins, words not known are passed over."""
    known = _lexicon()
    tokens = _TOKEN.findall(prompt.casefold().replace("’", "'"))
    block = blocks = at = 0
    while at < len(tokens):
        token = tokens[at]
        if token == "(":  # noqa: S105
            blocks += 1
            block = blocks
        elif token == ")":  # noqa: S105
            block = 0
        if not token[0].isalpha() or token.startswith("embedding:"):
            yield Mention("mark", token[0], token, block=block)
            at += 1
            continue
        for length in range(min(_LONGEST, len(tokens) - at), 0, -1):
            phrase = " ".join(tokens[at : at + length])
            if phrase in known:
                group, meaning, many = known[phrase]
                yield Mention(group, meaning, phrase, many, block)
                at += length
                break
        else:
            yield Mention("word", token, token, block=block)
            at += 1
