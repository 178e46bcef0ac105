"""How much memory a model will want, before anybody has loaded it: from its family, its precision and the work.

The formulas are ComfyUI's own (0.3.64, `model_management.py`, `sd.py`), so that what is said here is what the server
will reserve. What was measured on this card corrects them: :mod:`engine.card.learned`.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

from pydantic import Field

from engine.card.tenant import VramReading
from engine.errors import FibelError
from engine.family import NATIVE, Family, family_of
from engine.presets import Preset, PresetKind, load
from engine.units import Bytes, Px, Tokens, gib

GIB: Bytes = 1024**3
MIB: Bytes = 1024**2

CONTEXT: Bytes = 450 * MIB
"""What a process holds that has computed anything on a card at all (observed: 300-500 MB)."""

RESERVE: Bytes = 400 * MIB
"""What ComfyUI leaves to others on Linux (`EXTRA_RESERVED_VRAM`)."""

LEAST_WORK: Bytes = 819 * MIB
"""What ComfyUI keeps free for computing however small the picture is (`minimum_inference_memory`)."""

LATENT: Px = 8
"""Pixels of a picture's side for one of the latent picture."""

TWICE = 2
"""The prompt and the negative prompt are computed together."""

SAMPLING: Bytes = MIB // 100
"""Activations a latent pixel, for each byte of a number and with a family's factor of 1."""

DECODING: Bytes = 2178 * 64
"""The decoder's memory a latent pixel, for each byte of a number."""

TILE = 64
"""Side of a tile in latent pixels, where a picture is decoded in tiles (ComfyUI's own: 512 pixels)."""

HALF, FULL = 2.0, 4.0
"""Bytes of a number."""

LARGEST: Px = 16_384
"""A picture's longest side; nothing beyond it is estimated."""

VISION: Bytes = 632 * 10**6 * 2
"""The encoder that looks at a reference picture: ViT-H in half precision."""

UPSCALER: Bytes = 64 * MIB
"""A model that enlarges four times: 16.7 million weights in full precision."""

ENLARGING: Bytes = 384 * 3 * 4 * 4
"""What it works with, for each pixel of a tile (`nodes_upscale_model.py`, for four bytes and four times the size)."""

ENLARGED_TILE, SMALLEST_TILE = 512, 128
"""Sides of a tile: as large as it begins with, and as small as it makes do with."""

ADAPTERS, VISIONS, UPSCALERS = "ipadapter", "clip_vision", "upscale_models"
"""Folders of a server whose files want room of their own; what is in `loras` is worked into the model."""

COMPUTE: Bytes = 300 * MIB
"""What a text model calculates in, apart from weights and context (observed with llama.cpp: 260 MiB for 8B models)."""

OVER_THE_FILE = 1.1
"""A loaded text model over its file, where nobody tells how much a token of context takes."""

LARGEST_TOKEN: Bytes = 8 * MIB
"""No known model keeps more for a token of context; a server that says so is not believed."""

WITHOUT_HALF = (
    "1660",
    "1650",
    "1630",
    "t500",
    "t550",
    "t600",
    "mx550",
    "mx450",
    "cmp 30hx",
    "t2000",
    "t1000",
    "t1200",
)
"""Cards that compute half precision wrongly (ComfyUI 0.3.64, `nvidia_16_series`): they work in full precision."""

_QUANTISED = (
    # Bytes a weight, by what the file's name says; GGUF's figures count the scales of each block.
    ("nf4", 0.52),
    ("q2_k", 0.33),
    ("q3_k", 0.43),
    ("q4_", 0.56),
    ("q5_", 0.69),
    ("q6_k", 0.82),
    ("q8_0", 1.07),
    ("fp8", 1.0),
    ("e4m3", 1.0),
    ("e5m2", 1.0),
)


class FamilyPreset(Preset):
    """A family of image models: how many weights its parts have, in millions, and how much it calculates."""

    painter_millions: Annotated[int, Field(gt=0, le=200_000)]
    """The part that paints, step by step."""
    large_millions: Annotated[int, Field(ge=0, le=200_000)] = 0
    """The same part of the family's large member; 0: there is none."""
    encoder_millions: Annotated[int, Field(ge=0, le=200_000)]
    """The part that reads the prompt."""
    decoder_millions: Annotated[int, Field(gt=0, le=200_000)]
    """The part that makes pixels of what was painted."""
    adapter_millions: Annotated[int, Field(ge=0, le=200_000)] = 0
    """An adapter for reference pictures; 0: none is known."""
    activation: Annotated[float, Field(gt=0, le=100)]


