"""Say the same to a terminal in fewer bytes: only what changes of a style is sent.

Textual sends every piece of text with its whole style before it and a reset behind it. Between two cells of a picture
one colour changes, or none; over a slow line that is most of what a picture costs.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"\x1b\[([0-9;]*)([mH])|\n(?=\x1b\[[0-9;]*H)")
"""A style, a move of the cursor, or a line end that a move makes needless."""

_ATTRIBUTES = frozenset(("1", "2", "3", "4", "5", "6", "7", "8", "9", "21", "51", "52", "53"))
_KNOWN_PAIRS = 8_192
"""Styles and changes remembered; a picture has some thousands."""


@dataclass(frozen=True, slots=True)
class Look:
    """A terminal's rendition: the codes that make it, as SGR parameters."""

    attributes: frozenset[str] = frozenset()
    colour: str = ""
    ground: str = ""


PLAIN = Look()


class Thrift:
    """Rewrites what goes to one terminal, in the order in which it is sent."""

    def __init__(self) -> None:
        self._said: Look | None = None
        self._wanted = PLAIN

    def forget(self) -> None:
        """Somebody else has written to the terminal: its rendition is unknown."""
        self._said = None

    def rewrite(self, text: str) -> str:
        """Return `text` with styles as changes; what follows no text yet is kept for the next call.

        >>> Thrift().rewrite("\\x1b[1;31ma\\x1b[0m\\x1b[1;32mb\\x1b[0m c")
        '\\x1b[0;1;31ma\\x1b[32mb\\x1b[m c'
        """
        out: list[str] = []
        at = 0
        for token in _TOKEN.finditer(text):
            start, end = token.span()
            if start > at:
                self._style(out)
                out.append(text[at:start])
            at = end
            parameters, kind = token.groups()
            if kind == "H":
                out.append(token[0])
            elif kind == "m":
                known = changed(self._wanted, parameters)
                if known is None:  # nothing Textual sends; said as it stands
                    self._style(out)
                    out.append(token[0])
                    self._said = None
                else:
                    self._wanted = known
        if at < len(text):
            self._style(out)
            out.append(text[at:])
        return "".join(out)

    def _style(self, out: list[str]) -> None:
        if self._said is not self._wanted:
            out.append(change(self._said, self._wanted))
            self._said = self._wanted


@lru_cache(_KNOWN_PAIRS)
def changed(look: Look, parameters: str) -> Look | None:
    """Return the rendition after `ESC [ parameters m`; None for one we do not know.

    ECMA-48 §8.3.117, and the colon-less 38/48 colours of xterm.
    """
    attributes, colour, ground = set(look.attributes), look.colour, look.ground
    codes = parameters.split(";")
    while codes:
        code = codes.pop(0)
        if code in ("", "0"):
            attributes, colour, ground = set(), "", ""
        elif code in _ATTRIBUTES:
            attributes.add(code)
        elif code in ("38", "48"):
            length = {"2": 4, "5": 2}.get(codes[0] if codes else "")
            if length is None or len(codes) < length:
                return None
            value = ";".join([code, *codes[:length]])
            del codes[:length]
            colour, ground = (value, ground) if code == "38" else (colour, value)
        elif code == "39" or _is_colour(code, 30):
            colour = "" if code == "39" else code
        elif code == "49" or _is_colour(code, 40):
            ground = "" if code == "49" else code
        else:
            return None
    return _same(Look(frozenset(attributes), colour, ground))


@lru_cache(_KNOWN_PAIRS)
def _same(look: Look) -> Look:
    """One object for each rendition, so that equal ones are known at a glance."""
    return PLAIN if look == PLAIN else look


@lru_cache(_KNOWN_PAIRS)
def change(before: Look | None, after: Look) -> str:
    """Return the shortest sequence that leads from one rendition to another; None is an unknown one."""
    whole = ";".join(["0", *sorted(after.attributes, key=int), *filter(None, (after.colour, after.ground))])
    whole = "\x1b[m" if whole == "0" and before is not None else f"\x1b[{whole}m"
    if before is None or before.attributes - after.attributes:
        return whole
    parts = sorted(after.attributes - before.attributes, key=int)
    if after.colour != before.colour:
        parts.append(after.colour or "39")
    if after.ground != before.ground:
        parts.append(after.ground or "49")
    return min(f"\x1b[{';'.join(parts)}m" if parts else "", whole, key=len)


def _is_colour(code: str, base: int) -> bool:
    return code.isdecimal() and (base <= int(code) < base + 8 or base + 60 <= int(code) < base + 68)
