"""The pages of an export as pictures, to be leafed through before a file is written: the same sheets, drawn by Pillow.

What a PDF reader would show needs a PDF reader; the sheets are all there is to show, and the file is made from them.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from engine.book.folder import BookFolder
from engine.presets import FormatPreset
from engine.publish import typeface
from engine.publish.contact import A4, contact_sheets
from engine.publish.cover import cover_sheet, front_sheet
from engine.publish.flow import SCREEN, flow_sheets
from engine.publish.geometry import Box, paper, safe, trimmed
from engine.publish.imposition import A4 as A4_ACROSS
from engine.publish.imposition import imposed, paired
from engine.publish.matter import sheets
from engine.publish.painted import in_pixels, painted
from engine.publish.preflight import presets
from engine.publish.profile import Profile
from engine.publish.proof import CUT, SAFE
from engine.publish.sheets import Colour, Sheet, is_right
from engine.publish.source import Source, source
from engine.publish.typeface import setting_in
from engine.units import Mm, Px

if TYPE_CHECKING:
    from PIL.Image import Image

INCH: Mm = 25.4

DESK: Colour = (88, 88, 88)
"""What lies around a book that is open at its first or last page."""

FOLD: Colour = (176, 176, 176)

LEAST: Px = 320
"""Lower pages are not drawn, but made small afterwards: letters and soft edges need some pixels to be themselves."""

MARK_PART = 0.008
"""Width of the lines on a proof, in parts of the picture's height: they survive being made small."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of paper, or of a screen: what stands on it, and where it is cut. A cover is a single leaf."""

    sheet: Sheet
    right: bool
    """Whether it is a right page of the bound book."""
    edge: Box
    """The paper with its bleed, from the corner of the trimmed page."""
    trim: Box
    safe: Box | None
    """What stays clear of knife and gutter; a cover has none of its own."""
    shows: tuple[int, ...] = ()
    """Pages of the book, from 1, that lie side by side on it."""


@dataclass(frozen=True, slots=True)
class Paper:
    """A book as it will be bound, its cover, or what else is made of it."""

    book: Source
    page: FormatPreset
    leaves: tuple[Leaf, ...]
    bound: int = 0
    """How many pages the book itself has, however many there are to be seen."""

    @property
    def spreads(self) -> tuple[tuple[int | None, int | None], ...]:
        """Return what lies open together: places of a left and a right leaf, None where there is no page."""
        count = len(self.leaves)
        pairs = [(left, left + 1 if left + 1 < count else None) for left in range(1, count, 2)]
        return ((None, 0), *pairs) if count else ()

    def fingerprint(self, place: int) -> str:
        """Return twelve hex digits that change when the leaf looks different."""
        leaf = self.leaves[place]
        sizes = [self.book.size(picture.take) for picture in leaf.sheet.pictures]
        return hashlib.sha256(repr((leaf, sizes, self.book.face)).encode()).hexdigest()[:12]


def lay_out(folder: BookFolder, *, format_name: str | None = None, profile: Profile | None = None) -> Paper:
    """Return the book as an export with this purpose would have it. Blocks: call it in a thread.

    Raises:
        FibelError: `preset_unknown`, `preset_broken`, `file_unreadable`, `names_broken`; for a cover also
            `export_incomplete`, there is no picture to put on it.
    """
    page, age = presets(folder.book, format_name)
    published = source(folder)
    on_paper = profile is None or profile.on_paper
    face = published.face if profile is None or profile.suffix == ".pdf" or published.face.shared else typeface.ANDIKA
    with setting_in(face):
        bound = sheets(published, page, age, filled=on_paper, folded=profile is Profile.BOOKLET)
        leaves = tuple(_leaves(published, page, bound, profile))
    return Paper(replace(published, face=face), page, leaves, len(bound))


def _leaves(book: Source, page: FormatPreset, bound: Sequence[Sheet], profile: Profile | None) -> Iterator[Leaf]:
    match profile:
        case Profile.COVER:
            around, sheet = cover_sheet(book, page, len(bound))
            yield Leaf(sheet, True, around.sheet, around.trim, None)
        case Profile.BOOKLET:
            for left, right in imposed(len(bound)):
                shown = paired(bound[left], bound[right], page)
                yield Leaf(shown, True, A4_ACROSS, A4_ACROSS, None, (left + 1, right + 1))
        case Profile.CONTACT:
            for sheet in contact_sheets(book):
                yield Leaf(sheet, True, A4, A4, None)
        case Profile.REFLOW:
            yield from _front(book, page)
            for sheet in flow_sheets(book):
                yield Leaf(sheet, True, SCREEN, SCREEN, None)
        case _:
            if profile is Profile.FIXED:
                yield from _front(book, page)
            for count, sheet in enumerate(bound):
                right = is_right(count)
                yield Leaf(sheet, right, paper(page, right=right), trimmed(page), safe(page, right=right))


def _front(book: Source, page: FormatPreset) -> Iterator[Leaf]:
    """Yield the cover as an e-book shows it."""
    if (front := front_sheet(book, page)) is not None:
        yield Leaf(front, True, trimmed(page), trimmed(page), None)


def page_picture(laid: Paper, place: int, height: Px, *, marks: bool = False) -> bytes:
    """Return one leaf as PNG: what is left when it has been cut, or all of it with the lines of a proof.

    Args:
        place: of the leaf, from 0.
        height: wanted; the picture may be higher.
        marks: show the bleed, and where the page is cut and what is safe.

    Raises:
        FibelError: `take_missing`, `take_broken`.
    """
    leaf, height = laid.leaves[place], max(height, LEAST)
    return _png(_drawn(laid, leaf, leaf.edge if marks else leaf.trim, height, marks=marks))


def spread_picture(laid: Paper, spread: tuple[int | None, int | None], height: Px) -> bytes:
    """Return what lies open before the reader as PNG, the fold in the middle; raises as :func:`page_picture`."""
    from PIL import Image, ImageDraw

    sides = [None if place is None else laid.leaves[place] for place in spread]
    height = max(height, LEAST)
    width = round(height * laid.page.trim_width / laid.page.trim_height)
    made = Image.new("RGB", (2 * width, height), DESK)
    for side, leaf in enumerate(sides):
        if leaf is not None:
            drawn = _drawn(laid, leaf, leaf.trim, height, marks=False)
            made.paste(drawn.resize((width, height)) if drawn.width != width else drawn, (side * width, 0))
    if all(sides):
        pen = max(1, round(height * MARK_PART / 2))
        ImageDraw.Draw(made).line([(width, 0), (width, height)], fill=FOLD, width=pen)
    return _png(made)


def _drawn(laid: Paper, leaf: Leaf, shown: Box, height: Px, *, marks: bool) -> Image:
    """Return the part of a leaf that is shown."""
    from PIL import ImageDraw

    scale = height / shown.height
    with setting_in(laid.book.face):
        made = painted(laid.book, leaf.sheet, shown, scale * INCH)
    if marks:
        pen, width = ImageDraw.Draw(made), max(1, round(height * MARK_PART))
        for box, colour in ((leaf.trim, CUT), (leaf.safe, SAFE)):
            if box is not None:
                pen.rectangle(in_pixels(box, shown, scale), outline=colour, width=width)
    return made


def _png(picture: Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "PNG", compress_level=1)
    return buffer.getvalue()
