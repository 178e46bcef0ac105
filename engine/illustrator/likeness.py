"""Who drifts: each page's picture beside its characters' references, judged by the book itself and never rejected.

What a likeness of 0.7 means depends on the style and the eye, so no number stands alone: a picture is conspicuous where
it lies far below what is usual in this book. The author decides what that means.
"""

from __future__ import annotations

import re
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

DARKEST = 110.0
"""Mean brightness, of 255, below which colours do not say who somebody is: moonlight has about 90, an evening 135."""

_COVERED = re.compile(
    r"\b(?:asleep|sleep(?:s|ing)?|in (?:his |her |its |their |the |a )?bed|blankets?|covers|hiding|hides|hidden"
    r"|peek(?:s|ing)?|silhouettes?|from behind|seen from the back)\b",
    re.IGNORECASE,
)
"""What is to be seen when little is to be seen of somebody."""


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

    def can_tell(self, picture: Picture, action: str) -> bool:
        """Say whether a likeness means anything on this picture; where it does not, nobody is called to look.

        Args:
            action: what is to be seen on it, in English.

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
    sure: bool = True
    """Whether the likeness means anything: by its colours nobody knows who sleeps under a blanket, or in the dark."""


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

    def can_tell(self, picture: Picture, action: str) -> bool:
        """Say no of pictures in the dark, and of figures that are hidden or in bed; see :class:`Eye`."""
        return not _COVERED.search(action) and self._figure(picture).light >= DARKEST

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
    found.sort(key=lambda one: (not one.sure, one.likeness - one.usual, one.page, one.character))
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
        picture = Picture(take.id, partial(read, take))
        alike = eye.alike(picture, model)
        sure = eye.can_tell(picture, page.scene.action)
        yield Compared(page.id, take.id, character.name, alike, alike, conspicuous=False, sure=sure)


def _judged(pages: list[Compared]) -> Iterator[Compared]:
    """Say of each picture of a character what is usual among the others, and whether it lies far below.

    A picture on which nobody can tell is neither called conspicuous nor counted as usual.
    """
    for one in pages:
        others = [other.likeness for other in pages if other is not one and other.sure]
        if len(others) < FEWEST or not one.sure:
            yield one
            continue
        usual = median(others)
        deviation = median(abs(other - usual) for other in others)
        yield replace(one, usual=usual, conspicuous=one.likeness < usual - max(FAR * deviation, SLACK))
