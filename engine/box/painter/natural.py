"""Things that grow, shine or lie about: stars, flowers, trees, stones."""

from __future__ import annotations

import math
from random import Random

from engine.box.painter import curves
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, INK, SNOW, Colour, darker, lighter, mix
from engine.box.painter.faces import Features, draw_face

BARK: Colour = (122, 88, 66)
LEAF: Colour = (112, 156, 82)
GLOW: Colour = (255, 214, 120)


def star(b: Brush, colour: Colour, dice: Random) -> None:
    """A star with a face: who falls from the sky is somebody."""
    b = b.bright()
    b.glow(0, 0.5, 1.7, GLOW, 0.55)
    b.poly(curves.closed(curves.star(0, 0.5, 0.52, inner=0.56, turn=90 + dice.uniform(-8, 8))), colour, 0.22)
    h = b.at(0, 0.47, 0.3)
    draw_face(h, Features(eyes=0.4, eye=0.2, eye_y=0.1, shift=0, mouth_y=-0.3, mouth=0.24, cheeks=0.72), "", colour)
    b.glow(0, 0.5, 0.6, (255, 236, 170), 0.3)


def moon(b: Brush, colour: Colour, dice: Random) -> None:
    """A full moon with a few seas."""
    b = b.bright()
    b.glow(0, 0.5, 1.5, (214, 214, 190), 0.55)
    b.oval(0, 0.5, 0.5, 0.5, lighter(colour, 0.5), form=0.16)
    for x, y, r in ((-0.16, 0.62, 0.11), (0.16, 0.42, 0.14), (-0.1, 0.3, 0.07), (0.2, 0.7, 0.06)):
        b.dab(x, y, r, r * 0.9, mix(lighter(colour, 0.4), (206, 186, 140), 0.4))


def comet(b: Brush, colour: Colour, dice: Random) -> None:
    b = b.bright()
    for k in range(3):
        b.stroke(
            [(0.0, 0.5), (-0.8, 0.78 + 0.1 * k), (-1.7, 0.84 + 0.22 * k)],
            [0.3, 0.16, 0.01],
            lighter(colour, 0.2 + 0.2 * k),
        )
    b.poly(curves.closed(curves.star(0, 0.5, 0.45, inner=0.55)), colour, 0.2)
    b.glow(0, 0.5, 1.0, GLOW, 0.5)


def leaf(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(0, 0.0), (0.3, 0.3), (0.26, 0.7), (0, 1.0), (-0.26, 0.7), (-0.3, 0.3)], colour, 0.3)
    b.line([(0, -0.14), (0.02, 0.5), (0, 0.9)], 0.04, darker(colour, 0.3))
    for k in (0.3, 0.5, 0.7):
        for side in (-1, 1):
            b.line([(0, k - 0.08), (side * 0.17, k + 0.06)], 0.025, darker(colour, 0.25))


def flower(b: Brush, colour: Colour, dice: Random) -> None:
    """A flower on its stalk."""
    b.line([(0, 0), (0.03, 0.4), (0, 0.72)], 0.05, LEAF)
    for side in (-1, 1):
        b.shape([(0, 0.14), (side * 0.2, 0.22), (side * 0.32, 0.42), (side * 0.1, 0.34)], darker(LEAF, 0.1), 0.2)
    petals(b, 0, 0.76, 0.2, colour)


def petals(b: Brush, x: float, y: float, size: float, colour: Colour, count: int = 6) -> None:
    """Draw a blossom."""
    for k in range(count):
        angle = math.tau * k / count + 0.3
        b.oval(
            x + size * 0.7 * math.cos(angle),
            y + size * 0.7 * math.sin(angle),
            size * 0.56,
            size * 0.4,
            colour,
            math.degrees(angle),
        )
    b.oval(x, y, size * 0.42, size * 0.42, COLOURS["golden"] if colour != COLOURS["yellow"] else (150, 100, 60))


def tulip(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0, 0), (0.02, 0.4), (0, 0.7)], 0.055, LEAF)
    b.stroke([(0, 0.02), (-0.2, 0.3), (-0.16, 0.56)], [0.08, 0.13, 0.02], LEAF, 0.2)
    b.shape(
        [(-0.18, 0.98), (-0.09, 0.84), (0, 1.0), (0.09, 0.84), (0.18, 0.98), (0.18, 0.7), (0, 0.58), (-0.18, 0.7)],
        colour,
        0.3,
    )


