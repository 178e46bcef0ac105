"""`fibel check` and `fibel export`: read a book without locking it, and publish it."""

from __future__ import annotations

import argparse

from engine.book.folder import BookFolder
from engine.errors import Exit
from engine.overview import stale_pages
from engine.presets import PresetKind, StylePreset, load
from engine.publish.export import Exported
from engine.publish.export import export as write_file
from engine.publish.preflight import Finding, Severity, preflight
from engine.publish.profile import Profile
from engine.settings import Settings, preset_folders
from engine.units import Bytes
from tui.commands.parser import Globals
from tui.commands.telling import json_line, result, say

UNSEEN = frozenset({"unattended", "not-checked", "safety", "guard", "name-unknown"})
"""Findings that are told with every file: somebody should look at the book before a child hears it."""


def check(options: Globals, _settings: Settings, command: argparse.Namespace) -> int:
    """Tell each finding; errors make the exit code 4."""
    with BookFolder.open(command.folder, read_only=True) as folder:
        findings = preflight(
            folder, stale=_stale(folder), format_name=command.format, profile=_profile(command.profile)
        )
    for finding in findings:
        if options.json:
            json_line({"event": "finding", **_shape(finding)})
        else:
            result(_line(finding))
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if options.json:
        json_line({"event": "done", "ok": not errors, "errors": errors, "findings": len(findings)})
    elif not findings:
        say("Nothing to mend.")
    return Exit.REFUSED if errors else Exit.DONE


def export(options: Globals, _settings: Settings, command: argparse.Namespace) -> int:
    """Write the file; it is refused while preflight finds errors, unless forced."""
    with BookFolder.open(command.folder, read_only=True) as folder:
        exported = write_file(
            folder,
            command.to,
            format_name=command.format,
            profile=_profile(command.profile),
            soft_pictures=command.soft,
            force=command.force,
            stale=_stale(folder),
        )
    if command.force and any(finding.severity is Severity.ERROR for finding in exported.findings):
        say("Exported past these errors, as asked:")
        for finding in exported.findings:
            if finding.severity is Severity.ERROR:
                say(f"  {_line(finding)}")
    told(exported, as_json=options.json)
    if command.profile == Profile.BOOKLET:
        say("Print it on both sides, turned over the short edge; fold all sheets together and staple the fold.")
    return Exit.DONE


def told(exported: Exported, *, as_json: bool) -> None:
    """Say what was written, and what nobody has looked at before."""
    unseen = [finding for finding in exported.findings if finding.code in UNSEEN]
    if as_json:
        event = {"event": "exported", "file": str(exported.path), "pages": exported.pages, "bytes": exported.bytes}
        json_line(event | {"unseen": sorted({finding.code for finding in unseen})})
    else:
        result(f"{exported.path}: {exported.pages} pages, {_size(exported.bytes)}")
        for finding in unseen:
            say(_line(finding))


def _size(count: Bytes) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 100_000 else f"{-(-count // 1000)} kB"


def _profile(name: str | None) -> Profile | None:
    return None if name is None else Profile(name)


def _stale(folder: BookFolder) -> frozenset[str]:
    style = load(PresetKind.STYLES, StylePreset, folder.book.style, preset_folders())
    return stale_pages(folder.book, style)


def _shape(finding: Finding) -> dict[str, object]:
    return {
        "severity": finding.severity,
        "code": finding.code,
        "page": finding.page,
        "message": finding.message,
        "hint": finding.hint,
        "cause": finding.cause,
    }


def _line(finding: Finding) -> str:
    where = f"page {finding.page}: " if finding.page else ""
    return f"{finding.severity}: {where}{finding.message} {finding.hint} [{finding.code}]"
