"""Birds: an egg, a wing, a bill; and the owl, who looks straight at us."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from engine.box.painter import curves, garments
from engine.box.painter.body import Anatomy
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, SNOW, Colour, darker, lighter, mix
from engine.box.painter.faces import Features, draw_face
from engine.box.painter.wish import Figure


@dataclass(frozen=True, slots=True)
class Bird:
    """A bird; `height` against a hedgehog's, `bill` in half head heights."""

    coat: Colour
    breast: Colour
    height: float = 0.66
    bill: float = 0.6
    bill_colour: Colour = (236, 152, 58)
    flat: bool = False
    neck: float = 0.0
    legs: float = 0.1
    crest: str = ""


BIRDS: dict[str, Bird] = {
    "bird": Bird((92, 140, 192), (248, 222, 172)),
    "robin": Bird((134, 110, 88), (222, 104, 58), bill=0.45, bill_colour=(90, 70, 62)),
    "sparrow": Bird((152, 116, 84), (232, 218, 196), bill=0.45, bill_colour=(90, 76, 70)),
    "crow": Bird((62, 62, 78), (78, 78, 94), 0.8, 0.9, (98, 96, 104)),
    "parrot": Bird((74, 160, 90), (240, 196, 70), 0.85, 0.62, crest="plume"),
    "woodpecker": Bird((56, 54, 62), (240, 236, 226), 0.74, 1.1, (110, 104, 104), crest="cap"),
    "dove": Bird((240, 238, 236), (250, 248, 244), 0.66, 0.45, (206, 140, 130)),
    "swallow": Bird((58, 74, 120), (246, 232, 216), 0.56, 0.4, (70, 64, 70)),
    "seagull": Bird((196, 202, 210), (250, 250, 248), 0.76, 0.8),
    "duck": Bird((246, 240, 226), (252, 248, 240), 0.78, 0.8, flat=True, neck=0.06),
    "duckling": Bird((248, 216, 100), (252, 232, 150), 0.5, 0.6, flat=True),
    "goose": Bird((242, 240, 236), (250, 248, 244), 1.05, 0.8, flat=True, neck=0.2),
    "swan": Bird((248, 246, 246), (252, 252, 252), 1.15, 0.8, (226, 110, 66), True, 0.28),
    "hen": Bird((248, 240, 226), (252, 246, 236), 0.85, 0.5, crest="comb"),
    "rooster": Bird((196, 100, 52), (240, 190, 96), 0.98, 0.5, crest="comb", neck=0.05),
    "chick": Bird((250, 220, 100), (252, 236, 150), 0.48, 0.42),
    "stork": Bird((248, 246, 242), (252, 250, 246), 1.5, 1.8, (216, 82, 56), False, 0.22, 0.34),
    "heron": Bird((150, 164, 184), (226, 230, 234), 1.45, 1.7, (226, 170, 80), False, 0.24, 0.34, "plume"),
    "flamingo": Bird((244, 150, 160), (250, 188, 190), 1.5, 0.9, (90, 70, 76), False, 0.26, 0.36),
    "peacock": Bird((52, 110, 160), (60, 150, 150), 1.2, 0.5, crest="plume"),
    "ostrich": Bird((84, 76, 80), (240, 232, 222), 1.6, 0.8, neck=0.3, legs=0.32),
}
UPRIGHT_BIRDS: dict[str, float] = {"owl": 0.98, "penguin": 0.98}


