"""What takes one from place to place: boats, cars, trains, a rocket."""

from __future__ import annotations

from random import Random

from engine.box.painter import curves
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, INK, SNOW, Colour, lighter
from engine.box.painter.made import BROWN, IRON, WOOD


def air_balloon(b: Brush, colour: Colour, dice: Random) -> None:
    b.both([(0, 1.0), (0.26, 0.93), (0.38, 0.68), (0.24, 0.42), (0.1, 0.28), (0, 0.28)], colour, 0.3)
    for x in (-0.17, 0.17):
        b.stroke([(x * 0.3, 0.99), (x * 1.3, 0.7), (x * 0.4, 0.29)], [0.02, 0.1, 0.02], COLOURS["yellow"])
    for x in (-0.08, 0.08):
        b.line([(x, 0.28), (x, 0.14)], 0.012, INK)
    b.shape([(-0.11, 0.14), (0.11, 0.14), (0.09, 0.0), (-0.09, 0.0)], WOOD, 0.25)


def boat(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0, 0.24), (0, 1.0)], 0.035, WOOD)
    b.shape([(0.04, 0.96), (0.4, 0.5), (0.46, 0.36), (0.04, 0.36)], SNOW, 0.2)
    b.shape([(-0.04, 0.84), (-0.3, 0.44), (-0.04, 0.38)], COLOURS["red"] if colour != COLOURS["red"] else SNOW, 0.2)
    b.poly([(0, 1.0), (0.16, 1.06), (0, 1.11)], COLOURS["yellow"])
    b.shape([(-0.6, 0.3), (0.62, 0.3), (0.46, 0.04), (0.2, 0.0), (-0.3, 0.0), (-0.46, 0.06)], colour, 0.35)
    b.line([(-0.54, 0.21), (0.56, 0.21)], 0.03, lighter(colour, 0.6))


def raft(b: Brush, colour: Colour, dice: Random) -> None:
    for k in range(6):
        b.limb([(-0.5 + 0.2 * k, 0.14), (-0.56 + 0.2 * k, 0.02)], 0.17, colour, 0.25)
    b.line([(0, 0.1), (0, 0.96)], 0.035, colour)
    b.poly([(0.03, 0.92), (0.44, 0.6), (0.03, 0.4)], SNOW, 0.2)


def rocket(b: Brush, colour: Colour, dice: Random) -> None:
    b.bright().shape([(-0.14, 0.14), (0.14, 0.14), (0.1, -0.1), (0, -0.3), (-0.1, -0.1)], COLOURS["orange"])
    for side in (-1, 1):
        b.shape(
            [(side * 0.16, 0.42), (side * 0.42, 0.16), (side * 0.4, 0.02), (side * 0.14, 0.14)], COLOURS["blue"], 0.25
        )
    b.both([(0, 1.1), (0.14, 0.92), (0.22, 0.6), (0.16, 0.14), (0, 0.1)], (240, 236, 228), 0.3)
    b.both([(0, 1.1), (0.14, 0.92), (0.15, 0.86), (0, 0.84)], colour)
    b.oval(0, 0.6, 0.12, 0.12, IRON)
    b.oval(0, 0.6, 0.085, 0.085, (168, 214, 230))


def car(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(-0.46, 0.42), (-0.34, 0.8), (0.2, 0.8), (0.42, 0.46)], lighter(colour, 0.1), 0.2)
    b.shape([(-0.3, 0.46), (-0.24, 0.7), (-0.04, 0.7), (-0.04, 0.46)], (206, 230, 236))
    b.shape([(0.04, 0.46), (0.04, 0.7), (0.17, 0.7), (0.3, 0.46)], (206, 230, 236))
    b.shape([(-0.7, 0.44), (0.5, 0.48), (0.74, 0.4), (0.76, 0.16), (-0.72, 0.16)], colour, 0.35)
    b.oval(0.68, 0.32, 0.06, 0.07, COLOURS["yellow"])
    wheels(b, (-0.4, 0.42), 0.17)


