"""Places by, on and under water."""

from __future__ import annotations

import math

from engine.box.painter import curves, furniture, made, natural, vehicles
from engine.box.painter.canvas import wash
from engine.box.painter.colour import COLOURS, SNOW, Colour, darker, lighter, mix
from engine.box.painter.outdoors import SAND, STONE
from engine.box.painter.scene import Scene
from engine.box.painter.towns import WALLS

SEA: Colour = (88, 152, 176)


def water(s: Scene, top: float, bottom: float, colour: Colour = SEA, edge: list[curves.Point] | None = None) -> None:
    """Paint water between two heights: the sky lies in it, ripples run over it."""
    outline = edge or [(0, top), (s.width, top), (s.width, bottom), (0, bottom)]
    near = s.tone(darker(colour, 0.1))
    s.canvas.grade(outline, mix(s.light.sky[2], s.tone(colour), 0.45), near)
    shine = mix(s.light.sky[2], SNOW, 0.35)
    for _ in range(30):
        depth = s.dice.random() ** 1.3
        y = top + (bottom - top) * (0.06 + 0.9 * depth)
        x, w = s.dice.uniform(0.04, 0.96) * s.width, s.unit * (2 + 9 * depth)
        if edge and not _inside(x, y, edge):
            continue
        tone = mix(near, shine, s.dice.uniform(0.25, 0.75))
        s.canvas.line(
            curves.line([(x - w, y), (x - w / 3, y - s.unit * 0.5), (x + w / 3, y + s.unit * 0.4), (x + w, y)]),
            tone,
            s.unit * (0.22 + 0.34 * depth),
        )
    if s.light.dark:
        s.canvas.glow(s.width * (0.2 if s.canvas.lit < 0 else 0.8), (top + bottom) / 2, s.unit * 16, (90, 92, 86), 0.7)


def _inside(x: float, y: float, outline: list[curves.Point]) -> bool:
    within = False
    for i, (x1, y1) in enumerate(outline):
        x0, y0 = outline[i - 1]
        if (y0 > y) != (y1 > y) and x < (x1 - x0) * (y - y0) / (y1 - y0) + x0:
            within = not within
    return within


def lake(s: Scene) -> None:
    s.hills(2)
    s.trees(8, (0.14, 0.26), 0.4)
    s.ground(mix(s.light.grass, (132, 170, 110), 0.4) if not s.light.snowy else None)
    u = s.unit
    middle = s.width * s.dice.uniform(0.4, 0.6)
    pool = curves.lobed(middle, s.horizon + u * 12, s.width * 0.44, u * 8.5, 5, s.dice, 0.06)
    s.canvas.fill([(x, y + u * 0.9) for x, y in pool], s.tone(darker(s.light.grass, 0.34)), outlined=False)
    water(s, s.horizon + u * 4, s.horizon + u * 20, edge=pool)
    for _ in range(5):
        x, y = middle + s.dice.uniform(-0.3, 0.3) * s.width, s.horizon + u * s.dice.uniform(8, 17)
        pad = curves.oval(x, y, u * 3, u * 1.1)[3:]
        s.canvas.fill([*pad, (x, y)], s.tone((112, 164, 96)))
        if s.dice.random() < 0.6:
            natural.petals(s.brush(x, y, u * 4), 0, 0.2, 0.3, (244, 190, 204))
    for side in (0.06, 0.94):
        _reeds(s, s.width * side, s.horizon + u * 17, 9)
    s.tufts(30)
    s.blossoms(10)


def _reeds(s: Scene, x: float, y: float, count: int) -> None:
    u = s.unit
    for _ in range(count):
        at, high = x + s.dice.uniform(-6, 6) * u, u * s.dice.uniform(14, 26)
        lean = s.dice.uniform(-3, 3) * u
        s.canvas.fill(
            curves.ribbon([(at, y), (at + lean * 0.4, y - high * 0.6), (at + lean, y - high)], [u * 0.9, u * 0.7, 0.1]),
            s.tone(mix((104, 146, 82), s.light.grass, s.dice.random() * 0.6)),
        )
        if s.dice.random() < 0.5:
            s.canvas.line(
                [(at + lean * 0.9, y - high * 0.74), (at + lean, y - high * 0.98)], s.tone((124, 82, 60)), u * 1.5
            )