def draw_bird(b: Brush, figure: Figure, gaze: tuple[float, float], dice: Random) -> None:
    """Draw a bird, from its tail to its hat."""
    if figure.kind == "owl":
        _owl(b, figure, gaze, dice)
        return
    if figure.kind == "penguin":
        _penguin(b, figure, gaze)
        return
    kind = BIRDS[figure.kind]
    coat = mix(COLOURS[figure.colour], kind.coat, 0.2) if figure.colour else kind.coat
    dark = darker(coat, 0.22)
    flying = figure.pose == "flying"
    worn = garments.wardrobe(figure)
    lift = kind.legs if figure.pose not in ("sleeping", "swimming") else -0.04
    if flying:
        lift = kind.legs + 0.12
        _wing(b, (-0.02, lift + 0.42), dark, 64, 0.3, far=True)
    if figure.kind == "peacock":
        _train(b, lift)
    tail = [(-0.2, lift + 0.3), (-0.5, lift + 0.5), (-0.62, lift + 0.4), (-0.54, lift + 0.3), (-0.24, lift + 0.14)]
    if figure.kind in ("hen", "rooster"):
        tail = [
            (-0.2, lift + 0.34),
            (-0.34, lift + 0.66),
            (-0.56, lift + 0.64),
            (-0.6, lift + 0.4),
            (-0.3, lift + 0.16),
        ]
    b.shape(tail, dark, 0.25)
    if figure.kind == "rooster":
        for k, tone in enumerate(("green", "blue", "red")):
            b.stroke(
                [(-0.3, lift + 0.34), (-0.5, lift + 0.7 - 0.1 * k), (-0.7, lift + 0.5 - 0.16 * k)],
                [0.06, 0.09, 0.02],
                COLOURS[tone],
            )
    if not flying and figure.pose not in ("sleeping", "swimming"):
        for side in (-0.07, 0.09):
            b.line([(side, lift + 0.06), (side + 0.01, 0.02)], 0.028, darker(kind.bill_colour, 0.1))
            for toe in (-0.03, 0.03, 0.07):
                b.line([(side + 0.01, 0.03), (side + toe, 0.008)], 0.022, darker(kind.bill_colour, 0.1))
    b.shape(
        [
            (-0.36, lift + 0.34),
            (-0.1, lift + 0.5),
            (0.2, lift + 0.5),
            (0.32, lift + 0.3),
            (0.2, lift + 0.06),
            (-0.08, lift),
            (-0.28, lift + 0.1),
        ],
        coat,
        0.3,
    )
    b.shape(
        [(0.05, lift + 0.36), (0.28, lift + 0.4), (0.28, lift + 0.18), (0.14, lift + 0.04), (-0.08, lift + 0.03)],
        kind.breast,
    )
    head = (0.22, lift + 0.6 + kind.neck)
    if kind.neck:
        b.stroke(
            [(0.14, lift + 0.3), (0.24, lift + 0.5), (0.16, lift + 0.5 + kind.neck * 0.6), head],
            [0.3, 0.15, 0.12, 0.16],
            coat,
            0.2,
        )
    garments.about_neck(b.at(0.16, 0), Anatomy(neck=lift + 0.42 + kind.neck, shoulder=0.1), worn)
    small = 0.2 if not kind.neck else 0.17
    h = b.at(*head, small, 14 if gaze[1] > 0.5 else 0)
    _crest(h, kind, coat)
    h.oval(0, 0, 1.06, 1.0, coat, form=0.28)
    _bill(h, kind)
    eyes = Features(eyes=0.33, eye_y=0.14, eye=0.19, shift=0.12, mouth=0, cheeks=0.5, cheek_y=-0.26)
    draw_face(h, eyes, figure.mood, coat, gaze=gaze)
    if flying:
        _wing(b, (-0.06, lift + 0.4), coat, 118, 0.34, far=False)
    else:
        raised = 50 if figure.pose in ("cheering", "raising", "waving", "dancing", "jumping") else 0
        _wing(b, (-0.02, lift + 0.4), dark, 200 - raised * 1.6, 0.26, far=False)
    garments.before_eyes(h, worn, 0.33, 0.12, 0.14)
    garments.on_head(h.at(0, 0.05), worn)


def _wing(b: Brush, at: tuple[float, float], colour: Colour, turn: float, long: float, *, far: bool) -> None:
    w = b.at(*at, long, turn)
    tone = darker(colour, 0.2) if far else colour
    w.shape([(-0.1, -0.3), (0.1, 0.36), (0.9, 0.42), (1.5, 0.02), (1.1, -0.16), (0.9, -0.36), (0.5, -0.46)], tone, 0.25)
    for k in (0.0, 0.22, 0.44):
        w.line([(0.35 + k, -0.16 - 0.3 * k), (1.25 - k * 0.5, 0.02 - 0.4 * k)], 0.04, darker(tone, 0.25))


def _crest(h: Brush, kind: Bird, coat: Colour) -> None:
    match kind.crest:
        case "comb":
            for x, r in ((-0.3, 0.26), (0.02, 0.32), (0.32, 0.24)):
                h.oval(x, 1.0, r * 0.8, r, COLOURS["red"])
            h.oval(0.62, -0.66, 0.18, 0.28, COLOURS["red"])
        case "plume":
            for k, tone in enumerate((COLOURS["red"], COLOURS["yellow"], lighter(coat, 0.3))):
                h.stroke(
                    [(-0.1, 0.8), (-0.4 - 0.2 * k, 1.3 - 0.1 * k), (-0.9 - 0.1 * k, 1.3 - 0.26 * k)],
                    [0.2, 0.24, 0.03],
                    tone,
                )
        case "cap":
            h.shape([(0.2, 0.8), (-0.2, 1.16), (-0.9, 1.2), (-0.9, 0.3)], COLOURS["red"])
        case _:
            return


