"""The box's ComfyUI: a graph of nodes in API format."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Mapping

from pydantic import BaseModel, ConfigDict, JsonValue

Link = tuple[str, int]
"""A node and which of its outputs."""


class Node(BaseModel):
    """One node."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    class_type: str
    inputs: dict[str, JsonValue] = {}

    def links(self) -> dict[str, Link]:
        """Return the inputs that come from other nodes."""
        found = {}
        for name, value in self.inputs.items():
            if isinstance(value, list) and len(value) == 2 and isinstance(value[1], int):
                found[name] = (str(value[0]), value[1])
        return found

    def text(self, name: str) -> str:
        return str(self.inputs.get(name, ""))

    def fraction(self, name: str, default: float = 0.0) -> float:
        """Return a number; it may be written as a text, as the check of a graph allows."""
        value = self.inputs.get(name, default)
        return float(value) if isinstance(value, int | float | str) else default

    def number(self, name: str, default: int = 0) -> int:
        """Return a whole number; it may be written as a text, as the check of a graph allows."""
        value = self.inputs.get(name, default)
        return int(value) if isinstance(value, int | float | str) else default


Graph = Mapping[str, Node]


def order(graph: Graph, goals: Iterable[str]) -> list[str]:
    """Return the nodes that the goals need, each after those it takes from."""
    ordered: dict[str, None] = {}

    def visit(node_id: str) -> None:
        if node_id in ordered:
            return
        for source, _ in graph[node_id].links().values():
            visit(source)
        ordered[node_id] = None

    for goal in goals:
        visit(goal)
    return list(ordered)


def checkpoint(prompt: Mapping[str, JsonValue]) -> str:
    """Return the model a prompt asks for, sound or not; empty for none."""
    for node in prompt.values():
        inputs = node.get("inputs") if isinstance(node, dict) else None
        if isinstance(inputs, dict) and "ckpt_name" in inputs:
            return str(inputs["ckpt_name"])
    return ""


def signatures(graph: Graph, nodes: Iterable[str], content: Callable[[Node], str] = lambda _node: "") -> dict[str, str]:
    """Return what the cache knows each node by: its class and inputs and those of all it takes from.

    Ids are left out: the same node under another id is the same.

    Args:
        nodes: each after those it takes from.
        content: what a node reads from a file, in a few characters; another content is another node.
    """
    known: dict[str, str] = {}
    for node_id in nodes:
        node = graph[node_id]
        links = {name: [known[source], index] for name, (source, index) in node.links().items()}
        told = json.dumps([node.class_type, {**node.inputs, **links}, content(node)], sort_keys=True)
        known[node_id] = hashlib.sha256(told.encode()).hexdigest()
    return known
