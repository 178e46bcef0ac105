"""What a model thinks aloud is not its answer."""

from __future__ import annotations

_BEGIN, _END = "<think>", "</think>"


class Spoken:
    """Leaves out what stands between `<think>` and `</think>` at the beginning of an answer.

    Servers that know a model's way of thinking keep it apart; this is for those that do not. Later in the answer the
    marks are text as any other.
    """

    def __init__(self) -> None:
        self._held = ""
        """What may still turn out to be thinking."""
        self._decided = False

    def of(self, piece: str) -> str:
        """Return what of the answer so far may be read and has not been returned yet.

        >>> spoken = Spoken()
        >>> [spoken.of(piece) for piece in ("<th", "ink>Hm", "</think>", '{"a"', ": 1}")]
        ['', '', '', '{"a"', ': 1}']
        """
        if self._decided:
            return piece
        self._held += piece
        begun = self._held.lstrip()
        if len(begun) < len(_BEGIN) and _BEGIN.startswith(begun):
            return ""
        if begun.startswith(_BEGIN):
            _thought, end, rest = begun.partition(_END)
            if not end:
                return ""
            begun = rest
        self._decided, self._held = True, ""
        return begun
