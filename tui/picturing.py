"""An app whose pictures may be real ones: within each frame they are hung, taken down, and drawn again.

A heavy picture, one the terminal does not have yet, waits until the screen has come to rest and all that was sent
before it is shown. So a key is never behind more than one picture, and someone who leafs on sends none.
"""

from __future__ import annotations

import time
from typing import Any

from textual.app import App
from textual.screen import Screen
from textual.timer import Timer

from engine.settings import Pictures
from engine.units import Seconds
from tui.terminal.driver import ShowsPictures, TerminalDriver
from tui.terminal.pace import PlatePace
from tui.widgets.hanging import Written
from tui.widgets.picture import Picture
from tui.widgets.pixels import Gallery

SETTLE: Seconds = 0.05
"""After the last frame that wrote over a heavy picture; a dialog that closes paints its room in two or three."""


class PicturingApp(App[int]):
    """Composes nothing; what is drawn by whom stays in the rooms."""

    def __init__(self, **options: Any) -> None:
        super().__init__(driver_class=TerminalDriver, **options)
        self.gallery = Gallery()
        self._written = Written()
        self._settling: Timer | None = None
        self._plate_pace = PlatePace(None)

    def look_for_pictures(self, wanted: Pictures) -> None:
        """Have the terminal asked what it shows; until it answers, and if it does not, there are half blocks."""
        self.gallery.hanging.at_once = self._hang
        if isinstance(self._driver, TerminalDriver):
            self._plate_pace = PlatePace(self._driver.line)
            self._driver.look_for(wanted)

    def measure_cells(self) -> None:
        """Look at the size of the terminal's cells again: the window has changed."""
        if isinstance(self._driver, TerminalDriver):
            self._driver.measure()

    def on_shows_pictures(self, event: ShowsPictures) -> None:
        """Have every picture made for what the terminal shows."""
        self.gallery.hanging.medium = event.medium
        for screen in self.screen_stack:
            for picture in screen.query(Picture):
                picture.remake()

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        self._written = Written(renderable)
        super()._display(screen, renderable)

    def _end_update(self) -> None:
        """Change what hangs before the terminal shows the frame that has been written."""
        self._change(heavy=False)
        super()._end_update()

    def _hang(self) -> None:
        """Hang what is ready, heavy pictures too, though nothing else has changed."""
        if self._settling is not None:
            self._settling.stop()
        if not self._plate_pace.may_come():
            self._settle()
            return
        self._written = Written()
        self._plate_pace.begin(time.monotonic())
        self._begin_update()
        self._change(heavy=True)
        super()._end_update()
        self.gallery.hanging.budget = self._plate_pace.budget
        self._plate_pace.end()

    def _change(self, *, heavy: bool) -> None:
        if not isinstance(self._driver, TerminalDriver) or not self.screen_stack:
            return
        change = self.gallery.hanging.change(self._driver.wall, self.screen, self._written, heavy=heavy)
        if change.text:
            cursor = self.cursor_position
            self._driver.write(f"{change.text}\x1b[{cursor.y + 1};{cursor.x + 1}H")
        for region in change.bare:
            self.screen.refresh(region)
        if change.waits:
            self._settle()

    def _settle(self) -> None:
        if self._settling is not None:
            self._settling.stop()
        self._settling = self.set_timer(SETTLE, self._hang)
