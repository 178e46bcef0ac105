"""Where the words and pictures of a book come from, and what is said of it in marks that machines read.

The marks are those of IPTC's Digital Source Type, as the EU's AI Act (article 50) asks for some.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from xml.sax.saxutils import quoteattr

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from engine.book.model import Take, fingerprint

BOX = "box"
"""What the journal calls the embedded machine where it wrote a text."""

VOCABULARY = "http://cv.iptc.org/newscodes/digitalsourcetype/"
NAMESPACE = "http://iptc.org/std/Iptc4xmpExt/2008-02-29/"


class Origin(StrEnum):
    """How a text or a picture came to be."""

    HAND = "hand"
    MODEL = "model"
    EDITED = "edited"
    """Begun by a model, changed by a human."""
    BOX = "box"
    """Made by the embedded machine, in which no model is trained on anything."""
    BOX_EDITED = "box-edited"

    @property
    def by_model(self) -> bool:
        """Whether a model had a hand in it."""
        return self in (Origin.MODEL, Origin.EDITED)


class Mark(StrEnum):
    """Digital source types (IPTC NewsCodes) that say a machine had a hand in something."""

    MODEL = "trainedAlgorithmicMedia"
    MIXED = "compositeWithTrainedAlgorithmicMedia"
    BOX = "algorithmicMedia"
    BOX_MIXED = "compositeSynthetic"

    @property
    def uri(self) -> str:
        return VOCABULARY + self.value


class Writing(BaseModel):
    """A line of the journal that tells where a text came from."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    what: str
    of: str
    by: str


def writings(records: Iterable[Mapping[str, JsonValue]]) -> dict[str, list[Writing]]:
    """Return, for each page's id, the texts a writer gave it."""
    found: dict[str, list[Writing]] = {}
    for record in records:
        if record.get("type") != "provenance":
            continue
        try:
            writing = Writing.model_validate(record)
        except ValidationError:  # a line of a later program, which knows other kinds
            continue
        page, _, part = writing.what.partition(".")
        if part == "text":
            found.setdefault(page, []).append(writing)
    return found


def of_text(text: str, written: Iterable[Writing]) -> Origin:
    """Return how a page's text came to be, given what a writer ever put on that page."""
    same = fingerprint(text)
    by = [(writing.by, writing.of == same) for writing in written]
    if not by:
        return Origin.HAND
    if (BOX, True) in by:
        return Origin.BOX
    if any(unchanged for _, unchanged in by):
        return Origin.MODEL
    return Origin.BOX_EDITED if all(who == BOX for who, _ in by) else Origin.EDITED


def of_take(take: Take) -> Origin:
    return Origin.BOX if take.sketch else Origin.MODEL


def together(origins: Iterable[Origin]) -> Mark | None:
    """Return the mark of what is made of parts; None where no machine had a hand in it."""
    there = set(origins)
    if any(one.by_model for one in there):
        return Mark.MODEL if there == {Origin.MODEL} else Mark.MIXED
    if there <= {Origin.HAND}:
        return None
    return Mark.BOX if there == {Origin.BOX} else Mark.BOX_MIXED


def attribute(mark: Mark) -> str:
    """Return the mark as an attribute of an XMP description (IPTC Photo Metadata 2023.2)."""
    return f'xmlns:Iptc4xmpExt="{NAMESPACE}" Iptc4xmpExt:DigitalSourceType={quoteattr(mark.uri)}'


def packet(mark: Mark) -> bytes:
    """Return the XMP packet that a picture file carries."""
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {attribute(mark)}/></rdf:RDF></x:xmpmeta><?xpacket end="r"?>'
    ).encode()
