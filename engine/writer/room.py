"""What fits into a model's view: requests are cut so that the answer still has its place.

A request that is too long is refused by the server; an answer that has no room left ends in the middle.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from itertools import accumulate

from engine.presets import AgePreset
from engine.units import Tokens

CHARACTERS_A_TOKEN = 3.0
"""German has 3.4 with Llama 3.1's tokens, names and rare words less."""

TOKENS_A_WORD = 2.0
"""German words of a picture book with their blank: 6.5 characters."""

ITEM: Tokens = 30
"""Names of properties, brackets and page number around one page of an answer."""

OUTLINE_PAGE: Tokens = ITEM + 60
"""Who, where, what and feeling, in a few words each."""

PICTURE: Tokens = ITEM + 110
"""Thirty English words, the shot, and a German sentence of 120 characters."""

VERDICT: Tokens = ITEM + 60
"""Three answers, and a German sentence that says why."""

FRAME: Tokens = 64
"""Marks of the model's own chat form around our messages, and what of an answer is around its pages."""

CAST: Tokens = 200
"""A title and the looks of a few figures."""

GENEROUS = 2
"""How much longer than expected an answer may become before it is cut; the estimates above are of usual ones."""


def tokens(text: str) -> Tokens:
    """Return about how many tokens a text has, rather too many than too few."""
    return math.ceil(len(text) / CHARACTERS_A_TOKEN)


def scene(age: AgePreset) -> Tokens:
    """Return about how many tokens a page's text takes in an answer."""
    return ITEM + math.ceil(age.words_per_page[1] * TOKENS_A_WORD)


def cut(text: str, room: Tokens) -> str:
    """Return a text, or as much of its beginning as there is room for.

    >>> cut("Ein Igel findet einen Stern", 5), cut("Ein Igel", 5)
    ('Ein Igel findet …', 'Ein Igel')
    """
    letters = int(max(room, 1) * CHARACTERS_A_TOKEN)
    return text if len(text) <= letters else (text[: letters + 1].rpartition(" ")[0] or text[:letters]) + " …"


def as_many(costs: Iterable[Tokens], room: Tokens) -> int:
    """Return how many of the first costs the room pays for."""
    return sum(1 for total in accumulate(costs) if total <= room)
