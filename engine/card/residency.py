"""Who may stay: the one policy for residency, as pure functions of numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.card.tenant import ModelKind
from engine.units import Bytes, Seconds, gib

MARGIN: Bytes = 256 * 1024**2
"""Free memory wanted beyond a model's need, for what no estimate sees (serial-engine practice: 256 MiB)."""

USABLE = 0.9
"""The share of a card that can be had at best: driver, desktop and the servers' own contexts keep the rest."""

FOREVER: Seconds = -1.0
"""Ollama's and our word for "until unloaded"."""

SERIAL_KEEP: Seconds = 600.0
"""How long an unused model stays on a shared card unless the settings say otherwise: longer than an author's pause."""

AT_ONCE: Seconds = 1.0
"""What "immediately" means: the next job of the list takes the card within less."""

BETWEEN: Seconds = 60.0
"""The shortest time that a server is told to keep a model by itself: requests of one job follow sooner, and if we die
the model goes soon enough."""


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
    """The mode and its reason, in words for the screen, and how long a model stays that nobody uses; negative: for
    ever."""

    mode: Mode
    reason: str
    stay: Seconds

    @property
    def keep_alive(self) -> Seconds:
        """What a server is told, in case that we do not come back."""
        return FOREVER if self.stay < 0 else max(self.stay, BETWEEN)


def residency(
    policy: Policy,
    needs: Mapping[ModelKind, Bytes],
    total: Bytes | None,
    *,
    stay: Seconds | None = None,
    keep: bool = False,
    crowded: bool = False,
) -> Residency:
    """Decide whether both kinds of model may lie in memory together, and for how long.

    Args:
        policy: what the settings ask for.
        needs: bytes each kind wants; 0 for a writer that lives elsewhere.
        total: what both may share, in bytes: all that was free with no model loaded, or the whole card as long as
            that was not seen; None if it was never measured.
        stay: how long an unused model stays, as the settings ask; None: as the mode suggests.
        crowded: both were to fit by the numbers, and there was no room when it was tried.
        keep: models were warmed up and stay until they are flushed.
    """
    mode, reason = _mode(policy, needs, total)
    if crowded and policy is Policy.AUTO and mode is Mode.WARM:
        mode, reason = Mode.SERIAL, "one model at a time: with both of them the card was full"
    if keep:
        return Residency(mode, f"{reason}; kept warm until flushed", FOREVER)
    usual = SERIAL_KEEP if mode is Mode.SERIAL else FOREVER
    return Residency(mode, reason, usual if stay is None else stay)


def _mode(policy: Policy, needs: Mapping[ModelKind, Bytes], total: Bytes | None) -> tuple[Mode, str]:
    text, image = needs.get(ModelKind.TEXT, 0), needs.get(ModelKind.IMAGE, 0)
    if text == 0 or image == 0:  # there is nothing to take turns with, whatever the settings ask
        return Mode.API, "only one of the models is on this card"
    if policy is Policy.SERIAL:
        return Mode.SERIAL, "one model at a time, as the settings ask"
    if policy is Policy.WARM:
        return Mode.WARM, "both models stay, as the settings ask"
    if total is None:
        return Mode.SERIAL, "one model at a time: the card's memory is not known"
    if text + image + 2 * MARGIN <= total:
        return Mode.WARM, f"both models fit: {gib(text + image)} of {gib(total)}"
    return Mode.SERIAL, f"one model at a time: both want {gib(text + image)} of {gib(total)}"


def evictions(want: ModelKind, held: frozenset[ModelKind], mode: Mode) -> frozenset[ModelKind]:
    """Return the kinds of model that must leave before `want` may be loaded."""
    return held - {want} if mode is Mode.SERIAL else frozenset()


def room_needed(need: Bytes, baseline: Bytes | None, total: Bytes | None = None) -> Bytes:
    """Return how many bytes must be measured free before a load.

    A card that never had `need` plus the margin free, even with both models gone (`baseline`), is asked for what it
    had then: the server places what is left elsewhere, and says so itself. Where no empty card was seen yet, more than
    `USABLE` of it is never asked for.
    """
    wanted = need + MARGIN
    if baseline is not None:
        return min(wanted, baseline - min(MARGIN // 4, baseline))
    return wanted if total is None else min(wanted, int(total * USABLE))
