"""What leaves the screen: a page's words for the clipboard, and its picture for a browser."""

from __future__ import annotations

import os
from pathlib import Path
from typing import ClassVar

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static

from tui.keys import key_of
from tui.rooms.dialogs import Choose, Dialog
from tui.rooms.headings import PICTURE, WORDS
from tui.rooms.page_room import PageRoom
from tui.terminal.showing import Showing, showing
from tui.words import say


class Outward(PageRoom):
    """A room with a page whose words and picture can be taken elsewhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("O", "real_pixels", "See the picture's real pixels in a browser", show=False, group=PICTURE),
        Binding("Y", "copy", "Copy text, prompt or the picture's path", show=False, group=WORDS),
    ]

    @work
    async def action_copy(self) -> None:
        """Copy to the clipboard of the terminal, over SSH too (OSC 52), where the terminal allows it."""
        page, take = self.page, self.take
        if page is None:
            return
        choices = [(say("The text"), page.scene.text), (say("What is to be seen"), page.scene.action)]
        if take is not None and self.link.folder is not None:
            choices.append((say("The whole prompt of this take"), take.recipe.positive))
            choices.append((say("The path of this picture"), str(self.link.folder / take.file)))
        kept = [(words, text) for words, text in choices if text]
        if kept and (text := await self.app.push_screen_wait(Choose(say("Copy what?"), kept))):
            self.app.copy_to_clipboard(text)
            self.tell(say("Copied, if your terminal allows it."))

    @work
    async def action_real_pixels(self) -> None:
        take = self.take
        if take is None or self.link.folder is None:
            self.tell(say("There is no picture yet."))
            return
        file: Path = self.link.folder / take.file
        try:
            async with showing(file) as shown:
                await self.app.push_screen_wait(RealPixels(shown))
        except OSError:
            self.tell(say("No port of this machine is free."))


class RealPixels(Dialog[None]):
    """Says where the picture is to be seen, for as long as this is open."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,O", "back", "Back", show=False),
        Binding("c", "copy", "Copy", show=False),
    ]

    def __init__(self, shown: Showing) -> None:
        super().__init__()
        self._shown = shown
        self._tunnel = shown.tunnel(os.environ)

    def compose(self) -> ComposeResult:
        words = Text()
        if self._tunnel:
            words.append(say("1  On the machine you sit at, in another window:") + "\n")
            words.append(f"{self._tunnel}\n\n", "bold")
            words.append(say("2  There, in a browser:") + "\n")
        else:
            words.append(say("In a browser of this machine:") + "\n")
        words.append(f"{self._shown.url}\n\n", "bold")
        words.append(say("Only this picture, only from this machine, only while this is open.") + "\n\n")
        copy = say("copy the command") if self._tunnel else say("copy the address")
        words.append_text(
            Text.assemble(
                (f" {key_of('realpixels.copy')} ", "reverse"),
                f" {copy}   ",
                (f" {key_of('dialog.back')} ", "reverse"),
                f" {say('back')}",
            )
        )
        with Vertical(classes="dialog"):
            yield Static(words, markup=False)

    def action_copy(self) -> None:
        self.app.copy_to_clipboard(self._tunnel or self._shown.url)
