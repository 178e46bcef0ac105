"""The program `fibel`: a command line whose default is the studio on the screen."""

from __future__ import annotations

import sys
from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code (see :class:`engine.errors.Exit`)."""
    from tui.commands.run import run

    return run(sys.argv[1:] if arguments is None else arguments)


if __name__ == "__main__":
    sys.exit(main())