def sunflower(b: Brush, colour: Colour, dice: Random) -> None:
    b.line([(0, 0), (0.04, 0.4), (0, 0.72)], 0.06, LEAF)
    for side in (-1, 1):
        b.shape([(0, 0.2), (side * 0.26, 0.36), (side * 0.3, 0.2)], LEAF, 0.2)
    for k in range(14):
        angle = math.tau * k / 14
        b.oval(0.22 * math.cos(angle), 0.76 + 0.22 * math.sin(angle), 0.12, 0.06, colour, math.degrees(angle))
    b.oval(0, 0.76, 0.17, 0.17, (118, 80, 56), form=0.3)


def bouquet(b: Brush, colour: Colour, dice: Random) -> None:
    for k, tone in enumerate((colour, COLOURS["yellow"], SNOW, COLOURS["purple"], COLOURS["pink"])):
        x = -0.32 + 0.16 * k
        b.line([(0, 0.1), (x, 0.62 + 0.12 * (k % 2))], 0.04, LEAF)
        petals(b, x, 0.68 + 0.14 * (k % 2), 0.16, tone)
    b.shape([(-0.1, 0.3), (0.1, 0.3), (0.07, 0.14), (-0.07, 0.14)], COLOURS["red"])


def mushroom(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(-0.13, 0.5), (0.13, 0.5), (0.17, 0.1), (0.1, 0.0), (-0.1, 0.0), (-0.17, 0.1)], (244, 234, 214), 0.3)
    b.shape([(-0.48, 0.5), (-0.36, 0.84), (0, 1.0), (0.36, 0.84), (0.48, 0.5), (0.2, 0.44), (-0.2, 0.44)], colour, 0.35)
    for x, y, r in ((-0.2, 0.74, 0.07), (0.06, 0.86, 0.06), (0.24, 0.68, 0.075), (-0.02, 0.62, 0.05)):
        b.oval(x, y, r, r * 0.85, SNOW)


def apple(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape(
        [(0, 0.8), (0.3, 0.9), (0.48, 0.56), (0.3, 0.1), (0, 0.06), (-0.3, 0.1), (-0.48, 0.56), (-0.3, 0.9)],
        colour,
        0.35,
    )
    b.line([(0, 0.78), (0.05, 1.05)], 0.06, BARK)
    b.shape([(0.05, 0.96), (0.24, 1.12), (0.36, 1.0), (0.2, 0.92)], LEAF)
    b.dab(-0.22, 0.62, 0.07, 0.12, lighter(colour, 0.6), 20)


def pear(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape(
        [
            (0, 1.0),
            (0.16, 0.86),
            (0.24, 0.58),
            (0.42, 0.3),
            (0.2, 0.02),
            (-0.2, 0.02),
            (-0.42, 0.3),
            (-0.24, 0.58),
            (-0.16, 0.86),
        ],
        colour,
        0.35,
    )
    b.line([(0, 0.96), (0.06, 1.16)], 0.06, BARK)


def carrot(b: Brush, colour: Colour, dice: Random) -> None:
    for x in (-0.14, 0.0, 0.14):
        b.stroke([(0, 0.7), (x, 0.9), (x * 1.6, 1.1)], [0.05, 0.1, 0.02], LEAF)
    b.shape([(-0.2, 0.72), (0, 0.8), (0.2, 0.72), (0.08, 0.3), (0, 0.0), (-0.1, 0.34)], colour, 0.3)
    for y in (0.3, 0.45, 0.6):
        b.line([(-0.08, y), (0.04, y - 0.02)], 0.03, darker(colour, 0.25))


def pumpkin(b: Brush, colour: Colour, dice: Random) -> None:
    for x, w in ((-0.34, 0.26), (0.34, 0.26), (-0.17, 0.28), (0.17, 0.28), (0, 0.26)):
        b.oval(x, 0.38, w, 0.38, colour, form=0.3)
    b.limb([(0, 0.74), (0.06, 0.94)], 0.1, LEAF)


def berries(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(-0.1, 0.8), (-0.44, 0.96), (-0.3, 0.7)], LEAF, 0.2)
    for x in (-0.2, 0.2):
        b.line([(0, 0.96), (x, 0.4)], 0.04, LEAF)
        b.oval(x, 0.26, 0.2, 0.2, colour, form=0.35)
        b.dab(x - 0.06, 0.34, 0.05, 0.05, lighter(colour, 0.7))


def nut(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(-0.3, 0.62), (0.3, 0.62), (0.22, 0.2), (0, 0.0), (-0.22, 0.2)], colour, 0.35)
    b.shape([(-0.38, 0.58), (-0.28, 0.84), (0, 0.94), (0.28, 0.84), (0.38, 0.58)], darker(colour, 0.35), 0.25)
    b.line([(0, 0.9), (0.05, 1.08)], 0.07, darker(colour, 0.45))


