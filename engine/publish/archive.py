"""Entries of zip archives that are the same bytes each time."""

from __future__ import annotations

import zipfile
from datetime import datetime

_PACKED_ALREADY = (".jpg", ".jpeg", ".png")


def write_entry(archive: zipfile.ZipFile, name: str, content: bytes, date: datetime, *, stored: bool = False) -> None:
    """Add a file with a date of its own (APPNOTE 4.4.6: even seconds from 1980), readable by all.

    Args:
        stored: do not pack it.
    """
    year = min(max(date.year, 1980), 2107)
    entry = zipfile.ZipInfo(name, (year, date.month, date.day, date.hour, date.minute, date.second // 2 * 2))
    entry.create_system = 3
    entry.external_attr = 0o100644 << 16
    packed = not stored and not name.endswith(_PACKED_ALREADY)
    entry.compress_type = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    archive.writestr(entry, content)
