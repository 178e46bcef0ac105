"""The keys of the studio: each has a name, by which the author's settings give it another key.

A class that is :class:`Keyed` gets names for its `BINDINGS`: its own name and the action, as in `review.reroll` or
`review.take(1)`. A sentence of the screen tells a key as it is set by that name: `{review.reroll}`.
"""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, ClassVar

from textual.binding import Binding, BindingType
from textual.dom import DOMNode
from textual.keys import KEY_NAME_REPLACEMENTS, Keys, key_to_character

from engine.errors import FibelError

NAMED: dict[str, Binding] = {}
"""Every key by its name, as Fibel has it, of the classes imported so far."""

KEY_NAMES = {
    "enter": "⏎",
    "escape": "Esc",
    "question_mark": "?",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "exclamation_mark": "!",
    "less_than_sign": "<",
    "greater_than_sign": ">",
    "slash": "/",
    "plus": "+",
    "minus": "-",
    "space": "␣",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "shift+up": "⇧↑",
    "shift+down": "⇧↓",
    "shift+left": "⇧←",
    "shift+right": "⇧→",
    "tab": "Tab",
    "home": "Home",
    "end": "End",
    "delete": "Del",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    **{f"f{number}": f"F{number}" for number in range(1, 13)},
}

MODIFIERS = frozenset({"alt", "ctrl", "hyper", "meta", "shift", "super"})


class Keyed:
    """Names each key of a class, so that the author's settings can change it."""

    KEYS: ClassVar[str] = ""
    """What the names of its keys begin with, where that is not the name of the class."""

    def __init_subclass__(cls, **named: Any) -> None:
        if "BINDINGS" in vars(cls):
            cls.BINDINGS = _named(vars(cls).get("KEYS", cls.__name__.lower()), vars(cls)["BINDINGS"])
        super().__init_subclass__(**named)

    BINDINGS: ClassVar[list[BindingType]]


def _named(owner: str, keys: Iterable[BindingType]) -> list[BindingType]:
    named: list[BindingType] = []
    for key in keys:
        if isinstance(key, Binding):
            key = replace(key, id=key.id or f"{owner}.{key.action}")
            NAMED[key.id or ""] = key
        named.append(key)
    return named


class _Keyboard:
    """The author's own keys by their names; one set for the process, as a terminal has one keyboard."""

    own: Mapping[str, str] = {}


def use(own: Mapping[str, str]) -> None:
    """Take the author's own keys from now on."""
    _Keyboard.own = own


def as_set(key: Binding) -> Binding:
    """Return a key as the author has set it."""
    own = _Keyboard.own.get(key.id or "")
    return replace(key, key=own, key_display=None) if own else key


def key_name(key: str) -> str:
    """Return a key as it is printed on the keyboard.

    >>> key_name("ctrl+s"), key_name("left_square_bracket"), key_name("A"), key_name("equals_sign")
    ('^S', '[', 'A', '=')
    """
    if key in KEY_NAMES:
        return KEY_NAMES[key]
    if key.startswith("ctrl+"):
        return f"^{key_name(key.removeprefix('ctrl+')).upper()}"
    return key_to_character(key) or key


def pressed(binding: Binding) -> str:
    """Return every key that does this, as it is printed on the keyboard."""
    return binding.key_display or " ".join(key_name(key.strip()) for key in binding.key.split(","))


def printed(binding: Binding) -> str:
    """Return the first key that does this, as it is printed on the keyboard."""
    return binding.key_display or key_name(binding.key.split(",")[0].strip())


def key_of(name: str) -> str:
    """Return the key of this name as it is set and printed on the keyboard."""
    return printed(as_set(NAMED.get(name) or all_keys()[name]))


def all_keys() -> dict[str, Binding]:
    """Return every key of the studio by its name, as Fibel has it; imports all rooms."""
    _import_all()
    return dict(sorted(NAMED.items()))


@cache
def _import_all() -> None:
    from tui import rooms, widgets

    for package in (rooms, widgets):
        for module in pkgutil.iter_modules(package.__path__):
            importlib.import_module(f"{package.__name__}.{module.name}")


def usable(own: Mapping[str, str]) -> tuple[dict[str, str], list[FibelError]]:
    """Return those of the author's own keys that can be used, and what is wrong with the others.

    The errors are `key_unknown` (nothing has this name, or no keyboard has this key) and `key_taken` (what else has
    the key in the same place).
    """
    known, problems = all_keys(), []
    good: dict[str, str] = {}
    for name, keys in own.items():
        wrong = [key for key in (one.strip() for one in keys.split(",")) if not _exists(key)]
        if name not in known:
            problems.append(FibelError("key_unknown", f"{name}: no key has this name."))
        elif wrong:
            problems.append(FibelError("key_unknown", f"{name}: there is no key {wrong[0] or '“”'}."))
        else:
            good[name] = keys
    while clash := _clash(good):
        name, key, other = clash
        does = known[other].tooltip or known[other].description
        problems.append(FibelError("key_taken", f"{name}: {key_name(key)} is taken by {other}: {does}."))
        del good[name]
    return good, problems


def _exists(key: str) -> bool:
    """Whether a key can be pressed, as Textual calls it: `r`, `ctrl+r`, `f5`, `question_mark` or `?`."""
    *modifiers, name = key.split("+") if len(key) > 1 else [key]
    known = {one.value for one in Keys} | set(KEY_NAME_REPLACEMENTS.values())
    return MODIFIERS.issuperset(modifiers) and bool(name) and (name in known or key_to_character(name) is not None)


def _clash(own: Mapping[str, str]) -> tuple[str, str, str] | None:
    """Return the first own key that means something else in the same place: its name, the key, the other's name."""
    for place in _places():
        taken: dict[str, str] = {}
        meant = {name: _long(own[name]) if name in own else keys for name, keys in place.items()}
        for name, keys in sorted(meant.items(), key=lambda one: one[0] in own):
            for key in keys:
                if name in own and (other := taken.get(key, name)) != name:
                    return name, key, other
                taken[key] = name
    return None


def _long(keys: str) -> set[str]:
    return {key.key for key in Binding.make_bindings([Binding(keys, "")])}


@cache
def _places() -> list[dict[str, set[str]]]:
    """Return, for each place of the studio, the names of its keys with the keys as Fibel has them."""
    import tui.app

    _import_all()
    everywhere = _keys_of(tui.app.FibelApp)
    return [{**everywhere, **_keys_of(kind)} for kind in _kinds(DOMNode) if issubclass(kind, Keyed)]


def _keys_of(kind: type[DOMNode]) -> dict[str, set[str]]:
    """Return what each named key of a class is, without what a nearer class uses for something else."""
    nearest: dict[str, Binding] = {}
    for owner in reversed(kind.__mro__):
        nearest |= {key.key: key for key in Binding.make_bindings(vars(owner).get("BINDINGS", ()))}
    found: dict[str, set[str]] = {}
    for key in nearest.values():
        if key.id:
            found.setdefault(key.id, set()).add(key.key)
    return found


def _kinds(kind: type[DOMNode]) -> list[type[DOMNode]]:
    kinds = [kind]
    for known in kinds:
        kinds += [other for other in known.__subclasses__() if other not in kinds]
    return kinds
