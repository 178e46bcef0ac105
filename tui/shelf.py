"""The presets an author can choose from, read once; choosing never waits for the disk."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import FibelError
from engine.settings import preset_folders

if TYPE_CHECKING:
    from engine.presets import AgePreset, FormatPreset, SamplerPreset, StylePreset


@dataclass(frozen=True, slots=True)
class Shelf:
    """Presets by name; those that are hidden are left out of choices, but still known."""

    styles: dict[str, StylePreset] = field(default_factory=dict)
    samplers: dict[str, SamplerPreset] = field(default_factory=dict)
    ages: dict[str, AgePreset] = field(default_factory=dict)
    formats: dict[str, FormatPreset] = field(default_factory=dict)
    problem: FibelError | None = None
    """Why a preset could not be read, if one could not."""


def read_shelf() -> Shelf:
    """Read every preset. Blocks: call it in a thread. A broken preset of the author's own leaves the shipped ones."""
    try:
        return _read(preset_folders())
    except FibelError as error:
        return _read((), error)


def _read(folders: tuple[Path, ...], problem: FibelError | None = None) -> Shelf:
    from engine.presets import AgePreset, FormatPreset, PresetKind, SamplerPreset, StylePreset, load_all

    return Shelf(
        load_all(PresetKind.STYLES, StylePreset, folders),
        load_all(PresetKind.SAMPLERS, SamplerPreset, folders),
        load_all(PresetKind.AGES, AgePreset, folders),
        load_all(PresetKind.FORMATS, FormatPreset, folders),
        problem,
    )
