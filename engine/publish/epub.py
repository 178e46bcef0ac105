"""A book as EPUB 3: text that any reader can enlarge or read aloud, each page a chapter of its own with its picture.

EPUB 3.3 (W3C) for the package, EPUB Accessibility 1.1 for what it says of itself. Text is never part of a picture.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from engine.book.model import Role, Take
from engine.presets import FormatPreset
from engine.publish import pictures, typeface
from engine.publish.archive import write_entry
from engine.publish.lines import words
from engine.publish.sheets import Sheet
from engine.publish.source import PublishedPage, Source
from engine.units import Px

MOST_PIXELS: Px = 5_600_000
"""Width times height of a picture that every shop takes."""

_TYPES = {
    ".xhtml": "application/xhtml+xml",
    ".css": "text/css",
    ".jpg": "image/jpeg",
    ".ttf": "font/ttf",
    ".txt": "text/plain",
}

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
  <rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""

_STYLE = """@font-face { font-family: Andika; src: url(fonts/Andika-Regular.ttf); }
@font-face { font-family: Andika; font-weight: bold; src: url(fonts/Andika-Bold.ttf); }
body { font-family: Andika, sans-serif; line-height: 1.45; margin: 0 5%; hyphens: none; -webkit-hyphens: none; }
section { break-inside: avoid; text-align: center; }
img { display: block; margin: 0 auto 1em; max-width: 100%; max-height: 62vh; }
.words { display: inline-block; text-align: left; font-size: 1.25em; }
.words p { margin: 0 0 0.6em; text-wrap: balance; }
h1 { font-size: 1.9em; line-height: 1.2; margin: 1em 0 0.2em; }
.by { margin: 0 0 1.5em; }
.colophon { font-size: 0.8em; margin-top: 30vh; }
.colophon p { margin: 0.2em 0; }
.dedication { margin-top: 30vh; }
"""

_SUMMARY = "Alle Bilder haben eine Beschreibung, der Text lässt sich vergrößern und vorlesen."


@dataclass(frozen=True, slots=True)
class _Part:
    """One file of the book. `label` is what the table of contents calls it; a part without one is not read in order."""

    name: str
    content: bytes
    label: str = ""
    properties: str = ""

    @property
    def id(self) -> str:
        return self.name.replace("/", "-").replace(".", "-")

    @property
    def media_type(self) -> str:
        return _TYPES[self.name[self.name.rindex(".") :]]


def write_epub(
    book: Source, _page: FormatPreset, sheets: Sequence[Sheet], progress: Callable[[int, int], None]
) -> bytes:
    """Return the archive's bytes; arguments and errors as for the PDF. The reader's screen makes the pages."""
    parts: list[_Part] = []
    for part in _parts(book):
        parts.append(part)
        if part.label:
            progress(sum(bool(done.label) for done in parts), len(sheets))
    parts.insert(0, _Part("nav.xhtml", _contents(book, parts), properties="nav"))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        write_entry(archive, "mimetype", b"application/epub+zip", book.date, stored=True)
        write_entry(archive, "META-INF/container.xml", _CONTAINER.encode(), book.date)
        write_entry(archive, "EPUB/package.opf", _package(book, parts), book.date)
        for part in parts:
            write_entry(archive, f"EPUB/{part.name}", part.content, book.date)
    return buffer.getvalue()


def _parts(book: Source) -> Iterator[_Part]:
    yield _Part("style.css", _STYLE.encode())
    for file in (typeface.file(), typeface.file(bold=True), typeface.LICENCE):
        yield _Part(f"fonts/{file.name}", file.read_bytes())
    if book.cover is not None:
        yield _Part("pictures/cover.jpg", _picture(book, book.cover.take), properties="cover-image")
    yield _Part("title.xhtml", _xhtml(book, book.title, "titlepage", _title(book)), label=book.title)
    for page in book.pages:
        if page.take is not None:
            yield _Part(f"pictures/p{page.number:03d}.jpg", _picture(book, page.take))
        label = f"Seite {page.number}"
        yield _Part(f"p{page.number:03d}.xhtml", _xhtml(book, label, _KINDS[page.role], _told(page)), label=label)
    colophon = "".join(f"<p>{escape(line)}</p>\n" for line in (book.title, *book.colophon))
    body = f'<div class="colophon">\n{colophon}</div>'
    yield _Part("colophon.xhtml", _xhtml(book, "Impressum", "colophon", body), label="Impressum")


_KINDS = {
    Role.STORY: "chapter",
    Role.DEDICATION: "dedication",
    Role.IMPRINT: "colophon",
    Role.END: "conclusion",
    Role.TITLE: "titlepage",
}
"""What a page is in the words of EPUB's Structural Semantics Vocabulary 1.1."""


