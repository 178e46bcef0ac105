"""Animals with a plan of their own: frog, turtle, snail, fish, butterfly, spider and their like."""

from __future__ import annotations

import math
from collections.abc import Callable
from random import Random

from engine.box.painter import curves, garments
from engine.box.painter.body import Anatomy
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, INK, SNOW, Colour, darker, lighter, mix
from engine.box.painter.faces import Features, draw_face
from engine.box.painter.wish import Figure

Gaze = tuple[float, float]
Painter = Callable[[Brush, Figure, Colour, Gaze, Random], None]


def _frog(b: Brush, f: Figure, coat: Colour, gaze: Gaze, dice: Random) -> None:
    belly = lighter(mix(coat, COLOURS["yellow"], 0.5), 0.3)
    worn = garments.wardrobe(f)
    leap = f.pose in ("jumping", "flying", "running", "dancing")
    dark = darker(coat, 0.14)
    feet = garments.colour_of(worn["boots"]) if "boots" in worn else dark
    for side in (-1, 1):
        if leap:
            b.limb([(side * 0.2, 0.2), (side * 0.42, 0.12), (side * 0.34, -0.12)], 0.12, dark, 0.25)
            b.shape([(side * 0.3, -0.1), (side * 0.5, -0.18), (side * 0.4, -0.22), (side * 0.24, -0.18)], feet)
        else:
            b.oval(side * 0.3, 0.17, 0.15, 0.19, dark, -14 * side, 0.3)
            b.shape([(side * 0.2, 0.08), (side * 0.5, 0.04), (side * 0.48, 0.0), (side * 0.16, 0.0)], feet, 0.2)
    b.both([(0, 0.58), (0.2, 0.5), (0.3, 0.26), (0.22, 0.05), (0, 0.02)], coat, 0.3)
    b.both([(0, 0.5), (0.13, 0.42), (0.2, 0.24), (0.13, 0.07), (0, 0.04)], belly)
    a = Anatomy(neck=0.46, shoulder=0.2, waist=0.27, hip=0.24, hem=0.04)
    garments.on_trunk(b, a, worn)
    for side in (-1, 1):
        up = leap or f.pose in ("cheering", "raising", "waving")
        hand = (side * 0.44, 0.7) if up else (side * 0.15, 0.02)
        b.limb([(side * 0.22, 0.36), (side * (0.36 if up else 0.24), 0.4 if up else 0.16), hand], 0.075, coat, 0.2)
        for toe in (-0.05, 0.0, 0.05):
            b.dab(hand[0] + toe, hand[1] + (0.02 if up else 0.0), 0.026, 0.022, coat)
    garments.about_neck(b, a, worn)
    h = b.at(0, 0.62, 0.3)
    for side in (-1, 1):
        h.oval(side * 0.56, 0.52, 0.36, 0.36, coat, form=0.25)
    h.both([(0, 0.5), (0.7, 0.46), (1.16, -0.02), (0.96, -0.44), (0.4, -0.62), (0, -0.64)], coat, 0.28)
    draw_face(
        h,
        Features(eyes=0.56, eye_y=0.56, eye=0.22, mouth_y=-0.22, mouth=0.62, cheeks=0.84, cheek_y=-0.16, shift=0.0),
        f.mood,
        lighter(coat, 0.3),
        gaze=gaze,
    )
    for side in (-1, 1):
        h.dab(side * 0.08, 0.08, 0.03, 0.03, darker(coat, 0.4))
    garments.before_eyes(h, worn, 0.56, 0.0, 0.56)
    garments.on_head(h.at(0, 0.36, 0.86), worn)


