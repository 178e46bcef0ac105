"""From a character's look to its fixed block of prompt text, and back."""

from __future__ import annotations

import re

from engine.clean import clean_line

WEIGHT = 1.2
"""Emphasis of a character block: enough to keep a look over many pages, below where colours spill over (about 1.4)."""

_SYNTAX = re.compile(r"[()\[\]{}<>\\|:]+")
"""Characters that mean something in a weighted prompt."""

_WEIGHT = re.compile(r":\s*\d+(?:\.\d+)?\s*(?=\))")


def character_block(look: str, name: str = "") -> str:
    """Return the weighted prompt text for a look; empty for an empty look.

    Args:
        look: English, visible things only.
        name: the character's name; it means nothing to an image model and is taken out.

    >>> character_block("Piko, a small brown hedgehog (red scarf)", "Piko")
    '(a small brown hedgehog red scarf:1.2)'
    """
    if name.strip():
        look = re.sub(rf"\b{re.escape(name.strip())}(?:'s|’s)?\b", " ", look, flags=re.IGNORECASE)
    tidy = _tidy(look)
    return f"({tidy}:{WEIGHT})" if tidy else ""


def look_of(block: str) -> str:
    """Return the look of a block in plain words, as the writer is told it.

    >>> look_of("(small brown hedgehog, red scarf:1.2)")
    'small brown hedgehog, red scarf'
    """
    return _tidy(_WEIGHT.sub("", block))


def _tidy(text: str) -> str:
    line = clean_line(_SYNTAX.sub(" ", text))
    parts = (part.strip() for part in line.split(","))
    return ", ".join(part for part in parts if part).rstrip(" .")
