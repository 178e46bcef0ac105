"""What stands in a window in which no room can be read."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.geometry import Size
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.words import say

LEAST = Size(40, 12)
"""Columns and rows below which texts and keys are cut beyond use."""


class TooSmall(ModalScreen[None]):
    """Covers the room until the window is larger; what is being written there stays as it is."""

    CSS = "TooSmall { background: $background; align: center middle; } TooSmall Static { text-align: center; }"

    def compose(self) -> ComposeResult:
        words = say("This window is too small: Fibel needs {columns} × {rows}.", columns=LEAST.width, rows=LEAST.height)
        yield Static(Text(words), markup=False)