def _turtle(b: Brush, f: Figure, coat: Colour, gaze: Gaze, dice: Random) -> None:
    worn = garments.wardrobe(f)
    shell: Colour = (150, 112, 72)
    b.poly([(-0.5, 0.16), (-0.66, 0.08), (-0.46, 0.06)], coat)
    for x in (-0.28, 0.22):
        b.limb([(x, 0.16), (x + 0.03, 0.04)], 0.15, coat, 0.25)
        b.oval(x + 0.06, 0.03, 0.1, 0.035, coat)
    b.stroke([(0.3, 0.18), (0.46, 0.26), (0.54, 0.42)], [0.2, 0.17, 0.16], coat, 0.2)
    b.shape([(-0.54, 0.14), (-0.46, 0.44), (-0.1, 0.66), (0.28, 0.5), (0.42, 0.16), (0, 0.1)], shell, 0.35)
    for x, y, r in ((-0.06, 0.44, 0.13), (-0.3, 0.32, 0.1), (0.19, 0.33, 0.1), (-0.07, 0.22, 0.1)):
        b.poly(curves.oval(x, y, r, r * 0.86, 15, 6), lighter(shell, 0.25), 0.2)
    b.limb([(-0.5, 0.14), (0, 0.1), (0.4, 0.15)], 0.07, lighter(mix(shell, coat, 0.3), 0.35))
    garments.about_neck(b.at(0.48, 0), Anatomy(neck=0.36, shoulder=0.06), worn)
    h = b.at(0.6, 0.58, 0.2, 10 if gaze[1] > 0.5 else 0)
    h.shape(
        [(-0.8, 0.1), (-0.5, 0.8), (0.2, 0.9), (0.9, 0.4), (1.1, -0.2), (0.7, -0.76), (-0.2, -0.86), (-0.8, -0.5)],
        coat,
        0.28,
    )
    draw_face(h, Features(shift=0.2, eyes=0.4, mouth_y=-0.4, mouth=0.26, eye=0.19), f.mood, coat, gaze=gaze)
    garments.before_eyes(h, worn, 0.4, 0.2, 0.04)
    garments.on_head(h, worn)


def _snail(b: Brush, f: Figure, coat: Colour, gaze: Gaze, dice: Random) -> None:
    body: Colour = (232, 204, 160)
    worn = garments.wardrobe(f)
    b.shape(
        [
            (-0.66, 0.0),
            (-0.5, 0.1),
            (-0.1, 0.16),
            (0.2, 0.2),
            (0.36, 0.5),
            (0.56, 0.6),
            (0.68, 0.42),
            (0.56, 0.14),
            (0.5, 0.0),
        ],
        body,
        0.3,
    )
    b.oval(-0.1, 0.4, 0.34, 0.33, coat, form=0.35)
    spiral = [
        (-0.1 + (0.27 - 0.0125 * k) * math.cos(0.55 * k), 0.4 + (0.26 - 0.0125 * k) * math.sin(0.55 * k))
        for k in range(20)
    ]
    b.line(spiral, 0.03, darker(coat, 0.3) if f.pattern != "striped" else SNOW)
    for x, up in ((0.48, 0.24), (0.62, 0.28)):
        droop = 0.1 if f.mood in ("sad", "crying", "tired", "sleeping") else 0.0
        b.line([(x, 0.54), (x + 0.04 + droop, 0.54 + up - droop)], 0.032, body)
        b.oval(x + 0.05 + droop, 0.56 + up - droop, 0.05, 0.05, body)
    garments.about_neck(b.at(0.5, 0), Anatomy(neck=0.3, shoulder=0.07), worn)
    h = b.at(0.54, 0.5, 0.19)
    draw_face(
        h, Features(eyes=0.32, eye_y=0.06, eye=0.18, shift=0.1, mouth_y=-0.36, cheeks=0.54), f.mood, body, gaze=gaze
    )
    garments.on_head(h.at(0, -0.1), worn)


def _fish(b: Brush, f: Figure, coat: Colour, gaze: Gaze, dice: Random) -> None:
    dark = darker(coat, 0.2)
    whale = f.kind in ("whale", "dolphin", "shark", "seal")
    long = 0.62 if whale else 0.44
    b.shape([(-long + 0.1, 0.42), (-long - 0.2, 0.74), (-long - 0.12, 0.44), (-long - 0.2, 0.14)], dark, 0.25)
    if f.kind in ("shark", "dolphin"):
        b.shape([(-0.1, 0.66), (-0.16, 0.94), (0.16, 0.68)], dark)
    elif not whale:
        b.shape([(-0.22, 0.64), (-0.06, 0.86), (0.2, 0.8), (0.16, 0.64)], dark, 0.2)
    b.shape(
        [
            (-long, 0.4),
            (-0.3, 0.62),
            (0.1, 0.72),
            (long * 0.8, 0.6),
            (long, 0.42),
            (long * 0.8, 0.22),
            (0.1, 0.1),
            (-0.3, 0.2),
        ],
        coat,
        0.35,
    )
    b.shape(
        [(long * 0.96, 0.34), (long * 0.7, 0.2), (0.1, 0.11), (-0.3, 0.22), (0.0, 0.3), (long * 0.5, 0.36)],
        lighter(coat, 0.6),
    )
    if whale:
        for k in range(4):
            b.line([(0.0 + 0.1 * k, 0.26), (0.04 + 0.1 * k, 0.16)], 0.012, dark)
        if f.kind == "whale":
            for dx in (-0.16, -0.06, 0.06, 0.16):
                b.line([(0.1, 0.74), (0.1 + dx * 0.5, 0.94), (0.1 + dx, 0.88)], 0.025, (214, 236, 244))
    else:
        for row in range(3):
            for k in range(3):
                x, y = -0.24 + 0.12 * k + 0.05 * (row % 2), 0.52 - 0.1 * row
                b.line([(x + 0.03, y + 0.04), (x, y), (x + 0.03, y - 0.04)], 0.014, dark)
    b.shape([(0.02, 0.36), (-0.14, 0.24), (-0.1, 0.4)], dark, 0.2)
    h = b.at(long * 0.52, 0.45, 0.26)
    draw_face(
        h,
        Features(eyes=0.3, shift=0.1, eye_y=0.14, eye=0.2, mouth_y=-0.34, mouth=0.2, cheeks=0.5),
        f.mood,
        coat,
        gaze=gaze,
    )
    worn = garments.wardrobe(f)
    garments.on_head(h.at(0.1, 0.1), worn)
    garments.about_neck(b.at(long * 0.3, 0), Anatomy(neck=0.16, shoulder=0.05), worn)


