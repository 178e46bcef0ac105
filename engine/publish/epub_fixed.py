"""An e-book whose pages look as on paper: each at its size, its words real text where the layout has put them.

EPUB 3.3, 8.2 (fixed layouts); the shop's own wishes follow the Kindle Publishing Guidelines, "Fixed-Layout Books".
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import count
from xml.sax.saxutils import escape, quoteattr

from engine.presets import FormatPreset
from engine.publish import pictures
from engine.publish.cover import front_sheet
from engine.publish.epub import About, Part, archive, fonts, styled, xhtml
from engine.publish.geometry import Box, trimmed
from engine.publish.imposition import cut
from engine.publish.origin import Mark, of_take, together
from engine.publish.painted import painted_jpeg
from engine.publish.phrases import phrases
from engine.publish.sheets import Bar, Colour, Matter, Picture, Sheet, Words, is_right
from engine.publish.sheets import Part as Spoken
from engine.publish.source import Source
from engine.publish.typeface import POINT, present
from engine.units import Mm, Px

LONGER_SIDE: Px = 2048
"""Of a page, as of a good tablet's screen; even a square one then has 4.2 megapixels, less than any shop's limit."""

_STYLE = """html, body { margin: 0; padding: 0; }
body { position: relative; overflow: hidden; background: #fff; font-family: Andika, sans-serif; hyphens: none;
  -webkit-hyphens: none; -webkit-text-size-adjust: none; }
img, i, h1, p, span { position: absolute; margin: 0; padding: 0; }
img, i { display: block; }
h1, p { left: 0; top: 0; line-height: 1; font-weight: normal; }
span { white-space: nowrap; }
.bold { font-weight: bold; }
"""

_FEATURES = ("readingOrder", "tableOfContents", "pageNavigation")

_KINDS = {
    Matter.HALF_TITLE: "halftitlepage",
    Matter.TITLE: "titlepage",
    Matter.IMPRINT: "copyright-page",
    Matter.DEDICATION: "dedication",
    Matter.CAST: "appendix",
    Matter.ABOUT: "afterword",
    Matter.END: "conclusion",
    Matter.STORY: "bodymatter",
}
"""What a sheet is in the words of EPUB's Structural Semantics Vocabulary 1.1."""


def write_fixed(
    book: Source,
    page: FormatPreset,
    sheets: Sequence[Sheet],
    progress: Callable[[int, int], None],
    *,
    kindle: bool = False,
) -> bytes:
    """Return the archive's bytes; arguments and errors as for the PDF.

    Args:
        kindle: as Amazon's shop wants it: no page for the cover, which it shows itself, and its own words on the size.
    """
    screen = _Screen(page)
    parts = [Part("style.css", styled(_STYLE + screen.rule).encode()), *fonts()]
    parts += _cover(book, page, screen, kindle)
    for number in range(len(sheets)):
        parts += _sheet_parts(book, screen, sheets, number)
        progress(number + 1, len(sheets))
    return archive(book, parts, _about(book, screen, parts, kindle))


class _Screen:
    """The page in pixels."""

    def __init__(self, page: FormatPreset) -> None:
        self._trim = trimmed(page)
        self.dpi = LONGER_SIDE / max(page.trim_width, page.trim_height) * 25.4
        self.width, self.height = pictures.pixels(self._trim, self.dpi)

    @property
    def rule(self) -> str:
        return f"html, body {{ width: {self.width}px; height: {self.height}px; }}\n"

    @property
    def viewport(self) -> str:
        return f'<meta name="viewport" content="width={self.width}, height={self.height}"/>'

    def px(self, length: Mm) -> str:
        return f"{length / 25.4 * self.dpi:.1f}".removesuffix(".0") + "px"

    def place(self, box: Box) -> str:
        sides = {"left": box.x, "top": box.y, "width": box.width, "height": box.height}
        return "; ".join(f"{name}: {self.px(length)}" for name, length in sides.items())

    def cut(self, picture: Picture) -> Picture:
        """Return a picture without what bleeds over the page."""
        box, crop = cut(picture, self._trim)
        return picture if box == picture.box else replace(picture, box=box, crop=crop)


def _cover(book: Source, page: FormatPreset, screen: _Screen, kindle: bool) -> Iterator[Part]:
    front = front_sheet(book, page)
    if front is None or book.cover is None:
        return
    say = phrases(book.language)
    jpeg = painted_jpeg(book, page, front, screen.dpi)
    yield Part("pictures/cover.jpg", jpeg, properties="cover-image", mark=together([of_take(book.cover.take)]))
    if kindle:
        return
    name = say.by.format(book.title, book.author) if book.author else book.title
    alt = quoteattr(". ".join(part for part in (name, book.cover.alt) if part))
    place = screen.place(trimmed(page))
    image = f'<img role="doc-cover" src="pictures/cover.jpg" alt={alt} style="{place}"/>'
    content = xhtml(book, say.cover, f'<body epub:type="cover">\n{image}\n</body>', head=screen.viewport)
    yield Part("cover.xhtml", content, say.cover, spread="rendition:page-spread-center", kind="cover")


