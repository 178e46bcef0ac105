"""Type aliases for quantities that a bare number would not explain, and how memory is spoken of."""

from __future__ import annotations

Bytes = int
MiB = float
Seconds = float
Tokens = int
Px = int
Mm = float


def gib(count: Bytes) -> str:
    """Return an amount of memory in words.

    >>> gib(3 << 29)
    '1.5 GiB'
    """
    return f"{count / (1 << 30):.1f} GiB"
