"""What figures wear. Each garment is painted in the body's measure and takes its cut from the body."""

from __future__ import annotations

from collections.abc import Mapping

from engine.box.painter.body import Anatomy
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, INK, SNOW, Colour, darker, lighter, mix
from engine.box.painter.curves import Point, oval
from engine.box.painter.wish import Figure, Worn

SLEEVED = ("coat", "sweater", "shirt", "pyjamas", "cardigan", "spacesuit", "armour", "robe")
_USUAL = {
    "scarf": "red",
    "hat": "blue",
    "cap": "blue",
    "boots": "yellow",
    "dress": "red",
    "coat": "blue",
    "sweater": "green",
    "shirt": "turquoise",
    "pyjamas": "blue",
    "cardigan": "green",
    "vest": "green",
    "trousers": "blue",
    "dungarees": "blue",
    "backpack": "green",
    "glasses": "black",
    "crown": "golden",
    "bow": "pink",
    "bow tie": "red",
    "cape": "red",
    "apron": "white",
    "straw hat": "yellow",
    "witch hat": "purple",
    "pirate hat": "black",
    "baker hat": "white",
    "helmet": "silver",
    "mittens": "red",
    "collar": "red",
    "necklace": "golden",
    "wings": "white",
    "spacesuit": "white",
    "armour": "silver",
    "robe": "purple",
    "rain hat": "yellow",
    "skirt": "red",
    "nightcap": "blue",
    "flower wreath": "pink",
    "headphones": "red",
}


def colour_of(worn: Worn) -> Colour:
    """Return the colour of a garment: the one said, or the one such a thing usually has."""
    return COLOURS[worn.colour or _USUAL.get(worn.kind, "red")]


def wardrobe(figure: Figure) -> Mapping[str, Worn]:
    """Return what a figure wears, by garment."""
    return {worn.kind: worn for worn in figure.worn}


def behind(b: Brush, a: Anatomy, worn: Mapping[str, Worn]) -> None:
    """Draw what hangs on the back: cape, backpack, wings."""
    if "wings" in worn:
        tone = lighter(colour_of(worn["wings"]), 0.3)
        for side in (-1, 1):
            b.shape(
                [
                    (side * 0.08, a.neck - 0.08),
                    (side * 0.42, a.neck + 0.2),
                    (side * 0.46, a.neck - 0.04),
                    (side * 0.3, a.neck - 0.18),
                ],
                tone,
                0.2,
            )
            b.shape(
                [(side * 0.08, a.neck - 0.12), (side * 0.36, a.neck - 0.14), (side * 0.3, a.neck - 0.32)],
                darker(tone, 0.06),
                0.2,
            )
    if "cape" in worn:
        tone = colour_of(worn["cape"])
        b.shape(
            [
                (-0.1, a.neck + 0.02),
                (0.1, a.neck + 0.02),
                (0.28, 0.16),
                (0.16, 0.1),
                (-0.2, 0.08),
                (-0.42, 0.14),
                (-0.3, 0.34),
            ],
            tone,
            0.35,
        )
    if "backpack" in worn:
        tone = colour_of(worn["backpack"])
        b.shape(
            [(-0.1, a.neck - 0.02), (-0.32, a.neck - 0.04), (-0.37, a.neck - 0.28), (-0.1, a.neck - 0.32)], tone, 0.35
        )
        b.shape(
            [(-0.24, a.neck - 0.17), (-0.385, a.neck - 0.16), (-0.385, a.neck - 0.27), (-0.24, a.neck - 0.28)],
            darker(tone, 0.2),
        )


