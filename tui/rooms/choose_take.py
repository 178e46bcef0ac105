"""A choice of one picture among those of the book."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from engine.book.model import Take
from tui.keys import key_of
from tui.rooms.asking import home_of
from tui.rooms.dialogs import Dialog
from tui.widgets.picture import Picture, Shown
from tui.widgets.takes_line import take_words
from tui.words import say


class ChooseTake(Dialog[str]):
    """Shows one picture at a time, large enough to judge it; answers with the id of a take."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q", "back", "Back", show=False),
        Binding("left,left_square_bracket", "step(-1)", "Look at the take before", show=False),
        Binding("right,right_square_bracket", "step(1)", "Look at the next take", show=False),
        Binding("enter", "take", "This one", show=False),
    ]

    def __init__(self, question: str, takes: Sequence[tuple[int, Take]], chosen: str | None) -> None:
        """Prepare the choice; `takes` are those to choose from, each with the number of its page."""
        super().__init__()
        self._question = question
        self._takes = takes
        ids = [take.id for _number, take in takes]
        self._at = ids.index(chosen) if chosen in ids else 0

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog wide") as box:
            box.border_subtitle = " · ".join(
                (
                    f"{key_of('choosetake.step(-1)')} {key_of('choosetake.step(1)')}",
                    f"{key_of('choosetake.take')} {say('this one')}",
                    f"{key_of('dialog.back')} {say('back')}",
                )
            )
            yield Static(self._question, markup=False)
            with Horizontal():
                yield Picture(home_of(self).gallery)
                yield Static(id="about", markup=False)

    def on_mount(self) -> None:
        self._show()

    def action_step(self, step: int) -> None:
        self._at = (self._at + step) % len(self._takes)
        self._show()

    def action_take(self) -> None:
        self.dismiss(self._takes[self._at][1].id)

    def _show(self) -> None:
        number, take = self._takes[self._at]
        if (folder := home_of(self).link.folder) is not None:
            self.query_one(Picture).shown = Shown(take.id, folder / take.file)
        about = Text.assemble((say("Page {n}", n=number), "bold"), f"  {self._at + 1}/{len(self._takes)}\n\n")
        self.query_one("#about", Static).update(about.append(take_words(take), "dim"))
