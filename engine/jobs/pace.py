"""How long things take here, learned from what was measured, with honest defaults until then."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from statistics import median

from pydantic import TypeAdapter, ValidationError

from engine.jobs.job import Job, JobKind
from engine.units import Seconds

REMEMBERED = 20
"""Measurements kept a kind; the median of the last twenty follows a changed card within an evening."""

_SAVED = TypeAdapter(dict[str, list[float]])

_DEFAULTS: dict[str, Seconds] = {
    # A GTX 1660 Super on a SATA disk (estimates; replaced by the first measurement).
    "load:text": 12.0,
    "load:image": 10.0,
    "flush:text": 2.0,
    "flush:image": 2.0,
    "step": 0.93,
    "around-steps": 5.0,
    "outline:page": 6.0,
    "scenes:page": 8.0,
    "translate:page": 6.0,
    "rewrite:page": 8.0,
    "upscale:page": 15.0,
    "repair:page": 5.0,
    "judge:page": 3.0,
    "edition:page": 8.0,
    "flush:page": 2.0,
}


class Pace:
    """Medians of measured durations, by name; in memory, and in a file between runs."""

    def __init__(self, file: Path | None = None, *, speed: float = 1.0) -> None:
        """Read what was learned before.

        Args:
            speed: how much faster than the card of the defaults this machine is said to be; what is measured is not
                changed by it.
        """
        self._file = file
        self._speed = speed
        self._measured: dict[str, deque[Seconds]] = {}
        if file is not None and file.is_file():
            self._read(file)

    def measured(self, name: str, seconds: Seconds, model: str = "") -> None:
        """Remember how long something took.

        Args:
            model: with which model, where that decides how long it takes.
        """
        self._measured.setdefault(_key(name, model), deque(maxlen=REMEMBERED)).append(seconds)

    def of(self, name: str, model: str = "") -> Seconds:
        """Return the median of `name` with this model, else of what was measured without naming one, else its default;
        a name never heard of takes no time."""
        values = self._measured.get(_key(name, model)) or self._measured.get(name)
        return median(values) if values else _DEFAULTS.get(name, 0.0) / self._speed

    def job(self, job: Job, *, steps: int, pages: int) -> Seconds:
        """Return how long a job takes once its model is loaded.

        Args:
            steps: sampler steps of a picture, if it is one.
            pages: pages the work is for.
        """
        if job.kind is JobKind.PAINT:
            return pages * (steps * self.of("step") + self.of("around-steps"))
        return pages * self.of(f"{job.kind}:page")

    def save(self) -> None:
        """Write what was measured; a folder that cannot be written is no reason to fail, the next run learns again."""
        if self._file is None:
            return
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            self._file.write_text(json.dumps({name: list(values) for name, values in self._measured.items()}), "utf-8")
        except OSError:
            return

    def _read(self, file: Path) -> None:
        try:
            saved = _SAVED.validate_json(file.read_bytes())
        except (OSError, ValidationError):
            return
        for name, values in saved.items():
            self._measured[name] = deque(_plausible(values), maxlen=REMEMBERED)


def _key(name: str, model: str) -> str:
    return f"{name} {model}".rstrip()


def _plausible(values: Iterable[float]) -> list[float]:
    return [value for value in values if 0 <= value < 86_400]
