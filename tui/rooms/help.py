"""Help: every key of the room it was asked in, and what the symbols mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from tui.widgets.lines import key_name
from tui.widgets.states import NEW_TEXT, PICTURE_LOOKS, TEXT_LOOKS, Look
from tui.words import say

GAUGE_WORDS = (("▒", "writer"), ("█", "illustrator"), ("▚", "others"), ("░", "free"))


class Help(ModalScreen[None]):
    """Shows keys from the bindings themselves, so that it cannot say what is not so."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,question_mark,enter", "dismiss", show=False),
    ]

    def __init__(self, room: str, keys: Sequence[Binding]) -> None:
        super().__init__()
        self._room = room
        self._keys = keys

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog") as box:
            box.border_title = Text(f"{say('Help')} · {self._room}").markup
            box.border_subtitle = f"Esc {say('back')}"
            yield Static(self._table(), markup=False)

    def _table(self) -> Table:
        table = Table.grid(padding=(0, 2))
        table.add_column(style="bold", justify="right", no_wrap=True)
        table.add_column()
        for binding in self._keys:
            if binding.description:
                names = " ".join(key_name(key.strip()) for key in binding.key.split(","))
                table.add_row(binding.key_display or names, say(binding.tooltip or binding.description))
        table.add_row("Tab", say("To the next part of the room, to scroll it"))
        table.add_row("^Q", say("Leave Fibel; work on the list stays on it"))
        table.add_row()
        looks = [*TEXT_LOOKS.values(), NEW_TEXT, *PICTURE_LOOKS.values()]
        for symbol, words in _told(looks).items():
            table.add_row(symbol, "; ".join(say(word) for word in words))
        table.add_row("[◇◆]", say("takes; ◆ is the chosen one"))
        table.add_row(
            "".join(symbol for symbol, _word in GAUGE_WORDS),
            say("memory of the card:") + " " + ", ".join(f"{symbol} {say(word)}" for symbol, word in GAUGE_WORDS),
        )
        return table


def _told(looks: Sequence[Look]) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for look in looks:
        words = told.setdefault(look.symbol, [])
        if look.words not in words:
            words.append(look.words)
    return told