def _bill(h: Brush, kind: Bird) -> None:
    tone, long = kind.bill_colour, kind.bill
    if kind.flat:
        h.shape(
            [(0.6, 0.0), (1.0 + long * 0.4, -0.02), (1.0 + long, -0.2), (0.9 + long * 0.5, -0.36), (0.6, -0.42)],
            tone,
            0.2,
        )
        h.line([(0.66, -0.22), (0.9 + long * 0.7, -0.24)], 0.05, darker(tone, 0.35))
    else:
        h.shape([(0.6, 0.06), (0.95 + long, -0.2), (0.62, -0.4)], tone, 0.2)
        h.line([(0.62, -0.18), (0.9 + long * 0.8, -0.2)], 0.05, darker(tone, 0.35))


def _train(b: Brush, lift: float) -> None:
    for row, reach in enumerate((0.85, 0.62)):
        for k in range(11):
            angle = math.radians(20 + 15 * k)
            x, y = -0.1 + reach * math.cos(angle), lift + 0.24 + reach * math.sin(angle)
            b.stroke(
                [(-0.1, lift + 0.24), (x, y)], [0.03, 0.14], COLOURS["green"] if row == 0 else COLOURS["turquoise"]
            )
            b.dab(x, y, 0.05, 0.05, COLOURS["golden"])
            b.dab(x, y, 0.028, 0.028, COLOURS["blue"])


def _owl(b: Brush, figure: Figure, gaze: tuple[float, float], dice: Random) -> None:
    base: Colour = (150, 112, 80)
    coat = mix(COLOURS[figure.colour], base, 0.25) if figure.colour else base
    breast: Colour = (240, 220, 184)
    dark = darker(coat, 0.24)
    worn = garments.wardrobe(figure)
    up = figure.pose in ("flying", "cheering", "raising", "waving", "jumping")
    for side in (-1, 1):
        if up:
            b.shape(
                [
                    (side * 0.16, 0.52),
                    (side * 0.5, 0.78),
                    (side * 0.66, 0.62),
                    (side * 0.6, 0.46),
                    (side * 0.46, 0.42),
                    (side * 0.24, 0.3),
                ],
                dark,
                0.25,
            )
            for k in range(3):
                b.line([(side * 0.24, 0.42), (side * (0.62 - 0.07 * k), 0.6 - 0.1 * k)], 0.014, darker(dark, 0.3))
        b.line([(side * 0.1, 0.1), (side * 0.1, 0.03)], 0.05, COLOURS["orange"])
        for toe in (-0.05, 0.0, 0.05):
            b.limb([(side * 0.1, 0.035), (side * 0.1 + toe, 0.015)], 0.035, COLOURS["orange"])
    b.both([(0, 0.9), (0.2, 0.84), (0.3, 0.62), (0.31, 0.36), (0.2, 0.1), (0, 0.06)], coat, 0.3)
    b.both([(0, 0.54), (0.17, 0.5), (0.2, 0.32), (0.13, 0.12), (0, 0.09)], breast)
    for row in range(4):
        for k in range(-2, 3):
            x, y = k * 0.075 + 0.0375 * (row % 2), 0.44 - 0.085 * row
            if abs(x) < 0.17 - 0.02 * row:
                b.line([(x - 0.028, y), (x, y - 0.024), (x + 0.028, y)], 0.014, mix(coat, breast, 0.35))
    if not up:
        for side in (-1, 1):
            b.shape(
                [(side * 0.24, 0.56), (side * 0.35, 0.4), (side * 0.3, 0.16), (side * 0.2, 0.12), (side * 0.23, 0.34)],
                dark,
                0.25,
            )
            for k in range(3):
                b.line([(side * 0.29, 0.42 - 0.09 * k), (side * 0.25, 0.34 - 0.09 * k)], 0.012, darker(dark, 0.3))
    garments.about_neck(b, Anatomy(neck=0.53, shoulder=0.17), worn)
    h = b.at(0, 0.74, 0.25)
    for side in (-1, 1):
        h.shape([(side * 0.3, 0.62), (side * 1.06, 1.3), (side * 1.02, 0.5)], dark, 0.2)
    h.both([(0, 0.72), (0.66, 0.8), (1.12, 0.3), (1.06, -0.4), (0.5, -0.82), (0, -0.84)], coat, 0.2)
    for side in (-1, 1):
        ring = [curves.oval(side * 0.5, -0.02, 0.58, 0.58)][0]
        h.poly(curves.spiky(ring, (side * 0.5, -0.02), 0.07, dice), breast)
        h.oval(side * 0.48, 0.0, 0.4, 0.4, (250, 214, 110) if figure.mood != "sleeping" else lighter(breast, 0.3))
    _owl_eyes(h, figure.mood, gaze)
    h.shape([(-0.17, 0.0), (0.17, 0.0), (0.0, -0.44)], COLOURS["orange"], 0.2)
    garments.before_eyes(h, worn, 0.48, 0.0, 0.0)
    garments.on_head(h.at(0, 0.06), worn)


