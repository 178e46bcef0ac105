"""The pictures of a book alone, as large as there are, in files that are named by their pages."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from collections.abc import Callable, Iterator

from engine.book.model import Take
from engine.book.takes import with_xmp
from engine.publish.archive import write_entry
from engine.publish.pictures import mark
from engine.publish.source import Source

LONGEST = 40
"""Letters of a name; the first words say enough."""

_GERMAN = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def write_pictures(book: Source, progress: Callable[[int, int], None]) -> tuple[bytes, int]:
    """Return the archive's bytes and how many pictures are in it.

    Pixels and colours are those of the takes, or of what a model enlarged them to; recipes stay in the book.

    Raises:
        FibelError: `take_missing`, `take_broken`, `picture_broken`.
    """
    named = list(_named(book))
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for done, (name, take) in enumerate(named, start=1):
            write_entry(archive, name, with_xmp(book.read(take), mark(book, take)), book.date)
            progress(done, len(named))
    return buffer.getvalue(), len(named)


def _named(book: Source) -> Iterator[tuple[str, Take]]:
    if book.cover is not None and all(page.take != book.cover.take for page in book.pages):
        yield f"00_{speaking(book.title)}.png", book.cover.take
    for page in book.pages:
        if page.take is not None:
            said = speaking(page.text or page.alt)
            yield f"{page.number:02d}{f'_{said}' if said else ''}.png", page.take


def speaking(text: str) -> str:
    """Return the first words of a text as part of a file's name that every system takes.

    >>> speaking("Der Igel gähnt. „Gute Nacht!“, ruft er und rollt sich ein.")
    'der-igel-gaehnt-gute-nacht-ruft-er-und'
    """
    plain = unicodedata.normalize("NFKD", text.casefold().translate(_GERMAN))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    name = ""
    for word in words:
        longer = f"{name}-{word}" if name else word[:LONGEST]
        if len(longer) > LONGEST:
            break
        name = longer
    return name
