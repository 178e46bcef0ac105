"""What whoever watches a picture in the making is told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Queued:
    """Accepted; `position` prompts come before it, ours or other people's."""

    position: int


@dataclass(frozen=True, slots=True)
class Started:
    """The server works on it."""


@dataclass(frozen=True, slots=True)
class Loading:
    """The model is read from disk, or laid into the card's memory."""


@dataclass(frozen=True, slots=True)
class Step:
    """Sampler step `value` of `of` is done."""

    value: int
    of: int


@dataclass(frozen=True, slots=True)
class Preview:
    """The picture as it is now, small and rough, as JPEG."""

    jpeg: bytes


@dataclass(frozen=True, slots=True)
class Decoding:
    """All steps are done; the picture is computed from what they made."""


PaintEvent = Queued | Started | Loading | Step | Preview | Decoding

Watcher = Callable[[PaintEvent], None]
"""Called on the engine's loop; must return at once."""


def unwatched(_event: PaintEvent) -> None:
    """Watch nothing."""
