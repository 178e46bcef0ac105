"""Large things one stands beside or goes into: furniture, fences, houses, bridges."""

from __future__ import annotations

from random import Random

from engine.box.painter import curves
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, INK, SNOW, Colour, darker, lighter, mix
from engine.box.painter.made import BROWN, IRON, WOOD
from engine.box.painter.natural import GLOW, LEAF, tree


def bed(b: Brush, colour: Colour, dice: Random) -> None:
    for x, high in ((-0.84, 0.86), (0.84, 0.6)):
        b.shape([(x - 0.06, 0.0), (x - 0.06, high), (x + 0.06, high), (x + 0.06, 0.0)], WOOD, 0.25)
    b.shape([(-0.8, 0.5), (0.8, 0.44), (0.8, 0.16), (-0.8, 0.16)], (246, 240, 230), 0.2)
    b.shape([(-0.76, 0.66), (-0.4, 0.68), (-0.36, 0.5), (-0.76, 0.46)], SNOW, 0.25)
    b.shape([(-0.36, 0.58), (0.3, 0.56), (0.84, 0.5), (0.84, 0.12), (-0.3, 0.12), (-0.4, 0.34)], colour, 0.3)
    for k in range(4):
        for row in range(2):
            b.dab(-0.2 + 0.26 * k, 0.42 - 0.16 * row, 0.04, 0.04, lighter(colour, 0.6))


def table(b: Brush, colour: Colour, dice: Random) -> None:
    for x in (-0.52, 0.52):
        b.line([(x, 0.0), (x, 0.62)], 0.1, darker(colour, 0.2))
    b.shape([(-0.72, 0.74), (0.72, 0.74), (0.76, 0.6), (-0.76, 0.6)], colour, 0.25)
    b.shape([(-0.4, 0.75), (0.4, 0.75), (0.36, 0.52), (0.0, 0.44), (-0.36, 0.52)], (246, 236, 222), 0.2)


def chair(b: Brush, colour: Colour, dice: Random) -> None:
    for x in (-0.3, 0.3):
        b.line([(x, 0.0), (x, 0.44)], 0.09, darker(colour, 0.15))
    for x in (-0.3, 0.3):
        b.line([(x, 0.4), (x * 0.92, 1.0)], 0.08, colour)
    for y in (0.64, 0.82, 0.97):
        b.line([(-0.28, y), (0, y + 0.02), (0.28, y)], 0.07, colour)
    b.shape([(-0.36, 0.5), (0.36, 0.5), (0.4, 0.38), (-0.4, 0.38)], lighter(colour, 0.1), 0.2)


def armchair(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(-0.46, 0.1), (-0.44, 0.9), (0, 1.04), (0.44, 0.9), (0.46, 0.1)], colour, 0.3)
    b.shape([(-0.4, 0.46), (0.4, 0.46), (0.42, 0.14), (-0.42, 0.14)], lighter(colour, 0.15), 0.25)
    for side in (-1, 1):
        b.shape(
            [(side * 0.36, 0.56), (side * 0.6, 0.58), (side * 0.6, 0.06), (side * 0.36, 0.06)], darker(colour, 0.1), 0.3
        )


def bench(b: Brush, colour: Colour, dice: Random) -> None:
    for x in (-0.66, 0.66):
        b.line([(x, 0.0), (x, 0.84)], 0.09, darker(colour, 0.3))
    for y in (0.4, 0.62, 0.78):
        b.limb([(-0.8, y), (0.8, y)], 0.12, colour, 0.2)


def shelf(b: Brush, colour: Colour, dice: Random) -> None:
    """A shelf full of books, 1 high."""
    b.poly([(-0.5, 0), (0.5, 0), (0.5, 1), (-0.5, 1)], darker(colour, 0.3))
    tones = ("red", "blue", "green", "yellow", "purple", "orange", "turquoise", "beige")
    for row in range(4):
        x, y = -0.44, 0.05 + 0.24 * row
        while x < 0.38:
            w, h = dice.uniform(0.05, 0.09), dice.uniform(0.13, 0.19)
            if dice.random() < 0.88:
                b.poly([(x, y), (x + w, y), (x + w, y + h), (x, y + h)], mix(COLOURS[dice.choice(tones)], WOOD, 0.2))
            x += w + 0.006
        b.poly([(-0.5, y - 0.05), (0.5, y - 0.05), (0.5, y), (-0.5, y)], colour)
    b.line([(-0.5, 0), (-0.5, 1), (-0.5, 1)], 0.04, colour)
    b.line([(0.5, 0), (0.5, 1), (0.5, 1)], 0.04, colour)


