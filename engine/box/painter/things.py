"""Things a story turns on, each in a few shapes; x to the right, y up, 1 is the thing's height."""

from __future__ import annotations

import math
from collections.abc import Callable

from engine.box.painter.brush import NOSE, WHITE, Brush, Colour, Point, darker, lighter, mixed
from engine.box.painter.words import COLOURS

GOLD = COLOURS["golden"]
WOOD: Colour = (160, 112, 74)

HEIGHTS = {
    "star": 0.42, "lantern": 0.5, "kite": 0.6, "ball": 0.32, "balloon": 0.95, "boat": 0.8, "flower": 0.5,
    "mushroom": 0.5, "apple": 0.3, "book": 0.32, "cake": 0.45, "gift": 0.42, "letter": 0.3, "key": 0.3, "table": 0.6,
    "chair": 0.75, "door": 1.2, "window": 0.9, "bridge": 0.5, "fence": 0.5, "tent": 1.0, "campfire": 0.5, "ladder": 1.2,
    "basket": 0.42, "bucket": 0.4, "rocket": 1.2, "car": 0.55, "drum": 0.45, "stone": 0.3, "leaf": 0.3, "nest": 0.3,
    "egg": 0.26, "shell": 0.26, "chest": 0.48, "snowman": 1.0, "glasses": 0.24, "nut": 0.24, "heart": 0.3,
    "blanket": 0.4,
}  # fmt: skip
"""Against a hedgehog's height."""

IN_THE_SKY = frozenset({"kite", "balloon", "rocket"})
PAINTED_ELSEWHERE = frozenset({"stars", "moon", "tree"})


def draw_thing(b: Brush, name: str, colour_name: str) -> None:
    """Draw a thing standing at the brush's place."""
    colour = COLOURS.get(colour_name)
    _THINGS.get(name, _parcel)(b, colour)


def star(b: Brush, colour: Colour | None = None) -> None:
    """A star with a face: five rounded points, glowing."""
    gold = colour or GOLD
    points: list[Point] = []
    for i in range(10):
        angle, r = math.pi / 2 + i * math.pi / 5, 0.5 if i % 2 == 0 else 0.24
        points.append((r * math.cos(angle), 0.5 + r * math.sin(angle)))
    b.shape(points, gold)
    b.curve([*points, points[0]], gold, 0.1)
    b.shape([(x * 0.7, 0.5 + (y - 0.5) * 0.7) for x, y in points], lighter(gold, 0.4))
    for side in (-1, 1):
        b.oval(side * 0.1, 0.55, 0.04, 0.055, NOSE)
        b.oval(side * 0.18, 0.45, 0.045, 0.03, (240, 160, 120))
    b.smile(0, 0.43, 0.14, 0.035, NOSE, 0.022)


def _lantern(b: Brush, colour: Colour | None) -> None:
    frame = colour or (150, 84, 62)
    b.curve([(-0.14, 0.8), (0, 1.0), (0.14, 0.8)], frame, 0.035)
    b.oval(0, 0.45, 0.27, 0.36, (255, 214, 120))
    b.oval(0, 0.42, 0.14, 0.2, (255, 240, 186))
    b.shape([(-0.2, 0.72), (0.2, 0.72), (0.13, 0.84), (-0.13, 0.84)], frame)
    b.shape([(-0.22, 0.08), (0.22, 0.08), (0.2, 0.2), (-0.2, 0.2)], frame)


def _kite(b: Brush, colour: Colour | None) -> None:
    red = colour or COLOURS["red"]
    b.curve([(0, 0.3), (0.1, 0.0), (-0.1, -0.3), (0.1, -0.7)], WHITE, 0.02)
    b.shape([(0, 1.0), (0.34, 0.66), (0, 0.2), (-0.34, 0.66)], red)
    b.shape([(0, 1.0), (0.34, 0.66), (0, 0.66)], lighter(red))
    b.shape([(0, 0.66), (-0.34, 0.66), (0, 0.2)], COLOURS["yellow"])


def _ball(b: Brush, colour: Colour | None) -> None:
    tone = colour or COLOURS["red"]
    b.oval(0, 0.5, 0.5, 0.5, tone)
    b.curve([(-0.46, 0.42), (0, 0.3), (0.46, 0.42)], WHITE, 0.14)
    b.oval(-0.16, 0.74, 0.12, 0.1, lighter(tone, 0.6))


