"""The book's font, unmodified; see README.md beside this file."""

from __future__ import annotations

from pathlib import Path

FONTS = Path(__file__).parent
