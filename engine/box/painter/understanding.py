"""From a prompt to what is to be drawn."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from engine.box.painter import words
from engine.box.painter.words import COLOURS, NUMBERS, Words

MOST_FIGURES = 4
"""More would stand on each other's feet."""

_WEIGHTED = re.compile(r"\(([^()]*?)(?::\s*\d+(?:\.\d+)?)?\)")
_SYNTAX = re.compile(r"embedding:\S+|[()\[\]{}\\]")
_STYLE_TALK = re.compile(
    r"\b(?:children's|childrens|picture|story)[ -]?book\b|\b(?:gentle|soft|warm|golden|natural|ambient) light(?:ing)?\b"
    r"|\bbook illustration\b|\billustrations?\b|\bpaper texture\b|\bblack ink\b"
)
"""Words of a style that would otherwise be taken for people and things."""

_PIECES = re.compile(r"[,.;:!?\n]+")


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody in the picture. `coat` is the colour of fur, feathers or hair; `worn` pairs garment and colour."""

    kind: str
    coat: str = ""
    worn: tuple[tuple[str, str], ...] = ()
    mood: str = "happy"
    pose: str = ""
    size: str = ""
    count: int = 1

    @property
    def is_person(self) -> bool:
        return self.kind in words.PEOPLE


@dataclass(frozen=True, slots=True)
class Wish:
    """Everything a prompt asks for; empty where it says nothing."""

    place: str = ""
    time: str = ""
    weather: str = ""
    season: str = ""
    figures: tuple[Figure, ...] = ()
    things: tuple[tuple[str, str], ...] = ()
    """Pairs of thing and colour."""
    framing: str = ""
    style: str = "watercolor"

    @property
    def indoors(self) -> bool:
        return self.place in ("room", "kitchen")


def understand(positive: str, negative: str = "") -> Wish:
    """Read a prompt; words that are not known are passed over.

    Args:
        negative: what must not be seen; figures and things named there are left out.
    """
    blocks = [_plain(block) for block in _WEIGHTED.findall(positive)]
    text = _STYLE_TALK.sub(" ", _plain(positive))
    banned = _plain(negative)
    around = text
    for block in blocks:
        around = around.replace(block, " , ", 1)
    figures = _figures(around, blocks, banned)
    things = tuple(
        (thing, _colour_before(around, synonyms))
        for thing, synonyms in words.THINGS.items()
        if _says(around, synonyms) and not _says(banned, synonyms)
    )
    worn = {garment for figure in figures for garment, _ in figure.worn}
    return Wish(
        place=_first(around, words.PLACES),
        time=_first(text, words.TIMES),
        weather=_first(text, words.WEATHERS),
        season=_first(text, words.SEASONS),
        figures=figures,
        things=tuple(pair for pair in things if pair[0] not in worn),
        framing=_first(text, words.FRAMINGS),
        style=_first(text, words.STYLES) or "watercolor",
    )


def _figures(outside: str, blocks: list[str], banned: str) -> tuple[Figure, ...]:
    """Find who is to be seen: those with a block of their own first, in its colours."""
    kinds = {**words.ANIMALS, **words.PEOPLE}
    found: dict[str, Figure] = {}
    for block in blocks:
        for kind, synonyms in kinds.items():
            if _says(block, synonyms) and kind not in found and not _says(banned, synonyms):
                size = _first(block, words.SIZES)
                found[kind] = Figure(kind, _colour_before(block, synonyms), _worn(block), size=size)
    for kind, synonyms in kinds.items():
        if kind not in found and _says(outside, synonyms) and not _says(banned, synonyms):
            here = _around(outside, synonyms)
            count = next((number for word, number in NUMBERS.items() if _says(here, (word,))), 1)
            size = _first(here, words.SIZES)
            found[kind] = Figure(kind, _colour_before(outside, synonyms), _worn(here), size=size, count=count)
    figures = tuple(found.values())[:MOST_FIGURES]
    return tuple(_behaving(figure, outside, alone=len(figures) == 1) for figure in figures)


def _behaving(figure: Figure, text: str, *, alone: bool) -> Figure:
    """Give a figure the mood and pose that its piece of the text tells of it."""
    own = _around(text, {**words.ANIMALS, **words.PEOPLE}[figure.kind])
    mood = _first(own, words.MOODS) or (_first(text, words.MOODS) if alone else "")
    pose = _first(own, words.POSES) or (_first(text, words.POSES) if alone else "")
    return replace(figure, mood=mood or "happy", pose=pose)


def _worn(text: str) -> tuple[tuple[str, str], ...]:
    return tuple(
        (garment, _colour_before(text, synonyms)) for garment, synonyms in words.WORN.items() if _says(text, synonyms)
    )


def _plain(text: str) -> str:
    return " ".join(_SYNTAX.sub(" ", re.sub(r":\s*\d+(?:\.\d+)?(?=\s*\))", "", text)).casefold().split())


def _says(text: str, synonyms: tuple[str, ...]) -> bool:
    return any(_where(text, word) is not None for word in synonyms)


def _where(text: str, word: str) -> int | None:
    found = re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", text)
    return None if found is None else found.start()


def _first(text: str, groups: Words) -> str:
    """Return the group one of whose words comes first."""
    places = {
        name: min((at for word in synonyms if (at := _where(text, word)) is not None), default=None)
        for name, synonyms in groups.items()
    }
    named = [(at, name) for name, at in places.items() if at is not None]
    return min(named)[1] if named else ""


def _around(text: str, synonyms: tuple[str, ...]) -> str:
    """Return the piece between commas that speaks of it."""
    return next((piece for piece in _PIECES.split(text) if _says(piece, synonyms)), "")


def _colour_before(text: str, synonyms: tuple[str, ...]) -> str:
    """Return the colour said of a thing: the last one before it in its piece of the sentence, or one just behind it."""
    piece = _around(text, synonyms)
    at = min((found for word in synonyms if (found := _where(piece, word)) is not None), default=0)
    before = [word for word in re.findall(r"\w+", piece[:at])[-4:] if word in COLOURS]
    return before[-1] if before else ""
