"""The real names that stand-ins in a book stand for: on this machine, never in the book's folder.

A book's folder is copied, synchronised and handed to others. So it holds only the stand-ins and a random key; the
names themselves lie under that key where this platform keeps a program's own data, readable by their owner alone. A
copy of the book on another machine goes by its stand-ins.
"""

from __future__ import annotations

import secrets
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.book import files
from engine.book.model import Book, StandIns
from engine.clean import CleanLine
from engine.errors import FibelError
from engine.settings import private_folder

LONGEST = 60
"""Characters of a name."""

Name = Annotated[CleanLine, Field(min_length=1, max_length=LONGEST, pattern=r"^[^\W\d_][^\d_<>{}()\[\]|:;\"]*$")]


class RealNames(BaseModel):
    """The real name for each stand-in."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    names: dict[Name, Name] = Field(default_factory=dict)

    @property
    def hidden(self) -> dict[str, str]:
        """The stand-in for each real name."""
        return {real: stand_in for stand_in, real in self.names.items()}


def real_names(book: Book) -> RealNames:
    """Return the real names this machine knows for a book's stand-ins.

    Raises:
        FibelError: `names_broken`; without them no text may be sent.
    """
    if book.stand_ins is None:
        return RealNames()
    file = _file(book.stand_ins)
    try:
        content = file.read_bytes()
    except FileNotFoundError:
        return RealNames()
    except OSError as error:
        raise FibelError("names_broken", f"{file}: {error.strerror or error}.") from error
    try:
        return RealNames.model_validate_json(content)
    except ValidationError as error:
        raise FibelError("names_broken", f"{file}.") from error  # what is in it is told to nobody


def keep_real_name(book: Book, stand_in: str, real: str | None) -> StandIns | None:
    """Keep a real name on this machine, or forget it; returns what the book is to say of it.

    Args:
        real: None forgets the name.

    Raises:
        FibelError: `usage` for a name that is none, or stands for another one; `names_broken`, `disk_full`,
            `write_failed`.
    """
    names = {name: other for name, other in real_names(book).names.items() if name != stand_in}
    told = [name for name in (book.stand_ins.names if book.stand_ins else ()) if name != stand_in]
    if real is not None:
        names[stand_in] = real
        told.append(stand_in)
    try:
        kept = RealNames(names=names)
    except ValidationError:
        raise FibelError("usage", "A name begins with a letter and holds no digits and brackets.") from None
    if set(kept.names) & set(kept.names.values()) or len(kept.hidden) < len(kept.names):
        raise FibelError("usage", "A name stands for itself or for two.")
    stand_ins = StandIns(key=book.stand_ins.key if book.stand_ins else secrets.token_hex(8), names=tuple(told))
    _write(_file(stand_ins), kept)
    return stand_ins if told else None


def _write(file: Path, kept: RealNames) -> None:
    files.make_folder(file.parent)
    if kept.names:
        files.write_atomic(file, kept.model_dump_json().encode())
    else:
        with files.naming(file):
            file.unlink(missing_ok=True)


def _file(stand_ins: StandIns) -> Path:
    return private_folder() / f"{stand_ins.key}.json"
