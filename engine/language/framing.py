"""What a framing says of room for words ("wide shot, eye level, calm sky at the top")."""

from __future__ import annotations

import re
from enum import StrEnum

ASKED = "calm empty area at the top"
"""Said to a picture that words shall stand on, where its framing keeps nothing free."""

_CALM = re.compile(r"\b(calm|empty|quiet|open|free|clear|plain|negative space|copy space|space)\b")
_TOP = re.compile(r"\b(top|above|upper|sky|overhead|ceiling)\b")
_FOOT = re.compile(r"\b(bottom|below|lower|foreground|foot|ground)\b")


class Place(StrEnum):
    """Where on a picture words stand."""

    TOP = "top"
    FOOT = "foot"


def calm_place(framing: str) -> Place | None:
    """Return which part of the picture its framing keeps free for words.

    >>> calm_place("wide shot, calm sky at the top")
    <Place.TOP: 'top'>
    >>> calm_place("wide shot, low horizon") is None
    True
    """
    for part in re.split(r"[,;.]", framing.casefold()):
        if _CALM.search(part):
            if _FOOT.search(part):
                return Place.FOOT
            if _TOP.search(part):
                return Place.TOP
    return None
