"""What every EPUB 3 is made of: its parts, the package that names them, the way through them, the archive.

EPUB 3.3 (W3C) for the package, EPUB Accessibility 1.1 for what it says of itself. Text is never part of a picture.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from engine.publish import origin, typeface
from engine.publish.archive import write_entry
from engine.publish.isbn import digits
from engine.publish.origin import Mark
from engine.publish.phrases import phrases
from engine.publish.source import Source
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

_FONT_FACES = """@font-face {{ font-family: Andika; src: url(fonts/{}); }}
@font-face {{ font-family: Andika; font-weight: bold; src: url(fonts/{}); }}
"""


@dataclass(frozen=True, slots=True)
class Part:
    """One file of the book.

    A part with a `label` stands in the table of contents under it, one with a `page` in the list of the printed book's
    pages; both are read in order. `spread` is its side of two facing pages, `kind` what it is among the landmarks,
    `mark` what machines are told of how it was made.
    """

    name: str
    content: bytes
    label: str = ""
    page: str = ""
    properties: str = ""
    spread: str = ""
    kind: str = ""
    mark: Mark | None = None

    @property
    def id(self) -> str:
        return self.name.replace("/", "-").replace(".", "-")

    @property
    def media_type(self) -> str:
        return _TYPES[self.name[self.name.rindex(".") :]]

    @property
    def in_order(self) -> bool:
        return bool(self.label or self.page)


@dataclass(frozen=True, slots=True)
class About:
    """What one kind of e-book says of itself beside what all of them do."""

    identifier: str
    summary: str
    features: tuple[str, ...]
    metadata: tuple[str, ...] = ()
    """Lines of the package's own language."""


def styled(rules: str) -> str:
    """Return a style sheet that knows the book's typeface; in the rules it is called Andika."""
    face = typeface.present()
    whole = _FONT_FACES.format(face.regular.name, face.bold.name) + rules
    return whole if face is typeface.ANDIKA else whole.replace("font-family: Andika", "font-family: Book")


def fonts() -> Iterator[Part]:
    """Yield the typeface, whole as its licence wants it, and the licence of ours."""
    face = typeface.present()
    for file in dict.fromkeys((face.regular, face.bold, *((typeface.LICENCE,) if face is typeface.ANDIKA else ()))):
        yield Part(f"fonts/{file.name}", file.read_bytes())


def archive(book: Source, parts: Sequence[Part], about: About) -> bytes:
    """Return the bytes of the whole e-book."""
    bound = [Part("nav.xhtml", _contents(book, parts), properties="nav"), *parts]
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        write_entry(opened, "mimetype", b"application/epub+zip", book.date, stored=True)
        write_entry(opened, "META-INF/container.xml", _CONTAINER.encode(), book.date)
        write_entry(opened, "EPUB/package.opf", _package(book, bound, about), book.date)
        for part in bound:
            write_entry(opened, f"EPUB/{part.name}", part.content, book.date)
    return buffer.getvalue()


def xhtml(book: Source, title: str, body: str, *, head: str = "") -> bytes:
    """Return a page; `head` and `body` are markup."""
    language = quoteattr(book.language)
    return f"""<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops"
  lang={language} xml:lang={language}>
<head><meta charset="utf-8"/><title>{escape(title)}</title>{head}<link rel="stylesheet" href="style.css"/></head>
{body}
</html>
""".encode()


def _contents(book: Source, parts: Sequence[Part]) -> bytes:
    """Return the ways through the book: its contents, its printed pages, where its main parts begin."""
    say = phrases(book.language)
    labels = [(part.name, escape(part.label)) for part in parts if part.label]
    navs = [f'<nav epub:type="toc" role="doc-toc">\n<h2>{say.contents}</h2>\n{_list(labels)}\n</nav>']
    if pages := [(part.name, escape(part.page)) for part in parts if part.page]:
        head = f'<nav epub:type="page-list" role="doc-pagelist" hidden="hidden">\n<h2>{say.pages}</h2>'
        navs.append(f"{head}\n{_list(pages)}\n</nav>")
    if kinds := [(part.name, escape(part.label), part.kind) for part in parts if part.kind and part.label]:
        entries = "\n".join(f'<li><a epub:type="{kind}" href="{name}">{label}</a></li>' for name, label, kind in kinds)
        navs.append(f'<nav epub:type="landmarks" hidden="hidden">\n<ol>\n{entries}\n</ol>\n</nav>')
    return xhtml(book, say.contents, "<body>\n" + "\n".join(navs) + "\n</body>")