def on_trunk(b: Brush, a: Anatomy, worn: Mapping[str, Worn]) -> None:
    """Draw what covers the body."""
    for kind in ("trousers", "skirt"):
        if kind in worn:
            top = [(x, min(y, (a.neck + a.hem) / 2)) for x, y in a.trunk(0.012, flare=0.06 if kind == "skirt" else 0.0)]
            b.both(top, colour_of(worn[kind]), 0.25)
    if "dress" in worn:
        _cloth(b, a, a.trunk(0.02, a.hem - 0.02, 0.1), worn["dress"], 0.1)
        b.line(
            [(-0.09, a.neck + 0.01), (0, a.neck - 0.02), (0.09, a.neck + 0.01)],
            0.03,
            lighter(colour_of(worn["dress"]), 0.7),
        )
    for kind in (*SLEEVED, "vest"):
        if kind in worn:
            _top(b, a, worn[kind])
    if "dungarees" in worn:
        tone = colour_of(worn["dungarees"])
        middle = (a.neck + a.hem) / 2
        b.both([(0, middle + 0.03), *[(x, min(y, middle + 0.03)) for x, y in a.trunk(0.014)[2:]]], tone, 0.25)
        bib = a.shoulder * 0.72
        b.shape([(-bib, middle + 0.1), (bib, middle + 0.1), (bib, middle - 0.06), (-bib, middle - 0.06)], tone)
        for side in (-1, 1):
            b.line([(side * bib * 0.85, middle + 0.1), (side * a.shoulder * 0.8, a.neck + 0.01)], 0.034, tone)
            b.dab(side * bib * 0.8, middle + 0.085, 0.016, 0.016, COLOURS["golden"])
        b.line([(-0.05, middle + 0.01), (0, middle - 0.02), (0.05, middle + 0.01)], 0.01, darker(tone, 0.35))
    if "apron" in worn:
        tone = colour_of(worn["apron"])
        w = a.waist * 0.74
        b.both(
            [
                (0, a.neck - 0.04),
                (w * 0.5, a.neck - 0.05),
                (w, (a.neck + a.hem) / 2),
                (w * 1.06, a.hem + 0.03),
                (0, a.hem),
            ],
            tone,
            0.15,
        )
        b.line([(-w * 0.5, a.hem + 0.14), (w * 0.5, a.hem + 0.14)], 0.012, darker(tone, 0.25))
    if "backpack" in worn:
        tone = darker(colour_of(worn["backpack"]), 0.15)
        for side in (-1, 1):
            b.line(
                [
                    (side * a.shoulder * 0.72, a.neck),
                    (side * a.waist * 0.74, a.neck - 0.13),
                    (side * a.waist * 0.8, a.neck - 0.24),
                ],
                0.034,
                tone,
            )
    if "cape" in worn:
        b.line([(-0.12, a.neck), (0, a.neck - 0.03), (0.12, a.neck)], 0.04, colour_of(worn["cape"]))


def _top(b: Brush, a: Anatomy, worn: Worn) -> None:
    tone = colour_of(worn)
    short = a.head_size < 0.24
    hem = {"coat": a.hem + 0.01, "robe": a.hem * 0.4, "vest": a.hem + 0.1}.get(
        worn.kind, a.hem + (0.05 if short else 0.07)
    )
    hem = a.hem - 0.1 if worn.kind == "coat" and short else hem
    _cloth(b, a, a.trunk(0.016, hem, 0.03 if worn.kind in ("coat", "robe") else 0.0), worn, hem - a.hem)
    dark = darker(tone, 0.25)
    if worn.kind in ("coat", "cardigan", "vest", "pyjamas"):
        b.line([(0.01, a.neck), (0.02, hem + 0.01)], 0.01, dark)
        for k in (0.3, 0.52, 0.74):
            b.dab(0.05, a.neck + (hem - a.neck) * k, 0.017, 0.017, lighter(tone, 0.7))
        for side in (-1, 1):
            b.shape([(0.01, a.neck - 0.05), (side * 0.1, a.neck + 0.03), (side * 0.12, a.neck - 0.03)], dark)
    elif worn.kind == "sweater":
        b.line([(-a.hip * 0.8, hem + 0.02), (0, hem + 0.005), (a.hip * 0.8, hem + 0.02)], 0.035, dark)
        b.line([(-0.1, a.neck), (0, a.neck - 0.03), (0.1, a.neck)], 0.045, dark)
    elif worn.kind in ("armour", "spacesuit"):
        b.line([(-a.waist * 0.9, a.neck - 0.2), (0, a.neck - 0.22), (a.waist * 0.9, a.neck - 0.2)], 0.022, dark)
        b.shape(
            [(-0.06, a.neck - 0.06), (0.06, a.neck - 0.06), (0.05, a.neck - 0.14), (-0.05, a.neck - 0.14)],
            COLOURS["blue"],
        )
    elif worn.kind == "robe":
        for x, y in ((-0.08, 0.2), (0.09, 0.32), (0.02, 0.12)):
            b.poly([(x, y + 0.03), (x + 0.012, y), (x, y - 0.03), (x - 0.012, y)], COLOURS["golden"])


