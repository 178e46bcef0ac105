"""What animals wear, in the colours of their character block."""

from __future__ import annotations

import math

from engine.box.painter.brush import NOSE, Brush, Colour, darker, lighter
from engine.box.painter.understanding import Figure
from engine.box.painter.words import COLOURS


def clothes_below(b: Brush, figure: Figure) -> None:
    """Draw what is worn on body and feet."""
    for garment, name in figure.worn:
        colour = COLOURS.get(name, COLOURS["blue"])
        match garment:
            case "boots":
                for side in (-1, 1):
                    b.oval(side * 0.14, 0.06, 0.13, 0.075, colour)
                    b.oval(side * 0.12, 0.12, 0.08, 0.07, colour)
            case "coat" | "cape":
                b.oval(0, 0.33, 0.27, 0.25, colour)
                b.curve([(0, 0.52), (0, 0.1)], darker(colour), 0.016)
                for y in (0.4, 0.28):
                    b.oval(0.03, y, 0.02, 0.02, lighter(colour, 0.7))
            case "dress" | "apron":
                b.shape([(-0.16, 0.46), (0.16, 0.46), (0.3, 0.08), (-0.3, 0.08)], colour)
            case "trousers":
                b.oval(0, 0.18, 0.25, 0.16, colour)
            case "backpack":
                for side in (-1, 1):
                    b.curve([(side * 0.12, 0.5), (side * 0.15, 0.26)], colour, 0.05)


def clothes_above(b: Brush, figure: Figure) -> None:
    """Draw what is worn about the neck and on the head."""
    y = 0.68
    for garment, name in figure.worn:
        colour = COLOURS.get(name, COLOURS["red"])
        match garment:
            case "scarf":
                b.curve([(-0.2, 0.5), (0, 0.455), (0.2, 0.5)], colour, 0.1)
                b.curve([(0.1, 0.47), (0.15, 0.36), (0.13, 0.26)], darker(colour, 0.12), 0.085)
                for dx in (0.1, 0.13, 0.16):
                    b.curve([(dx, 0.24), (dx, 0.21)], darker(colour, 0.12), 0.016)
            case "hat":
                b.oval(0, y + 0.19, 0.27, 0.05, darker(colour, 0.12))
                b.shape([(-0.17, y + 0.2), (0.17, y + 0.2), (0.12, y + 0.4), (-0.12, y + 0.4)], colour)
                b.curve([(-0.155, y + 0.235), (0.155, y + 0.235)], darker(colour, 0.4), 0.04)
            case "cap":
                b.oval(0, y + 0.18, 0.21, 0.12, colour)
                b.curve([(-0.2, y + 0.14), (0.2, y + 0.14)], darker(colour, 0.15), 0.06)
                b.oval(0, y + 0.31, 0.055, 0.055, lighter(colour, 0.5))
            case "glasses":
                for side in (-1, 1):
                    _ring(b, side * 0.1, y + 0.025, 0.085, COLOURS.get(name, NOSE))
                b.curve([(-0.03, y + 0.03), (0.03, y + 0.03)], COLOURS.get(name, NOSE), 0.018)
            case "crown":
                gold = COLOURS["golden"]
                points = [(-0.15, y + 0.2), (-0.17, y + 0.36), (-0.08, y + 0.28), (0, y + 0.4), (0.08, y + 0.28)]
                b.shape([*points, (0.17, y + 0.36), (0.15, y + 0.2)], gold)
            case "bow":
                for side in (-1, 1):
                    b.oval(0.14 + side * 0.06, y + 0.2, 0.065, 0.05, colour, 20 * side)
                b.oval(0.14, y + 0.2, 0.028, 0.028, darker(colour))


def _ring(b: Brush, x: float, y: float, radius: float, colour: Colour) -> None:
    points = [(x + radius * math.cos(i * math.pi / 8), y + radius * math.sin(i * math.pi / 8)) for i in range(17)]
    b.curve(points, colour, 0.018)
