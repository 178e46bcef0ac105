"""Roles: the parts of a recipe, and which input of which node takes them."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

from engine.clean import CleanLine


class Role(StrEnum):
    """The parts of a recipe, as manifests name them."""

    CHECKPOINT = "checkpoint"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    SEED = "seed"
    STEPS = "steps"
    CFG = "cfg"
    SAMPLER = "sampler"
    SCHEDULER = "scheduler"
    WIDTH = "width"
    HEIGHT = "height"
    SOURCE = "source"
    """A picture the new one begins with."""
    DENOISE = "denoise"
    MASK = "mask"
    REFERENCE = "reference"
    """A picture of a character."""
    LIKENESS = "likeness"
    OUTPUT = "output"


class Purpose(StrEnum):
    """What a workflow is for."""

    PAINT = "paint"
    DRAFT = "draft"
    HIRES = "hires"
    LIKENESS = "likeness"
    VARIATION = "variation"
    RETOUCH = "retouch"
    UPSCALE = "upscale"


class Place(BaseModel):
    """One input of one node."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    node: CleanLine
    input: CleanLine

    def __str__(self) -> str:
        return f"{self.node}.{self.input}"


Roles = Mapping[Role, Place]

_SAMPLES = frozenset({Role.CHECKPOINT, Role.POSITIVE, Role.SEED, Role.STEPS, Role.CFG, Role.SAMPLER, Role.SCHEDULER})
_SIZED = _SAMPLES | {Role.WIDTH, Role.HEIGHT, Role.OUTPUT}

REQUIRED = {
    # Nowhere a negative prompt: FLUX has none.
    Purpose.PAINT: _SIZED,
    Purpose.DRAFT: _SIZED,
    Purpose.HIRES: _SIZED,
    Purpose.LIKENESS: _SIZED | {Role.REFERENCE},
    Purpose.VARIATION: _SAMPLES | {Role.SOURCE, Role.DENOISE, Role.OUTPUT},
    Purpose.RETOUCH: _SAMPLES | {Role.SOURCE, Role.DENOISE, Role.MASK, Role.OUTPUT},
    Purpose.UPSCALE: frozenset({Role.SOURCE, Role.OUTPUT}),
}
"""The roles without which a graph cannot do what it is for."""


def purpose_of(roles: Collection[Role]) -> Purpose:
    """Return what a graph with these roles can be for."""
    if Role.SOURCE in roles:
        if Role.SEED not in roles:
            return Purpose.UPSCALE
        return Purpose.RETOUCH if Role.MASK in roles else Purpose.VARIATION
    return Purpose.LIKENESS if Role.REFERENCE in roles else Purpose.PAINT
