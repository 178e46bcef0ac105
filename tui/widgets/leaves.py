"""Pages of paper to be shown: what they are called, and how the picture widget has them drawn."""

from __future__ import annotations

from collections.abc import Callable

from engine.errors import FibelError
from engine.publish.facsimile import Leaf, Paper, page_picture, spread_picture
from engine.publish.sheets import Matter
from engine.units import Px
from tui.widgets.picture import Shown
from tui.words import say

MATTERS = {
    Matter.HALF_TITLE: "Half title",
    Matter.TITLE: "Title page",
    Matter.IMPRINT: "Imprint",
    Matter.DEDICATION: "Dedication",
    Matter.BELONGS: "“This book belongs to”",
    Matter.STORY: "Story",
    Matter.CAST: "Who plays in it",
    Matter.ABOUT: "About the book",
    Matter.END: "End",
    Matter.BLANK: "Empty page",
    Matter.COVER: "Cover",
    Matter.SIDE: "Two pages on A4",
    Matter.CONTACT: "Contact sheet",
}

Spread = tuple[int | None, int | None]


def matter_words(leaf: Leaf) -> str:
    """Return what a page of paper is."""
    words = say(MATTERS[leaf.sheet.matter])
    return f"{words}, {say('Page {n}', n=leaf.sheet.number)}" if leaf.sheet.number else words


def page_shown(laid: Paper, place: int, *, marks: bool) -> Shown:
    """Return one page of paper as the picture widget shows it; with marks its bleed, trim and safe area too."""
    name = f"leaf {laid.fingerprint(place)} {marks}"
    return Shown(name, draw=_drawing(lambda height: page_picture(laid, place, height, marks=marks)))


def spread_shown(laid: Paper, spread: Spread) -> Shown:
    """Return two pages that lie open together as the picture widget shows them."""
    name = " ".join("-" if place is None else laid.fingerprint(place) for place in spread)
    return Shown(f"spread {name}", draw=_drawing(lambda height: spread_picture(laid, spread, height)))


def _drawing(draw: Callable[[Px], bytes]) -> Callable[[Px], bytes]:
    def drawn(height: Px) -> bytes:
        try:
            return draw(height)
        except FibelError as error:  # a take that is gone or broken: the preflight names it
            raise OSError(str(error)) from error

    return drawn
