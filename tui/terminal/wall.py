"""What hangs on the terminal: which plates stand where, and what to say to have it changed.

Kitty's pictures stand over the letters until they are taken down by their number; a sixel picture is gone where letters
are written over it. So whoever paints tells after each frame what it has written over, and what shall hang.
"""

from __future__ import annotations

import secrets
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from textual.geometry import Region

from tui.terminal import kitty
from tui.terminal.plates import Plate
from tui.terminal.probe import Way

KEPT = 24
"""Plates the terminal keeps for another time; leafing back and forth among them costs next to nothing."""

NUMBERS = 1 << 31
"""Other programs on the same terminal number their pictures too: ours begin anywhere below that."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A plate at its place."""

    plate: Plate
    area: Region
    """Cells it fills."""
    around: Region
    """Cells that are written whenever one in the area is: those of the widget."""


class Frame(Protocol):
    """What was written over."""

    def touches(self, region: Region) -> bool: ...

    def covers(self, region: Region) -> bool: ...


@dataclass(frozen=True, slots=True)
class Change:
    """What follows from a frame."""

    text: str = ""
    """To be sent."""
    bare: tuple[Region, ...] = ()
    """To be painted anew, because a picture is left over there."""
    waits: bool = False
    """Whether something that shall hang is too heavy for now."""


class Wall:
    """Keeps account of one terminal."""

    def __init__(self) -> None:
        self._up: dict[int, Spot] = {}
        self._sent: OrderedDict[Plate, int] = OrderedDict()
        """Plates the terminal has, by kitty's way, and their numbers; the least used first."""
        self._lost: list[int] = []
        """Numbers it may have or not."""
        self._next = secrets.randbelow(NUMBERS) + 1

    def change(self, wanted: Mapping[int, Spot], frame: Frame, *, heavy: bool = True) -> Change:
        """Hang what is wanted, after a frame has been written.

        Args:
            wanted: what shall hang, by a number of its own for each place.
            heavy: whether pictures may be sent that the terminal does not have.
        """
        out = [kitty.free(number) for number in self._lost]
        self._lost.clear()
        may_hang = {slot: spot for slot, spot in wanted.items() if heavy or spot.plate in self._sent}
        gone = {
            slot: spot
            for slot, spot in self._up.items()
            if wanted.get(slot) != spot or (slot not in may_hang and frame.touches(spot.around))
        }
        out += [self._take_down(slot, spot) for slot, spot in gone.items()]
        for slot, spot in may_hang.items():
            if slot not in self._up or frame.touches(spot.around):
                out.append(self._hang(slot, spot))
                self._up[slot] = spot
        out.append(self._tidy())
        left_over = (spot.area for spot in gone.values() if spot.plate.way is Way.SIXEL and not frame.covers(spot.area))
        return Change("".join(out), tuple(left_over), any(slot not in self._up for slot in wanted))

    def _take_down(self, slot: int, spot: Spot) -> str:
        del self._up[slot]
        number = self._sent.get(spot.plate)
        return kitty.take_down(number, slot) if number is not None else ""

    def forget(self) -> None:
        """What was sent may be lost: everything is sent again with the next change."""
        self._up.clear()
        self._lost += self._sent.values()
        self._sent.clear()

    def clear(self) -> str:
        """Return what leaves nothing behind; the wall is empty then."""
        erase = "\x1b[2J" if any(spot.plate.way is Way.SIXEL for spot in self._up.values()) else ""
        self.forget()
        freed = "".join(kitty.free(number) for number in self._lost)
        self._lost.clear()
        return erase + freed

    def _hang(self, slot: int, spot: Spot) -> str:
        plate, move = spot.plate, f"\x1b[{spot.area.y + 1};{spot.area.x + 1}H"
        if plate.way is Way.SIXEL:
            return move + plate.data.decode("ascii")
        out = []
        if plate not in self._sent:
            self._sent[plate] = self._next = self._next + 1
            out.append(kitty.send(self._next, plate.data))
        self._sent.move_to_end(plate)
        out += [move, kitty.place(self._sent[plate], slot, plate.columns, plate.rows)]
        return "".join(out)

    def _tidy(self) -> str:
        """Return what makes the terminal forget the plates it has too many of; what hangs stays."""
        hangs = {spot.plate for spot in self._up.values()}
        idle = [plate for plate in self._sent if plate not in hangs]
        return "".join(kitty.free(self._sent.pop(plate)) for plate in idle[: max(0, len(self._sent) - KEPT)])
