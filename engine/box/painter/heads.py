"""Heads of animals that stand upright. Measured in half head heights about the head's middle."""

from __future__ import annotations

import math
from random import Random

from engine.box.painter import curves
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, INK, ROSE, SNOW, Colour, darker, lighter, mix
from engine.box.painter.ears import draw_ears
from engine.box.painter.faces import PUPIL, Features, draw_face, draw_nose
from engine.box.painter.kinds import Kind

Gaze = tuple[float, float]

_ROUND = [(0.0, 0.92), (0.6, 0.78), (1.0, 0.3), (1.06, -0.28), (0.68, -0.78), (0.0, -0.9)]
_PEAR = [(0.0, 0.92), (0.55, 0.8), (0.88, 0.36), (1.06, -0.28), (0.74, -0.78), (0.0, -0.9)]
_FOX = [(0.0, 0.72), (0.5, 0.78), (0.9, 0.42), (1.02, 0.02), (1.3, -0.26), (0.98, -0.4), (0.6, -0.72), (0.0, -0.95)]
_WIDE = [(0.0, 0.86), (0.6, 0.74), (1.0, 0.24), (1.2, -0.24), (0.94, -0.66), (0.5, -0.84), (0.0, -0.88)]
_CHEEKY = [(0.0, 0.84), (0.55, 0.74), (0.92, 0.3), (1.28, -0.26), (1.02, -0.72), (0.5, -0.86), (0.0, -0.86)]


def draw_head(b: Brush, name: str, kind: Kind, coat: Colour, mood: str, gaze: Gaze, dice: Random) -> None:
    """Draw an animal's head with ears and face."""
    draw_ears(b, kind, coat, back=True)
    match kind.head:
        case "hedgehog":
            _hedgehog(b, kind, coat, mood, gaze, dice)
        case "fox":
            _fox(b, kind, coat, mood, gaze)
        case "mouse" | "mole":
            _pointed(b, kind, coat, mood, gaze)
        case "monkey":
            _monkey(b, kind, coat, mood, gaze)
        case "badger" | "raccoon":
            _masked(b, kind, coat, mood, gaze)
        case "pig":
            _pig(b, coat, mood, gaze)
        case "saurian":
            _saurian(b, name, kind, coat, mood, gaze)
        case "robot":
            _robot(b, coat, mood, gaze)
        case "ghost" | "monster" | "snowman":
            _odd(b, kind, coat, mood, gaze)
        case "lion":
            _lion(b, kind, coat, mood, gaze, dice)
        case _:
            _muzzled(b, name, kind, coat, mood, gaze, dice)


def _muzzled(b: Brush, name: str, kind: Kind, coat: Colour, mood: str, gaze: Gaze, dice: Random) -> None:
    """Bear, dog, cat, rabbit, squirrel, beaver: a round head with a light muzzle."""
    outline = {"cat": _WIDE, "hamster": _CHEEKY, "bear": _PEAR}.get(kind.head, _ROUND)
    b.both(outline, coat, 0.3)
    b.fur(0, 0.55, 0.7, 0.3, darker(coat, 0.2), dice, 14, 0.09)
    s = 0.07
    if kind.head == "bear":
        b.oval(s, -0.4, 0.5, 0.4, kind.belly)
        if name == "dog":
            b.both([(s, 0.9), (0.13, 0.5), (0.1, 0.0), (0.02, -0.2)], kind.belly)
            b.oval(s + 0.4, 0.08, 0.3, 0.36, darker(coat, 0.3), 12)
    elif kind.head == "cat":
        for side in (-1, 1):
            b.oval(s + side * 0.24, -0.4, 0.34, 0.29, kind.belly)
        stripe = darker(coat, 0.5 if name == "tiger" else 0.28)
        for x, long in ((-0.22, 0.3), (0.0, 0.4), (0.22, 0.3)):
            b.stroke([(s + x, 0.84), (s + x * 0.7, 0.84 - long)], [0.13, 0.01], stroke_colour(stripe))
        for side in (-1, 1):
            b.stroke([(side * 1.1, -0.12), (side * 0.74, -0.14)], [0.13, 0.01], stripe)
            b.stroke([(side * 1.02, 0.14), (side * 0.76, 0.08)], [0.11, 0.01], stripe)
    else:
        for side in (-1, 1):
            b.oval(s + side * 0.26, -0.44, 0.36, 0.3, kind.belly)
        if kind.head == "hamster":
            for side in (-1, 1):
                b.oval(side * 0.86, -0.38, 0.32, 0.32, kind.belly)
    if kind.head == "beaver":
        for side in (-1, 1):
            b.oval(s + side * 0.085, -0.72, 0.085, 0.16, SNOW)
    elif name in ("rabbit", "squirrel"):
        for side in (-1, 1):
            b.oval(s + side * 0.06, -0.66, 0.06, 0.1, SNOW)
    b.line([(s, -0.28), (s, -0.5)], 0.04, INK)
    face = Features(mouth_y=-0.52, mouth=0.22, shift=s, cheek_y=-0.34, cheeks=0.72)
    draw_face(b, face, mood, coat, gaze=gaze)
    draw_nose(b, s, -0.24, 0.16 if kind.head == "bear" else 0.11, kind.nose)
    if kind.head in ("cat", "rabbit", "hamster"):
        for side in (-1, 1):
            for dy in (-0.03, 0.09):
                b.line(
                    [(s + side * 0.5, -0.36 + dy * 0.5), (s + side * 1.16, -0.36 + dy * 2)], 0.022, mix(INK, coat, 0.3)
                )
    draw_ears(b, kind, coat, back=False)


