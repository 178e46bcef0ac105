"""Who is seen on a page, and what to call them where a name would mean nothing to an image model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from engine.book.model import Book, Character, Page
from engine.illustrator.emphasis import plain, weighted

_NOT_A_NAME = frozenset({"Der", "Die", "Das", "Ein", "Eine", "Herr", "Frau", "The", "Mr", "Mrs"})
"""Words that stand in names and in every other sentence."""

_MORE_THAN_THE_FIGURE = re.compile(r"\s+(?:with|wearing|in|holding|who|and)\s.*$|[,;].*$")
"""Where a look stops to say what somebody is, and begins to say what they wear."""


def seen_on(book: Book, page: Page) -> tuple[Character, ...]:
    """Return those of the cast who are seen on a page, in the order of the cast.

    First comes what the scene says itself; then who is named in its text, its action or its outline; and where nobody
    is named, everybody is there: a page says "er" of somebody the pages before have named.
    """
    listed = {name.casefold() for name in page.scene.characters}
    told = " ".join((page.scene.text, page.scene.action, page.outline.who, page.outline.what))
    by_scene = tuple(character for character in book.cast if character.name.casefold() in listed)
    return by_scene or tuple(c for c in book.cast if _names(c, book.cast).search(told)) or book.cast


def block_of(character: Character) -> str:
    """Return a character's block as it stands in prompts, with the weight the author gave the character.

    >>> block_of(Character(name="Finn", block="(small fox:1.2)", weight=1.1))
    '(small fox:1.1)'
    >>> block_of(Character(name="Finn", block="small fox, (red:1.3) scarf", weight=1.2))
    '(small fox, (red:1.3) scarf:1.2)'
    """
    if character.weight is None or not character.block.strip():
        return character.block
    return weighted(character.block.strip(), character.weight)


def without_names(text: str, cast: Iterable[Character]) -> str:
    """Return an action in which every name is replaced by what the character is.

    >>> fox = Character(name="Finn", block="(small orange fox with a blue scarf:1.2)")
    >>> without_names("Finn looks at Finn's tail", [fox])
    "small orange fox looks at small orange fox's tail"
    """
    everybody = tuple(cast)
    for character in everybody:
        text = _names(character, everybody).sub(_called(character), text)
    return " ".join(text.split())


def names_in(text: str, cast: Iterable[Character]) -> list[tuple[int, int]]:
    """Return where names of the cast stand in a text, in its order.

    >>> names_in("a fox and Finn", [Character(name="Finn")])
    [(10, 14)]
    """
    everybody = tuple(cast)
    return sorted({found.span() for one in everybody for found in _names(one, everybody).finditer(text)})


def _called(character: Character) -> Callable[[re.Match[str]], str]:
    figure = _MORE_THAN_THE_FIGURE.sub("", plain(character.block)).strip()

    def call(found: re.Match[str]) -> str:
        if not figure or found[1] is None:
            return figure
        return figure + ("'s" if found[1] == "s" else found[1])

    return call


def _names(character: Character, cast: Iterable[Character]) -> re.Pattern[str]:
    """Return what finds a character, and its genitive: the whole name, or a word of it that is nobody else's.

    Case counts: names are written large, and a character called Stern is not every "stern".
    """
    others = {word for other in cast if other.name != character.name for word in _words(other)}
    own = [word for word in _words(character) if word not in others]
    names = sorted({character.name.strip(), *own} - {""}, key=lambda name: (-len(name), name))
    either = "|".join(re.escape(name) for name in names)
    return re.compile(rf"(?<!\w)(?:{either})(s|['’]s?)?(?!\w)" if names else r"(?!)")


def _words(character: Character) -> list[str]:
    words = re.findall(r"[^\W\d_]+", character.name)
    return [word for word in words if word[0].isupper() and len(word) > 1 and word not in _NOT_A_NAME]
