"""`fibel pull`: have Ollama fetch the model that is to write."""

from __future__ import annotations

import argparse
from contextlib import aclosing

from engine.errors import Exit
from engine.providers import pull as fetch
from engine.settings import Settings
from tui.commands.parser import Globals
from tui.commands.run import interruptible
from tui.commands.telling import json_line, say


def pull(options: Globals, settings: Settings, command: argparse.Namespace) -> int:
    """Tell how far it is: each change to a program, each percent to a person."""

    async def work() -> int:
        told = ""
        async with aclosing(fetch(settings, command.model)) as news:
            async for pulled in news:
                if options.json:
                    json_line({"event": "pull", "status": pulled.what, "value": pulled.here, "of": pulled.of})
                    continue
                percent = f" {100 * pulled.here // pulled.of} % of {pulled.of / 1000**3:.1f} GB" if pulled.of else ""
                if told != (told := pulled.what + percent):
                    say(told)
        return Exit.DONE

    return interruptible(work())
