"""What a check says: the rule, the span it speaks of, a message for the author and a hint for the model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """The rules of German for children; the first eight are what `fibel lint` reports.

    `FEAR`, `DANGER` and `UNKIND` are no rules of language: the writer itself was asked, and answered. `SAFETY` is what
    the word rules and a guard model find.
    """

    TOO_LONG = "too-long"
    COMMAS = "commas"
    SUBORDINATE = "subordinate"
    PASSIVE = "passive"
    STATE_PASSIVE = "state-passive"
    ABSTRACT_NOUN = "abstract-noun"
    TENSE = "tense"
    ANGLICISM = "anglicism"
    IRONY = "irony"
    LANGUAGE = "language"
    OPENINGS = "openings"
    REPEATED = "repeated"
    FEAR = "fear"
    DANGER = "danger"
    UNKIND = "unkind"
    SAFETY = "safety"
    PAGE_LENGTH = "page-length"
    BOOK_LENGTH = "book-length"
    QUOTES = "quotes"
    ASCII_UMLAUT = "ascii-umlaut"
    MOJIBAKE = "mojibake"


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Finding:
    """One place in a text that breaks a rule: `text[start:end]`.

    `de` and `en` are for the author, `hint` (German) is for the model that repairs the sentence.
    """

    rule: Rule
    severity: Severity
    start: int
    end: int
    de: str
    en: str
    hint: str
