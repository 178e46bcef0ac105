"""What the embedded machine is made of: a card and the models it may hold, read from presets."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from pydantic import Field

from engine.clean import CleanLine
from engine.presets import Preset, PresetKind, load, load_all
from engine.units import Bytes, Px, Seconds, Tokens

MIB: Bytes = 1024**2
KIB: Bytes = 1024

REFERENCE_PIXELS: Px = 512 * 768
"""The picture that a card's seconds and a model's picture memory are told for."""

OVER_THE_BUS: Bytes = 3_500_000_000
"""Bytes a second from main memory onto the card (PCIe 3, from the page cache)."""

MAIN_MEMORY: Bytes = 16 * 1024**3
"""Of the embedded machine."""

PORTIONS = 16
"""In which a model comes from the disk."""

PROCESSOR_READS: Bytes = 22_000_000_000
"""Bytes of weights a second that a desktop's processor computes with: 4.5 tokens/s of an 8B model at four bits."""

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Mib = Annotated[int, Field(ge=0, le=10_000_000)]


class Kind(StrEnum):
    TEXT = "text"
    IMAGE = "image"


class CardPreset(Preset):
    """A graphics card and the disk behind it, at its real pace."""

    device: CleanLine
    """As the driver names it."""
    total_mib: Annotated[Mib, Field(gt=0)]
    others_mib: Mib = 0
    """What the desktop and the servers' own contexts hold, whatever is loaded."""
    read_mib_s: Positive
    """How fast a model comes from the disk."""
    tokens_s: Positive
    prompt_tokens_s: Positive
    step_seconds: Positive
    """One sampler step of a 512 x 768 picture, Stable Diffusion 1.5."""
    decode_seconds: Positive
    """The decoder's time for such a picture."""
    full_precision: bool = False
    """Half precision is broken on this card (GTX 16xx): image weights take twice the room."""


class ModelPreset(Preset):
    """A model file and the room it takes on a card."""

    kind: Kind
    name: CleanLine
    """As its server lists it."""
    file_mib: Mib
    weights_mib: Mib
    """On the card; for an image model in half precision."""
    keeps_half: bool = False
    """Its weights stay in half precision even on a card that cannot compute in it."""
    working_mib: Mib
    """Beside the weights, whatever it does."""
    context_kib: Annotated[int, Field(ge=0)] = 0
    """For each token of context."""
    picture_mib: Mib = 0
    """While it paints, for each picture of 512 x 768."""
    pace: Positive = 1.0
    """Seconds a step in units of the card's."""

    def weights(self, card: CardPreset) -> Bytes:
        """Return the bytes of the weights on this card."""
        doubled = self.kind is Kind.IMAGE and card.full_precision and not self.keeps_half
        return self.weights_mib * MIB * (2 if doubled else 1)

    def working(self, *, context: Tokens = 0, pixels: Px = 0) -> Bytes:
        """Return the bytes it wants beside the weights; they have to be on the card.

        Args:
            context: tokens in view, for a text model.
            pixels: of all pictures painted at once, for an image model; small ones take no less than the reference.
        """
        pictures = max(pixels, REFERENCE_PIXELS) / REFERENCE_PIXELS
        return self.working_mib * MIB + self.context_kib * KIB * context + int(self.picture_mib * MIB * pictures)

    def token(self, card: CardPreset, elsewhere: Bytes) -> Seconds:
        """Return how long a token takes with `elsewhere` bytes of the weights left to the processor."""
        return 1 / card.tokens_s + elsewhere / PROCESSOR_READS

    def step(self, card: CardPreset, pixels: Px, elsewhere: Bytes) -> Seconds:
        """Return how long a sampler step takes with `elsewhere` bytes of the weights fetched anew for each."""
        return card.step_seconds * self.pace * pixels / REFERENCE_PIXELS + elsewhere / OVER_THE_BUS

    def decoding(self, card: CardPreset, pixels: Px) -> Seconds:
        """Return how long the decoder takes."""
        return card.decode_seconds * pixels / REFERENCE_PIXELS


@dataclass(frozen=True, slots=True)
class Disk:
    """Where models come from, `mib_s` a second.

    `stops`: after which part of a file nothing comes any more, as from a disk that hangs; None: never.
    """

    mib_s: float
    stops: float | None = None

    async def read(self, model: ModelPreset) -> AsyncIterator[Bytes]:
        """Read a model's file, and tell after each portion how many bytes are there."""
        for portion in range(1, PORTIONS + 1):
            if self.stops is not None and portion > self.stops * PORTIONS:
                await asyncio.Event().wait()
            await asyncio.sleep(model.file_mib / PORTIONS / self.mib_s)
            yield model.file_mib * MIB * portion // PORTIONS


def card(name: str) -> CardPreset:
    """Return a card by its preset's name.

    Raises:
        FibelError: `preset_unknown`, `preset_broken`.
    """
    return load(PresetKind.CARDS, CardPreset, name)


def models(kind: Kind) -> dict[str, ModelPreset]:
    """Return the models of a kind by the names their server lists them under.

    Raises:
        FibelError: `preset_broken`.
    """
    found = load_all(PresetKind.MODELS, ModelPreset).values()
    return {model.name: model for model in found if model.kind is kind}
