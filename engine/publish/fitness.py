"""Checks of the made-up pages: whether the texts fit, whether the paper suits the printing service, how sharp it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from engine.book.edition import Layout
from engine.book.model import Role
from engine.presets import AgePreset, FormatPreset
from engine.publish import typeface
from engine.publish.finding import Cause, Finding, Severity
from engine.publish.geometry import Box, safe
from engine.publish.layout import PageLayout
from engine.publish.matter import wanted
from engine.publish.picture_fitness import of_crops, of_pictures, of_place
from engine.publish.sheets import Matter, Sheet, Words, is_right, told
from engine.publish.source import PublishedPage, Source

LEAST_TYPE = 7.0
"""Points that every service still prints legibly."""


def of_story(book: Source, page: FormatPreset, age: AgePreset) -> Iterator[Finding]:
    """Yield what is wrong with the story's texts in their places."""
    setting = told(book, page, age)
    pages = [one for one in book.pages if one.role is Role.STORY]
    for one, layout in zip(pages, setting.pages, strict=True):
        yield from _of_text(one, layout, setting.type_size, age)
    shown: dict[str, int] = {}
    for one in pages:
        if one.take is not None and (before := shown.setdefault(one.take.id, one.number)) != one.number:
            message = f"The picture is the same as on page {before}."
            hint = "Paint another one, unless it is meant so."
            yield Finding(Severity.WARNING, "same-picture", one.number, message, hint, Cause.PICTURE)
    yield from of_pictures(book, book.pages)


def of_paper(book: Source, sheets: Sequence[Sheet], page: FormatPreset, *, soft: bool) -> Iterator[Finding]:
    """Yield what a printing service would stumble over.

    Args:
        sheets: with the pages that fill the book up.
        soft: whether somebody has said yes to soft pictures.
    """
    yield from _of_count(book, sheets, page)
    yield from _of_blanks(sheets, page)
    yield from of_words(sheets, page)
    for count, sheet in enumerate(sheets):
        for picture in sheet.pictures:
            if sheet.number is not None:
                yield from of_place(book, sheet.number, picture, page, right=is_right(count), soft=soft)
    yield from of_crops(sheets)
    yield from _of_code(sheets, page)


def missing_glyph(number: int | None, characters: Sequence[str]) -> Finding:
    """Return the finding that the typeface lacks characters."""
    message = f"The book's typeface has no {' '.join(characters)}."
    return Finding(Severity.ERROR, "missing-glyph", number, message, "Use other characters.", Cause.TEXT)


def _of_text(one: PublishedPage, layout: PageLayout, type_size: float, age: AgePreset) -> Iterator[Finding]:
    if not layout.fits:
        hint = "Shorten it, or make two pages of it."
        if layout.layout in (Layout.OVER, Layout.SPREAD):
            hint = "Shorten it, or choose a layout with more room for words."
        message = "The text does not fit on the page."
        yield Finding(Severity.ERROR, "text-too-long", one.number, message, hint, Cause.TEXT)
    elif layout.text.size < type_size and layout.text.size < age.type_size * 0.9:
        message = f"The text is long and is set in {layout.text.size:.3g} in place of {type_size:.3g} points."
        yield Finding(Severity.NOTE, "text-long", one.number, message, "Shorten it if you can.", Cause.TEXT)
    lines = [line for line in layout.text.lines if line]
    if len(lines) > 1 and len(lines[-1].split()) == 1 and len(lines[-1]) <= SHORT_WORD:
        message = f"The last line holds nothing but “{lines[-1]}”."
        yield Finding(Severity.NOTE, "lonely-word", one.number, message, "Change a word before it.", Cause.TEXT)


SHORT_WORD = 6
"""A longer word may stand on a line of its own."""


def _of_count(book: Source, sheets: Sequence[Sheet], page: FormatPreset) -> Iterator[Finding]:
    rule, count = page.pages, len(sheets)
    who = page.vendor or "A printer"
    if count > rule.most:
        message = f"The book has {count} pages; {who} binds {rule.most} at most."
        hint = "Leave out parts around the story, have texts stand below their pictures, or shorten the story."
        yield Finding(Severity.ERROR, "page-count", None, message, hint, Cause.PARTS)
    elif count < rule.least:
        message = f"The book has {count} pages; {who} binds books from {rule.least} pages on."
        hint = "Tell more, let texts and pictures face each other, or add pages around the story."
        yield Finding(Severity.ERROR, "page-count", None, message, hint, Cause.PARTS)
    elif book.edition.plan and count > book.edition.plan:
        message = f"The book has {count} pages; it was planned for {book.edition.plan}."
        yield Finding(Severity.WARNING, "page-plan", None, message, "Leave some out, or plan for more.", Cause.PARTS)
    elif page.vendor == "" and not book.edition.plan and count % page.pages.multiple:
        message = f"The book has {count} pages, which is no multiple of {rule.multiple}."
        hint = "A printer adds blank ones at its end; for a screen any number does."
        yield Finding(Severity.NOTE, "page-count", None, message, hint, Cause.PARTS)
    elif count < (least := wanted(count - _trailing(sheets), rule, book.edition.plan)):
        message = f"The book has {count} pages; {least} are wanted, and so many empty ones would look like a mistake."
        yield Finding(Severity.WARNING, "page-plan", None, message, "Add pages around the story.", Cause.PARTS)


