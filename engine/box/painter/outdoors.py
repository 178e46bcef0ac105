"""Places under the sky: forest, meadow, hills, garden, desert, clouds."""

from __future__ import annotations

from engine.box.painter import curves, furniture, natural
from engine.box.painter.colour import COLOURS, SNOW, Colour, darker, lighter, mix
from engine.box.painter.scene import Scene
from engine.box.painter.sky import cloud

SAND: Colour = (238, 214, 164)
STONE: Colour = (168, 160, 160)


def countryside(s: Scene) -> None:
    """Where nobody says where: soft hills, a tree or two."""
    s.hills(3)
    s.trees(5, (0.06, 0.1), 0.5, level=s.horizon - s.unit * 3)
    s.ground()
    side = s.dice.choice((0.08, 0.92))
    s.plant(s.width * side, s.horizon + s.unit * 4, s.height * s.dice.uniform(0.4, 0.52), 0.06, "round")
    s.tufts(46)
    s.blossoms(8)


def forest(s: Scene) -> None:
    s.hills(2, mix(s.light.grass, (84, 124, 104), 0.6))
    s.trees(12, (0.2, 0.34), 0.66, level=s.horizon)
    s.trunks(7, 0.55, (2.0, 3.4))
    s.trees(6, (0.3, 0.44), 0.4)
    s.ground(mix(s.light.grass, (112, 136, 96), 0.5) if s.light.dark else mix(s.light.grass, (128, 118, 76), 0.42))
    s.trunks(4, 0.22, (3.6, 5.6))
    s.trunk(s.width * (0.02 if s.canvas.lit > 0 else 0.98), s.foot - s.unit * 4, s.unit * 11, 0.02)
    s.canopy(0.1, 11)
    for _ in range(5):
        x, y = s.dice.uniform(0.02, 0.98) * s.width, s.dice.uniform(0.1, 0.6) * (s.height - s.horizon) + s.horizon
        natural.bush(s.brush(x, y, s.unit * s.dice.uniform(5, 9), 0.15), mix(s.leaf_tone(), (84, 124, 84), 0.5), s.dice)
    s.tufts(36)
    s.fallen_leaves(70 if s.wish.season == "autumn" else 26)
    for _ in range(3):
        natural.mushroom(
            s.brush(s.dice.uniform(0.03, 0.97) * s.width, s.dice.uniform(s.foot, s.height * 0.97), s.unit * 5),
            s.dice.choice((COLOURS["red"], (190, 132, 84))),
            s.dice,
        )


def jungle(s: Scene) -> None:
    s.hills(2, (92, 150, 96))
    s.trunks(6, 0.5, (2, 4))
    s.ground((122, 160, 84))
    for k in range(9):
        x, up = s.width * (k / 8), s.dice.uniform(0.2, 0.5)
        b = s.brush(x, s.horizon + s.unit * 8, s.height * up, 0.25 * s.dice.random(), s.dice.choice((-1, 1)))
        b.stroke([(0, 0), (0.05, 0.5), (0.0, 0.9)], [0.09, 0.06, 0.05], (136, 104, 70), 0.25)
        for turn in (-80, -46, -12, 24, 60, 96):
            b.at(0, 0.9, 0.55, turn).shape([(0, 0), (0.14, 0.4), (0.0, 0.95), (-0.14, 0.4)], (88, 158, 88), 0.25)
    s.canopy(0.05, 13)
    for _ in range(5):
        x = s.dice.uniform(0, s.width)
        s.canvas.line(
            [(x, -4), (x + s.unit * 2, s.horizon * 0.3), (x - s.unit, s.horizon * s.dice.uniform(0.5, 0.8))],
            s.tone((96, 128, 70)),
            s.unit * 0.7,
        )
    s.tufts(60, (96, 152, 76), 4)
    s.blossoms(14, ((232, 92, 90), (246, 172, 70), (214, 110, 170)))


def meadow(s: Scene) -> None:
    s.hills(3)
    s.trees(6, (0.07, 0.13), 0.46, level=s.horizon - s.unit)
    s.ground(mix(s.light.grass, (156, 190, 104), 0.4) if not s.light.snowy else None)
    s.tufts(110, size=3.6)
    s.blossoms(64)


