"""Workflows: ComfyUI graphs with a manifest, into which a recipe's parts are laid."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

from pydantic import JsonValue

from engine import shipped
from engine.book.model import Recipe
from engine.errors import FibelError
from engine.family import Family
from engine.illustrator.checking import check
from engine.illustrator.graph import Graph, Node, read_graph_file, sendable
from engine.illustrator.manifest import Manifest, read_manifest
from engine.illustrator.roles import Place, Purpose, Role, Roles
from engine.illustrator.tracing import trace
from engine.units import Px

WARMING_SIZE: Px = 64
"""Side of the picture painted only to load a model; a real server paints 64 x 96 in a second."""

CHECKPOINTS, PARTS = "checkpoints", "diffusion_models"
"""Folders of the server: models that bring text encoder and decoder along, and models that do not."""


@dataclass(frozen=True, slots=True)
class Uploaded:
    """What a graph's pictures are called on the server, by the role they play."""

    source: str | None = None
    mask: str | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Workflow:
    """A graph and its manifest. Immutable; every injection makes a new graph."""

    name: str
    graph: Graph
    manifest: Manifest

    @staticmethod
    def names(own: Sequence[Path] = ()) -> list[str]:
        """Return the names of all workflows, sorted.

        Args:
            own: the author's folders; they lie over the shipped one.
        """
        return sorted({file.stem for folder in _folders(own) for file in folder.glob("*.json")})

    @classmethod
    def load(cls, name: str, own: Sequence[Path] = ()) -> Self:
        """Return a workflow by name; a graph of the author's needs no manifest if its roles can be told from it.

        Raises:
            FibelError: `workflow_unknown` with the names there are; `workflow_invalid`; `workflow_editor_format`.
        """
        names = cls.names(own)
        if name not in names:  # a name may come out of a book, so it never becomes a path unseen
            raise FibelError("workflow_unknown", f"{name!r}. There are: {', '.join(names)}.")
        graph, manifest = _read(_file(name, own))
        return cls(name, graph, manifest)

    @classmethod
    def find(cls, purpose: Purpose, family: Family, own: Sequence[Path] = (), *, folder: str = CHECKPOINTS) -> Self:
        """Return the workflow that serves a purpose with a family of models.

        Args:
            folder: where the server keeps the model.

        Raises:
            FibelError: `family_mismatch`, there is none; `workflow_invalid`.
        """
        for name in cls.names(own):
            if not _file(name, own).with_suffix(".yaml").is_file():
                continue  # nobody has said what it is for; it paints where it is named
            workflow = cls.load(name, own)
            manifest = workflow.manifest
            if manifest.purpose is purpose and family in manifest.families and workflow.folder in ("", folder):
                return workflow
        raise FibelError("family_mismatch", f"There is no workflow of the kind “{purpose}” for {family} models.")

    @property
    def roles(self) -> Roles:
        return self.manifest.roles

    @property
    def classes(self) -> dict[str, str]:
        """The class of each node by its id."""
        return {node_id: node.class_type for node_id, node in self.graph.items()}

    @property
    def decodes_in_tiles(self) -> bool:
        """Whether the picture is never decoded as a whole, which is when it wants most of the card."""
        decoders = {name for name in self.classes.values() if name.startswith("VAEDecode")}
        return decoders == {"VAEDecodeTiled"}

    @property
    def beside(self) -> frozenset[str]:
        """The folders of the server from which it loads files besides the checkpoint."""
        return frozenset(file.folder for file in self.manifest.files.values())

    @property
    def folder(self) -> str:
        """Where the server keeps the models this graph loads as its checkpoint; empty if it loads none."""
        place = self.roles.get(Role.CHECKPOINT)
        return "" if place is None else PARTS if place.input == "unet_name" else CHECKPOINTS

    def inject(self, recipe: Recipe, *, prefix: str, uploaded: Uploaded = Uploaded()) -> dict[str, JsonValue]:
        """Return the graph that paints `recipe`, ready to be sent.

        Args:
            prefix: where the server saves the picture; unique, for a prompt seen before is not painted again.
            uploaded: the pictures it works with.
        """
        values: dict[Role, JsonValue] = {
            Role.CHECKPOINT: recipe.checkpoint,
            Role.POSITIVE: recipe.positive,
            Role.NEGATIVE: recipe.negative,
            Role.SEED: recipe.seed,
            Role.STEPS: recipe.steps,
            Role.CFG: recipe.cfg,
            Role.SAMPLER: recipe.sampler,
            Role.SCHEDULER: recipe.scheduler,
            Role.WIDTH: recipe.width // self.manifest.scale,
            Role.HEIGHT: recipe.height // self.manifest.scale,
            Role.DENOISE: recipe.denoise,
            Role.LIKENESS: recipe.likeness,
            Role.SOURCE: uploaded.source,
            Role.MASK: uploaded.mask,
            Role.REFERENCE: uploaded.reference,
            Role.OUTPUT: prefix,
        }
        files = {file.part: file.name for file in recipe.files}
        return sendable(self._with({role: value for role, value in values.items() if value is not None}, files))

    def warming(self, checkpoint: str, *, seed: int, files: Mapping[str, str] | None = None) -> dict[str, JsonValue]:
        """Return a graph that loads the model and leaves no picture in the server's output folder.

        One step of a tiny picture, shown and not saved. The loaders are those of a real picture, so that what they
        loaded is used by it.

        Args:
            seed: another one each time, for a prompt seen before runs nothing and so loads nothing.
            files: what the graph loads besides, by part.
        """
        values: dict[Role, JsonValue] = {
            Role.CHECKPOINT: checkpoint,
            Role.POSITIVE: "",
            Role.NEGATIVE: "",
            Role.SEED: seed,
            Role.STEPS: 1,
            Role.WIDTH: WARMING_SIZE,
            Role.HEIGHT: WARMING_SIZE,
        }
        graph = self._with(values, files or {})
        output = self.roles[Role.OUTPUT].node
        graph[output] = Node(class_type="PreviewImage", inputs={"images": graph[output].inputs["images"]})
        return sendable(graph)

    def _with(self, values: Mapping[Role, JsonValue], files: Mapping[str, str]) -> dict[str, Node]:
        graph = dict(self.graph)

        def put(place: Place, value: JsonValue) -> None:
            node = graph[place.node]
            graph[place.node] = node.model_copy(update={"inputs": {**node.inputs, place.input: value}})

        for role, value in values.items():
            if role in self.roles:
                for place in (self.roles[role], *self.manifest.also.get(role, ())):
                    put(place, value)
        for part, place in self.manifest.files.items():
            if part in files:
                put(place, files[part])
        return graph


