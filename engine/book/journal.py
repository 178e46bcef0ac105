"""The book's journal: what was begun and what became of it, one durable line each."""

from __future__ import annotations

import json
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from threading import RLock

from pydantic import JsonValue

from engine.book import files
from engine.errors import FibelError
from engine.units import Bytes

COMPACT_ABOVE: Bytes = 1 << 20
"""A journal this long is rewritten without what nobody asks for any more: at 200 bytes a line, some 5,000 lines."""


class Journal:
    """An append-only file of lines `crc32-in-8-hex-digits json`.

    The last line may be torn by a crash: it was never acknowledged, is ignored, and is cut before the next one is
    written. A broken line further up is skipped and counted in `skipped`. Safe to use from several threads.
    """

    def __init__(self, path: Path, *, read_only: bool = False, compact_above: Bytes = COMPACT_ABOVE) -> None:
        self.path = path
        self.read_only = read_only
        self._compact_above = compact_above
        self._guard = RLock()
        scan = _scan(path)
        self._end = scan.end
        self.skipped = scan.skipped
        """Broken lines that were followed by more lines."""
        self.torn = scan.torn
        """Whether the last line was cut short."""

    def append(self, record: Mapping[str, JsonValue]) -> None:
        """Write one record; it is durable when this returns.

        Raises:
            FibelError: `disk_full` or `write_failed`, and the records so far are intact; `book_read_only`.
            ValueError: the record holds a number that JSON does not know (NaN, infinity).
        """
        line = _line(record)
        with self._guard:
            self._refuse_if_read_only()
            self._end = files.append(self.path, line, at=self._end)

    def records(self) -> list[dict[str, JsonValue]]:
        """Return every intact record, oldest first.

        Raises:
            FibelError: `file_unreadable`.
        """
        with self._guard:
            return _scan(self.path).records

    def compact(self, kept: Callable[[list[dict[str, JsonValue]]], Iterable[Mapping[str, JsonValue]]]) -> None:
        """Rewrite a long journal with what `kept` makes of its records; a short one stays as it is.

        Raises:
            FibelError: `disk_full` or `write_failed`, and the journal is as before; `book_read_only`.
        """
        with self._guard:
            self._refuse_if_read_only()
            if self._end <= self._compact_above:
                return
            content = b"".join(map(_line, kept(_scan(self.path).records)))
            if len(content) < self._end:
                files.write_atomic(self.path, content)
                self._end = len(content)

    def close(self) -> None:
        """Refuse appends from now on; one under way is finished first."""
        with self._guard:
            self.read_only = True

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise FibelError("book_read_only")


class _Scan:
    """What lies in a journal file: intact records, the end of the last whole line, and what is broken."""

    def __init__(self) -> None:
        self.records: list[dict[str, JsonValue]] = []
        self.end: Bytes = 0
        self.skipped = 0
        self.torn = False


def _scan(path: Path) -> _Scan:
    scan = _Scan()
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        return scan
    except OSError as error:
        raise FibelError("file_unreadable", f"{path}: {error.strerror or error}.") from error
    lines = content.splitlines(keepends=True)
    for number, line in enumerate(lines, start=1):
        record = _record(line)
        if record is not None:
            scan.records.append(record)
        elif number == len(lines):
            scan.torn = True
            break
        else:
            scan.skipped += 1
        scan.end += len(line)
    return scan


def _line(record: Mapping[str, JsonValue]) -> bytes:
    text = json.dumps(dict(record), ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    content = text.encode("utf-8", "backslashreplace")  # a lone surrogate becomes its JSON escape
    return b"%08x %s\n" % (zlib.crc32(content), content)


def _record(line: bytes) -> dict[str, JsonValue] | None:
    check, _, content = line.rstrip(b"\r\n").partition(b" ")
    if not line.endswith(b"\n") or check != b"%08x" % zlib.crc32(content):
        return None
    try:
        record = json.loads(content)
    except (ValueError, RecursionError):
        return None
    return record if isinstance(record, dict) else None
