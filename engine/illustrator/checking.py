"""Check a graph: which node plays which role, what could be meant in two ways, what a server lacks for it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from engine.clean import CleanLine, clean_line
from engine.illustrator.graph import Graph, Node, read_graph_file
from engine.illustrator.manifest import Manifest, read_manifest
from engine.illustrator.nodes import NodeClass, ObjectInfo
from engine.illustrator.roles import REQUIRED, Place, Purpose, Role, purpose_of
from engine.illustrator.tracing import trace

_ALWAYS_TOLD = REQUIRED[Purpose.PAINT] | {Role.NEGATIVE}
"""Roles whose absence is told even where the graph can do without."""


class RoleReport(BaseModel):
    """What a check of a graph found; fit to be shown and to be written as JSON."""

    model_config = ConfigDict(frozen=True)

    purpose: Purpose = Purpose.PAINT
    roles: dict[Role, Place]
    titles: dict[str, CleanLine] = {}
    """What each node that plays a role is called: its class, and its title if it has one."""
    candidates: dict[Role, tuple[Place, ...]] = {}
    """Roles that could be meant in two ways."""
    missing_roles: tuple[Role, ...]
    unknown_nodes: tuple[str, ...] = ()
    """Node classes the server does not have; empty also where no server was asked."""
    packages: dict[str, str] = {}
    """By unknown node: the package that brings it."""
    problems: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether Fibel can paint with it. A graph without a negative prompt can be used; FLUX has none."""
        lacking = REQUIRED[self.purpose] & {*self.missing_roles, *self.candidates}
        return not (lacking or self.unknown_nodes or self.problems)

    def lines(self) -> list[str]:
        """The report for a person, one finding a line."""
        lines = [f"This graph can be used for: {self.purpose}."]
        for role in Role:
            if role in self.roles:
                lines.append(f"{role:<10} {self._told(self.roles[role])}")
            elif role in self.candidates:
                either = ", or ".join(self._told(place) for place in self.candidates[role])
                lines.append(f'{role:<10} could be {either}. In ComfyUI, give the right node the title "{role}".')
            elif role in self.missing_roles:
                lines.append(f"{role:<10} not found")
        for name in self.unknown_nodes:
            package = self.packages.get(name)
            lines.append(f"The server has no node {name}." + (f" Install {package} there." if package else ""))
        return lines + list(self.problems)

    def _told(self, place: Place) -> str:
        return f"node {place.node} ({self.titles.get(place.node, '')}), input {place.input}"


def check(
    graph: Graph,
    object_info: ObjectInfo | None = None,
    manifest: Manifest | None = None,
    packages: Mapping[str, str] | None = None,
) -> RoleReport:
    """Check a graph.

    Args:
        object_info: what the server has; None leaves out what only a server knows.
        manifest: its sidecar; None guesses the roles.
        packages: which package brings a class of nodes, as far as anybody knows.
    """
    candidates: dict[Role, tuple[Place, ...]] = {}
    if manifest is None:
        traced = trace(graph)
        roles, candidates, also = traced.roles, traced.candidates, traced.also
    else:
        roles, also = dict(manifest.roles), manifest.also
    purpose = purpose_of({*roles, *candidates}) if manifest is None else manifest.purpose
    places = {*roles.values(), *(place for more in also.values() for place in more)}
    places |= set(manifest.files.values()) if manifest else set()
    problems = [*_loose_places(graph, places), *_loose_links(graph)]
    unknown: tuple[str, ...] = ()
    if object_info is not None:
        unknown = tuple(sorted({node.class_type for node in graph.values()} - object_info.keys()))
        taken = {str(place) for place in places}
        for node_id, node in graph.items():
            if node.class_type in object_info:
                problems += _against(object_info[node.class_type], node_id, node, taken)
    told = {place.node for place in (*roles.values(), *(p for more in candidates.values() for p in more))}
    return RoleReport(
        purpose=purpose,
        roles={role: roles[role] for role in Role if role in roles},
        titles={node_id: _called(graph[node_id]) for node_id in sorted(told) if node_id in graph},
        candidates=candidates,
        missing_roles=tuple(
            role for role in Role if role in _ALWAYS_TOLD | REQUIRED[purpose] and role not in {*roles, *candidates}
        ),
        unknown_nodes=unknown,
        packages={name: found for name in unknown if (found := (packages or {}).get(name))},
        problems=tuple(problems),
    )


def check_file(
    file: Path, object_info: ObjectInfo | None = None, packages: Mapping[str, str] | None = None
) -> RoleReport:
    """Check a workflow file, with the manifest that lies beside it if there is one.

    Raises:
        FibelError: `workflow_invalid`, the file cannot be read or is no graph; `workflow_editor_format`.
    """
    graph = read_graph_file(file)
    sidecar = file.with_suffix(".yaml")
    return check(graph, object_info, read_manifest(sidecar) if sidecar.is_file() else None, packages)


def _called(node: Node) -> str:
    return f"{node.class_type} “{node.meta.title}”" if node.meta.title else node.class_type


def _loose_places(graph: Graph, places: set[Place]) -> list[str]:
    return [
        f"The manifest points at {place}, which the graph does not have."
        for place in sorted(places, key=str)
        if place.node not in graph or place.input not in graph[place.node].inputs
    ]


def _loose_links(graph: Graph) -> list[str]:
    return [
        f"Node {node_id} ({node.class_type}): {name} is linked to node {source}, which is not there."
        for node_id, node in graph.items()
        for name, source in node.links
        if source not in graph
    ]


def _against(known: NodeClass, node_id: str, node: Node, taken: set[str]) -> list[str]:
    """Compare one node with its class; values that a recipe replaces are not judged."""
    where = f"Node {node_id} ({node.class_type})"
    problems = [f"{where}: the input {name} is missing." for name in known.input.required if name not in node.inputs]
    for name, value in node.inputs.items():
        options = known.options(name)
        if options is None or not node.holds(name) or f"{node_id}.{name}" in taken or known.uploads(name):
            continue
        if value not in options:
            problems.append(f"{where}: {name} is {clean_line(str(value))!r}, which the server does not have.")
    return problems