def _balloon(b: Brush, colour: Colour | None) -> None:
    tone = colour or COLOURS["red"]
    b.curve([(0, 0.4), (0.06, 0.2), (-0.04, 0.0)], NOSE, 0.014)
    b.oval(0, 0.7, 0.24, 0.3, tone)
    b.shape([(-0.04, 0.39), (0.04, 0.39), (0, 0.44)], darker(tone))
    b.oval(-0.09, 0.82, 0.06, 0.09, lighter(tone, 0.6))


def _boat(b: Brush, colour: Colour | None) -> None:
    b.curve([(0, 0.2), (0, 1.0)], darker(WOOD), 0.035)
    b.shape([(0.03, 0.95), (0.03, 0.36), (0.42, 0.4)], WHITE)
    b.shape([(-0.03, 0.85), (-0.03, 0.36), (-0.3, 0.4)], lighter(COLOURS["red"], 0.2))
    b.shape([(-0.6, 0.3), (0.6, 0.3), (0.4, 0.0), (-0.4, 0.0)], colour or WOOD)


def _flower(b: Brush, colour: Colour | None) -> None:
    b.curve([(0, 0), (0.06, 0.4), (0, 0.7)], (96, 146, 76), 0.06)
    b.oval(0.14, 0.3, 0.14, 0.05, (96, 146, 76), 30)
    for i in range(6):
        angle = i * math.pi / 3
        b.oval(0.17 * math.cos(angle), 0.75 + 0.17 * math.sin(angle), 0.13, 0.13, colour or (236, 120, 140))
    b.oval(0, 0.75, 0.11, 0.11, COLOURS["yellow"])


def _mushroom(b: Brush, colour: Colour | None) -> None:
    b.shape([(-0.12, 0), (0.12, 0), (0.09, 0.5), (-0.09, 0.5)], (246, 236, 216))
    b.oval(0, 0.56, 0.42, 0.34, colour or COLOURS["red"])
    b.oval(0, 0.46, 0.4, 0.08, (250, 240, 222))
    for x, y, r in ((-0.18, 0.68, 0.07), (0.08, 0.78, 0.06), (0.24, 0.62, 0.05)):
        b.oval(x, y, r, r * 0.8, WHITE)


def _apple(b: Brush, colour: Colour | None) -> None:
    for side in (-1, 1):
        b.oval(side * 0.16, 0.42, 0.3, 0.42, colour or COLOURS["red"])
    b.curve([(0, 0.74), (0.06, 1.0)], WOOD, 0.08)
    b.oval(0.22, 0.92, 0.16, 0.08, COLOURS["green"], 25)


def _book(b: Brush, colour: Colour | None) -> None:
    cover = colour or COLOURS["blue"]
    for side in (-1, 1):
        b.shape([(0, 0.16), (side * 0.75, 0.3), (side * 0.75, 0.94), (0, 0.8)], cover)
        b.shape([(0, 0.22), (side * 0.68, 0.36), (side * 0.68, 0.98), (0, 0.86)], WHITE)
        for y in (0.5, 0.64, 0.78):
            b.curve([(side * 0.14, y), (side * 0.54, y + 0.08)], (190, 184, 174), 0.035)


def _cake(b: Brush, colour: Colour | None) -> None:
    b.oval(0, 0.08, 0.56, 0.1, WHITE)
    b.shape([(-0.44, 0.1), (0.44, 0.1), (0.44, 0.5), (-0.44, 0.5)], colour or (206, 146, 94))
    b.oval(0, 0.5, 0.44, 0.12, (250, 224, 226))
    for x in (-0.2, 0.0, 0.2):
        b.curve([(x, 0.52), (x, 0.76)], COLOURS["blue"], 0.05)
        b.oval(x, 0.84, 0.04, 0.08, COLOURS["orange"])


def _parcel(b: Brush, colour: Colour | None) -> None:
    tone = colour or COLOURS["turquoise"]
    b.shape([(-0.42, 0), (0.42, 0), (0.42, 0.7), (-0.42, 0.7)], tone)
    b.shape([(-0.08, 0), (0.08, 0), (0.08, 0.7), (-0.08, 0.7)], COLOURS["yellow"])
    for side in (-1, 1):
        b.oval(side * 0.16, 0.82, 0.17, 0.1, COLOURS["yellow"], 25 * side)


