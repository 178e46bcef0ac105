"""In which encoding a text was written: read where it is certain, never guessed.

UTF-8 proves itself, and UTF-16 nearly so. The older encodings of one byte a letter do not: there a text counts as read
when every letter and mark beyond ASCII stands where European prose has it (*M„rchen* and *M‰rchen* are no words) in one
of them alone, or when one of them alone gives more German than the others (*Märchen*, not *Mèrchen*).
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; those of UTF-32 before those of UTF-16, with which they begin."""

_OLD: Final = (("cp1252", "Windows-1252"), ("mac_roman", "Mac OS Roman"), ("cp850", "DOS 850"))
"""What Windows, the Macintosh before 2001 and DOS wrote; Latin-1 prose is Windows-1252 prose too."""

_LETTERS = "äöüßàáâãåæçèéêëìíîïñòóôõøùúûýÿœ"
_SMALL = f"[a-z{_LETTERS}]"
_CAPITALS = "ÄÖÜÀÁÂÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕØÙÚÛÝŒ"
_CAPITAL = f"[A-Z{_CAPITALS}]"
_WELL_PLACED = re.compile(
    rf"""
    [{_LETTERS}](?!{_CAPITAL})              # a small letter, in a word of small letters
  | (?<!{_SMALL})[{_CAPITALS}]              # a capital begins a word, or stands among capitals
  | (?<!\w)[„‚«‹»›](?=[\w„‚«‹»›…–—(])        # a quotation mark that opens
  | (?<=[\w.,;:!?…–—)“‘”’»›«‹])[“”‘’»›«‹](?!\w)  # and one that closes
  | (?<=\w)’(?=\w)                          # an apostrophe
  | (?<![\w])[“‘](?=\w)                     # English ones open where ours close
  | [–—](?!\w[–—]) | … | \u00a0 | (?<=\d)[°€½¼¾²³] | [€§]\x20?(?=\d) | [•©®·]
    """,
    re.VERBOSE,
)
_SEQUENCE = re.compile(rb"[\xc3\xc5][\x80-\xbf]|\xe2\x80[\x80-\xbf]")
"""Umlauts, accents and quotation marks as UTF-8 writes them."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and, where it was in an old encoding, the name of that."""

    text: str
    old: str = ""


@dataclass(frozen=True, slots=True)
class Undecoded:
    """Why a text cannot be read: the line, from 1, and byte that stop it being UTF-8.

    `mixed` says that UTF-8 stands elsewhere in it; `binary` that it is no text at all.
    """

    line: int
    byte: int
    mixed: bool = False
    binary: bool = False


def decode(content: bytes) -> Decoded | Undecoded:
    """Return the text of a file's bytes, or where it stops being one.

    >>> decode("Märchen".encode("cp1252")), decode("Märchen".encode("mac_roman")).old
    (Decoded(text='Märchen', old='Windows-1252'), 'Mac OS Roman')
    """
    encoding = next((name for mark, name in _MARKS if content.startswith(mark)), "") or _wide(content)
    try:
        if not encoding and b"\0" in content:
            return Undecoded(content.count(b"\n", 0, content.index(b"\0")) + 1, content.index(b"\0"), binary=True)
        return Decoded(content.decode(encoding or "utf-8"))
    except UnicodeDecodeError as error:
        stop = Undecoded(content.count(b"\n", 0, error.start) + 1, error.start, mixed=bool(_SEQUENCE.search(content)))
    if encoding or stop.mixed:
        return stop
    found = [Decoded(text, name) for codec, name in _OLD if (text := _prose(content, codec)) is not None]
    found.sort(key=_german, reverse=True)
    alone = found and (len(found) == 1 or _german(found[0]) > _german(found[1]))
    return found[0] if alone else stop


def _german(read: Decoded) -> int:
    return sum(letter in "äöüÄÖÜß„“‚‘" for letter in read.text)


def _prose(content: bytes, codec: str) -> str | None:
    """Return the bytes as text in an encoding, None where that gives no prose."""
    try:
        text = content.decode(codec)
    except UnicodeDecodeError:
        return None
    strange = (place for place, letter in enumerate(text) if not letter.isascii())
    return text if all(_WELL_PLACED.match(text, place) for place in strange) else None


_MOSTLY = 0.3
"""Share of every other byte that is zero in a German text as UTF-16; in fact nearly all are."""


def _wide(content: bytes) -> str:
    """Return the codec of UTF-16 without a mark: every other byte is zero, and only every other."""
    even, odd = content[0::2].count(0), content[1::2].count(0)
    if not even and odd > _MOSTLY * len(content) / 2:
        return "utf-16-le"
    return "utf-16-be" if not odd and even > _MOSTLY * len(content) / 2 else ""
