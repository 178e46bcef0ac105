"""The pages around the story: half title, title, imprint, dedication, cast, and the blank ones at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from engine.book.edition import Extra
from engine.book.model import Role
from engine.presets import AgePreset, FormatPreset, PageRule
from engine.publish import lines, typeface
from engine.publish.geometry import Box, covering, inside, margin
from engine.publish.isbn import written
from engine.publish.layout import Content, Setting, TextBlock, story
from engine.publish.phrases import phrases
from engine.publish.sheets import (
    SOFT_INK,
    Bar,
    Item,
    Line,
    Matter,
    Part,
    Picture,
    Sheet,
    Words,
    centred,
    in_middle,
    is_right,
    room,
    set_text,
    story_sheets,
    told,
)
from engine.publish.source import PublishedPage, Source
from engine.publish.typeface import POINT
from engine.units import Mm

TITLE_SIZE, AUTHOR_SIZE = 0.2, 0.095
"""Parts of the page's width in millimetres, as points: 30 and 14 on A5."""

IMPRINT_SIZE, IMPRINT_LEAST = 9.0, 7.0
"""Points; below seven no service prints legibly."""

RULE: Mm = 0.35
"""Thickness of a line to write on."""


FOLDED = PageRule()
"""Of a booklet: a sheet of paper folded once has four pages."""


def sheets(
    book: Source, page: FormatPreset, age: AgePreset, *, filled: bool = False, folded: bool = False
) -> tuple[Sheet, ...]:
    """Return all pages of paper, the first a right one.

    Args:
        filled: up to the number of pages that the author's plan and the printing service ask for.
        folded: up to the last page of a folded sheet of paper.
    """
    extras = _possible(set(book.edition.extras), book)
    imprint = Sheet((_at_foot(imprint_lines(book, page if filled else None), page),), Matter.IMPRINT)
    bound = _bound(book, page, age, extras, imprint)
    rule, plan = (FOLDED, 0) if folded else (page.pages, book.edition.plan)
    if not folded and not (filled and (page.vendor or plan)):
        return tuple(bound)
    fillers = (Extra.BELONGS, Extra.CAST, Extra.ABOUT)
    for extra in fillers if folded else (*fillers, Extra.HALF_TITLE):
        more = extras | _possible({extra}, book)
        fuller = _bound(book, page, age, more, imprint) if more != extras else bound
        if len(bound) < len(fuller) <= wanted(len(bound), rule, plan):  # else it would bring a sheet of paper with it
            extras, bound = more, fuller
    return (*bound, *_blanks(len(bound), rule, plan))


