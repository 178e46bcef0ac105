"""The least a Textual app can be: what ours is measured against."""

from __future__ import annotations

import sys

from textual.app import App, ComposeResult
from textual.binding import Binding
from textual.widgets import Footer, Header, OptionList, Static, TextArea


class Bare(App[None]):
    BINDINGS = [Binding("x", "count", "Count"), Binding("ctrl+q", "quit", "Quit")]  # noqa: RUF012 (as App has it)
    CSS = "OptionList { height: 1fr; } Static { height: 1; }"

    def compose(self) -> ComposeResult:
        yield Header()
        yield Static("bare 0", id="count")
        yield OptionList(*(f"line {number} of a bare list" for number in range(32)))
        yield Footer()

    def on_mount(self) -> None:
        self.counted = 0

    def action_count(self) -> None:
        self.counted += 1
        self.query_one("#count", Static).update(f"bare {self.counted}")


class BareEditor(App[None]):
    """The least an app can be in which something is written."""

    BINDINGS = [Binding("ctrl+q", "quit", "Quit")]  # noqa: RUF012 (as App has it)

    def compose(self) -> ComposeResult:
        yield TextArea("bare\n")


if __name__ == "__main__":
    (BareEditor() if "editor" in sys.argv else Bare()).run()
