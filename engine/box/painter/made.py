"""Things people make: toys, food, vessels, tools."""

from __future__ import annotations

from random import Random

from engine.box.painter import curves
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, INK, SNOW, Colour, darker, lighter, mix
from engine.box.painter.natural import GLOW

WOOD: Colour = (178, 128, 84)
IRON: Colour = (94, 90, 100)


def lantern(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(-0.2, 0.84), (0, 1.06), (0.2, 0.84)], 0.05, IRON)
    b.poly([(-0.26, 0.14), (0.26, 0.14), (0.2, 0.72), (-0.2, 0.72)], (252, 226, 150))
    b.bright().glow(0, 0.42, 1.5, GLOW, 0.75)
    b.bright().shape([(0, 0.56), (0.09, 0.36), (0, 0.24), (-0.09, 0.36)], COLOURS["orange"])
    for x in (-0.23, 0.0, 0.23):
        b.line([(x, 0.14), (x * 0.8, 0.72)], 0.03, colour)
    b.shape([(-0.32, 0.14), (0.32, 0.14), (0.28, 0.0), (-0.28, 0.0)], colour, 0.3)
    b.shape([(-0.3, 0.72), (0, 0.94), (0.3, 0.72)], colour, 0.3)


def lamp(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0, 0.06), (0, 0.62)], 0.05, IRON)
    b.oval(0, 0.05, 0.22, 0.05, IRON)
    b.bright().glow(0, 0.6, 1.4, GLOW, 0.6)
    b.shape([(-0.2, 0.98), (0.2, 0.98), (0.4, 0.58), (-0.4, 0.58)], colour, 0.25)


def candle(b: Brush, colour: Colour, dice: Random) -> None:
    b.oval(0, 0.06, 0.34, 0.07, COLOURS["golden"])
    b.poly([(-0.12, 0.06), (0.12, 0.06), (0.12, 0.62), (-0.12, 0.62)], colour, 0.25)
    b.bright().glow(0, 0.82, 1.3, GLOW, 0.7)
    b.bright().shape([(0, 1.02), (0.1, 0.78), (0, 0.66), (-0.1, 0.78)], COLOURS["orange"])


def kite(b: Brush, colour: Colour, dice: Random) -> None:
    other = mix(colour, COLOURS["yellow"], 0.7)
    b.line([(0, 0.2), (-0.2, -0.2), (0.1, -0.5), (-0.1, -0.86)], 0.018, INK)
    for x, y in ((-0.15, -0.12), (0.04, -0.4), (0.0, -0.68)):
        b.poly(
            [(x - 0.1, y + 0.06), (x, y), (x - 0.1, y - 0.06), (x + 0.1, y + 0.06), (x, y), (x + 0.1, y - 0.06)], other
        )
    b.poly([(0, 1.0), (0.36, 0.66), (0, 0.1), (-0.36, 0.66)], colour, 0.2)
    b.poly([(0, 1.0), (0.36, 0.66), (0, 0.66)], other)
    b.poly([(0, 0.1), (-0.36, 0.66), (0, 0.66)], other)
    for side in (-1, 1):
        b.dab(side * 0.1, 0.74, 0.03, 0.04, INK)
    b.line([(-0.09, 0.56), (0, 0.51), (0.09, 0.56)], 0.022, INK)


def ball(b: Brush, colour: Colour, dice: Random) -> None:
    b.oval(0, 0.5, 0.5, 0.5, colour, form=0.35)
    b.stroke([(-0.42, 0.66), (0, 0.78), (0.42, 0.66)], [0.08, 0.14, 0.08], SNOW)
    b.stroke([(-0.44, 0.34), (0, 0.24), (0.44, 0.34)], [0.06, 0.12, 0.06], COLOURS["yellow"])


def balloon(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0, 0.3), (0.05, 0.1), (-0.03, -0.16), (0.02, -0.4)], 0.014, INK)
    b.both([(0, 1.0), (0.24, 0.92), (0.34, 0.68), (0.18, 0.38), (0, 0.29)], colour, 0.35)
    b.dab(-0.13, 0.78, 0.06, 0.1, lighter(colour, 0.7), 20)


def book(b: Brush, colour: Colour, dice: Random) -> None:
    for side in (-1, 1):
        b.poly([(0, 0.06), (side * 0.6, 0.2), (side * 0.6, 0.86), (0, 0.72)], colour, 0.2)
        b.poly([(0, 0.14), (side * 0.53, 0.26), (side * 0.53, 0.86), (0, 0.76)], (252, 246, 230))
        for k in range(4):
            b.line([(side * 0.1, 0.66 - 0.12 * k), (side * 0.44, 0.74 - 0.12 * k)], 0.02, (170, 158, 150))


