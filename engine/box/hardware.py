"""What the embedded machine is made of: a card and the models it may hold, read from presets."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from engine.clean import CleanLine
from engine.presets import Preset, PresetKind, load, load_all
from engine.units import Bytes, Px, Seconds, Tokens

MIB: Bytes = 1024**2
KIB: Bytes = 1024

REFERENCE_PIXELS: Px = 512 * 768
"""The picture that a card's seconds per step are told for."""

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
    """How fast a model comes from the disk onto the card."""
    tokens_s: Positive
    prompt_tokens_s: Positive
    step_seconds: Positive
    """One sampler step of a 512 x 768 picture, Stable Diffusion 1.5."""
    decode_seconds: Positive
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
    working_mib: Mib
    """Beside the weights while it works."""
    context_kib: Annotated[int, Field(ge=0)] = 0
    """For each token of context."""
    pace: Positive = 1.0
    """Seconds a step in units of the card's."""

    def weights(self, card: CardPreset) -> Bytes:
        """Return the bytes of the weights on this card."""
        doubled = self.kind is Kind.IMAGE and card.full_precision
        return self.weights_mib * MIB * (2 if doubled else 1)

    def room(self, card: CardPreset, context: Tokens = 0) -> Bytes:
        """Return the bytes the model holds on this card while it is loaded."""
        return self.weights(card) + self.working_mib * MIB + self.context_kib * KIB * context

    def loading(self, card: CardPreset) -> Seconds:
        """Return how long it takes to load from the disk."""
        return self.file_mib / card.read_mib_s

    def step(self, card: CardPreset, pixels: Px) -> Seconds:
        """Return how long a sampler step of a picture of that many pixels takes."""
        return card.step_seconds * self.pace * pixels / REFERENCE_PIXELS


def card(name: str) -> CardPreset:
    """Return a card by its preset's name.

    Raises:
        FibelError: `preset_unknown`, `preset_broken`.
    """
    return load(PresetKind.CARDS, CardPreset, name)


def models(kind: Kind) -> dict[str, ModelPreset]:
    """Return the models of a kind by the names their server lists them under."""
    found = load_all(PresetKind.MODELS, ModelPreset).values()
    return {model.name: model for model in found if model.kind is kind}
