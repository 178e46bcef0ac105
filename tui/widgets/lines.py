"""One-line widgets that frame a room: its title above, its keys and news below."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from rich.text import Text
from textual.binding import Binding
from textual.timer import Timer
from textual.widgets import Static

from engine.jobs.events import Notice
from engine.units import Seconds
from tui.keys import printed
from tui.words import say
from tui.words.foreign import engine_words, hint_words

READ: Seconds = 6.0
"""How long plain news stay; errors stay until they are dismissed."""

KEPT = 2
"""Keys at the end of the line that are never left out: the way back, and help, which leads to all the others."""


class TitleLine(Static):
    """The room's title on the left, where the book stands on the right."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"title-line--room", "title-line--right"}

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._shown = ("", "", "")
        self._read: object = None

    def show(self, title: str, room: str, right: str = "") -> None:
        self._shown = (title, room, right)
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        title, room, right = self._shown
        line = Text(no_wrap=True, end="")
        ending = Text(right, self.get_component_rich_style("title-line--right", partial=True))
        room_part = Text(
            f" · {room}" if title else room, self.get_component_rich_style("title-line--room", partial=True)
        )
        width = self.size.width - 2
        name = Text(title, "bold", no_wrap=True)
        name.truncate(max(8, width - room_part.cell_len - ending.cell_len - 2), overflow="ellipsis")
        line.append_text(name)
        line.append_text(room_part)
        line.append(" " * max(1, width - line.cell_len - ending.cell_len))
        line.append_text(ending)
        if (read := (line.plain, line.spans)) != self._read:
            self._read = read
            self.update(line, layout=False)


class KeyLine(Static):
    """The few keys a room lives by; they stay the same while one is in it, so that nothing repaints."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key"}

    def __init__(self) -> None:
        super().__init__(markup=False)
        self._keys: tuple[tuple[str, str], ...] = ()

    def show(self, bindings: Iterable[Binding]) -> None:
        self._keys = tuple(
            (printed(binding), say(binding.description)) for binding in bindings if binding.show and binding.description
        )
        self._draw()

    def on_resize(self) -> None:
        self._draw()

    def _draw(self) -> None:
        style = self.get_component_rich_style("key-line--key", partial=True)
        parts = [Text.assemble((key, style), " ", words, "  ") for key, words in self._keys]
        line, last = Text(no_wrap=True, end=""), Text().join(parts[-KEPT:])
        for part in parts[:-KEPT]:
            if line.cell_len + part.cell_len + last.cell_len - 2 <= self.size.width - 2:
                line.append_text(part)
        self.update(line.append_text(last), layout=False)


class NewsLine(Static):
    """What the author should read, over the end of the room: news for a while, errors until dismissed.

    It is there all the time, seen or unseen: one that came and went would have all the room painted anew.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"news-line--code", "news-line--hint"}

    def __init__(self) -> None:
        super().__init__(markup=False)
        self.visible = False
        self._timer: Timer | None = None
        self.is_error = False

    def tell(self, notice: Notice) -> None:
        """Show a notice; plain news do not cover an error that was not read yet."""
        if self.visible and self.is_error and not notice.code:
            return
        self.is_error = bool(notice.code)
        self.set_class(self.is_error, "-error")
        text = Text("! " if self.is_error else "", end="")
        text.append(engine_words(notice.text, notice.code))
        if notice.code:
            text.append(f"  {notice.code}", self.get_component_rich_style("news-line--code", partial=True))
        if notice.hint:
            text.append(
                f"\n→ {hint_words(notice.hint, notice.code)}",
                self.get_component_rich_style("news-line--hint", partial=True),
            )
        self.update(text)
        self.visible = True
        if self._timer is not None:
            self._timer.stop()
        self._timer = None if self.is_error else self.set_timer(READ, self.dismiss)

    def dismiss(self) -> None:
        self.visible = False
        self.is_error = False
