"""Manifests: the sidecar of a graph, which says what it is for, where a recipe's parts go, and what it needs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from engine.clean import CleanLine
from engine.errors import FibelError
from engine.family import Family
from engine.illustrator.graph import MAX_WORKFLOW
from engine.illustrator.roles import Place, Purpose, Role


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Package(_Part):
    """An extension of ComfyUI, by the name its Manager knows it by, and the nodes of it that the graph uses."""

    name: CleanLine
    nodes: tuple[CleanLine, ...]


class NeededFile(Place):
    """A model file that the graph loads besides the checkpoint: where it goes, and what it may be called."""

    folder: CleanLine
    """Below the server's `models`."""
    names: Annotated[tuple[CleanLine, ...], Field(min_length=1)]
    """Parts of its name with `*` between them, the most wanted first."""


class Manifest(_Part):
    """The sidecar of a graph."""

    label: CleanLine = ""
    """For whoever reads the file."""
    purpose: Purpose = Purpose.PAINT
    families: tuple[Family, ...] = ()
    """Whose checkpoints it takes; none means that nobody has said so, and any may be tried."""
    scale: Annotated[int, Field(ge=1, le=4)] = 1
    """How many times larger than `width` and `height` the picture comes out."""
    packages: tuple[Package, ...] = ()
    files: dict[CleanLine, NeededFile] = {}
    """By the part each plays."""
    roles: dict[Role, Place]
    also: dict[Role, tuple[Place, ...]] = {}
    """Further inputs that take the same part."""

    def package_of(self, node: str) -> str | None:
        """Return the package that brings a class of nodes, or None."""
        return next((package.name for package in self.packages if node in package.nodes), None)


def read_manifest(file: Path) -> Manifest:
    """Read a manifest.

    Raises:
        FibelError: `workflow_invalid`, naming file and field.
    """
    import yaml

    try:
        if file.stat().st_size > MAX_WORKFLOW:
            raise FibelError("workflow_invalid", f"{file}: larger than a manifest can be.")
        return Manifest.model_validate(yaml.safe_load(file.read_text("utf-8")))
    except ValidationError as error:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise FibelError("workflow_invalid", f"{file}: {where}: {first['msg']}.") from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise FibelError("workflow_invalid", f"{file}: {error}") from error
