"""One of several on a single line: left and right go through them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from tui.keys import Keyed


class Choice(Keyed, Widget, can_focus=True):
    """Shows the chosen one between two arrows."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,minus", "step(-1)", "The choice before", show=False),
        Binding("right,plus,space", "step(1)", "The next choice", show=False),
        Binding("enter", "next_field", "Next field", show=False),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--arrow"}
    at: reactive[int] = reactive(0)

    class Changed(Message):
        """Another one was chosen."""

    def __init__(self, choices: Sequence[tuple[str, str]], chosen: str, *, id: str | None = None) -> None:
        """Make a choice among `choices` (value, words)."""
        super().__init__(id=id)
        self._choices = list(choices)
        self.set_reactive(Choice.at, self._place_of(chosen))

    def offer(self, choices: Sequence[tuple[str, str]], chosen: str) -> None:
        """Offer other choices; nothing to choose from leaves those there are."""
        if choices:
            self._choices = list(choices)
            self.set_reactive(Choice.at, self._place_of(chosen))
            self.refresh()

    def put(self, value: str) -> None:
        """Show another one as chosen; nobody is told."""
        self.at = self._place_of(value)

    def _place_of(self, chosen: str) -> int:
        values = [value for value, _words in self._choices]
        return values.index(chosen) if chosen in values else 0

    @property
    def value(self) -> str:
        return self._choices[self.at][0]

    def render(self) -> Text:
        arrow = self.get_component_rich_style("choice--arrow", partial=True)
        words = self._choices[self.at][1]
        return Text.assemble(("‹ ", arrow), words, (" ›", arrow), no_wrap=True, overflow="ellipsis", end="")

    def action_step(self, step: int) -> None:
        self.at = (self.at + step) % len(self._choices)
        self.post_message(self.Changed())

    def action_next_field(self) -> None:
        self.screen.focus_next()