def pine_cone(b: Brush, colour: Colour, dice: Random) -> None:
    b.oval(0, 0.48, 0.3, 0.46, colour, form=0.35)
    for row in range(5):
        for k in range(-1, 2):
            x, y = k * 0.17 + 0.085 * (row % 2), 0.8 - 0.16 * row
            b.line([(x - 0.08, y), (x, y - 0.07), (x + 0.08, y)], 0.04, darker(colour, 0.4))


def stone(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly(curves.lobed(0, 0.34, 0.56, 0.36, 4, dice, 0.06), colour, 0.35)
    b.line([(-0.2, 0.46), (-0.02, 0.5), (0.1, 0.44)], 0.025, darker(colour, 0.2))


def shell(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape(
        [(0, 0.0), (0.34, 0.3), (0.46, 0.68), (0.24, 0.92), (0, 0.98), (-0.24, 0.92), (-0.46, 0.68), (-0.34, 0.3)],
        colour,
        0.3,
    )
    for x in (-0.3, -0.15, 0, 0.15, 0.3):
        b.line([(0, 0.06), (x, 0.84)], 0.03, darker(colour, 0.22))


def feather(b: Brush, colour: Colour, dice: Random) -> None:
    b.stroke([(-0.3, 0.06), (0.0, 0.5), (0.36, 1.0)], [0.06, 0.34, 0.03], colour, 0.25)
    b.line([(-0.4, -0.06), (0.0, 0.5), (0.32, 0.92)], 0.03, lighter(colour, 0.6))


def egg(b: Brush, colour: Colour, dice: Random) -> None:
    b.both([(0, 1.0), (0.22, 0.88), (0.38, 0.48), (0.26, 0.08), (0, 0.0)], colour, 0.3)
    for x, y in ((-0.12, 0.6), (0.14, 0.42), (0.02, 0.24), (0.08, 0.76)):
        b.dab(x, y, 0.05, 0.05, darker(colour, 0.22))


def nest(b: Brush, colour: Colour, dice: Random) -> None:
    for x in (-0.22, 0.02, 0.26):
        b.oval(x, 0.44, 0.15, 0.2, (214, 226, 226), form=0.25)
    b.shape(
        [(-0.62, 0.44), (-0.3, 0.36), (0.3, 0.36), (0.62, 0.44), (0.44, 0.06), (0, 0.0), (-0.44, 0.06)], colour, 0.35
    )
    for _ in range(22):
        x, y = dice.uniform(-0.5, 0.5), dice.uniform(0.08, 0.36)
        b.line(
            [(x - 0.13, y - 0.03), (x + 0.13, y + dice.uniform(-0.04, 0.08))],
            0.022,
            (darker, lighter)[dice.random() < 0.5](colour, 0.25),
        )


def heart(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape(
        [(0, 0.72), (0.24, 0.96), (0.5, 0.76), (0.4, 0.42), (0, 0.0), (-0.4, 0.42), (-0.5, 0.76), (-0.24, 0.96)],
        colour,
        0.3,
    )


def bush(b: Brush, colour: Colour, dice: Random) -> None:
    for x, w, h in ((-0.34, 0.36, 0.34), (0.36, 0.36, 0.32), (0, 0.46, 0.44)):
        b.poly(curves.lobed(x, h * 0.9, w, h, 7, dice, 0.1), colour, 0.3)
    for _ in range(16):
        x, y = dice.uniform(-0.5, 0.5), dice.uniform(0.12, 0.7)
        b.dab(x, y, 0.035, 0.02, lighter(colour, 0.3), dice.uniform(0, 90))


def tree(b: Brush, colour: Colour, dice: Random) -> None:
    """A round tree, 1 high."""
    trunk = [(0, 0.0), (dice.uniform(-0.02, 0.02), 0.26), (0.0, 0.52)]
    b.stroke(trunk, [0.15, 0.085, 0.07], BARK, 0.3)
    for side in (-1, 1):
        b.stroke([(0, 0.34), (side * 0.12, 0.46), (side * 0.17, 0.56)], [0.05, 0.04, 0.02], BARK)
    for x, y, r in ((-0.19, 0.62, 0.19), (0.2, 0.6, 0.19), (0.0, 0.76, 0.235)):
        b.poly(curves.lobed(x, y, r * 1.1, r, 11, dice, 0.075), mix(colour, darker(colour), dice.random() * 0.35), 0.34)
    for _ in range(64):
        angle, far = dice.random() * math.tau, math.sqrt(dice.random())
        x, y = 0.32 * far * math.cos(angle), 0.68 + 0.24 * far * math.sin(angle)
        tone = lighter(colour, 0.22) if dice.random() < 0.6 else darker(colour, 0.16)
        b.dab(x, y, 0.02, 0.011, tone, dice.uniform(0, 180))


def fir(b: Brush, colour: Colour, dice: Random) -> None:
    """A fir tree, 1 high."""
    b.stroke([(0, 0.0), (0, 0.2)], [0.1, 0.07], BARK)
    for k in range(4):
        low, wide = 0.12 + 0.19 * k, 0.27 - 0.052 * k
        top = low + 0.36
        edge = [
            (wide, low),
            (wide * 0.55, low - 0.02),
            (wide * 0.2, low + 0.02),
            (-wide * 0.2, low - 0.02),
            (-wide * 0.55, low + 0.02),
            (-wide, low),
        ]
        b.poly(
            [(0, top), (wide * 0.4, (top + low) / 2), *edge, (-wide * 0.4, (top + low) / 2)],
            mix(colour, lighter(colour), 0.12 * k),
            0.3,
        )


def birch(b: Brush, colour: Colour, dice: Random) -> None:
    """A birch, 1 high."""
    b.stroke([(0, 0), (0.02, 0.4), (0.0, 0.9)], [0.06, 0.045, 0.02], (236, 232, 224), 0.25)
    for k in range(7):
        y = 0.06 + 0.09 * k
        b.line([(-0.02, y), (0.012, y + 0.006)], 0.012, INK)
    for x, y, r in ((-0.12, 0.62, 0.14), (0.13, 0.68, 0.15), (-0.06, 0.82, 0.15), (0.07, 0.92, 0.1)):
        b.poly(curves.lobed(x, y, r, r * 1.06, 7, dice, 0.1), mix(lighter(colour, 0.12), COLOURS["yellow"], 0.16), 0.3)


def hay(b: Brush, colour: Colour, dice: Random) -> None:
    b.shape([(-0.6, 0.0), (-0.5, 0.5), (0, 0.9), (0.5, 0.5), (0.6, 0.0)], colour, 0.35)
    for _ in range(24):
        x = dice.uniform(-0.5, 0.5)
        y = dice.uniform(0.04, 0.75 - abs(x))
        b.line(
            [(x, y), (x + dice.uniform(-0.1, 0.1), y + 0.13)],
            0.018,
            (darker, lighter)[dice.random() < 0.5](colour, 0.2),
        )


def campfire(b: Brush, colour: Colour, dice: Random) -> None:
    for turn in (-1, 1):
        b.limb([(turn * -0.44, 0.06), (turn * 0.4, 0.2)], 0.12, BARK, 0.25)
    b = b.bright()
    b.glow(0, 0.4, 2.2, (255, 168, 80), 0.6)
    for tone, k in (((226, 90, 50), 1.0), ((244, 158, 60), 0.72), ((252, 222, 120), 0.44)):
        b.shape(
            [
                (-0.3 * k, 0.2),
                (-0.26 * k, 0.5 * k + 0.1),
                (-0.1 * k, 0.56 * k + 0.1),
                (0.02, 0.92 * k + 0.1),
                (0.14 * k, 0.6 * k + 0.1),
                (0.28 * k, 0.42 * k + 0.1),
                (0.3 * k, 0.2),
                (0, 0.12),
            ],
            tone,
        )


def puddle(b: Brush, colour: Colour, dice: Random) -> None:
    b.poly(curves.lobed(0, 0.14, 0.9, 0.17, 5, dice, 0.1), colour, 0.2)
    b.line([(-0.4, 0.18), (-0.1, 0.21), (0.14, 0.18)], 0.03, lighter(colour, 0.6))