def river(s: Scene) -> None:
    s.hills(3)
    s.trees(6, (0.12, 0.22), 0.4)
    s.ground()
    u = s.unit
    bend = s.dice.choice((-1, 1))
    spine = [
        (s.width * (0.5 - 0.06 * bend), s.horizon),
        (s.width * (0.5 + 0.16 * bend), s.horizon + u * 7),
        (s.width * (0.5 - 0.2 * bend), s.horizon + u * 15),
        (s.width * (0.5 - 0.1 * bend), s.horizon + u * 24),
        (s.width * (0.5 + 0.5 * bend), s.height * 1.02),
    ]
    bed = curves.ribbon(spine, [u * 2, u * 7, u * 16, u * 22, u * 36])
    s.canvas.fill([(x, y + u) for x, y in bed], s.tone(darker(s.light.grass, 0.36)), outlined=False)
    water(s, s.horizon, s.height, edge=bed)
    for _ in range(7):
        x, y = s.dice.uniform(0, s.width), s.dice.uniform(s.horizon + u * 8, s.height)
        natural.stone(s.brush(x, y, u * s.dice.uniform(3, 6)), STONE, s.dice)
    _reeds(s, s.width * (0.08 if bend > 0 else 0.92), s.horizon + u * 16, 8)
    s.tufts(40)
    s.blossoms(12)


def sea(s: Scene) -> None:
    water(s, s.horizon, s.height)
    u = s.unit
    for row in range(6):
        y = s.horizon + (s.height - s.horizon) * (0.14 + 0.17 * row)
        crest = [(x * s.width / 14, y + u * (0.7 + 0.36 * row) * math.sin(x * 1.7 + row * 2)) for x in range(-1, 16)]
        tone = mix(SEA, COLOURS["blue"], 0.12 * row)
        s.canvas.grade(
            [*curves.line(crest), (s.width, s.height + 9), (0, s.height + 9)],
            s.tone(lighter(tone, 0.26), 0.1),
            s.tone(tone),
        )
        s.canvas.line(curves.line(crest), s.tone(lighter(tone, 0.6)), u * 0.4)


def beach(s: Scene) -> None:
    u = s.unit
    water(s, s.horizon, s.horizon + u * 17)
    vehicles.boat(s.brush(s.width * s.dice.choice((0.2, 0.78)), s.horizon + u * 4, u * 11, 0.3), COLOURS["red"], s.dice)
    shore = curves.ridge(s.width, s.horizon + u * 14, u * 2.4, s.dice, 2)
    s.canvas.line([(x, y - u * 0.6) for x, y in shore], s.tone(SNOW), u * 1.7)
    s.canvas.grade(
        [*shore, (s.width * 1.05, s.height), (-s.width * 0.05, s.height)],
        s.tone(lighter(SAND, 0.3)),
        s.tone(darker(SAND, 0.08)),
    )
    s.canvas.soft(s.width / 2, s.foot, s.width * 0.5, u * 12, s.tone(lighter(SAND, 0.6)), 0.6)
    for _ in range(46):
        x, y = s.dice.uniform(0, s.width), s.dice.uniform(s.horizon + u * 19, s.height)
        s.canvas.fill(
            curves.oval(x, y, u * 0.4, u * 0.24),
            s.tone(s.dice.choice((darker(SAND, 0.2), SNOW, (214, 170, 120)))),
            outlined=False,
        )
    for _ in range(5):
        x, y = s.dice.uniform(0.03, 0.97) * s.width, s.dice.uniform(s.foot - u * 4, s.height)
        s.dice.choice((natural.shell, natural.stone))(
            s.brush(x, y, u * s.dice.uniform(3, 5)), s.dice.choice(((240, 180, 170), (206, 200, 194))), s.dice
        )
    if s.dice.random() < 0.6:
        x = s.width * s.dice.choice((0.12, 0.88))
        b = s.brush(x, s.horizon + u * 19, u * 18)
        b.line([(0, 0), (0.1, 0.9)], 0.04, made.WOOD)
        made.umbrella(b.at(0.02, 0.1, 1.1), COLOURS["red"], s.dice)


def island(s: Scene) -> None:
    sea(s)
    u = s.unit
    mound = curves.line(
        [
            (s.width * 0.02, s.foot + u * 7),
            (s.width * 0.22, s.foot - u * 5),
            (s.width * 0.5, s.foot - u * 9),
            (s.width * 0.8, s.foot - u * 5),
            (s.width * 0.98, s.foot + u * 7),
        ]
    )
    s.canvas.grade([*mound, (s.width * 0.5, s.foot + u * 13)], s.tone(lighter(SAND, 0.2)), s.tone(darker(SAND, 0.1)))
    b = s.brush(s.width * s.dice.choice((0.2, 0.8)), s.foot - u * 3, s.height * 0.42)
    b.stroke([(0, 0), (0.06, 0.5), (0.0, 0.9)], [0.09, 0.06, 0.05], (160, 118, 78), 0.3)
    for turn in (-100, -60, -20, 24, 64, 104):
        b.at(0, 0.9, 0.42, turn).shape([(0, 0), (0.14, 0.4), (0.0, 1.0), (-0.14, 0.4)], (98, 164, 92), 0.25)
    for x in (-0.04, 0.05):
        b.oval(x, 0.86, 0.05, 0.05, (128, 88, 60))


