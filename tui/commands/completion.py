"""`fibel completion`: print a script that lets the author's shell complete commands, options and files."""

from __future__ import annotations

import argparse

from engine.errors import Exit
from engine.settings import Settings
from tui.commands.parser import Globals, commands_parser
from tui.commands.telling import result


def completion(_options: Globals, _settings: Settings, command: argparse.Namespace) -> int:
    """Print the script; `eval "$(fibel completion bash)"` reads it at once."""
    import shtab

    result(shtab.complete(commands_parser(), shell=command.shell))
    return Exit.DONE