def paper(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-0.5, 0.1), (0.5, 0.1), (0.5, 0.8), (-0.5, 0.8)], colour, 0.15)
    b.line([(-0.5, 0.8), (0, 0.4), (0.5, 0.8)], 0.025, darker(colour, 0.25))
    b.oval(0, 0.4, 0.09, 0.09, COLOURS["red"])


def chart(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly(
        [(-0.6, 0.1), (-0.2, 0.18), (0.2, 0.1), (0.6, 0.18), (0.6, 0.86), (0.2, 0.78), (-0.2, 0.86), (-0.6, 0.78)],
        colour,
        0.15,
    )
    for k in range(6):
        b.line([(-0.46 + 0.14 * k, 0.3 + 0.05 * (k % 3)), (-0.39 + 0.14 * k, 0.36 + 0.05 * (k % 2))], 0.035, BROWN)
    for turn in (-1, 1):
        b.line([(0.34, 0.54 + 0.08 * turn), (0.5, 0.54 - 0.08 * turn)], 0.05, COLOURS["red"])


BROWN: Colour = (126, 88, 62)


def picture(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-0.5, 0.06), (0.5, 0.06), (0.5, 0.94), (-0.5, 0.94)], colour, 0.25)
    b.poly([(-0.4, 0.16), (0.4, 0.16), (0.4, 0.84), (-0.4, 0.84)], (206, 226, 232))
    b.shape([(-0.4, 0.17), (-0.2, 0.5), (0.1, 0.3), (0.4, 0.5), (0.4, 0.17)], COLOURS["green"])
    b.oval(0.2, 0.68, 0.1, 0.1, COLOURS["yellow"])


def cake(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-0.5, 0.04), (0.5, 0.04), (0.5, 0.46), (-0.5, 0.46)], (236, 196, 140), 0.25)
    b.shape(
        [(-0.54, 0.46), (0.54, 0.46), (0.5, 0.28), (0.3, 0.36), (0.14, 0.24), (-0.1, 0.36), (-0.3, 0.24), (-0.5, 0.34)],
        colour,
    )
    for x in (-0.28, 0.0, 0.28):
        b.line([(x, 0.46), (x, 0.72)], 0.06, COLOURS["blue"])
        b.bright().shape([(x, 0.9), (x + 0.05, 0.78), (x, 0.73), (x - 0.05, 0.78)], COLOURS["orange"])
        b.oval(x + 0.14, 0.5, 0.06, 0.06, COLOURS["red"])


def bread(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(-0.6, 0.2), (-0.44, 0.6), (0, 0.72), (0.44, 0.6), (0.6, 0.2), (0.3, 0.02), (-0.3, 0.02)], colour, 0.35)
    for x in (-0.24, 0.0, 0.24):
        b.line([(x - 0.08, 0.36), (x + 0.06, 0.58)], 0.05, lighter(colour, 0.5))


def cookie(b: Brush, colour: Colour, dice: Random) -> None:
    b.oval(0, 0.44, 0.46, 0.42, colour, form=0.3)
    for x, y in ((-0.2, 0.54), (0.1, 0.62), (0.2, 0.34), (-0.08, 0.28), (0.0, 0.46)):
        b.dab(x, y, 0.06, 0.06, (96, 66, 54))


def ice_cream(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-0.22, 0.5), (0.22, 0.5), (0, 0.0)], (226, 170, 104), 0.25)
    for x, y, tone in ((-0.13, 0.62, colour), (0.13, 0.62, (250, 240, 214)), (0, 0.82, COLOURS["brown"])):
        b.oval(x, y, 0.2, 0.19, tone, form=0.25)


def bowl(b: Brush, colour: Colour, dice: Random) -> None:
    b.oval(0, 0.52, 0.5, 0.12, (240, 190, 120))
    b.shape([(-0.5, 0.52), (0.5, 0.52), (0.34, 0.1), (0, 0.02), (-0.34, 0.1)], colour, 0.3)
    for x in (-0.16, 0.1):
        b.line([(x, 0.66), (x + 0.06, 0.8), (x, 0.94)], 0.025, (226, 226, 226))


def cup(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0.3, 0.6), (0.56, 0.52), (0.3, 0.22)], 0.08, colour)
    b.shape([(-0.36, 0.72), (0.36, 0.72), (0.3, 0.08), (0, 0.02), (-0.3, 0.08)], colour, 0.3)
    b.oval(0, 0.72, 0.36, 0.08, (146, 92, 66))
    b.line([(-0.05, 0.84), (0.03, 0.95), (-0.03, 1.08)], 0.025, (226, 226, 226))


