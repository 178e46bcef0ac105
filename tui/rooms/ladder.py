"""The ladder itself: a list of repairs with their keys and what each costs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.text import Text
from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from engine.jobs.job import JobKind
from tui.keys import key_name, key_of
from tui.rooms.asking import LEAST, Price
from tui.rooms.dialogs import Dialog
from tui.widgets.engine_line import duration
from tui.words import say

WIDTH = 66
"""Columns of a rung: what the dialogue has at 80 columns."""


@dataclass(frozen=True, slots=True)
class Rung:
    """One repair: its key, what it is called, the action it runs, and the kind of job it costs (None: no time)."""

    key: str
    words: str
    action: str
    kind: JobKind | None = None
    possible: bool = True
    each: bool = False
    """Whether the price is that of one of several."""


class Ladder(Dialog[str]):
    """Asks which repair to make; answers with its action. Each key works here as it does in the room."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("q", "back", "Back", show=False)]

    def __init__(self, rungs: Sequence[Rung], prices: Mapping[JobKind, Price]) -> None:
        super().__init__()
        self._rungs = rungs
        self._prices = prices

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as box:
            box.border_title = Text(say("Repair this page")).markup
            box.border_subtitle = f"{key_of('dialog.back')} {say('back')}"
            yield OptionList(*(Option(self._line(rung)) for rung in self._rungs), markup=False)

    def on_mount(self) -> None:
        self.query_one(OptionList).highlighted = 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(self._rungs[event.option_index].action)

    def on_key(self, event: events.Key) -> None:
        for rung in self._rungs:
            if event.key == rung.key:
                event.stop()
                self.dismiss(rung.action)

    def _line(self, rung: Rung) -> Text:
        line = Text.assemble((f" {key_name(rung.key)} ", "bold"), f" {rung.words}", no_wrap=True, overflow="ellipsis")
        price = self._price(rung)
        line.truncate(WIDTH - len(price) - 2, overflow="ellipsis", pad=True)
        return line.append(f"  {price}", "dim")

    def _price(self, rung: Rung) -> str:
        price = self._prices.get(rung.kind) if rung.kind is not None else None
        if price is None:
            return say("at once")
        words = say("about {time} each" if rung.each else "about {time}", time=duration(max(LEAST, price.work)))
        return words if price.load <= 0 else f"{words} + {duration(price.load)} {say('to swap')}"
