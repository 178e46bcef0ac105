"""What fits into a model's view: requests are cut so that the answer still has its place.

A request that is too long is refused by the server; an answer that has no room left ends in the middle.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
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

FRAME: Tokens = 64
"""Marks of the model's own chat form around our messages, and what of an answer is around its pages."""

CAST: Tokens = 200
"""A title and the looks of a few figures."""

GENEROUS = 2
"""How much longer than expected an answer may become before it is cut; the estimates above are of usual ones."""

FEW = 4
"""Fewer pages than these are not asked for at once only so that more pages told before can be quoted."""


def tokens(text: str) -> Tokens:
    """Return about how many tokens a text has, rather too many than too few."""
    return math.ceil(len(text) / CHARACTERS_A_TOKEN)


def scene(age: AgePreset) -> Tokens:
    """Return about how many tokens a page's text takes in an answer."""
    return ITEM + math.ceil(age.words_per_page[1] * TOKENS_A_WORD)


def share(room: Tokens, asked: Sequence[Tokens], told: Sequence[Tokens]) -> tuple[int, int]:
    """Share the room between the pages to be asked for and the pages that are quoted.

    Args:
        asked: what each page costs, in the order in which they are asked for.
        told: what each page quoted costs, the most important one first.

    Returns:
        How many of `asked`, at least one, and how many of `told`.
    """
    quoted = _as_many(told, room - sum(asked[:FEW]))
    return max(1, _as_many(asked, room - sum(told[:quoted]))), quoted


def _as_many(costs: Iterable[Tokens], room: Tokens) -> int:
    """Return how many of the first costs the room pays for."""
    return sum(1 for total in accumulate(costs) if total <= room)
