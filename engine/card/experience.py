"""Numbers measured on this machine, by name; in memory, and in a file between runs."""

from __future__ import annotations

import json
from collections import deque
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

REMEMBERED = 20
"""Measurements kept a name; a changed card, driver or server is followed within an evening."""

_SAVED = TypeAdapter(dict[str, list[float]])


class Experience:
    """The last measurements of each name."""

    def __init__(self, file: Path | None = None, *, least: float, most: float) -> None:
        """Read what was measured before.

        Args:
            least: no measurement of the file below it is believed, nor one above `most`.
        """
        self._file = file
        self._values: dict[str, deque[float]] = {}
        self._changed = False
        for name, values in _saved(file).items():
            self._values[name] = deque((value for value in values if least <= value <= most), maxlen=REMEMBERED)

    def add(self, name: str, value: float) -> None:
        """Remember a measurement."""
        self._values.setdefault(name, deque(maxlen=REMEMBERED)).append(value)
        self._changed = True

    def of(self, name: str) -> tuple[float, ...]:
        """Return the measurements of a name, the oldest first."""
        return tuple(self._values.get(name, ()))

    def save(self) -> None:
        """Write what was measured; a folder that cannot be written is no reason to fail, the next run learns again."""
        if self._file is None or not self._changed:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps({name: list(values) for name, values in self._values.items()}), "utf-8")
        except OSError:
            return


def _saved(file: Path | None) -> dict[str, list[float]]:
    """Return what a file holds; one that is absent or broken holds nothing."""
    if file is None:
        return {}
    try:
        return _SAVED.validate_json(file.read_bytes())
    except (OSError, ValidationError):
        return {}