def _sheet_parts(book: Source, screen: _Screen, sheets: Sequence[Sheet], number: int) -> Iterator[Part]:
    """Yield a page's pictures and the page."""
    sheet, name = sheets[number], f"page{number + 1:03d}"
    body: list[str] = []
    files = (f"pictures/{name}-{n}.jpg" for n in count(1))
    for item in sheet.items:
        match item:
            case Picture():
                file, shown = next(files), screen.cut(item)
                yield Part(file, pictures.placed_jpeg(book, shown, screen.dpi), mark=together([of_take(item.take)]))
                body.append(f'<img src="{file}" alt={quoteattr(item.alt)} style="{screen.place(shown.box)}"/>')
            case Words():
                body.append(_words(item, screen))
            case Bar():
                style = f"{screen.place(item.box)}; background: {_colour(item.colour)}"
                body.append(f'<i aria-hidden="true" style="{style}"></i>')
    label = _label(book, sheets, number)
    kind = _KINDS.get(sheet.matter, "")
    attribute = f' epub:type="{kind}"' if kind else ""
    title = label or phrases(book.language).page.format(number + 1)
    content = xhtml(book, title, f"<body{attribute}>\n" + "\n".join(body) + "\n</body>", head=screen.viewport)
    spread = "page-spread-right" if is_right(number) else "page-spread-left"
    yield Part(
        f"{name}.xhtml",
        content,
        label,
        page=str(number + 1),
        spread=spread,
        kind="bodymatter" if sheet.matter is Matter.STORY else "",
        mark=_written(book, sheet),
    )


def _words(item: Words, screen: _Screen) -> str:
    """Return a paragraph whose lines stand where the layout has put them; blanks between them are for the voice."""
    tag = "h1" if item.part is Spoken.TITLE else "p"
    hidden = ' aria-hidden="true"' if item.part is Spoken.ORNAMENT else ""
    bold = ' class="bold"' if item.bold else ""
    size = item.size * POINT
    above = size * (1 + present().ascent - present().descent) / 2
    lines = " ".join(
        f'<span style="left: {screen.px(line.x)}; top: {screen.px(line.baseline - above)}">{escape(line.text)}</span>'
        for line in item.lines
    )
    return f'<{tag}{bold}{hidden} style="font-size: {screen.px(size)}; color: {_colour(item.colour)}">{lines}</{tag}>'


def _colour(colour: Colour) -> str:
    return "#" + "".join(f"{part:02x}" for part in colour)


def _label(book: Source, sheets: Sequence[Sheet], number: int) -> str:
    """Return what the table of contents calls a page; "" if it goes on with what was before it, or has no name."""
    say = phrases(book.language)
    names = {
        Matter.TITLE: say.title,
        Matter.IMPRINT: say.imprint,
        Matter.DEDICATION: say.dedication,
        Matter.BELONGS: say.belongs,
        Matter.STORY: say.story,
        Matter.CAST: say.cast,
        Matter.ABOUT: say.about,
        Matter.END: say.end,
    }
    matter = sheets[number].matter
    begun = matter is Matter.STORY and any(sheet.matter is matter for sheet in sheets[:number])
    return "" if begun else names.get(matter, "")


def _written(book: Source, sheet: Sheet) -> Mark | None:
    """Return how the text of a page came to be."""
    if not any(isinstance(item, Words) and item.part is Spoken.PARAGRAPH for item in sheet.items):
        return None
    return next((together([page.written]) for page in book.pages if page.number == sheet.number), None)


def _about(book: Source, screen: _Screen, parts: Sequence[Part], kindle: bool) -> About:
    metadata = [
        '<meta property="rendition:layout">pre-paginated</meta>',
        '<meta property="rendition:orientation">auto</meta>',
        '<meta property="rendition:spread">landscape</meta>',
    ]
    if kindle:
        named = {
            "fixed-layout": "true",
            "original-resolution": f"{screen.width}x{screen.height}",
            "orientation-lock": "none",
            "primary-writing-mode": "horizontal-lr",
            "book-type": "children",
        }
        cover = [("cover", part.id) for part in parts if part.properties == "cover-image"]
        metadata += [f'<meta name="{name}" content="{content}"/>' for name, content in (*named.items(), *cover)]
    identifier = str(uuid.uuid5(uuid.UUID(book.identifier), "kindle" if kindle else "fixed"))
    return About(identifier, phrases(book.language).as_printed, _FEATURES, tuple(metadata))
