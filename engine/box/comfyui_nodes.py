"""The nodes the box's ComfyUI knows, in the shape of `/object_info`, and the check of a graph against them.

Error shapes as observed on ComfyUI 0.3.64: `value_not_in_list`, `required_input_missing`, `value_smaller_than_min`, …
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, JsonValue

SAMPLERS = (
    "euler", "euler_cfg_pp", "euler_ancestral", "heun", "dpm_2", "dpm_2_ancestral", "lms", "dpm_fast", "dpm_adaptive",
    "dpmpp_2s_ancestral", "dpmpp_sde", "dpmpp_sde_gpu", "dpmpp_2m", "dpmpp_2m_sde", "dpmpp_2m_sde_gpu", "dpmpp_3m_sde",
    "ddpm", "lcm", "ipndm", "deis", "res_multistep", "gradient_estimation", "ddim", "uni_pc", "uni_pc_bh2",
)  # fmt: skip
SCHEDULERS = (
    "simple", "sgm_uniform", "karras", "exponential", "ddim_uniform", "beta", "normal", "linear_quadratic",
    "kl_optimal",
)  # fmt: skip
EMBEDDINGS = ("BadDream", "UnrealisticDream")
LARGEST_SEED = 2**64 - 1

Link = tuple[str, int]


class Node(BaseModel):
    """One node of a graph in API format."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    class_type: str
    inputs: dict[str, JsonValue] = {}

    def links(self) -> dict[str, Link]:
        """Return the inputs that come from other nodes."""
        return {
            name: (str(value[0]), int(str(value[1])))
            for name, value in self.inputs.items()
            if isinstance(value, list) and len(value) == 2
        }

    def text(self, name: str) -> str:
        return str(self.inputs.get(name, ""))

    def number(self, name: str) -> int:
        value = self.inputs.get(name, 0)
        return int(value) if isinstance(value, int | float | str) else 0


Graph = Mapping[str, Node]


def _int(low: int, high: int, default: int) -> list[Any]:
    return ["INT", {"default": default, "min": low, "max": high}]


def _float(low: float, high: float, default: float) -> list[Any]:
    return ["FLOAT", {"default": default, "min": low, "max": high}]


def object_info(checkpoints: Iterable[str]) -> dict[str, dict[str, Any]]:
    """Return what the server says of its nodes."""
    inputs: dict[str, tuple[dict[str, Any], list[str], bool]] = {
        "CheckpointLoaderSimple": ({"ckpt_name": [sorted(checkpoints), {}]}, ["MODEL", "CLIP", "VAE"], False),
        "CLIPTextEncode": ({"text": ["STRING", {"multiline": True}], "clip": ["CLIP"]}, ["CONDITIONING"], False),
        "CLIPSetLastLayer": ({"clip": ["CLIP"], "stop_at_clip_layer": _int(-24, -1, -1)}, ["CLIP"], False),
        "EmptyLatentImage": (
            {"width": _int(16, 16_384, 512), "height": _int(16, 16_384, 512), "batch_size": _int(1, 4096, 1)},
            ["LATENT"],
            False,
        ),
        "KSampler": (
            {
                "model": ["MODEL"],
                "seed": _int(0, LARGEST_SEED, 0),
                "steps": _int(1, 10_000, 20),
                "cfg": _float(0.0, 100.0, 8.0),
                "sampler_name": [list(SAMPLERS), {}],
                "scheduler": [list(SCHEDULERS), {}],
                "positive": ["CONDITIONING"],
                "negative": ["CONDITIONING"],
                "latent_image": ["LATENT"],
                "denoise": _float(0.0, 1.0, 1.0),
            },
            ["LATENT"],
            False,
        ),
        "VAEDecode": ({"samples": ["LATENT"], "vae": ["VAE"]}, ["IMAGE"], False),
        "VAEDecodeTiled": ({"samples": ["LATENT"], "vae": ["VAE"]}, ["IMAGE"], False),
        "SaveImage": ({"images": ["IMAGE"], "filename_prefix": ["STRING", {"default": "ComfyUI"}]}, [], True),
        "PreviewImage": ({"images": ["IMAGE"]}, [], True),
    }
    return {
        name: {
            "input": {"required": required},
            "input_order": {"required": list(required)},
            "output": output,
            "output_is_list": [False] * len(output),
            "output_name": output,
            "name": name,
            "display_name": name,
            "category": "",
            "output_node": is_output,
        }
        for name, (required, output, is_output) in inputs.items()
    }


