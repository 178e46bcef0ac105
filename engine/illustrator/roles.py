"""Roles: which input of which node takes which part of a recipe, and what is wrong with a graph."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, JsonValue, TypeAdapter, ValidationError

from engine.clean import CleanLine, clean_line
from engine.illustrator.graph import Graph, Node


class Role(StrEnum):
    """The parts of a recipe, as manifests name them."""

    CHECKPOINT = "checkpoint"
    POSITIVE = "positive"
    NEGATIVE = "negative"
    SEED = "seed"
    STEPS = "steps"
    CFG = "cfg"
    SAMPLER = "sampler"
    SCHEDULER = "scheduler"
    WIDTH = "width"
    HEIGHT = "height"
    OUTPUT = "output"


class Place(BaseModel):
    """One input of one node."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    node: CleanLine
    input: CleanLine

    def __str__(self) -> str:
        return f"{self.node}.{self.input}"


Roles = Mapping[Role, Place]

_ON_SAMPLER = {
    Role.SEED: ("seed", "noise_seed"),
    Role.STEPS: ("steps",),
    Role.CFG: ("cfg",),
    Role.SAMPLER: ("sampler_name",),
    Role.SCHEDULER: ("scheduler",),
}
"""Names of the inputs of KSampler and KSamplerAdvanced."""

_ON_THE_WAY = ("conditioning", "conditioning_1", "conditioning_to", "samples", "latent", "pixels", "model", "text")
"""Inputs that pass on what we look for, through guidance, control, LoRA and string nodes."""


def resolve_roles(graph: Graph) -> dict[Role, Place]:
    """Guess the roles of a graph without a manifest, by following the links from its picture back to the sampler.

    A role that is not found, or could be meant in two ways, is left out. With several samplers in a row (high
    resolution passes) the first one counts.
    """
    outputs = [node_id for node_id, node in graph.items() if node.holds("filename_prefix")]
    sampler_id = _sampler(graph, outputs)
    found: dict[Role, Place] = {}
    if len(outputs) == 1:
        found[Role.OUTPUT] = Place(node=outputs[0], input="filename_prefix")
    if sampler_id is None:
        return found
    sampler = graph[sampler_id]
    for role, names in _ON_SAMPLER.items():
        name = next((name for name in names if sampler.holds(name)), None)
        if name is not None:
            found[role] = Place(node=sampler_id, input=name)
    found |= _traced(graph, sampler, "latent_image", {Role.WIDTH: "width", Role.HEIGHT: "height"})
    found |= _traced(graph, sampler, "model", {Role.CHECKPOINT: "ckpt_name"})
    positive = _traced(graph, sampler, "positive", {Role.POSITIVE: "text"})
    negative = _traced(graph, sampler, "negative", {Role.NEGATIVE: "text"})
    if set(positive.values()) != set(negative.values()):
        found |= positive | negative
    return found


def _sampler(graph: Graph, outputs: list[str]) -> str | None:
    """Return the sampler that is farthest from the picture: the one that begins with empty noise."""
    last = None
    for node_id in _upstream(graph, outputs or list(graph)):
        if {"positive", "negative", "latent_image"} <= graph[node_id].inputs.keys():
            last = node_id
    return last


def _upstream(graph: Graph, start: list[str]) -> list[str]:
    """Return the nodes that can be reached against the links, nearest first."""
    seen = dict.fromkeys(start)
    for node_id in (queue := list(seen)):
        for _name, source in graph[node_id].links:
            if source in graph and source not in seen:
                seen[source] = None
                queue.append(source)
    return queue


def _traced(graph: Graph, sampler: Node, way: str, wanted: Mapping[Role, str]) -> dict[Role, Place]:
    """Follow one input of the sampler until a node holds all wanted inputs; {} where none does.

    The trace stops at ConditioningZeroOut: what stands before it has no effect on the picture.
    """
    node_id = sampler.link(way)
    seen: set[str] = set()
    while node_id is not None and node_id in graph and node_id not in seen:
        seen.add(node_id)
        node = graph[node_id]
        if all(node.holds(name) for name in wanted.values()):
            return {role: Place(node=node_id, input=name) for role, name in wanted.items()}
        if node.class_type == "ConditioningZeroOut":
            return {}
        here = node
        node_id = next((source for name in (way, *_ON_THE_WAY) if (source := here.link(name)) is not None), None)
    return {}


