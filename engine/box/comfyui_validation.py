"""The box's ComfyUI: the check of a graph before it is queued, and the words it is refused with (0.3.64)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from pydantic import JsonValue, ValidationError

from engine.box.comfyui_graph import Graph, Node
from engine.box.comfyui_nodes import NodeClass, Spec

LISTED_AT_MOST = 20
"""Longer lists of choices are told by their length."""

Fault = dict[str, JsonValue]


class Refused(Exception):
    """The graph cannot be run: answered with 400 and this body."""

    def __init__(self, kind: str, message: str, details: str = "", node_errors: dict[str, JsonValue] | None = None):
        super().__init__(f"{message} {details}")
        error: Fault = {"type": kind, "message": message, "details": details, "extra_info": {}}
        self.body: dict[str, JsonValue] = {"error": error, "node_errors": node_errors or {}}


def read(prompt: Mapping[str, JsonValue], classes: Mapping[str, NodeClass]) -> Graph:
    """Read a graph of known nodes.

    Raises:
        Refused: `invalid_prompt`, `prompt_no_outputs`.
    """
    graph: dict[str, Node] = {}
    for node_id, raw in prompt.items():
        try:
            node = Node.model_validate(raw)
        except ValidationError:
            words = "Cannot execute because a node is missing the class_type property."
            raise Refused("invalid_prompt", words, f"Node ID '#{node_id}'") from None
        if node.class_type not in classes:
            words = f"Cannot execute because node {node.class_type} does not exist."
            raise Refused("invalid_prompt", words, f"Node ID '#{node_id}'")
        graph[node_id] = node
    if not any(classes[node.class_type].shows for node in graph.values()):
        raise Refused("prompt_no_outputs", "Prompt has no outputs")
    return graph


def check(graph: Graph, classes: Mapping[str, NodeClass]) -> tuple[list[str], dict[str, JsonValue]]:
    """Return the outputs that can be made, and the faults of those that cannot: they are left out without a word.

    Raises:
        Refused: `prompt_outputs_failed_validation`, nothing can be made.
    """
    good: list[str] = []
    faults: dict[str, list[Fault]] = {}
    dependent: dict[str, list[JsonValue]] = {}
    for output in (node_id for node_id, node in graph.items() if classes[node.class_type].shows):
        walk = _Walk(graph, classes)
        try:
            sound = walk.start(output)
        except _Cycle:
            continue  # the real server says nothing of it
        if sound:
            good.append(output)
            continue
        for node_id, found in walk.faults.items():
            faults[node_id] = found
            dependent.setdefault(node_id, []).append(output)
    node_errors: dict[str, JsonValue] = {
        node_id: {
            "errors": list[JsonValue](found),
            "dependent_outputs": dependent[node_id],
            "class_type": graph[node_id].class_type,
        }
        for node_id, found in faults.items()
    }
    if not good:
        words = "Prompt outputs failed validation"
        raise Refused("prompt_outputs_failed_validation", words, node_errors=node_errors)
    return good, node_errors


class _Cycle(Exception):
    """A node takes from itself."""


@dataclass
class _Walk:
    """From an output back through all it takes from."""

    graph: Graph
    classes: Mapping[str, NodeClass]
    sound: dict[str, bool] = field(default_factory=dict)
    faults: dict[str, list[Fault]] = field(default_factory=dict)
    _open: set[str] = field(default_factory=set)

    def start(self, output: str) -> bool:
        """Return whether the output and all it takes from are sound."""
        try:
            return self.visit(output)
        except (KeyError, IndexError) as error:
            words = "Exception when validating node"
            self._note(output, _broken("exception_during_validation", words, error, {}))
            return False

    def visit(self, node_id: str) -> bool:
        """Return whether a node and all it takes from are sound.

        Raises:
            KeyError, IndexError: it takes from what is not there; told by whoever takes from it, as the real server
                does.
        """
        if node_id in self.sound:
            return self.sound[node_id]
        if node_id in self._open:
            raise _Cycle
        self._open.add(node_id)
        self.sound[node_id] = False
        node = self.graph[node_id]
        known = self.classes[node.class_type]
        wanted = {**known.inputs, **{name: spec for name, spec in known.optional.items() if name in node.inputs}}
        taken = [self._taken(node_id, node, name, spec) for name, spec in wanted.items()]
        self._open.discard(node_id)
        self.sound[node_id] = all(taken)
        return self.sound[node_id]

    def _taken(self, node_id: str, node: Node, name: str, spec: Spec) -> bool:
        """Return whether an input is sound."""
        link = node.links().get(name)
        if link is None:
            fault = _own_fault(node, name, spec)
            if fault is not None:
                self._note(node_id, fault)
            return fault is None
        source, slot = link
        extra: Fault = {"input_name": name, "input_config": list(spec), "linked_node": [source, slot]}
        given = self.classes[self.graph[source].class_type].outputs[slot]
        if given != spec[0]:
            words = "Return type mismatch between linked nodes"
            details = f"{name}, received_type({given}) mismatch input_type({spec[0]})"
            self._note(node_id, _fault("return_type_mismatch", words, details, extra | {"received_type": given}))
            return False
        try:
            return self.visit(source)
        except (KeyError, IndexError) as error:
            words = "Exception when validating inner node"
            self._note(source, _broken("exception_during_inner_validation", words, error, extra))
            return False

    def _note(self, node_id: str, fault: Fault) -> None:
        self.faults.setdefault(node_id, []).append(fault)


def _own_fault(node: Node, name: str, spec: Spec) -> Fault | None:
    """Return what is wrong with an input that is no link."""
    if name not in node.inputs:
        return _fault("required_input_missing", "Required input is missing", name, {"input_name": name})
    value = node.inputs[name]
    if isinstance(value, list):
        words = "Bad linked input, must be a length-2 list of [node_id, slot_index]"
        extra: Fault = {"input_name": name, "input_config": list(spec), "received_value": value}
        return _fault("bad_linked_input", words, name, extra)
    return _value_fault(name, value, spec)


def _value_fault(name: str, value: JsonValue, spec: Spec) -> Fault | None:
    kind = spec[0]
    options = spec[1] if len(spec) > 1 and isinstance(spec[1], dict) else {}
    extra: Fault = {"input_name": name, "input_config": list(spec), "received_value": value}
    if isinstance(kind, list) and options.get("image_upload"):
        if value in kind:
            return None
        words, details = "Custom validation failed for node", f"{name} - Invalid image file: {value}"
        return _fault("custom_validation_failed", words, details, {"input_name": name})
    if isinstance(kind, list):
        if value in kind:
            return None
        listed = str(kind)
        if len(kind) > LISTED_AT_MOST:
            listed, extra["input_config"] = f"(list of length {len(kind)})", None
        return _fault("value_not_in_list", "Value not in list", f"{name}: '{value}' not in {listed}", extra)
    if kind not in ("INT", "FLOAT"):
        return None
    try:
        number = _number(kind, value)
    except (TypeError, ValueError) as error:
        words = f"Failed to convert an input value to a {kind} value"
        details = f"{name}, {value}, {error}"
        return _fault("invalid_input_type", words, details, extra | {"exception_message": str(error)})
    low, high = options.get("min"), options.get("max")
    if isinstance(low, int | float) and number < low:
        return _fault("value_smaller_than_min", f"Value {number} smaller than min of {low}", name, extra)
    if isinstance(high, int | float) and number > high:
        return _fault("value_bigger_than_max", f"Value {number} bigger than max of {high}", name, extra)
    return None


def _number(kind: JsonValue, value: JsonValue) -> int | float:
    if not isinstance(value, int | float | str):
        raise TypeError(f"{kind} cannot be made of {type(value).__name__}")
    return int(value) if kind == "INT" else float(value)


def _fault(kind: str, message: str, details: str, extra: Fault) -> Fault:
    return {"type": kind, "message": message, "details": details, "extra_info": extra}


def _broken(kind: str, message: str, error: Exception, extra: Fault) -> Fault:
    told: Fault = {"exception_message": str(error), "exception_type": type(error).__name__, "traceback": []}
    return _fault(kind, message, str(error), extra | told)
