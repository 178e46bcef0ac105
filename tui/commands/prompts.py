"""`fibel prompts`: what the writer is told, to be read and to be put into the author's own words."""

from __future__ import annotations

import argparse

from engine.errors import Exit, FibelError
from engine.settings import Settings, prompt_folders
from engine.writer.prompts import CALLS, found
from tui.commands.parser import Globals
from tui.commands.telling import json_line, result


def prompts(options: Globals, settings: Settings, command: argparse.Namespace) -> int:
    """List the prompts and where each stands, or print one as its file holds it.

    Raises:
        FibelError: `usage` for a name that is none, `preset_broken`.
    """
    model = command.model or settings.writer.model
    if command.name:
        if command.name not in CALLS:
            raise FibelError("usage", f"There is no prompt {command.name}: {', '.join(CALLS)}.")
        result(found(command.name, model, prompt_folders()).text)
        return Exit.DONE
    told = [found(name, model, prompt_folders()) for name in CALLS]
    if options.json:
        json_line({"prompts": [{"name": prompt.name, "file": prompt.place} for prompt in told], "model": model})
        return Exit.DONE
    for prompt in told:
        result(f"{prompt.name:<12} {prompt.place}")
    result(f"Your own go into {prompt_folders()[0]}: `fibel prompts scene > {prompt_folders()[0] / 'scene.txt'}`.")
    return Exit.DONE
