"""Textual's driver for this house: a line that never blocks, few bytes, and a terminal that may go away."""

from __future__ import annotations

import os
import selectors
import time
from codecs import getincrementaldecoder
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual import events
from textual._parser import ParseError
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from engine.settings import Pictures
from engine.units import Bytes, Seconds
from tui.terminal import curtain
from tui.terminal.line import Line
from tui.terminal.probe import Medium, Probe, system_cell
from tui.terminal.wall import Wall

if TYPE_CHECKING:
    from textual.app import App

GLANCE: Seconds = 0.1
"""Between two looks whether input is to end; Textual's own driver takes as long."""

MOST_READ: Bytes = 4_096

LAST_WORDS: Seconds = 0.3
"""How long someone who leaves while the terminal is still being asked is kept."""

SCREEN = 1
"""Descriptor of the standard output: the screen is the same wherever messages are sent."""


class HungUp(Message):
    """The terminal has gone."""


class ShowsPictures(Message):
    """The terminal shows real pictures, or its cells have changed."""

    def __init__(self, medium: Medium) -> None:
        super().__init__()
        self.medium = medium


class TerminalDriver(LinuxDriver):
    """Input as Textual has it; output over a :class:`Line`."""

    def __init__(
        self, app: App[Any], *, debug: bool = False, mouse: bool = True, size: tuple[int, int] | None = None
    ) -> None:
        super().__init__(app, debug=debug, mouse=mouse, size=size)
        self.line = Line(SCREEN, on_room=self._paint_anew, on_lost=self._tell_loss)
        self.wall = Wall()
        self._probe = Probe(
            os.environ,
            write=self.write,
            found=self._tell_medium,
            cell=lambda: system_cell(SCREEN),
        )

    def start_application_mode(self) -> None:
        curtain.hand_over()
        self.line.open()
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def look_for(self, wanted: Pictures) -> None:
        """Find out by what the terminal shows pictures; it is told by `ShowsPictures`, or never."""
        if self.input_tty:
            self._probe.begin(wanted)

    def measure(self) -> None:
        """Look at the size of the terminal's cells again."""
        self._probe.measure()

    def write(self, data: str) -> None:
        self.line.write(data)

    def stop_application_mode(self) -> None:
        self._hear_out()
        self.write(self.wall.clear())
        self.write("\x1b[0m")
        super().stop_application_mode()

    def close(self) -> None:
        self.line.close()
        super().close()

    def process_message(self, message: Message) -> None:
        if isinstance(message, events.CursorPosition) and self.line.answered():
            return
        super().process_message(message)

    def run_input_thread(self) -> None:
        """Read keys until the end; as in LinuxDriver, which takes a terminal that has gone for one that is silent."""
        parser, sieve = XTermParser(self._debug), self._probe.sieve
        decode = getincrementaldecoder("utf-8")("replace").decode
        with selectors.SelectSelector() as selector:
            selector.register(self.fileno, selectors.EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(GLANCE):
                    try:
                        came = os.read(self.fileno, MOST_READ)
                    except OSError:  # Linux: the other end of the pseudo terminal was closed
                        came = b""
                    if not came:
                        self._tell_loss()
                        return
                    self._pass_on(parser.feed, sieve.feed(decode(came), time.monotonic()))
                else:
                    self._pass_on(parser.feed, sieve.tick(time.monotonic()))
                for message in parser.tick():
                    self.process_message(message)
        try:
            for message in parser.feed(""):
                self.process_message(message)
        except (EOFError, ParseError):
            return  # a sequence was cut off by the end

    def _hear_out(self) -> None:
        """Wait for answers under way, a moment at most: once we have left they would be letters in somebody's shell."""
        until = time.monotonic() + LAST_WORDS
        while self._probe.is_due and not self.exit_event.is_set() and time.monotonic() < until:
            time.sleep(LAST_WORDS / 20)

    def _pass_on(self, feed: Callable[[str], Any], text: str) -> None:
        if text:  # else the parser takes it for the end
            for message in feed(text):
                self.process_message(message)

    def _tell_loss(self) -> None:
        self._loop.call_soon_threadsafe(self._app.post_message, HungUp())

    def _tell_medium(self, medium: Medium) -> None:
        self._loop.call_soon_threadsafe(self._app.post_message, ShowsPictures(medium))

    def _paint_anew(self) -> None:
        self._loop.call_soon_threadsafe(self.wall.forget)
        self._loop.call_soon_threadsafe(self._app.refresh)
