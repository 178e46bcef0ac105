"""The folder print/: pictures ready for paper. All of it can be made again from the takes.

`<take>-<key>.jpg` is a take encoded for one place in one format; the key stands for everything that shaped it.
`<take>-x4.png` is a take enlarged by a model, whose pixels count for print.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from engine.book import files, takes
from engine.book.model import Take
from engine.errors import FibelError
from engine.units import Px

KEPT = 6
"""JPEGs of one take that are kept: a page in two formats, on the title page, on a screen, on the cover, to spare."""

_ENLARGED = re.compile(r"[0-9a-f]{12}-x([0-9]{1,2})\.png")


class Prints:
    """What lies in print/ of one book. Reading never fails: what is not whole is not there."""

    def __init__(self, folder: Path, may_write: Callable[[], bool]) -> None:
        self._folder = folder
        self._may_write = may_write

    def enlarged(self, take: Take) -> Path | None:
        """Return the file of the largest enlargement of a take."""
        found = [(int(m[1]), path) for path in self._of(take, "png") if (m := _ENLARGED.fullmatch(path.name))]
        return max(found)[1] if found else None

    def enlarged_size(self, take: Take) -> tuple[Px, Px] | None:
        """Return width and height of the largest enlargement, as its header states them."""
        path = self.enlarged(take)
        try:
            return None if path is None else takes.size_of(path.read_bytes())
        except (OSError, FibelError):
            return None

    def keep_enlarged(self, take: Take, png: bytes, *, factor: int) -> Path:
        """Store an enlargement beside those there are.

        Raises:
            FibelError: `picture_broken`, `book_read_only`, `disk_full`, `write_failed`.
        """
        takes.size_of(png)
        return self._write(f"{take.id}-x{factor}.png", png)

    def cached(self, take: Take, key: str) -> bytes | None:
        """Return the JPEG that was made of a take for a place, or None."""
        try:
            jpeg = (self._folder / _name(take, key)).read_bytes()
        except OSError:
            return None
        whole = jpeg.startswith(b"\xff\xd8") and jpeg.endswith(b"\xff\xd9")
        return jpeg if whole else None

    def keep(self, take: Take, key: str, jpeg: bytes) -> None:
        """Store a JPEG, and let the oldest ones of this take go; where the book is open for reading only, do nothing.

        Raises:
            FibelError: `disk_full`, `write_failed`.
        """
        if not self._may_write():
            return
        path = self._write(_name(take, key), jpeg)
        with files.naming(path):
            ages = sorted((other.stat().st_mtime_ns, other) for other in self._of(take, "jpg") if other != path)
            for _, old in ages[: max(0, len(ages) - KEPT + 1)]:
                old.unlink(missing_ok=True)

    def _of(self, take: Take, suffix: str) -> list[Path]:
        return list(self._folder.glob(f"{take.id}-*.{suffix}"))

    def _write(self, name: str, content: bytes) -> Path:
        if not self._may_write():
            raise FibelError("book_read_only")
        files.make_folder(self._folder)
        files.write_atomic(self._folder / name, content)
        return self._folder / name


def _name(take: Take, key: str) -> str:
    return f"{take.id}-{key}.jpg"