def _cloth(b: Brush, a: Anatomy, cut: list[Point], worn: Worn, drop: float) -> None:
    """Draw a garment's cloth and its pattern."""
    tone = colour_of(worn)
    b.both(cut, tone, 0.28)
    other = lighter(tone, 0.75) if worn.colour != "white" else COLOURS["red"]
    low, high = a.hem + drop, a.neck
    if worn.pattern in ("striped", "checked"):
        for k in (0.2, 0.42, 0.64, 0.86):
            y = high + (low - high) * k
            w = a.shoulder + (a.waist - a.shoulder) * min(1, k * 2.2)
            b.line([(-w * 0.93, y), (0, y - 0.018), (w * 0.93, y)], 0.028, other)
    if worn.pattern == "checked":
        for x in (-0.1, 0.0, 0.1):
            b.line([(x * 0.9, high - 0.02), (x * 1.2, low + 0.03)], 0.022, other)
    if worn.pattern == "spotted":
        for row in range(3):
            for x in (-0.11, -0.01, 0.1):
                b.dab(x + 0.03 * (row % 2), high + (low - high) * (0.28 + 0.25 * row), 0.019, 0.019, other)


def about_neck(b: Brush, a: Anatomy, worn: Mapping[str, Worn]) -> None:
    """Draw scarf, collar and bow tie."""
    n, w = a.neck, a.shoulder + 0.055
    if "scarf" in worn:
        tone = colour_of(worn["scarf"])
        other = lighter(tone, 0.75) if worn["scarf"].colour != "white" else COLOURS["red"]
        b.stroke(
            [(w * 0.35, n - 0.02), (w * 0.72, n - 0.13), (w * 0.6, n - 0.25)],
            [0.09, 0.1, 0.105],
            darker(tone, 0.16),
            0.25,
        )
        for k in (-0.03, 0.0, 0.03):
            b.line([(w * 0.6 + k, n - 0.25), (w * 0.58 + k * 1.2, n - 0.285)], 0.012, darker(tone, 0.16))
        b.line([(w * 0.6 - 0.04, n - 0.21), (w * 0.6 + 0.045, n - 0.205)], 0.018, other)
        b.limb(
            [(-w, n + 0.035), (-w * 0.5, n - 0.012), (0, n - 0.025), (w * 0.5, n - 0.012), (w, n + 0.035)],
            0.095,
            tone,
            0.3,
        )
        if worn["scarf"].pattern:
            for k in (-0.8, -0.4, 0.0, 0.4, 0.8):
                b.dab(w * k, n - 0.02 + 0.045 * abs(k), 0.016, 0.022, other)
    if "collar" in worn:
        tone = colour_of(worn["collar"])
        b.limb([(-w * 0.8, n + 0.02), (0, n - 0.03), (w * 0.8, n + 0.02)], 0.045, tone)
        b.oval(0, n - 0.065, 0.028, 0.028, COLOURS["golden"])
    if "necklace" in worn:
        for k in range(9):
            x = -w * 0.7 + w * 1.4 * k / 8
            b.dab(x, n - 0.07 + 0.07 * (x / w) ** 2, 0.018, 0.018, colour_of(worn["necklace"]))
    if "bow tie" in worn:
        tone = colour_of(worn["bow tie"])
        for side in (-1, 1):
            b.shape([(0, n - 0.03), (side * 0.1, n + 0.03), (side * 0.1, n - 0.09)], tone, 0.2)
        b.oval(0, n - 0.03, 0.028, 0.028, darker(tone, 0.2))


