"""Who may stay: the one policy for residency, as pure functions of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.card.tenant import ModelKind
from engine.units import Bytes, Seconds

MARGIN: Bytes = 256 * 1024**2
"""Free memory wanted beyond a model's need, for what no estimate sees (serial-engine practice: 256 MiB)."""

FOREVER: Seconds = -1.0
"""Ollama's and our word for "until unloaded"."""

SERIAL_KEEP: Seconds = 600.0
"""On a shared card a model goes by itself if we die without unloading it; long enough for any pause of an author."""


class Policy(StrEnum):
    """What the settings may ask for."""

    AUTO = "auto"
    SERIAL = "serial"
    WARM = "warm"


class Mode(StrEnum):
    """What the numbers make of it."""

    SERIAL = "serial"
    WARM = "warm"
    API = "api"


@dataclass(frozen=True, slots=True)
class Residency:
    """The mode and its reason, in words for the screen."""

    mode: Mode
    reason: str
    keep_alive: Seconds


def residency(policy: Policy, needs: Mapping[ModelKind, Bytes], total: Bytes | None) -> Residency:
    """Decide whether both kinds of model may lie in memory together.

    Args:
        policy: what the settings ask for.
        needs: bytes each kind wants; 0 for a writer that lives elsewhere.
        total: the card's memory in bytes, None if it was never measured.
    """
    text, image = needs.get(ModelKind.TEXT, 0), needs.get(ModelKind.IMAGE, 0)
    if text == 0 or image == 0:
        return Residency(Mode.API, "only one of the models is on this card", FOREVER)
    if policy is Policy.SERIAL:
        return Residency(Mode.SERIAL, "one model at a time, as the settings ask", SERIAL_KEEP)
    if policy is Policy.WARM:
        return Residency(Mode.WARM, "both models stay, as the settings ask", FOREVER)
    if total is None:
        return Residency(Mode.SERIAL, "one model at a time: the card's memory is not known", SERIAL_KEEP)
    if text + image + 2 * MARGIN <= total:
        return Residency(Mode.WARM, f"both models fit: {_gib(text + image)} of {_gib(total)}", FOREVER)
    return Residency(Mode.SERIAL, f"one model at a time: both want {_gib(text + image)} of {_gib(total)}", SERIAL_KEEP)


def evictions(want: ModelKind, held: frozenset[ModelKind], mode: Mode) -> frozenset[ModelKind]:
    """Return the kinds of model that must leave before `want` may be loaded."""
    return held - {want} if mode is Mode.SERIAL else frozenset()


def room_needed(need: Bytes, baseline: Bytes | None) -> Bytes:
    """Return how many bytes must be measured free before a load.

    A card that never had `need` plus the margin free, even with both models gone (`baseline`), is asked for what it
    had then: the server places what is left elsewhere, and says so itself.
    """
    wanted = need + MARGIN
    return wanted if baseline is None else min(wanted, baseline - min(MARGIN // 4, baseline))


def _gib(count: Bytes) -> str:
    return f"{count / 1024**3:.1f} GiB"
