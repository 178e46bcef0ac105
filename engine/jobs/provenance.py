"""Where a page's sentences come from: told by the writer, mended by it, or written by the author's own hand.

The journal says of each text the writer brought which of its sentences are the writer's. A sentence of the book that
stands in no such list is the author's: so provenance survives every edit, and the author's hand needs no record.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from engine.book.model import Book, fingerprint
from engine.language.sentences import sentences

PROVENANCE = "provenance"


class Origin(StrEnum):
    GENERATED = "generated"
    REPAIRED = "repaired"
    HAND = "hand-written"


@dataclass(frozen=True, slots=True)
class SentenceOrigin:
    """`text[start:end]` of the page comes from here; `by` names the model, empty for the author."""

    start: int
    end: int
    origin: Origin
    by: str = ""


class _Sentence(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")
    of: str
    origin: Origin


class _Record(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")
    what: str
    by: str = ""
    sentences: tuple[_Sentence, ...] = ()


def record(
    what: str, text: str, origin: Origin, *, beside: str = "", by: str, job: str, seed: int, temperature: float
) -> dict[str, JsonValue]:
    """Return the journal's line about a text the writer brought.

    Args:
        what: page and field: "p003.text".
        origin: of the sentences that are new in it.
        beside: what stood on the page already; its sentences come from where they came from before.
    """
    stood = {fingerprint(sentence.text) for sentence in sentences(beside)}
    new = dict.fromkeys(fingerprint(sentence.text) for sentence in sentences(text))
    told: list[JsonValue] = [{"of": key, "origin": origin.value} for key in new if key not in stood]
    line: dict[str, JsonValue] = {
        "type": PROVENANCE,
        "what": what,
        "of": fingerprint(text),
        "by": by,
        "job": job,
        "seed": seed,
        "temperature": temperature,
    }
    return line | ({"sentences": told} if what.endswith(".text") else {})


def origins(records: Iterable[Mapping[str, JsonValue]], book: Book) -> dict[str, tuple[SentenceOrigin, ...]]:
    """Return for each page where its sentences come from.

    Args:
        records: the journal's, oldest first. A sentence counts wherever in the book it now stands.
    """
    known: dict[str, tuple[Origin, str]] = {}
    for line in records:
        if line.get("type") != PROVENANCE:
            continue
        try:
            told = _Record.model_validate(line)
        except ValidationError:
            continue  # a line of another version is no reason to lose the others
        for sentence in told.sentences:
            known.setdefault(sentence.of, (sentence.origin, told.by))
    return {
        page.id: tuple(
            SentenceOrigin(here.start, here.end, *known.get(fingerprint(here.text), (Origin.HAND, "")))
            for here in sentences(page.scene.text)
        )
        for page in book.pages
    }