def _letter(b: Brush, colour: Colour | None) -> None:
    paper = colour or (246, 234, 204)
    b.shape([(-0.7, 0.05), (0.7, 0.05), (0.7, 0.95), (-0.7, 0.95)], paper)
    b.curve([(-0.68, 0.92), (0, 0.42), (0.68, 0.92)], darker(paper, 0.3), 0.05)
    b.oval(0, 0.44, 0.11, 0.11, COLOURS["red"])


def _key(b: Brush, colour: Colour | None) -> None:
    tone = colour or GOLD
    b.oval(-0.5, 0.5, 0.34, 0.34, tone)
    b.oval(-0.5, 0.5, 0.16, 0.16, darker(tone, 0.5))
    b.curve([(-0.2, 0.5), (0.8, 0.5)], tone, 0.16)
    for x in (0.5, 0.74):
        b.curve([(x, 0.5), (x, 0.2)], tone, 0.13)


def _table(b: Brush, colour: Colour | None) -> None:
    tone = colour or WOOD
    for x in (-0.5, 0.5):
        b.curve([(x, 0), (x, 0.8)], darker(tone), 0.09)
    b.shape([(-0.7, 0.78), (0.7, 0.78), (0.62, 0.98), (-0.62, 0.98)], tone)


def _chair(b: Brush, colour: Colour | None) -> None:
    tone = colour or WOOD
    for x in (-0.26, 0.26):
        b.curve([(x, 0), (x, 0.45)], darker(tone), 0.07)
    b.curve([(-0.26, 0.4), (-0.3, 1.0)], tone, 0.08)
    b.shape([(-0.34, 0.4), (0.34, 0.4), (0.3, 0.54), (-0.32, 0.54)], tone)
    b.curve([(-0.28, 0.8), (-0.3, 1.0)], tone, 0.14)


def _door(b: Brush, colour: Colour | None) -> None:
    tone = colour or (132, 92, 66)
    b.oval(0, 0.7, 0.27, 0.3, darker(tone))
    b.shape([(-0.27, 0), (0.27, 0), (0.27, 0.7), (-0.27, 0.7)], darker(tone))
    b.oval(0, 0.7, 0.22, 0.24, tone)
    b.shape([(-0.22, 0), (0.22, 0), (0.22, 0.7), (-0.22, 0.7)], tone)
    b.oval(0.14, 0.44, 0.035, 0.035, GOLD)


def _window(b: Brush, colour: Colour | None) -> None:
    b.shape([(-0.4, 0.1), (0.4, 0.1), (0.4, 0.95), (-0.4, 0.95)], colour or WHITE)
    for x in (-0.19, 0.19):
        for y in (0.32, 0.72):
            b.shape([(x - 0.15, y - 0.16), (x + 0.15, y - 0.16), (x + 0.15, y + 0.16), (x - 0.15, y + 0.16)],
                    (170, 206, 226))  # fmt: skip


def _bridge(b: Brush, colour: Colour | None) -> None:
    tone = colour or WOOD
    b.curve([(-1.2, 0.1), (0, 0.5), (1.2, 0.1)], tone, 0.2)
    b.curve([(-1.2, 0.5), (0, 0.9), (1.2, 0.5)], darker(tone), 0.07)
    for x in (-0.9, -0.45, 0.0, 0.45, 0.9):
        top = 0.9 - 0.28 * x * x
        b.curve([(x, top - 0.4), (x, top)], darker(tone), 0.06)


def _fence(b: Brush, colour: Colour | None) -> None:
    tone = colour or (230, 218, 196)
    for y in (0.3, 0.66):
        b.curve([(-1.4, y), (1.4, y)], darker(tone, 0.15), 0.09)
    for i in range(-4, 5):
        x = i * 0.32
        b.shape([(x - 0.08, 0), (x + 0.08, 0), (x + 0.08, 0.84), (x, 1.0), (x - 0.08, 0.84)], tone)


def _tent(b: Brush, colour: Colour | None) -> None:
    tone = colour or COLOURS["orange"]
    b.shape([(-0.6, 0), (0.6, 0), (0, 0.95)], tone)
    b.shape([(-0.17, 0), (0.17, 0), (0, 0.6)], darker(tone, 0.6))
    b.curve([(0, 0.9), (0, 1.05)], WOOD, 0.03)


