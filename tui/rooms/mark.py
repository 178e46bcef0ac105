"""Marks the part of a picture that shall be painted anew."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from engine.book.model import Region
from tui.keys import key_of
from tui.rooms.asking import home_of
from tui.rooms.dialogs import Dialog
from tui.widgets.marking import MarkedPicture
from tui.widgets.picture import Shown
from tui.words import say


class Mark(Dialog[Region]):
    """Answers with the marked part, None if the author goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "back", "Back", show=False),
        Binding("enter", "mark", "This part", show=False),
        Binding("left", "move(-1, 0)", "Further left", show=False),
        Binding("up", "move(0, -1)", "Further up", show=False),
        Binding("down", "move(0, 1)", "Further down", show=False),
        Binding("right", "move(1, 0)", "Further right", show=False),
        Binding("plus", "stretch(1, 1)", "Larger", show=False),
        Binding("minus", "stretch(-1, -1)", "Smaller", show=False),
        Binding("w,shift+right", "stretch(1, 0)", "Wider", show=False),
        Binding("W,shift+left", "stretch(-1, 0)", "Narrower", show=False),
        Binding("h,shift+down", "stretch(0, 1)", "Higher", show=False),
        Binding("H,shift+up", "stretch(0, -1)", "Lower", show=False),
    ]

    def __init__(self, shown: Shown) -> None:
        super().__init__()
        self._shown = shown

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog full") as box:
            box.border_title = Text(say("What shall be painted anew?")).markup
            yield MarkedPicture(home_of(self).gallery)
            ways = (
                (("move(-1, 0)", "move(0, -1)", "move(0, 1)", "move(1, 0)"), say("move")),
                (("stretch(1, 1)", "stretch(-1, -1)"), say("size")),
                (("stretch(1, 0)", "stretch(-1, 0)", "stretch(0, 1)", "stretch(0, -1)"), say("width, height")),
                (("mark",), say("this part")),
            )
            keys = [(" ".join(key_of(f"mark.{action}") for action in actions), words) for actions, words in ways]
            keys.append((key_of("dialog.back"), say("back")))
            yield Static(Text("  ").join(Text.assemble((k, "bold"), f" {w}") for k, w in keys), classes="keys")

    def on_mount(self) -> None:
        self.query_one(MarkedPicture).shown = self._shown

    def action_move(self, right: int, down: int) -> None:
        picture = self.query_one(MarkedPicture)
        wide, high = picture.step()
        picture.frame = picture.frame.moved(right * wide, down * high)

    def action_stretch(self, right: int, down: int) -> None:
        picture = self.query_one(MarkedPicture)
        wide, high = picture.step()
        picture.frame = picture.frame.stretched(2 * right * wide, 2 * down * high)

    def action_mark(self) -> None:
        self.dismiss(self.query_one(MarkedPicture).frame.region())