def packages(own: Sequence[Path] = ()) -> dict[str, str]:
    """Return which package brings which class of nodes, as far as any manifest knows."""
    manifests = (Workflow.load(name, own).manifest for name in Workflow.names(own))
    return {node: package.name for one in manifests for package in one.packages for node in package.nodes}


def _folders(own: Sequence[Path]) -> list[Path]:
    return [shipped.folder("workflows"), *own]


def _file(name: str, own: Sequence[Path]) -> Path:
    return next(file for folder in reversed(_folders(own)) if (file := folder / f"{name}.json").is_file())


def _read(file: Path) -> tuple[Graph, Manifest]:
    return _parsed(file, _stamp(file), _stamp(file.with_suffix(".yaml")))


@lru_cache(maxsize=64)
def _parsed(file: Path, _changed: int, sidecar_changed: int) -> tuple[Graph, Manifest]:
    """Read a workflow once for each time its files change: an author mends a graph while the studio is open."""
    graph = read_graph_file(file)
    manifest = read_manifest(file.with_suffix(".yaml")) if sidecar_changed else None
    report = check(graph, None, manifest)
    if not report.ok:
        raise FibelError("workflow_invalid", f"{file.stem}: {' '.join(report.lines())}")
    return graph, manifest or Manifest(purpose=report.purpose, roles=report.roles, also=trace(graph).also)


def _stamp(file: Path) -> int:
    """Return when a file was changed last; 0 if there is none."""
    return file.stat().st_mtime_ns if file.is_file() else 0