def bottle(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape(
        [(-0.1, 1.0), (0.1, 1.0), (0.1, 0.72), (0.26, 0.54), (0.26, 0.06), (-0.26, 0.06), (-0.26, 0.54), (-0.1, 0.72)],
        colour,
        0.3,
    )
    b.shape([(-0.2, 0.44), (0.2, 0.44), (0.2, 0.2), (-0.2, 0.2)], SNOW)


def gift(b: Brush, colour: Colour, dice: Random) -> None:
    ribbon = COLOURS["yellow"] if colour != COLOURS["yellow"] else COLOURS["red"]
    b.poly([(-0.46, 0.02), (0.46, 0.02), (0.46, 0.66), (-0.46, 0.66)], colour, 0.3)
    b.poly([(-0.09, 0.02), (0.09, 0.02), (0.09, 0.66), (-0.09, 0.66)], ribbon)
    for side in (-1, 1):
        b.shape([(0, 0.66), (side * 0.3, 0.94), (side * 0.36, 0.7)], ribbon, 0.2)


def crate(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-0.5, 0.02), (0.5, 0.02), (0.5, 0.66), (-0.5, 0.66)], colour, 0.3)
    for y in (0.24, 0.45):
        b.line([(-0.5, y), (0.5, y)], 0.02, darker(colour, 0.35))
    b.line([(-0.4, 0.1), (0.4, 0.58)], 0.06, darker(colour, 0.2))


def chest(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(-0.58, 0.5), (-0.5, 0.9), (0, 1.02), (0.5, 0.9), (0.58, 0.5)], darker(colour, 0.1), 0.3)
    for _ in range(16):
        b.oval(dice.uniform(-0.4, 0.4), dice.uniform(0.48, 0.6), 0.07, 0.07, COLOURS["golden"])
    b.bright().glow(0, 0.6, 0.9, GLOW, 0.4)
    b.poly([(-0.56, 0.02), (0.56, 0.02), (0.56, 0.5), (-0.56, 0.5)], colour, 0.3)
    for x in (-0.36, 0.36):
        b.line([(x, 0.02), (x, 0.5)], 0.08, COLOURS["golden"])
    b.oval(0, 0.4, 0.1, 0.12, COLOURS["golden"])


def suitcase(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(-0.16, 0.64), (-0.14, 0.8), (0.14, 0.8), (0.16, 0.64)], 0.06, darker(colour, 0.35))
    b.shape(
        [(-0.5, 0.6), (-0.42, 0.68), (0.42, 0.68), (0.5, 0.6), (0.5, 0.1), (0.42, 0.02), (-0.42, 0.02), (-0.5, 0.1)],
        colour,
        0.3,
    )
    for x in (-0.28, 0.28):
        b.line([(x, 0.03), (x, 0.67)], 0.06, darker(colour, 0.3))


def key(b: Brush, colour: Colour, dice: Random) -> None:
    ring = curves.oval(0, 0.78, 0.2, 0.2)
    b.line([*ring, ring[0]], 0.1, colour)
    b.line([(0, 0.58), (0, 0.04)], 0.1, colour)
    for y in (0.08, 0.24):
        b.line([(0, y), (0.22, y)], 0.09, colour)


def basket(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(-0.46, 0.46), (-0.3, 0.92), (0.3, 0.92), (0.46, 0.46)], 0.06, darker(colour, 0.2))
    for x, tone in ((-0.24, "red"), (0.0, "green"), (0.24, "red")):
        b.oval(x, 0.5, 0.17, 0.16, COLOURS[tone], form=0.3)
    b.shape([(-0.52, 0.5), (0.52, 0.5), (0.4, 0.04), (-0.4, 0.04)], colour, 0.3)
    for row in range(3):
        b.line(
            [(-0.46, 0.4 - 0.13 * row), (0, 0.36 - 0.13 * row), (0.46, 0.4 - 0.13 * row)], 0.025, darker(colour, 0.3)
        )


def bucket(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(-0.4, 0.66), (0, 1.04), (0.4, 0.66)], 0.04, IRON)
    b.shape([(-0.42, 0.68), (0.42, 0.68), (0.3, 0.04), (-0.3, 0.04)], colour, 0.3)
    b.oval(0, 0.68, 0.42, 0.1, darker(colour, 0.35))


