"""Read German text as a child would; inform, judge nothing."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from engine.book.encodings import decode
from engine.book.manuscript import known, read_manuscript
from engine.clean import clean_line
from engine.errors import Exit
from engine.language.check import check_text
from engine.presets import AgePreset, PresetKind, load
from engine.settings import Settings, preset_folders
from tui.commands.parser import Globals
from tui.commands.telling import json_line, result, tell_encoding

_STDIN = Path("-")


def lint(options: Globals, _settings: Settings, command: argparse.Namespace) -> int:
    """Tell what each line of a file breaks; every line is a text of its own.

    Raises:
        FibelError: `manuscript_unreadable`, `preset_unknown`.
    """
    limits = load(PresetKind.AGES, AgePreset, command.age, preset_folders())
    read = known(decode(sys.stdin.buffer.read()), "-") if command.file == _STDIN else read_manuscript(command.file)
    tell_encoding(read)
    for number, line in enumerate(read.text.split("\n"), start=1):
        for found in check_text(line, limits):
            if options.json:
                json_line(
                    {
                        "line": number,
                        "rule": found.rule,
                        "severity": found.severity,
                        "start": found.start,
                        "end": found.end,
                        "message": clean_line(found.en),
                    }
                )
            else:
                result(f"{number}:{found.start + 1} {found.rule} {clean_line(found.en)}")
    return Exit.DONE
