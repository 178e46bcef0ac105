"""A ComfyUI graph in API format: nodes by id, each with a class and inputs that are values or links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from engine.clean import CleanLine
from engine.errors import FibelError
from engine.units import Bytes

MAX_WORKFLOW: Bytes = 4 << 20
"""The largest graphs people share have some hundred nodes, under 1 MiB; more is something else."""


class Title(BaseModel):
    """What ComfyUI's editor adds to a node; of it we keep the title."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    title: CleanLine = ""


class Node(BaseModel):
    """One node. Whatever else an editor wrote beside it is dropped."""

    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)

    class_type: Annotated[CleanLine, Field(min_length=1)]
    inputs: dict[str, JsonValue] = {}
    meta: Title = Field(default=Title(), alias="_meta")

    def link(self, name: str) -> str | None:
        """Return the id of the node that the input `name` is linked to, or None where it holds a value or nothing."""
        match self.inputs.get(name):
            case [str() as source, int()]:
                return source
            case _:
                return None

    def holds(self, name: str) -> bool:
        """Whether the input `name` is there and holds a value of its own."""
        return name in self.inputs and not isinstance(self.inputs[name], list)

    @property
    def links(self) -> Iterator[tuple[str, str]]:
        """Every linked input with the id of the node it comes from."""
        for name in self.inputs:
            source = self.link(name)
            if source is not None:
                yield name, source


Graph = Mapping[str, Node]

_GRAPH = TypeAdapter(dict[str, Node])


def read_graph(text: str | bytes, name: str) -> dict[str, Node]:
    """Read a graph in API format from JSON.

    Args:
        name: what to call it in an error.

    Raises:
        FibelError: `workflow_invalid`, with the reason; `workflow_editor_format`.
    """
    try:
        graph = _GRAPH.validate_json(text)
    except ValidationError as error:
        if _is_editor_format(text):
            raise FibelError("workflow_editor_format", name) from None
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        raise FibelError("workflow_invalid", f"{name}: {where or 'the file'}: {first['msg']}.") from error
    if not graph:
        raise FibelError("workflow_invalid", f"{name} holds no node.")
    return graph


def read_graph_file(file: Path) -> dict[str, Node]:
    """Read a graph from a file.

    Raises:
        FibelError: `workflow_invalid`, it cannot be read or is no graph; `workflow_editor_format`.
    """
    try:
        if file.stat().st_size > MAX_WORKFLOW:
            raise FibelError("workflow_invalid", f"{file}: larger than a workflow can be.")
        return read_graph(file.read_bytes(), str(file))
    except OSError as error:
        raise FibelError("workflow_invalid", f"{file}: {error.strerror or error}.") from error


def sendable(graph: Graph) -> dict[str, JsonValue]:
    """Return the graph as `POST /prompt` takes it, without titles; nothing in it is shared with `graph`."""
    return {node_id: node.model_dump(mode="json", exclude={"meta"}) for node_id, node in graph.items()}


class _EditorFormat(BaseModel):
    nodes: list[JsonValue]
    links: list[JsonValue]


def _is_editor_format(text: str | bytes) -> bool:
    try:
        _EditorFormat.model_validate_json(text)
    except ValidationError:
        return False
    return True