def harbour(s: Scene) -> None:
    s.hills(2)
    for k in range(6):
        x = s.width * (k + 0.5) / 6
        furniture.house(
            s.brush(x, s.horizon + s.unit * 2, min(s.height * 0.2, s.width * 0.28), 0.36),
            COLOURS[WALLS[(k * 3) % 8]],
            s.dice,
        )
    water(s, s.horizon + s.unit, s.horizon + s.unit * 22)
    for x, colour in ((0.2, "red"), (0.74, "blue")):
        vehicles.boat(
            s.brush(s.width * x, s.horizon + s.unit * s.dice.uniform(9, 14), s.unit * 21, 0.1), COLOURS[colour], s.dice
        )
    edge = s.horizon + s.unit * 20
    s.canvas.grade(
        [(0, edge), (s.width, edge), (s.width, s.height), (0, s.height)],
        s.tone((204, 164, 118)),
        s.tone((150, 112, 80)),
    )
    for k in range(1, 7):
        y = edge + (s.height - edge) * (k / 6.5) ** 1.3
        s.canvas.line([(0, y), (s.width, y + s.unit * 0.3)], s.tone((132, 98, 70)), s.unit * 0.5)
    for x in (0.08, 0.92):
        s.canvas.model(curves.oval(s.width * x, edge, s.unit * 3, s.unit * 5), s.tone((112, 80, 62)), 0.3)


def underwater(s: Scene) -> None:
    dark = s.light.dark
    tones: list[Colour] = (
        [(150, 216, 214), (76, 162, 186), (38, 102, 142)] if not dark else [(52, 92, 140), (30, 60, 108), (18, 38, 78)]
    )
    s.canvas.image.paste(wash(tones, (s.width, s.height)))
    u = s.unit
    for k in range(5):
        x = s.width * (0.1 + 0.2 * k)
        s.canvas.soft(x + u * 6, s.height * 0.26, u * 8, s.height * 0.4, lighter(tones[0], 0.3), 0.22)
    for row, air in enumerate((0.6, 0.3, 0.0)):
        edge = curves.ridge(s.width, s.horizon + u * (4 + 7 * row), u * 4, s.dice)
        sand = mix(mix((226, 204, 156), tones[1], 0.25), tones[1], air)
        s.canvas.grade([*edge, (s.width * 1.05, s.height), (-s.width * 0.05, s.height)], sand, mix(sand, tones[2], 0.3))
        for _ in range(5):
            x, y = (
                s.dice.choice((s.dice.uniform(0, 0.3), s.dice.uniform(0.7, 1))) * s.width,
                s.horizon + u * (6 + 8 * row),
            )
            tone = mix(
                s.dice.choice(((226, 110, 104), (240, 160, 90), (196, 120, 180), (110, 176, 120), (96, 160, 130))),
                tones[1],
                air,
            )
            high = u * s.dice.uniform(12, 26)
            if s.dice.random() < 0.55:
                sway = u * s.dice.choice((-3, 3))
                s.canvas.fill(
                    curves.ribbon(
                        [(x, y), (x + sway, y - high * 0.35), (x - sway, y - high * 0.7), (x + sway * 0.5, y - high)],
                        [u * 2, u * 2.2, u * 1.8, 0.2],
                    ),
                    tone,
                )
            else:
                for turn in (-0.5, -0.2, 0.15, 0.45):
                    s.canvas.line(
                        curves.line(
                            [(x, y), (x + turn * high * 0.5, y - high * 0.4), (x + turn * high * 0.7, y - high * 0.7)]
                        ),
                        tone,
                        u * 1.9,
                    )
    for _ in range(26):
        x, y, r = s.dice.uniform(0, s.width), s.dice.uniform(0, s.height * 0.9), u * s.dice.uniform(0.4, 1.5)
        s.canvas.line([*curves.oval(x, y, r, r, 0, 14), (x + r, y)], lighter(tones[0], 0.4), u * 0.22)
    for _ in range(4):
        x, y = s.dice.uniform(0.05, 0.95) * s.width, s.dice.uniform(0.12, 0.5) * s.height
        b = s.brush(x, y, u * 5, 0.2, s.dice.choice((-1, 1)))
        tone = COLOURS[s.dice.choice(("orange", "yellow", "pink"))]
        b.shape([(-0.4, 0), (-0.8, 0.3), (-0.8, -0.3)], tone)
        b.oval(0, 0, 0.5, 0.3, tone, form=0.25)
        b.dab(0.26, 0.06, 0.05, 0.06, (50, 40, 46))