def _campfire(b: Brush, _colour: Colour | None) -> None:
    for turn in (-18, 18):
        b.oval(0, 0.1, 0.42, 0.075, WOOD, turn)
    b.oval(0, 0.42, 0.24, 0.34, COLOURS["red"])
    b.shape([(-0.2, 0.5), (0.2, 0.5), (0.02, 1.05)], COLOURS["red"])
    b.oval(0, 0.36, 0.16, 0.24, COLOURS["orange"])
    b.oval(0, 0.3, 0.09, 0.15, COLOURS["yellow"])


def _ladder(b: Brush, colour: Colour | None) -> None:
    tone = colour or WOOD
    for x in (-0.15, 0.15):
        b.curve([(x, 0), (x + 0.06, 1.0)], tone, 0.045)
    for i in range(6):
        y = 0.12 + i * 0.16
        b.curve([(-0.15 + 0.06 * y, y), (0.15 + 0.06 * y, y)], tone, 0.04)


def _basket(b: Brush, colour: Colour | None) -> None:
    tone = colour or (190, 142, 88)
    b.curve([(-0.36, 0.5), (0, 1.0), (0.36, 0.5)], darker(tone, 0.15), 0.07)
    b.shape([(-0.46, 0.52), (0.46, 0.52), (0.34, 0), (-0.34, 0)], tone)
    for y in (0.16, 0.34):
        b.curve([(-0.4, y), (0.4, y)], darker(tone, 0.2), 0.03)


def _bucket(b: Brush, colour: Colour | None) -> None:
    tone = colour or COLOURS["red"]
    b.curve([(-0.38, 0.72), (0, 1.05), (0.38, 0.72)], (120, 120, 126), 0.04)
    b.shape([(-0.42, 0.72), (0.42, 0.72), (0.3, 0), (-0.3, 0)], tone)
    b.oval(0, 0.72, 0.42, 0.1, darker(tone))


def _rocket(b: Brush, colour: Colour | None) -> None:
    red = colour or COLOURS["red"]
    b.oval(0, 0.06, 0.08, 0.16, COLOURS["orange"])
    for side in (-1, 1):
        b.shape([(side * 0.12, 0.34), (side * 0.28, 0.12), (side * 0.1, 0.16)], red)
    b.oval(0, 0.54, 0.17, 0.42, (236, 236, 240))
    b.shape([(-0.11, 0.82), (0.11, 0.82), (0, 1.02)], red)
    b.oval(0, 0.62, 0.08, 0.08, COLOURS["blue"])


def _car(b: Brush, colour: Colour | None) -> None:
    tone = colour or COLOURS["red"]
    b.oval(0, 0.62, 0.45, 0.36, lighter(tone, 0.2))
    b.oval(0, 0.64, 0.34, 0.24, (196, 222, 232))
    b.shape([(-0.9, 0.2), (0.9, 0.2), (0.84, 0.58), (-0.84, 0.58)], tone)
    for x in (-0.5, 0.5):
        b.oval(x, 0.18, 0.2, 0.2, NOSE)
        b.oval(x, 0.18, 0.08, 0.08, (190, 190, 196))


def _drum(b: Brush, colour: Colour | None) -> None:
    tone = colour or COLOURS["red"]
    b.shape([(-0.42, 0.12), (0.42, 0.12), (0.42, 0.72), (-0.42, 0.72)], tone)
    b.oval(0, 0.12, 0.42, 0.12, tone)
    b.curve([(-0.4, 0.66), (-0.13, 0.12), (0.13, 0.68), (0.4, 0.12)], COLOURS["yellow"], 0.05)
    b.oval(0, 0.74, 0.42, 0.13, WHITE)


def _stone(b: Brush, colour: Colour | None) -> None:
    tone = colour or COLOURS["grey"]
    b.oval(0, 0.36, 0.6, 0.4, tone)
    b.oval(-0.16, 0.52, 0.24, 0.14, lighter(tone))


def _leaf(b: Brush, colour: Colour | None) -> None:
    tone = colour or (214, 126, 58)
    b.oval(0, 0.5, 0.62, 0.3, tone, 25)
    b.curve([(-0.7, 0.2), (0.5, 0.74)], darker(tone), 0.05)


def _nest(b: Brush, colour: Colour | None) -> None:
    tone = colour or (150, 108, 72)
    for x in (-0.3, 0.05, 0.36):
        b.oval(x, 0.62, 0.22, 0.28, (226, 236, 240))
    b.oval(0, 0.3, 0.8, 0.32, tone)
    for i in range(7):
        b.curve([(-0.75 + i * 0.2, 0.2), (-0.5 + i * 0.2, 0.48)], darker(tone), 0.04)


