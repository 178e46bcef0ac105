"""A room that looks at one page of the open book."""

from __future__ import annotations

from engine.book.model import Page, Take
from tui.rooms.room import BookRoom


class PageRoom(BookRoom):
    """Says which page it looks at; what can be done about the page is added by those that inherit from it."""

    @property
    def page(self) -> Page | None:
        """The page looked at."""
        raise NotImplementedError

    @property
    def take(self) -> Take | None:
        """The take shown: the one looked at, else the chosen one."""
        raise NotImplementedError

    def look_at(self, page: str) -> None:
        """Look at another page, by its id."""
        raise NotImplementedError
