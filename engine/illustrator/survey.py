"""What a ComfyUI server can do for us, and for each gap: what to install where, and how to start the server."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from engine.card.estimate import WITHOUT_HALF
from engine.errors import FibelError
from engine.family import Family
from engine.illustrator.equipment import equip
from engine.illustrator.model import ImageModel
from engine.illustrator.nodes import ObjectInfo
from engine.illustrator.planning import HOUSE_EMBEDDINGS
from engine.illustrator.roles import Purpose
from engine.illustrator.wire import Device, System
from engine.illustrator.workflow import Workflow
from engine.units import Bytes

if TYPE_CHECKING:
    from engine.illustrator.server import Server

OLDEST = (0, 3, 45)
"""The first version that takes a prompt id of the client's own."""

GIB: Bytes = 1 << 30
SMALL_CARD: Bytes = 8 * GIB
"""Below it text encoders are better kept off the card (`--lowvram`)."""

LITTLE_MEMORY: Bytes = 4 * GIB
"""Main memory in which a checkpoint and its text encoder no longer fit; the server is then ended without a word."""

RESERVE = {True: 0.5, False: 1.0}
"""GiB to keep free for the desktop, by whether the card is small."""

_FORCING_HALF = ("--force-fp16", "--fp16-unet", "--fp16-vae")
_KEEPING = ("--highvram", "--gpu-only")
"""With these flags unloading a model frees no memory of the card."""

_OFFERS = {
    Purpose.PAINT: "paint",
    Purpose.VARIATION: "vary",
    Purpose.RETOUCH: "retouch",
    Purpose.LIKENESS: "keep a character's look",
    Purpose.HIRES: "paint large",
    Purpose.DRAFT: "draft quickly",
    Purpose.UPSCALE: "enlarge for print",
}


@dataclass(frozen=True, slots=True)
class Found:
    """One thing that was looked at; a hint says what to do, also where one can do without."""

    code: str
    ok: bool
    message: str
    hint: str = ""


async def survey(server: Server, model: ImageModel, own: Sequence[Path] = ()) -> list[Found]:
    """Return what a server can do with a model, and what it lacks.

    Raises:
        FibelError: what the server raises.
    """
    stats = await server.stats()
    found = [_version(stats.system), *_start(stats.system, stats.card), *_memory(stats.system)]
    found += [_embeddings(await server.embeddings())] if model.family is Family.SD15 else []
    there = await server.object_info()
    able: list[str] = []
    for workflow in await asyncio.to_thread(_fitting, model, own):
        lack = await _lacking(server, workflow, there)
        if lack is None:
            able.append(_OFFERS[workflow.manifest.purpose])
        else:
            found.append(lack)
    can = ", ".join(dict.fromkeys(able)) or "nothing"
    return [*found, Found("able", bool(able), f"With {model.name} ({model.family}) this server can: {can}.")]


def start_line(total: Bytes | None) -> str:
    """Return the line to start ComfyUI with on a card of this size.

    >>> start_line(6 << 30)
    'python main.py --lowvram --preview-method auto --reserve-vram 0.5'
    """
    small = total is not None and total < SMALL_CARD
    flags = ["--lowvram"] if small else []
    return " ".join(["python main.py", *flags, "--preview-method auto", f"--reserve-vram {RESERVE[small]}"])


def _version(system: System) -> Found:
    numbers = tuple(int(part) for part in system.comfyui_version.lstrip("v").split(".") if part.isdecimal())
    if numbers and numbers < OLDEST:
        wanted = ".".join(map(str, OLDEST))
        return Found(
            "comfyui", False, f"ComfyUI {system.comfyui_version} is too old.", f"Update it to {wanted} or newer."
        )
    torch = f", PyTorch {system.pytorch_version}" if system.pytorch_version else ""
    python = f", Python {system.python_version.split()[0]}" if system.python_version else ""
    return Found("comfyui", True, f"ComfyUI {system.comfyui_version}{torch}{python}.")


def _start(system: System, card: Device | None) -> Iterator[Found]:
    """Judge the line the server was started with, for this card."""
    line = start_line(card.vram_total if card else None)
    how = f"Start it with: {line}"
    if card is None:
        yield Found("device", True, "ComfyUI computes on the processor: a picture takes many minutes.", how)
    else:
        yield Found("device", True, f"ComfyUI paints on {card.title}, {card.vram_total / GIB:.1f} GiB.")
    flags = set(system.argv)
    if card is not None and any(part in card.name.casefold() for part in WITHOUT_HALF):
        forced = sorted(flags & set(_FORCING_HALF))
        said = "This card computes half precision wrongly; ComfyUI knows it and takes full precision by itself."
        if forced:
            yield Found("half-precision", False, f"{said} {', '.join(forced)} makes every picture black.", how)
        else:
            yield Found("half-precision", True, f"{said} Never force it.")
    if kept := sorted(flags & set(_KEEPING)):
        said = f"With {', '.join(kept)} the painter's model never leaves the card, so the writer's has no room."
        yield Found("keeps-model", card is None or card.vram_total > 2 * SMALL_CARD, said, how)
    method = next((after for flag, after in zip(system.argv, system.argv[1:], strict=False) if _is_preview(flag)), "")
    if method in ("", "none"):
        yield Found("previews", True, "The server sends no previews: pictures appear only when they are done.", how)
    small = card is not None and card.vram_total < SMALL_CARD
    if small and not flags & {"--lowvram", "--novram"}:
        yield Found("lowvram", True, "On this card the text encoder is better kept off it.", how)


def _is_preview(flag: str) -> bool:
    return flag == "--preview-method"


def _memory(system: System) -> Iterator[Found]:
    if 0 < system.ram_free < LITTLE_MEMORY:
        said = f"The server's machine has {system.ram_free / GIB:.1f} GiB of main memory left."
        yield Found("memory", True, said, "Close other programs there: a server without memory ends without a word.")


def _embeddings(there: frozenset[str]) -> Found:
    if missing := sorted(HOUSE_EMBEDDINGS - there):
        files = ", ".join(f"{name}.pt" for name in missing)
        hint = f"Put {files} into ComfyUI's models/embeddings; they keep hands and faces whole."
        return Found(
            "embeddings", True, f"Embeddings that are missing: {', '.join(missing)}. Painting goes on without.", hint
        )
    return Found("embeddings", True, f"Embeddings: {', '.join(sorted(HOUSE_EMBEDDINGS))}.")


def _fitting(model: ImageModel, own: Sequence[Path]) -> list[Workflow]:
    every = (Workflow.load(name, own) for name in Workflow.names(own))
    return [one for one in every if model.family in one.manifest.families and one.folder in ("", model.folder)]


async def _lacking(server: Server, workflow: Workflow, there: ObjectInfo | None) -> Found | None:
    """Return what a server lacks for a workflow; None if nothing."""
    what, needed = _OFFERS[workflow.manifest.purpose], workflow.manifest.purpose is Purpose.PAINT
    code = f"workflow-{workflow.name}"
    unknown = sorted(set(workflow.classes.values()) - there.keys()) if there else []
    packaged = {node: package for node in unknown if (package := workflow.manifest.package_of(node))}
    if unknown and not packaged:
        said = f"It cannot {what} ({workflow.name}): it has no node {', '.join(unknown)}."
        return Found(code, not needed, said, "Update ComfyUI.")
    try:
        await equip(server, workflow)
    except FibelError as error:
        if error.code not in ("nodes_missing", "model_missing"):
            raise
        return Found(code, not needed, f"It cannot {what} ({workflow.name}). {error.details}", error.hint)
    return None
