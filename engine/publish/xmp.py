"""What a PDF says of itself to machines (XMP, ISO 16684-1): who, what, when, and how it was made.

PDF/A (ISO 19005-2, 6.6.2.3) asks that properties beyond its own list are described where they are used.
"""

from __future__ import annotations

from collections.abc import Iterator
from xml.sax.saxutils import escape

from engine.publish import origin
from engine.publish.source import Source

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_SPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
}

_EXTENSION = f"""<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>IPTC Extension</pdfaSchema:schema>
<pdfaSchema:namespaceURI>{origin.NAMESPACE}</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>Iptc4xmpExt</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>DigitalSourceType</pdfaProperty:name>
<pdfaProperty:valueType>URI</pdfaProperty:valueType>
<pdfaProperty:category>external</pdfaProperty:category>
<pdfaProperty:description>How the content was made</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>"""


def document(book: Source, *, archive: bool) -> str:
    """Return the XMP of a PDF, without its wrapping.

    Args:
        archive: whether it is a PDF/A-2u.
    """
    # Where the properties stand, for some readers look nowhere else for what their prefixes mean.
    spaces = " ".join(f'xmlns:{name}="{uri}"' for name, uri in _SPACES.items())
    marked = f" {origin.attribute(book.mark)}" if book.mark else ""
    lines = "\n".join(_properties(book, archive))
    return (
        f'<x:xmpmeta xmlns:x="adobe:ns:meta/">\n<rdf:RDF xmlns:rdf="{_RDF}">\n'
        f'<rdf:Description rdf:about="" {spaces}{marked}>\n'
        f"{lines}\n</rdf:Description>\n</rdf:RDF>\n</x:xmpmeta>"
    )


def _properties(book: Source, archive: bool) -> Iterator[str]:
    date = book.date.isoformat(timespec="seconds")
    yield f'<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{escape(book.title)}</rdf:li></rdf:Alt></dc:title>'
    if book.author:
        yield f"<dc:creator><rdf:Seq><rdf:li>{escape(book.author)}</rdf:li></rdf:Seq></dc:creator>"
    yield "<xmp:CreatorTool>Fibel</xmp:CreatorTool>"
    yield from (f"<xmp:{name}>{date}</xmp:{name}>" for name in ("CreateDate", "ModifyDate", "MetadataDate"))
    yield "<pdf:Producer>Fibel</pdf:Producer>"
    if archive:
        yield "<pdfaid:part>2</pdfaid:part>\n<pdfaid:conformance>U</pdfaid:conformance>"
        if book.mark:
            yield _EXTENSION
