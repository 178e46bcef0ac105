"""The box's ComfyUI: the nodes for pictures that begin with pictures, for adapters, LoRAs and enlargement.

As `/object_info` tells of them (ComfyUI 0.3.64, without its hints; IP-Adapter as of ComfyUI_IPAdapter_plus 2.0).
"""

from __future__ import annotations

from collections.abc import Iterable

from engine.box.comfyui_nodes import LORAS, NodeClass, Spec

ADAPTERS = ("ip-adapter_sd15_light_v11.bin", "ip-adapter_sdxl_vit-h.safetensors")
VISIONS = ("CLIP-ViT-H-14-laion2B-s32B-b79K.safetensors",)
ENCODERS = ("clip_l.safetensors", "t5xxl_fp8_e4m3fn.safetensors")
DECODERS = ("ae.safetensors",)

UPSCALERS = ("4x_Lanczos.pth",)
"""No model at all, and its name says so: the box enlarges by Lanczos's formula."""

SCALINGS = ("nearest-exact", "bilinear", "area", "bicubic", "lanczos")
WEIGHT_TYPES = (
    "linear", "ease in", "ease out", "ease in-out", "reverse in-out", "weak input", "weak output", "weak middle",
    "strong middle", "style transfer", "composition", "strong style transfer", "style and composition",
    "style transfer precise", "composition precise",
)  # fmt: skip
_SIDE: Spec = ["INT", {"default": 512, "min": 0, "max": 16_384, "step": 1}]
_WHERE: Spec = ["INT", {"default": 0, "min": 0, "max": 16_384, "step": 1}]
_STRENGTH: Spec = ["FLOAT", {"default": 1.0, "min": -100.0, "max": 100.0, "step": 0.01}]
_PART: Spec = ["FLOAT", {"default": 0.0, "min": 0.0, "max": 1.0, "step": 0.001}]


def picture_nodes(inputs: Iterable[str], parts: Iterable[str]) -> dict[str, NodeClass]:
    """Return the classes by name.

    Args:
        inputs: the pictures that lie in the server's `input`.
        parts: models that come without text encoder and decoder.
    """
    there = sorted(inputs)
    return {**_pictures(there), **_models(sorted(parts)), **_adapters(), **_enlarging()}


def _pictures(there: list[str]) -> dict[str, NodeClass]:
    mask, extras = "mask", "comfy_extras.nodes_mask"
    return {
        "LoadImage": NodeClass({"image": [[*there], {"image_upload": True}]}, ("IMAGE", "MASK"), "Load Image", "image"),
        "LoadImageMask": NodeClass(
            {"image": [[*there], {"image_upload": True}], "channel": [["alpha", "red", "green", "blue"]]},
            ("MASK",),
            "Load Image (as Mask)",
            mask,
        ),
        "GrowMask": NodeClass(
            {
                "mask": ["MASK"],
                "expand": ["INT", {"default": 0, "min": -16_384, "max": 16_384, "step": 1}],
                "tapered_corners": ["BOOLEAN", {"default": True}],
            },
            ("MASK",),
            "GrowMask",
            mask,
            module=extras,
        ),
        "VAEEncode": NodeClass({"pixels": ["IMAGE"], "vae": ["VAE"]}, ("LATENT",), "VAE Encode", "latent"),
        "SetLatentNoiseMask": NodeClass(
            {"samples": ["LATENT"], "mask": ["MASK"]}, ("LATENT",), "Set Latent Noise Mask", "latent/inpaint"
        ),
        "ImageCompositeMasked": NodeClass(
            {
                "destination": ["IMAGE"],
                "source": ["IMAGE"],
                "x": [*_WHERE],
                "y": [*_WHERE],
                "resize_source": ["BOOLEAN", {"default": False}],
            },
            ("IMAGE",),
            "ImageCompositeMasked",
            "image",
            optional={"mask": ["MASK"]},
            module=extras,
        ),
    }


