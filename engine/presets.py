"""Named presets in YAML: sampler profiles, styles, formats, age profiles, cards, models.

Each kind is a folder of files, one preset a file, named as the file is. An author's own folder of the same shape
lies over the shipped one: a file of the same name replaces it, a new name adds to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Annotated, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine import shipped
from engine.clean import CleanLine
from engine.errors import FibelError
from engine.units import Mm, Px

MAX_PRESET_BYTES = 256 * 1024
"""No preset is longer; a larger file is something else."""


class PresetKind(StrEnum):
    SAMPLERS = "samplers"
    STYLES = "styles"
    FORMATS = "formats"
    AGES = "ages"
    CARDS = "cards"
    MODELS = "models"
    SAFETY = "safety"


class Preset(BaseModel):
    """What every preset has: a label for the author in one line."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    label: CleanLine
    hidden: bool = False


class SamplerPreset(Preset):
    """A sampler profile in ComfyUI's names."""

    sampler: CleanLine
    scheduler: CleanLine
    steps: int = Field(ge=1, le=200)
    cfg: float = Field(ge=0, le=30)


class StylePreset(Preset):
    """How the pictures of a book look: tags before and tags against."""

    positive: CleanLine
    negative: CleanLine = ""


class FormatPreset(Preset):
    """The trim size of a page, its bleed, and the size of the picture made for it."""

    trim_width: Annotated[Mm, Field(gt=20, lt=1_000)]
    trim_height: Annotated[Mm, Field(gt=20, lt=1_000)]
    bleed: Annotated[Mm, Field(ge=0, lt=20)] = 3.0
    picture_width: Annotated[Px, Field(ge=64, le=4_096)]
    picture_height: Annotated[Px, Field(ge=64, le=4_096)]


class AgePreset(Preset):
    """What a child of this age can follow when it is read to."""

    words_per_sentence: int = Field(ge=3, le=30)
    sentences_per_page: tuple[int, int]
    words_per_page: tuple[int, int]
    type_size: Annotated[float, Field(ge=8, le=48)]
    """Points."""


P = TypeVar("P", bound=Preset)


def load_all(kind: PresetKind, model: type[P], own: Sequence[Path] = ()) -> dict[str, P]:
    """Return every preset of a kind by name, in the order of the names.

    Args:
        own: the author's preset folders (each holding `samplers/`, `styles/`, …), the last one wins.

    Raises:
        FibelError: `preset_broken`, naming the file and the field.
    """
    found: dict[str, P] = {}
    for root in (shipped.folder("presets"), *own):
        for file in sorted((root / kind).glob("*.yaml")):
            found[file.stem] = _read(file, model)
    return dict(sorted(found.items()))


def load(kind: PresetKind, model: type[P], name: str, own: Sequence[Path] = ()) -> P:
    """Return one preset by name; spelling is forgiven in case, spaces and underscores.

    Raises:
        FibelError: `preset_unknown` with the names there are, or `preset_broken`.
    """
    presets = load_all(kind, model, own)
    wanted = name.strip().casefold().replace(" ", "-").replace("_", "-")
    if wanted not in presets:
        raise FibelError("preset_unknown", f"{kind}: {name!r}. There are: {', '.join(presets)}.")
    return presets[wanted]


def _read(file: Path, model: type[P]) -> P:
    try:
        if file.stat().st_size > MAX_PRESET_BYTES:
            raise FibelError("preset_broken", f"{file}: larger than a preset can be.")
        return model.model_validate(yaml.safe_load(file.read_text("utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise FibelError("preset_broken", f"{file}: {where}: {first['msg']}.") from error
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise FibelError("preset_broken", f"{file}: {error}") from error
