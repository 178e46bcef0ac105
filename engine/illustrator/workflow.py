"""Workflows: shipped ComfyUI graphs with a manifest that says where a recipe's parts go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from engine import shipped
from engine.book.model import Recipe
from engine.clean import CleanLine
from engine.errors import FibelError
from engine.illustrator.graph import MAX_WORKFLOW, Graph, Node, read_graph_file, sendable
from engine.illustrator.roles import ObjectInfo, Place, Role, RoleReport, Roles, check, resolve_roles
from engine.units import Px

__all__ = ["Place", "Role", "RoleReport", "Workflow", "check", "check_file", "resolve_roles"]

WARMING_SIZE: Px = 64
"""Side of the picture painted only to load a model; a real server paints 64 x 96 in a second."""


class Manifest(BaseModel):
    """The sidecar of a graph."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    label: CleanLine = ""
    """For whoever reads the file."""
    roles: dict[Role, Place]


@dataclass(frozen=True, slots=True)
class Workflow:
    """A graph and the places of its roles. Immutable; every injection makes a new graph."""

    name: str
    graph: Graph
    roles: Roles

    @staticmethod
    def names() -> list[str]:
        """Return the names of the shipped workflows, sorted."""
        return sorted(file.stem for file in shipped.folder("workflows").glob("*.json"))

    @classmethod
    def load(cls, name: str) -> Self:
        """Return a shipped workflow.

        Raises:
            FibelError: `workflow_unknown` with the names there are; `workflow_invalid`.
        """
        names = cls.names()
        if name not in names:  # a name may come out of a book, so it never becomes a path unseen
            raise FibelError("workflow_unknown", f"{name!r}. There are: {', '.join(names)}.")
        graph, roles = _shipped(name)
        return cls(name, graph, roles)

    @property
    def classes(self) -> dict[str, str]:
        """The class of each node by its id."""
        return {node_id: node.class_type for node_id, node in self.graph.items()}

    def inject(self, recipe: Recipe, *, prefix: str) -> dict[str, JsonValue]:
        """Return the graph that paints `recipe`, ready to be sent.

        Args:
            prefix: where the server saves the picture; unique, for a prompt seen before is not painted again.
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
            Role.WIDTH: recipe.width,
            Role.HEIGHT: recipe.height,
            Role.OUTPUT: prefix,
        }
        return sendable(self._with(values))

    def warming(self, checkpoint: str, *, seed: int) -> dict[str, JsonValue]:
        """Return a graph that loads the model and leaves no picture in the server's output folder.

        One step of a tiny picture, shown and not saved. The loaders are those of a real picture, so that what they
        loaded is used by it.

        Args:
            seed: another one each time, for a prompt seen before runs nothing and so loads nothing.
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
        graph = self._with(values)
        output = self.roles[Role.OUTPUT].node
        graph[output] = Node(class_type="PreviewImage", inputs={"images": graph[output].inputs["images"]})
        return sendable(graph)

    def _with(self, values: Mapping[Role, JsonValue]) -> dict[str, Node]:
        graph = dict(self.graph)
        for role, value in values.items():
            if (place := self.roles.get(role)) is not None:
                node = graph[place.node]
                graph[place.node] = node.model_copy(update={"inputs": {**node.inputs, place.input: value}})
        return graph


def check_file(file: Path, object_info: ObjectInfo | None = None) -> RoleReport:
    """Check a workflow file, with the manifest that lies beside it if there is one.

    Raises:
        FibelError: `workflow_invalid`, the file cannot be read or is no graph in API format.
    """
    graph = read_graph_file(file)
    sidecar = file.with_suffix(".yaml")
    return check(graph, object_info, _manifest(sidecar).roles if sidecar.is_file() else None)


@lru_cache(maxsize=32)
def _shipped(name: str) -> tuple[Graph, Roles]:
    file = shipped.folder("workflows") / f"{name}.json"
    graph, manifest = read_graph_file(file), _manifest(file.with_suffix(".yaml"))
    report = check(graph, None, manifest.roles)
    if not report.ok:
        raise FibelError("workflow_invalid", f"{name}: {' '.join(report.lines())}")
    return graph, manifest.roles


def _manifest(file: Path) -> Manifest:
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
