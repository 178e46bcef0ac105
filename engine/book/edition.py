"""How a book is made up for print and screen: layout, parts around the story, imprint, cover.

Nothing here changes a text or a picture; a book without an edition is published as Fibel thinks best.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from engine.book.values import Line, Text, Value
from engine.units import Mm


class Layout(StrEnum):
    """Where a story page's picture and text go."""

    BELOW = "below"
    """Picture above, text below it."""
    OVER = "over"
    """The picture fills the page, the text stands on it where it is calm."""
    FACING = "facing"
    """The text on the left page, the picture filling the right one."""
    SPREAD = "spread"
    """One picture over two pages, the text on one of them."""
    VIGNETTE = "vignette"
    """A picture with soft edges, text below it."""

    @property
    def pages(self) -> int:
        """How many pages of paper one page of the story takes."""
        return 2 if self in (Layout.FACING, Layout.SPREAD) else 1


class Extra(StrEnum):
    """A page around the story that the author may want."""

    HALF_TITLE = "half-title"
    BELONGS = "belongs"
    CAST = "cast"
    ABOUT = "about"


class Imprint(Value):
    """What German press laws ask of a printed book (Landespressegesetze, § 8 in most): who stands for it, and where.

    A pseudonym or a post office box does not do.
    """

    name: Line = ""
    street: Line = ""
    town: Line = ""
    """With its postal code."""
    email: Line = ""
    publisher: Line = ""
    printer: Line = ""
    """Empty takes what the format's vendor prints as its own."""
    isbn: Line = ""
    edition: Line = ""
    year: Annotated[int, Field(ge=0, le=2_200)] = 0
    credits: Text = ""

    @property
    def complete(self) -> bool:
        return bool(self.name and self.street and self.town)


class Edition(Value):
    """How the book is made up."""

    layout: Layout | None = None
    """None lets the texts and pictures decide, for the whole book."""
    extras: tuple[Extra, ...] = ()
    plan: Annotated[int, Field(ge=0, le=96, multiple_of=4)] = 0
    """Pages of paper to come to; 0 takes as many as there are."""
    dedication: Text = ""
    about: Text = ""
    blurb: Text = ""
    """For the back cover."""
    imprint: Imprint = Imprint()
    spine: Annotated[Mm, Field(ge=0, le=80)] = 0.0
    """What the printer's calculator says; 0 takes the format's formula."""
    soft_pictures: bool = False
    """Whether the author has said yes to pictures that look soft on paper."""
    marked: bool = True
    """Whether files say, where machines read it, which words and pictures a machine has made."""
    keywords: tuple[Line, ...] = ()
    """By which a shop lets the book be found."""
    typeface: Line = ""
    """A TrueType file, named from the book's folder; empty sets the book in Andika."""
    typeface_bold: Line = ""
    """The same in bold letters, for titles; empty takes the other ones."""