@dataclass(frozen=True, slots=True)
class Weights:
    """An image model on a card: its parts in bytes, and how many bytes its numbers have while it computes."""

    painter: Bytes
    encoder: Bytes
    decoder: Bytes
    activation: float
    computes: float
    adapter: Bytes = 0
    """Beside the painter in each step."""
    vision: Bytes = 0
    """Looks at a reference picture, before the first step."""


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a picture of one size wants, in bytes.

    `whole`: nothing has to be moved while it is painted. `alone`: each part has the card to itself in turn, which costs
    some seconds. `least`: the weights come from main memory piece by piece, which costs minutes; below it there is no
    picture at all.
    """

    whole: Bytes
    alone: Bytes
    least: Bytes


def image_model(
    name: str, family: Family | None = None, card: VramReading | None = None, beside: Collection[str] = ()
) -> Weights:
    """Return what an image model is on a card.

    Args:
        name: of its file; says how its weights are kept (`fp8`, `Q4_K_S`), else half precision.
        family: None: as the name says.
        card: what is known of the card; None: one that computes in half precision.
        beside: the folders of the server whose files are loaded besides.
    """
    facts = family_facts(family or family_of(name))
    word = name.casefold()
    painter = (facts.large_millions if "large" in word and facts.large_millions else facts.painter_millions) * 10**6
    kept = next((size for part, size in _QUANTISED if part in word), HALF)
    full = card is not None and any(part in card.device.casefold() for part in WITHOUT_HALF)
    if full and kept >= HALF and painter * FULL <= _room_for_weights(card.total if card else 0):
        kept = FULL  # else they stay in half precision, and each is widened when it is used
    return Weights(
        painter=int(painter * kept),
        # On these cards the prompt is read by the processor.
        encoder=0 if full else int(facts.encoder_millions * 10**6 * min(kept, HALF)),
        decoder=int(facts.decoder_millions * 10**6 * (FULL if full else HALF)),
        activation=facts.activation,
        computes=FULL if full else HALF,
        adapter=int(facts.adapter_millions * 10**6 * (FULL if full else HALF)) if ADAPTERS in beside else 0,
        vision=VISION if VISIONS in beside and not full else 0,
    )


def estimate(weights: Weights, width: Px, height: Px, batch: int = 1, *, tiled: bool = False) -> Estimate:
    """Return how much memory it takes to paint a picture of this size.

    Args:
        batch: pictures painted at once.
        tiled: whether it is decoded in tiles.
    """
    across, down = (-(-min(max(side, LATENT), LARGEST) // LATENT) for side in (width, height))
    latent = across * down * max(1, batch)
    sampling = int(TWICE * latent * weights.computes * SAMPLING * weights.activation)
    decoded = min(latent, TILE * TILE) if tiled else latent
    work = max(LEAST_WORK, sampling)
    parts = weights.painter + weights.adapter + weights.encoder + weights.vision + weights.decoder
    decoder = weights.decoder + int(DECODING * decoded * weights.computes)
    return Estimate(
        whole=max(parts + work, decoder) + RESERVE + CONTEXT,
        alone=max(weights.painter + weights.adapter + work, weights.encoder, weights.vision, decoder) + CONTEXT,
        least=max(weights.adapter + work, decoder) + CONTEXT,
    )


def enlarging() -> Estimate:
    """Return how much memory it takes to enlarge a picture, of whatever size: a server does it in tiles, and has its
    other models leave for it."""
    largest, smallest = (UPSCALER + ENLARGING * side**2 + CONTEXT for side in (ENLARGED_TILE, SMALLEST_TILE))
    return Estimate(whole=largest + RESERVE, alone=largest, least=smallest)


def largest_that_fits(weights: Weights, width: Px, height: Px, family: Family, room: Bytes) -> tuple[Px, Px] | None:
    """Return the next smaller size of the same shape that the card can take, None if there is none worth painting.

    Sides come in the family's steps, and no side falls below its shortest.
    """
    native = NATIVE[family]
    longer = max(width, height)
    for side in range(longer - longer % native.step, native.shortest - 1, -native.step):
        smaller = tuple(
            max(native.step, round(side * one / longer / native.step) * native.step) for one in (width, height)
        )
        if smaller != (width, height) and estimate(weights, *smaller).least <= room:
            return smaller[0], smaller[1]
    return None


def refuse_if_too_large(
    weights: Weights, family: Family, width: Px, height: Px, room: Bytes, *, tiled: bool = False
) -> None:
    """Refuse a picture that cannot be painted on the card, and offer what can.

    Args:
        room: bytes that are free when no model is loaded.
        tiled: whether it is decoded in tiles.

    Raises:
        FibelError: `picture_too_large`.
    """
    wanted = estimate(weights, width, height, tiled=tiled).least
    if wanted <= room:
        return
    smaller = largest_that_fits(weights, width, height, family, room)
    offers = [f"{smaller[0]} × {smaller[1]} fits."] if smaller else []
    if not tiled and estimate(weights, width, height, tiled=True).least <= room:
        offers.append("A workflow that decodes in tiles (VAEDecodeTiled) paints the size asked for.")
    peak = f"{width} × {height} wants {gib(wanted)} at its peak, the card has {gib(room)} for it."
    raise FibelError("picture_too_large", " ".join([peak, *offers]))


def text_model(file: Bytes, a_token: Bytes | None, context: Tokens) -> Bytes:
    """Return how much memory a text model wants.

    Args:
        file: bytes of its weights on disk.
        a_token: bytes that one token of context takes; None where the server does not tell.
        context: tokens in view.
    """
    if not a_token or not 0 < a_token <= LARGEST_TOKEN:
        return int(max(0, file) * OVER_THE_FILE)
    return max(0, file) + a_token * max(0, context) + COMPUTE


@cache
def family_facts(family: Family, own: Sequence[Path] = ()) -> FamilyPreset:
    """Return what is known of a family.

    Raises:
        FibelError: `preset_broken`.
    """
    return load(PresetKind.FAMILIES, FamilyPreset, family, own)


def _room_for_weights(total: Bytes) -> Bytes:
    """How many bytes of weights ComfyUI keeps in full precision on such a card."""
    return int(total * 0.88) - (LEAST_WORK + RESERVE)
