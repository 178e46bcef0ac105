"""What a prompt asks for, once it is understood."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Worn:
    """A garment with its colour and pattern; both may be empty."""

    kind: str
    colour: str = ""
    pattern: str = ""


@dataclass(frozen=True, slots=True)
class Thing:
    """An object. `where` is empty (its usual place), "held", "raised", "sky" or "ground"."""

    kind: str
    colour: str = ""
    size: str = ""
    where: str = ""
    count: int = 1
    glowing: bool = False


@dataclass(frozen=True, slots=True)
class Figure:
    """Somebody. `colour` is that of fur, feathers or hair."""

    kind: str
    colour: str = ""
    worn: tuple[Worn, ...] = ()
    mood: str = ""
    pose: str = ""
    size: str = ""
    pattern: str = ""
    count: int = 1
    looks_up: bool = False
    """Whether it looks to the sky."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Everything a prompt asks for; empty where it says nothing."""

    place: str = ""
    time: str = ""
    weather: str = ""
    season: str = ""
    figures: tuple[Figure, ...] = ()
    things: tuple[Thing, ...] = ()
    framing: str = ""
    angle: str = ""
    """Empty, "above" or "below"."""
    style: str = ""
    palette: str = ""
