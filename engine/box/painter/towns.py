"""Places people have built: villages and towns, farms, castles, stations, playgrounds."""

from __future__ import annotations

from engine.box.painter import curves, furniture, made, natural, vehicles
from engine.box.painter.colour import COLOURS, SNOW, Colour, lighter, mix
from engine.box.painter.outdoors import SAND
from engine.box.painter.scene import Scene

WALLS = ("red", "yellow", "blue", "orange", "pink", "green", "beige", "turquoise")


def village(s: Scene) -> None:
    s.hills(2)
    s.trees(5, (0.14, 0.24), 0.44)
    s.ground()
    _houses(s, 6, 0.26, 0.34)
    s.path()
    s.tufts(36)
    s.blossoms(8)


def _houses(s: Scene, count: int, air: float, size: float, level: float = 2.0) -> None:
    order = list(range(count))
    s.dice.shuffle(order)
    for k in order:
        x = s.width * ((k + 0.5) / count + s.dice.uniform(-0.05, 0.05))
        high = min(s.height * size, s.width * 1.9 / count) * s.dice.uniform(0.84, 1.25)
        furniture.house(
            s.brush(x, s.horizon + s.unit * (level + s.dice.uniform(0, 3)), high, air),
            COLOURS[s.dice.choice(WALLS)],
            s.dice,
        )
        if s.light.dark:
            s.canvas.glow(x, s.horizon - high * 0.2, high * 0.7, (150, 104, 48), 0.7)


def street(s: Scene) -> None:
    _houses(s, 4, 0.5, 0.42, -3)
    s.ground((206, 194, 180), s.horizon)
    _houses(s, 3, 0.16, 0.6, 1)
    for row in range(7):
        y = s.horizon + (s.height - s.horizon) * ((row + 1) / 7.2) ** 1.3
        for k in range(9):
            x = s.width * (k + 0.5 * (row % 2)) / 8.5 + s.dice.uniform(-1, 1) * s.unit
            w = s.unit * (2.4 + 0.9 * row)
            s.canvas.fill(
                curves.oval(x, y, w, w * 0.34),
                s.tone(mix((186, 172, 160), (212, 198, 180), s.dice.random())),
                outlined=False,
            )
    x = s.width * s.dice.choice((0.1, 0.9))
    b = s.brush(x, s.horizon + s.unit * 16, s.unit * 44)
    b.line([(0, 0), (0, 0.8)], 0.03, (70, 66, 76))
    made.lantern(b.at(0, 0.78, 0.2), (70, 66, 76), s.dice)


def market(s: Scene) -> None:
    street(s)
    for x in (0.13, 0.87):
        b = s.brush(s.width * x, s.horizon + s.unit * 12, s.unit * 34)
        for px in (-0.5, 0.5):
            b.line([(px, 0), (px, 0.8)], 0.04, made.WOOD)
        b.poly([(-0.54, 0), (0.54, 0), (0.54, 0.3), (-0.54, 0.3)], made.WOOD, 0.25)
        for k in range(6):
            b.oval(
                -0.42 + 0.17 * k,
                0.34,
                0.085,
                0.08,
                COLOURS[s.dice.choice(("red", "orange", "green", "yellow"))],
                form=0.25,
            )
        for k in range(6):
            x0 = -0.62 + 0.207 * k
            b.shape(
                [(x0, 0.92), (x0 + 0.207, 0.92), (x0 + 0.207, 0.7), (x0 + 0.1, 0.64), (x0, 0.7)],
                COLOURS["red"] if k % 2 else SNOW,
            )


