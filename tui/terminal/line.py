"""The line to the terminal: whoever writes never waits, and what it carries is measured.

A terminal that is not read (a closed lid, Ctrl+S, a network that swallows packets) stops taking bytes. Textual's own
writer then blocks the whole screen; this one lets go of what nobody could see and has the screen painted anew when the
terminal reads again.
"""

from __future__ import annotations

import os
import threading
import time
from collections import deque
from collections.abc import Callable

from engine.units import Bytes, Seconds
from tui.terminal.thrift import Thrift

MOST_WAITING: Bytes = 1_000_000
"""Kept for a terminal that does not read; a whole screen with a picture is a tenth of it."""

PIECE: Bytes = 4_096
"""Handed to the kernel at once: small enough to tell a slow line from a fast one."""

FAREWELL: Seconds = 1.0
"""How long a terminal may take to read the last bytes; one that does not read is left as it is."""

QUESTION = "\x1b[6n"
"""Where is the cursor? Every terminal answers, once it has dealt with all that was sent before (ECMA-48 DSR 6)."""

PATIENCE: Seconds = 5.0
"""An answer that has not come by then never will: the terminal does not know the question."""

MODE_LENGTH = 16
"""A switch such as `ESC [ ? 1049 l` is not longer; switches are never let go of."""


class Line:
    """Writes in a thread of its own, in order.

    `write`, `ask` and `answered` may be called from any thread and return at once.
    """

    def __init__(
        self, descriptor: int, *, on_room: Callable[[], None], on_lost: Callable[[], None], thrift: Thrift | None = None
    ) -> None:
        """Prepare the line.

        Args:
            on_room: called in the line's thread when a terminal that had let frames go takes bytes again.
            on_lost: called in the line's thread when the terminal has gone.
        """
        self._descriptor = descriptor
        self._on_room = on_room
        self._on_lost = on_lost
        self._thrift = thrift or Thrift()
        self._waiting: deque[str] = deque()
        self._size: Bytes = 0
        self._news = threading.Condition()
        self._closing = False
        self._overrun = False
        self._lost = False
        self._busy = False
        self._asked: Seconds | None = None
        self._answers = True
        self.sent: Bytes = 0
        """Bytes the kernel has taken since the line was opened."""
        self.shown_at: Seconds = 0.0
        """When (`time.monotonic`) all sent before was last known to be shown, or at least to be taken."""
        self._thread: threading.Thread | None = None

    def open(self) -> None:
        """Begin to send; a line that was closed may be opened again."""
        self._closing = False
        self._thrift.forget()
        self._thread = threading.Thread(target=self._run, name="fibel-line", daemon=True)
        self._thread.start()

    def write(self, text: str) -> None:
        """Send `text`, whole sequences at a time; on a terminal that does not read it may be let go of."""
        with self._news:
            if self._lost or self._closing:
                return
            is_mode = len(text) <= MODE_LENGTH and text.startswith("\x1b[") and not text.endswith("m")
            if self._overrun and not is_mode:
                return
            if self._size + len(text) > MOST_WAITING and not is_mode:
                self._waiting = deque(kept for kept in self._waiting if len(kept) <= MODE_LENGTH)
                self._size = sum(map(len, self._waiting))
                self._overrun = True
                return
            self._waiting.append(text)
            self._size += len(text)
            self._news.notify()

    def ask(self) -> None:
        """Ask for a sign that all sent so far is shown, unless a question is open."""
        if self._answers and self._asked is None:
            self._asked = time.monotonic()
            self.write(QUESTION)

    def answered(self) -> bool:
        """Take the terminal's answer; false if nothing was asked."""
        was_asked, self._asked = self._asked is not None, None
        if was_asked:
            self.shown_at = time.monotonic()
        return was_asked

    @property
    def behind(self) -> bool:
        """Whether something sent is not on the screen yet, as far as that can be known."""
        if self._asked is not None and time.monotonic() - self._asked > PATIENCE and not self._busy:
            self._answers, self._asked = False, None
        return self._busy or bool(self._size) or self._overrun or self._asked is not None

    def close(self) -> None:
        """Send what waits, then end; a terminal that does not read keeps nobody."""
        with self._news:
            self._closing = True
            self._news.notify()
        if self._thread is not None:
            self._thread.join(FAREWELL)

    def _run(self) -> None:
        while (text := self._next()) is not None:
            try:
                self._send(self._thrift.rewrite(text).encode("utf-8", "replace"))
            except OSError:  # hung up: nothing written here is read by anybody any more
                with self._news:
                    self._lost, self._busy, self._asked = True, False, None
                    self._waiting.clear()
                    self._size = 0
                self._on_lost()
                return

    def _next(self) -> str | None:
        """Return what is to be sent next, everything that waits in one; None at the end."""
        with self._news:
            if self._busy and self._asked is None:
                self.shown_at = time.monotonic()
            self._busy = False
            if self._overrun and not self._waiting:
                self._overrun = False
                self._thrift.forget()
                self._on_room()
            while not self._waiting:
                if self._closing:
                    return None
                self._news.wait()
            text = "".join(self._waiting)
            self._waiting.clear()
            self._size = 0
            self._busy = True
            return text

    def _send(self, content: bytes) -> None:
        view = memoryview(content)
        while view:
            written = os.write(self._descriptor, view[:PIECE])
            self.sent += written
            view = view[written:]
