"""Finding out whether the terminal shows real pictures, without ever waiting for it.

Two rounds. The first asks nothing that could leave a trace on a terminal that does not understand. Kitty's own question
is a string some terminals would print; it goes to those alone that have answered the first round with one themselves.
A multiplexer is asked nothing: it answers for itself, and passes no pictures on.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from engine.settings import Pictures
from engine.units import Px, Seconds
from tui.terminal.answers import (
    ASK_ATTRIBUTES,
    ASK_CELL,
    ASK_KITTY,
    ASK_REGISTERS,
    ASK_VERSION,
    Answer,
    Attributes,
    CellSize,
    Kitty,
    Registers,
    Sieve,
    Version,
)

DEADLINE: Seconds = 2.0
"""After that an answer changes nothing any more: a line this slow is better off with half blocks."""

SIXEL = 4
"""The attribute of a terminal that shows sixel pictures (DEC STD 070, DA1)."""

USUAL_CELL: tuple[Px, Px] = (10, 20)
"""Of the VT340, which sixel pictures were made for; a terminal that says nothing is taken for one."""

USUAL_REGISTERS = 256
"""Terminals that do not tell have at least as many; those with 16, such as xterm as a VT340, tell."""

_NO_STRINGS = ("dumb", "linux", "screen", "tmux")
"""What `TERM` begins with where nothing is asked: a multiplexer, or a console that may print what it does not know."""

_MULTIPLEXERS = ("tmux", "screen", "zellij")


class Way(StrEnum):
    """How a terminal takes a picture."""

    SIXEL = "sixel"
    KITTY = "kitty"


@dataclass(frozen=True, slots=True)
class Medium:
    """What real pictures are made for."""

    way: Way
    cell: tuple[Px, Px] = USUAL_CELL
    """Width and height."""
    colours: int = USUAL_REGISTERS

    @property
    def tall(self) -> float:
        """Height of a cell to its width."""
        return self.cell[1] / self.cell[0]


class Probe:
    """Asks, listens, and tells what it has found. Answers come from the thread of the input."""

    def __init__(
        self,
        environment: Mapping[str, str],
        *,
        write: Callable[[str], None],
        found: Callable[[Medium], None],
        clock: Callable[[], Seconds] = time.monotonic,
        cell: Callable[[], tuple[Px, Px] | None] = lambda: None,
    ) -> None:
        """Prepare.

        Args:
            write: sends to the terminal and returns at once.
            found: is told the medium, and again when its cells have changed; never called for half blocks.
            cell: what the system knows of the size of a cell.
        """
        self._environment = environment
        self._write = write
        self._found = found
        self._clock = clock
        self._cell = cell
        self._asked_at: Seconds = 0.0
        self._version = ""
        self._kitty = False
        self._second = False
        self._attributes: frozenset[int] = frozenset()
        self._answered: CellSize | None = None
        self._registers = USUAL_REGISTERS
        self.medium: Medium | None = None
        self.sieve = Sieve(self._hear)

    def begin(self, wanted: Pictures) -> None:
        """Ask the first questions, unless the answer is known."""
        self._asked_at = self._clock()
        if wanted is Pictures.AUTO and self._may_ask():
            self._ask(ASK_VERSION, ASK_CELL)
        elif wanted in (Pictures.SIXEL, Pictures.KITTY):
            self._tell(Way(wanted))
            self._ask(ASK_CELL, *([ASK_REGISTERS] if wanted is Pictures.SIXEL else []))

    def measure(self) -> None:
        """Look at the size of a cell again: the window has changed, perhaps by its letters."""
        if self.medium is None:
            return
        self._answered = None
        self._tell(self.medium.way)
        if self._cell() is None and not self.sieve.open:
            self._ask(ASK_CELL)

    @property
    def is_due(self) -> bool:
        """Whether an answer may still be on its way that counts."""
        return bool(self.sieve.open) and self._clock() - self._asked_at < DEADLINE

    def _may_ask(self) -> bool:
        here = self._environment
        held = any(here.get(name) for name in ("TMUX", "STY", "ZELLIJ", "NO_COLOR"))
        return not held and not here.get("TERM", "dumb").startswith(_NO_STRINGS)

    def _ask(self, *questions: str) -> None:
        self.sieve.asked(self._clock())
        self._write("".join([*questions, ASK_ATTRIBUTES]))

    def _hear(self, answer: Answer) -> None:
        match answer:
            case Version(text):
                self._version = text
            case Kitty(ok):
                self._kitty = ok
            case Registers(count):
                self._registers = max(2, min(count, USUAL_REGISTERS))
            case CellSize(width, height) if width and height:
                self._answered = answer
            case Attributes(codes):
                self._round_over(codes)

    def _round_over(self, codes: frozenset[int]) -> None:
        if self.medium is not None:
            self._tell(self.medium.way)
        elif self._clock() - self._asked_at >= DEADLINE:
            return
        elif not self._second:
            self._second, self._attributes = True, codes
            has_strings = self._version and not self._version.lower().startswith(_MULTIPLEXERS)
            questions = [ASK_KITTY] if has_strings else []
            questions += [ASK_REGISTERS] if SIXEL in codes else []
            if questions:
                self._ask(*questions)
        elif self._kitty:
            self._tell(Way.KITTY)
        elif SIXEL in self._attributes:
            self._tell(Way.SIXEL)

    def _tell(self, way: Way) -> None:
        told = (self._answered.width, self._answered.height) if self._answered is not None else self._cell()
        medium = Medium(way, told or USUAL_CELL, self._registers)
        if medium != self.medium:
            self.medium = medium
            self._found(medium)


def system_cell(descriptor: int) -> tuple[Px, Px] | None:
    """Return width and height of a cell as the system was told them, also over SSH; None if it was not."""
    import fcntl
    import struct
    import termios

    try:
        told = fcntl.ioctl(descriptor, termios.TIOCGWINSZ, bytes(8))
    except OSError:
        return None
    rows, columns, width, height = struct.unpack("HHHH", told)
    if not (rows and columns and width >= columns and height >= rows):
        return None
    return width // columns, height // rows
