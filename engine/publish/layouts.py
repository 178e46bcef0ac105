"""How the story's pages are made up: the layout each one has, and where its text stands on a picture.

An author may say so for the book and for a page. Who says nothing gets words on the picture where its framing has
kept it free, and else pictures that fade into the paper with their texts below: no face is ever under words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.book.edition import Layout
from engine.language.framing import Place, calm_place
from engine.presets import SAME_SHAPE, AgePreset, FormatPreset
from engine.publish import lines
from engine.publish.calm import DARK
from engine.publish.geometry import Box, covering, margin, trimmed
from engine.publish.layout import (
    LEADING,
    TYPE_STEP,
    Content,
    PageLayout,
    Setting,
    TextBlock,
    column,
    deep,
    story,
)
from engine.publish.typeface import POINT
from engine.units import Mm, Px

OVER_PART = 0.4
"""Part of the page's height that a text on a picture may take."""

SPARED = 0.8
"""A text on a picture is set this much smaller at most."""

ALONE = 1.2
"""A text that has a page for itself is set so much larger."""

BELOW_PART = 0.64
"""Part of the page's height that a picture takes with its text below."""

LIGHT_PART = 0.36
"""A text that takes no more of the page's height leaves the picture enough to be put on it unasked."""


def picture_size(page: FormatPreset, layout: Layout | None) -> tuple[Px, Px]:
    """Return the size in which a picture is painted for its place on the page."""
    match layout:
        case Layout.BELOW:
            return page.picture_of(page.trim_width / (page.trim_height * BELOW_PART))
        case Layout.SPREAD:
            return page.picture_of(2 * page.trim_width / page.trim_height)
        case _:
            return page.picture_width, page.picture_height


def set_story(contents: Sequence[Content], page: FormatPreset, age: AgePreset, layout: Layout | None) -> Setting:
    """Lay out the story's pages.

    Args:
        layout: of the book; None lets pictures and paper decide.
    """
    unasked = _suited(len(contents), page)
    chosen = [
        Layout.BELOW
        if content.picture is None
        else content.layout or layout or unasked or _suited_page(content, page, age)
        for content in contents
    ]
    below = [content for content, one in zip(contents, chosen, strict=True) if one in (Layout.BELOW, Layout.VIGNETTE)]
    setting = story(below, page, age.type_size, age.type_smallest)
    rest = iter(setting.pages)
    pages = []
    for content, one in zip(contents, chosen, strict=True):
        match one:
            case Layout.BELOW:
                pages.append(next(rest))
            case Layout.VIGNETTE:
                pages.append(_soft(next(rest), content, page))
            case Layout.FACING:
                size = age.type_size * ALONE
                alone = story([Content(content.text, None)], page, size, age.type_smallest).pages[0]
                pages.append(replace(alone, layout=one))
            case Layout.OVER | Layout.SPREAD:
                pages.append(_over(content, one, page, age))
    return Setting(setting.type_size if below else age.type_size, tuple(_flush(pages, page)))


def _flush(pages: Sequence[PageLayout], page: FormatPreset) -> Iterator[PageLayout]:
    """Have texts of the same layout begin at the same distance from the left, so that none jumps when a page is turned.

    A few words that are much narrower than the others stay in the middle, as a line said softly.
    """
    widest: dict[Layout, Mm] = {}
    for one in pages:
        if one.fits:
            widest[one.layout] = max(one.text_box.width, widest.get(one.layout, 0.0))
    for one in pages:
        usual = widest.get(one.layout, 0.0)
        if NARROW * usual <= one.text_box.width <= usual:
            yield replace(one, text_box=replace(one.text_box, x=(page.trim_width - usual) / 2))
        else:
            yield one


NARROW = 0.5
"""A text so much narrower than the widest is set in the middle."""


def _suited(pages: int, page: FormatPreset) -> Layout | None:
    """Return the layout of a whole book that a service would not bind otherwise: it must become thick enough."""
    least = page.pages.least - AROUND
    return Layout.FACING if pages < least <= pages * Layout.FACING.pages else None


AROUND = 8
"""Pages that can be had around a story: half title and its back, title, imprint, whose book it is, the cast, two
empty ones."""


def _suited_page(content: Content, page: FormatPreset, age: AgePreset) -> Layout:
    """Return the layout of a page whose author leaves it to us: words on a picture only where it was kept free."""
    if content.picture is None or calm_place(content.framing) is None:
        return Layout.VIGNETTE
    depth = deep(content.text, column(page, age.type_size), age.type_size)
    fits = depth <= LIGHT_PART * page.trim_height and covering(content.picture, trimmed(page)).lost <= SAME_SHAPE
    return Layout.OVER if fits else Layout.VIGNETTE


def _place(content: Content) -> Place:
    """Return where words stand on a picture: as its framing says, or else where it is calm."""
    if (said := calm_place(content.framing)) is not None:
        return said
    return Place.TOP if content.look is None or content.look.top_is_calmer else Place.FOOT


def _over(content: Content, layout: Layout, page: FormatPreset, age: AgePreset) -> PageLayout:
    """Set a text at the foot or the head of a picture, as deep as it must be."""
    room = _ground(page)
    size, least = age.type_size, max(age.type_smallest, age.type_size * SPARED)
    most = OVER_PART * page.trim_height
    while _too_much(content.text, room, size, most, page) and size - TYPE_STEP >= least:
        size -= TYPE_STEP
    fits = not _too_much(content.text, room, size, most, page)
    width = column(page, size)
    light = deep(content.text, width, size) + size * LEADING * POINT <= LIGHT_PART * page.trim_height
    block = TextBlock(lines.broken(content.text, width, size, spare=int(light)) if content.text else (), size)
    at_top = _place(content) is Place.TOP
    below_last = size * POINT * 0.45  # a block ends a line's distance below its last baseline
    y = room.y if at_top else room.bottom - block.height + below_last
    box = Box((page.trim_width - block.width) / 2, y, block.width, block.height - below_last)
    ground = None if content.look is None else content.look.top if at_top else content.look.bottom
    dark = ground is not None and ground.light < DARK
    return PageLayout(block, box, trimmed(page), fits, layout, bleeds=True, at_top=at_top, dark=dark)


def _ground(page: FormatPreset) -> Box:
    free = margin(page)
    return Box(free, free, page.trim_width - 2 * free, page.trim_height - 2 * free)


def _too_much(text: str, room: Box, size: float, most: Mm, page: FormatPreset) -> bool:
    return deep(text, column(page, size), size) > most or lines.widest_word(text, size) > room.width


def _soft(placed: PageLayout, content: Content, page: FormatPreset) -> PageLayout:
    """Let a picture that does not fill the page's upper part fade into the paper, nearer to the trim than others."""
    if placed.picture is None or content.picture is None or placed.bleeds:
        return placed
    ratio = content.picture[0] / content.picture[1]
    height = placed.picture.bottom - SOFT_FROM_TRIM
    width = min(page.trim_width - 2 * SOFT_FROM_TRIM, height * ratio)
    top = SOFT_FROM_TRIM + (height - width / ratio) / 2
    box = Box((page.trim_width - width) / 2, top, width, width / ratio)
    return replace(placed, picture=box, layout=Layout.VIGNETTE)


SOFT_FROM_TRIM: Mm = 6.0
"""Nothing of a picture whose edges fade is cut, if the knife goes a little wrong."""
