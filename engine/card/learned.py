"""What models really took on this card, beside what was estimated."""

from __future__ import annotations

from pathlib import Path

from engine.card.experience import Experience
from engine.units import Bytes

LEAST, MOST = 0.5, 1.5
"""How far a measurement may correct an estimate; what lies beyond is somebody else's memory, or a look too late."""


class Learned:
    """Measured over estimated bytes, by card and model."""

    def __init__(self, file: Path | None = None) -> None:
        """Read what was learned before."""
        self._ratios = Experience(file, least=LEAST, most=MOST)

    def observed(self, card: str, model: str, *, used: Bytes, estimated: Bytes) -> None:
        """Remember what a model took at its peak, loaded onto a card with room for all of it."""
        if used > 0 and estimated > 0:
            self._ratios.add(_key(card, model), round(min(MOST, max(LEAST, used / estimated)), 4))

    def corrected(self, card: str, model: str, estimated: Bytes) -> Bytes:
        """Return an estimate as experience has it: by the largest ratio but one, so that one stranger's program that
        came in between is not held against the model."""
        ratios = sorted(self._ratios.of(_key(card, model)))
        if not ratios:
            return estimated
        return int(estimated * ratios[max(0, len(ratios) - 2)])

    def save(self) -> None:
        """Write what was learned."""
        self._ratios.save()


def _key(card: str, model: str) -> str:
    return f"{card} | {model}"
