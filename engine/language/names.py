"""Names put in and taken out of German texts, with the genitive that belongs to them.

A name gets an `s` in the genitive and no apostrophe, *Annas Hut*; one that ends in s, ß, x, z, tz or ce gets an
apostrophe and no `s`, *Max’ Hut* (Amtliches Regelwerk der deutschen Rechtschreibung 2018, § 96).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

APOSTROPHE = "’"

_HISSING = ("s", "ß", "x", "z", "ce")
_TAIL = r"(?P<tail>['’]?[sS]|['’]|chens?|leins?|CHENS?|LEINS?)?"
"""A genitive, an apostrophe or a closing quotation mark, a small one: *Maxchen* is Max."""


def genitive(name: str) -> str:
    """Return a name in the genitive.

    >>> [genitive(name) for name in ("Anna", "Max", "Hans", "Moritz", "Alice", "Groß", "Anna Lena")]
    ['Annas', 'Max’', 'Hans’', 'Moritz’', 'Alice’', 'Groß’', 'Anna Lenas']
    """
    return name + (APOSTROPHE if _hisses(name) else "s")


def renamed(text: str, names: Mapping[str, str], language: str = "de") -> str:
    """Return a text with each name replaced by another, in the same case; all at once, so that two may be swapped.

    A name is found as it is written and all in capitals, never in small letters: *will* is no Will. Other words that
    begin with it are left alone.

    Args:
        names: what is to be written for each name.
        language: in another one than German a name keeps the ending it has.

    >>> renamed("Linas Hut. Das ist Lina! LINA-Haus, Linachen, Linas’ und Karolina", {"Lina": "Max"})
    'Max’ Hut. Das ist Max! MAX-Haus, Maxchen, Linas’ und Karolina'
    >>> renamed("Max’ Hut, ‚Max‘ und Max", {"Max": "Emma"})
    'Emmas Hut, ‚Emma‘ und Emma'
    >>> renamed("Lina's hat", {"Lina": "Max"}, "en")
    "Max's hat"
    """
    wanted = {name: other for name, other in names.items() if name.strip() and other.strip() and name != other}
    if not wanted:
        return text
    by_form = {name.upper(): other.upper() for name, other in wanted.items()} | wanted

    def write(found: re.Match[str]) -> str:
        name, tail = found["name"], found["tail"] or ""
        other = by_form[name]
        quoted = text[found.start() - 1 : found.start()] == "'"
        if language == "de" and _is_genitive(name, tail, "" if quoted else text[found.end() : found.end() + 2]):
            return genitive(other).upper() if name not in wanted else genitive(other)
        return other + tail

    return _sought(tuple(by_form)).sub(write, text)


@lru_cache(64)
def _sought(names: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds the names with what hangs on them, longer ones first."""
    either = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?P<name>{either}){_TAIL}(?![\w’])")


def _is_genitive(name: str, tail: str, after: str) -> bool:
    """Whether a name's tail is a genitive; after a hissing name an apostrophe is, else it closes a quotation."""
    if tail.lower().lstrip("'’") == "s":
        return True
    if not _hisses(name) or tail not in ("'", APOSTROPHE):
        return False
    return tail == APOSTROPHE or (after[:1].isspace() and after[1:].isalpha())


def _hisses(name: str) -> bool:
    return name.casefold().endswith(_HISSING)
