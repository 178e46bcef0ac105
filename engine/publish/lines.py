"""Where lines end: as few as there must be, about equally long, and broken where a voice would pause.

A child that learns to read takes in a line at a time; "Lotte streckt / die Fühler aus" reads better than
"Lotte streckt die / Fühler aus". Words are never divided.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from itertools import accumulate
from math import inf
from pathlib import Path

from engine.publish import typeface
from engine.units import Mm

AFTER_SENTENCE, AFTER_PART, AFTER_LEANING, AFTER_BEGINNING, LONELY_END = -0.08, -0.04, 0.08, 0.06, 0.3
"""What breaking there costs, against the squares of the lines' lengths in widths of the column.

Small, so that a better place never makes a line a quarter shorter than its neighbours.
"""

ONE_MORE = 0.1
"""What a line more than there must be costs."""

_WORD = re.compile(r"[^ \t\n]+")
_HANGING = re.compile(r"(?<=[^ \t\n]) (?=[–—…](?:[ \t\n]|$))")
"""The blank before a dash or three points: they end a line, and never begin one."""

LEANING = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen mein meine dein deine sein seine ihr ihre
    und oder aber doch denn dass weil wenn als ob wie in im an am auf aus bei beim mit nach von vom zu zum zur für über
    unter vor hinter neben zwischen durch gegen ohne um bis so sehr ganz zwei drei vier fünf
    """.split()  # noqa: SIM905 - a paragraph of words reads better than a list of them
)
"""Words that lean on the next one."""


def words(text: str) -> list[str]:
    """Return what a line may be broken between: not at a blank that holds two words together, nor before a dash."""
    return _WORD.findall(_HANGING.sub("\u00a0", text))


def broken(text: str, width: Mm, size: float, *, bold: bool = False, spare: int = 0) -> tuple[str, ...]:
    """Break a text into lines of at most this width; its own line ends are kept, an empty line stays "".

    A word wider than the column stands on a line of its own.

    Args:
        spare: how many lines more than the fewest there may be, where that makes better ones.
    """
    return _broken(text, width, size, bold, spare, typeface.file(bold=bold))


@lru_cache(maxsize=1_024)
def _broken(text: str, width: Mm, size: float, bold: bool, spare: int, _face: Path) -> tuple[str, ...]:
    """Break a text; a book is laid out several times on its way to the press, each time into the same lines."""
    lines: list[str] = []
    for paragraph in _paragraphs(text, width, size, bold):
        balanced = paragraph.broken(spare)
        lines += balanced
        spare -= len(balanced) - paragraph.fewest
    return tuple(lines)


def fewest(text: str, width: Mm, size: float) -> tuple[int, int]:
    """Return how many lines with words, and how many empty ones, a text must have; much faster than breaking it."""
    paragraphs = _paragraphs(text, width, size, False)
    return sum(p.fewest for p in paragraphs if p.words), sum(not p.words for p in paragraphs)


def widest_word(text: str, size: float, *, bold: bool = False) -> Mm:
    """Return the width that a column must have at least."""
    return max((typeface.measure(word, size, bold=bold) for word in words(text)), default=0.0)


def _paragraphs(text: str, width: Mm, size: float, bold: bool) -> list[_Paragraph]:
    return [_Paragraph(words(line), width, size, bold) for line in text.strip().split("\n")]


class _Paragraph:
    """Words that may be broken into lines; lengths are in widths of the column."""

    def __init__(self, of: list[str], width: Mm, size: float, bold: bool) -> None:
        self.words = of
        self._blank = typeface.measure(" ", size, bold=bold) / width
        lengths = (typeface.measure(word, size, bold=bold) / width + self._blank for word in of)
        self._ends = list(accumulate(lengths, initial=0.0))
        self.fewest = self._fewest()

    def broken(self, spare: int) -> list[str]:
        """Return the best lines there are, at most `spare` more than the fewest."""
        if not self.words:
            return [""]
        total = len(self.words)

        @cache
        def best(first: int, lines: int) -> tuple[float, tuple[int, ...]]:
            """Return the least cost of setting the words from `first` in so many lines, and where these end."""
            if lines == 1:
                lonely = LONELY_END if 0 < first == total - 1 else 0.0
                fits = self._fits(first, total)
                return (self._length(first, total) ** 2 + lonely if fits else inf), (total,)
            found: tuple[float, tuple[int, ...]] = (inf, (total,))
            for end in range(first + 1, total - lines + 2):
                if not self._fits(first, end):
                    break
                rest, ends = best(end, lines - 1)
                cost = self._length(first, end) ** 2 + _break_cost(self.words[max(0, end - 2) : end]) + rest
                found = min(found, (cost, (end, *ends)))
            return found

        def unevenness(lines: int) -> float:
            """Return the cost of so many lines, less what their number alone makes of it."""
            return best(0, lines)[0] - self._length(0, total) ** 2 / lines + ONE_MORE * lines

        most = max(self.fewest, min(self.fewest + spare, total))
        _, ends = best(0, min(range(self.fewest, most + 1), key=unevenness))
        return [" ".join(self.words[start:end]) for start, end in zip((0, *ends), ends, strict=False)]

    def _fewest(self) -> int:
        lines, first = 1, 0
        for end in range(1, len(self.words) + 1):
            if not self._fits(first, end):
                lines, first = lines + 1, end - 1
        return lines

    def _fits(self, first: int, end: int) -> bool:
        return end - first == 1 or self._length(first, end) <= 1

    def _length(self, first: int, end: int) -> float:
        return self._ends[end] - self._ends[first] - self._blank


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
