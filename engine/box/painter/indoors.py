"""Rooms: a wall, a floor, a window with the hour in it, and the furniture that says which room it is."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from engine.box.painter import curves, furniture, made, natural
from engine.box.painter.brush import Brush
from engine.box.painter.canvas import wash
from engine.box.painter.colour import COLOURS, Colour, darker, lighter, mix
from engine.box.painter.scene import Scene

_WALLS: tuple[Colour, ...] = ((236, 214, 178), (206, 216, 196), (232, 202, 186), (200, 212, 220), (238, 222, 190))
_FLOOR: Colour = (198, 150, 104)

Drawer = Callable[[Brush, Colour, Random], None]


def _shell(s: Scene, wall: Colour | None = None, *, planks: bool = False) -> None:
    """Paint wall and floor."""
    tone = wall or s.dice.choice(_WALLS)
    glaze = 0.46 if s.light.dark else 0.08 if s.wish.time == "evening" else 0.0
    lit = mix(tone, (60, 60, 118), glaze)
    s.canvas.image.paste(wash([lighter(lit, 0.12), lit, darker(lit, 0.1)], (s.width, s.height)))
    u = s.unit
    if planks:
        for k in range(1, 9):
            s.canvas.line([(s.width * k / 9, 0), (s.width * k / 9, s.horizon)], darker(lit, 0.16), u * 0.4)
    else:
        for row in range(int(s.horizon / (u * 9)) + 1):
            for k in range(int(s.width / (u * 10)) + 2):
                x, y = (k + 0.5 * (row % 2)) * u * 10, (row + 0.5) * u * 9
                if y < s.horizon - u * 3:
                    s.canvas.fill(curves.star(x, y, u * 0.9, 4, 0.4), lighter(lit, 0.28), outlined=False)
    floor = mix(_FLOOR, (62, 52, 92), glaze)
    s.canvas.grade(
        [(0, s.horizon), (s.width, s.horizon), (s.width, s.height), (0, s.height)],
        lighter(floor, 0.1),
        darker(floor, 0.16),
    )
    for k in range(-8, 20):
        x = s.width / 2 + (k - 6) * u * 14
        s.canvas.line(
            [(s.width / 2 + (k - 6) * u * 7.5, s.horizon), (x + (k - 6) * u * 6, s.height)],
            darker(floor, 0.16),
            u * 0.3,
        )
    s.canvas.line([(0, s.horizon), (s.width, s.horizon)], darker(lit, 0.3), u * 1.3)
    s.canvas.line([(0, s.horizon - u * 1.4), (s.width, s.horizon - u * 1.4)], lighter(lit, 0.4), u * 1.2)


def _window(s: Scene, x: float, *, round_: bool = False) -> None:
    """A window with curtains, and the sky of the hour in it."""
    u = s.unit
    w, h = min(u * 30, s.width * 0.32), min(u * 36, s.horizon * 0.52)
    left, top = x * s.width - w / 2, s.horizon * 0.2
    box = (round(left), round(top), round(left + w), round(top + h))
    frame = (
        curves.oval(left + w / 2, top + h / 2, w / 2 + u, w / 2 + u)
        if round_
        else [(left - u, top - u), (left + w + u, top - u), (left + w + u, top + h + u), (left - u, top + h + u)]
    )
    s.canvas.fill(frame, (248, 240, 226))
    inner = (
        curves.oval(left + w / 2, top + h / 2, w / 2 - u, w / 2 - u)
        if round_
        else [(box[0], box[1]), (box[2], box[1]), (box[2], box[3]), (box[0], box[3])]
    )
    s.canvas.grade(inner, s.light.sky[0], s.light.sky[2])
    if s.light.dark:
        s.canvas.fill(curves.oval(left + w * 0.66, top + h * 0.36, u * 3, u * 3), (252, 240, 196), outlined=False)
        for _ in range(7):
            px, py = left + w * s.dice.uniform(0.1, 0.9), top + h * s.dice.uniform(0.14, 0.8)
            s.canvas.fill(curves.star(px, py, u * 0.7, 4, 0.4), (255, 246, 210), outlined=False)
    elif not round_:
        s.canvas.fill(
            [
                (left, top + h),
                *[(left + w * k / 8, top + h * (0.8 - 0.1 * math.sin(k))) for k in range(9)],
                (left + w, top + h),
            ],
            s.light.grass,
            outlined=False,
        )
    s.canvas.line(
        [(left + w / 2, top + (u if round_ else 0)), (left + w / 2, top + h - (u if round_ else 0))],
        (248, 240, 226),
        u * 1.1,
    )
    s.canvas.line(
        [(left + (u if round_ else 0), top + h / 2), (left + w - (u if round_ else 0), top + h / 2)],
        (248, 240, 226),
        u * 1.1,
    )
    if not round_:
        cloth = COLOURS[s.dice.choice(("red", "blue", "green", "orange"))]
        for side, edge in ((-1, left - u), (1, left + w + u)):
            drape = [
                (edge - side * u * -2.5, top - u * 2),
                (edge - side * w * 0.3, top - u * 2),
                (edge - side * w * 0.14, top + h * 0.5),
                (edge + side * u, top + h * 0.72),
                (edge + side * u * 3, top + h + u * 3),
                (edge + side * u * 3, top),
            ]
            s.canvas.model(curves.closed(drape), mix(cloth, (60, 60, 118), 0.3 if s.light.dark else 0), 0.25)
        s.canvas.line([(left - u * 5, top - u * 2), (left + w + u * 5, top - u * 2)], darker(made.WOOD, 0.2), u * 1.1)


def _wall_picture(s: Scene, x: float) -> None:
    made.picture(s.brush(s.width * x, s.horizon * 0.56, s.unit * 13), made.WOOD, s.dice)


def _rug(s: Scene) -> None:
    tone = COLOURS[s.dice.choice(("red", "blue", "turquoise", "orange"))]
    tone = mix(tone, (60, 60, 118), 0.3 if s.light.dark else 0.0)
    for k, shade in ((1.0, tone), (0.82, lighter(tone, 0.4)), (0.68, tone)):
        s.canvas.fill(curves.oval(s.width / 2, s.foot + s.unit * 2, s.width * 0.44 * k, s.unit * 10 * k), shade)


def _lamp(s: Scene, x: float) -> None:
    """A lamp that hangs down and lights the room at night."""
    if not s.light.dark:
        return
    u = s.unit
    px, py = s.width * x, s.horizon * 0.2
    s.canvas.line([(px, 0), (px, py)], (70, 60, 66), u * 0.4)
    s.canvas.glow(px, py + u * 4, u * 60, (210, 150, 76), 0.85)
    s.canvas.model(
        curves.closed([(px - u * 2, py), (px + u * 2, py), (px + u * 6, py + u * 5), (px - u * 6, py + u * 5)]),
        (232, 150, 80),
        0.2,
    )


def _prop(s: Scene, draw: Drawer, x: float, size: float, colour: str, lift: float = 2.0) -> None:
    draw(s.brush(s.width * x, s.horizon + s.unit * lift, s.unit * size), COLOURS[colour], s.dice)


def room(s: Scene) -> None:
    _shell(s)
    left = s.dice.choice((0.3, 0.7))
    _window(s, left)
    _wall_picture(s, 1 - left + 0.04)
    _prop(s, furniture.shelf, 0.1 if left > 0.5 else 0.9, 46, "brown")
    _prop(s, furniture.armchair, 0.86 if left > 0.5 else 0.14, 28, "red", 5)
    _rug(s)
    _lamp(s, 0.5)


def bedroom(s: Scene) -> None:
    _shell(s)
    left = s.dice.choice((0.28, 0.72))
    _window(s, left)
    _wall_picture(s, 1 - left)
    if not any(figure.pose == "sleeping" for figure in s.wish.figures):
        _prop(s, furniture.bed, 1 - left, 25, s.dice.choice(("blue", "red", "green")), 6)
    _rug(s)
    _prop(s, made.lantern, left, 9, "black", 4)
    if s.light.dark:
        s.canvas.glow(s.width * left, s.horizon, s.unit * 62, (196, 132, 66), 0.85)


def kitchen(s: Scene) -> None:
    _shell(s, (232, 222, 190))
    u = s.unit
    left = s.dice.choice((0.3, 0.7))
    for row in range(3):
        for k in range(int(s.width / (u * 7)) + 2):
            tile: Colour = (246, 240, 228) if (k + row) % 2 else (176, 206, 208)
            tile = mix(tile, (60, 60, 118), 0.4 if s.light.dark else 0.0)
            x, y = k * u * 7, s.horizon - u * (24 - 7 * row)
            s.canvas.fill(
                [(x, y), (x + u * 6.7, y), (x + u * 6.7, y + u * 6.7), (x, y + u * 6.7)], tile, outlined=False
            )
    _window(s, left)
    _prop(s, furniture.stove, 1 - left, 28, "grey", 3)
    _prop(s, furniture.table, left, 21, "brown", 7)
    b = s.brush(s.width * left, s.horizon - s.unit * 8.5, s.unit * 9)
    made.bread(b.at(-0.4, 0), (206, 150, 94), s.dice)
    natural.apple(b.at(0.6, 0, 0.6), COLOURS["red"], s.dice)
    _lamp(s, 0.5)


def attic(s: Scene) -> None:
    _shell(s, (206, 170, 128), planks=True)
    u = s.unit
    for side in (0, 1):
        x0, x1 = (0.0, s.width * 0.42) if side == 0 else (float(s.width), s.width * 0.58)
        tone = mix((150, 108, 76), (60, 60, 118), 0.4 if s.light.dark else 0.0)
        s.canvas.fill([(x0, -4), (x1, -4), (x0, s.horizon * 0.86)], tone)
        for k in range(1, 4):
            s.canvas.line([(x0 + (x1 - x0) * k / 4, 0), (x0, s.horizon * 0.86 * k / 4)], darker(tone, 0.3), u)
    _window(s, 0.5, round_=True)
    if s.light.dark:
        s.canvas.glow(s.width * 0.5, s.horizon * 0.5, u * 66, (92, 96, 132), 0.8)
    _prop(s, made.crate, 0.12, 16, "brown", 3)
    _prop(s, made.chest, 0.86, 18, "brown", 4)
    _prop(s, made.suitcase, 0.24, 12, "orange", 7)
    s.canvas.line([(s.width, u * 4), (s.width - u * 12, u * 14), (s.width - u * 22, u * 2)], (236, 232, 226), u * 0.2)


def school(s: Scene) -> None:
    _shell(s, (226, 218, 186))
    u = s.unit
    w, h = s.width * 0.5, s.horizon * 0.42
    x, y = s.width * 0.46, s.horizon * 0.4
    s.canvas.fill(
        [
            (x - w / 2 - u * 1.4, y - h / 2 - u * 1.4),
            (x + w / 2 + u * 1.4, y - h / 2 - u * 1.4),
            (x + w / 2 + u * 1.4, y + h / 2 + u * 1.4),
            (x - w / 2 - u * 1.4, y + h / 2 + u * 1.4),
        ],
        made.WOOD,
    )
    s.canvas.fill(
        [(x - w / 2, y - h / 2), (x + w / 2, y - h / 2), (x + w / 2, y + h / 2), (x - w / 2, y + h / 2)], (66, 104, 88)
    )
    chalk: Colour = (240, 240, 232)
    s.canvas.line(
        [(x - w * 0.36, y + h * 0.2), (x - w * 0.3, y - h * 0.2), (x - w * 0.24, y + h * 0.2)], chalk, u * 0.6
    )
    s.canvas.line([(x - w * 0.33, y + h * 0.05), (x - w * 0.27, y + h * 0.05)], chalk, u * 0.6)
    s.canvas.line(
        curves.closed([(x + w * 0.2, y - h * 0.2), (x + w * 0.34, y), (x + w * 0.2, y + h * 0.2), (x + w * 0.06, y)]),
        chalk,
        u * 0.6,
    )
    for k in range(2):
        _prop(s, furniture.table, 0.16 + 0.68 * k, 17, "brown", 8)
        _prop(s, furniture.chair, 0.1 + 0.8 * k, 15, "brown", 9)
    made.clock(s.brush(s.width * 0.86, s.horizon * 0.42, u * 12), made.WOOD, s.dice)
    _lamp(s, 0.5)


def library(s: Scene) -> None:
    _shell(s, (196, 156, 118), planks=True)
    size = s.horizon * 0.92
    count = max(2, math.ceil(s.width / size))
    for k in range(count):
        furniture.shelf(
            s.brush(s.width * (k + 0.5) / count, s.horizon + s.unit, max(size, s.width / count)),
            COLOURS["brown"],
            s.dice,
        )
    _rug(s)
    furniture.ladder(
        s.brush(s.width * s.dice.choice((0.16, 0.8)), s.horizon + s.unit * 4, size * 0.9), (196, 150, 104), s.dice
    )
    _lamp(s, 0.5)


def barn(s: Scene) -> None:
    _shell(s, (176, 124, 86), planks=True)
    u = s.unit
    s.canvas.grade(
        [(0, s.horizon), (s.width, s.horizon), (s.width, s.height), (0, s.height)],
        s.tone((224, 192, 120)),
        s.tone((190, 152, 88)),
    )
    _window(s, s.dice.choice((0.3, 0.7)), round_=True)
    s.canvas.line([(0, s.horizon * 0.12), (s.width, s.horizon * 0.12)], (120, 84, 62), u * 4)
    for x in (0.1, 0.9):
        natural.hay(s.brush(s.width * x, s.horizon + u * 5, u * 22), COLOURS["yellow"], s.dice)
    for _ in range(90):
        x, y = s.dice.uniform(0, s.width), s.dice.uniform(s.horizon, s.height)
        s.canvas.line(
            [(x, y), (x + u * s.dice.uniform(-3, 3), y + u * s.dice.uniform(-0.8, 0.8))],
            s.dice.choice(((240, 214, 140), (188, 150, 84))),
            u * 0.3,
        )


def cave(s: Scene) -> None:
    u = s.unit
    base: Colour = (112, 92, 96)
    s.canvas.image.paste(wash([darker(base, 0.5), darker(base, 0.2), base], (s.width, s.height)))
    hole = curves.lobed(s.width * s.dice.uniform(0.34, 0.66), s.horizon * 0.64, u * 24, u * 26, 7, s.dice, 0.08)
    s.canvas.grade(hole, s.light.sky[0], s.light.sky[2])
    s.canvas.glow(s.width / 2, s.horizon * 0.7, u * 60, (96, 84, 70), 0.8)
    for x, y, rx, ry in (
        (-0.02, 0.3, 0.22, 0.5),
        (1.02, 0.3, 0.22, 0.5),
        (0.5, -0.08, 0.7, 0.16),
        (0.1, 0.66, 0.16, 0.2),
        (0.92, 0.68, 0.16, 0.2),
    ):
        s.canvas.model(
            curves.lobed(s.width * x, s.height * y, s.width * rx, s.height * ry, 9, s.dice, 0.07),
            darker(base, 0.16),
            0.35,
        )
    edge = curves.ridge(s.width, s.horizon + u * 4, u * 2, s.dice)
    s.canvas.grade(
        [*edge, (s.width * 1.05, s.height), (-s.width * 0.05, s.height)], lighter(base, 0.3), darker(base, 0.1)
    )
    s.canvas.soft(s.width / 2, s.foot, s.width * 0.5, u * 12, lighter(base, 0.5), 0.6)
    for k in range(5):
        x = s.width * (0.12 + 0.19 * k)
        s.canvas.model(
            [(x - u * 2.4, -4), (x + u * 2.4, -4), (x + u * 0.3, u * s.dice.uniform(12, 24))], darker(base, 0.3), 0.3
        )
    for _ in range(6):
        x, y = (
            s.dice.choice((s.dice.uniform(0, 0.25), s.dice.uniform(0.75, 1))) * s.width,
            s.dice.uniform(s.horizon + u * 6, s.height),
        )
        for turn in (-0.4, 0.0, 0.4):
            tone = COLOURS[s.dice.choice(("turquoise", "purple", "pink"))]
            s.canvas.model(
                [(x - u * 1.3, y), (x + turn * u * 5, y - u * s.dice.uniform(5, 9)), (x + u * 1.3, y)],
                lighter(tone, 0.2),
                0.3,
            )
        s.canvas.glow(x, y - u * 3, u * 9, (70, 90, 100), 0.6)