def drum(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-0.46, 0.08), (0.46, 0.08), (0.46, 0.7), (-0.46, 0.7)], colour, 0.3)
    for k in range(4):
        x = -0.46 + 0.23 * k
        b.line([(x, 0.66), (x + 0.115, 0.14), (x + 0.23, 0.66)], 0.025, COLOURS["yellow"])
    b.oval(0, 0.7, 0.46, 0.12, (250, 242, 226))
    for side in (-1, 1):
        b.line([(side * 0.1, 0.78), (side * 0.5, 1.06)], 0.04, WOOD)


def guitar(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0, 0.5), (0, 1.1)], 0.08, BROWN)
    b.both([(0, 0.66), (0.18, 0.6), (0.17, 0.44), (0.3, 0.24), (0.16, 0.02), (0, 0.0)], colour, 0.35)
    b.oval(0, 0.4, 0.09, 0.09, darker(colour, 0.6))
    for x in (-0.02, 0.02):
        b.line([(x, 0.16), (x, 1.06)], 0.01, SNOW)


def flute(b: Brush, colour: Colour, dice: Random) -> None:
    b.limb([(-0.5, 0.3), (0.5, 0.62)], 0.12, colour, 0.25)
    for k in range(5):
        b.dab(-0.2 + 0.13 * k, 0.4 + 0.042 * k, 0.025, 0.025, darker(colour, 0.5))


def bell(b: Brush, colour: Colour, dice: Random) -> None:
    b.oval(0, 0.1, 0.1, 0.1, darker(colour, 0.4))
    b.both([(0, 1.0), (0.16, 0.92), (0.24, 0.5), (0.42, 0.2), (0.44, 0.12), (0, 0.12)], colour, 0.35)


def clock(b: Brush, colour: Colour, dice: Random) -> None:
    b.oval(0, 0.5, 0.48, 0.48, colour, form=0.3)
    b.oval(0, 0.5, 0.38, 0.38, (252, 246, 232))
    b.line([(0, 0.5), (0.0, 0.78)], 0.05, INK)
    b.line([(0, 0.5), (0.18, 0.42)], 0.05, INK)


def umbrella(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0, 0.62), (0, 0.04), (0.1, -0.02), (0.16, 0.06)], 0.032, BROWN)
    b.shape(
        [
            (-0.6, 0.52),
            (-0.44, 0.84),
            (0, 1.0),
            (0.44, 0.84),
            (0.6, 0.52),
            (0.4, 0.59),
            (0.2, 0.52),
            (0, 0.59),
            (-0.2, 0.52),
            (-0.4, 0.59),
        ],
        colour,
        0.3,
    )
    for side in (-1, 1):
        b.line([(0, 0.99), (side * 0.14, 0.8), (side * 0.2, 0.54)], 0.014, darker(colour, 0.3))


def flag(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(-0.3, 0.0), (-0.3, 1.0)], 0.05, WOOD)
    b.shape([(-0.28, 0.98), (0.0, 0.92), (0.3, 0.98), (0.3, 0.62), (0.0, 0.56), (-0.28, 0.62)], colour, 0.25)


def tool(b: Brush, colour: Colour, dice: Random) -> None:
    """Broom, shovel: a stick and something at its end."""
    b.line([(0, 0.3), (0.05, 1.1)], 0.05, WOOD)
    b.shape([(-0.14, 0.36), (0.14, 0.36), (0.24, 0.02), (-0.24, 0.02)], colour, 0.3)


def rope(b: Brush, colour: Colour, dice: Random) -> None:
    for k in range(3):
        ring = curves.oval(0, 0.14 + 0.1 * k, 0.4, 0.13)
        b.line([*ring, ring[0]], 0.08, darker(colour, 0.1 * k))
    b.line([(0.38, 0.2), (0.6, 0.06), (0.76, 0.12)], 0.08, colour)


def watering_can(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0.3, 0.3), (0.66, 0.72)], 0.09, colour)
    b.line([(-0.3, 0.2), (-0.56, 0.5), (-0.24, 0.74)], 0.06, colour)
    b.shape([(-0.34, 0.64), (0.34, 0.64), (0.38, 0.04), (-0.38, 0.04)], colour, 0.3)
    b.shape([(0.56, 0.68), (0.76, 0.86), (0.8, 0.66)], darker(colour, 0.15))


def wand(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(-0.2, 0.1), (0.14, 0.66)], 0.06, BROWN)
    b.bright().poly(curves.closed(curves.star(0.2, 0.78, 0.22)), colour, 0.2)
    b.bright().glow(0.2, 0.78, 0.7, GLOW, 0.5)
