"""Named presets in YAML: sampler profiles, styles, formats, age profiles, cards, models.

Each kind is a folder of files, one preset a file, named as the file is. An author's own folder of the same shape
lies over the shipped one: a file of the same name replaces it, a new name adds to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from pathlib import Path
from typing import Annotated, TypeVar

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from engine import shipped
from engine.clean import CleanLine
from engine.errors import FibelError
from engine.family import Family
from engine.samplers import CONVERGENT, understood
from engine.units import Bytes, Mm, Px

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
    FAMILIES = "models/families"


class Preset(BaseModel):
    """What every preset has: a label for the author in one line."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    label: CleanLine
    hidden: bool = False


class SamplerPreset(Preset):
    """A sampler profile. Files may use ComfyUI's names or AUTOMATIC1111's ("DPM++ 2M Karras"); here are ComfyUI's."""

    sampler: CleanLine
    scheduler: CleanLine
    steps: int = Field(ge=1, le=200)
    cfg: float = Field(ge=0, le=30)
    families: tuple[Family, ...] = ()
    """Whose models it is for; none means every one."""
    checkpoints: tuple[CleanLine, ...] = ()
    """Parts of the names of models that are painted with by this preset and no other: they were distilled for it."""
    workflow: CleanLine = ""
    """The workflow it needs, for instance one that loads a LoRA; empty takes the family's own."""

    @model_validator(mode="before")
    @classmethod
    def _in_comfyuis_names(cls, values: object) -> object:
        if not isinstance(values, dict) or not isinstance(values.get("sampler"), str):
            return values
        sampling = understood(values["sampler"], str(values.get("scheduler") or ""))
        return {**values, **sampling._asdict()}

    @property
    def converges(self) -> bool:
        """Whether more steps with the same seed work the same picture out further."""
        return self.sampler in CONVERGENT

    def is_for(self, family: Family, checkpoint: str) -> bool:
        """Whether a model is well painted with by this preset."""
        if self.checkpoints:
            return family in self.families and any(part in checkpoint.casefold() for part in self.checkpoints)
        return not self.families or family in self.families


class StylePreset(Preset):
    """How the pictures of a book look: tags before and tags against."""

    positive: CleanLine
    negative: CleanLine = ""


class Colours(StrEnum):
    """What a printing service takes."""

    RGB = "rgb"
    CMYK = "cmyk"


class Allowed(StrEnum):
    """What a print file may hold beside its pages; a service that does not name it refuses it."""

    METADATA = "metadata"
    OUTLINE = "outline"
    TAGS = "tags"


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Bleed(_Part):
    """How far the paper reaches beyond the trim, by side; `inner` is the gutter."""

    top: Annotated[Mm, Field(ge=0, lt=20)] = 3.0
    bottom: Annotated[Mm, Field(ge=0, lt=20)] = 3.0
    outer: Annotated[Mm, Field(ge=0, lt=20)] = 3.0
    inner: Annotated[Mm, Field(ge=0, lt=20)] = 3.0


class Safe(_Part):
    """How far from the trim what matters stays, by side."""

    outer: Annotated[Mm, Field(ge=0, lt=60)] = 10.0
    inner: Annotated[Mm, Field(ge=0, lt=60)] = 10.0


class PageRule(_Part):
    """How many pages a book of this format may have."""

    least: Annotated[int, Field(ge=1, le=1_000)] = 1
    most: Annotated[int, Field(ge=1, le=2_000)] = 2_000
    multiple: Annotated[int, Field(ge=1, le=32)] = 4
    last_blank: bool = False
    """Whether the last page must be empty: the service prints its own mark there."""
    code_on_last: bool = False
    """Whether the service prints its code at the foot of the last page, on the right."""
    blanks_in_row: Annotated[int, Field(ge=1, le=8)] = 2


class SpineRule(_Part):
    """How thick a book of so many pages is, and from when a title fits on its back."""

    per_page: Annotated[Mm, Field(ge=0, lt=1)] = 0.07
    boards: Annotated[Mm, Field(ge=0, lt=20)] = 0.0
    text_from: Annotated[int, Field(ge=1, le=2_000)] = 80
    """Pages."""
    estimated: bool = True
    """Whether the service has a calculator of its own that should be asked."""


class BarcodeZone(_Part):
    """Kept white on the back cover, at its lower inner corner."""

    width: Annotated[Mm, Field(gt=10, lt=120)] = 51.0
    height: Annotated[Mm, Field(gt=10, lt=120)] = 31.0


