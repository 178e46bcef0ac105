"""Animals that stand on their hind legs, as heroes of picture books do."""

from __future__ import annotations

import math
from random import Random

from engine.box.painter import curves, garments
from engine.box.painter.body import ANIMAL, draw_arm, draw_legs, hands_in
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, SNOW, Colour, darker, lighter, mix
from engine.box.painter.heads import draw_head
from engine.box.painter.kinds import UPRIGHT, Kind
from engine.box.painter.wish import Figure

EYES = {"fox": (0.42, 0.06, 0.1), "hedgehog": (0.33, 0.28, 0.1), "mouse": (0.36, 0.3, 0.08), "mole": (0.36, 0.3, 0.08)}
"""Where spectacles go, where it is not the usual place."""

Gaze = tuple[float, float]


def coat_of(figure: Figure, kind: Kind) -> Colour:
    """Return the colour said of an animal, tempered by its own: a brown bear is not a brown hedgehog."""
    return mix(COLOURS[figure.colour], kind.coat, 0.22) if figure.colour else kind.coat


def draw_upright(b: Brush, figure: Figure, gaze: Gaze, dice: Random) -> None:
    """Draw an animal on its hind legs, from its tail to its hat."""
    kind = UPRIGHT[figure.kind]
    coat = coat_of(figure, kind)
    paws = kind.limbs or darker(coat, 0.12)
    worn = garments.wardrobe(figure)
    a = ANIMAL
    if figure.pose == "sleeping":
        _asleep(b, figure, kind, coat, dice)
        return
    low = b.at(0, -0.045) if figure.pose == "sitting" else b
    _tail(low, kind.tail, coat, dice)
    garments.behind(low, a, worn)
    if kind.head == "hedgehog":
        _coat_of_spikes(low, coat, dice)
    if figure.kind == "dragon":
        _wings(low, coat)
    if figure.kind == "bat":
        _wings(low, darker(coat, 0.1))
    if figure.kind == "ghost":
        low.shape(
            [
                (-0.2, 0.66),
                (0.2, 0.66),
                (0.27, 0.2),
                (0.3, 0.02),
                (0.16, 0.08),
                (0.04, 0.0),
                (-0.1, 0.08),
                (-0.24, 0.0),
                (-0.27, 0.3),
            ],
            coat,
            0.2,
        )
    else:
        boots = garments.colour_of(worn["boots"]) if "boots" in worn else paws
        legs = next((garments.colour_of(worn[k]) for k in ("trousers", "dungarees", "pyjamas") if k in worn), paws)
        draw_legs(b, a, figure.pose, legs, boots, booted="boots" in worn)
        trunk = coat if kind.head not in ("hedgehog", "monkey") else kind.belly
        low.both(a.trunk(), trunk, 0.3)
        _belly(low, figure.kind, kind, coat, dice)
    garments.on_trunk(low, a, worn)
    tilt = 12.0 if gaze[1] > 0.5 else 0.0
    head = low.at(*a.head, a.head_size, tilt)
    if not hands_in(figure.pose, a).over:
        _arms(low, figure)
    garments.about_neck(low, a, worn)
    draw_head(head, figure.kind, kind, coat, figure.mood, gaze, dice)
    _headgear(head, figure, kind)


def draw_sleeping_head(b: Brush, figure: Figure, dice: Random) -> None:
    """Draw an animal's head alone, asleep; the brush is as high as half the head."""
    kind = UPRIGHT[figure.kind]
    draw_head(b, figure.kind, kind, coat_of(figure, kind), "sleeping", (0, 0), dice)
    _headgear(b, figure, kind)


def arms_over(b: Brush, figure: Figure) -> None:
    """Draw the arms of an animal over what it holds."""
    if hands_in(figure.pose, ANIMAL).over and figure.pose != "sleeping":
        _arms(b, figure)