def field(s: Scene) -> None:
    s.hills(3, mix(s.light.grass, COLOURS["yellow"], 0.3))
    s.trees(3, (0.09, 0.16), 0.4)
    s.ground((230, 192, 102) if not s.light.snowy else None)
    for row in range(9):
        depth = (row + 1) / 9
        y = s.horizon + (s.height - s.horizon) * depth**1.4
        for _ in range(26):
            x, high = s.dice.uniform(0, s.width), s.unit * (1.5 + 5 * depth)
            tone = s.tone((214, 164, 72) if s.dice.random() < 0.6 else (242, 212, 130))
            s.canvas.line([(x, y), (x + s.dice.uniform(-1, 1) * s.unit, y - high)], tone, s.unit * 0.34)
    s.blossoms(10, ((214, 74, 60), (96, 124, 190)))


def hill(s: Scene) -> None:
    s.hills(2)
    u = s.unit
    s.trees(4, (0.08, 0.12), 0.46, level=s.horizon)
    top = s.foot - u * 7
    bow = [
        (-s.width * 0.1, s.height),
        (-s.width * 0.08, s.height * 0.9),
        (s.width * 0.14, top + u * 9),
        (s.width * 0.5, top),
        (s.width * 0.86, top + u * 9),
        (s.width * 1.08, s.height * 0.9),
        (s.width * 1.1, s.height),
    ]
    edge = curves.line(bow)
    s.canvas.grade(
        [*edge, (s.width, s.height + 9)], s.tone(lighter(s.light.grass, 0.16)), s.tone(darker(s.light.grass, 0.24))
    )
    for x, y in edge[6:-6]:
        for _ in range(2):
            high = u * s.dice.uniform(1, 3)
            s.canvas.line(
                [(x + s.dice.uniform(-2, 2) * u, y + u * 0.6), (x + s.dice.uniform(-3, 3) * u, y - high)],
                s.tone(darker(s.light.grass, 0.12)),
                u * 0.34,
            )
    for _ in range(44):
        x = s.dice.uniform(0, s.width)
        y = s.dice.uniform(top + u * 12, s.height)
        tone = s.tone(darker(s.light.grass, 0.24) if s.dice.random() < 0.6 else lighter(s.light.grass, 0.24))
        s.canvas.line([(x, y), (x + u * s.dice.uniform(-1, 1), y - u * 2.4)], tone, u * 0.36)
    for _ in range(12):
        natural.petals(
            s.brush(s.dice.uniform(0, s.width), s.dice.uniform(top + u * 12, s.height), u * 4),
            0,
            0,
            0.26,
            s.dice.choice(((232, 120, 110), (248, 210, 96), (246, 242, 234))),
            5,
        )


def mountain(s: Scene) -> None:
    u = s.unit
    for row, air in enumerate((0.62, 0.36)):
        for k in range(4 - row):
            x = s.width * ((k + 0.5) / (4 - row) + s.dice.uniform(-0.1, 0.1))
            high = s.horizon * s.dice.uniform(0.42, 0.66) * (1 if row else 0.9)
            wide = high * s.dice.uniform(0.62, 0.85)
            peak = (x, s.horizon - high)
            base: Colour = (128, 132, 156)
            side = [
                (x - wide, s.horizon + u * 3),
                (x - wide * 0.45, s.horizon - high * 0.5),
                peak,
                (x + wide * 0.4, s.horizon - high * 0.56),
                (x + wide, s.horizon + u * 3),
            ]
            s.canvas.grade(side, s.tone(base, air), s.tone(lighter(mix(base, s.light.grass, 0.4), 0.2), air))
            s.canvas.fill(
                [
                    peak,
                    (x + wide * 0.4, s.horizon - high * 0.56),
                    (x + wide, s.horizon + u * 3),
                    (x + wide * 0.12, s.horizon + u * 3),
                    (x + wide * 0.1, s.horizon - high * 0.5),
                ],
                s.tone(darker(base, 0.14), air),
                outlined=False,
            )
            cap = [
                peak,
                (x + wide * 0.3, s.horizon - high * 0.67),
                (x + wide * 0.14, s.horizon - high * 0.62),
                (x + wide * 0.02, s.horizon - high * 0.7),
                (x - wide * 0.12, s.horizon - high * 0.6),
                (x - wide * 0.28, s.horizon - high * 0.69),
            ]
            s.canvas.fill(cap, s.tone(SNOW, air * 0.6))
    s.trees(9, (0.08, 0.15), 0.32, kinds="fir")
    s.ground()
    for _ in range(6):
        natural.stone(
            s.brush(s.dice.uniform(0, s.width), s.dice.uniform(s.horizon + u * 4, s.height), u * s.dice.uniform(3, 7)),
            STONE,
            s.dice,
        )
    s.tufts(50)
    s.blossoms(10)


