"""What the card knows of those who want it. It speaks no HTTP: it asks tenants, which writer and illustrator are."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol, runtime_checkable

from engine.units import Bytes, Seconds


class ModelKind(StrEnum):
    TEXT = "text"
    IMAGE = "image"


@dataclass(frozen=True, slots=True)
class Resident:
    """A model that lies in the card's memory."""

    kind: ModelKind
    model: str
    bytes: Bytes


@dataclass(frozen=True, slots=True)
class VramReading:
    """One measurement of the whole card.

    `source` names who measured ("nvml", "amdgpu", "comfyui"); `verified` is false where the number is only somebody's
    claim; `device` is the card's name, as far as it is told.
    """

    total: Bytes
    free: Bytes
    source: str
    verified: bool = True
    device: str = ""


class Tenant(Protocol):
    """One kind of model on the card, as its server lets us load and unload it."""

    @property
    def kind(self) -> ModelKind: ...

    @property
    def model(self) -> str: ...

    @property
    def need(self) -> Bytes:
        """How much of the card the model wants, activations included. 0: it lives elsewhere."""
        ...

    async def load(self, keep_alive: Seconds) -> None:
        """Load the model and return when it can be used, however long that takes: the card loses patience, not we.

        Args:
            keep_alive: how long it may stay after its last use; negative: until unloaded. Only the card decides it.

        Raises:
            FibelError: `server_unreachable`, `model_missing`, `out_of_memory`, …
        """
        ...

    async def unload(self) -> None:
        """Ask the server to unload and return when it says so. The memory may come back later: measure."""
        ...

    async def resident(self) -> tuple[Resident, ...]:
        """Return what of this tenant lies in the memory now; empty if its server does not run."""
        ...

    async def measure(self) -> VramReading | None:
        """Return the card's memory as the tenant's server sees it, or None where it cannot tell."""
        ...


@runtime_checkable
class Watchful(Protocol):
    """A tenant whose server itself ends a load that gets no further, so that it need not fill the card to be believed:
    a model for the processor fills nothing there."""

    async def vouches(self) -> bool:
        """Return whether the server answers while it loads, and does not keep us waiting for somebody else's model."""
        ...
