"""ComfyUI's emphasis syntax `(words:1.2)`: keep what is meant, and make everything else plain text.

Facts of the parser (ComfyUI 0.3.64, `sd1_clip.py`): `(x)` weighs 1.1 times, `(x:1.3)` weighs 1.3, read with `float`
after the last colon, so that `(time 10:30)` weighs 30 and `(cat:nan)` makes a broken picture; an unmatched `)` takes
all later weights away; `\\(` and `\\)` are letters.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

LIGHTEST, HEAVIEST = 0.1, 2.0
"""Weights outside tear a picture apart; a number that is larger was not meant as a weight."""

PLAIN = 1.1
"""What parentheses without a number weigh."""

_PAREN = re.compile(r"(?<!\\)[()]")
_EMBEDDING = re.compile(r"(?:^|(?<=[\s(]))embedding:([^\s,():]+)")
_SPELT = re.compile(r"(?P<before>\S?)(?<![\w-])embedding\s*:\s*(?P<name>[^\s,;():]+)", re.IGNORECASE)
_FILE = re.compile(r"\.(?:pt|bin|safetensors)\Z")


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a prompt that has one weight: `text[start:end]`, without its syntax."""

    start: int
    end: int
    weight: float


@dataclass(frozen=True, slots=True)
class Emphasis:
    """A pair of parentheses, `text[start:end]` with both; `weight` is None where no number says one."""

    start: int
    end: int
    weight: float | None


@dataclass(frozen=True, slots=True)
class Embedding:
    """An embedding, `text[start:end]`, without its file's ending; `recognised` as the server reads it."""

    start: int
    end: int
    name: str
    recognised: bool


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


def emphases(text: str) -> list[Emphasis]:
    """Return every pair of parentheses with its weight, in the order of the text."""
    pairs = sorted(_pairs(text))
    return [Emphasis(begin, end + 1, _weight(text[begin + 1 : end])) for begin, end in pairs]


def lone_parentheses(text: str) -> list[int]:
    """Return the places of the parentheses that are not escaped and have no partner."""
    paired = {place for pair in _pairs(text) for place in pair}
    return [found.start() for found in _PAREN.finditer(text) if found.start() not in paired]


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


def weighted(text: str, weight: float) -> str:
    """Return a text with this weight as a whole, in place of the one it has as a whole.

    >>> weighted("(small fox:1.2)", 1.05), weighted("(small:1.2) (fox:1.2)", 1.1)
    ('(small fox:1.05)', '((small:1.2) (fox:1.2):1.1)')
    """
    if (0, len(text) - 1) in _pairs(text):
        inside = text[1:-1]
        text = inside if _weight(inside) is None else inside[: inside.rindex(":")]
    return f"({text}:{weight:g})"


def embeddings(text: str) -> frozenset[str]:
    """Return the names of the embeddings the server would look for, without their file's ending.

    >>> sorted(embeddings("embedding:BadDream, (embedding:Soft.pt:1.2), sea-embedding:no"))
    ['BadDream', 'Soft']
    """
    return frozenset(_FILE.sub("", name) for name in _EMBEDDING.findall(text))


def spelt(text: str) -> str:
    """Return `text` with every embedding written so that the server finds it.

    It reads `embedding:` in small letters, after a blank or at the start of a segment, and takes everything up to the
    next blank for the name, but for commas at its end (ComfyUI 0.3.64, `sd1_clip.py`).

    >>> spelt("bad,Embedding: BadDream. blurry; embedding:Soft.pt")
    'bad, embedding:BadDream, blurry; embedding:Soft.pt'
    """

    def write(found: re.Match[str]) -> str:
        before, name = found["before"], found["name"]
        bare = name.rstrip(".!?")
        return f"{before}{'' if before in ('', '(') else ' '}embedding:{bare}{',' if bare != name else ''}"

    return _SPELT.sub(write, text)


def embedding_places(text: str) -> Iterator[Embedding]:
    """Yield everything that was meant as an embedding, in the order of the text.

    >>> [(one.name, one.recognised) for one in embedding_places("x,embedding:A (embedding:B:1.2) Embedding: C.")]
    [('A', False), ('B', True), ('C', False)]
    """
    for found in _SPELT.finditer(text):
        start = found.start() + len(found["before"])
        name = found["name"].rstrip(".!?")
        recognised = bool(_EMBEDDING.match(text, start)) and name == found["name"]
        yield Embedding(start, found.end(), _FILE.sub("", name), recognised)


def segments(text: str) -> Iterator[Segment]:
    """Yield the stretches of a prompt in order, each with the weight the server gives it.

    Follows `parse_parentheses` and `token_weights` of ComfyUI 0.3.64, faults included: after a `)` without a partner
    nothing has a weight any more, an open `(` is a letter.
    """
    yield from _segments(text, 0, len(text), 1.0)


def _segments(text: str, start: int, end: int, weight: float) -> Iterator[Segment]:
    for begin, stop in _items(text, start, end):
        if not (stop - begin >= 2 and text[begin] == "(" and _closes(text, stop - 1)):
            yield Segment(begin, stop, weight)
            continue
        within, heavier = stop - 1, weight * PLAIN
        colon = text.rfind(":", begin + 2, within)
        if colon >= 0:
            with contextlib.suppress(ValueError):
                heavier, within = float(text[colon + 1 : within]), colon
        yield from _segments(text, begin + 1, within, heavier)


def _items(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Part a text at its outermost parentheses, as the server does."""
    depth, begin = 0, start
    for paren in _PAREN.finditer(text, start, end):
        if paren[0] == "(":
            if depth == 0:
                if paren.start() > begin:
                    yield begin, paren.start()
                begin = paren.start()
            depth += 1
        else:
            depth -= 1
            if depth == 0:
                yield begin, paren.end()
                begin = paren.end()
    if begin < end:
        yield begin, end


def _closes(text: str, place: int) -> bool:
    return text[place] == ")" and text[place - 1] != "\\"


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
