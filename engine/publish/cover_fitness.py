"""Checks of the cover, and what only the printing service's own calculator, inks and licences can answer."""

from __future__ import annotations

from collections.abc import Iterator

from engine.presets import Colours, FormatPreset
from engine.publish import typeface
from engine.publish.cover import barcode_zone, cover_sheet, wrap
from engine.publish.finding import Cause, Finding, Severity
from engine.publish.geometry import Box
from engine.publish.picture_fitness import of_resolution
from engine.publish.sheets import Words
from engine.publish.source import Source


def of_cover(book: Source, page: FormatPreset, pages: int, *, soft: bool) -> Iterator[Finding]:
    """Yield what is wrong with the cover of a book of so many pages.

    Args:
        soft: whether somebody has said yes to soft pictures.
    """
    if book.cover is None:
        return  # the page without a picture says so
    measures, sheet = cover_sheet(book, page, pages)
    zone = barcode_zone(measures)
    free = page.safe.outer
    faces = [Box(x + free, free, page.trim_width - 2 * free, page.trim_height - 2 * free) for x in (0, measures.front)]
    for words in (item for item in sheet.items if isinstance(item, Words) and not item.turned):
        boxes = [
            Box(line.x, line.baseline - high, typeface.measure(line.text, words.size, bold=words.bold), high)
            for line in words.lines
            if (high := words.size * typeface.POINT * 0.7)
        ]
        printed = [box for box in boxes if not box.within(zone, slack=6.0)]
        if any(box.overlaps(zone) for box in printed):
            message = "The text on the back reaches into the place of the bar code."
            yield Finding(Severity.ERROR, "back-long", None, message, "Shorten it.", Cause.PARTS)
        elif not all(any(box.within(face, slack=0.1) for face in faces) for box in printed):
            message = "Words on the cover stand nearer to the trim than the printing service allows."
            yield Finding(Severity.ERROR, "unsafe-words", None, message, "Shorten the text.", Cause.BOOK)
    for picture in sheet.pictures:
        yield from of_resolution(book, None, picture, soft)
    if not book.edition.blurb.strip():
        message = "The back of the cover says nothing of the book."
        hint = "Write forty to seventy words that make one want to open it."
        yield Finding(Severity.NOTE, "no-blurb", None, message, hint, Cause.PARTS)


def of_service(book: Source, page: FormatPreset, pages: int, *, cover: bool) -> Iterator[Finding]:
    """Yield what nobody but the printing service, or a licence, can answer.

    Args:
        cover: whether the cover is what is made.
    """
    if not page.vendor:
        return
    if page.spine.estimated and not book.edition.spine:
        thick = wrap(book, page, pages).spine
        message = f"The spine of {thick:.1f} mm is an estimate; {page.vendor} has a calculator of its own."
        hint = "Ask it, and enter what it says as the spine's width."
        severity = Severity.WARNING if cover else Severity.NOTE
        yield Finding(severity, "spine-estimated", None, message, hint, Cause.FORMAT)
    if page.colour is Colours.CMYK:
        message = f"{page.vendor} prints in four inks: bright greens, blues and pinks come out duller."
        yield Finding(Severity.NOTE, "duller-colours", None, message, "Order a printed proof.", Cause.FORMAT)
    credits = book.edition.imprint.credits.casefold()
    if "licen" not in credits and "lizenz" not in credits:
        takes = [one.take for one in book.pages if one.take is not None and not one.take.sketch]
        for model in dict.fromkeys(take.recipe.checkpoint for take in takes):
            message = f"Whether pictures by {model} may be sold, its licence says; nobody here has read it."
            hint = "Read it where the model comes from, and name it in the credits."
            yield Finding(Severity.NOTE, "model-licence", None, message, hint, Cause.IMPRINT)
