"""Split a text as a language model streams it."""

from __future__ import annotations

import re

_WORD = re.compile(r"\s*[^\W\d_]+|\s*\d{1,3}|\s*[^\w\s]|\s+|_+")
_LONGEST = 6
"""Characters of a word that come in one piece; German words come in several."""
_STEP = 4


def tokens(text: str) -> list[str]:
    """Split `text` into pieces of about three to five characters whose concatenation is exactly `text`.

    >>> tokens("Der Igel wohnt.")
    ['Der', ' Igel', ' wohnt', '.']
    """
    pieces: list[str] = []
    for word in _WORD.findall(text):
        if len(word) <= _LONGEST:
            pieces.append(word)
        else:
            pieces.extend(word[start : start + _STEP] for start in range(0, len(word), _STEP))
    return pieces
