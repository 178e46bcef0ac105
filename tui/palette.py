"""What the command palette offers: every key of the room one is in, the other rooms of the book, the colours."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.screen import Screen

from tui.keys import printed
from tui.rooms.room import BookRoom, Room
from tui.themes import THEMES
from tui.words import say

if TYPE_CHECKING:
    from tui.app import FibelApp


def offered(app: FibelApp, screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield what there is to do on a screen."""
    if isinstance(screen, Room):
        yield from _keys(app, screen)
    if isinstance(screen, BookRoom):
        yield from _ways(app, screen)
    for theme in THEMES:
        yield SystemCommand(
            say("Colours: {name}", name=say(theme.name)), "", lambda t=theme: setattr(app, "theme", t.name)
        )


def _keys(app: FibelApp, room: Room) -> Iterator[SystemCommand]:
    for binding in room.own_keys():
        if not binding.system:
            yield SystemCommand(
                say(binding.tooltip or binding.description),
                printed(binding),
                lambda action=binding.action: app.call_later(room.run_action, action),
            )


def _ways(app: FibelApp, room: BookRoom) -> Iterator[SystemCommand]:
    """Yield the ways to the book's other rooms, by their names."""
    ways = (
        ("Outline", app.enter_outline),
        ("Review", app.enter_review),
        ("Storyboard", app.enter_storyboard),
        ("Dummy", app.enter_dummy),
        ("Characters", app.enter_cast),
        ("Publish", app.enter_publish),
    )
    for name, way in ways:
        if name != room.ROOM:
            yield SystemCommand(say("Room: {name}", name=say(name)), "", lambda way=way: app.call_later(way))
