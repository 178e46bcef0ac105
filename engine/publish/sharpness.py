"""How sharp each page's pictures are on paper: as they were painted, and as a model has enlarged them."""

from __future__ import annotations

from dataclasses import dataclass

from engine.publish.facsimile import Paper
from engine.publish.geometry import resolution
from engine.publish.proof import SHARP, SOFT


@dataclass(frozen=True, slots=True)
class Sharpness:
    """Of the coarsest picture on some pages of the book, in pixels to the inch."""

    pages: tuple[int, ...]
    """The book's pages, from 1, in order; none for the cover."""
    effective: int
    """What counts on paper: enlarging by a model adds to it, by arithmetic it does not."""
    native: int
    """What was painted."""

    @property
    def soft(self) -> bool:
        """Whether it looks soft to everybody."""
        return self.effective < SOFT

    @property
    def sharp(self) -> bool:
        """Whether nothing is to be wished for."""
        return self.effective >= SHARP


def sharpness(laid: Paper) -> tuple[Sharpness, ...]:
    """Return how sharp the pages are, the softest first, pages that are alike together."""
    coarsest: dict[int | None, tuple[int, int]] = {}
    for leaf in laid.leaves:
        for picture in leaf.sheet.pictures:
            take, shown = picture.take, (picture.crop, picture.box)
            both = round(resolution(laid.book.size(take), *shown)), round(resolution((take.width, take.height), *shown))
            if leaf.sheet.number is not None or len(laid.leaves) == 1:
                coarsest[leaf.sheet.number] = min(both, coarsest.get(leaf.sheet.number, both))
    alike: dict[tuple[int, int], list[int]] = {}
    for number, both in coarsest.items():
        alike.setdefault(both, []).extend([] if number is None else [number])
    return tuple(Sharpness(tuple(sorted(pages)), *both) for both, pages in sorted(alike.items()))
