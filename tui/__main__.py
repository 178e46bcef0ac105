"""The program `fibel`: a command line whose default is the studio on the screen."""

from __future__ import annotations

import gc
import sys
from collections.abc import Sequence

from tui.commands.parser import STUDIO, parse
from tui.terminal import curtain

COLLECT_AFTER = 50_000
"""Objects made before the collector looks for circles among them. With Python's own 700 to 2,000 a quarter of the start
is spent in search of garbage that imports do not make."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code (see :class:`engine.errors.Exit`)."""
    gc.set_threshold(COLLECT_AFTER)
    given = sys.argv[1:] if arguments is None else arguments
    _options, command = parse(given)
    if command.command in (STUDIO, "demo"):
        curtain.rise(getattr(command, "folder", None))
    try:
        from tui.commands.run import run

        return run(given)
    finally:
        curtain.lift()


if __name__ == "__main__":
    sys.exit(main())