def _models(parts: list[str]) -> dict[str, NodeClass]:
    advanced = "comfy_extras.nodes_model_advanced"
    return {
        "LoraLoaderModelOnly": NodeClass(
            {"model": ["MODEL"], "lora_name": [[*LORAS]], "strength_model": [*_STRENGTH]},
            ("MODEL",),
            "LoraLoaderModelOnly",
            "loaders",
        ),
        "ModelSamplingDiscrete": NodeClass(
            {
                "model": ["MODEL"],
                "sampling": [["eps", "v_prediction", "lcm", "x0", "img_to_img"]],
                "zsnr": ["BOOLEAN", {"default": False}],
            },
            ("MODEL",),
            "ModelSamplingDiscrete",
            "advanced/model",
            module=advanced,
        ),
        "ModelSamplingSD3": NodeClass(
            {"model": ["MODEL"], "shift": ["FLOAT", {"default": 3.0, "min": 0.0, "max": 100.0, "step": 0.01}]},
            ("MODEL",),
            "ModelSamplingSD3",
            "advanced/model",
            module=advanced,
        ),
        "DifferentialDiffusion": NodeClass(
            {"model": ["MODEL", {}]},
            ("MODEL",),
            "Differential Diffusion",
            "_for_testing",
            optional={"strength": ["FLOAT", {"default": 1.0, "min": 0.0, "max": 1.0, "step": 0.01}]},
            module="comfy_extras.nodes_differential_diffusion",
        ),
        "EmptySD3LatentImage": NodeClass(
            {
                "width": ["INT", {"default": 1024, "min": 16, "max": 16_384, "step": 16}],
                "height": ["INT", {"default": 1024, "min": 16, "max": 16_384, "step": 16}],
                "batch_size": ["INT", {"default": 1, "min": 1, "max": 4096}],
            },
            ("LATENT",),
            None,
            "latent/sd3",
            module="comfy_extras.nodes_sd3",
        ),
        "UNETLoader": NodeClass(
            {
                "unet_name": [[*parts]],
                "weight_dtype": [["default", "fp8_e4m3fn", "fp8_e4m3fn_fast", "fp8_e5m2"]],
            },
            ("MODEL",),
            "Load Diffusion Model",
            "advanced/loaders",
        ),
        "DualCLIPLoader": NodeClass(
            {
                "clip_name1": [[*ENCODERS]],
                "clip_name2": [[*ENCODERS]],
                "type": [["sdxl", "sd3", "flux", "hunyuan_video", "hidream", "hunyuan_image"]],
            },
            ("CLIP",),
            "DualCLIPLoader",
            "advanced/loaders",
            optional={"device": [["default", "cpu"], {"advanced": True}]},
        ),
        "VAELoader": NodeClass({"vae_name": [[*DECODERS, "pixel_space"]]}, ("VAE",), "Load VAE", "loaders"),
        "FluxGuidance": NodeClass(
            {
                "conditioning": ["CONDITIONING", {}],
                "guidance": ["FLOAT", {"default": 3.5, "min": 0.0, "max": 100.0, "step": 0.1}],
            },
            ("CONDITIONING",),
            None,
            "advanced/conditioning/flux",
            module="comfy_extras.nodes_flux",
        ),
        "ConditioningZeroOut": NodeClass(
            {"conditioning": ["CONDITIONING"]}, ("CONDITIONING",), "ConditioningZeroOut", "advanced/conditioning"
        ),
    }


def _adapters() -> dict[str, NodeClass]:
    package, group = "custom_nodes.ComfyUI_IPAdapter_plus", "ipadapter"
    return {
        "CLIPVisionLoader": NodeClass({"clip_name": [[*VISIONS]]}, ("CLIP_VISION",), "Load CLIP Vision", "loaders"),
        "IPAdapterModelLoader": NodeClass(
            {"ipadapter_file": [[*ADAPTERS]]}, ("IPADAPTER",), "IPAdapter Model Loader", group, module=package
        ),
        "PrepImageForClipVision": NodeClass(
            {
                "image": ["IMAGE"],
                "interpolation": [["LANCZOS", "BICUBIC", "HAMMING", "BILINEAR", "BOX", "NEAREST"]],
                "crop_position": [["top", "bottom", "left", "right", "center", "pad"]],
                "sharpening": ["FLOAT", {"default": 0.0, "min": 0, "max": 1, "step": 0.05}],
            },
            ("IMAGE",),
            "Prep Image For ClipVision",
            group,
            module=package,
        ),
        "IPAdapterAdvanced": NodeClass(
            {
                "model": ["MODEL"],
                "ipadapter": ["IPADAPTER"],
                "image": ["IMAGE"],
                "weight": ["FLOAT", {"default": 1.0, "min": -1, "max": 5, "step": 0.05}],
                "weight_type": [[*WEIGHT_TYPES]],
                "combine_embeds": [["concat", "add", "subtract", "average", "norm average"]],
                "start_at": [*_PART],
                "end_at": ["FLOAT", {"default": 1.0, "min": 0.0, "max": 1.0, "step": 0.001}],
                "embeds_scaling": [["V only", "K+V", "K+V w/ C penalty", "K+mean(V) w/ C penalty"]],
            },
            ("MODEL",),
            "IPAdapter Advanced",
            group,
            optional={"image_negative": ["IMAGE"], "attn_mask": ["MASK"], "clip_vision": ["CLIP_VISION"]},
            module=package,
        ),
    }


def _enlarging() -> dict[str, NodeClass]:
    upscaling, extras = "image/upscaling", "comfy_extras.nodes_upscale_model"
    return {
        "LatentUpscaleBy": NodeClass(
            {
                "samples": ["LATENT"],
                "upscale_method": [["nearest-exact", "bilinear", "area", "bicubic", "bislerp"]],
                "scale_by": ["FLOAT", {"default": 1.5, "min": 0.01, "max": 8.0, "step": 0.01}],
            },
            ("LATENT",),
            "Upscale Latent By",
            "latent",
        ),
        "UpscaleModelLoader": NodeClass(
            {"model_name": ["COMBO", {"multiselect": False, "options": [*UPSCALERS]}]},
            ("UPSCALE_MODEL",),
            "Load Upscale Model",
            "loaders",
            module=extras,
        ),
        "ImageUpscaleWithModel": NodeClass(
            {"upscale_model": ["UPSCALE_MODEL", {}], "image": ["IMAGE", {}]},
            ("IMAGE",),
            "Upscale Image (using Model)",
            upscaling,
            module=extras,
        ),
        "ImageScale": NodeClass(
            {
                "image": ["IMAGE"],
                "upscale_method": [[*SCALINGS]],
                "width": [*_SIDE],
                "height": [*_SIDE],
                "crop": [["disabled", "center"]],
            },
            ("IMAGE",),
            "Upscale Image",
            upscaling,
        ),
    }
