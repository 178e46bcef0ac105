"""Nouns the storyteller knows: gender, plural, the English word a painter draws, and what sort of thing it is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from engine.box.storyteller import lexicon_living, lexicon_things

ANIMAL, CHILD, ADULT, BEING = "animal", "child", "adult", "being"
SKY, THING, FOOD, PLANT, PLACE = "sky", "thing", "food", "plant", "place"
LIVING = frozenset({ANIMAL, CHILD, ADULT, BEING})


@dataclass(frozen=True, slots=True)
class Noun:
    """A noun in its nominative; `gender` is m, f or n; `weak` nouns take -n in every other case."""

    word: str
    gender: str
    weak: bool
    plural: str
    english: str
    sort: str

    @property
    def living(self) -> bool:
        return self.sort in LIVING


@cache
def nouns() -> dict[str, Noun]:
    """Return every known noun by its nominative singular."""
    known: dict[str, Noun] = {}
    for row in (lexicon_living.TABLE + lexicon_things.TABLE).split("\n"):
        if row:
            word, gender, plural, english, sort = row.split()
            known[word] = Noun(word, gender[0], gender.endswith("w"), plural, english.replace("-", " "), sort)
    return known


def she(word: str) -> Noun | None:
    """Return the noun for a female being whose male form is known, None for every other word.

    >>> she("Bärin").english, she("Häsin").plural, she("Medizin")
    ('bear', 'Häsinnen', None)
    """
    if not word.endswith("in") or word in nouns():
        return None
    stem = word.removesuffix("in")
    plain = stem.translate(str.maketrans("äöüÄÖÜ", "aouAOU"))
    for base in (stem, stem + "e", plain, plain + "e"):
        male = nouns().get(base)
        if male is not None and male.living:
            return Noun(word, "f", False, f"{word}nen", male.english, male.sort)
    return None


@cache
def _forms() -> dict[str, tuple[Noun, bool]]:
    forms: dict[str, tuple[Noun, bool]] = {}
    for noun in nouns().values():
        plural = noun.plural if noun.plural[-1] in "ns" else noun.plural + "n"
        for form in (noun.plural, plural):
            forms.setdefault(form, (noun, True))
    for noun in nouns().values():
        for form in (oblique(noun.word, noun.weak), noun.word + "s", noun.word + "es", noun.word):
            if form == noun.word or form not in forms:
                forms[form] = (noun, False)
    return forms


def oblique(word: str, weak: bool) -> str:
    """Return the accusative and dative singular of a noun.

    >>> oblique("Bär", True), oblique("Hase", True), oblique("Igel", False)
    ('Bären', 'Hasen', 'Igel')
    """
    if not weak:
        return word
    return word + ("n" if word.endswith(("e", "r")) and word not in ("Bär", "Waschbär", "Traktor") else "en")


_LONGEST_FORM = 24
_VOWEL = re.compile("[aeiouyäöü]", re.IGNORECASE)


def find_noun(word: str) -> tuple[Noun, bool] | None:
    """Return the noun a form belongs to and whether it is a plural; compounds count as their last part.

    >>> found = find_noun("Apfelbäumen")
    >>> found and (found[0].english, found[1])
    ('tree', True)
    """
    if not word[:1].isupper():
        return None
    if word in _forms():
        return _forms()[word]
    for cut in range(2, len(word) - 2):
        if not _VOWEL.search(word[:cut]):
            continue  # *Kr-eis*, *Str-and*: no word of its own
        tail = word[cut:].capitalize()
        if len(tail) <= _LONGEST_FORM and tail in _forms() and len(tail) > 2:
            noun, plural = _forms()[tail]
            head = word[: len(word) - len(tail)]
            grown = head + noun.plural.lower()
            return Noun(head + noun.word.lower(), noun.gender, noun.weak, grown, noun.english, noun.sort), plural
    if word.endswith("chen") and len(word) > 6:
        return _small(word)
    female = she(word)
    return (female, False) if female else None


def _small(word: str) -> tuple[Noun, bool] | None:
    stem = word[:-4]
    plain = stem.replace("ä", "a").replace("ö", "o").replace("ü", "u").replace("Ä", "A").replace("Ö", "O")
    for base in (stem, plain, stem + "e", plain + "e"):
        found = nouns().get(base)
        if found:
            return Noun(word, "n", False, word, found.english, found.sort), False
    return None
