"""Write a list of words as a text."""

from __future__ import annotations


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text, parted by white space.

    >>> sorted(word_set("und oder"))
    ['oder', 'und']
    """
    return frozenset(text.split())
