"""Split German prose into sentences and count their words."""

from __future__ import annotations

import re

_END = re.compile(r"(?<=[.!?…])(?=\s+[„A-ZÄÖÜ])|(?<=[.!?…]“)(?=\s+[„A-ZÄÖÜ])|\n+")
_WORD = re.compile(r"[\wäöüÄÖÜß’-]+")


def sentences(text: str) -> list[str]:
    """Split a text into sentences; speech with its tag is one sentence, what is said inside is not cut open.

    >>> sentences("„Komm!“, ruft Ida. Alle laufen.")
    ['„Komm!“, ruft Ida.', 'Alle laufen.']
    """
    return [part.strip() for part in _END.split(text) if part and part.strip()]


def count_sentences(text: str) -> int:
    """Count the sentences of a text; a cry of one word ("Platsch!") goes with its neighbour."""
    return sum(1 for sentence in sentences(text) if count_words(sentence) > 1)


def count_words(sentence: str) -> int:
    """Count the words of a sentence."""
    return len(_WORD.findall(sentence))
