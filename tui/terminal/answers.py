"""A terminal's answers to our questions, taken out of what comes from the keyboard.

Textual's parser takes an answer it does not know for typed letters. This sieve stands before it: an answer never comes
through, whole or in pieces, in time or late; what was typed does, in its order.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from engine.units import Px, Seconds

ASK_VERSION = "\x1b[>q"
"""Who are you? (XTVERSION; xterm, ctlseqs). A terminal that answers with a string also knows how to skip one."""

ASK_CELL = "\x1b[16t"
"""How large is a cell, in pixels? (xterm, ctlseqs)."""

ASK_REGISTERS = "\x1b[?1;1;0S"
"""How many colours may a sixel picture have? (XTSMGRAPHICS; xterm, ctlseqs)."""

ASK_KITTY = "\x1b_Gi=31,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\"
"""Could you show this pixel? (kitty's graphics protocol, "Querying support")."""

ASK_ATTRIBUTES = "\x1b[c"
"""What can you do? (DA1). Every terminal answers, and in order: no earlier question is open after that."""

HELD: Seconds = 0.1
"""How long the beginning of an answer that may also be a key waits for the rest; Textual waits as long for a key's."""

EXPECTED: Seconds = 10.0
"""How long after a question Escape is looked at twice; a terminal that never answers shall make no key wait."""

BROKEN: Seconds = 5.0
"""An answer that has not come to its end by then never will: keys are keys again."""

LONGEST = 256
"""Signs of an answer at most; longer ones are none."""

_ANSWER = re.compile(
    r"\x1b\[\?(?P<attributes>[\d;]*)c"
    r"|\x1b\[\?1;0;(?P<registers>\d+)S"
    r"|\x1b\[6;(?P<height>\d{1,4});(?P<width>\d{1,4})t"
    r"|\x1bP>\|(?P<version>[^\x1b\x07]*)(?:\x1b\\|\x07)"
    r"|\x1b_G(?P<kitty>[^\x1b\x07]*)(?:\x1b\\|\x07)"
)
_REPORT = re.compile(r"\x1b\[\?[\d;]*\$y")
"""What Textual asks itself, and understands."""

_RUBBISH = re.compile(
    r"\x1b\[\?[\d;:]*[ -/]*[@-~]|\x1b[P_][^\x1b\x07]*(?:\x1b\\|\x07)"  # answers to nobody
    r"|\x1b\[\?[\d;:]*|\x1bP>[^\x1b\x07]*|\x1b_G[^\x1b\x07]*"  # broken ones
)
"""No key sends this."""

_BEGUN = re.compile(
    r"\x1b(?:\[(?:\?[\d;:]*[ -/]*|6(?:;[\d;]*)?)?|P(?:>[^\x1b\x07]*\x1b?)?|_(?:G[^\x1b\x07]*\x1b?)?)?\Z"
)
"""May yet become an answer."""

_PERHAPS_A_KEY = frozenset(("\x1b", "\x1b[", "\x1b[6", "\x1bP", "\x1b_"))
"""Escape, Alt with a letter, or a key's own sequence, as far as one can tell."""


@dataclass(frozen=True, slots=True)
class Version:
    """Name and number of the terminal."""

    text: str


@dataclass(frozen=True, slots=True)
class CellSize:
    width: Px
    height: Px


@dataclass(frozen=True, slots=True)
class Registers:
    """Colours a sixel picture may have."""

    count: int


@dataclass(frozen=True, slots=True)
class Kitty:
    """Whether a picture of kitty's protocol would be shown."""

    ok: bool


@dataclass(frozen=True, slots=True)
class Attributes:
    """What the terminal says it can do; 4 is sixel."""

    codes: frozenset[int]


Answer = Version | CellSize | Registers | Kitty | Attributes


class Sieve:
    """Passes keys on and keeps answers back, as long as a question is open. Times are of `time.monotonic`."""

    def __init__(self, heard: Callable[[Answer], None]) -> None:
        self._heard = heard
        self._held = ""
        self._since: Seconds = 0.0
        self._asked: Seconds = 0.0
        self.open = 0
        """Questions that have no answer yet, each with all that was asked before it."""

    def asked(self, now: Seconds) -> None:
        """Tell that `ASK_ATTRIBUTES` is on its way."""
        self.open += 1
        self._asked = now

    def feed(self, text: str, now: Seconds) -> str:
        """Return what in `text` was typed; what may be the beginning of an answer comes later or never."""
        if not self.open and not self._held:
            return text
        fresh = not self._held
        text, self._held = self._held + text, ""
        typed: list[str] = []
        at = 0
        while (escape := text.find("\x1b", at)) >= 0:
            typed.append(text[at:escape])
            if report := _REPORT.match(text, escape):
                typed.append(report[0])
                at = report.end()
            elif answer := _ANSWER.match(text, escape):
                at = answer.end()
                self._tell(answer)
            elif _BEGUN.match(text, escape) and not self._is_key(text[escape:], now):
                if len(text) - escape <= LONGEST:
                    self._held = text[escape:]
                    self._since = now if fresh or escape else self._since
                return "".join(typed)
            elif rubbish := _RUBBISH.match(text, escape):
                at = rubbish.end()
            else:
                typed.append("\x1b")
                at = escape + 1
        return "".join([*typed, text[at:]])

    def _is_key(self, text: str, now: Seconds) -> bool:
        return text in _PERHAPS_A_KEY and now - self._asked >= EXPECTED

    def tick(self, now: Seconds) -> str:
        """Return what was held back and is a key after all."""
        age = now - self._since
        if self._held in _PERHAPS_A_KEY and age >= HELD:
            typed, self._held = self._held, ""
            return typed
        if self._held and age >= BROKEN:
            self._held = ""
        return ""

    def _tell(self, answer: re.Match[str]) -> None:
        found = answer.groupdict()
        if (codes := found["attributes"]) is not None:
            self.open = max(0, self.open - 1)
            self._heard(Attributes(frozenset(int(code) for code in codes.split(";") if code)))
        elif (count := found["registers"]) is not None:
            self._heard(Registers(int(count[:6])))
        elif (width := found["width"]) is not None:
            self._heard(CellSize(int(width), int(found["height"])))
        elif (version := found["version"]) is not None:
            self._heard(Version(version))
        elif (said := found["kitty"]) is not None:
            self._heard(Kitty(said.partition(";")[2] == "OK"))
