"""Help: every key of the room it was asked in, and what the symbols mean."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from tui.keys import key_of
from tui.rooms.dialogs import Dialog
from tui.widgets.states import NEW_TEXT, PICTURE_LOOKS, TEXT_LOOKS, Look
from tui.words import say

Group = tuple[str, Sequence[tuple[str, str]]]
"""A heading, and the keys under it with what they do."""

BOTH = 150
"""Columns from which two columns of keys stand beside each other."""

KEYS = 6
"""Cells of the column of keys at least, so that the groups of a page line up."""

GAUGE_WORDS = (("▒", "writer"), ("█", "illustrator"), ("▚", "others"), ("░", "free"))


class Help(Dialog[None]):
    """Shows keys from the bindings themselves, so that it cannot say what is not so; in two columns where they fit."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (BOTH, "-wide")]  # noqa: RUF012 (as Screen has it)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,question_mark,enter", "back", "Back", show=False),
        Binding("down,j", "turn(1)", "A line down", show=False),
        Binding("up,k", "turn(-1)", "A line up", show=False),
        Binding("pagedown,space", "turn(12)", "A page down", show=False),
        Binding("pageup", "turn(-12)", "A page up", show=False),
    ]

    def __init__(self, room: str, keys: Sequence[Group]) -> None:
        """Prepare the page; `keys` are the headings, and under each the keys and what they do."""
        super().__init__()
        self._room = room
        self._groups = [*keys[:-1], (keys[-1][0], [*keys[-1][1], *_everywhere()]), (say("Signs"), _signs())]

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog") as box:
            box.border_title = Text(f"{say('Help')} · {self._room}").markup
            box.border_subtitle = (
                f"{key_of('help.turn(-1)')} {key_of('help.turn(1)')} · {key_of('dialog.back')} {say('back')}"
            )
            with Horizontal(id="columns"):
                for groups in _halves(self._groups):
                    yield Static(_table(groups), markup=False)

    def action_turn(self, lines: int) -> None:
        self.query_one(VerticalScroll).scroll_relative(y=lines, animate=False)


def _halves(groups: Sequence[Group]) -> list[Sequence[Group]]:
    """Part the groups so that both columns are about as long."""
    rows = [len(keys) + 2 for _heading, keys in groups]
    at = min(range(1, len(groups)), key=lambda at: abs(sum(rows[:at]) - sum(rows[at:])))
    return [groups[:at], groups[at:]]


def _table(groups: Sequence[Group]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="bold", justify="right", no_wrap=True, min_width=KEYS)
    table.add_column()
    for place, (heading, keys) in enumerate(groups):
        if place:
            table.add_row()
        table.add_row("", Text(heading, "bold underline"))
        for key, words in keys:
            table.add_row(key, words)
    return table


def _everywhere() -> list[tuple[str, str]]:
    return [
        ("Tab", say("To the next part of the room, to scroll it")),
        (key_of("app.command_palette"), say("Everything by its name: search, colours, rooms")),
        (key_of("app.leave"), say("Leave Fibel; work on the list stays on it")),
    ]


def _signs() -> list[tuple[str, str]]:
    looks = [*TEXT_LOOKS.values(), NEW_TEXT, *PICTURE_LOOKS.values()]
    signs = [(symbol, "; ".join(say(word) for word in words)) for symbol, words in _told(looks).items()]
    signs.append(("[◇◆]", say("takes; ◆ is the chosen one")))
    gauge = ", ".join(f"{symbol} {say(word)}" for symbol, word in GAUGE_WORDS)
    signs.append(("".join(symbol for symbol, _word in GAUGE_WORDS), f"{say('memory of the card:')} {gauge}"))
    return signs


def _told(looks: Sequence[Look]) -> dict[str, list[str]]:
    told: dict[str, list[str]] = {}
    for look in looks:
        words = told.setdefault(look.symbol, [])
        if look.words not in words:
            words.append(look.words)
    return told
