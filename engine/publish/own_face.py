"""An author's own typeface: whether its files can be used, and whether its licence allows what is wanted of them.

The rights are those of the table OS/2, field fsType (OpenType 1.9): they are what the font says, not legal advice.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from struct import error as struct_error

from engine.book.edition import Edition
from engine.book.typefaces import bold_of, kept
from engine.clean import clean_line
from engine.errors import FibelError
from engine.publish.finding import Cause, Finding, Severity
from engine.publish.typeface import ANDIKA, Face

RESTRICTED, NO_SUBSETS, BITMAPS_ONLY = 0x0002, 0x0100, 0x0200
"""Bits of fsType with which a font may not stand in a file as a part of itself."""

LIMITS = 0x000F
"""Bits of fsType that limit embedding; a font without any may be installed by whoever finds it in an e-book."""


def chosen(folder: Path, edition: Edition) -> tuple[Face, list[Finding]]:
    """Return the typeface of a book, and what is wrong with it; one that cannot be used gives way to Andika.

    Args:
        folder: of the book; the edition's files are named from there.
    """
    if not edition.typeface:
        return ANDIKA, []
    regular = folder / edition.typeface
    bold = folder / edition.typeface_bold if edition.typeface_bold else regular
    read = [_read(file) for file in dict.fromkeys((regular, bold))]
    if found := [one for one in read if isinstance(one, Finding)]:
        return ANDIKA, found
    faces = [one for one in read if isinstance(one, Face)]
    return replace(faces[0], bold=bold, shared=all(face.shared for face in faces)), []


def offered(folder: Path, edition: Edition) -> tuple[tuple[str, Face], ...]:
    """Return the typefaces a book can be set in: the file each is chosen by, "" for ours, and what it is.

    Bold letters go with the others of their family and are not offered for themselves.
    """
    names = kept(folder)
    bold = {path.relative_to(folder).as_posix() for name in names if (path := bold_of(folder / name)) is not None}
    bold.add(edition.typeface_bold)
    own = [(name, _read(folder / name)) for name in names if name == edition.typeface or name not in bold]
    return (("", ANDIKA), *((name, face) for name, face in own if isinstance(face, Face)))


def judge(file: Path) -> None:
    """Refuse a file that no book can be set in.

    Raises:
        FibelError: `typeface_unusable`, saying why.
    """
    if isinstance(found := _read(file), Finding):
        raise FibelError("typeface_unusable", found.message)


def _read(file: Path) -> Face | Finding:
    """Return what a font's own tables say of it, or what is wrong with it."""
    from fontTools.ttLib import TTFont, TTLibError

    hint = "Choose another file, or leave the book in Andika."
    if not file.is_file():
        message = f"The typeface's file {file.name} is not there."
        return Finding(Severity.ERROR, "typeface-missing", None, message, hint, Cause.BOOK)
    try:
        with file.open("rb") as content, TTFont(content, lazy=True) as font:
            rights, outlines = int(font["OS/2"].fsType), "glyf" in font
            name = clean_line(str(font["name"].getDebugName(4) or file.stem))
            em, line = font["head"].unitsPerEm, font["hhea"]
            ascent, descent = line.ascent / em, -line.descent / em
            font["hmtx"], font.getBestCmap()  # what is measured with must be there
    except (TTLibError, OSError, KeyError, ValueError, AssertionError, struct_error) as error:
        message = f"{file.name} is no font that can be used: {error}."
        return Finding(Severity.ERROR, "typeface-broken", None, message, hint, Cause.BOOK)
    if not outlines:
        message = f"{file.name} is no TrueType font; printers stumble over others."
        return Finding(Severity.ERROR, "typeface-broken", None, message, hint, Cause.BOOK)
    if rights & (RESTRICTED | NO_SUBSETS | BITMAPS_ONLY):
        message = f"The licence of {name} does not let it stand in a file."
        return Finding(Severity.ERROR, "typeface-forbidden", None, message, hint, Cause.BOOK)
    return Face(name, file, file, not rights & LIMITS, ascent, descent)
