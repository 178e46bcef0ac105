"""Readability of a whole book, as information: LIX and the Flesch index for German.

On one page a single noun moves these figures by a school grade, so no page is judged by them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from engine.language.sentences import Sentence
from engine.language.word_list import word_set

_LONG_WORD = 6
"""Letters; LIX counts words that have more."""

_VOWELS = re.compile(r"aa|ee|oo|ai|au|ei|eu|äu|ie|[aeiouyäöüéèáà]", re.IGNORECASE)
_HIATUS = re.compile(r"\A(?:be|ge)(?=[aäeiouöü](?!\w?\Z))", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Readability:
    """Figures of a text; None where it has no sentence.

    `lix` is below 40 for children's books; `flesch` (Amstad) is 81 to 100 and more for easy texts.
    """

    words: int
    sentences: int
    lix: float | None
    flesch: float | None


def readability(found: Sequence[Sentence]) -> Readability:
    """Return LIX = words/sentences + 100·long/words and Flesch-Amstad = 180 - words/sentences - 58.5·syllables/words.

    Sources: Björnsson 1968; Amstad 1978.
    """
    words = [word.text for sentence in found for word in sentence.words]
    spoken = sum(1 for sentence in found if sentence.words)
    if not words or not spoken:
        return Readability(0, 0, None, None)
    length = len(words) / spoken
    long = sum(len(word) > _LONG_WORD for word in words) * 100 / len(words)
    per_word = sum(syllables(word) for word in words) / len(words)
    return Readability(len(words), spoken, round(length + long, 1), round(180 - length - 58.5 * per_word, 1))


def syllables(word: str) -> int:
    """Return the number of syllables of a German word, one at least.

    >>> [syllables(word) for word in ("Oma", "Igel", "geöffnet", "Eule", "Familie", "beeilen", "Maus")]
    [2, 2, 3, 2, 4, 3, 1]
    """
    hiatus = 1 if _HIATUS.match(word) else 0
    count = len(_VOWELS.findall(word[2:] if hiatus else word)) + hiatus
    return max(1, count + _foreign_ie(word))


def _foreign_ie(word: str) -> int:
    """*Familie*, *Ferien*: the last *ie* is two syllables; *Magie*, *Batterie* are not."""
    return 1 if word.lower() in _TWO_SYLLABLE_IE else 0


_TWO_SYLLABLE_IE = word_set(
    """
    familie familien ferien linie linien lilie lilien petersilie serie serien tragödie komödie folie folien studie
    studien akazie fuchsie kastanie kastanien geranie geranien begonie begonien dahlie dahlien magnolie spanien
    italien indien asien australien prinzipien materialien
    """
)