def stove(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(0.1, 0.9), (0.3, 0.9), (0.3, 1.5), (0.1, 1.5)], darker(colour, 0.25))
    b.shape([(-0.5, 0.04), (0.5, 0.04), (0.5, 0.9), (-0.5, 0.9)], colour, 0.3)
    b.shape([(-0.3, 0.2), (0.3, 0.2), (0.3, 0.52), (-0.3, 0.52)], (60, 50, 56))
    b.bright().shape([(-0.2, 0.22), (0.0, 0.46), (0.2, 0.22)], COLOURS["orange"])
    b.bright().glow(0, 0.36, 0.8, GLOW, 0.6)
    b.shape([(-0.3, 0.92), (0.0, 0.92), (-0.02, 1.14), (-0.28, 1.14)], IRON, 0.25)


def door(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(-0.4, 0.0), (-0.4, 0.8), (0, 1.06), (0.4, 0.8), (0.4, 0.0)], darker(colour, 0.35))
    b.shape([(-0.32, 0.0), (-0.32, 0.77), (0, 0.98), (0.32, 0.77), (0.32, 0.0)], colour, 0.25)
    for x in (-0.12, 0.1):
        b.line([(x, 0.03), (x, 0.86)], 0.014, darker(colour, 0.25))
    b.oval(0.22, 0.44, 0.04, 0.04, COLOURS["golden"])


def window(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-0.5, 0), (0.5, 0), (0.5, 1), (-0.5, 1)], colour, 0.2)
    b.bright().poly([(-0.4, 0.1), (0.4, 0.1), (0.4, 0.9), (-0.4, 0.9)], (250, 228, 160))
    b.line([(0, 0.1), (0, 0.9)], 0.06, colour)
    b.line([(-0.4, 0.5), (0.4, 0.5)], 0.06, colour)
    b.bright().glow(0, 0.5, 1.0, GLOW, 0.4)


def fence(b: Brush, colour: Colour, dice: Random) -> None:
    for y in (0.3, 0.66):
        b.line([(-1.5, y), (1.5, y)], 0.08, darker(colour, 0.15))
    for k in range(9):
        x = -1.4 + 0.35 * k
        lean = dice.uniform(-0.03, 0.03)
        b.poly(
            [(x - 0.09, 0), (x - 0.09 + lean, 0.84), (x + lean, 0.98), (x + 0.09 + lean, 0.84), (x + 0.09, 0)],
            colour,
            0.2,
        )


def bridge(b: Brush, colour: Colour, dice: Random) -> None:
    b.stroke([(-1.3, 0.12), (-0.6, 0.42), (0, 0.5), (0.6, 0.42), (1.3, 0.12)], [0.2, 0.2, 0.2, 0.2, 0.2], colour, 0.25)
    for k in range(7):
        x = -1.05 + 0.35 * k
        y = 0.5 - 0.24 * (x / 1.1) ** 2
        b.line([(x, y), (x, y + 0.36)], 0.06, darker(colour, 0.2))
    b.line([(-1.2, 0.46), (-0.6, 0.76), (0, 0.86), (0.6, 0.76), (1.2, 0.46)], 0.07, darker(colour, 0.1))


def ladder(b: Brush, colour: Colour, dice: Random) -> None:
    for x in (-0.2, 0.2):
        b.line([(x, 0), (x + 0.12, 1.0)], 0.05, colour)
    for k in range(7):
        y = 0.1 + 0.13 * k
        b.line([(-0.2 + 0.12 * y, y), (0.2 + 0.12 * y, y)], 0.04, darker(colour, 0.2))


def tent(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-0.8, 0), (0, 1.0), (0.8, 0)], colour, 0.3)
    for x in (-0.5, 0.5):
        b.poly([(x - 0.1, 0), (0, 0.98), (x + 0.1, 0)], lighter(colour, 0.5))
    b.poly([(-0.2, 0), (0, 0.66), (0.2, 0)], darker(colour, 0.6))
    b.line([(0, 1.0), (0, 1.16)], 0.03, BROWN)
    b.poly([(0, 1.16), (0.18, 1.1), (0, 1.04)], COLOURS["yellow"])


