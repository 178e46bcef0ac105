"""Noun phrases in every case: figures, things and places with their articles, pronouns and adjectives."""

from __future__ import annotations

import re
from dataclasses import dataclass

from engine.box.storyteller.nouns import Noun, find_noun, oblique

MASCULINE, FEMININE, NEUTER, PLURAL = "m", "f", "n", "p"

_THE = {"m": ("der", "den", "dem"), "f": ("die", "die", "der"), "n": ("das", "das", "dem"), "p": ("die", "die", "den")}
_PRONOUN = {
    "m": ("er", "ihn", "ihm"),
    "f": ("sie", "sie", "ihr"),
    "n": ("es", "es", "ihm"),
    "p": ("sie", "sie", "ihnen"),
}
_EIN = {"m": ("", "en", "em"), "f": ("e", "e", "er"), "n": ("", "", "em"), "p": ("e", "e", "en")}
"""Endings of ein, kein and the possessives."""
_STRONG = {"m": ("er", "en", "en"), "f": ("e", "e", "en"), "n": ("es", "es", "en"), "p": ("e", "e", "en")}
"""Endings of an adjective after ein (singular) or without an article (plural)."""
_ADDRESS = {"dich": ("dich", "euch"), "bist": ("bist du", "seid ihr")}
_CASES = {"n": 0, "a": 1, "d": 2}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Somebody or something that a sentence can speak of.

    `gender` is the grammatical gender of `noun` (p: a plural); `person` the gender of the pronouns, which follows the
    name of a figure and not its noun; `adjectives` are stems.
    """

    noun: str
    gender: str
    weak: bool = False
    adjectives: tuple[str, ...] = ()
    name: str = ""
    person: str = ""
    count: str = ""

    @property
    def plural(self) -> bool:
        return (self.person or self.gender) == PLURAL

    def form(self, code: str, owner: Phrase | None = None) -> str:
        """Return the phrase in the form `code`.

        Codes: n, a, d (definite, or the name); kn, ka, kd (definite noun even if there is a name); en, ea, ed
        (indefinite with adjectives); sn, sa, sd (with the possessive of `owner`); keinn, keina; er, ihn, ihm; sein,
        seine, seinen, seinem, seiner; dich, bist (spoken to: "dich", "bist du"); noun.
        """
        if code in ("n", "a", "d"):
            return self.name or self._definite(_CASES[code])
        if code in ("kn", "ka", "kd"):
            return self._definite(_CASES[code[1]])
        if code in ("en", "ea", "ed"):
            return self._indefinite(_CASES[code[1]], "ein")
        if code in ("keinn", "keina"):
            return self._indefinite(_CASES[code[4]], "kein")
        if code in ("sn", "sa", "sd") and owner:
            return self._owned(_CASES[code[1]], owner)
        if code in ("er", "ihn", "ihm"):
            return _PRONOUN[self.person or self.gender][("er", "ihn", "ihm").index(code)]
        if code.startswith("sein"):
            return self.possessive + code.removeprefix("sein")
        if code in _ADDRESS:
            return _ADDRESS[code][self.plural]
        if code == "noun":
            return self.noun
        raise ValueError(f"a phrase has no form {code!r}")

    @property
    def possessive(self) -> str:
        return "sein" if (self.person or self.gender) in (MASCULINE, NEUTER) else "ihr"

    def _noun(self, case: int) -> str:
        if self.gender == PLURAL:
            return self.noun + "n" if case == 2 and self.noun[-1] not in "ns" else self.noun
        return oblique(self.noun, self.weak) if case else self.noun

    def _definite(self, case: int) -> str:
        return " ".join(part for part in (_THE[self.gender][case], self.count, self._noun(case)) if part)

    def _indefinite(self, case: int, word: str) -> str:
        article = "" if self.gender == PLURAL and word == "ein" else word + _EIN[self.gender][case]
        return self._joined(self.count or article, _STRONG[self.gender][case], case)

    def _owned(self, case: int, owner: Phrase) -> str:
        ending = _STRONG[self.gender][case] if self.gender != PLURAL else "en"
        return self._joined(owner.possessive + _EIN[self.gender][case], ending, case)

    def _joined(self, article: str, ending: str, case: int) -> str:
        adjectives = [inflected(stem, ending) for stem in self.adjectives]
        return " ".join(part for part in (article, *adjectives, self._noun(case)) if part)


def inflected(stem: str, ending: str) -> str:
    """Return an adjective with its ending.

    >>> inflected("klein", "en"), inflected("dunkel", "er"), inflected("rosa", "e")
    ('kleinen', 'dunkler', 'rosa')
    """
    if stem in ("rosa", "lila", "orange"):
        return stem
    if stem.endswith("el"):
        stem = stem[:-2] + "l"
    if stem == "hoch":
        stem = "hoh"
    return stem + (ending.removeprefix("e") if stem.endswith("e") else ending)


def of_noun(noun: Noun, *, plural: bool = False, adjectives: tuple[str, ...] = (), count: str = "") -> Phrase:
    """Return the phrase of a known noun."""
    if plural:
        return Phrase(noun.plural, PLURAL, adjectives=adjectives, count=count)
    return Phrase(noun.word, noun.gender, noun.weak, adjectives)


_NUMBERS = ("zwei", "drei", "vier", "fünf", "sechs", "sieben")
_ARTICLES = {
    "ein": "?", "eine": "f", "einen": "m", "einem": "?", "einer": "f",
    "der": "?", "die": "?", "das": "n", "den": "m", "dem": "?", "zum": "?", "zur": "f", "vom": "?", "im": "?",
    "kein": "?", "keine": "f", "keinen": "m", "am": "?", "beim": "?", "ins": "n", "ans": "n",
    **{f"{owner}{end}": gender for owner in ("sein", "ihr", "mein", "unser", "dein") for end, gender in
       (("", "?"), ("e", "f"), ("en", "m"), ("em", "?"), ("er", "f"))},
}  # fmt: skip
_ADJECTIVE = re.compile(r"^([a-zäöüß]{3,}?)(?:e|er|es|en|em)$")


def read_phrase(words: list[str], *, subject: bool = False) -> tuple[Phrase, int] | None:
    """Read a noun phrase at the start of `words`; return it and how many words it takes.

    An unknown noun takes its gender from the article: "einen Glimbo" is masculine, "ein Glimbo" masculine as a subject
    and neuter as an object.

    >>> read_phrase(["einen", "goldenen", "Schlüssel"])[0].form("ea")
    'einen goldenen Schlüssel'
    """
    if not words:
        return None
    first = words[0].lower()
    taken = 0
    hint = ""
    count = ""
    if first in _ARTICLES:
        hint, taken = _ARTICLES[first], 1
    if words[taken : taken + 1] and words[taken].lower() in _NUMBERS:
        count, taken = words[taken].lower(), taken + 1
    adjectives: list[str] = []
    while taken < len(words) and not words[taken][:1].isupper():
        match = _ADJECTIVE.match(words[taken])
        if not match or not (hint or count):
            return None
        adjectives.append(match[1])
        taken += 1
    if taken >= len(words) or not words[taken][:1].isalpha():
        return None
    return _with_noun(words[taken], hint, first, count, tuple(adjectives), subject), taken + 1


def _with_noun(word: str, hint: str, article: str, count: str, adjectives: tuple[str, ...], subject: bool) -> Phrase:
    found = find_noun(word)
    if found:
        noun, plural = found
        owned = article.endswith("e") and article != "eine" and noun.gender != FEMININE
        many = plural or (noun.plural == noun.word and (bool(count) or owned))
        if noun.weak and article in ("den", "dem", "einen", "einem"):
            many = False
        if many and (article.endswith("e") or article == "den" or count or article == word.lower()):
            return of_noun(noun, plural=True, adjectives=adjectives, count=count)
        return of_noun(noun, adjectives=adjectives)
    if count:
        return Phrase(word, PLURAL, adjectives=adjectives, count=count)
    gender = hint
    if hint in ("?", ""):
        gender = {"der": MASCULINE, "die": FEMININE}.get(article, "")
        gender = gender or (_guessed(word, article, subject))
    return Phrase(word, gender, adjectives=adjectives)


def _guessed(word: str, article: str, subject: bool) -> str:
    """Guess the gender of an unknown noun whose article leaves it open."""
    if word.endswith(("e", "in", "ung")):
        return FEMININE
    return MASCULINE if subject or article.endswith("m") else NEUTER
