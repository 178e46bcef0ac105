"""Families of image models: which of them a file belongs to, and which sizes they paint well."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from engine.units import Px


class Family(StrEnum):
    SD15 = "sd15"
    SDXL = "sdxl"
    SD3 = "sd3"
    FLUX = "flux"


@dataclass(frozen=True, slots=True)
class Native:
    """What a family was trained on: the sides and areas it paints without doubling heads or losing detail."""

    step: Px
    """Sides come in multiples of it."""
    shortest: Px
    longest: Px
    area: Px
    """Pixels of its usual picture."""
    largest: Px
    """Pixels beyond which figures double."""


NATIVE = {
    # Stable Diffusion 1.5: 512 x 512, fine-tuned models up to 768 on the longer side; SDXL's own list of sizes
    # (Podell et al. 2023, appendix I) spans 512 x 2048 to 2048 x 512 about 1024 x 1024; SD3 and FLUX count in
    # patches of two latent pixels.
    Family.SD15: Native(step=8, shortest=320, longest=1024, area=512 * 768, largest=768 * 832),
    Family.SDXL: Native(step=8, shortest=512, longest=2048, area=1024 * 1024, largest=1280 * 1024),
    Family.SD3: Native(step=16, shortest=512, longest=1536, area=1024 * 1024, largest=1280 * 1024),
    Family.FLUX: Native(step=16, shortest=256, longest=2048, area=1024 * 1024, largest=2048 * 1024),
}

_ARCHITECTURES = (
    ("stable-diffusion-v1", Family.SD15),
    ("stable-diffusion-xl", Family.SDXL),
    ("stable-diffusion-v3", Family.SD3),
    ("stable-diffusion-3", Family.SD3),
    ("flux", Family.FLUX),
)
"""How `modelspec.architecture` begins in a file's metadata (Stability AI's model metadata standard 1.0.0)."""

_NAMES = (
    ("flux", Family.FLUX),
    ("sd3", Family.SD3),
    ("stable-diffusion-3", Family.SD3),
    ("xl", Family.SDXL),
    ("pony", Family.SDXL),
    ("illustrious", Family.SDXL),
)
"""What file names tell; nothing of it in the name means Stable Diffusion 1.5."""


def family_of(name: str, architecture: str = "") -> Family:
    """Return the family a model file belongs to.

    Args:
        name: of the file, as the server lists it.
        architecture: `modelspec.architecture` of its metadata, where somebody wrote it; it counts more than the name.

    >>> family_of("DreamShaperXL_Turbo.safetensors").value, family_of("dreamshaper_8.safetensors").value
    ('sdxl', 'sd15')
    """
    told = architecture.casefold()
    if (known := next((family for start, family in _ARCHITECTURES if told.startswith(start)), None)) is not None:
        return known
    word = name.casefold()
    return next((family for part, family in _NAMES if part in word), Family.SD15)
