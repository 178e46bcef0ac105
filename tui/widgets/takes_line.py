"""The takes of a page on one line: which one is looked at, which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.style import Style
from rich.text import Text
from textual.widgets import Static

from engine.book.model import Page, Take
from tui.words import say

MOST = 12
"""Takes drawn as symbols; the numbers tell of more."""


def take_words(take: Take) -> str:
    """Return how a take came to be, on one line."""
    recipe = take.recipe
    painted = f"{recipe.preset} · {recipe.steps} × {recipe.sampler} · CFG {recipe.cfg:g}"
    return f"{painted} · Seed {recipe.seed} · {recipe.checkpoint}"


class TakesLine(Static):
    """Shows `◇◆◇ 2/3`, and what is to be known of the take looked at."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"takes-line--current", "takes-line--quiet", "takes-line--warning"}

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id, markup=False)
        self._read: object = None

    def show(self, page: Page, takes: Sequence[Take], looked_at: Take | None, *, stale: str = "") -> None:
        """Show the line.

        Args:
            takes: those that can be looked at, oldest first.
            stale: why the chosen picture does not show what the page now says, told in brief where there is no room;
                empty if it does.
        """
        line = Text(no_wrap=True, end="", overflow="ellipsis", justify="center")
        if looked_at is not None and looked_at in takes:
            if len(takes) > 1:
                self._symbols(line, page, takes, looked_at)
            sketch = f" {say('sketch')}" if looked_at.sketch else ""
            if stale:
                fits = line.cell_len + cell_len(f" ! {stale}{sketch}") <= self.size.width
                line.append(f" ! {stale if fits else say('older prompt')}", self._style("warning"))
            line.append(sketch, self._style("quiet"))
        self._put(line)

    def _symbols(self, line: Text, page: Page, takes: Sequence[Take], looked_at: Take) -> None:
        at = [take.id for take in takes].index(looked_at.id)
        first = max(0, min(at - MOST // 2, len(takes) - MOST))
        line.append("[ " if first == 0 else "… ", self._style("quiet"))
        for index, take in enumerate(takes[first : first + MOST], start=first):
            symbol = "◆" if take.id == page.chosen else "×" if take.discarded else "◇"
            line.append(symbol, self._style("current" if index == at else "quiet"))
        line.append(" ] " if first + MOST >= len(takes) else " … ", self._style("quiet"))
        line.append(f"{at + 1}/{len(takes)}")
        if looked_at.id != page.chosen:
            line.append(f" {say('{review.choose} chooses it')}", self._style("warning"))

    def _style(self, name: str) -> Style:
        return self.get_component_rich_style(f"takes-line--{name}", partial=True)

    def _put(self, line: Text) -> None:
        if (read := (line.plain, line.spans)) != self._read:
            self._read = read
            self.update(line, layout=False)
