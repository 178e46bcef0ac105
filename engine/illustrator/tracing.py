"""Guess the roles of a graph without a manifest: by its titles, and by following its links back from the picture."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from engine.illustrator.graph import Graph, Node
from engine.illustrator.roles import Place, Role

_ON_SAMPLER = {
    Role.SEED: ("seed", "noise_seed"),
    Role.STEPS: ("steps",),
    Role.CFG: ("cfg",),
    Role.SAMPLER: ("sampler_name",),
    Role.SCHEDULER: ("scheduler",),
}
"""Names of the inputs of KSampler and KSamplerAdvanced."""

_SHARED = (Role.SEED, Role.CFG, Role.SAMPLER, Role.SCHEDULER)
"""What samplers in a row have in common; each keeps its own number of steps."""

_INPUTS = {
    **_ON_SAMPLER,
    Role.CHECKPOINT: ("ckpt_name", "unet_name"),
    Role.POSITIVE: ("text",),
    Role.NEGATIVE: ("text",),
    Role.WIDTH: ("width",),
    Role.HEIGHT: ("height",),
    Role.SOURCE: ("image",),
    Role.MASK: ("image",),
    Role.REFERENCE: ("image",),
    Role.LIKENESS: ("weight",),
    Role.DENOISE: ("denoise",),
    Role.OUTPUT: ("filename_prefix",),
}
"""What an input is called that can take a role."""

_CONDITIONING = ("conditioning", "conditioning_1", "conditioning_2", "conditioning_to", "conditioning_from")
_PICTURES = ("samples", "latent", "pixels", "image", "images", "destination")
_ON_THE_WAY = (*_CONDITIONING, *_PICTURES, "positive", "model", "text")
"""Inputs that pass on what we look for, through guidance, control, LoRA, scaling and string nodes."""


@dataclass(slots=True)
class Traced:
    """What was found. A role that could be meant in two ways is among the candidates, and not among the roles."""

    roles: dict[Role, Place] = field(default_factory=dict)
    also: dict[Role, tuple[Place, ...]] = field(default_factory=dict)
    """Further inputs that take the same part: those of the samplers behind the first."""
    candidates: dict[Role, tuple[Place, ...]] = field(default_factory=dict)

    def offer(self, role: Role, places: Iterable[Place]) -> None:
        """Take note of where a role may be: one place is the role, several are candidates."""
        found = tuple(dict.fromkeys(places))
        if len(found) == 1:
            self.roles[role] = found[0]
        elif found:
            self.candidates[role] = found

    def settle(self, role: Role, place: Place) -> None:
        """Take note of a place that stands above all guesses."""
        self.roles[role] = place
        self.candidates.pop(role, None)


def trace(graph: Graph) -> Traced:
    """Return the roles of a graph.

    A node whose title is a role's name plays that role. Otherwise the links are followed from the saved picture: with
    several samplers in a row (high resolution passes) the first one counts, and those behind it take its seed too;
    samplers side by side are candidates.
    """
    found = Traced()
    outputs = [node_id for node_id, node in graph.items() if node.holds("filename_prefix")]
    found.offer(Role.OUTPUT, (Place(node=node_id, input="filename_prefix") for node_id in outputs))
    reached = _upstream(graph, outputs or list(graph))
    samplers = [
        node_id for node_id in reached if {"positive", "negative", "latent_image"} <= graph[node_id].inputs.keys()
    ]
    first = [one for one in samplers if not _behind_another(graph, one, samplers)]
    for role, names in _ON_SAMPLER.items():
        found.offer(role, (place for node_id in first for place in _held(graph, node_id, names)))
    ways = {role: [graph[node_id].link(role.value) for node_id in first] for role in (Role.POSITIVE, Role.NEGATIVE)}
    shared = _both_prompts(graph, ways, found)
    latents = [graph[node_id].link("latent_image") for node_id in first]
    for role in (Role.WIDTH, Role.HEIGHT):
        found.offer(role, _sizes(graph, latents, role) if samplers else _sizes(graph, outputs, role))
    models = [graph[node_id].link("model") for node_id in first]
    found.offer(Role.CHECKPOINT, _hits(graph, models, _INPUTS[Role.CHECKPOINT]))
    _pictures(graph, found, reached, latents if samplers else outputs)
    if Role.SOURCE in found.roles:
        found.offer(Role.DENOISE, (place for node_id in first for place in _held(graph, node_id, ("denoise",))))
    for role in _SHARED:
        behind = [place for one in samplers if one not in first for place in _held(graph, one, _ON_SAMPLER[role])]
        if role in found.roles and behind:
            found.also[role] = tuple(behind)
    _titled(graph, found, without=(Role.POSITIVE, Role.NEGATIVE) if shared else ())
    return found


def _behind_another(graph: Graph, sampler: str, samplers: list[str]) -> bool:
    source = graph[sampler].link("latent_image")
    before = _upstream(graph, [source]) if source in graph else []
    return any(other in before for other in samplers if other != sampler)


def _upstream(graph: Graph, start: Iterable[str | None]) -> list[str]:
    """Return the nodes that can be reached against the links, nearest first."""
    seen = dict.fromkeys(node_id for node_id in start if node_id is not None and node_id in graph)
    for node_id in (queue := list(seen)):
        for _name, source in graph[node_id].links:
            if source in graph and source not in seen:
                seen[source] = None
                queue.append(source)
    return list(seen)


def _held(graph: Graph, node_id: str, names: Iterable[str]) -> list[Place]:
    name = next((name for name in names if graph[node_id].holds(name)), None)
    return [] if name is None else [Place(node=node_id, input=name)]


def _hits(
    graph: Graph, start: Iterable[str | None], names: tuple[str, ...], *, ways: tuple[str, ...] = _ON_THE_WAY
) -> list[Place]:
    """Follow the links until nodes hold one of the inputs; nothing beyond such a node is looked at.

    The trace stops at ConditioningZeroOut: what stands before it has no effect on the picture.
    """
    hits: list[Place] = []
    queue = [node_id for node_id in start if node_id is not None]
    seen: set[str] = set()
    while queue:
        node_id = queue.pop(0)
        if node_id in seen or node_id not in graph:
            continue
        seen.add(node_id)
        node = graph[node_id]
        if places := _held(graph, node_id, names):
            hits += places
        elif node.class_type != "ConditioningZeroOut":
            queue += [source for name, source in node.links if name in ways]
    return hits


def _both_prompts(graph: Graph, ways: Mapping[Role, list[str | None]], found: Traced) -> bool:
    """Find both prompts; true if one text is both, and so neither: whatever came last would stand in it."""
    positive = _hits(graph, ways[Role.POSITIVE], ("text",))
    negative = _hits(graph, ways[Role.NEGATIVE], ("text",), ways=(*_CONDITIONING, "negative", "text"))
    if set(positive) & set(negative):
        found.candidates |= {Role.POSITIVE: tuple(positive), Role.NEGATIVE: tuple(negative)}
        return True
    found.offer(Role.POSITIVE, positive)
    found.offer(Role.NEGATIVE, negative)
    return False


def _sizes(graph: Graph, start: Iterable[str | None], role: Role) -> list[Place]:
    """Return the places of one side: of the empty latent, or of the node that scales the picture to be saved."""
    hits = _hits(graph, start, ("width",))
    return [Place(node=place.node, input=role.value) for place in hits if graph[place.node].holds("height")]


def _pictures(graph: Graph, found: Traced, reached: list[str], to_source: list[str | None] | list[str]) -> None:
    """Find the uploaded pictures: what is varied, the mask over it, and the reference of an adapter."""
    masks = [node_id for node_id in reached if graph[node_id].class_type == "LoadImageMask"]
    found.offer(Role.MASK, (place for node_id in masks for place in _held(graph, node_id, ("image",))))
    adapters = [
        node_id for node_id in reached if "ipadapter" in graph[node_id].inputs and graph[node_id].holds("weight")
    ]
    found.offer(Role.LIKENESS, (Place(node=node_id, input="weight") for node_id in adapters))
    references = _hits(graph, [graph[node_id].link("image") for node_id in adapters], ("image",))
    found.offer(Role.REFERENCE, references)
    found.offer(Role.SOURCE, (place for place in _hits(graph, to_source, ("image",)) if _is_picture(graph[place.node])))


def _is_picture(node: Node) -> bool:
    return node.class_type.startswith("LoadImage") and node.class_type != "LoadImageMask"


def _titled(graph: Graph, found: Traced, *, without: Iterable[Role]) -> None:
    for role, names in _INPUTS.items():
        if role in without:
            continue
        titled = [
            place
            for node_id, node in graph.items()
            if node.meta.title.strip().casefold() == role.value
            for place in _held(graph, node_id, names)
        ]
        if len(titled) == 1:
            found.settle(role, titled[0])
