"""What a PDF is for."""

from __future__ import annotations

from enum import StrEnum


class Profile(StrEnum):
    """What a PDF is for."""

    PRINT = "print"
    """The inside of the book, as the format's printing service takes it."""
    SCREEN = "screen"
    """To be read and sent: outline, tags, pictures in words."""
    ARCHIVE = "archive"
    """PDF/A-2u, for libraries: everything it needs is in it."""
    PROOF = "proof"
    """To be judged before printing: trim, safe area, and how sharp each picture is."""
    COVER = "cover"
    """Back, spine and front on one sheet, as the printing service wraps it around the book."""