def _arms(b: Brush, figure: Figure) -> None:
    kind, worn = UPRIGHT[figure.kind], garments.wardrobe(figure)
    coat = coat_of(figure, kind)
    paws = kind.limbs or darker(coat, 0.12)
    bare = paws if kind.head == "hedgehog" else coat
    sleeve = next((garments.colour_of(worn[k]) for k in garments.SLEEVED if k in worn), bare)
    palm = garments.colour_of(worn["mittens"]) if "mittens" in worn else paws
    hands = hands_in(figure.pose, ANIMAL)
    for hand, side in ((hands.back, -1), (hands.front, 1)):
        draw_arm(b, ANIMAL, hand, side, sleeve, palm)


def _headgear(head: Brush, figure: Figure, kind: Kind) -> None:
    wardrobe = garments.wardrobe(figure)
    eyes, shift, eye_y = EYES.get(kind.head, (0.38, 0.07, 0.04))
    garments.before_eyes(head, wardrobe, eyes, shift, eye_y)
    garments.on_head(head.at(-0.05, 0.08), wardrobe)


def _belly(b: Brush, name: str, kind: Kind, coat: Colour, dice: Random) -> None:
    if kind.head == "hedgehog":
        b.fur(0, 0.28, 0.16, 0.16, darker(kind.belly, 0.14), dice, 16, 0.03)
        return
    if kind.head == "robot":
        b.shape([(-0.12, 0.4), (0.12, 0.4), (0.12, 0.22), (-0.12, 0.22)], kind.belly)
        for i, tone in enumerate(("red", "yellow", "green")):
            b.dab(-0.07 + 0.07 * i, 0.34, 0.024, 0.024, COLOURS[tone])
        return
    if kind.head == "snowman":
        b.oval(0, 0.22, 0.27, 0.23, coat, form=0.2)
        for y in (0.2, 0.32, 0.42):
            b.dab(0.03, y, 0.022, 0.022, (60, 54, 60))
        return
    b.both([(0, 0.45), (0.1, 0.42), (0.15, 0.28), (0.12, 0.13), (0, 0.1)], kind.belly)
    if kind.head == "saurian":
        for y in (0.18, 0.25, 0.32, 0.39):
            b.line([(-0.11, y), (0, y - 0.015), (0.11, y)], 0.01, darker(kind.belly, 0.2))
    else:
        b.fur(0, 0.42, 0.1, 0.06, darker(kind.belly, 0.14), dice, 10, 0.035)
    if name == "tiger":
        for side in (-1, 1):
            for y in (0.2, 0.3, 0.4):
                b.stroke([(side * 0.21, y), (side * 0.12, y - 0.01)], [0.035, 0.004], darker(coat, 0.6))


def _coat_of_spikes(b: Brush, coat: Colour, dice: Random) -> None:
    """The back of a hedgehog seen behind it: rows of spikes, light over dark."""
    dark = darker(coat, 0.28)
    b.oval(-0.05, 0.4, 0.34, 0.38, dark)
    for row, tone in enumerate((dark, coat, lighter(coat, 0.2), coat)):
        reach = 0.15 - 0.018 * row
        ring = (0.33 - 0.055 * row, 0.37 - 0.05 * row)
        for i in range(26 - 2 * row):
            angle = math.radians(-42 + 290 * (i + 0.5 * (row % 2)) / (26 - 2 * row))
            cos, sin = math.cos(angle), math.sin(angle)
            x, y = -0.05 + ring[0] * cos, 0.4 + ring[1] * sin
            out = angle + dice.uniform(-0.12, 0.12) - 0.15
            tip = (x + reach * math.cos(out), max(0.01, y + reach * math.sin(out)))
            b.poly([(x - sin * 0.03, y + cos * 0.03), tip, (x + sin * 0.03, y - cos * 0.03)], tone)


def _wings(b: Brush, coat: Colour) -> None:
    membrane = mix(coat, COLOURS["orange"], 0.45)
    for side in (-1, 1):
        b.shape(
            [
                (side * 0.12, 0.46),
                (side * 0.34, 0.74),
                (side * 0.58, 0.72),
                (side * 0.52, 0.5),
                (side * 0.4, 0.44),
                (side * 0.28, 0.34),
            ],
            membrane,
            0.25,
        )
        for x, y in ((0.55, 0.7), (0.5, 0.5), (0.38, 0.44)):
            b.line([(side * 0.14, 0.46), (side * x, y)], 0.014, darker(coat))