def wanted(count: int, rule: PageRule, plan: int) -> int:
    """Return how many pages of paper a book of so many pages must come to."""
    least = max(count + rule.last_blank, plan, rule.least)
    return -(-least // rule.multiple) * rule.multiple


def _blanks(count: int, rule: PageRule, plan: int) -> list[Sheet]:
    """Return the empty pages at the end; a book much too short gets those only that its last sheet of paper has."""
    missing = wanted(count, rule, plan) - count
    if missing >= rule.multiple + rule.blanks_in_row:
        missing = wanted(count, rule.model_copy(update={"least": 1}), 0) - count
    return [Sheet((), Matter.BLANK)] * missing


def _bound(book: Source, page: FormatPreset, age: AgePreset, extras: set[Extra], imprint: Sheet) -> list[Sheet]:
    """Return front matter, story, and what follows it.

    Whose book it is stands in front, unless an empty page would have to follow so that the story begins on a left one.
    """
    front = _front(book, page, age, extras, imprint)
    belongs = [_belongs(book, page)] if Extra.BELONGS in extras else []
    cast = [_cast(book, page)] if Extra.CAST in extras else []
    about = [_about(book, page, age)] if Extra.ABOUT in extras else []
    if belongs and not (_begins_left(book, page, age) and is_right(len(front) + 1)):
        front += belongs
        belongs = []
    return [*front, *_story(book, page, age, len(front)), *cast, *about, *belongs]


def _begins_left(book: Source, page: FormatPreset, age: AgePreset) -> bool:
    """Whether the story's first page takes two sides."""
    first = next(iter(told(book, page, age).pages), None)
    return first is not None and first.layout.pages == 2


def _possible(extras: set[Extra], book: Source) -> set[Extra]:
    """Return the extras there is something to show for."""
    empty = ({Extra.CAST} if not book.cast else set()) | ({Extra.ABOUT} if not book.edition.about.strip() else set())
    return extras - empty


def _front(book: Source, page: FormatPreset, age: AgePreset, extras: set[Extra], imprint: Sheet) -> list[Sheet]:
    bound: list[Sheet] = []
    if Extra.HALF_TITLE in extras:
        bound += [_half_title(book, page), Sheet((), Matter.BLANK)]
    bound += [_title(book, page), imprint]
    if book.edition.dedication.strip():
        bound.append(_quiet(book.edition.dedication, page, age.type_size, Matter.DEDICATION))
    return bound


def _story(book: Source, page: FormatPreset, age: AgePreset, before: int) -> list[Sheet]:
    """Return the book's own pages after so many in front; what takes two pages begins on a left one."""
    setting = told(book, page, age)
    placed = iter(setting.pages)
    bound: list[Sheet] = []
    for one in book.pages:
        if one.role is Role.STORY:
            layout = next(placed)
            if layout.layout.pages == 2 and one.take is not None and is_right(before + len(bound)):
                bound.append(Sheet((), Matter.BLANK))
            bound += story_sheets(one, layout, page, before + len(bound))
        elif one.role is not Role.IMPRINT:
            bound.append(_other(one, page, setting, age))
    return bound


def _other(one: PublishedPage, page: FormatPreset, setting: Setting, age: AgePreset) -> Sheet:
    """A dedication or an end: no page number, its words alone in the middle."""
    matter = Matter.DEDICATION if one.role is Role.DEDICATION else Matter.END
    if one.take is None:
        return replace(_quiet(one.text, page, setting.type_size, matter), number=one.number)
    only = story([Content(one.text, one.picture_size)], page, setting.type_size, age.type_smallest).pages[0]
    (sheet,) = story_sheets(one, only, page, 0)
    return Sheet(sheet.items[:-1], matter, one.number)


def _half_title(book: Source, page: FormatPreset) -> Sheet:
    size = fitting(book.title, page.trim_width * TITLE_SIZE * 0.6, page)
    block = lines.broken(book.title, inside(page).width * 0.8, size, bold=True)
    words = centred(block, size, page.trim_height * 0.3, page, bold=True, leading=1.25)
    return Sheet((Words(Part.ORNAMENT, words, size, bold=True),), Matter.HALF_TITLE)


def _title(book: Source, page: FormatPreset) -> Sheet:
    size = fitting(book.title, page.trim_width * TITLE_SIZE, page)
    small = page.trim_width * AUTHOR_SIZE
    width = inside(page).width
    items: list[Item] = []
    y = page.trim_height * 0.07 + margin(page)
    title = centred(lines.broken(book.title, width, size, bold=True), size, y, page, bold=True, leading=1.2)
    items.append(Words(Part.TITLE, title, size, bold=True))
    y = title[-1].baseline
    for text in (book.subtitle, book.author):
        if text:
            y += small * 1.9 * POINT
            placed = centred(lines.broken(text, width, small), small, y, page, leading=1.4)
            items.append(Words(Part.PARAGRAPH, placed, small, SOFT_INK))
            y = placed[-1].baseline
    if book.cover is not None:
        top = y + page.trim_height * 0.05
        high = page.trim_height - margin(page) - top
        ratio = book.cover.take.width / book.cover.take.height
        wide = min(width, high * ratio)
        box = Box((page.trim_width - wide) / 2, top + (high - wide / ratio) / 2, wide, wide / ratio)
        items.append(Picture(book.cover.take, box, book.cover.alt, soft=True))
    return Sheet(tuple(items), Matter.TITLE)


def imprint_lines(book: Source, page: FormatPreset | None) -> tuple[str, ...]:
    """Return what the imprint says, "" between its groups: who stands for the book, who printed it, how it was made.

    Args:
        page: None for a book that nobody prints.
    """
    form = book.edition.imprint
    own = [line for one in book.pages if one.role is Role.IMPRINT for line in one.text.split("\n")]
    edition = ", ".join(part for part in (form.edition, str(form.year or "")) if part)
    printer = "" if page is None else form.printer or (page.printer if form.complete else "")
    groups = [
        [book.title, edition],
        [f"© {form.year or book.date.year} {form.name}", form.street, form.town, form.email] if form.name else [],
        [form.publisher, printer, f"ISBN {written(form.isbn)}" if form.isbn else ""],
        own,
        form.credits.split("\n"),
        list(book.colophon),
    ]
    filled = [[line for line in group if line.strip()] for group in groups]
    joined: list[str] = []
    for group in filled:
        joined += ["", *group] if group and joined else group
    return tuple(joined)


def _at_foot(paragraphs: Sequence[str], page: FormatPreset) -> Words:
    ground = room(page)
    size = IMPRINT_SIZE
    while True:
        small = [line for text in paragraphs for line in lines.broken(text, ground.width * 0.9, size)]
        height = sum(0.7 if not line else 1.5 for line in small) * size * POINT
        if height <= ground.height or size <= IMPRINT_LEAST:
            break
        size -= 0.5
    y = max(ground.y, ground.bottom - height)  # what is too much runs over the foot, where it is seen
    placed: list[Line] = []
    for line in small:
        y += (1.5 if line else 0.7) * size * POINT
        if line:
            placed.append(in_middle(line, y, size, page))
    return Words(Part.PARAGRAPH, tuple(placed), size, SOFT_INK)


def _quiet(text: str, page: FormatPreset, size: float, matter: Matter) -> Sheet:
    block = TextBlock(lines.broken(text, room(page).width * 0.8, size), size)
    first = page.trim_height * 0.42 - block.height / 2
    placed = tuple(in_middle(line, y, block.size, page) for line, y in block.baselines(first))
    return Sheet((Words(Part.PARAGRAPH, placed, block.size),), matter)


def _belongs(book: Source, page: FormatPreset) -> Sheet:
    size = page.trim_width * AUTHOR_SIZE * 1.3
    y = page.trim_height * 0.36
    words = Words(Part.PARAGRAPH, centred([phrases(book.language).belongs], size, y, page), size)
    wide = room(page).width * 0.72
    left = (page.trim_width - wide) / 2
    rules = [Bar(Box(left, y + size * POINT * (2.6 + 2.4 * n), wide, RULE), SOFT_INK) for n in range(2)]
    return Sheet((words, *rules), Matter.BELONGS)


def _cast(book: Source, page: FormatPreset) -> Sheet:
    ground = room(page)
    size = page.trim_width * AUTHOR_SIZE
    heading = centred([phrases(book.language).cast], size * 1.4, ground.y + size * 1.4 * POINT, page, bold=True)
    items: list[Item] = [Words(Part.TITLE, heading, size * 1.4, bold=True)]
    top = ground.y + size * 3.2 * POINT
    if any(player.take for player in book.cast):
        items += _gallery(book, Box(ground.x, top, ground.width, ground.bottom - top), size)
    else:
        names = [player.name for player in book.cast]
        placed = centred(names, size * 1.2, page.trim_height * 0.4, page, leading=2.0)
        items.append(Words(Part.PARAGRAPH, placed, size * 1.2))
    return Sheet(tuple(items), Matter.CAST)


def _gallery(book: Source, ground: Box, size: float) -> Iterator[Item]:
    """Yield the cast in two columns, each with a picture and the name below it."""
    columns = 1 if len(book.cast) == 1 else 2
    rows = -(-len(book.cast) // columns)
    caption = size * 2 * POINT
    side = min(ground.width / columns * 0.88, ground.height / rows - caption)
    for n, player in enumerate(book.cast):
        alone = n == len(book.cast) - 1 and n % columns == 0
        x = ground.x + ground.width * (0.5 if alone else (n % columns + 0.5) / columns)
        y = ground.y + ground.height * (n // columns) / rows
        if player.take is not None:
            box = Box(x - side / 2, y, side, side)
            shown = covering((player.take.width, player.take.height), box)
            yield Picture(player.take, box, player.name, shown, soft=True)
        name = Line(player.name, x - typeface.measure(player.name, size) / 2, y + side + caption * 0.55)
        yield Words(Part.PARAGRAPH, (name,), size)


def _about(book: Source, page: FormatPreset, age: AgePreset) -> Sheet:
    ground = room(page)
    size = page.trim_width * AUTHOR_SIZE
    heading = centred([phrases(book.language).about], size * 1.2, ground.y + page.trim_height * 0.12, page, bold=True)
    small = min(size, age.type_size * 0.7, 14.0)
    block = TextBlock(lines.broken(book.edition.about, ground.width * 0.86, small), small)
    top = heading[0].baseline + size * 1.6 * POINT
    box = Box((page.trim_width - block.width) / 2, top, block.width, block.height)
    return Sheet((Words(Part.TITLE, heading, size * 1.2, bold=True), *set_text(block, box)), Matter.ABOUT)


def fitting(title: str, size: float, page: FormatPreset) -> float:
    """Return the size in which the title's longest word is no wider than the page."""
    return size * min(1.0, inside(page).width / lines.widest_word(title, size, bold=True))
