"""How often and how large a preview may be, so that a slow line never falls behind the keyboard."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import Protocol

from engine.units import Bytes, Seconds

BETWEEN: Seconds = 0.5
"""Two previews a second read as progress; more would only cost."""

SLOW: float = 400_000.0
"""Bytes a second. A line that shows less, round trip included, is slow: a home uplink, a train, another continent."""

SLOW_SHARE: float = 16_000.0
"""Bytes a second previews may cost a slow line; progress and clock need a few more."""

FAST_SHARE: float = 60_000.0
"""The same on a fast line."""

REST = 4
"""A preview that took the line so long leaves it to the keyboard for so many times as long."""


class Measured(Protocol):
    """A line that counts what it has sent and knows whether something is still on its way."""

    @property
    def sent(self) -> Bytes: ...

    @property
    def behind(self) -> bool: ...

    @property
    def shown_at(self) -> Seconds: ...

    def ask(self) -> None: ...


@dataclass(frozen=True, slots=True)
class Size:
    """What a preview may fill at most, and what it may cost."""

    columns: int
    rows: int
    budget: Bytes


SMALL = Size(26, 18, 6_000)
"""For a line that is slow, or not known yet."""

LARGE = Size(48, 36, 30_000)
"""For a line that has shown that it is fast."""


class PreviewPace:
    """Measures what each preview took and says when the next may come. Times are of `time.monotonic`."""

    def __init__(self, line: Measured | None) -> None:
        """Prepare; without a line (a test, a screenshot) only the usual distance is kept."""
        self._line = line
        self._due: Seconds = 0.0
        self._begun: tuple[Seconds, Bytes] | None = None
        self.size = SMALL

    def may_come(self, now: Seconds) -> bool:
        """Whether a preview may be sent now; looks at what became of the last one."""
        if self._line is None:
            return now >= self._due
        if self._line.behind:
            return False
        if self._begun is not None:
            self._learn(*self._begun)
            self._begun = None
        return now >= self._due

    def begin(self, now: Seconds) -> None:
        """A preview is about to be written."""
        self._due = now + BETWEEN
        if self._line is not None:
            self._begun = now, self._line.sent

    def end(self) -> None:
        """It has been written: ask for a sign that it is shown."""
        if self._line is not None:
            self._line.ask()

    def _learn(self, began: Seconds, sent_before: Bytes) -> None:
        if self._line is None:
            return
        cost = self._line.sent - sent_before
        took = max(1e-6, self._line.shown_at - began)
        slow = cost / took < SLOW
        self.size = SMALL if slow else LARGE
        self._due = began + max(BETWEEN, cost / (SLOW_SHARE if slow else FAST_SHARE), REST * took if slow else 0.0)


PLATE_BYTES: Bytes = 90_000
"""What a real picture may cost at most; with the blocks beneath and the rest of a page it is still less than 120 kB."""

KEPT_WAITING: Seconds = 1.0
"""How long a picture may stand before the next key on a line: its bytes follow from what the last ones took."""

LEAST_PLATE: Bytes = 35_000
"""Below that half blocks are as good."""

REMEMBERED = 3
"""Pictures from which a line is known; the quickest counts, as a busy moment says nothing of the line."""


class PlatePace:
    """Lets a real picture come when all before it is shown, and learns what the line carries."""

    def __init__(self, line: Measured | None) -> None:
        self._line = line
        self._begun: tuple[Seconds, Bytes] | None = None
        self._rates: deque[float] = deque(maxlen=REMEMBERED)
        self.budget: Bytes = PLATE_BYTES
        """What the next picture may cost."""

    def may_come(self) -> bool:
        """Whether nothing else is on its way; looks at what became of the last one."""
        if self._line is None:
            return True
        if self._line.behind:
            return False
        if self._begun is not None:
            began, sent_before = self._begun
            self._begun = None
            cost = self._line.sent - sent_before
            if cost >= LEAST_PLATE:  # less says more of the way there and back than of the line
                self._rates.append(cost / max(1e-6, self._line.shown_at - began))
                self.budget = round(min(PLATE_BYTES, max(LEAST_PLATE, max(self._rates) * KEPT_WAITING)))
        return True

    def begin(self, now: Seconds) -> None:
        """A picture is about to be written, perhaps."""
        if self._line is not None:
            self._begun = now, self._line.sent

    def end(self) -> None:
        """It has been written: ask for a sign that it is shown."""
        if self._line is not None:
            self._line.ask()
