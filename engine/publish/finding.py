"""One thing that a reader or a printer would stumble over."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Cause(StrEnum):
    """Where it can be mended."""

    BOOK = "book"
    TEXT = "text"
    PICTURE = "picture"
    ALT = "alt"
    LAYOUT = "layout"
    PARTS = "parts"
    IMPRINT = "imprint"
    FORMAT = "format"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to mend; `page` is its number, None for the whole book."""

    severity: Severity
    code: str
    page: int | None
    message: str
    hint: str
    cause: Cause = Cause.BOOK
    de: str = ""
    """The message in German, where it comes from outside the program; others stand in the words of the screen."""


def ordered(found: list[Finding]) -> list[Finding]:
    """Return findings errors first, else in reading order."""
    return sorted(found, key=lambda finding: (list(Severity).index(finding.severity), finding.page or 0))
