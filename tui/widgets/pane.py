"""A heading with words below it, as the room of a page has several."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static


class Pane(VerticalScroll):
    """A heading and words below it; scrolls if they are many."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "pane--label",
        "pane--quiet",
        "pane--warning",
        "pane--error",
        "pane--style",
        "pane--block",
        "pane--action",
        "pane--framing",
    }

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, can_focus=True)
        self._body = Static(markup=False)
        self._read: tuple[str, object] = ("", None)

    def compose(self) -> ComposeResult:
        yield self._body

    @property
    def heading(self) -> str:
        return self._read[0]

    def show(self, heading: str, body: Text) -> None:
        """Repaints only where something reads differently."""
        read = (heading, (body.plain, body.spans))
        if read != self._read:
            self._read = read
            self.border_title = Text(heading).markup
            self._body.update(body)

    def label(self, words: str) -> tuple[str, Style]:
        return (words, self.get_component_rich_style("pane--label", partial=True))

    def quiet(self, words: str) -> tuple[str, Style]:
        return (words, self.get_component_rich_style("pane--quiet", partial=True))
