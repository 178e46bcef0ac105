"""Whether something fills memory: the one sign that a model on its way gives of itself."""

from __future__ import annotations

from engine.units import Bytes

SIGN: Bytes = 32 * 1024**2
"""Less comes and goes with a browser's window; a model brings more within a second even from a hard disk."""


class Growth:
    """The most memory ever seen in use. Memory is finite, so nobody can seem to get on for ever."""

    def __init__(self) -> None:
        self._most: Bytes | None = None

    def seen(self, used: Bytes) -> bool:
        """Take a look, and return whether clearly more is in use than at any look before.

        Args:
            used: only differences between looks count, so it may be reckoned from anywhere.

        >>> memory = Growth()
        >>> [memory.seen(mib << 20) for mib in (700, 710, 740, 700, 741)]
        [False, False, True, False, False]
        """
        if self._most is not None and used - self._most < SIGN:
            return False
        first, self._most = self._most is None, used
        return not first