def _tail(b: Brush, tail: str, coat: Colour, dice: Random) -> None:
    match tail:
        case "bushy":
            spine = [(-0.1, 0.14), (-0.34, 0.08), (-0.52, 0.22), (-0.52, 0.44), (-0.42, 0.6)]
            b.stroke(spine, [0.08, 0.2, 0.27, 0.24, 0.02], coat, 0.3)
            tip = [
                (-0.62, 0.44),
                (-0.55, 0.46),
                (-0.5, 0.42),
                (-0.46, 0.46),
                (-0.39, 0.44),
                (-0.39, 0.54),
                (-0.42, 0.62),
                (-0.55, 0.56),
            ]
            b.shape(tip, SNOW)
        case "squirrel":
            spine = [(-0.1, 0.1), (-0.36, 0.1), (-0.48, 0.4), (-0.46, 0.76), (-0.62, 0.86), (-0.66, 0.72)]
            b.stroke(spine, [0.1, 0.26, 0.3, 0.3, 0.26, 0.05], coat, 0.3)
            b.line(spine[1:], 0.02, lighter(coat, 0.35))
        case "puff":
            b.poly(curves.lobed(-0.23, 0.16, 0.1, 0.09, 6, dice), lighter(coat, 0.5), 0.2)
        case "long":
            b.stroke(
                [(-0.12, 0.12), (-0.36, 0.06), (-0.5, 0.24), (-0.42, 0.46), (-0.5, 0.58)],
                [0.09, 0.08, 0.075, 0.07, 0.055],
                coat,
                0.2,
            )
        case "wag":
            b.stroke([(-0.12, 0.14), (-0.34, 0.2), (-0.42, 0.42)], [0.1, 0.08, 0.03], coat, 0.2)
        case "thin":
            b.stroke(
                [(-0.12, 0.1), (-0.36, 0.02), (-0.5, 0.16), (-0.66, 0.1)], [0.045, 0.035, 0.028, 0.012], (226, 168, 160)
            )
        case "tuft":
            b.stroke([(-0.14, 0.14), (-0.38, 0.16), (-0.46, 0.42)], [0.06, 0.05, 0.045], coat, 0.2)
            b.shape([(-0.5, 0.38), (-0.54, 0.52), (-0.44, 0.58), (-0.39, 0.46), (-0.44, 0.38)], (166, 88, 44))
        case "curled":
            b.stroke(
                [(-0.12, 0.14), (-0.38, 0.12), (-0.5, 0.36), (-0.42, 0.54), (-0.34, 0.44), (-0.41, 0.4)],
                [0.06, 0.055, 0.05, 0.045, 0.04, 0.03],
                coat,
            )
        case "curl":
            b.line([(-0.19, 0.24), (-0.28, 0.3), (-0.33, 0.22), (-0.26, 0.2), (-0.3, 0.32)], 0.03, darker(coat, 0.12))
        case "flat":
            b.oval(-0.36, 0.1, 0.22, 0.1, darker(coat, 0.42), -14, 0.2)
            for k in (-0.1, 0.0, 0.1):
                b.line([(-0.5 + k, 0.16), (-0.28 + k, 0.06)], 0.01, darker(coat, 0.6))
        case "lizard":
            b.stroke([(-0.02, 0.2), (-0.34, 0.12), (-0.6, 0.05), (-0.82, 0.1)], [0.36, 0.22, 0.11, 0.01], coat, 0.3)
            for x, y in ((-0.24, 0.25), (-0.4, 0.17), (-0.55, 0.11)):
                b.poly([(x - 0.06, y - 0.02), (x - 0.04, y + 0.08), (x + 0.05, y + 0.01)], (226, 204, 128))
        case "ringed":
            spine = [(-0.1, 0.12), (-0.34, 0.1), (-0.5, 0.28), (-0.52, 0.52)]
            b.stroke(spine, [0.1, 0.17, 0.19, 0.06], coat, 0.25)
            for x, y, turn in ((-0.28, 0.1, 84), (-0.41, 0.17, 50), (-0.5, 0.3, 16), (-0.52, 0.44, 0)):
                b.oval(x, y, 0.085, 0.025, (66, 62, 70), turn)