def wheels(b: Brush, at: tuple[float, ...], radius: float) -> None:
    """Draw wheels that stand on the ground."""
    for x in at:
        b.oval(x, radius, radius, radius, (70, 62, 70))
        b.oval(x, radius, radius * 0.5, radius * 0.5, (214, 206, 196))


def cart(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0.5, 0.36), (0.86, 0.6)], 0.05, WOOD)
    b.poly([(-0.6, 0.6), (0.6, 0.6), (0.5, 0.26), (-0.5, 0.26)], colour, 0.3)
    wheels(b, (-0.32, 0.32), 0.18)


def tractor(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-0.4, 0.5), (-0.34, 1.0), (0.06, 1.0), (0.1, 0.5)], lighter(colour, 0.1), 0.2)
    b.poly([(-0.28, 0.58), (-0.24, 0.92), (0.0, 0.92), (0.02, 0.58)], (206, 230, 236))
    b.shape([(-0.44, 0.56), (0.6, 0.6), (0.66, 0.26), (-0.44, 0.24)], colour, 0.3)
    b.line([(0.4, 0.6), (0.4, 0.84)], 0.06, IRON)
    wheels(b, (-0.3,), 0.3)
    wheels(b, (0.48,), 0.18)


def train(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-1.5, 0.2), (-0.62, 0.2), (-0.62, 0.7), (-1.5, 0.7)], COLOURS["blue"], 0.3)
    for x in (-1.3, -1.06, -0.82):
        b.poly([(x - 0.08, 0.42), (x + 0.08, 0.42), (x + 0.08, 0.6), (x - 0.08, 0.6)], (250, 232, 170))
    b.poly([(-0.5, 0.2), (-0.5, 0.96), (-0.08, 0.96), (-0.08, 0.2)], colour, 0.3)
    b.poly([(-0.4, 0.6), (-0.18, 0.6), (-0.18, 0.84), (-0.4, 0.84)], (250, 232, 170))
    b.shape([(-0.1, 0.6), (0.6, 0.6), (0.7, 0.4), (0.6, 0.2), (-0.1, 0.2)], colour, 0.35)
    b.poly([(0.4, 0.58), (0.34, 0.9), (0.6, 0.9), (0.54, 0.58)], IRON)
    for k in range(3):
        b.oval(0.5 - 0.22 * k, 1.1 + 0.16 * k, 0.14 + 0.05 * k, 0.12 + 0.04 * k, (236, 232, 228))
    wheels(b, (-1.3, -0.82, -0.34, 0.06, 0.44), 0.14)


def bicycle(b: Brush, colour: Colour, dice: Random) -> None:
    for x in (-0.42, 0.42):
        ring = curves.oval(x, 0.3, 0.29, 0.29)
        b.line([*ring, ring[0], ring[1]], 0.04, (70, 62, 70))
        for turn in (0.0, 0.1, 0.2):
            b.line([(x - 0.27 + turn, 0.3 + turn), (x + 0.27 - turn, 0.3 - turn)], 0.01, IRON)
    b.line([(-0.42, 0.3), (-0.1, 0.66)], 0.05, colour)
    b.line([(-0.1, 0.66), (0.3, 0.66)], 0.05, colour)
    b.line([(0.42, 0.3), (0.28, 0.84)], 0.05, colour)
    b.line([(0.3, 0.66), (-0.02, 0.3)], 0.05, colour)
    b.line([(-0.02, 0.3), (-0.42, 0.3)], 0.05, colour)
    b.line([(-0.02, 0.3), (-0.14, 0.76)], 0.04, colour)
    b.limb([(-0.24, 0.78), (-0.06, 0.78)], 0.07, BROWN)
    b.line([(0.28, 0.84), (0.4, 0.88)], 0.05, IRON)


def sled(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(-0.56, 0.05), (0.5, 0.05), (0.7, 0.3)], 0.05, IRON)
    for x in (-0.3, 0.3):
        b.line([(x, 0.06), (x, 0.3)], 0.05, WOOD)
    b.limb([(-0.56, 0.32), (0.56, 0.32)], 0.1, colour, 0.25)
