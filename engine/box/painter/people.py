"""People: a round head, a simple dress or shirt, and something on the head that says who it is."""

from __future__ import annotations

from random import Random

from engine.box.painter.brush import CHEEK, NOSE, Brush, Colour, darker, mixed
from engine.box.painter.creatures import eyes
from engine.box.painter.understanding import Figure
from engine.box.painter.words import COLOURS

SKINS: tuple[Colour, ...] = ((246, 212, 184), (228, 180, 142), (186, 130, 96), (128, 88, 66))
HAIRS: tuple[Colour, ...] = ((92, 62, 46), (58, 48, 50), (206, 156, 80), (172, 88, 52), (210, 206, 204))
CLOTHES = ("red", "blue", "yellow", "green", "turquoise", "purple")


def draw_person(b: Brush, figure: Figure, looks: Random) -> None:
    """Draw somebody.

    Args:
        looks: dice that depend on the person alone, so that one looks the same on every page.
    """
    skin, hair = looks.choice(SKINS), looks.choice(HAIRS)
    if figure.coat in COLOURS:
        hair = mixed(COLOURS[figure.coat], hair, 0.2)
    worn = dict(figure.worn)
    female = figure.kind in ("girl", "woman")
    top = _cloth(worn, ("coat", "dress", "cape"), looks)
    legs = _cloth(worn, ("trousers",), looks)
    shoes = COLOURS.get(worn.get("boots", ""), darker(legs, 0.5))
    young = figure.kind in ("girl", "boy")
    neck = 0.5 if young else 0.58
    for side in (-1, 1):
        b.curve([(side * 0.08, 0.26), (side * 0.09, 0.05)], skin if female else legs, 0.085)
        b.oval(side * 0.11, 0.04, 0.085, 0.045, shoes)
        if "boots" in worn:
            b.curve([(side * 0.09, 0.12), (side * 0.09, 0.05)], shoes, 0.1)
    if female and figure.kind == "girl":
        for side in (-1, 1):
            b.oval(side * 0.24, neck + 0.12, 0.06, 0.14, hair)
    if female and not young:
        b.oval(0, neck + 0.16, 0.22, 0.24, hair)
    hem = 0.16 if female else 0.24
    spread = 0.25 if female else 0.17
    b.shape([(-0.13, neck), (0.13, neck), (spread, hem), (-spread, hem)], top)
    for side in (-1, 1):
        raised = figure.pose == "looking up" and side == 1
        hand = (
            (side * 0.27, neck + 0.24)
            if raised
            else (side * 0.1, 0.34)
            if figure.pose == "holding"
            else (side * 0.26, 0.26)
        )
        b.curve([(side * 0.12, neck - 0.03), (side * 0.22, neck + (0.04 if raised else -0.12)), hand], top, 0.075)
        b.oval(*hand, 0.045, 0.045, skin)
    _head(b, figure, neck + 0.19, skin, hair, worn)
    if "scarf" in worn:
        colour = COLOURS.get(worn["scarf"], COLOURS["red"])
        b.curve([(-0.12, neck + 0.01), (0, neck - 0.015), (0.12, neck + 0.01)], colour, 0.075)
        b.curve([(0.07, neck), (0.1, neck - 0.16)], darker(colour, 0.12), 0.065)
    if "backpack" in worn:
        for side in (-1, 1):
            b.curve([(side * 0.1, neck), (side * 0.12, neck - 0.18)], COLOURS.get(worn["backpack"], NOSE), 0.04)


def _head(b: Brush, figure: Figure, y: float, skin: Colour, hair: Colour, worn: dict[str, str]) -> None:
    b.oval(0, y + 0.03, 0.205, 0.2, hair)
    for side in (-1, 1):
        b.oval(side * 0.19, y - 0.01, 0.035, 0.045, skin)
    b.oval(0, y - 0.02, 0.185, 0.175, skin)
    b.oval(-0.07, y + 0.13, 0.13, 0.06, hair, 14)
    b.oval(0.08, y + 0.13, 0.12, 0.055, hair, -18)
    small = b.at(0, y - 0.68 * 0.82, 0.82)
    eyes(small, figure, 0.68, 0.085)
    b.oval(0, y - 0.045, 0.02, 0.016, mixed(skin, CHEEK, 0.6))
    bend = {"sad": -0.03, "surprised": 0.0}.get(figure.mood, 0.035)
    if figure.mood == "surprised":
        b.oval(0, y - 0.1, 0.024, 0.03, darker(CHEEK, 0.5))
    else:
        b.smile(0, y - 0.09, 0.1, bend, darker(CHEEK, 0.55), 0.015)
    for side in (-1, 1):
        b.oval(side * 0.12, y - 0.065, 0.034, 0.024, mixed(skin, CHEEK, 0.6))
    for garment in ("hat", "cap", "crown"):
        if garment not in worn:
            continue
        colour = COLOURS.get(worn[garment], COLOURS["golden" if garment == "crown" else "blue"])
        b.oval(0, y + 0.13, 0.23, 0.045, darker(colour, 0.15))
        if garment == "crown":
            left = [(-0.14, y + 0.13), (-0.16, y + 0.28), (-0.05, y + 0.2)]
            b.shape([*left, (0, y + 0.3), *((-x, height) for x, height in reversed(left))], colour)
        else:
            b.oval(0, y + 0.17, 0.18, 0.11, colour)
    if "glasses" in worn:
        for side in (-1, 1):
            ring = [
                (side * 0.07 - 0.065, y),
                (side * 0.07, y + 0.06),
                (side * 0.07 + 0.065, y),
                (side * 0.07, y - 0.06),
            ]
            b.curve([*ring, ring[0]], COLOURS.get(worn["glasses"], NOSE), 0.014)


def _cloth(worn: dict[str, str], garments: tuple[str, ...], looks: Random) -> Colour:
    fallback = looks.choice(CLOTHES)
    named = next((worn[garment] for garment in garments if worn.get(garment)), fallback)
    return COLOURS.get(named, COLOURS[fallback])