def _egg(b: Brush, colour: Colour | None) -> None:
    b.oval(0, 0.48, 0.38, 0.5, colour or (246, 232, 210))
    b.oval(-0.12, 0.64, 0.09, 0.12, WHITE)


def _shell(b: Brush, colour: Colour | None) -> None:
    tone = colour or (240, 196, 178)
    b.oval(0, 0.44, 0.56, 0.46, tone)
    for i in range(-2, 3):
        b.curve([(0, 0.02), (i * 0.22, 0.8 - abs(i) * 0.1)], darker(tone, 0.2), 0.04)


def _chest(b: Brush, colour: Colour | None) -> None:
    tone = colour or WOOD
    b.oval(0, 0.62, 0.56, 0.32, tone)
    b.shape([(-0.56, 0), (0.56, 0), (0.56, 0.6), (-0.56, 0.6)], darker(tone, 0.12))
    b.curve([(-0.54, 0.6), (0.54, 0.6)], GOLD, 0.08)
    b.oval(0, 0.5, 0.1, 0.12, GOLD)


def _snowman(b: Brush, colour: Colour | None) -> None:
    snow = colour or (246, 248, 252)
    for y, r in ((0.22, 0.24), (0.56, 0.18), (0.82, 0.13)):
        b.oval(0, y, r, r, snow)
    for side in (-1, 1):
        b.oval(side * 0.045, 0.86, 0.018, 0.018, NOSE)
    b.shape([(0, 0.83), (0.17, 0.81), (0, 0.79)], COLOURS["orange"])
    b.shape([(-0.1, 0.94), (0.1, 0.94), (0.08, 1.08), (-0.08, 1.08)], NOSE)
    for y in (0.5, 0.6):
        b.oval(0, y, 0.02, 0.02, NOSE)


def _glasses(b: Brush, colour: Colour | None) -> None:
    for side in (-1, 1):
        points = [
            (side * 0.5 + 0.4 * math.cos(i * math.pi / 8), 0.45 + 0.4 * math.sin(i * math.pi / 8)) for i in range(17)
        ]
        b.curve(points, colour or NOSE, 0.1)
    b.curve([(-0.1, 0.5), (0.1, 0.5)], colour or NOSE, 0.1)


def _nut(b: Brush, colour: Colour | None) -> None:
    tone = colour or (180, 124, 70)
    b.oval(0, 0.42, 0.42, 0.44, tone)
    b.oval(0, 0.72, 0.46, 0.24, darker(tone, 0.3))
    b.curve([(0, 0.9), (0.06, 1.1)], darker(tone, 0.4), 0.1)


def _heart(b: Brush, colour: Colour | None) -> None:
    tone = colour or COLOURS["red"]
    for side in (-1, 1):
        b.oval(side * 0.23, 0.68, 0.27, 0.27, tone)
    b.shape([(-0.47, 0.58), (0.47, 0.58), (0, 0.02)], tone)


def _blanket(b: Brush, colour: Colour | None) -> None:
    tone = colour or COLOURS["blue"]
    b.oval(0, 0.3, 1.0, 0.3, tone)
    for x in (-0.5, 0.0, 0.5):
        b.oval(x, 0.34, 0.14, 0.1, mixed(tone, WHITE, 0.4))


_THINGS: dict[str, Callable[[Brush, Colour | None], None]] = {
    "star": star, "lantern": _lantern, "kite": _kite, "ball": _ball, "balloon": _balloon, "boat": _boat,
    "flower": _flower, "mushroom": _mushroom, "apple": _apple, "book": _book, "cake": _cake, "gift": _parcel,
    "letter": _letter, "key": _key, "table": _table, "chair": _chair, "door": _door, "window": _window,
    "bridge": _bridge, "fence": _fence, "tent": _tent, "campfire": _campfire, "ladder": _ladder, "basket": _basket,
    "bucket": _bucket, "rocket": _rocket, "car": _car, "drum": _drum, "stone": _stone, "leaf": _leaf, "nest": _nest,
    "egg": _egg, "shell": _shell, "chest": _chest, "snowman": _snowman, "glasses": _glasses, "nut": _nut,
    "heart": _heart, "blanket": _blanket,
}  # fmt: skip