def _butterfly(b: Brush, f: Figure, coat: Colour, gaze: Gaze, dice: Random) -> None:
    for side in (-1, 1):
        b.shape(
            [(side * 0.04, 0.5), (side * 0.3, 0.98), (side * 0.62, 0.94), (side * 0.6, 0.62), (side * 0.24, 0.44)],
            coat,
            0.3,
        )
        b.shape(
            [(side * 0.04, 0.44), (side * 0.42, 0.46), (side * 0.48, 0.22), (side * 0.26, 0.1), (side * 0.08, 0.28)],
            mix(coat, COLOURS["yellow"], 0.45),
            0.3,
        )
        for x, y, r in ((0.44, 0.8, 0.09), (0.3, 0.66, 0.05), (0.3, 0.3, 0.06)):
            b.oval(side * x, y, r, r, lighter(coat, 0.65))
        b.line([(0.0, 0.74), (side * 0.08, 0.94), (side * 0.18, 1.0)], 0.02, INK)
    b.stroke([(0, 0.16), (0, 0.44), (0, 0.66)], [0.03, 0.1, 0.07], (92, 70, 66), 0.2)
    h = b.at(0, 0.7, 0.12)
    h.oval(0, 0, 1, 1, (112, 86, 78), form=0.2)
    draw_face(h, Features(eye=0.26, shift=0), f.mood, (172, 140, 120), gaze=gaze)


def _winged(b: Brush, f: Figure, coat: Colour, gaze: Gaze, dice: Random) -> None:
    """Bee, ladybug, beetle, fly, firefly: a round back, six legs and a face."""
    bee = f.kind in ("bee", "bumblebee", "fly", "firefly", "dragonfly", "mosquito")
    dark: Colour = (66, 56, 58)
    for k in (-0.18, 0.0, 0.18):
        b.line([(k, 0.24), (k + 0.04, 0.1), (k + 0.08, 0.06)], 0.026, dark)
    if bee:
        for x, turn in ((-0.14, 118), (0.04, 74)):
            b.oval(x, 0.78, 0.28, 0.13, (228, 240, 246), turn)
    b.oval(-0.06, 0.42, 0.36, 0.27, coat if bee else darker(coat, 0.1), form=0.35)
    if f.kind in ("bee", "bumblebee"):
        for x in (-0.26, -0.08, 0.1):
            b.line(
                [(x - 0.02, 0.18 + abs(x + 0.06) * 0.3), (x + 0.03, 0.42), (x - 0.02, 0.66 - abs(x + 0.06) * 0.3)],
                0.075,
                dark,
            )
    elif not bee:
        b.line([(-0.4, 0.46), (0.2, 0.6)], 0.02, dark)
        if f.kind == "ladybug":
            for x, y, r in (
                (-0.2, 0.58, 0.055),
                (0.02, 0.52, 0.06),
                (-0.2, 0.36, 0.06),
                (0.06, 0.3, 0.05),
                (-0.34, 0.44, 0.04),
            ):
                b.dab(x, y, r, r, dark)
    if f.kind == "firefly":
        b.bright().glow(-0.3, 0.38, 0.5, (250, 230, 120), 0.8)
    h = b.at(0.32, 0.46, 0.21)
    for x in (-0.2, 0.4):
        h.line([(x, 0.8), (x + 0.16, 1.4)], 0.08, dark)
        h.oval(x + 0.18, 1.46, 0.14, 0.14, dark)
    skin = (112, 92, 88) if not bee else lighter(coat, 0.2)
    h.oval(0, 0, 1, 1, skin, form=0.25)
    draw_face(h, Features(eye=0.24, shift=0.16, eye_y=0.1), f.mood, (200, 180, 150), gaze=gaze)
    garments.on_head(h, garments.wardrobe(f))