def outputs(graph: Graph, info: Mapping[str, dict[str, Any]]) -> list[str]:
    """Return the ids of the nodes that show or save something, in the graph's order."""
    return [node_id for node_id, node in graph.items() if info[node.class_type]["output_node"]]


def order(graph: Graph, goals: Iterable[str]) -> list[str]:
    """Return the nodes that the goals need, each after those it takes from."""
    ordered: list[str] = []

    def visit(node_id: str) -> None:
        if node_id in ordered:
            return
        for source, _ in graph[node_id].links().values():
            visit(source)
        ordered.append(node_id)

    for goal in goals:
        visit(goal)
    return ordered


def refusal(graph: Graph, info: Mapping[str, dict[str, Any]]) -> dict[str, Any] | None:
    """Return the body of the 400 a graph is refused with; None if it can be run."""
    for node_id, node in graph.items():
        if node.class_type not in info:
            return _refused(
                "invalid_prompt",
                f"Cannot execute because node {node.class_type} does not exist.",
                f"Node ID '#{node_id}'",
            )
    if not outputs(graph, info):
        return _refused("prompt_no_outputs", "Prompt has no outputs", "")
    if _has_cycle(graph):
        return _refused("prompt_outputs_failed_validation", "Prompt outputs failed validation", "")
    errors = {
        node_id: {"errors": found, "dependent_outputs": outputs(graph, info), "class_type": node.class_type}
        for node_id, node in graph.items()
        if (found := _faults(node, graph, info))
    }
    if not errors:
        return None
    return _refused("prompt_outputs_failed_validation", "Prompt outputs failed validation", "", errors)


def _faults(node: Node, graph: Graph, info: Mapping[str, dict[str, Any]]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    links = node.links()
    for name, spec in info[node.class_type]["input"]["required"].items():
        if name not in node.inputs:
            found.append(_fault("required_input_missing", "Required input is missing", name, name, spec, None))
        elif name in links:
            if links[name][0] not in graph:
                fault = "exception_during_inner_validation"
                found.append(
                    _fault(fault, "Exception when validating inner node", f"'{links[name][0]}'", name, spec, 0)
                )
        else:
            found += _value_faults(name, node.inputs[name], spec)
    return found


def _value_faults(name: str, value: JsonValue, spec: list[Any]) -> list[dict[str, Any]]:
    kind, options = spec[0], spec[1] if len(spec) > 1 else {}
    if isinstance(kind, list):
        if value in kind:
            return []
        listed = str(kind) if len(kind) <= 20 else f"(list of length {len(kind)})"
        return [
            _fault("value_not_in_list", "Value not in list", f"{name}: '{value}' not in {listed}", name, spec, value)
        ]
    if kind not in ("INT", "FLOAT"):
        return []
    try:
        number = int(str(value)) if kind == "INT" and str(value).lstrip("-").isdigit() else float(str(value))
    except ValueError:
        return [_fault("invalid_input_type", "Failed to convert an input value", f"{name}, {value}", name, spec, value)]
    if number < options["min"]:
        words = f"Value {value} smaller than min of {options['min']}"
        return [_fault("value_smaller_than_min", words, name, name, spec, value)]
    if number > options["max"]:
        words = f"Value {value} bigger than max of {options['max']}"
        return [_fault("value_bigger_than_max", words, name, name, spec, value)]
    return []


def _fault(kind: str, message: str, details: str, name: str, spec: list[Any], value: JsonValue) -> dict[str, Any]:
    extra = {"input_name": name, "input_config": spec, "received_value": value}
    return {"type": kind, "message": message, "details": details, "extra_info": extra}


def _refused(kind: str, message: str, details: str, node_errors: dict[str, Any] | None = None) -> dict[str, Any]:
    error = {"type": kind, "message": message, "details": details, "extra_info": {}}
    return {"error": error, "node_errors": node_errors or {}}


def _has_cycle(graph: Graph) -> bool:
    done: set[str] = set()
    open_: set[str] = set()

    def visit(node_id: str) -> bool:
        if node_id in done or node_id not in graph:
            return False
        if node_id in open_:
            return True
        open_.add(node_id)
        if any(visit(source) for source, _ in graph[node_id].links().values()):
            return True
        open_.discard(node_id)
        done.add(node_id)
        return False

    return any(visit(node_id) for node_id in graph)
