"""`fibel keys`: every key of the studio with the name under which the settings change it."""

from __future__ import annotations

import argparse
import importlib
import os
import pkgutil

from textual.binding import Binding

from engine.errors import Exit
from engine.settings import Settings
from tui import rooms, words
from tui.commands.parser import Globals
from tui.commands.telling import json_line, result
from tui.commands.telling import say as tell
from tui.rooms.room import Room
from tui.widgets.lines import key_name
from tui.words import say


def all_keys() -> list[Binding]:
    """Return the named keys of every room, room by room."""
    for module in pkgutil.iter_modules(rooms.__path__):
        importlib.import_module(f"{rooms.__name__}.{module.name}")
    kinds, found = [Room], []
    for kind in kinds:
        kinds += [other for other in kind.__subclasses__() if other not in kinds]
        found += [key for key in vars(kind).get("BINDINGS", ()) if isinstance(key, Binding) and key.description]
    return sorted(found, key=lambda key: key.id or "")


def keys(options: Globals, settings: Settings, _command: argparse.Namespace) -> int:
    """Print the keys as they are set now."""
    words.speak(words.language_of(os.environ))
    known = all_keys()
    for name in sorted(set(settings.keys) - {key.id for key in known}):
        tell(f"{name}: no key has this name.")
    for key in known:
        name = key.id or ""
        pressed = settings.keys.get(name, key.key)
        told = say(key.tooltip or key.description)
        if options.json:
            json_line({"name": name, "key": pressed, "does": told})
        else:
            result(f"{name:<28} {' '.join(key_name(one) for one in pressed.split(',')):<8} {told}")
    return Exit.DONE
