"""An e-book whose text any reader can enlarge, each page a chapter of its own with its picture."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from engine.book.model import Role, Take
from engine.presets import FormatPreset
from engine.publish import flow, pictures
from engine.publish.cover import front_sheet
from engine.publish.epub import MOST_PIXELS, About, Part, archive, fonts, styled, xhtml
from engine.publish.lines import words
from engine.publish.matter import imprint_lines
from engine.publish.origin import of_take, together
from engine.publish.painted import painted_jpeg
from engine.publish.phrases import phrases
from engine.publish.sheets import Sheet
from engine.publish.source import PublishedPage, Source

COVER_DPI = 300
"""Of the cover's picture: shops want at least 1000 pixels along its longer side, and like 2500."""

_STYLE = f"""body {{ font-family: Andika, sans-serif; line-height: {flow.LEADING}; margin: 0 5%; hyphens: none;
  -webkit-hyphens: none; }}
section {{ break-inside: avoid; text-align: center; }}
img {{ display: block; margin: 0 auto 1em; max-width: 100%; max-height: {flow.PICTURE * 100:.0f}vh; }}
.words {{ display: inline-block; text-align: left; font-size: {flow.WORDS}em; }}
.words p {{ margin: 0 0 0.6em; text-wrap: balance; orphans: 2; widows: 2; }}
h1 {{ font-size: {flow.TITLE}em; line-height: 1.2; margin: 1em 0 0.2em; }}
h2 {{ font-size: 1.5em; line-height: 1.2; margin: 1em 0 0.6em; }}
.by {{ margin: 0 0 1.5em; }}
.colophon {{ font-size: {flow.COLOPHON}em; margin-top: 30vh; }}
.colophon p {{ margin: 0.2em 0; }}
.colophon hr {{ border: none; margin: 0.5em 0; }}
.quiet {{ margin-top: 30vh; }}
"""

_FEATURES = ("readingOrder", "tableOfContents", "displayTransformability")

_KINDS = {
    Role.STORY: "chapter",
    Role.DEDICATION: "dedication",
    Role.IMPRINT: "colophon",
    Role.END: "conclusion",
    Role.TITLE: "titlepage",
}
"""What a page is in the words of EPUB's Structural Semantics Vocabulary 1.1."""


def write_reflow(
    book: Source, page: FormatPreset, sheets: Sequence[Sheet], progress: Callable[[int, int], None]
) -> bytes:
    """Return the archive's bytes; arguments and errors as for the PDF. The reader's screen makes the pages."""
    parts: list[Part] = []
    for part in _parts(book, page):
        parts.append(part)
        if part.label:
            progress(min(sum(bool(done.label) for done in parts), len(sheets)), len(sheets))
    return archive(book, parts, About(book.identifier, phrases(book.language).adaptable, _FEATURES))


def _parts(book: Source, page: FormatPreset) -> Iterator[Part]:
    say = phrases(book.language)
    yield Part("style.css", styled(_STYLE).encode())
    yield from fonts()
    if (front := front_sheet(book, page)) is not None and book.cover is not None:
        mark = together([of_take(book.cover.take)])
        cover = painted_jpeg(book, page, front, min(COVER_DPI, _most_dpi(page)))
        yield Part("pictures/cover.jpg", cover, properties="cover-image", mark=mark)
        yield Part("pictures/title.jpg", _picture(book, book.cover.take), mark=mark)
    yield Part("title.xhtml", _chapter(book, book.title, "titlepage", _title(book)), label=book.title)
    if book.edition.dedication.strip():
        yield Part("dedication.xhtml", _quiet(book, say.dedication, "dedication", book.edition.dedication))
    for one in book.pages:
        if one.role is Role.IMPRINT:
            continue  # what it says stands in the imprint
        if one.take is not None:
            mark = together([of_take(one.take)])
            yield Part(f"pictures/p{one.number:03d}.jpg", _picture(book, one.take), mark=mark)
        label = say.page.format(one.number)
        content = _chapter(book, label, _KINDS[one.role], _told(one))
        yield Part(f"p{one.number:03d}.xhtml", content, label=label, mark=together([one.written]) if one.text else None)
    if book.edition.about.strip():
        about = f"<h2>{escape(say.about)}</h2>\n{_paragraphs(book.edition.about)}"
        yield Part("about.xhtml", _chapter(book, say.about, "afterword", about), label=say.about)
    colophon = "".join(f"<p>{escape(line)}</p>\n" if line else "<hr/>\n" for line in imprint_lines(book, None))
    body = f'<div class="colophon">\n{colophon}</div>'
    yield Part("colophon.xhtml", _chapter(book, say.imprint, "colophon", body), label=say.imprint)


def _most_dpi(page: FormatPreset) -> float:
    return 25.4 * math.sqrt(MOST_PIXELS * 0.99 / (page.trim_width * page.trim_height))


def _picture(book: Source, take: Take) -> bytes:
    width, height = book.size(take)
    shrink = min(1.0, (MOST_PIXELS / (width * height)) ** 0.5)
    return pictures.jpeg(book, take, (int(width * shrink), int(height * shrink)))


def _title(book: Source) -> str:
    lines = [f"<h1>{escape(book.title)}</h1>"]
    lines += [f'<p class="by">{_lines(text)}</p>' for text in (book.subtitle, book.author) if text]
    if book.cover is not None:
        lines.append(_image("title", book.cover.alt))
    return "\n".join(lines)


def _told(page: PublishedPage) -> str:
    parts = [_image(f"p{page.number:03d}", page.alt)] if page.take is not None else []
    if page.text:
        parts.append(_paragraphs(page.text))
    return "\n".join(parts)


def _paragraphs(told: str) -> str:
    paragraphs = "".join(f"<p>{_lines(text)}</p>" for text in told.split("\n\n") if text.strip())
    return f'<div class="words">{paragraphs}</div>'


def _quiet(book: Source, title: str, kind: str, text: str) -> bytes:
    """Return a chapter of a few words in the middle of the screen."""
    return _chapter(book, title, kind, f'<div class="quiet">{_paragraphs(text)}</div>')


def _image(name: str, alt: str) -> str:
    return f'<img src="pictures/{name}.jpg" alt={quoteattr(alt)}/>'


def _lines(text: str) -> str:
    return "<br/>".join(escape(" ".join(words(line))) for line in text.strip().split("\n"))


def _chapter(book: Source, title: str, kind: str, body: str) -> bytes:
    return xhtml(book, title, f'<body>\n<section epub:type="{kind}">\n{body}\n</section>\n</body>')