def _owl_eyes(h: Brush, mood: str, gaze: tuple[float, float]) -> None:
    for side in (-1, 1):
        x = side * 0.48
        if mood in ("sleeping", "laughing", "cosy"):
            bend = 0.1 if mood == "laughing" else -0.1
            h.line([(x - 0.26, -0.02), (x, -0.02 + bend), (x + 0.26, -0.02)], 0.06, (60, 46, 50))
            continue
        r = 0.19 if mood in ("surprised", "scared") else 0.26
        px, py = x + gaze[0] * 0.07, gaze[1] * 0.08
        h.dab(px, py, r, r * 1.05, (44, 34, 40))
        h.dab(px - 0.07, py + 0.1, 0.085, 0.085, SNOW)
        h.dab(px + 0.08, py - 0.1, 0.04, 0.04, (150, 140, 140))
        if mood in ("sad", "crying", "tired"):
            h.shape([(x - side * 0.44, 0.16), (x + side * 0.02, 0.5), (x - side * 0.42, 0.5)], (150, 112, 80))
        if mood == "crying":
            h.oval(x + side * 0.1, -0.5, 0.08, 0.13, (150, 204, 234))


def _penguin(b: Brush, figure: Figure, gaze: tuple[float, float]) -> None:
    base: Colour = (60, 66, 86)
    coat = mix(COLOURS[figure.colour], base, 0.25) if figure.colour else base
    worn = garments.wardrobe(figure)
    a = Anatomy(neck=0.54, shoulder=0.17, waist=0.26, hip=0.2, hem=0.06)
    garments.behind(b, a, worn)
    feet = garments.colour_of(worn["boots"]) if "boots" in worn else COLOURS["orange"]
    for side in (-1, 1):
        b.oval(side * 0.12, 0.035, 0.11, 0.04, feet, form=0.2)
        hand = (side * 0.4, 0.6) if figure.pose in ("cheering", "raising", "flying", "jumping") else (side * 0.36, 0.24)
        b.stroke([(side * 0.2, 0.5), (side * 0.32, (hand[1] + 0.5) / 2), hand], [0.1, 0.12, 0.04], coat, 0.25)
    b.both([(0, 0.62), (0.2, 0.54), (0.28, 0.3), (0.18, 0.06), (0, 0.04)], coat, 0.3)
    b.both([(0, 0.56), (0.13, 0.5), (0.2, 0.28), (0.13, 0.08), (0, 0.06)], SNOW, 0.12)
    garments.on_trunk(b, a, worn)
    garments.about_neck(b, a, worn)
    h = b.at(0, 0.74, 0.25)
    h.oval(0, 0, 1.04, 1.0, coat, form=0.3)
    for side in (-1, 1):
        h.oval(0.06 + side * 0.36, -0.06, 0.5, 0.56, SNOW)
    h.oval(0.06, -0.4, 0.62, 0.42, SNOW)
    draw_face(h, Features(mouth=0, eyes=0.36, eye=0.16, shift=0.06), figure.mood, SNOW, gaze=gaze)
    h.shape([(-0.14, -0.16), (0.28, -0.16), (0.12, -0.46)], COLOURS["orange"], 0.2)
    garments.before_eyes(h, worn, 0.36, 0.06, 0.04)
    garments.on_head(h, worn)
