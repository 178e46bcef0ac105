"""The program `fibel`: a command line whose default is the studio on the screen."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from tui import collector
from tui.commands.parser import STUDIO, parse
from tui.terminal import curtain

NO_PLUGINS = "PYDANTIC_DISABLE_PLUGINS", "__all__"
"""Pydantic would read what every installed package says of itself, in search of plugins that Fibel does not use."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code (see :class:`engine.errors.Exit`)."""
    os.environ.setdefault(*NO_PLUGINS)
    collector.collect_seldom()
    given = sys.argv[1:] if arguments is None else arguments
    _options, command = parse(given)
    if command.command in (STUDIO, "demo"):
        collector.let_rest()
        curtain.rise(getattr(command, "folder", None))
    try:
        from tui.commands.run import run

        return run(given)
    finally:
        curtain.lift()


if __name__ == "__main__":
    sys.exit(main())