def farm(s: Scene) -> None:
    s.hills(3, mix(s.light.grass, COLOURS["yellow"], 0.2))
    s.trees(4, (0.14, 0.24), 0.4)
    s.ground()
    x = s.width * s.dice.choice((0.26, 0.74))
    b = s.brush(x, s.horizon + s.unit * 5, min(s.height * 0.4, s.width * 0.6), 0.12)
    b.poly([(-0.46, 0), (0.46, 0), (0.46, 0.5), (-0.46, 0.5)], (186, 74, 60), 0.25)
    b.poly([(-0.54, 0.48), (-0.34, 0.78), (0, 0.94), (0.34, 0.78), (0.54, 0.48)], (122, 86, 78), 0.25)
    b.poly([(-0.18, 0), (0.18, 0), (0.18, 0.34), (-0.18, 0.34)], (236, 222, 204))
    for turn in (-1, 1):
        b.line([(-0.16, 0.17 + 0.15 * turn), (0.16, 0.17 - 0.15 * turn)], 0.025, (186, 74, 60))
    b.oval(0, 0.66, 0.08, 0.08, (236, 222, 204))
    furniture.fence(s.brush(s.width - x, s.horizon + s.unit * 7, s.unit * 13, 0.1), (214, 190, 156), s.dice)
    natural.hay(s.brush(s.width - x, s.horizon + s.unit * 12, s.unit * 13), COLOURS["yellow"], s.dice)
    s.tufts(40)


def playground(s: Scene) -> None:
    s.hills(2)
    s.trees(6, (0.2, 0.32), 0.36, kinds="round")
    s.ground()
    s.canvas.fill(curves.lobed(s.width / 2, s.foot, s.width * 0.46, s.unit * 11, 7, s.dice, 0.06), s.tone(SAND))
    high = min(s.height * 0.3, s.width * 0.44)
    furniture.swing(s.brush(s.width * 0.2, s.horizon + s.unit * 9, high, 0.06), COLOURS["red"], s.dice)
    furniture.slide(s.brush(s.width * 0.76, s.horizon + s.unit * 9, high * 0.9, 0.06), COLOURS["blue"], s.dice)
    s.tufts(30)


def castle(s: Scene) -> None:
    s.hills(3)
    x = s.width * s.dice.uniform(0.36, 0.64)
    size = min(s.height * 0.5, s.width * 0.8)
    b = s.brush(x, s.horizon + s.unit * 3, size, 0.24)
    wall: Colour = (196, 186, 190)
    for dx, high in ((-0.46, 0.9), (0.46, 0.86), (0.0, 1.2)):
        furniture.tower(b.at(dx, 0, high), wall, s.dice)
    for x0, x1, y in ((-0.46, 0.46, 0.42),):
        b.poly([(x0, 0), (x1, 0), (x1, y), (x0, y)], lighter(wall, 0.12), 0.2)
        for k in range(8):
            m = x0 + (x1 - x0) * (k + 0.25) / 8
            b.poly([(m, y), (m + 0.06, y), (m + 0.06, y + 0.06), (m, y + 0.06)], lighter(wall, 0.12))
    furniture.door(b.at(0, 0, 0.26), COLOURS["brown"], s.dice)
    s.ground()
    s.path()
    s.trees(4, (0.14, 0.22), 0.2)
    s.tufts(36)
    s.blossoms(10)


def station(s: Scene) -> None:
    s.hills(2)
    s.trees(4, (0.16, 0.24), 0.4)
    s.ground((198, 190, 178))
    vehicles.train(s.brush(s.width * 0.62, s.horizon + s.unit * 9, s.unit * 25, 0.06), COLOURS["red"], s.dice)
    for y in (9.2, 10.4):
        s.canvas.line(
            [(0, s.horizon + s.unit * y), (s.width, s.horizon + s.unit * y)], s.tone((110, 104, 110)), s.unit * 0.5
        )
    edge = s.horizon + s.unit * 14
    s.canvas.grade(
        [(0, edge), (s.width, edge), (s.width, s.height), (0, s.height)],
        s.tone((222, 206, 184)),
        s.tone((186, 168, 150)),
    )
    s.canvas.line([(0, edge), (s.width, edge)], s.tone(SNOW), s.unit * 0.8)
    b = s.brush(s.width * s.dice.choice((0.1, 0.9)), edge + s.unit * 4, s.unit * 46)
    b.line([(0, 0), (0, 0.84)], 0.03, (70, 66, 76))
    made.clock(b.at(0, 0.8, 0.22), (70, 66, 76), s.dice)
