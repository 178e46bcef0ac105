"""How many tokens CLIP makes of a prompt, and which of them it looks at together.

The text encoder of Stable Diffusion 1.5 reads chunks of 77 tokens, a beginning and an end among them. ComfyUI 0.3.64
(`sd1_clip.py`, `tokenize_with_weights`) encodes each chunk apart: what stands behind the first one cannot colour what
stands in it. A weighted stretch of fewer than eight tokens is never divided between two chunks.

CLIP parts a text into words before it looks for tokens (its `simple_tokenizer.py`), so that the tokens of a prompt are
those of its words: exact with the extra `tokens`, else an estimate.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from engine.illustrator.emphasis import segments
from engine.language.prompts import is_german
from engine.units import Tokens

CHUNK: Tokens = 75
"""Tokens of a chunk: 77 less a beginning and an end."""

UNDIVIDED: Tokens = 8
"""A weighted stretch with fewer tokens than this is moved into the next chunk as a whole."""

_WORD = re.compile(r"'s|'t|'re|'ve|'m|'ll|'d|[^\W\d_]+|\d|(?:[^\s\w]|_)+", re.IGNORECASE)
_EMBEDDING = re.compile(r"(?:\A|(?<=\s))embedding:\S+")
_HIDDEN = re.compile(r"\\(?=[()])")
"""Backslashes before parentheses, which the server takes away."""


@dataclass(frozen=True, slots=True)
class Word:
    """What CLIP takes for one word: `text[start:end]`, its tokens, and the chunk (from 0) its last one lies in."""

    start: int
    end: int
    tokens: Tokens
    chunk: int


@dataclass(frozen=True, slots=True)
class Count:
    """The tokens of a prompt. `exact` is false where they are estimated: then a screen writes "≈"."""

    words: tuple[Word, ...]
    exact: bool

    @property
    def tokens(self) -> Tokens:
        return sum(word.tokens for word in self.words)

    @property
    def border(self) -> int | None:
        """Place in the text where the second chunk begins; None where one holds everything."""
        return next((word.start for word in self.words if word.chunk), None)

    def within(self, start: int, end: int) -> Tokens:
        """Return the tokens that begin between two places of the text."""
        return sum(word.tokens for word in self.words if start <= word.start < end)

    def first_chunk(self) -> Tokens:
        """Return how many of the first chunk's 75 tokens are taken."""
        return sum(word.tokens for word in self.words if not word.chunk)


def count(text: str, *, estimated: bool = False) -> Count:
    """Return the tokens of a weighted prompt, each with its place.

    Args:
        estimated: estimate even where CLIP's own tokenizer is installed.
    """
    encode = None if estimated else _clip()
    tokens_of = _estimate if encode is None else encode
    words: list[Word] = []
    chunk, taken = 0, 0
    for group in _groups(text, tokens_of):
        size = sum(tokens for _start, _end, tokens in group)
        if size < UNDIVIDED and taken + size > CHUNK:
            chunk, taken = chunk + 1, 0
        for start, end, tokens in group:
            taken += tokens
            while taken > CHUNK:
                chunk, taken = chunk + 1, taken - CHUNK
            words.append(Word(start, end, tokens, chunk))
    exact = encode is not None and not _EMBEDDING.search(text)  # nobody but the server knows an embedding's vectors
    return Count(tuple(words), exact)


def _groups(text: str, tokens_of: Callable[[str], Tokens]) -> Iterator[list[tuple[int, int, Tokens]]]:
    """Yield the words of each stretch that has one weight; an embedding is a stretch of its own and counts one."""
    for segment in segments(text):
        place = segment.start
        part = text[segment.start : segment.end]
        for found in _EMBEDDING.finditer(part):
            yield _words(text, place, segment.start + found.start(), tokens_of)
            yield [(segment.start + found.start(), segment.start + found.end(), 1)]
            place = segment.start + found.end()
        yield _words(text, place, segment.end, tokens_of)


def _words(text: str, start: int, end: int, tokens_of: Callable[[str], Tokens]) -> list[tuple[int, int, Tokens]]:
    stretch = _HIDDEN.sub(" ", text[start:end])
    return [(start + w.start(), start + w.end(), tokens_of(w[0].lower())) for w in _WORD.finditer(stretch)]


@cache
def _clip() -> Callable[[str], Tokens] | None:
    """Return CLIP's own tokenizer if the extra `tokens` is installed; its vocabulary is read once, in 30 ms."""
    try:
        from instant_clip_tokenizer import Tokenizer
    except ImportError:
        return None
    encode = Tokenizer().encode

    @lru_cache(4096)
    def tokens_of(word: str) -> Tokens:
        return len(encode(word))

    return tokens_of


def _estimate(word: str) -> Tokens:
    """Return about how many tokens CLIP makes of a word. English has a token of its own for most words; German is put
    together from pieces."""
    if not word[0].isalpha():
        return 1
    if not word.isascii() or is_german(word):
        return math.ceil(len(word) / 2.5)
    return 1 + (len(word) > 10)
