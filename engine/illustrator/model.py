"""Which image model is painted with: the one the settings name, else the first suitable one of the server."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from engine.errors import FibelError
from engine.family import Family, family_of
from engine.illustrator.equipment import LISTED, best_match, nearest, same_file
from engine.illustrator.workflow import CHECKPOINTS, PARTS

if TYPE_CHECKING:
    from engine.illustrator.server import Server

USUAL = "dreamshaper_8.safetensors"
"""What this house is made for, and what a server is asked for that does not tell what it has."""

_WANTED = ("dreamshaper*8", "dreamshaper")
_NO_PAINTERS = ("inpaint", "refiner", "vae", "upscale", "svd", "audio", "video")
"""Words in the names of checkpoints that do not paint a picture from words."""

_ORDER = (Family.SD15, Family.SDXL, Family.SD3, Family.FLUX)
"""The lightest first: it paints on every card."""


@dataclass(frozen=True, slots=True)
class ImageModel:
    """A model as its server lists it."""

    name: str
    family: Family
    folder: str
    notice: str = ""
    """What the author should know of the choice, if it was ours."""


async def choose_model(server: Server, wished: str) -> ImageModel:
    """Return the model to paint with.

    Args:
        wished: the file's name; empty takes the first suitable one.

    Raises:
        FibelError: `model_missing` with what is there; what the server raises.
    """
    checkpoints = await server.models(CHECKPOINTS)
    if not wished:
        name = _first_suitable(checkpoints)
        if name is None:
            await server.stats()  # another program on this port has no models either
            raise FibelError("model_missing", f"{server.url} has no checkpoint in models/checkpoints.")
        notice = "" if best_match(_WANTED, [name]) else f"Painting with {name}: the first suitable model of the server."
        return ImageModel(name, await _family(server, CHECKPOINTS, name), CHECKPOINTS, notice)
    for folder in (CHECKPOINTS, PARTS):
        there = checkpoints if folder == CHECKPOINTS else await server.models(folder)
        if (name := same_file(wished, there)) is not None:
            return ImageModel(name, await _family(server, folder, name), folder)
    if not checkpoints:  # it does not tell; the prompt will show
        return ImageModel(wished, family_of(wished), CHECKPOINTS)
    near = nearest(wished, checkpoints)
    hint = f"Did you mean {near!r}?" if near else f"There are: {', '.join(sorted(checkpoints)[:LISTED])}."
    raise FibelError("model_missing", f"{wished!r} is not in {server.url}'s models/checkpoints. {hint}")


def _first_suitable(there: Sequence[str]) -> str | None:
    painters = sorted(name for name in there if not any(word in name.casefold() for word in _NO_PAINTERS))
    return best_match(_WANTED, painters) or min(painters, key=lambda name: _ORDER.index(family_of(name)), default=None)


async def _family(server: Server, folder: str, name: str) -> Family:
    return family_of(name, await server.architecture(folder, name))
