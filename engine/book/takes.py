"""Pictures as files: a PNG that carries the recipe it was made from.

Chunks are walked, never decoded: PNG specification (W3C, third edition) §5 for the chunks, §11.3.3.4 for `iTXt`; its
keyword for XMP is that of the XMP specification, part 3, 1.1.5.
"""

from __future__ import annotations

import hashlib
import struct
import zlib
from collections.abc import Iterator

from pydantic import BaseModel, ConfigDict, ValidationError

from engine.book.model import Line, Recipe, Take
from engine.errors import FibelError
from engine.units import Bytes, Px, Seconds

MAX_PICTURE: Bytes = 64 << 20
"""No picture of a book is larger; what is larger is something else."""

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEYWORD = b"fibel"
_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA iCCP sBIT sRGB cICP mDCV cLLI bKGD hIST pHYs".split()  # what the eye sees
)


class TakeLabel(BaseModel):
    """What a picture says of itself. Fields of a later program are ignored: the picture stays readable."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    recipe: Recipe
    job: Line = ""
    sketch: bool = False
    software: Line = "Fibel"


def take_id(png: bytes) -> str:
    """Return the name of a take: 12 hex digits of the SHA-256 of its file."""
    return hashlib.sha256(png).hexdigest()[:12]


def with_recipe(png: bytes, recipe: Recipe, *, job: str, sketch: bool) -> bytes:
    """Return the same picture labelled with its recipe.

    Pixels and colour stay byte for byte. Everything else a server wrote into the file goes: ComfyUI stores its whole
    graph, which may hold what the author did not mean to give away.

    Raises:
        FibelError: `picture_broken`, this is not a whole PNG.
    """
    label = TakeLabel(recipe=recipe, job=job, sketch=sketch).model_dump_json().encode()
    parts = [_SIGNATURE]
    for kind, body in _chunks(png):
        if kind in _KEPT:
            parts.append(_chunk(kind, body))
        elif not kind[0] & 0x20:
            raise FibelError("picture_broken", f"It needs an extension of PNG called {kind!r}.")
        if kind == b"IHDR":
            parts.append(_chunk(b"iTXt", _KEYWORD + b"\0\0\0\0\0" + label))
    return b"".join(parts)


def with_xmp(png: bytes, packet: bytes) -> bytes:
    """Return the same picture, byte for byte what the eye sees, with this XMP packet as its only words.

    Args:
        packet: b"" for a picture that says nothing of itself.

    Raises:
        FibelError: `picture_broken`.
    """
    parts = [_SIGNATURE]
    for kind, body in _chunks(png):
        if kind in _KEPT:
            parts.append(_chunk(kind, body))
        if kind == b"IHDR" and packet:
            parts.append(_chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + packet))
    return b"".join(parts)


def read_recipe(png: bytes) -> TakeLabel | None:
    """Return the label of a picture, or None where there is none or it cannot be understood."""
    try:
        for kind, body in _chunks(png):
            if kind == b"iTXt" and body.startswith(_KEYWORD + b"\0\0\0"):
                return TakeLabel.model_validate_json(body.split(b"\0", 5)[5])
    except (FibelError, ValidationError, IndexError):
        return None
    return None


def size_of(png: bytes) -> tuple[Px, Px]:
    """Return width and height as the header states them, without decoding anything.

    Raises:
        FibelError: `picture_broken`.
    """
    _, header = next(_chunks(png))
    width, height = struct.unpack_from(">II", header)
    return width, height


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield kind and body of each chunk up to IEND, checked.

    Raises:
        FibelError: `picture_broken`.
    """
    if not png.startswith(_SIGNATURE):
        raise FibelError("picture_broken", "It is not a PNG.")
    if len(png) > MAX_PICTURE:
        raise FibelError("picture_broken", f"It is larger than {MAX_PICTURE >> 20} MB.")
    position = len(_SIGNATURE)
    seen: set[bytes] = set()
    while b"IEND" not in seen:
        if position + 12 > len(png):
            raise FibelError("picture_broken", "It ends too early.")
        length, kind = struct.unpack_from(">I4s", png, position)
        end = position + 12 + length
        if end > len(png):
            raise FibelError("picture_broken", "It ends too early.")
        body = png[position + 8 : end - 4]
        if struct.unpack_from(">I", png, end - 4)[0] != zlib.crc32(body, zlib.crc32(kind)):
            raise FibelError("picture_broken", "A part of it is damaged.")
        if (kind == b"IHDR") == bool(seen) or (kind == b"IHDR" and not _sound_header(body)):
            raise FibelError("picture_broken", "Its header is wrong.")
        if kind == b"IEND" and b"IDAT" not in seen:
            raise FibelError("picture_broken", "It holds no picture.")
        seen.add(kind)
        yield kind, body
        position = end


def _sound_header(body: bytes) -> bool:
    return len(body) == 13 and all(0 < side < 2**31 for side in struct.unpack_from(">II", body))


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(body, zlib.crc32(kind)))


def named(png: bytes, file: str, recipe: Recipe, *, job: str, sketch: bool, at: str, seconds: Seconds = 0.0) -> Take:
    """Return the take that a picture is, named by its content.

    Args:
        png: with its label.
        file: where it lies in the book's folder.
        at: ISO 8601, UTC.

    Raises:
        FibelError: `picture_broken`.
    """
    width, height = size_of(png)
    return Take(
        id=take_id(png),
        file=file,
        recipe=recipe,
        width=width,
        height=height,
        at=at,
        seconds=seconds,
        job=job,
        sketch=sketch,
    )