def house(b: Brush, colour: Colour, dice: Random) -> None:
    """A crooked house with a lit window, 1 high."""
    wall = lighter(mix(colour, (244, 226, 196), 0.55), 0.1)
    roof = mix(colour, (178, 84, 62), 0.6)
    w = dice.uniform(0.3, 0.36)
    b.poly([(w * 0.4, 0.66), (w * 0.4, 1.02), (w * 0.72, 1.02), (w * 0.72, 0.6)], mix(roof, WOOD, 0.4))
    b.poly([(-w, 0), (w, 0), (w * 0.96, 0.56), (-w * 0.96, 0.56)], wall, 0.25)
    b.poly([(-w * 1.26, 0.52), (-w * 0.1, 0.98), (w * 0.1, 0.98), (w * 1.26, 0.52)], roof, 0.3)
    for row in range(3):
        for k in range(-3 + row // 2, 4 - row // 2):
            x, y = k * 0.1 + 0.05 * (row % 2), 0.6 + 0.11 * row
            if abs(x) < w * 1.1 * (1 - row * 0.28):
                b.line([(x - 0.04, y), (x, y - 0.025), (x + 0.04, y)], 0.012, darker(roof, 0.25))
    b.shape([(-0.08, 0), (-0.08, 0.24), (0, 0.31), (0.08, 0.24), (0.08, 0)], mix(BROWN, colour, 0.2))
    for x in (-w * 0.62, w * 0.62):
        b.bright().poly([(x - 0.06, 0.26), (x + 0.06, 0.26), (x + 0.06, 0.42), (x - 0.06, 0.42)], (250, 226, 150))
        b.line([(x, 0.26), (x, 0.42)], 0.014, wall)
        b.line([(x - 0.06, 0.34), (x + 0.06, 0.34)], 0.014, wall)


def tower(b: Brush, colour: Colour, dice: Random) -> None:
    """A round tower with a pointed roof, 1 high."""
    b.poly([(-0.14, 0), (0.14, 0), (0.13, 0.7), (-0.13, 0.7)], colour, 0.3)
    b.poly([(-0.18, 0.66), (0.18, 0.66), (0.18, 0.74), (-0.18, 0.74)], darker(colour, 0.15))
    b.poly([(-0.2, 0.74), (0, 1.02), (0.2, 0.74)], (150, 84, 92), 0.3)
    b.line([(0, 1.0), (0, 1.12)], 0.014, INK)
    b.poly([(0, 1.12), (0.12, 1.085), (0, 1.05)], COLOURS["red"])
    for y in (0.24, 0.5):
        b.shape([(-0.035, y), (-0.035, y + 0.07), (0, y + 0.1), (0.035, y + 0.07), (0.035, y)], (84, 70, 84))


def tree_house(b: Brush, colour: Colour, dice: Random) -> None:
    tree(b, LEAF, dice)
    house(b.at(0, 0.46, 0.34), colour, dice)
    b.line([(-0.16, 0.46), (0.16, 0.46)], 0.03, WOOD)
    ladder(b.at(-0.06, 0.0, 0.46), WOOD, dice)


def windmill(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-0.2, 0), (0.2, 0), (0.12, 0.66), (-0.12, 0.66)], (240, 230, 214), 0.3)
    b.poly([(-0.15, 0.64), (0, 0.8), (0.15, 0.64)], colour, 0.3)
    for turn in range(4):
        w = b.at(0, 0.64, 1, 30 + 90 * turn)
        w.line([(0, 0), (0, 0.36)], 0.02, BROWN)
        w.poly([(0.01, 0.08), (0.12, 0.1), (0.12, 0.36), (0.01, 0.36)], SNOW, 0.15)
    b.shape([(-0.05, 0), (-0.05, 0.14), (0.05, 0.14), (0.05, 0)], BROWN)


def birdhouse(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0, 0), (0, 0.6)], 0.06, BROWN)
    b.poly([(-0.22, 0.54), (0.22, 0.54), (0.22, 0.86), (-0.22, 0.86)], colour, 0.25)
    b.poly([(-0.32, 0.84), (0, 1.1), (0.32, 0.84)], COLOURS["red"], 0.25)
    b.oval(0, 0.72, 0.08, 0.08, (70, 54, 50))