def on_head(h: Brush, worn: Mapping[str, Worn], *, wide: float = 1.0) -> None:
    """Draw what is worn on the head, in the head's measure."""
    for kind, worn_ in worn.items():
        tone = colour_of(worn_)
        dark = darker(tone, 0.2)
        match kind:
            case "cap" | "nightcap":
                _cap(h, kind, tone, worn_.pattern, wide)
            case "hat":
                h.shape([(-0.62, 0.66), (-0.5, 1.4), (0.5, 1.4), (0.62, 0.66)], tone, 0.3)
                h.limb([(-0.56, 0.84), (0, 0.78), (0.56, 0.84)], 0.16, dark)
                h.oval(0, 0.68, 1.02, 0.17, tone, form=0.25)
            case "straw hat":
                h.shape([(-0.56, 0.7), (-0.46, 1.16), (0.46, 1.16), (0.56, 0.7)], tone, 0.3)
                h.limb([(-0.52, 0.84), (0, 0.78), (0.52, 0.84)], 0.14, COLOURS["red"])
                h.oval(0, 0.68, 1.24, 0.22, tone, form=0.25)
                for k in range(-4, 5):
                    h.line([(k * 0.24, 0.6), (k * 0.2, 0.74)], 0.025, darker(tone, 0.2))
            case "rain hat":
                h.shape([(-0.7, 0.6), (-0.52, 1.06), (0, 1.2), (0.52, 1.06), (0.7, 0.6)], tone, 0.3)
                h.oval(-0.06, 0.56, 1.1, 0.2, tone, 4, 0.25)
            case "witch hat":
                h.shape(
                    [(-0.64, 0.6), (-0.3, 1.3), (-0.12, 2.0), (-0.34, 2.16), (0.2, 1.9), (0.36, 1.26), (0.64, 0.6)],
                    tone,
                    0.3,
                )
                h.limb([(-0.56, 0.78), (0, 0.7), (0.56, 0.78)], 0.16, COLOURS["golden"])
                h.oval(0, 0.6, 1.16, 0.18, tone, form=0.25)
            case "pirate hat":
                h.shape([(-1.16, 0.6), (-0.7, 1.16), (0, 1.42), (0.7, 1.16), (1.16, 0.6), (0, 0.78)], tone, 0.3)
                h.oval(0, 1.04, 0.17, 0.16, SNOW)
                h.line([(-0.24, 0.8), (0.24, 0.96)], 0.06, SNOW)
                h.line([(0.24, 0.8), (-0.24, 0.96)], 0.06, SNOW)
            case "baker hat":
                for x, y, r in ((-0.42, 1.2, 0.4), (0.42, 1.2, 0.4), (0, 1.36, 0.46)):
                    h.oval(x, y, r, r * 0.9, tone, form=0.2)
                h.shape([(-0.6, 0.68), (0.6, 0.68), (0.6, 1.06), (-0.6, 1.06)], tone, 0.2)
            case "helmet":
                h.shape(
                    [
                        (-1.0, 0.1),
                        (-0.8, 0.86),
                        (0, 1.16),
                        (0.8, 0.86),
                        (1.0, 0.1),
                        (0.72, 0.34),
                        (0, 0.46),
                        (-0.72, 0.34),
                    ],
                    tone,
                    0.35,
                )
                h.stroke([(0, 1.1), (-0.2, 1.6), (-0.7, 1.5)], [0.12, 0.34, 0.05], COLOURS["red"], 0.25)
            case "crown":
                points: list[Point] = [
                    (-0.52, 0.66),
                    (-0.6, 1.22),
                    (-0.28, 0.98),
                    (0, 1.34),
                    (0.28, 0.98),
                    (0.6, 1.22),
                    (0.52, 0.66),
                ]
                h.poly(points, tone, 0.25)
                for x, name in ((-0.3, "red"), (0, "blue"), (0.3, "red")):
                    h.dab(x, 0.82, 0.07, 0.08, COLOURS[name])
            case "bow":
                for side in (-1, 1):
                    h.shape([(0.42, 0.84), (0.42 + side * 0.42, 1.1), (0.42 + side * 0.42, 0.62)], tone, 0.2)
                h.oval(0.42, 0.86, 0.13, 0.13, dark)
            case "flower wreath":
                for k in range(7):
                    x = -0.72 + 0.24 * k
                    h.oval(x, 0.9 - 0.5 * x * x, 0.16, 0.15, (tone, COLOURS["yellow"], SNOW)[k % 3])
                    h.dab(x, 0.9 - 0.5 * x * x, 0.06, 0.06, COLOURS["orange"])
            case "headphones":
                h.line([(-0.98, 0.1), (-0.7, 0.9), (0, 1.1), (0.7, 0.9), (0.98, 0.1)], 0.12, dark)
                for side in (-1, 1):
                    h.oval(side * 1.0, 0.02, 0.2, 0.3, tone, form=0.2)
            case _:
                continue


