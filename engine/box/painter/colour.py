"""Colours and what is done to them on a palette."""

from __future__ import annotations

Colour = tuple[int, int, int]

PAPER: Colour = (252, 248, 238)
INK: Colour = (58, 46, 52)
SNOW: Colour = (248, 249, 250)
ROSE: Colour = (232, 128, 112)

COLOURS: dict[str, Colour] = {
    "red": (206, 62, 50),
    "orange": (232, 132, 50),
    "yellow": (244, 202, 72),
    "golden": (236, 184, 62),
    "green": (98, 152, 82),
    "blue": (62, 110, 178),
    "turquoise": (68, 166, 164),
    "purple": (134, 92, 162),
    "pink": (236, 146, 166),
    "brown": (146, 100, 64),
    "beige": (222, 198, 160),
    "grey": (146, 146, 152),
    "silver": (190, 197, 206),
    "white": (248, 244, 236),
    "black": (62, 58, 66),
}
"""As a gouache box has them: none is pure."""


def mix(one: Colour, other: Colour, part: float) -> Colour:
    """Return a colour between two; 0 is the first, 1 the second."""
    return (
        round(one[0] + (other[0] - one[0]) * part),
        round(one[1] + (other[1] - one[1]) * part),
        round(one[2] + (other[2] - one[2]) * part),
    )


def darker(colour: Colour, part: float = 0.25) -> Colour:
    """Return a colour with plum in it: shadows are never grey."""
    return mix(colour, (66, 36, 62), part)


def lighter(colour: Colour, part: float = 0.3) -> Colour:
    """Return a colour with warm white in it."""
    return mix(colour, (255, 250, 236), part)


def glazed(colour: Colour, glaze: Colour) -> Colour:
    """Return a colour seen through a transparent wash."""
    return (colour[0] * glaze[0] // 255, colour[1] * glaze[1] // 255, colour[2] * glaze[2] // 255)


def brightness(colour: Colour) -> float:
    """Return how bright a colour looks, 0 to 255."""
    return 0.3 * colour[0] + 0.59 * colour[1] + 0.11 * colour[2]
