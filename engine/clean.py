"""Make strings from outside safe for a terminal, once, at the boundary.

Everything that a model, a server, a file or a paste hands us passes through :func:`clean` or :func:`clean_line`
before it is stored or shown. Textual passes escape bytes in a string on to the terminal (observed with 8.2.8: a
complete OSC 52 reached the pty from every widget tried), so this is the one place that stops them.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated

from pydantic import AfterValidator

_ESCAPE_SEQUENCES = re.compile(
    r"\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)?"  # OSC … BEL or ST
    r"|\x1b[PX^_][^\x1b]*(?:\x1b\\)?"  # DCS, SOS, PM, APC … ST
    r"|\x1b\[[0-?]*[ -/]*[@-~]?"  # CSI
    r"|\x1b[ -/]*[0-~]?"
)
_CONTROLS = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 but tab and newline, DEL, C1
    "\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb"  # zero width, bidi controls
    "\U000e0000-\U000e007f"  # tags
    "\ud800-\udfff]"  # lone surrogates: no encoder takes them
)


def clean(text: str) -> str:
    """Return `text` in NFC without escape sequences, control and bidi characters; newlines and tabs stay.

    >>> clean("Igel\\x1b]52;c;eA==\\x07 \\x1b[31mrot\\u202e")
    'Igel rot'
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = _ESCAPE_SEQUENCES.sub("", text)
    return unicodedata.normalize("NFC", _CONTROLS.sub("", text))


def clean_line(text: str) -> str:
    """Return `text` cleaned and on one line: every run of white space becomes one blank.

    >>> clean_line("  Ein\\n Stern\\t")
    'Ein Stern'
    """
    return " ".join(clean(text).split())


CleanText = Annotated[str, AfterValidator(clean)]
"""A text of several lines from outside, for the fields of pydantic models."""

CleanLine = Annotated[str, AfterValidator(clean_line)]
"""A text of one line from outside, for the fields of pydantic models."""