def _picture(book: Source, take: Take) -> bytes:
    shrink = min(1.0, (MOST_PIXELS / (take.width * take.height)) ** 0.5)
    return pictures.jpeg(book, take, (int(take.width * shrink), int(take.height * shrink)))


def _title(book: Source) -> str:
    lines = [f"<h1>{escape(book.title)}</h1>"]
    lines += [f'<p class="by">{_lines(text)}</p>' for text in (book.subtitle, book.author) if text]
    if book.cover is not None:
        lines.append(_image("cover", book.cover.alt))
    return "\n".join(lines)


def _told(page: PublishedPage) -> str:
    parts = [_image(f"p{page.number:03d}", page.alt)] if page.take is not None else []
    if page.text:
        paragraphs = "".join(f"<p>{_lines(text)}</p>" for text in page.text.split("\n\n") if text.strip())
        parts.append(f'<div class="words">{paragraphs}</div>')
    return "\n".join(parts)


def _image(name: str, alt: str) -> str:
    return f'<img src="pictures/{name}.jpg" alt={quoteattr(alt)}/>'


def _lines(text: str) -> str:
    return "<br/>".join(escape(" ".join(words(line))) for line in text.strip().split("\n"))


def _xhtml(book: Source, title: str, kind: str, body: str, *, tag: str = "section") -> bytes:
    language = quoteattr(book.language)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
  lang={language} xml:lang={language}>
<head><title>{escape(title)}</title><link rel="stylesheet" href="style.css"/></head>
<body>
<{tag} epub:type="{kind}">
{body}
</{tag}>
</body>
</html>
""".encode()


def _contents(book: Source, parts: Sequence[_Part]) -> bytes:
    entries = "\n".join(f'<li><a href="{part.name}">{escape(part.label)}</a></li>' for part in parts if part.label)
    return _xhtml(book, "Inhalt", "toc", f"<h2>Inhalt</h2>\n<ol>\n{entries}\n</ol>", tag="nav")


def _package(book: Source, parts: Sequence[_Part]) -> bytes:
    manifest = "\n".join(
        f'<item id="{part.id}" href="{part.name}" media-type="{part.media_type}"'
        + (f' properties="{part.properties}"' if part.properties else "")
        + "/>"
        for part in parts
    )
    metadata = "\n".join(_metadata(book))
    spine = "\n".join(f'<itemref idref="{part.id}"/>' for part in parts if part.label)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang={quoteattr(book.language)}>
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{metadata}
</metadata>
<manifest>
{manifest}
</manifest>
<spine>
{spine}
</spine>
</package>
""".encode()


def _metadata(book: Source) -> Iterator[str]:
    yield f'<dc:identifier id="id">urn:uuid:{book.identifier}</dc:identifier>'
    yield f"<dc:title>{escape(book.title)}</dc:title>"
    yield f"<dc:language>{escape(book.language)}</dc:language>"
    if book.author:
        yield f'<dc:creator id="author">{escape(book.author)}</dc:creator>'
        yield '<meta refines="#author" property="role" scheme="marc:relators">aut</meta>'
    yield f'<meta property="dcterms:modified">{book.date:%Y-%m-%dT%H:%M:%SZ}</meta>'
    described = all(page.alt for page in book.pages if page.take is not None)
    features = ("alternativeText", "readingOrder", "tableOfContents", "displayTransformability")
    said = [
        *(("accessMode", mode) for mode in ("textual", "visual")),
        ("accessModeSufficient", "textual,visual"),
        *((("accessModeSufficient", "textual"),) if described else ()),
        *(("accessibilityFeature", feature) for feature in features if described or feature != "alternativeText"),
        ("accessibilityHazard", "none"),
        *((("accessibilitySummary", _SUMMARY),) if described else ()),
    ]
    yield from (f'<meta property="schema:{name}">{value}</meta>' for name, value in said)
