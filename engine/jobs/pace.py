"""How long things take here, learned from what was measured, with honest defaults until then."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from engine.card.experience import Experience
from engine.jobs.job import Job, JobKind
from engine.units import Seconds

LONGEST: Seconds = 86_400
"""No piece of work takes a day."""

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
    """Medians of measured durations, by name."""

    def __init__(self, file: Path | None = None, *, speed: float = 1.0) -> None:
        """Read what was learned before.

        Args:
            speed: how much faster than the card of the defaults this machine is said to be; what is measured is not
                changed by it.
        """
        self._speed = speed
        self._measured = Experience(file, least=0, most=LONGEST)

    def measured(self, name: str, seconds: Seconds, model: str = "") -> None:
        """Remember how long something took.

        Args:
            model: with which model, where that decides how long it takes.
        """
        self._measured.add(_key(name, model), seconds)

    def of(self, name: str, model: str = "") -> Seconds:
        """Return the median of `name` with this model, else of what was measured without naming one, else its default;
        a name never heard of takes no time."""
        values = self._measured.of(_key(name, model)) or self._measured.of(name)
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
        """Write what was measured."""
        self._measured.save()


def _key(name: str, model: str) -> str:
    return f"{name} {model}".rstrip()