def stroke_colour(colour: Colour) -> Colour:
    """Return a colour as a thin stroke needs it: a little stronger."""
    return darker(colour, 0.1)


def _fox(b: Brush, kind: Kind, coat: Colour, mood: str, gaze: Gaze) -> None:
    """Fox and wolf: wide cheeks, white to their tips, and a pointed chin."""
    b.both(_FOX, coat, 0.28)
    s = 0.06
    for side in (-1, 1):
        b.shape(
            [
                (s + side * 0.06, -0.3),
                (s + side * 0.34, -0.12),
                (s + side * 0.78, -0.1),
                (side * 1.22, -0.28),
                (side * 0.94, -0.42),
                (side * 0.58, -0.72),
                (s, -0.94),
            ],
            kind.belly,
        )
    b.both([(s * 0.3, -0.1), (0.14, -0.3), (0.13, -0.62), (0.0, -0.74)], mix(coat, kind.belly, 0.12))
    draw_face(
        b, Features(eyes=0.42, eye_y=0.1, mouth_y=-0.76, mouth=0.15, cheek_y=-0.26, shift=s), mood, coat, gaze=gaze
    )
    draw_nose(b, s, -0.6, 0.14, kind.nose)


def _pointed(b: Brush, kind: Kind, coat: Colour, mood: str, gaze: Gaze) -> None:
    """Mouse and mole: a nose that goes before."""
    b.shape(
        [
            (-0.96, 0.1),
            (-0.6, 0.76),
            (0.1, 0.86),
            (0.66, 0.5),
            (0.96, 0.02),
            (1.26, -0.26),
            (1.2, -0.44),
            (0.7, -0.72),
            (0.0, -0.84),
            (-0.76, -0.6),
        ],
        coat,
        0.28,
    )
    b.shape([(0.2, -0.4), (0.7, -0.22), (1.22, -0.32), (1.1, -0.48), (0.66, -0.7), (0.1, -0.78)], kind.belly)
    skin = coat
    draw_face(
        b, Features(eyes=0.36, shift=0.3, eye_y=0.08, mouth_y=-0.5, mouth=0.17, cheeks=0.56), mood, skin, gaze=gaze
    )
    b.oval(1.27, -0.28, 0.14, 0.13, kind.nose)
    b.dab(1.24, -0.23, 0.04, 0.03, lighter(kind.nose, 0.7))
    for dy in (-0.05, 0.08):
        b.line([(1.0, -0.4), (0.72, -0.44 + dy), (0.5, -0.42 + dy * 2.4)], 0.02, mix(INK, coat, 0.35))
    if kind.head == "mole":
        for side in (-1, 1):
            x = 0.3 + side * 0.36
            ring = [(x + 0.25 * math.cos(k * 0.4), 0.08 + 0.25 * math.sin(k * 0.4)) for k in range(17)]
            b.line(ring, 0.035, mix(coat, SNOW, 0.55))
    draw_ears(b, kind, coat, back=False)


