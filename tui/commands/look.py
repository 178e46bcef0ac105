"""Look, touch nothing: status, doctor, presets, workflows."""

from __future__ import annotations

import argparse
import asyncio
from pathlib import Path
from typing import TYPE_CHECKING

from engine.book.folder import BookFolder, is_open_somewhere
from engine.errors import Exit
from engine.presets import AgePreset, FormatPreset, Preset, PresetKind, SamplerPreset, StylePreset, load_all
from engine.settings import IllustratorProvider, Settings, preset_folders
from tui.commands.parser import Globals
from tui.commands.telling import json_line, result, say

if TYPE_CHECKING:
    from engine.illustrator.checking import RoleReport


def status(options: Globals, _settings: Settings, command: argparse.Namespace) -> int:
    """Show where a book stands; another process may have it open."""
    from engine.overview import status as read

    with BookFolder.open(command.folder, read_only=True) as folder:
        found = read(folder, at_work=is_open_somewhere(command.folder), own_presets=preset_folders())
        for notice in folder.notices:
            say(notice)
    if options.json:
        json_line(found.model_dump(mode="json", by_alias=True))
        return Exit.DONE
    result(f"{found.title or '(no title yet)'}  —  {found.folder}")
    result("page  text      picture   takes")
    for page in found.pages:
        result(f"{page.number:4d}  {page.text:<9} {page.picture:<9} {page.takes:5d}")
    for job in found.jobs:
        result(f"{job.state}: {job.kind} {' '.join(job.pages)}")
    return Exit.DONE


def doctor(options: Globals, settings: Settings, command: argparse.Namespace) -> int:
    """Check what Fibel needs; an unreachable server makes the exit code 3, any other failed check 1."""
    from engine.doctor import examine

    checks = asyncio.run(examine(settings, warm=command.warm))
    failed = [check for check in checks if not check.ok]
    if options.json:
        told = [check.model_dump(exclude={"exit"}) for check in checks]
        json_line({"ok": not failed, "checks": told})
    else:
        for check in checks:
            result(f"{'ok ' if check.ok else 'NO '} {check.message}")
            if check.hint:
                result(f"     {check.hint}")
    return max((check.exit for check in failed), default=Exit.DONE)


def presets(options: Globals, _settings: Settings, _command: argparse.Namespace) -> int:
    """List the presets an author may name."""
    kinds: dict[PresetKind, type[Preset]] = {
        PresetKind.SAMPLERS: SamplerPreset,
        PresetKind.STYLES: StylePreset,
        PresetKind.FORMATS: FormatPreset,
        PresetKind.AGES: AgePreset,
    }
    found = {kind: load_all(kind, model, preset_folders()) for kind, model in kinds.items()}
    if options.json:
        json_line({kind: {name: p.model_dump(mode="json") for name, p in all_.items()} for kind, all_ in found.items()})
        return Exit.DONE
    for kind, presets_ in found.items():
        result(kind)
        for name, preset in presets_.items():
            if not preset.hidden:
                result(f"  {name:<12} {preset.label}")
    return Exit.DONE


def workflows(options: Globals, settings: Settings, command: argparse.Namespace) -> int:
    """Check a workflow file and show the roles it plays."""
    report = asyncio.run(_checked(settings, command.file))
    if options.json:
        json_line({"event": "workflow", "ok": report.ok, **report.model_dump(mode="json")})
    else:
        for line in report.lines():
            result(line)
    return Exit.DONE if report.ok else Exit.REFUSED


async def _checked(settings: Settings, file: Path) -> RoleReport:
    """Check a graph against the author's server, or by itself where none is to be asked or none answers."""
    from engine.illustrator.checking import check_file
    from engine.illustrator.comfyui import ComfyUI

    if settings.illustrator.provider is IllustratorProvider.BOX:
        return check_file(file)
    async with ComfyUI(settings.illustrator.url, client_id="check", checkpoint="") as comfyui:
        return await comfyui.check(file)
