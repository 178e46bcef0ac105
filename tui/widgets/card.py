"""A small picture with a line of words below it: a page of the storyboard, a take among others."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Static

from tui.widgets.picture import Picture, Shown
from tui.widgets.pixels import Gallery


class Card(Vertical):
    """Can be looked at with the keys or the mouse; `name` says what it stands for."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"card--quiet", "card--success", "card--warning"}

    class Looked(Message):
        """The card is looked at."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    class Taken(Message):
        """The card is clicked while it is looked at."""

        def __init__(self, name: str) -> None:
            super().__init__()
            self.name = name

    def __init__(self, gallery: Gallery, name: str) -> None:
        super().__init__(name=name)
        self.can_focus = True
        self._picture = Picture(gallery)
        self._caption = Static(markup=False, classes="caption")
        self._read: object = None

    def compose(self) -> Iterable[Widget]:
        yield self._picture
        yield self._caption

    def show(self, shown: Shown, caption: Text) -> None:
        """Repaints only what reads differently."""
        self._picture.shown = shown
        if (read := (caption.plain, caption.spans)) != self._read:
            self._read = read
            self._caption.update(caption)

    def on_focus(self) -> None:
        self.post_message(self.Looked(self.name or ""))

    def on_click(self, event: events.Click) -> None:
        event.stop()
        if event.chain > 1:
            self.post_message(self.Taken(self.name or ""))