def _hedgehog(b: Brush, kind: Kind, coat: Colour, mood: str, gaze: Gaze, dice: Random) -> None:
    """A light face that runs to a point, under a fringe of spikes."""
    face = kind.belly
    b.shape(
        [
            (-0.78, 0.1),
            (-0.46, 0.52),
            (0.12, 0.6),
            (0.6, 0.42),
            (0.98, 0.1),
            (1.42, -0.02),
            (1.46, -0.2),
            (0.96, -0.52),
            (0.4, -0.76),
            (-0.3, -0.74),
            (-0.74, -0.38),
        ],
        face,
        0.22,
    )
    dark = darker(coat, 0.2)
    fringe = [(-1.0, -0.1), (-0.86, 0.62), (-0.4, 1.0), (0.2, 1.06), (0.66, 0.84), (0.86, 0.5)]
    b.poly(curves.closed([*fringe, (0.5, 0.52), (0.1, 0.56), (-0.34, 0.46), (-0.68, 0.12), (-0.8, -0.3)]), dark)
    for row, (tone, reach) in enumerate(((dark, 0.4), (coat, 0.34), (lighter(coat, 0.22), 0.28))):
        for i in range(13):
            t = (i + 0.4 * row) / 12.6
            angle = math.radians(192 - 152 * t)
            base = 0.8 + 0.08 * row
            x, y = 0.02 + math.cos(angle) * base, 0.1 + math.sin(angle) * base * 0.92
            bend = angle + 0.3 - 0.35 * t + dice.uniform(-0.12, 0.12)
            tip = (x + math.cos(bend) * reach, y + math.sin(bend) * reach)
            across = (-math.sin(bend) * 0.075, math.cos(bend) * 0.075)
            b.poly([(x - across[0], y - across[1]), tip, (x + across[0], y + across[1])], tone)
    b.oval(-0.62, 0.34, 0.2, 0.2, mix(coat, face, 0.45))
    b.oval(-0.61, 0.32, 0.11, 0.11, mix(face, ROSE, 0.4))
    draw_face(
        b,
        Features(eyes=0.33, eye_y=0.1, shift=0.28, mouth_y=-0.42, mouth=0.2, cheeks=0.5, cheek_y=-0.3),
        mood,
        face,
        gaze=gaze,
    )
    b.oval(1.45, -0.06, 0.16, 0.15, PUPIL)
    b.dab(1.4, 0.0, 0.05, 0.04, lighter(PUPIL, 0.75))


def _masked(b: Brush, kind: Kind, coat: Colour, mood: str, gaze: Gaze) -> None:
    """Badger with its stripes, raccoon with its mask."""
    badger = kind.head == "badger"
    b.both(_FOX, SNOW if badger else coat, 0.25)
    s = 0.06
    tone: Colour = (58, 54, 62)
    for side in (-1, 1):
        if badger:
            b.shape(
                [
                    (s + side * 0.2, 0.74),
                    (s + side * 0.56, 0.66),
                    (s + side * 0.62, 0.1),
                    (s + side * 0.4, -0.42),
                    (s + side * 0.2, -0.5),
                    (s + side * 0.16, 0.1),
                ],
                tone,
            )
        else:
            b.shape(
                [
                    (s + side * 0.06, 0.12),
                    (s + side * 0.4, 0.34),
                    (side * 1.1, -0.2),
                    (s + side * 0.6, -0.3),
                    (s + side * 0.16, -0.16),
                ],
                tone,
            )
            b.stroke([(s + side * 0.12, 0.4), (s + side * 0.7, 0.4), (side * 1.08, 0.0)], [0.1, 0.14, 0.05], SNOW)
    b.oval(s, -0.56, 0.36, 0.3, SNOW)
    draw_face(
        b, Features(mouth_y=-0.72, mouth=0.16, shift=s, cheek_y=-0.4, cheeks=0.78, eye=0.13), mood, tone, gaze=gaze
    )
    draw_nose(b, s, -0.5, 0.15, kind.nose)
    draw_ears(b, kind, coat, back=False)


def _monkey(b: Brush, kind: Kind, coat: Colour, mood: str, gaze: Gaze) -> None:
    b.both(_ROUND, coat, 0.28)
    s = 0.06
    for side in (-1, 1):
        b.oval(s + side * 0.32, 0.1, 0.44, 0.46, kind.belly)
    b.oval(s, -0.38, 0.68, 0.44, kind.belly)
    draw_face(b, Features(mouth_y=-0.5, mouth=0.34, shift=s, cheek_y=-0.2, eyes=0.32), mood, kind.belly, gaze=gaze)
    for side in (-1, 1):
        b.dab(s + side * 0.07, -0.24, 0.035, 0.05, darker(kind.belly, 0.5))


def _pig(b: Brush, coat: Colour, mood: str, gaze: Gaze) -> None:
    b.both(_ROUND, coat, 0.25)
    s = 0.08
    draw_face(
        b, Features(mouth_y=-0.64, mouth=0.2, shift=s, cheek_y=-0.3, eyes=0.44, eye_y=0.12), mood, coat, gaze=gaze
    )
    b.oval(s, -0.3, 0.36, 0.26, darker(coat, 0.13), form=0.2)
    for side in (-1, 1):
        b.dab(s + side * 0.13, -0.3, 0.06, 0.1, darker(coat, 0.5))
    draw_ears(b, Kind(coat, coat, ears="flop"), coat, back=False)


