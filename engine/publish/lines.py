"""Where lines end: as few as there must be, about equally long, and broken where a voice would pause.

A child that learns to read takes in a line at a time; "Lotte streckt / die Fühler aus" reads better than
"Lotte streckt die / Fühler aus". Words are never divided.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from engine.publish import typeface
from engine.units import Mm

AFTER_SENTENCE, AFTER_PART, AFTER_LEANING, AFTER_BEGINNING, LONELY_END = -0.08, -0.04, 0.08, 0.06, 0.3
"""What breaking there costs, against the squares of the lines' lengths in widths of the column.

Small, so that a better place never makes a line a quarter shorter than its neighbours.
"""

LEANING = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen mein meine dein deine sein seine ihr ihre
    und oder aber doch denn dass weil wenn als ob wie in im an am auf aus bei beim mit nach von vom zu zum zur für über
    unter vor hinter neben zwischen durch gegen ohne um bis so sehr ganz zwei drei vier fünf
    """.split()  # noqa: SIM905 - a paragraph of words reads better than a list of them
)
"""Words that lean on the next one."""


def broken(text: str, width: Mm, size: float, *, bold: bool = False) -> tuple[str, ...]:
    """Break a text into lines of at most this width; its own line ends are kept, an empty line stays "".

    A word wider than the column stands on a line of its own.
    """
    lines: list[str] = []
    for paragraph in text.strip().split("\n"):
        words = paragraph.split()
        lines += _balanced(words, width, size, bold) if words else [""]
    return tuple(lines)


def _balanced(words: Sequence[str], width: Mm, size: float, bold: bool) -> list[str]:
    def length(first: int, end: int) -> float:
        return typeface.measure(" ".join(words[first:end]), size, bold=bold) / width

    def fits(first: int, end: int) -> bool:
        return end - first == 1 or length(first, end) <= 1

    @cache
    def best(first: int, lines: int) -> tuple[float, tuple[int, ...]]:
        """Return the least cost of setting the words from `first` in so many lines, and where these end."""
        if lines == 1:
            lonely = LONELY_END if first > 0 and first == len(words) - 1 else 0.0
            whole = length(first, len(words)) ** 2 + lonely
            return (whole if fits(first, len(words)) else float("inf")), (len(words),)
        found: tuple[float, tuple[int, ...]] = (float("inf"), (len(words),))
        for end in range(first + 1, len(words) - lines + 2):
            if not fits(first, end):
                break
            rest, ends = best(end, lines - 1)
            cost = length(first, end) ** 2 + _break_cost(words[:end]) + rest
            found = min(found, (cost, (end, *ends)))
        return found

    _, ends = best(0, _fewest(words, fits))
    starts = (0, *ends[:-1])
    return [" ".join(words[start:end]) for start, end in zip(starts, ends, strict=True)]


def _fewest(words: Sequence[str], fits: Callable[[int, int], bool]) -> int:
    """Return how many lines there must be."""
    lines, first = 1, 0
    for end in range(1, len(words) + 1):
        if not fits(first, end):
            lines, first = lines + 1, end - 1
    return lines


def _break_cost(before: Sequence[str]) -> float:
    """Return what it costs to end a line after these words."""
    if _ends(before[-1], ".!?…"):
        return AFTER_SENTENCE
    if _ends(before[-1], ",;:–"):
        return AFTER_PART
    leaning = AFTER_LEANING if before[-1].casefold().lstrip("„‚»") in LEANING else 0.0
    beginning = AFTER_BEGINNING if len(before) == 1 or _ends(before[-2], ".!?…") else 0.0
    return leaning + beginning


def _ends(word: str, marks: str) -> bool:
    return word.rstrip("“”‘’«»\"')").endswith(tuple(marks))
