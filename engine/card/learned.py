"""What models really took on this card, beside what was estimated; in memory, and in a file between runs."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from engine.units import Bytes

REMEMBERED = 20
"""Measurements kept a model; a new driver or server version is followed within an evening."""

LEAST, MOST = 0.5, 1.5
"""How far a measurement may correct an estimate; what lies beyond is somebody else's memory, or a look too late."""

_SAVED = TypeAdapter(dict[str, list[float]])


class Learned:
    """Measured over estimated bytes, by card and model."""

    def __init__(self, file: Path | None = None) -> None:
        """Read what was learned before."""
        self._file = file
        self._ratios: dict[str, deque[float]] = {}
        self._changed = False
        if file is not None and file.is_file():
            self._read(file)

    def observed(self, card: str, model: str, *, used: Bytes, estimated: Bytes) -> None:
        """Remember what a model took at its peak, loaded onto a card with room for all of it."""
        if used <= 0 or estimated <= 0:
            return
        self._ratios.setdefault(_key(card, model), deque(maxlen=REMEMBERED)).append(_bounded(used / estimated))
        self._changed = True

    def corrected(self, card: str, model: str, estimated: Bytes) -> Bytes:
        """Return an estimate as experience has it: by the largest ratio but one, so that one stranger's program that
        came in between is not held against the model."""
        ratios = sorted(self._ratios.get(_key(card, model), ()))
        if not ratios:
            return estimated
        return int(estimated * ratios[max(0, len(ratios) - 2)])

    def save(self) -> None:
        """Write what was measured; a folder that cannot be written is no reason to fail, the next run learns again."""
        if self._file is None or not self._changed:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps({key: list(ratios) for key, ratios in self._ratios.items()}), "utf-8")
        except OSError:
            return

    def _read(self, file: Path) -> None:
        try:
            saved = _SAVED.validate_json(file.read_bytes())
        except (OSError, ValidationError):
            return
        for key, ratios in saved.items():
            self._ratios[key] = deque(_plausible(ratios), maxlen=REMEMBERED)


def _key(card: str, model: str) -> str:
    return f"{card} | {model}"


def _bounded(ratio: float) -> float:
    return round(min(MOST, max(LEAST, ratio)), 4)


def _plausible(ratios: Iterable[float]) -> list[float]:
    return [_bounded(ratio) for ratio in ratios if ratio > 0]