def _cap(h: Brush, kind: str, tone: Colour, pattern: str, wide: float) -> None:
    w = 0.82 * wide
    if kind == "nightcap":
        h.shape(
            [(-w, 0.5), (-w * 0.7, 1.0), (0.1, 1.3), (0.9, 1.16), (1.14, 0.7), (0.8, 0.84), (w * 0.9, 0.5)], tone, 0.3
        )
        h.oval(1.14, 0.62, 0.2, 0.2, SNOW, form=0.15)
    else:
        h.shape([(-w, 0.5), (-w * 0.86, 0.98), (0, 1.28), (w * 0.86, 0.98), (w, 0.5)], tone, 0.3)
        if pattern:
            h.line([(-w * 0.9, 0.86), (0, 0.94), (w * 0.9, 0.86)], 0.12, lighter(tone, 0.7))
        h.oval(0, 1.32, 0.22, 0.22, lighter(tone, 0.65), form=0.2)
    h.limb([(-w, 0.54), (0, 0.66), (w, 0.54)], 0.26, darker(tone, 0.18), 0.2)


def before_eyes(h: Brush, worn: Mapping[str, Worn], eyes: float, shift: float, eye_y: float) -> None:
    """Draw spectacles."""
    if "glasses" not in worn:
        return
    frame = COLOURS[worn["glasses"].colour] if worn["glasses"].colour else mix(INK, COLOURS["brown"], 0.2)
    for side in (-1, 1):
        ring = oval(shift + side * eyes, eye_y, 0.28, 0.28)
        h.line([*ring, ring[0], ring[1]], 0.055, frame)
        h.line(
            [(shift + side * (eyes + 0.28), eye_y + 0.02), (shift + side * (eyes + 0.46), eye_y + 0.1)], 0.045, frame
        )
    h.line([(shift - 0.1, eye_y + 0.02), (shift, eye_y + 0.06), (shift + 0.1, eye_y + 0.02)], 0.05, frame)


def laid_down(b: Brush, worn: Worn) -> None:
    """Draw a garment nobody wears, as it stands or lies on the ground."""
    alone = {worn.kind: worn}
    a = Anatomy()
    tone = colour_of(worn)
    match worn.kind:
        case "boots":
            for x in (-0.2, 0.2):
                b.shape(
                    [(x - 0.13, 0.7), (x + 0.13, 0.7), (x + 0.13, 0.3), (x + 0.3, 0.16), (x + 0.28, 0), (x - 0.14, 0)],
                    tone,
                    0.3,
                )
                b.line([(x - 0.13, 0.66), (x + 0.13, 0.66)], 0.07, darker(tone, 0.2))
        case "mittens":
            for x in (-0.26, 0.26):
                b.oval(x, 0.36, 0.2, 0.3, tone, form=0.3)
                b.oval(x + 0.2, 0.3, 0.08, 0.14, tone, -30, 0.2)
        case "glasses":
            before_eyes(b.at(0, 0.3, 0.8), alone, 0.34, 0.0, 0.0)
        case _:
            behind(b.at(0.2, 0.0, 1.4), a, alone)
            on_trunk(b.at(0, -0.06, 1.5), a, alone)
            about_neck(b.at(0, -0.5, 2.0), a, alone)
            on_head(b.at(0, -0.26, 0.5), alone)