def _asleep(b: Brush, figure: Figure, kind: Kind, coat: Colour, dice: Random) -> None:
    """Curled up: a round back, the head on the paws."""
    worn = garments.wardrobe(figure)
    paws = kind.limbs or darker(coat, 0.12)
    if kind.tail in ("puff", "flat", "curl"):
        _tail(b.at(-0.12, 0.02), kind.tail, coat, dice)
    if kind.head == "hedgehog":
        dark = darker(coat, 0.28)
        b.shape([(-0.46, 0.02), (-0.42, 0.3), (-0.1, 0.48), (0.22, 0.36), (0.32, 0.04)], dark)
        for row, tone in enumerate((dark, coat, lighter(coat, 0.2), coat)):
            for i in range(18):
                angle = math.radians(12 + 170 * (i + 0.5 * (row % 2)) / 17)
                cos, sin = math.cos(angle), math.sin(angle)
                rx, ry = 0.4 - 0.085 * row, 0.42 - 0.09 * row
                x, y, reach = -0.07 + rx * cos, 0.03 + ry * sin, 0.13 - 0.01 * row
                b.poly(
                    [
                        (x - sin * 0.032, y + cos * 0.032),
                        (x + reach * cos - 0.03, y + reach * sin),
                        (x + sin * 0.032, y - cos * 0.032),
                    ],
                    tone,
                )
    else:
        b.shape(
            [(-0.46, 0.02), (-0.48, 0.24), (-0.2, 0.42), (0.16, 0.38), (0.36, 0.2), (0.34, 0.01), (-0.1, 0.0)],
            coat,
            0.35,
        )
        b.fur(-0.14, 0.24, 0.26, 0.13, darker(coat, 0.2), dice, 22, 0.04)
        for kind_ in ("sweater", "coat", "pyjamas", "vest", "shirt", "dress", "dungarees", "cardigan"):
            if kind_ in worn:
                b.shape(
                    [(-0.34, 0.06), (-0.34, 0.28), (-0.14, 0.42), (0.14, 0.37), (0.24, 0.1)],
                    garments.colour_of(worn[kind_]),
                    0.3,
                )
    b.limb([(0.1, 0.06), (0.34, 0.045)], 0.09, paws, 0.2)
    if "scarf" in worn or "collar" in worn:
        tone = garments.colour_of(worn.get("scarf") or worn["collar"])
        b.limb([(0.02, 0.3), (0.1, 0.16), (0.2, 0.05)], 0.11, tone, 0.25)
        b.stroke([(0.06, 0.2), (-0.06, 0.12), (-0.1, 0.02)], [0.08, 0.1, 0.1], darker(tone, 0.15), 0.2)
    head = b.at(0.27, 0.27, 0.235, -10)
    draw_head(head, figure.kind, kind, coat, "sleeping", (0, 0), dice)
    garments.before_eyes(head, worn, *EYES.get(kind.head, (0.38, 0.07, 0.04)))
    garments.on_head(head.at(-0.05, 0.08), worn)
    if kind.tail in ("bushy", "squirrel", "ringed", "long", "wag"):
        thick = {"bushy": 0.2, "squirrel": 0.22, "ringed": 0.15}.get(kind.tail, 0.07)
        b.stroke([(-0.42, 0.1), (-0.3, 0.06), (0.02, 0.07), (0.22, 0.06)], [thick * 0.5, thick, thick, 0.03], coat, 0.3)
        if kind.tail == "bushy":
            b.shape([(0.06, 0.15), (0.24, 0.07), (0.1, 0.0), (0.02, 0.06)], SNOW)
