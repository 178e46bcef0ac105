"""The first thing an author sees: the title of the room, while the room itself is still being imported.

Kept apart from Textual, so that it is on the screen a twentieth of a second after the start. What is typed meanwhile
waits in the terminal and goes to the room.
"""

from __future__ import annotations

import os
import shutil
import sys
import termios
from pathlib import Path
from typing import Any

from tui import words
from tui.words import say

GROUND, BAR, INK = "27;25;22", "45;42;37", "233;226;214"
"""Red, green and blue of the theme "lamp": background, panel, foreground."""

_CONTROL = 3
"""Index of the local modes in what `tcgetattr` returns."""


class _Stage:
    """The terminal as it was before; one for the process, as it has one terminal."""

    before: list[Any] | None = None
    shown = False


def rise(folder: Path | None) -> None:
    """Show the title on an empty screen; does nothing where there is no terminal."""
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        return
    _Stage.before = termios.tcgetattr(0)
    silent = list(_Stage.before)
    silent[_CONTROL] &= ~(termios.ECHO | termios.ICANON)
    termios.tcsetattr(0, termios.TCSANOW, silent)
    words.speak(words.language_of(os.environ))
    _Stage.shown = True
    os.write(1, _picture(folder).encode("utf-8", "replace"))


def hand_over() -> None:
    """Leave the screen as it is to whoever paints it from now on; the keyboard is as it was before."""
    if _Stage.before is not None:
        termios.tcsetattr(0, termios.TCSANOW, _Stage.before)
    _Stage.before, _Stage.shown = None, False


def lift() -> None:
    """Give the terminal back if nobody has taken the screen over: something went wrong before it came to that."""
    if _Stage.shown:
        os.write(1, b"\x1b[m\x1b[?25h\x1b[?1049l")
    hand_over()


def _picture(folder: Path | None) -> str:
    columns, _rows = shutil.get_terminal_size()
    place = say("Library") if folder is None else "".join(sign for sign in folder.name if sign.isprintable())
    title = f" Fibel · {place}"[: columns - 1].ljust(columns)
    rich = os.environ.get("COLORTERM") in ("truecolor", "24bit") and not os.environ.get("NO_COLOR")
    ground, bar = (f"\x1b[48;2;{GROUND}m", f"\x1b[38;2;{INK};48;2;{BAR}m") if rich else ("", "\x1b[7m")
    return f"\x1b[?1049h\x1b[?25l{ground}\x1b[2J\x1b[H{bar}{title}\x1b[m"