class RoleReport(BaseModel):
    """What a check of a graph found; fit to be shown and to be written as JSON."""

    model_config = ConfigDict(frozen=True)

    roles: dict[Role, Place]
    missing_roles: tuple[Role, ...]
    unknown_nodes: tuple[str, ...] = ()
    """Node classes the server does not have; empty also where no server was asked."""
    problems: tuple[str, ...] = ()

    @property
    def ok(self) -> bool:
        """Whether Fibel can paint with it. A graph without a negative prompt can be used; FLUX has none."""
        return not (set(self.missing_roles) - {Role.NEGATIVE} or self.unknown_nodes or self.problems)

    def lines(self) -> list[str]:
        """The report for a person, one finding a line."""
        lines = [f"{role:<10} node {place.node}, input {place.input}" for role, place in self.roles.items()]
        lines += [f"{role:<10} not found" for role in self.missing_roles]
        lines += [f"The server has no node {name}." for name in self.unknown_nodes]
        return lines + list(self.problems)


class _Inputs(BaseModel):
    required: dict[str, list[JsonValue]] = {}
    optional: dict[str, list[JsonValue]] = {}


class NodeClass(BaseModel):
    """What `/object_info` says of a class of nodes."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    input: _Inputs = _Inputs()

    def options(self, name: str) -> list[JsonValue] | None:
        """Return the values an input may have, or None where it is no choice.

        ComfyUI 0.3.64 writes choices in two ways: `[[values], {…}]` and `["COMBO", {"options": [values]}]`.
        """
        match self.input.required.get(name) or self.input.optional.get(name):
            case [list() as values, *_]:
                return values
            case ["COMBO", {"options": list() as values}, *_]:
                return values
            case _:
                return None


ObjectInfo = Mapping[str, NodeClass]

_OBJECT_INFO = TypeAdapter(dict[str, NodeClass])


def read_object_info(text: str | bytes) -> ObjectInfo | None:
    """Read the answer to `/object_info`, or return None where it cannot be understood: then nothing is checked."""
    try:
        return _OBJECT_INFO.validate_json(text)
    except ValidationError:
        return None


def check(graph: Graph, object_info: ObjectInfo | None = None, roles: Roles | None = None) -> RoleReport:
    """Check a graph.

    Args:
        object_info: what the server has; None leaves out what only a server knows.
        roles: those of its manifest; None guesses them.
    """
    found = resolve_roles(graph) if roles is None else dict(roles)
    problems = [*_loose_roles(graph, found), *_loose_links(graph)]
    unknown: tuple[str, ...] = ()
    if object_info is not None:
        unknown = tuple(sorted({node.class_type for node in graph.values()} - object_info.keys()))
        taken = set(found.values())
        for node_id, node in graph.items():
            if node.class_type in object_info:
                problems += _against(object_info[node.class_type], node_id, node, taken)
    return RoleReport(
        roles={role: found[role] for role in Role if role in found},
        missing_roles=tuple(role for role in Role if role not in found),
        unknown_nodes=unknown,
        problems=tuple(problems),
    )


def _loose_roles(graph: Graph, roles: Roles) -> list[str]:
    return [
        f"The role {role} points at {place}, which the graph does not have."
        for role, place in roles.items()
        if place.node not in graph or place.input not in graph[place.node].inputs
    ]


def _loose_links(graph: Graph) -> list[str]:
    return [
        f"Node {node_id} ({node.class_type}): {name} is linked to node {source}, which is not there."
        for node_id, node in graph.items()
        for name, source in node.links
        if source not in graph
    ]


def _against(known: NodeClass, node_id: str, node: Node, taken: set[Place]) -> list[str]:
    """Compare one node with its class; values that a recipe replaces are not judged."""
    where = f"Node {node_id} ({node.class_type})"
    problems = [f"{where}: the input {name} is missing." for name in known.input.required if name not in node.inputs]
    for name, value in node.inputs.items():
        options = known.options(name)
        if options is None or not node.holds(name) or Place(node=node_id, input=name) in taken:
            continue
        if value not in options:
            problems.append(f"{where}: {name} is {clean_line(str(value))!r}, which the server does not have.")
    return problems
