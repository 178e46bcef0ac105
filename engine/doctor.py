"""Is everything there? Each thing Fibel needs is tried, and what fails says what to do."""

from __future__ import annotations

import asyncio
import locale
import os
import re
import shutil
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from engine.assembly import house
from engine.book import files
from engine.card.lease import Card
from engine.card.tenant import ModelKind
from engine.clean import clean_line
from engine.errors import Exit, FibelError
from engine.illustrator.comfyui import ComfyUI
from engine.illustrator.workflow import Workflow
from engine.presets import AgePreset, FormatPreset, PresetKind, SamplerPreset, StylePreset, load_all
from engine.settings import Settings, preset_folders, workflow_folders
from engine.units import Bytes
from engine.writer.guard import Guard
from engine.writer.provider import LOCAL

ROOM: Bytes = 500 * 1000**2
"""A book of forty pages with ten takes each."""


_DRIVERS = (
    ("NVIDIA", "proc/driver/nvidia/version", r"Kernel Module.*?\s(\d+(?:\.\d+)+)"),
    ("amdgpu", "sys/module/amdgpu/version", r"(\S+)"),
)
"""Where Linux tells which driver is loaded."""


class Check(BaseModel):
    """One thing that was tried. `exit` is the exit code a failure deserves; it is no part of what is told."""

    model_config = ConfigDict(frozen=True)

    code: str
    ok: bool
    message: str
    hint: str = ""
    exit: Exit = Exit.DONE


async def examine(settings: Settings, *, warm: bool = False) -> list[Check]:
    """Return the checks in the order an author would mend them.

    Args:
        warm: load the models too, and leave them loaded.
    """
    checks = [
        _terminal(),
        await _tried("library", lambda: asyncio.to_thread(_library, settings.library)),
        await _tried("presets", lambda: asyncio.to_thread(_presets)),
        await _tried("workflows", lambda: asyncio.to_thread(_workflows)),
        await _tried("font", lambda: asyncio.to_thread(_font)),
    ]
    try:
        async with house(settings) as here:
            checks += [Check(code="servers", ok=True, message=notice) for notice in here.notices]
            if here.crew.sketches:
                checks.append(Check(code="box", ok=True, message="The box paints: its pictures are sketches."))
            checks.append(await _tried("writer", here.crew.writer.ready))
            checks.append(Check(code="texts", ok=True, message=_texts(here.crew.writer.place)))
            checks.append(await _tried("illustrator", here.crew.illustrator.ready))
            if checks[-1].ok:
                checks += await _surveyed(here.crew.illustrator)
            checks.append(await _tried("guard", partial(_guard, here.crew.guard)))
            checks.append(await _tried("card", lambda: _card(here.card)))
            if (driver := await asyncio.to_thread(driver_version)) and not here.crew.sketches:
                checks.append(Check(code="driver", ok=True, message=f"Driver: {driver}."))
            if warm:
                for kind in await here.card.planned(ModelKind.TEXT):  # work begins with words
                    checks.append(await _tried(f"warm-{kind}", partial(_warm, here.card, kind)))
    except FibelError as error:
        checks.append(_failed("box", error))
    return checks


async def _surveyed(illustrator: ComfyUI) -> list[Check]:
    """Return what the illustrator's server can do; what it lacks for a plain picture is a failure."""
    try:
        found = await illustrator.survey()
    except FibelError as error:
        return [_failed("survey", error)]
    return [
        Check(code=one.code, ok=one.ok, message=one.message, hint=one.hint, exit=Exit.DONE if one.ok else Exit.FAILED)
        for one in found
    ]


def driver_version(root: Path = Path("/")) -> str:
    """Return the driver of this machine's graphics card with its version; empty where its kernel does not tell."""
    for driver, file, version in _DRIVERS:
        try:
            told = re.search(version, (root / file).read_text("utf-8", errors="replace"))
        except OSError:
            continue
        if told is not None:
            return f"{driver} {clean_line(told[1])}"
    return ""