def garden(s: Scene) -> None:
    s.hills(2)
    s.trees(4, (0.2, 0.32), 0.3)
    s.ground(mix(s.light.grass, (150, 188, 100), 0.5) if not s.light.snowy else None)
    furniture.fence(s.brush(s.width * 0.25, s.horizon + s.unit * 5, s.unit * 13, 0.14), SNOW, s.dice)
    furniture.fence(s.brush(s.width * 0.78, s.horizon + s.unit * 5, s.unit * 13, 0.14), SNOW, s.dice)
    for k in range(11):
        x = s.width * (k + 0.5) / 11 + s.unit * s.dice.uniform(-3, 3)
        b = s.brush(x, s.horizon + s.unit * s.dice.uniform(5.5, 9), s.unit * s.dice.uniform(9, 14))
        s.dice.choice((natural.flower, natural.tulip, natural.sunflower))(
            b, COLOURS[s.dice.choice(("red", "yellow", "pink", "purple", "orange"))], s.dice
        )
    s.tufts(46)
    s.blossoms(18)


def park(s: Scene) -> None:
    s.hills(2)
    s.trees(7, (0.24, 0.4), 0.34, kinds="round")
    s.ground()
    s.path()
    furniture.bench(
        s.brush(s.width * s.dice.choice((0.16, 0.84)), s.horizon + s.unit * 9, s.unit * 11, 0.1), (150, 108, 74), s.dice
    )
    s.tufts(40)
    s.blossoms(14)


def path(s: Scene) -> None:
    countryside(s)
    s.path()


def desert(s: Scene) -> None:
    s.hills(3, (240, 204, 146), 7)
    s.ground((240, 208, 148), swing=4)
    for x in (0.1, 0.86, 0.7):
        b = s.brush(s.width * x, s.horizon + s.unit * s.dice.uniform(2, 9), s.height * s.dice.uniform(0.14, 0.24), 0.06)
        green: Colour = (104, 152, 100)
        b.limb([(0, 0.0), (0, 0.9)], 0.2, green, 0.3)
        b.limb([(-0.02, 0.34), (-0.28, 0.4), (-0.3, 0.66)], 0.13, green, 0.25)
        b.limb([(0.02, 0.46), (0.26, 0.52), (0.28, 0.8)], 0.13, green, 0.25)
    for _ in range(6):
        y = s.dice.uniform(s.horizon + s.unit * 8, s.height)
        x = s.dice.uniform(0, s.width)
        s.canvas.line(
            [(x, y), (x + s.unit * 9, y - s.unit), (x + s.unit * 18, y)], s.tone((222, 184, 122)), s.unit * 0.4
        )


def cloudland(s: Scene) -> None:
    """High in the air: clouds one could walk on."""
    tone = lighter(s.light.sky[2], 0.55) if not s.light.dark else mix(s.light.sky[2], SNOW, 0.25)
    for k in range(9):
        depth = k / 8
        x, y = s.dice.uniform(0, s.width), s.horizon + (s.height - s.horizon) * depth * 0.8
        cloud(s.canvas, x, y, s.unit * (20 + 14 * depth), mix(s.light.sky[1], tone, 0.5 + 0.5 * depth), s.dice)
    cloud(s.canvas, s.width / 2, s.foot + s.unit * 7, s.width * 0.5, tone, s.dice)
    for k in range(6):
        cloud(s.canvas, s.width * (k + 0.5) / 6, s.height + s.unit * 3, s.unit * 26, lighter(tone, 0.2), s.dice)


def moonscape(s: Scene) -> None:
    """Space: the ground of a small planet."""
    bow = [
        (-s.width * 0.1, s.foot + s.unit * 4),
        (s.width * 0.25, s.foot - s.unit * 5),
        (s.width * 0.5, s.foot - s.unit * 7),
        (s.width * 0.75, s.foot - s.unit * 5),
        (s.width * 1.1, s.foot + s.unit * 4),
    ]
    base: Colour = (176, 168, 196)
    s.canvas.grade(
        [*curves.line(bow), (s.width * 1.1, s.height), (-s.width * 0.1, s.height)],
        lighter(base, 0.2),
        darker(base, 0.3),
    )
    for _ in range(9):
        x, y, r = s.dice.uniform(0, s.width), s.dice.uniform(s.foot, s.height), s.unit * s.dice.uniform(2, 6)
        s.canvas.fill(curves.oval(x, y, r, r * 0.36), darker(base, 0.22), outlined=False)
        s.canvas.fill(curves.oval(x, y + r * 0.1, r * 0.86, r * 0.26), darker(base, 0.1), outlined=False)
