"""The box's ComfyUI: its folders `output`, `input` and `temp`, kept in memory."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePosixPath

KEPT: int = 256 << 20
"""Bytes of files that are kept; clients fetch a picture when it is finished, so older ones go first."""


class Folder(StrEnum):
    OUTPUT = "output"
    INPUT = "input"
    TEMP = "temp"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a file is, in the words of `/view`."""

    filename: str
    subfolder: str
    type: Folder

    def told(self) -> dict[str, str]:
        return {"filename": self.filename, "subfolder": self.subfolder, "type": self.type.value}


class OutsideError(Exception):
    """A name leads out of its folder."""


class Files:
    """All files of the server."""

    def __init__(self) -> None:
        self._files: OrderedDict[Place, bytes] = OrderedDict()
        self._size = 0

    def read(self, place: Place) -> bytes | None:
        """Return a file, None where there is none."""
        return self._files.get(place)

    def inputs(self) -> list[str]:
        """Return the pictures in `input`, as graphs name them."""
        places = (place for place in self._files if place.type is Folder.INPUT)
        return [f"{place.subfolder}/{place.filename}" if place.subfolder else place.filename for place in places]

    def save(self, prefix: str, folder: Folder, content: bytes) -> Place:
        """Keep a picture under the next number of its prefix, `a/b` being `b` in the subfolder `a`.

        Raises:
            OutsideError: the prefix leads out of the folder.
        """
        path = PurePosixPath(prefix)
        inside(prefix)
        stem, subfolder = path.name, "" if path.parent == PurePosixPath() else str(path.parent)
        numbers = [
            int(place.filename[len(stem) + 1 : -len("_.png")])
            for place in self._files
            if (place.type, place.subfolder) == (folder, subfolder) and _is_numbered(place.filename, stem)
        ]
        place = Place(f"{stem}_{max(numbers, default=0) + 1:05d}_.png", subfolder, folder)
        self._keep(place, content)
        return place

    def upload(self, place: Place, content: bytes, *, overwrite: bool) -> Place:
        """Keep a file from outside and return where it is: under another name if there is another file of this one.

        Raises:
            OutsideError: the name leads out of the folder.
        """
        inside(place.filename)
        inside(place.subfolder)
        path = PurePosixPath(place.filename)
        free, copy = place, 1
        while not overwrite and self._files.get(free, content) != content:
            free = Place(f"{path.stem} ({copy}){path.suffix}", place.subfolder, place.type)
            copy += 1
        self._keep(free, content)
        return free

    def _keep(self, place: Place, content: bytes) -> None:
        self._size += len(content) - len(self._files.pop(place, b""))
        self._files[place] = content
        while self._size > KEPT and len(self._files) > 1:
            self._size -= len(self._files.popitem(last=False)[1])


def inside(path: str) -> None:
    """Check that a relative path stays where it is.

    Raises:
        OutsideError: it does not.
    """
    if path.startswith("/") or ".." in PurePosixPath(path).parts:
        raise OutsideError(path)


def _is_numbered(filename: str, stem: str) -> bool:
    number = filename.removeprefix(f"{stem}_").removesuffix("_.png")
    return filename == f"{stem}_{number}_.png" and number.isdecimal()
