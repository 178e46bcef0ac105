"""A4 paper folded in the middle: which pages lie side by side on each side of it, and what such a side looks like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from engine.presets import FormatPreset
from engine.publish.geometry import Box, Crop, half, trimmed
from engine.publish.sheets import Item, Line, Matter, Picture, Sheet, Words

A4 = Box(0, 0, 297, 210)
FOLD = A4.width / 2


def imposed(pages: int) -> tuple[tuple[int, int], ...]:
    """Return the left and the right page (from 0) of each side of paper, front and back in turn.

    Args:
        pages: a multiple of four.

    >>> imposed(8)
    ((7, 0), (1, 6), (5, 2), (3, 4))
    """
    sides = ((pages - 1 - n, n) for n in range(pages // 2))
    return tuple((low, high) if low % 2 else (high, low) for high, low in sides)


def placed(page: FormatPreset) -> tuple[float, tuple[Box, Box]]:
    """Return how much smaller pages are on A4, never larger, and where the left and the right one lie."""
    scale = min(1.0, FOLD / page.trim_width, A4.height / page.trim_height)
    width, height = page.trim_width * scale, page.trim_height * scale
    top = (A4.height - height) / 2
    return scale, (Box(FOLD - width, top, width, height), Box(FOLD, top, width, height))


def paired(left: Sheet, right: Sheet, page: FormatPreset) -> Sheet:
    """Return one side of paper with two pages on it, what bleeds cut off."""
    scale, boxes = placed(page)
    pairs = zip((left, right), boxes, strict=True)
    return Sheet(tuple(item for sheet, box in pairs for item in _smaller(sheet, page, box, scale)), Matter.SIDE)


def _smaller(sheet: Sheet, page: FormatPreset, place: Box, scale: float) -> Iterator[Item]:
    """Yield what stands on a page, moved to its place on a larger paper."""

    def moved(box: Box) -> Box:
        return Box(place.x + box.x * scale, place.y + box.y * scale, box.width * scale, box.height * scale)

    for item in sheet.items:
        match item:
            case Words():
                lines = tuple(Line(o.text, place.x + o.x * scale, place.y + o.baseline * scale) for o in item.lines)
                yield replace(item, lines=lines, size=item.size * scale)
            case Picture():
                box, crop = cut(item, trimmed(page))
                mist = item.mist
                if mist is not None:
                    gutter = None if mist.gutter is None else place.x + mist.gutter * scale
                    mist = replace(mist, words=moved(mist.words), gutter=gutter)
                yield replace(item, box=moved(box), crop=crop, mist=mist)
            case _:
                yield replace(item, box=moved(item.box))


def cut(picture: Picture, trim: Box) -> tuple[Box, Crop]:
    """Return the part of a picture's box, and of the picture, that is left when the page has been cut."""
    box = picture.box
    left, top = max(box.x, trim.x), max(box.y, trim.y)
    part = Box(left, top, min(box.right, trim.right) - left, min(box.bottom, trim.bottom) - top)
    return part, picture.crop if part == box else half(picture.crop, box, part)