def _spider(b: Brush, f: Figure, coat: Colour, gaze: Gaze, dice: Random) -> None:
    for side in (-1, 1):
        for k in range(4):
            y = 0.3 + 0.05 * k
            b.line(
                [
                    (side * 0.2, y),
                    (side * (0.5 - 0.03 * k), 0.36 + 0.13 * k),
                    (side * (0.68 - 0.06 * k), 0.02 + 0.06 * k),
                ],
                0.032,
                darker(coat, 0.2),
            )
    b.oval(0, 0.34, 0.3, 0.28, coat, form=0.35)
    h = b.at(0, 0.36, 0.26)
    draw_face(h, Features(eye=0.2, shift=0), f.mood, coat, gaze=gaze)
    garments.on_head(h, garments.wardrobe(f))


def _octopus(b: Brush, f: Figure, coat: Colour, gaze: Gaze, dice: Random) -> None:
    for k in range(6):
        x = -0.36 + 0.145 * k
        sway = 0.1 * (1 if k % 2 else -1)
        b.stroke(
            [(x * 0.6, 0.36), (x * 1.1, 0.2), (x * 1.3 + sway, 0.04), (x * 1.4 + sway * 1.8, 0.08)],
            [0.15, 0.13, 0.09, 0.04],
            darker(coat, 0.06 * (k % 2)),
            0.25,
        )
    b.shape(
        [(-0.3, 0.34), (-0.36, 0.66), (-0.14, 0.94), (0.14, 0.94), (0.36, 0.66), (0.3, 0.34), (0, 0.26)], coat, 0.35
    )
    h = b.at(0, 0.56, 0.28)
    draw_face(h, Features(eye=0.19, shift=0), f.mood, coat, gaze=gaze)
    garments.on_head(h.at(0, 0.3), garments.wardrobe(f))


def _crab(b: Brush, f: Figure, coat: Colour, gaze: Gaze, dice: Random) -> None:
    for side in (-1, 1):
        for k in range(3):
            b.line(
                [(side * 0.28, 0.22), (side * (0.46 + 0.05 * k), 0.22 - 0.04 * k), (side * (0.5 + 0.06 * k), 0.02)],
                0.045,
                darker(coat, 0.15),
            )
        b.limb([(side * 0.3, 0.3), (side * 0.54, 0.4), (side * 0.5, 0.54)], 0.07, coat)
        b.shape(
            [(side * 0.42, 0.54), (side * 0.4, 0.76), (side * 0.5, 0.66), (side * 0.62, 0.78), (side * 0.64, 0.56)],
            coat,
            0.25,
        )
        b.line([(side * 0.12, 0.44), (side * 0.13, 0.58)], 0.04, coat)
    b.shape([(-0.4, 0.3), (-0.26, 0.5), (0.26, 0.5), (0.4, 0.3), (0.24, 0.1), (-0.24, 0.1)], coat, 0.35)
    h = b.at(0, 0.34, 0.26)
    draw_face(
        h,
        Features(eyes=0.46, eye_y=1.0, eye=0.22, shift=0, mouth_y=-0.1, mouth=0.3, cheek_y=0.1),
        f.mood,
        lighter(coat, 0.3),
        gaze=gaze,
    )
    garments.on_head(h, garments.wardrobe(f))


