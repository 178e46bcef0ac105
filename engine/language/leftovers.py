"""What was never meant for a reader: placeholders, prompt text, marks of other programs, a model talking of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

_LEFTOVERS = tuple(
    re.compile(pattern, re.IGNORECASE | re.MULTILINE)
    for pattern in (
        r"\b(?:TODO|FIXME|TBD|lorem ipsum)\b|\bX{3,}\b|\[[^\]\n]{0,40}\]|\{[^}\n]{0,40}\}|_{3,}|\?{3,}",
        r"\([^()\n]{1,60}:\d(?:\.\d+)?\)|</?[a-z][^>\n]{0,40}>|\bembedding:\S+",
        r"\b(?:masterpiece|best quality|highly detailed|negative prompt)\b",
        r"\*\*[^*\n]+\*\*|```|^#{1,6} \S+|&(?:amp|nbsp|quot|lt|gt);|\\[nt\"]",
        r"\b(?:als KI(?:-| )|als Sprachmodell|as an AI)\b",
        r"^(?:hier ist|here is|here's) (?:der|die|das|ein|eine|dein|deine|the|a|your)\b[^.!?\n]{0,60}:",
        r"^(?:seite|page) \d+\s*:",
    )
)

_WORD = re.compile(r"[^\W\d_]+")

_GERMAN = frozenset(
    "der die das ein eine einen und ist im am auf mit von zu den dem sitzt steht liegt unter über".split()  # noqa: SIM905
)
_ENGLISH = frozenset(
    "the a an and is are of with on at under over sits stands his her its by while sitting".split()  # noqa: SIM905
)
"""Small words that sentences cannot do without; those both languages have are left out."""


def leftovers(text: str) -> Iterator[str]:
    """Yield each part of a text that looks forgotten, as it stands there.

    >>> list(leftovers("Der Igel {name} ging heim. (hedgehog:1.3)"))
    ['{name}', '(hedgehog:1.3)']
    """
    for pattern in _LEFTOVERS:
        for match in pattern.finditer(text):
            yield match.group().strip()


def language_of(text: str) -> str:
    """Return "de" or "en", whichever a sentence's small words are clearly in; "" where they do not say.

    >>> language_of("A hedgehog is sitting under the moon.")
    'en'
    """
    words = [word.casefold() for word in _WORD.findall(text)]
    german, english = (sum(word in known for word in words) for known in (_GERMAN, _ENGLISH))
    if max(german, english) < 2 or german == english:
        return ""
    return "de" if german > english else "en"
