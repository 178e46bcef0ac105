"""What a server must have for a workflow: its nodes, and the files it loads besides the checkpoint."""

from __future__ import annotations

import asyncio
import difflib
from collections.abc import Iterable, Sequence
from pathlib import PureWindowsPath
from typing import TYPE_CHECKING

from engine.book.model import ModelFile, Recipe
from engine.book.takes import take_id
from engine.errors import FibelError
from engine.family import Family
from engine.illustrator import materials
from engine.illustrator.emphasis import embeddings
from engine.illustrator.manifest import NeededFile
from engine.illustrator.materials import Materials
from engine.illustrator.roles import Role
from engine.illustrator.workflow import Uploaded, Workflow

if TYPE_CHECKING:
    from engine.illustrator.server import Server

LISTED = 8
"""Names of what is there that an error shows."""


def same_file(wanted: str, there: Iterable[str]) -> str | None:
    """Return the name under which a server lists a file: servers on Windows write its folders with backslashes.

    >>> same_file("SDXL/base.safetensors", ["SDXL\\\\base.safetensors"])
    'SDXL\\\\base.safetensors'
    """
    names = list(there)
    if wanted in names:
        return wanted
    plain = PureWindowsPath(wanted)
    equal = [name for name in names if PureWindowsPath(name) == plain]
    alike = equal or [name for name in names if PureWindowsPath(name).name.casefold() == plain.name.casefold()]
    return alike[0] if len(alike) == 1 else None


def best_match(patterns: Sequence[str], there: Iterable[str]) -> str | None:
    """Return the file that fits the first pattern any file fits; of several the one with the shortest name.

    Args:
        patterns: parts of a name with `*` between them, found in any folder, in any case.

    >>> best_match(["lcm*sd*1*5", "lcm"], ["LCM_sdxl.safetensors", "SD15\\\\lcm-lora-sdv1-5.safetensors"])
    'SD15\\\\lcm-lora-sdv1-5.safetensors'
    """
    names = sorted(there, key=lambda name: (len(name), name))
    return next((name for pattern in patterns for name in names if _fits(pattern, name)), None)


def nearest(wanted: str, there: Iterable[str]) -> str | None:
    """Return the name that comes nearest to one that is not there."""
    by_stem = {PureWindowsPath(name).stem.casefold(): name for name in there}
    close = difflib.get_close_matches(PureWindowsPath(wanted).stem.casefold(), by_stem, n=1)
    return by_stem[close[0]] if close else None


def _fits(pattern: str, name: str) -> bool:
    """Whether the parts of a pattern stand in a name, one after the other."""
    place, text = 0, name.casefold().replace("\\", "/")
    for part in pattern.casefold().split("*"):
        place = text.find(part, place)
        if place < 0:
            return False
        place += len(part)
    return True


async def equip(server: Server, workflow: Workflow) -> tuple[ModelFile, ...]:
    """Return the files of this server that play the parts of a workflow.

    Raises:
        FibelError: `nodes_missing` with the package that brings them, `model_missing` with the folder and what is
            there; what the server raises.
    """
    needs = workflow.manifest.files
    packaged = {node for package in workflow.manifest.packages for node in package.nodes}
    wanted = packaged | {workflow.graph[place.node].class_type for place in needs.values()}
    known = {name: await server.node(name) for name in sorted(wanted & set(workflow.classes.values()))}
    if lacking := [name for name, node in known.items() if node is None]:
        brought = sorted({workflow.manifest.package_of(name) or "a newer ComfyUI" for name in lacking})
        raise FibelError("nodes_missing", f"{', '.join(lacking)}: {', '.join(brought)}.")
    found: list[ModelFile] = []
    for part, place in needs.items():
        node = known[workflow.graph[place.node].class_type]
        options = [str(option) for option in (node.options(place.input) if node else None) or []]
        match = best_match(place.names, options)
        if match is None:
            raise FibelError(
                "model_missing", _lacking(part, place, options, str(workflow.graph[place.node].inputs[place.input]))
            )
        found.append(ModelFile(part=part, name=match))
    return tuple(found)


async def suits(server: Server, recipe: Recipe, workflow: Workflow, family: Family) -> None:
    """Refuse what would paint wrongly, or fail only after the model has been loaded.

    Raises:
        FibelError: `family_mismatch`, `embedding_missing`; what the server raises.
    """
    if Role.CHECKPOINT not in workflow.roles:
        return
    families = workflow.manifest.families
    if families and family not in families:
        suited = ", ".join(families)
        said = f"{recipe.checkpoint} is {family}; the workflow {workflow.name} works with {suited}."
        raise FibelError("family_mismatch", said)
    wanted = embeddings(recipe.positive) | embeddings(recipe.negative)
    if wanted and (missing := wanted - await server.embeddings()):
        files = ", ".join(f"{name}.safetensors or {name}.pt" for name in sorted(missing))
        raise FibelError("embedding_missing", f"{files}.")


async def upload(server: Server, recipe: Recipe, pictures: Materials) -> Uploaded:
    """Put the pictures of a recipe on the server; the same picture gets the same name.

    Raises:
        FibelError: `picture_broken`; what the server raises.
    """
    pngs = {"source": pictures.source}
    if pictures.source and recipe.mask:
        pngs["mask"] = await asyncio.to_thread(materials.mask, pictures.source, recipe.mask)
    if pictures.reference:
        pngs["reference"] = await asyncio.to_thread(materials.reference, pictures.reference, recipe.reference_part)
    there = {role: await server.upload(png, f"{role}-{take_id(png)}.png") for role, png in pngs.items() if png}
    return Uploaded(there.get("source"), there.get("mask"), there.get("reference"))


def _lacking(part: str, place: NeededFile, options: Sequence[str], example: str) -> str:
    there = ", ".join(sorted(options)[:LISTED]) or "nothing"
    return (
        f"The {part}: a file such as {example} in ComfyUI's models/{place.folder} "
        f"(looked for {', '.join(place.names)}; there is {there})."
    )
