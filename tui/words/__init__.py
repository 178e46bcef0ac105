"""The words of the screen: English in the code, every other language in a catalogue beside this file."""

from __future__ import annotations

import importlib
import re
from collections.abc import Mapping

LANGUAGES = ("en", "de")

_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""In the order in which gettext asks them."""

KEY = re.compile(r"\{([\w-]+\.[^{}]+)\}")
"""The name of a key within a sentence; the name of a value has no dot."""


class _Speaker:
    """The language spoken now; one for the process, as a terminal has one reader."""

    catalogue: Mapping[str, str] = {}
    language = "en"


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language the environment asks for, English where we do not speak it.

    >>> language_of({"LANG": "de_AT.UTF-8"}), language_of({"LC_ALL": "C", "LANG": "de_DE"})
    ('de', 'en')
    """
    asked = next((environment[name] for name in _VARIABLES if environment.get(name)), "")
    language = asked.split(":")[0][:2].lower()
    return language if language in LANGUAGES else "en"


def speak(language: str) -> None:
    """Choose the language of everything said from now on."""
    _Speaker.language = language
    _Speaker.catalogue = {} if language == "en" else importlib.import_module(f"tui.words.{language}").WORDS


def spoken() -> str:
    """Return the language spoken now."""
    return _Speaker.language


def say(english: str, **values: object) -> str:
    """Return a sentence in the language spoken, with the values in their places.

    A key is told as the author has set it where its name stands: `{review.reroll} paints it`.
    """
    sentence = _Speaker.catalogue.get(english, english)
    if names := KEY.findall(sentence):
        from tui.keys import key_of

        for name in names:
            sentence = sentence.replace(f"{{{name}}}", key_of(name).replace("{", "{{").replace("}", "}}"))
    return sentence.format(**values) if values or names else sentence


def decimal(value: float, places: int = 1) -> str:
    """Return a number with its places as it is written in the language spoken.

    >>> decimal(4.44)
    '4.4'
    """
    written = f"{value:.{places}f}"
    return written.replace(".", ",") if _Speaker.language == "de" else written


def count(number: int, one: str, many: str) -> str:
    """Return `one` or `many` with the number in place of `{n}`."""
    return say(one if number == 1 else many, n=number)