def well(b: Brush, colour: Colour, dice: Random) -> None:
    for x in (-0.36, 0.36):
        b.line([(x, 0.4), (x, 0.86)], 0.07, BROWN)
    b.poly([(-0.56, 0.8), (0, 1.08), (0.56, 0.8)], COLOURS["red"], 0.25)
    b.line([(0, 0.84), (0, 0.56)], 0.025, INK)
    b.shape([(-0.46, 0.44), (0.46, 0.44), (0.42, 0.0), (-0.42, 0.0)], colour, 0.35)
    for x, y in ((-0.2, 0.3), (0.16, 0.32), (0.0, 0.14), (-0.3, 0.12), (0.3, 0.14)):
        b.line([(x - 0.1, y), (x + 0.1, y)], 0.025, darker(colour, 0.25))
    b.oval(0, 0.44, 0.46, 0.1, darker(colour, 0.4))


def scarecrow(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0, 0), (0, 0.7)], 0.06, BROWN)
    b.line([(-0.42, 0.56), (0.42, 0.56)], 0.05, BROWN)
    b.shape(
        [
            (-0.34, 0.62),
            (0.34, 0.62),
            (0.34, 0.5),
            (0.16, 0.48),
            (0.18, 0.22),
            (-0.18, 0.22),
            (-0.16, 0.48),
            (-0.34, 0.5),
        ],
        colour,
        0.3,
    )
    b.oval(0, 0.78, 0.16, 0.16, (232, 202, 150), form=0.25)
    for side in (-1, 1):
        b.dab(side * 0.06, 0.8, 0.022, 0.026, INK)
    b.line([(-0.06, 0.73), (0, 0.7), (0.06, 0.73)], 0.016, INK)
    b.poly([(-0.24, 0.88), (0, 1.16), (0.24, 0.88)], BROWN, 0.25)


def swing(b: Brush, colour: Colour, dice: Random) -> None:
    for x in (-0.5, 0.5):
        b.line([(x - 0.16, 0), (x, 1.0)], 0.06, WOOD)
        b.line([(x + 0.16, 0), (x, 1.0)], 0.06, WOOD)
    b.line([(-0.56, 1.0), (0.56, 1.0)], 0.07, WOOD)
    for x in (-0.18, 0.18):
        b.line([(x, 0.98), (x, 0.3)], 0.018, INK)
    b.limb([(-0.22, 0.3), (0.22, 0.3)], 0.06, colour)


def slide(b: Brush, colour: Colour, dice: Random) -> None:
    for x in (-0.42, -0.22):
        b.line([(x, 0), (x, 0.96)], 0.05, IRON)
    for k in range(4):
        b.line([(-0.42, 0.16 + 0.18 * k), (-0.22, 0.16 + 0.18 * k)], 0.04, IRON)
    b.stroke([(-0.24, 0.74), (0.1, 0.5), (0.44, 0.14), (0.7, 0.08)], [0.12, 0.12, 0.12, 0.12], colour, 0.25)


def seesaw(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly([(-0.16, 0), (0, 0.44), (0.16, 0)], BROWN, 0.25)
    b.limb([(-0.9, 0.3), (0.9, 0.56)], 0.09, colour, 0.25)


def carpet(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly(curves.oval(0, 0.12, 1.0, 0.2), colour, 0.2)
    b.poly(curves.oval(0, 0.12, 0.74, 0.14), lighter(colour, 0.4))
    b.poly(curves.oval(0, 0.12, 0.5, 0.09), colour)


def blanket(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(-0.7, 0.1), (-0.5, 0.34), (0.1, 0.3), (0.66, 0.32), (0.76, 0.08), (0.3, 0.0), (-0.3, 0.04)], colour, 0.3)
    for k in range(4):
        b.line([(-0.5 + 0.32 * k, 0.06), (-0.36 + 0.3 * k, 0.3)], 0.03, lighter(colour, 0.5))


def pillow(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(-0.5, 0.1), (-0.46, 0.5), (0, 0.44), (0.46, 0.52), (0.5, 0.08), (0, 0.14)], colour, 0.3)
