"""Read the items of a list out of a JSON document that is still being written."""

from __future__ import annotations

_BLANK = " \t\r\n"


class ItemReader:
    """Finds the items of the list that the document's root names `field`, each as soon as it is complete.

    Every character is looked at once. Text before the first `{` and after its `}` is passed over (some models greet
    or fence their JSON). Items come out as their own JSON text and are not validated here. An object is complete with
    its closing brace; a bare number, string or word with the comma or bracket after it.
    """

    def __init__(self, field: str) -> None:
        self._field = field
        self._depth = 0
        """How many braces and brackets are open."""
        self._in_string = False
        self._escaped = False
        self._finished = False
        self._text: list[str] = []
        """The string or the item that is being read."""
        self._key = ""
        """The root's key whose value is being read, with quotes and escapes as written."""
        self._expects_key = False
        self._in_list = False

    def feed(self, piece: str) -> list[str]:
        """Take the next piece of the document and return the items it completed, in order."""
        items: list[str] = []
        for character in piece:
            if self._finished:
                break
            self._take(character, items)
        return items

    def _take(self, character: str, items: list[str]) -> None:
        if self._depth == 0:
            self._begin(character)
        elif self._in_string:
            self._take_in_string(character)
        else:
            self._take_outside(character, items)

    def _begin(self, character: str) -> None:
        if character == "{":
            self._depth = 1
            self._expects_key = True

    def _take_in_string(self, character: str) -> None:
        self._keep(character)
        if self._escaped:
            self._escaped = False
        elif character == "\\":
            self._escaped = True
        elif character == '"':
            self._in_string = False
            if self._depth == 1 and self._expects_key:
                self._key = "".join(self._text)
                self._expects_key = False

    def _take_outside(self, character: str, items: list[str]) -> None:
        if self._in_list and self._depth == 2 and character in ",]":
            self._emit(items)
        elif self._in_list and not (self._depth == 2 and character in _BLANK):
            self._keep(character)
        match character:
            case '"':
                self._in_string = True
                if self._depth == 1:
                    self._text = [character]
            case "{" | "[":
                self._open(character)
            case "}" | "]":
                self._close(items)
            case "," if self._depth == 1:
                self._expects_key = True

    def _open(self, character: str) -> None:
        self._depth += 1
        if self._depth == 2 and character == "[" and self._key == f'"{self._field}"':
            self._in_list = True
            self._text = []

    def _close(self, items: list[str]) -> None:
        self._depth -= 1
        if self._depth == 2 and self._in_list:
            self._emit(items)
        elif self._depth == 1:
            self._in_list = False
        elif self._depth == 0:
            self._finished = True

    def _keep(self, character: str) -> None:
        if self._in_list or self._depth == 1:
            self._text.append(character)

    def _emit(self, items: list[str]) -> None:
        if self._text:
            items.append("".join(self._text))
            self._text = []
