"""Type aliases for quantities that a bare number would not explain."""

from __future__ import annotations

Bytes = int
MiB = float
Seconds = float
Tokens = int
Px = int
Mm = float