def of_booklet(sheets: Sequence[Sheet]) -> Iterator[Finding]:
    """Yield that a booklet is too thick to be folded and stapled."""
    paper = -(-len(sheets) // 4)
    if paper > STAPLED:
        message = f"The booklet is {paper} sheets of paper; more than {STAPLED} can hardly be folded and stapled."
        hint = "Fold it in two parts and sew them, or let texts stand below their pictures."
        yield Finding(Severity.WARNING, "booklet-thick", None, message, hint, Cause.PARTS)


STAPLED = 15
"""Sheets of usual paper that a long stapler goes through, and that lie flat when folded."""


def _of_blanks(sheets: Sequence[Sheet], page: FormatPreset) -> Iterator[Finding]:
    """Yield empty pages within the story, and more of them at the end than the service likes."""
    matters = [sheet.matter for sheet in sheets]
    for count, (matter, then) in enumerate(pairwise(matters)):
        if matter is Matter.BLANK and then is Matter.STORY:
            message = "Before a page that takes two sides an empty one was put in, so that it begins on the left."
            hint = "Add a dedication, or move a page."
            yield Finding(Severity.NOTE, "blank-inside", sheets[count + 1].number, message, hint, Cause.LAYOUT)
    trailing = _trailing(sheets)
    if trailing > page.pages.blanks_in_row:
        message = f"The book ends with {trailing} empty pages."
        hint = "Fill them with parts around the story, or leave one page out: paper is bound by the sheet."
        yield Finding(Severity.NOTE, "blanks", None, message, hint, Cause.PARTS)


def _trailing(sheets: Sequence[Sheet]) -> int:
    """Return how many empty pages the book ends with."""
    return len(list(takewhile(lambda sheet: sheet.matter is Matter.BLANK, reversed(sheets))))


CAUSES = {
    Matter.TITLE: Cause.BOOK,
    Matter.HALF_TITLE: Cause.BOOK,
    Matter.IMPRINT: Cause.IMPRINT,
    Matter.DEDICATION: Cause.PARTS,
    Matter.CAST: Cause.PARTS,
    Matter.ABOUT: Cause.PARTS,
}
"""Where words are mended that stand on a page; those of the story are a matter of their layout."""


def of_words(sheets: Sequence[Sheet], page: FormatPreset, severity: Severity = Severity.ERROR) -> Iterator[Finding]:
    """Yield words too near to the trim or the gutter, words too small, and characters that nobody can set.

    Args:
        severity: of words that stand where they should not.
    """
    for count, sheet in enumerate(sheets):
        inside = safe(page, right=is_right(count))
        cause = CAUSES.get(sheet.matter, Cause.LAYOUT)
        printed = [item for item in sheet.items if isinstance(item, Words)]
        if unknown := typeface.missing("".join(line.text for words in printed for line in words.lines)):
            yield missing_glyph(sheet.number, unknown)
        for words in printed:
            if not all(box.within(inside, slack=0.1) for box in _ends(words)):
                message, hint = "Words stand nearer to the trim than the printing service allows.", "Shorten the text."
                if sheet.matter is Matter.IMPRINT:
                    message, hint = "The imprint does not fit on its page.", "Shorten the credits."
                code = "imprint-long" if sheet.matter is Matter.IMPRINT else "unsafe-words"
                yield Finding(severity, code, sheet.number, message, hint, cause)
            if words.size < LEAST_TYPE:
                message = f"Words are set in {words.size:.3g} points; {LEAST_TYPE:.0f} are the least."
                yield Finding(severity, "small-type", sheet.number, message, "Shorten the text.", cause)


def _ends(words: Words) -> list[Box]:
    """Return where each line stands, without what hangs below it."""
    high = words.size * typeface.POINT * 0.7
    return [
        Box(line.x, line.baseline - high, typeface.measure(line.text, words.size, bold=words.bold), high)
        for line in words.lines
    ]


def _of_code(sheets: Sequence[Sheet], page: FormatPreset) -> Iterator[Finding]:
    """Yield a last page on which something stands where the service prints its own code, at the foot on the right."""
    if not (page.pages.code_on_last and sheets):
        return
    zone = Box(
        page.trim_width - page.barcode.width - page.safe.outer,
        page.trim_height - page.barcode.height - page.safe.outer,
        page.barcode.width + page.safe.outer,
        page.barcode.height + page.safe.outer,
    )
    last = sheets[-1]
    boxes = [box for item in last.items for box in (_ends(item) if isinstance(item, Words) else [item.box])]
    if any(box.overlaps(zone) for box in boxes):
        message = f"{page.vendor} prints a code on the last page, where something stands already."
        hint = "Leave the last page empty: add a page around the story."
        yield Finding(Severity.WARNING, "code-place", last.number, message, hint, Cause.PARTS)