def _worm(b: Brush, f: Figure, coat: Colour, gaze: Gaze, dice: Random) -> None:
    """Snake, worm, caterpillar, eel: one long line with a face."""
    if f.kind == "caterpillar":
        for k in range(6):
            x, y = -0.62 + 0.2 * k, 0.15 + 0.07 * math.sin(k * 1.3)
            b.line([(x, 0.1), (x, 0.01)], 0.04, darker(coat, 0.3))
            b.oval(x, y, 0.155, 0.15, coat if k % 2 else lighter(coat, 0.2), form=0.3)
        h = b.at(0.54, 0.32, 0.22)
    else:
        thick = 0.13 if f.kind == "snake" else 0.1
        spine = [(-0.72, 0.06), (-0.46, 0.14), (-0.26, 0.05), (0.02, 0.13), (0.2, 0.07), (0.4, 0.16), (0.4, 0.42)]
        b.stroke(spine, [0.02, thick, thick * 1.1, thick * 1.2, thick * 1.2, thick * 1.2, thick], coat, 0.3)
        if f.kind == "snake":
            for x, y in spine[1:]:
                b.dab(x, y, 0.04, 0.025, lighter(coat, 0.5))
        h = b.at(0.44, 0.5, 0.17)
    h.oval(0.05, 0, 1.1, 0.96, coat, form=0.28)
    if f.kind == "caterpillar":
        for x in (-0.3, 0.4):
            h.line([(x, 0.8), (x + 0.1, 1.3)], 0.09, INK)
            h.oval(x + 0.1, 1.4, 0.15, 0.15, COLOURS["red"])
    draw_face(h, Features(eye=0.22, shift=0.2, mouth_y=-0.44), f.mood, coat, gaze=gaze)
    worn = garments.wardrobe(f)
    garments.about_neck(b.at(0.42, 0), Anatomy(neck=0.3, shoulder=0.04), worn)
    garments.on_head(h, worn)


def _ant(b: Brush, f: Figure, coat: Colour, gaze: Gaze, dice: Random) -> None:
    for k in (-0.1, 0.02, 0.14):
        b.line([(k, 0.28), (k + 0.1, 0.14), (k + 0.06, 0.02)], 0.03, darker(coat, 0.3))
    for x, y, r in ((-0.3, 0.32, 0.2), (0.0, 0.3, 0.13)):
        b.oval(x, y, r * 1.15, r, coat, form=0.3)
    h = b.at(0.28, 0.42, 0.2)
    for x in (0.0, 0.5):
        h.line([(x, 0.8), (x + 0.3, 1.4), (x + 0.6, 1.5)], 0.07, INK)
    h.oval(0, 0, 1.05, 1, coat, form=0.28)
    draw_face(h, Features(eye=0.24, shift=0.2), f.mood, (200, 160, 140), gaze=gaze)
    garments.on_head(h, garments.wardrobe(f))


CRITTERS: dict[str, tuple[Painter, Colour, float]] = {
    "frog": (_frog, (116, 172, 76), 0.72),
    "toad": (_frog, (142, 128, 84), 0.72),
    "turtle": (_turtle, (140, 178, 104), 0.75),
    "snail": (_snail, (196, 116, 84), 0.62),
    "fish": (_fish, (240, 154, 70), 0.6),
    "whale": (_fish, (92, 136, 184), 1.5),
    "dolphin": (_fish, (128, 160, 188), 1.0),
    "shark": (_fish, (132, 146, 160), 1.2),
    "seal": (_fish, (150, 150, 160), 0.9),
    "butterfly": (_butterfly, (232, 128, 96), 0.5),
    "moth": (_butterfly, (206, 184, 150), 0.5),
    "bee": (_winged, (248, 204, 82), 0.46),
    "bumblebee": (_winged, (240, 182, 62), 0.52),
    "ladybug": (_winged, (214, 66, 52), 0.46),
    "beetle": (_winged, (86, 140, 108), 0.46),
    "fly": (_winged, (130, 138, 150), 0.4),
    "firefly": (_winged, (176, 150, 92), 0.46),
    "dragonfly": (_winged, (76, 158, 172), 0.5),
    "cricket": (_winged, (128, 166, 80), 0.5),
    "spider": (_spider, (112, 96, 118), 0.55),
    "octopus": (_octopus, (206, 118, 150), 0.95),
    "crab": (_crab, (226, 104, 74), 0.6),
    "snake": (_worm, (122, 166, 84), 0.7),
    "worm": (_worm, (226, 148, 134), 0.5),
    "caterpillar": (_worm, (142, 188, 84), 0.55),
    "ant": (_ant, (140, 82, 66), 0.45),
}
FLIERS = frozenset({"butterfly", "moth", "bee", "bumblebee", "fly", "firefly", "dragonfly"})
SWIMMERS = frozenset({"fish", "whale", "dolphin", "shark"})


def draw_critter(b: Brush, figure: Figure, gaze: Gaze, dice: Random) -> None:
    """Draw an animal that has a plan of its own."""
    painter, base, _ = CRITTERS[figure.kind]
    coat = mix(COLOURS[figure.colour], base, 0.18) if figure.colour else base
    painter(b, figure, coat, gaze, dice)