async def _tried(code: str, attempt: Callable[[], Awaitable[str]]) -> Check:
    try:
        return Check(code=code, ok=True, message=await attempt())
    except FibelError as error:
        return _failed(code, error)


def _failed(code: str, error: FibelError) -> Check:
    return Check(code=code, ok=False, message=error.message, hint=error.hint, exit=error.exit)


async def _guard(guard: Guard | None) -> str:
    """Have the guard read a sentence, if there is one.

    Raises:
        FibelError: what asking it raises.
    """
    if guard is None:
        return "No guard model: only word rules check the texts, and you."
    await guard.hazards("Der Igel gähnt.")
    await guard.leave()
    return f"Guard: {guard.model} reads along."


def _terminal() -> Check:
    encoding = locale.getpreferredencoding(False)
    if "utf" not in encoding.lower():
        hint = "Set LANG to a UTF-8 locale, e.g. C.UTF-8."
        message = f"The terminal speaks {encoding}: umlauts and pictures need UTF-8."
        return Check(code="terminal", ok=False, message=message, hint=hint, exit=Exit.FAILED)
    columns, rows = shutil.get_terminal_size()
    colours = os.environ.get("COLORTERM") or os.environ.get("TERM") or "no colours named"
    narrow = " Fibel is made for 80 × 24 and more." if columns < 80 or rows < 24 else ""
    return Check(code="terminal", ok=True, message=f"Terminal: {columns} × {rows}, {encoding}, {colours}.{narrow}")


def _library(folder: Path) -> str:
    """Try to write where books go.

    Raises:
        FibelError: `write_failed`, `disk_full`.
    """
    files.make_folder(folder)
    probe = folder / ".fibel-doctor"
    files.write_atomic(probe, b"")
    probe.unlink(missing_ok=True)
    free = shutil.disk_usage(folder).free
    if free < ROOM:
        raise FibelError("disk_full", f"{folder}: {free // 10**6} MB are left.")
    return f"Library: {folder}, {free / 10**9:.0f} GB free."


def _presets() -> str:
    kinds = (
        (PresetKind.SAMPLERS, SamplerPreset),
        (PresetKind.STYLES, StylePreset),
        (PresetKind.FORMATS, FormatPreset),
        (PresetKind.AGES, AgePreset),
    )
    counts = [f"{len(load_all(kind, model, preset_folders()))} {kind}" for kind, model in kinds]
    return f"Presets: {', '.join(counts)}."


def _workflows() -> str:
    own = workflow_folders()
    names = Workflow.names(own)
    for name in names:
        Workflow.load(name, own)
    return f"Workflows: {', '.join(names)}."


def _font() -> str:
    from engine.publish.typeface import missing

    if missing("äöüÄÖÜßẞ„“‚‘–…"):
        raise FibelError("export_failed", "The book's font is damaged: install Fibel anew.")
    return "Font: Andika, all German letters."


def _texts(place: str) -> str:
    if place == LOCAL:
        return "Texts: they stay on this machine."
    return f"Texts: they leave this machine: {place}. Each book asks for consent once."


async def _warm(card: Card, kind: ModelKind) -> str:
    """Load a model to stay, and say how long it took and what it holds.

    Raises:
        FibelError: what loading it raises.
    """
    began = time.monotonic()
    card.keep()
    async with card.lease(kind):
        seconds = time.monotonic() - began
    held = sum(resident.bytes for resident in await card.resident() if resident.kind is kind)
    return f"Warm: {card.models[kind]}, {held / 1024**3:.1f} GiB in {seconds:.0f} s; it stays loaded."


async def _card(card: Card) -> str:
    reading = await card.measure()
    if reading is None:
        return "Card: its memory cannot be measured; models take turns, unverified."
    free, total = reading.free / 1024**3, reading.total / 1024**3
    return f"Card: {free:.1f} of {total:.1f} GiB free; {card.residency.reason}."
