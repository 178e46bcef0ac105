"""Page turns: whether the last words before one leave something open, so that a child wants to see the next page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from engine.language.sentences import sentences

TURNING_WORDS = {
    "de": ("doch", "aber", "da", "plötzlich", "auf einmal", "und dann", "bis", "nur", "jetzt"),
    "en": ("but", "suddenly", "then", "and then", "until", "just then", "only", "now"),
}
"""A last sentence that begins with one of them opens a door."""

_BROKEN_OFF = re.compile(r"(?:…|\.\.\.|[:–—-])[“”\"»«‘’')]*$")


class Pull(StrEnum):
    """What makes a child turn the page."""

    QUESTION = "question"
    BROKEN_OFF = "broken-off"
    TURN = "turn"
    """Something happens that is not told out."""
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Turn:
    """The last sentence before a page is turned, and how it pulls."""

    sentence: str
    pull: Pull


def turn_after(text: str, language: str) -> Turn:
    """Return how a page's text leads on to the next page.

    >>> turn_after("Pieks horcht. Wer ist da?", "de")
    Turn(sentence='Wer ist da?', pull=<Pull.QUESTION: 'question'>)
    >>> turn_after("Der Igel gähnt. Da blinkt etwas im Laub!", "de").pull
    <Pull.TURN: 'turn'>
    >>> turn_after("Alle schlafen.", "de").pull
    <Pull.NONE: 'none'>
    """
    last = last_sentence(text)
    if "?" in last:  # asked in speech too: „Wer bist du?“, fragt der Igel.
        return Turn(last, Pull.QUESTION)
    if _BROKEN_OFF.search(last):
        return Turn(last, Pull.BROKEN_OFF)
    opening = last.lstrip("„“”\"»«‚‘’'").casefold()
    words = TURNING_WORDS.get(language, ())
    turns = any(re.match(rf"{re.escape(word)}\b", opening) for word in words)
    return Turn(last, Pull.TURN if turns else Pull.NONE)


def first_sentence(text: str) -> str:
    """Return what a page begins with, on one line; "" of a page without words."""
    found = sentences(text)
    return " ".join(text[found[0].start : found[0].end].split()) if found else ""


def last_sentence(text: str) -> str:
    """Return what a page ends with, on one line; "" of a page without words."""
    found = sentences(text)
    return " ".join(text[found[-1].start : found[-1].end].split()) if found else ""
