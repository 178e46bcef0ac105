"""`fibel keys`: every key of the studio with the name under which the settings change it."""

from __future__ import annotations

import argparse
import os

from engine.errors import Exit
from engine.settings import Settings
from tui import words
from tui.commands.parser import Globals
from tui.commands.telling import json_line, result
from tui.commands.telling import say as tell
from tui.keys import all_keys, as_set, key_name, usable, use
from tui.words import say
from tui.words.foreign import engine_words


def keys(options: Globals, settings: Settings, _command: argparse.Namespace) -> int:
    """Print the keys as they are set now, after what is wrong with those of the settings."""
    words.speak(words.language_of(os.environ))
    own, problems = usable(settings.keys)
    use(own)
    for problem in problems:
        tell(f"{engine_words(problem.message, problem.code)} [{problem.code}]")
    for name, key in all_keys().items():
        set_to = as_set(key).key
        does = say(key.tooltip or key.description)
        if options.json:
            json_line({"name": name, "key": set_to, "does": does})
        else:
            result(f"{name:<28} {' '.join(key_name(one.strip()) for one in set_to.split(',')):<8} {does}")
    return int(problems[0].entry.exit) if problems else Exit.DONE