def _lion(b: Brush, kind: Kind, coat: Colour, mood: str, gaze: Gaze, dice: Random) -> None:
    mane = mix((176, 92, 40), coat, 0.15)
    b.poly(curves.lobed(0, 0.04, 1.6, 1.46, 13, dice, 0.1), mane, 0.3)
    for i in range(26):
        angle = math.tau * i / 26
        c, d = math.cos(angle), math.sin(angle)
        b.line([(c * 1.1, d), (c * 1.36, 0.04 + d * 1.24)], 0.04, lighter(mane, 0.25))
    draw_ears(b, kind, coat, back=True)
    b.both(_ROUND, coat, 0.25)
    s = 0.06
    for side in (-1, 1):
        b.oval(s + side * 0.22, -0.42, 0.33, 0.3, kind.belly)
    b.line([(s, -0.28), (s, -0.5)], 0.04, INK)
    draw_face(b, Features(shift=s), mood, coat, gaze=gaze)
    draw_nose(b, s, -0.22, 0.17, kind.nose)


def _saurian(b: Brush, name: str, kind: Kind, coat: Colour, mood: str, gaze: Gaze) -> None:
    """Dragon, dinosaur, crocodile: a large soft muzzle."""
    long = 0.3 if name == "crocodile" else 0.0
    if name != "crocodile":
        for x, y in ((-0.86, 0.36), (-0.56, 0.76), (-0.12, 0.96)):
            b.shape([(x - 0.17, y - 0.1), (x - 0.14, y + 0.3), (x + 0.16, y + 0.02)], darker(kind.belly, 0.14))
    b.shape(
        [
            (-0.92, 0.0),
            (-0.66, 0.62),
            (0.0, 0.84),
            (0.5, 0.62),
            (0.74, 0.2),
            (1.24 + long, 0.08),
            (1.46 + long, -0.22),
            (1.24 + long, -0.6),
            (0.5, -0.76),
            (-0.4, -0.74),
        ],
        coat,
        0.28,
    )
    b.shape([(0.2, -0.4), (1.38 + long, -0.36), (1.2 + long, -0.6), (0.5, -0.77), (-0.3, -0.72)], kind.belly)
    draw_face(
        b,
        Features(eyes=0.36, shift=0.06, eye_y=0.26, mouth=0, cheeks=0.5, cheek_y=-0.14, eye=0.17),
        mood,
        coat,
        gaze=gaze,
    )
    bend = 0.1 if mood in ("sad", "crying", "scared") else -0.08
    b.line([(0.16, -0.3 - bend * 0.5), (0.8, -0.4 + bend * 0.3), (1.36 + long, -0.3 - bend)], 0.05, INK)
    for x in (1.1, 1.28):
        b.dab(x + long, -0.06, 0.04, 0.05, darker(coat, 0.5))
    if name == "crocodile":
        for i in range(4):
            x = 0.5 + i * 0.3
            b.poly([(x, -0.38), (x + 0.14, -0.38), (x + 0.07, -0.54)], SNOW)


def _robot(b: Brush, coat: Colour, mood: str, gaze: Gaze) -> None:
    b.shape(
        [(-1, 0.7), (-0.8, 0.82), (0.8, 0.82), (1, 0.7), (1.02, -0.6), (0.86, -0.76), (-0.86, -0.76), (-1.02, -0.6)],
        coat,
        0.3,
    )
    b.shape([(-0.76, 0.56), (0.76, 0.56), (0.8, -0.5), (-0.8, -0.5)], (52, 64, 82))
    for side in (-1, 1):
        b.oval(side * 1.06, 0, 0.13, 0.24, darker(coat))
        if mood in ("sleeping", "laughing", "cosy"):
            b.line([(side * 0.36 - 0.15, 0.1), (side * 0.36, 0.2), (side * 0.36 + 0.15, 0.1)], 0.07, (140, 240, 226))
        else:
            b.dab(side * 0.36 + gaze[0] * 0.05, 0.12 + gaze[1] * 0.06, 0.16, 0.18, (140, 240, 226))
    bend = -0.08 if mood in ("sad", "crying") else 0.08
    b.line([(-0.24, -0.22), (0, -0.22 - bend), (0.24, -0.22)], 0.06, (140, 240, 226))


def _odd(b: Brush, kind: Kind, coat: Colour, mood: str, gaze: Gaze) -> None:
    """Ghost, monster, snowman: hardly more than a face."""
    b.both(_ROUND, coat, 0.22)
    draw_face(b, Features(), mood, coat, gaze=gaze)
    if kind.head == "snowman":
        b.shape([(0.04, -0.1), (0.04, -0.3), (0.74, -0.28)], COLOURS["orange"])
    if kind.head == "monster":
        for x in (-0.1, 0.2):
            b.poly([(x, -0.58), (x + 0.12, -0.58), (x + 0.06, -0.44)], SNOW)
