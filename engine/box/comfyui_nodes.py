"""The box's ComfyUI: the nodes it knows, as `/object_info` tells of them (ComfyUI 0.3.64, without its hints)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from pydantic import JsonValue

SAMPLERS = (
    "euler", "euler_cfg_pp", "euler_ancestral", "euler_ancestral_cfg_pp", "heun", "heunpp2", "dpm_2",
    "dpm_2_ancestral", "lms", "dpm_fast", "dpm_adaptive", "dpmpp_2s_ancestral", "dpmpp_2s_ancestral_cfg_pp",
    "dpmpp_sde", "dpmpp_sde_gpu", "dpmpp_2m", "dpmpp_2m_cfg_pp", "dpmpp_2m_sde", "dpmpp_2m_sde_gpu",
    "dpmpp_2m_sde_heun", "dpmpp_2m_sde_heun_gpu", "dpmpp_3m_sde", "dpmpp_3m_sde_gpu", "ddpm", "lcm", "ipndm",
    "ipndm_v", "deis", "res_multistep", "res_multistep_cfg_pp", "res_multistep_ancestral",
    "res_multistep_ancestral_cfg_pp", "gradient_estimation", "gradient_estimation_cfg_pp", "er_sde", "seeds_2",
    "seeds_3", "sa_solver", "sa_solver_pece", "ddim", "uni_pc", "uni_pc_bh2",
)  # fmt: skip
SCHEDULERS = (
    "simple", "sgm_uniform", "karras", "exponential", "ddim_uniform", "beta", "normal", "linear_quadratic",
    "kl_optimal",
)  # fmt: skip
EMBEDDINGS = ("BadDream", "UnrealisticDream")
LORAS = ("Hyper-SD15-8steps-CFG-lora.safetensors", "lcm-lora-sdv1-5.safetensors")
LARGEST_SEED = 2**64 - 1

Spec = list[JsonValue]
"""A type and its options, as an input is described by."""


class NodeClass(NamedTuple):
    """A class of nodes: what it takes and gives."""

    inputs: dict[str, Spec]
    outputs: tuple[str, ...]
    title: str | None
    category: str
    shows: bool = False
    """Whether a graph is run for its sake."""
    optional: dict[str, Spec] = {}  # noqa: RUF012 - never changed
    module: str = "nodes"

    def described(self, name: str) -> dict[str, JsonValue]:
        """Return the entry in `/object_info`."""
        required: dict[str, JsonValue] = {key: list(spec) for key, spec in self.inputs.items()}
        taken: dict[str, JsonValue] = {"required": required}
        order: dict[str, JsonValue] = {"required": list(required)}
        if self.shows:
            taken["hidden"] = {"prompt": "PROMPT", "extra_pnginfo": "EXTRA_PNGINFO"}
            order["hidden"] = ["prompt", "extra_pnginfo"]
        if self.optional:
            taken["optional"] = {key: list(spec) for key, spec in self.optional.items()}
            order["optional"] = list(self.optional)
        return {
            "input": taken,
            "input_order": order,
            "output": list(self.outputs),
            "output_is_list": [False] * len(self.outputs),
            "output_name": list(self.outputs),
            "name": name,
            "display_name": self.title,
            "description": "",
            "python_module": self.module,
            "category": self.category,
            "output_node": self.shows,
        }


def node_classes(checkpoints: Iterable[str]) -> dict[str, NodeClass]:
    """Return the classes by name.

    Args:
        checkpoints: the names of the models that can be loaded.
    """
    tile: dict[str, JsonValue] = {"max": 4096, "step": 32}
    return {
        "KSampler": NodeClass(
            {
                "model": ["MODEL"],
                "seed": ["INT", {"default": 0, "min": 0, "max": LARGEST_SEED, "control_after_generate": True}],
                "steps": ["INT", {"default": 20, "min": 1, "max": 10_000}],
                "cfg": ["FLOAT", {"default": 8.0, "min": 0.0, "max": 100.0, "step": 0.1, "round": 0.01}],
                "sampler_name": [list(SAMPLERS)],
                "scheduler": [list(SCHEDULERS)],
                "positive": ["CONDITIONING"],
                "negative": ["CONDITIONING"],
                "latent_image": ["LATENT"],
                "denoise": ["FLOAT", {"default": 1.0, "min": 0.0, "max": 1.0, "step": 0.01}],
            },
            ("LATENT",),
            "KSampler",
            "sampling",
        ),
        "CheckpointLoaderSimple": NodeClass(
            {"ckpt_name": [[*sorted(checkpoints)]]}, ("MODEL", "CLIP", "VAE"), "Load Checkpoint", "loaders"
        ),
        "CLIPTextEncode": NodeClass(
            {"text": ["STRING", {"multiline": True, "dynamicPrompts": True}], "clip": ["CLIP"]},
            ("CONDITIONING",),
            "CLIP Text Encode (Prompt)",
            "conditioning",
        ),
        "CLIPSetLastLayer": NodeClass(
            {"clip": ["CLIP"], "stop_at_clip_layer": ["INT", {"default": -1, "min": -24, "max": -1, "step": 1}]},
            ("CLIP",),
            "CLIP Set Last Layer",
            "conditioning",
        ),
        "LoraLoader": NodeClass(
            {
                "model": ["MODEL"],
                "clip": ["CLIP"],
                "lora_name": [[*LORAS]],
                "strength_model": ["FLOAT", {"default": 1.0, "min": -100.0, "max": 100.0, "step": 0.01}],
                "strength_clip": ["FLOAT", {"default": 1.0, "min": -100.0, "max": 100.0, "step": 0.01}],
            },
            ("MODEL", "CLIP"),
            "Load LoRA",
            "loaders",
        ),
        "EmptyLatentImage": NodeClass(
            {
                "width": ["INT", {"default": 512, "min": 16, "max": 16_384, "step": 8}],
                "height": ["INT", {"default": 512, "min": 16, "max": 16_384, "step": 8}],
                "batch_size": ["INT", {"default": 1, "min": 1, "max": 4096}],
            },
            ("LATENT",),
            "Empty Latent Image",
            "latent",
        ),
        "VAEDecode": NodeClass({"samples": ["LATENT"], "vae": ["VAE"]}, ("IMAGE",), "VAE Decode", "latent"),
        "VAEDecodeTiled": NodeClass(
            {
                "samples": ["LATENT"],
                "vae": ["VAE"],
                "tile_size": ["INT", {"default": 512, "min": 64, **tile}],
                "overlap": ["INT", {"default": 64, "min": 0, **tile}],
                "temporal_size": ["INT", {"default": 64, "min": 8, "max": 4096, "step": 4}],
                "temporal_overlap": ["INT", {"default": 8, "min": 4, "max": 4096, "step": 4}],
            },
            ("IMAGE",),
            "VAE Decode (Tiled)",
            "_for_testing",
        ),
        "SaveImage": NodeClass(
            {"images": ["IMAGE"], "filename_prefix": ["STRING", {"default": "ComfyUI"}]},
            (),
            "Save Image",
            "image",
            shows=True,
        ),
        "PreviewImage": NodeClass({"images": ["IMAGE"]}, (), "Preview Image", "image", shows=True),
    }
