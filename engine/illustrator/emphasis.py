"""ComfyUI's emphasis syntax `(words:1.2)`: keep what is meant, and make everything else plain text.

Facts of the parser (ComfyUI 0.3.64, `sd1_clip.py`): `(x)` weighs 1.1 times, `(x:1.3)` weighs 1.3, read with `float`
after the last colon, so that `(time 10:30)` weighs 30 and `(cat:nan)` makes a broken picture; an unmatched `)` takes
all later weights away; `\\(` and `\\)` are letters.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from engine.units import Tokens

LIGHTEST, HEAVIEST = 0.1, 2.0
"""Weights outside tear a picture apart; a number that is larger was not meant as a weight."""

CHUNK: Tokens = 75
"""Words CLIP looks at together: 77 less a beginning and an end. What stands behind is encoded apart."""

_PAREN = re.compile(r"(?<!\\)[()]")
_EMBEDDING = re.compile(r"(?:^|(?<=[\s(]))embedding:([^\s,():]+)")
_PIECE = re.compile(r"[a-zA-Z]+|\d|[^\W\d_]+|[^\s\w]|_")


def escaped(text: str, *, keep_plain: bool) -> str:
    """Return `text` with every parenthesis escaped that is not part of a sound emphasis.

    Args:
        keep_plain: whether `(words)` without a weight counts as an emphasis or as an ordinary parenthesis.

    >>> escaped("a star (very:1.2) :) (at 10:30)", keep_plain=False)
    'a star (very:1.2) :\\\\) \\\\(at 10:30\\\\)'
    """
    kept: set[int] = set()
    for begin, end in _pairs(text):
        weight = _weight(text[begin + 1 : end])
        if (weight is None and keep_plain) or (weight is not None and LIGHTEST <= weight <= HEAVIEST):
            kept |= {begin, end}
    return _PAREN.sub(lambda found: found[0] if found.start() in kept else "\\" + found[0], text)


def is_balanced(text: str) -> bool:
    """Whether every parenthesis that is not escaped has its partner."""
    return 2 * sum(1 for _pair in _pairs(text)) == len(_PAREN.findall(text))


def weights(text: str) -> list[float]:
    """Return every weight that stands in the text, sound or not."""
    return [weight for begin, end in _pairs(text) if (weight := _weight(text[begin + 1 : end])) is not None]


def plain(text: str) -> str:
    """Return the words of a weighted text without its syntax.

    >>> plain("(small fox, (red:1.3) scarf:1.2), happy")
    'small fox, red scarf, happy'
    """
    drop: set[int] = set()
    for begin, end in _pairs(text):
        drop |= {begin, end}
        if _weight(text[begin + 1 : end]) is not None:
            drop |= set(range(text.rfind(":", begin, end), end))
    bare = "".join(letter for place, letter in enumerate(text) if place not in drop)
    return bare.replace("\\(", "(").replace("\\)", ")")


def embeddings(text: str) -> frozenset[str]:
    """Return the names of the embeddings the server would look for, without their file's ending.

    >>> sorted(embeddings("embedding:BadDream, (embedding:Soft.pt:1.2), sea-embedding:no"))
    ['BadDream', 'Soft']
    """
    return frozenset(re.sub(r"\.(?:pt|bin|safetensors)$", "", name) for name in _EMBEDDING.findall(text))


def estimate_tokens(text: str) -> Tokens:
    """Return about how many tokens CLIP makes of a weighted text.

    Exact to two for English in a comparison with CLIP's own tokenizer on ten prompts; too low for German. A digit and
    a mark count one, a word one up to ten letters.
    """
    count = 0
    for piece in _PIECE.findall(plain(text)):
        if piece.isascii():
            count += 1 + (len(piece) > 10)
        else:
            count += math.ceil(len(piece) / 2.5)
    return count


def _pairs(text: str) -> Iterator[tuple[int, int]]:
    """Return the places of matching parentheses, inner ones first."""
    opened: list[int] = []
    for found in _PAREN.finditer(text):
        if found[0] == "(":
            opened.append(found.start())
        elif opened:
            yield opened.pop(), found.start()


def _weight(inside: str) -> float | None:
    """Return the weight at the end of an emphasis, as the server would read it; None where there is none."""
    words, colon, number = inside.rpartition(":")
    if not colon or not words:
        return None
    try:
        return float(number)
    except ValueError:
        return None
