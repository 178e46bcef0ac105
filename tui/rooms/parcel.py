"""The file: its name, how far it is, where it lies, and how it gets to where the author sits."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from rich.text import Text
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, Static

from engine.publish.export import Exported
from tui.keys import key_of
from tui.pressing import Standing
from tui.rooms.aims import Aim
from tui.rooms.dialogs import LineInput, short_path, typed_path
from tui.rooms.new_book import folder_name
from tui.rooms.station import Proofs, Station
from tui.terminal.ssh import reached
from tui.widgets.engine_line import duration
from tui.widgets.form import row
from tui.words import count, decimal, say

BAR = 30
"""Cells of the progress bar."""


class Parcel(Station):
    """Asks where the file shall lie, and tells where it does."""

    NAME = "File"

    class Wanted(Message):
        """The file shall be written."""

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._proposed = ""
        self._exported: Exported | None = None
        self._aim: Aim | None = None

    def compose(self) -> Iterable[Widget]:
        yield row(say("File"), LineInput(id="file"))
        yield Static(markup=False, id="how", classes="quiet")
        yield Static(markup=False, id="done")
        yield Static(markup=False, id="way")

    def show(self, proofs: Proofs) -> None:
        asked = self.query_one("#file", LineInput)
        proposed = short_path(proofs.aim.beside(self._stem(proofs)))
        if asked.value in ("", self._proposed) and not asked.has_focus:
            asked.value = proposed
        elif proofs.aim is not self._aim:
            asked.value = str(Path(asked.value).with_suffix(proofs.aim.kind.value))
        if proofs.aim is not self._aim and self._aim is not None:
            self._exported = None
            self.query_one("#done", Static).update("")
            self.query_one("#way", Static).update("")
        self._proposed, self._aim = proposed, proofs.aim
        how = Text.assemble(("^S ", "bold"), say("writes: {what}", what=say(proofs.aim.words)))
        self.query_one("#how", Static).update(how)

    def summary(self, proofs: Proofs) -> str:
        if self._exported is not None:
            return f"✓ {self._exported.path.name}"
        return Path(self.query_one("#file", LineInput).value or self._proposed).name

    @property
    def to(self) -> Path:
        """The path somebody typed, or let stand."""
        return typed_path(self.query_one("#file", LineInput).value)

    @property
    def line(self) -> str:
        """What is worth copying: the command that fetches the file, or its path."""
        if self._exported is None:
            return ""
        path, here = self._exported.path.absolute(), reached(os.environ)
        return str(path) if here is None else here.fetch(path)

    def _stem(self, proofs: Proofs) -> Path:
        """Beside the book, so that it is found again; named as the book is."""
        folder = self.link.folder or self.home.library
        return folder.parent / (folder_name(proofs.book.title) or folder.name)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Wanted())

    def pressed(self, standing: Standing) -> None:
        """Show how far the file is, or what became of it."""
        if standing.exported is not None:
            self._written(standing.exported, standing.aim)
            return
        self._exported = None
        done = Text()
        if standing.running:
            if standing.of:
                cells = BAR * standing.done // standing.of
                done.append(f"{'━' * cells}{'─' * (BAR - cells)} {standing.done}/{standing.of}")
                if standing.left is not None:
                    done.append(f"  {say('{time} left', time=duration(standing.left))}", "dim")
            else:
                done.append(say("The book is checked …"))
            done.append("\n")
            if standing.stopping:
                done.append(say("Ends after the page that is being made …"))
            else:
                done.append(f"{key_of('publish.leave')} ", "bold").append(say("cancels the export"), "dim")
        self.query_one("#done", Static).update(done)
        self.query_one("#way", Static).update("")

    def _written(self, exported: Exported, aim: Aim) -> None:
        """Tell where the file lies, and what comes next."""
        self._exported = exported
        done = Text(f"✓ {say('Done')}: ", "bold")
        done.append(f"{exported.path.absolute()}\n")
        pages = count(exported.pages, "{n} page", "{n} pages")
        done.append(f"  {pages}, {decimal(exported.bytes / 1024**2)} MB", "not bold dim")
        self.query_one("#done", Static).update(done)
        way = Text()
        if reached(os.environ) is not None:
            way.append(f"{say('On the machine you sit at, in another window:')}\n").append(f"{self.line}\n", "bold")
            way.append("^Y ", "bold").append(f"{say('copies this line')}\n", "dim")
        else:
            way.append("^Y ", "bold").append(f"{say('copies the path')}\n", "dim")
        if aim.printed:
            other = "the cover" if aim.ending == "" else "the inside"
            way.append(f"\n{say('The printing service wants a second file: {other}.', other=say(other))}")
        self.query_one("#way", Static).update(way)
