"""Checks of the pictures at their places: how sharp they are, what is lost of them, what lies where it is cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from engine.book.model import Role
from engine.presets import SAME_SHAPE, FormatPreset
from engine.publish.finding import Cause, Finding, Severity
from engine.publish.geometry import Box, paper, resolution
from engine.publish.proof import SOFT, USUAL
from engine.publish.sheets import Picture, Sheet
from engine.publish.sight import Sight
from engine.publish.source import PublishedPage, Source
from engine.units import Mm

GUTTER: Mm = 10.0
"""So much of a page the fold of a bound book swallows."""

NEARLY_AT_TRIM: Mm = 2.0
"""A picture that ends so near to the trim was meant to reach over it; a knife goes a millimetre wrong."""


def of_pictures(book: Source, pages: Sequence[PublishedPage]) -> Iterator[Finding]:
    """Yield what can be seen of the chosen pictures themselves, without their places."""
    known: dict[str, tuple[int, Sight]] = {}
    for one in pages:
        if one.take is None or (seen := book.sight(one.take)) is None:
            continue
        yield from _of_sight(one.number, seen)
        if one.role is not Role.STORY or one.take.id in known:
            continue  # that the same take is shown twice is said elsewhere
        twin = next((number for number, other in known.values() if seen.looks_like(other)), None)
        if twin is not None:
            message = f"The picture looks like that of page {twin}."
            hint = "Paint another one, unless it is meant so."
            yield Finding(Severity.NOTE, "similar-picture", one.number, message, hint, Cause.PICTURE)
        known[one.take.id] = one.number, seen


def _of_sight(number: int, seen: Sight) -> Iterator[Finding]:
    if seen.even:
        message = "The picture shows nothing: it is one colour all over."
        yield Finding(Severity.WARNING, "blank-picture", number, message, "Paint it again.", Cause.PICTURE)
    if seen.black_edges:
        message = "Black runs along the picture's edges; cut a little askew, it looks like a mistake."
        hint = "Paint it again, or choose a layout that shows it whole."
        yield Finding(Severity.NOTE, "black-edges", number, message, hint, Cause.PICTURE)
    if seen.see_through:
        message = "The picture can be seen through; in the book white paper shows there."
        yield Finding(Severity.NOTE, "see-through", number, message, "Look at the proof.", Cause.PICTURE)


def of_place(
    book: Source, number: int, picture: Picture, page: FormatPreset, *, right: bool, soft: bool
) -> Iterator[Finding]:
    """Yield what is wrong with a picture at its place.

    Args:
        right: whether the page is a right one, with its gutter on the left.
        soft: whether somebody has said yes to soft pictures.
    """
    yield from of_resolution(book, number, picture, soft)
    if not picture.soft and _ends_at_trim(picture.box, page, right=right):
        message = "The picture ends at the trim; where the knife goes a little wrong, white paper shows."
        yield Finding(Severity.ERROR, "no-bleed", number, message, "Choose another layout.", Cause.LAYOUT)
    seen = book.sight(picture.take)
    if seen is not None and seen.busiest is not None:
        yield from _of_busiest(number, picture, seen.busiest, page, right=right)


def of_crops(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Yield the pages of the book that show too little of their picture; a spread shows it on two pages of paper."""
    shown: dict[tuple[int, str], float] = {}
    for sheet in sheets:
        for picture in sheet.pictures:
            if sheet.number is not None:
                key = (sheet.number, picture.take.id)
                shown[key] = shown.get(key, 0.0) + 1 - picture.crop.lost
    for (number, _), part in shown.items():
        if part < 1 - SAME_SHAPE - 0.01:
            message = f"The page shows {part:.0%} of the picture; the rest is cut off."
            hint = "Choose another layout, or paint it again for this one."
            yield Finding(Severity.WARNING, "cropped", number, message, hint, Cause.LAYOUT)


def of_resolution(book: Source, number: int | None, picture: Picture, soft: bool) -> Iterator[Finding]:
    """Yield that a picture looks soft on paper."""
    dpi = resolution(book.size(picture.take), picture.crop, picture.box)
    if dpi < SOFT:
        refused = not (soft or picture.take.sketch)
        message = f"The picture has {dpi:.0f} pixels per inch; below {SOFT} it looks soft on paper."
        hint = "Enlarge it with a model, paint it larger, or say yes to soft pictures; a screen needs no more."
        severity = Severity.ERROR if refused else Severity.WARNING
        yield Finding(severity, "low-resolution", number, message, hint, Cause.PICTURE)
    elif dpi < USUAL:
        message = f"The picture has {dpi:.0f} pixels per inch; {USUAL} and more look sharp on paper."
        hint = "Fine on a screen; for print enlarge it with a model."
        yield Finding(Severity.WARNING, "low-resolution", number, message, hint, Cause.PICTURE)


def _ends_at_trim(box: Box, page: FormatPreset, *, right: bool) -> bool:
    """Whether a side lies near the trim, but does not reach over it to the end of the paper."""
    edge = paper(page, right=right)
    sides = (
        (box.x, box.x - edge.x),
        (box.y, box.y - edge.y),
        (page.trim_width - box.right, edge.right - box.right),
        (page.trim_height - box.bottom, edge.bottom - box.bottom),
    )
    return any(from_trim < NEARLY_AT_TRIM and from_edge > 0.01 for from_trim, from_edge in sides)


def _of_busiest(
    number: int, picture: Picture, busiest: tuple[float, float], page: FormatPreset, *, right: bool
) -> Iterator[Finding]:
    """A face cannot be told from a bush here; where most happens, somebody should look."""
    crop, box = picture.crop, picture.box
    across = (busiest[0] - crop.left) / (crop.right - crop.left)
    down = (busiest[1] - crop.top) / (crop.bottom - crop.top)
    if not (0 <= across <= 1 and 0 <= down <= 1):
        return
    x, y = box.x + across * box.width, box.y + down * box.height
    from_fold = x if right else page.trim_width - x
    from_trim = min(y, page.trim_height - y, page.trim_width - x if right else x)
    if from_fold < GUTTER:
        message = "Where most happens in the picture lies in the fold; whether it is a face cannot be told."
        hint = "Look at the proof; choose another layout, or paint it again."
        yield Finding(Severity.NOTE, "in-gutter", number, message, hint, Cause.LAYOUT)
    elif from_trim < page.safe.outer:
        message = "Where most happens in the picture lies near the trim; whether it is a face cannot be told."
        hint = "Look at the proof; choose another layout, or paint it again."
        yield Finding(Severity.NOTE, "near-trim", number, message, hint, Cause.LAYOUT)