def _list(entries: Sequence[tuple[str, str]]) -> str:
    return "<ol>\n" + "\n".join(f'<li><a href="{name}">{label}</a></li>' for name, label in entries) + "\n</ol>"


def _package(book: Source, parts: Sequence[Part], about: About) -> bytes:
    manifest = "\n".join(
        f'<item id="{part.id}" href="{part.name}" media-type="{part.media_type}"{_properties(part.properties)}/>'
        for part in parts
    )
    metadata = "\n".join((*_metadata(book, about), *_marks(book, parts), *about.metadata))
    spine = "\n".join(f'<itemref idref="{part.id}"{_properties(part.spread)}/>' for part in parts if part.in_order)
    prefix = f' prefix="Iptc4xmpExt: {origin.NAMESPACE}"' if "Iptc4xmpExt:" in metadata else ""
    return f"""<?xml version="1.0" encoding="utf-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id"{prefix}
  xml:lang={quoteattr(book.language)}>
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


def _properties(names: str) -> str:
    return f' properties="{names}"' if names else ""


def _metadata(book: Source, about: About) -> Iterator[str]:
    form = book.edition.imprint
    yield f'<dc:identifier id="id">urn:uuid:{about.identifier}</dc:identifier>'
    yield f"<dc:title>{escape(book.title)}</dc:title>"
    yield f"<dc:language>{escape(book.language)}</dc:language>"
    if book.author:
        yield f'<dc:creator id="author">{escape(book.author)}</dc:creator>'
        yield '<meta refines="#author" property="role" scheme="marc:relators">aut</meta>'
    if form.publisher or form.name:
        yield f"<dc:publisher>{escape(form.publisher or form.name)}</dc:publisher>"
    if form.name:
        yield f"<dc:rights>© {form.year or book.date.year} {escape(form.name)}</dc:rights>"
    if book.edition.blurb.strip():
        yield f"<dc:description>{escape(' '.join(book.edition.blurb.split()))}</dc:description>"
    yield from (f"<dc:subject>{escape(word)}</dc:subject>" for word in book.edition.keywords if word.strip())
    yield f'<meta property="dcterms:modified">{book.date:%Y-%m-%dT%H:%M:%SZ}</meta>'
    yield f'<meta property="schema:typicalAgeRange">{escape(book.age)}</meta>'
    yield from _access(book, about)


def _access(book: Source, about: About) -> Iterator[str]:
    """Yield who can read the book, and claim no more than it has."""
    described = all(page.alt for page in book.pages if page.take is not None)
    said = [
        *(("accessMode", mode) for mode in ("textual", "visual")),
        ("accessModeSufficient", "textual,visual"),
        *((("accessModeSufficient", "textual"),) if described else ()),
        *((("accessibilityFeature", "alternativeText"),) if described else ()),
        *(("accessibilityFeature", feature) for feature in about.features),
        ("accessibilityHazard", "none"),
        *((("accessibilitySummary", about.summary),) if described else ()),
    ]
    yield from (f'<meta property="schema:{name}">{escape(value)}</meta>' for name, value in said)
    if "pageNavigation" in about.features:
        isbn = digits(book.edition.imprint.isbn)
        yield f'<meta property="pageBreakSource">{f"urn:isbn:{isbn}" if isbn else "none"}</meta>'


def _marks(book: Source, parts: Sequence[Part]) -> Iterator[str]:
    """Yield what machines are told of how the book, and each part of it, was made."""
    if (whole := book.mark) is None:
        return
    yield f'<meta property="Iptc4xmpExt:DigitalSourceType">{whole.uri}</meta>'
    for part in parts:
        if part.mark is not None:
            yield f'<meta refines="#{part.id}" property="Iptc4xmpExt:DigitalSourceType">{part.mark.uri}</meta>'
