"""Who drifts: each page's picture beside its characters' references, judged by the book itself and never rejected.

What a likeness of 0.7 means depends on the style and the eye, so no number stands alone: a picture is conspicuous where
it lies far below what is usual in this book. The author decides what that means.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from statistics import median
from typing import Protocol

from engine.book.model import Book, Character, Region, Take
from engine.illustrator.cast import seen_on
from engine.illustrator.figure import Figure, figure, likeness

FEWEST = 3
"""Other pictures of a character without which nothing can be called usual."""

FAR = 2.0
"""Median deviations below the median of the others that make a picture conspicuous."""

SLACK = 0.14
"""What a likeness may always fall short by: in a book whose pictures are all alike, everything is far off."""


class Eye(Protocol):
    """Somebody who can tell how alike two pictures are."""

    @property
    def name(self) -> str:
        """What the likeness goes by, in the author's words."""
        ...

    def alike(self, picture: Picture, reference: Picture) -> float:
        """Return 0 to 1. Slow; call it in a thread.

        Raises:
            FibelError: `take_broken`, …
        """
        ...


@dataclass(frozen=True, slots=True)
class Picture:
    """A take to look at: its id, how its PNG is had, and where the character stands, if that is known."""

    id: str
    read: Callable[[], bytes]
    part: Region | None = None


@dataclass(frozen=True, slots=True)
class Compared:
    """How alike a page's chosen take is to the reference of a character seen on it.

    `usual` is the median of the character's other pages; `rank` counts from 1, the least alike of the book first.
    `conspicuous` asks the author to look, nothing more.
    """

    page: str
    take: str
    character: str
    likeness: float
    usual: float
    conspicuous: bool
    rank: int = 0


class ColourEye:
    """Goes by colours and lines; needs no model. Remembers each take it has seen, for takes never change.

    May be used from several threads.
    """

    name = "colours and lines"

    def __init__(self) -> None:
        self._seen: dict[tuple[str, Region | None], Figure] = {}
        self._looking = threading.Lock()

    def alike(self, picture: Picture, reference: Picture) -> float:
        """Return how alike two pictures are; see :class:`Eye`."""
        return likeness(self._figure(picture), self._figure(reference))

    def _figure(self, picture: Picture) -> Figure:
        key = (picture.id, picture.part)
        with self._looking:
            if key not in self._seen:
                self._seen[key] = figure(picture.read(), picture.part)
            return self._seen[key]


def compare(book: Book, read: Callable[[Take], bytes], eye: Eye) -> tuple[Compared, ...]:
    """Compare every page's chosen take with the references of those seen on it, the least alike first.

    Characters without a reference, and pages without a picture, are not spoken of. Call it in a thread.

    Args:
        read: brings a take's PNG.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    found = [one for character in book.cast for one in _judged(list(_pages_of(book, character, read, eye)))]
    found.sort(key=lambda one: (one.likeness - one.usual, one.page, one.character))
    return tuple(replace(one, rank=rank) for rank, one in enumerate(found, start=1))


def _pages_of(book: Book, character: Character, read: Callable[[Take], bytes], eye: Eye) -> Iterator[Compared]:
    takes = {take.id: take for page in book.pages for take in page.takes}
    reference = takes.get(character.reference or "")
    if reference is None:
        return
    model = Picture(reference.id, partial(read, reference), character.reference_part)
    for page in book.pages:
        take = page.chosen_take
        if take is None or take.id == reference.id or character not in seen_on(book, page):
            continue
        alike = eye.alike(Picture(take.id, partial(read, take)), model)
        yield Compared(page.id, take.id, character.name, alike, alike, conspicuous=False)


def _judged(pages: list[Compared]) -> Iterator[Compared]:
    """Say of each picture of a character what is usual among the others, and whether it lies far below."""
    for one in pages:
        others = [other.likeness for other in pages if other is not one]
        if len(others) < FEWEST:
            yield one
            continue
        usual = median(others)
        deviation = median(abs(other - usual) for other in others)
        yield replace(one, usual=usual, conspicuous=one.likeness < usual - max(FAR * deviation, SLACK))