class FormatPreset(Preset):
    """The trim size of a page and what the printing service asks of a file, and the size of the picture made for it."""

    trim_width: Annotated[Mm, Field(gt=20, lt=1_000)]
    trim_height: Annotated[Mm, Field(gt=20, lt=1_000)]
    bleed: Bleed = Bleed()
    """One number stands for all sides."""
    safe: Safe = Safe()
    """One number stands for both."""
    pages: PageRule = PageRule()
    colour: Colours = Colours.RGB
    allowed: tuple[Allowed, ...] = tuple(Allowed)
    spine: SpineRule = SpineRule()
    barcode: BarcodeZone = BarcodeZone()
    cover_bleed: Annotated[Mm, Field(ge=0, lt=30)] = 3.0
    most_megabytes: Annotated[float, Field(gt=0, le=5_000)] = 650.0
    vendor: CleanLine = ""
    """Empty for any printer."""
    printer: CleanLine = ""
    """What the imprint says of who printed the book."""
    picture_width: Annotated[Px, Field(ge=64, le=4_096)]
    picture_height: Annotated[Px, Field(ge=64, le=4_096)]

    @field_validator("bleed", mode="before")
    @classmethod
    def _all_sides(cls, value: object) -> object:
        return dict.fromkeys(Bleed.model_fields, value) if isinstance(value, int | float) else value

    @field_validator("safe", mode="before")
    @classmethod
    def _both_sides(cls, value: object) -> object:
        return dict.fromkeys(Safe.model_fields, value) if isinstance(value, int | float) else value

    def picture_of(self, ratio: float) -> tuple[Px, Px]:
        """Return the size of a picture of another shape that is as much work to paint, in steps of 64 pixels.

        Args:
            ratio: width by height.
        """
        if abs(ratio * self.picture_height / self.picture_width - 1) < SAME_SHAPE:
            return self.picture_width, self.picture_height
        area = self.picture_width * self.picture_height
        width = max(PICTURE_STEP, round((area * ratio) ** 0.5 / PICTURE_STEP) * PICTURE_STEP)
        return width, max(PICTURE_STEP, round(width / ratio / PICTURE_STEP) * PICTURE_STEP)


SAME_SHAPE = 0.15
"""Shapes that differ by less are the same for a picture: so much may be cut off."""

PICTURE_STEP: Px = 64
"""Models of the SD 1.5 family are trained on sides that are multiples of it."""


class AgePreset(Preset):
    """What a child of this age can follow when it is read to."""

    words_per_sentence: int = Field(ge=3, le=30)
    sentences_per_page: tuple[int, int]
    words_per_page: tuple[int, int]
    type_size: Annotated[float, Field(ge=8, le=48)]
    """Points."""
    type_smallest: Annotated[float, Field(ge=7, le=48)] = 12.0
    """Points; what needs smaller type does not fit."""


P = TypeVar("P", bound=Preset)

REMEMBERED = 256
"""Presets that are kept in memory: all that ship, and as many of the author's own."""


def load_all(kind: PresetKind, model: type[P], own: Sequence[Path] = ()) -> dict[str, P]:
    """Return every preset of a kind by name, in the order of the names.

    Args:
        own: the author's preset folders (each holding `samplers/`, `styles/`, …), the last one wins.

    Raises:
        FibelError: `preset_broken`, naming the file and the field.
    """
    return {name: _read(file, model) for name, file in _files(kind, own).items()}


def plain_name(name: str) -> str:
    """Return a preset's name as its file is called, from how people write it."""
    return name.strip().casefold().replace(" ", "-").replace("_", "-")


def load(kind: PresetKind, model: type[P], name: str, own: Sequence[Path] = ()) -> P:
    """Return one preset by name; spelling is forgiven in case, spaces and underscores.

    Raises:
        FibelError: `preset_unknown` with the names there are, or `preset_broken`.
    """
    files = _files(kind, own)
    wanted = plain_name(name)
    if wanted not in files:
        raise FibelError("preset_unknown", f"{kind}: {name!r}. There are: {', '.join(files)}.")
    return _read(files[wanted], model)


def _files(kind: PresetKind, own: Sequence[Path]) -> dict[str, Path]:
    """Return where the presets of a kind stand, by name."""
    found = {file.stem: file for root in (shipped.folder("presets"), *own) for file in (root / kind).glob("*.yaml")}
    return dict(sorted(found.items()))


def _read(file: Path, model: type[P]) -> P:
    try:
        stat = file.stat()
        if stat.st_size > MAX_PRESET_BYTES:
            raise FibelError("preset_broken", f"{file}: larger than a preset can be.")
        parsed: P = _parsed(file, model, stat.st_mtime_ns, stat.st_size)
        return parsed
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        said = first["msg"].removeprefix("Value error, ")
        raise FibelError("preset_broken", f"{file}: {f'{where}: ' if where else ''}{said}.") from error
    except (yaml.YAMLError, UnicodeDecodeError, OSError) as error:
        raise FibelError("preset_broken", f"{file}: {error}") from error


@lru_cache(maxsize=REMEMBERED)
def _parsed(file: Path, model: type[P], _written: int, _size: Bytes) -> P:
    """Read a file once for each time it is written: YAML takes milliseconds, and presets are asked for often."""
    return model.model_validate(yaml.safe_load(file.read_text("utf-8")))
