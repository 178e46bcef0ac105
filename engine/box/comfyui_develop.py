"""The box's ComfyUI: the nodes that need no card. They load, cut, join and scale pictures, or hand things on."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import PurePosixPath

from engine.box import comfyui_darkroom as darkroom
from engine.box.comfyui_files import Files, Folder, Place
from engine.box.comfyui_graph import Node
from engine.box.comfyui_run import Adapted, Latent, Look, NodeError, Painting, Pictures, Run, Stencil, Value
from engine.box.hardware import ModelPreset

LATENT_PIXEL = 8
"""A latent's side is counted in eighths; what is left over is dropped without a word."""

_READS = frozenset({"LoadImage", "LoadImageMask"})


def content_of(node: Node, files: Files) -> str:
    """Return what stands for the file a node reads; the same name may hold another picture next time."""
    if node.class_type not in _READS:
        return ""
    return hashlib.sha256(_read(node.text("image"), files)).hexdigest()


def develop(run: Run, files: Files, models: Mapping[str, ModelPreset]) -> tuple[Value, ...]:
    """Execute the node a run is at. Blocks; call it in a thread.

    Raises:
        NodeError: a file is missing or no picture, or the node is none of these.
    """
    here = run.here
    match here.class_type:
        case "LoadImage":
            content = _read(here.text("image"), files)
            return (Pictures((darkroom.Still(darkroom.opened(content)),)), darkroom.channel(content, "alpha"))
        case "LoadImageMask":
            return (darkroom.channel(_read(here.text("image"), files), here.text("channel")),)
        case "GrowMask":
            return (darkroom.grown(run.taken("mask", Stencil), here.number("expand")),)
        case "VAEEncode":
            first = run.taken("pixels", Pictures).paintings[0].image()
            width, height = (side // LATENT_PIXEL * LATENT_PIXEL for side in first.size)
            return (Latent(width, height, 1, (darkroom.Still(first.crop((0, 0, width, height))),)),)
        case "SetLatentNoiseMask":
            latent = run.taken("samples", Latent)
            return (Latent(latent.width, latent.height, 1, latent.paintings, None, run.taken("mask", Stencil)),)
        case "ImageCompositeMasked":
            return (_mapped(run, "destination", lambda onto: _composited(run, onto)),)
        case "LatentUpscaleBy":
            latent, by = run.taken("samples", Latent), here.fraction("scale_by", 1.5)
            width, height = (round(side / LATENT_PIXEL * by) * LATENT_PIXEL for side in (latent.width, latent.height))
            return (Latent(width, height, latent.batch, latent.paintings, latent.painted_from),)
        case "ImageScale":
            size = [here.number("width"), here.number("height")]
            method = here.text("upscale_method")
            return (
                _mapped(
                    run, "image", lambda one: darkroom.Still(darkroom.scaled(one.image(), (size[0], size[1]), method))
                ),
            )
        case "PrepImageForClipVision":
            return (_mapped(run, "image", lambda one: darkroom.Still(darkroom.square(one.image()))),)
        case "IPAdapterAdvanced":
            model, _ = run.model
            return (Adapted(model, Look(run.taken("image", Pictures).paintings[0].image(), here.fraction("weight"))),)
        case _:
            return (_handed_on(run, models),)


def _handed_on(run: Run, models: Mapping[str, ModelPreset]) -> Value:
    """Execute a node that changes nothing the box could show: a loader, or a setting of a model or a text."""
    here = run.here
    match here.class_type:
        case "LoraLoaderModelOnly" | "ModelSamplingDiscrete" | "ModelSamplingSD3" | "DifferentialDiffusion":
            return run.given("model")
        case "FluxGuidance":
            return run.taken("conditioning", str)
        case "ConditioningZeroOut":
            return ""
        case "VAELoader":  # the decoder's time is the card's alone
            return next(iter(models.values()))
        case "DualCLIPLoader" | "CLIPVisionLoader" | "IPAdapterModelLoader":
            return here.class_type
        case unknown:
            raise NodeError("NotImplementedError", f"{unknown} is not executed here.")


def _mapped(run: Run, name: str, change: darkroom.Change) -> Pictures:
    return Pictures(tuple(change(one) for one in run.taken(name, Pictures).paintings))


def _composited(run: Run, onto: Painting) -> Painting:
    here = run.here
    stencil = run.taken("mask", Stencil) if "mask" in here.links() else None
    source = run.taken("source", Pictures).paintings[0].image()
    at = (here.number("x"), here.number("y"))
    return darkroom.Still(darkroom.composited(onto.image(), source, at, stencil))


def _read(name: str, files: Files) -> bytes:
    path = PurePosixPath(name)
    subfolder = "" if path.parent == PurePosixPath() else str(path.parent)
    content = files.read(Place(path.name, subfolder, Folder.INPUT))
    if content is None:
        raise NodeError("FileNotFoundError", f"[Errno 2] No such file or directory: '{name}'")
    return content
