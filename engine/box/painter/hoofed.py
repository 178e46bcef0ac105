"""Animals on four legs, seen from the side: a barrel, four legs, a neck, and a head that looks at the reader."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from engine.box.painter import curves, garments
from engine.box.painter.body import Anatomy
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, INK, ROSE, SNOW, Colour, darker, lighter, mix
from engine.box.painter.faces import Features, draw_face
from engine.box.painter.wish import Figure


@dataclass(frozen=True, slots=True)
class Hoofed:
    """A four-legged animal; `height` against a hedgehog's."""

    coat: Colour
    muzzle: Colour
    legs: float = 0.3
    neck: float = 0.12
    """How far the head stands above the back."""
    tail: str = "tuft"
    height: float = 1.3
    head: float = 0.17
    barrel: float = 0.19
    hooves: Colour = (84, 62, 58)


HOOFED: dict[str, Hoofed] = {
    "deer": Hoofed((184, 126, 78), (240, 218, 188), 0.36, 0.2, "puff", 1.35, 0.15, 0.165),
    "horse": Hoofed((164, 108, 68), (214, 172, 132), 0.34, 0.2, "hair", 1.45, 0.165, 0.19),
    "unicorn": Hoofed((246, 240, 244), (252, 226, 228), 0.34, 0.2, "hair", 1.45, 0.165, 0.19, (206, 170, 196)),
    "donkey": Hoofed((150, 142, 142), (232, 224, 216), 0.31, 0.17, "tuft", 1.25, 0.17, 0.19),
    "zebra": Hoofed((246, 242, 236), (92, 84, 88), 0.33, 0.18, "tuft", 1.35, 0.165, 0.19, (62, 56, 60)),
    "cow": Hoofed((246, 240, 232), (240, 184, 172), 0.26, 0.08, "tuft", 1.35, 0.19, 0.225),
    "goat": Hoofed((236, 228, 216), (222, 206, 190), 0.28, 0.14, "puff", 1.0, 0.17, 0.18),
    "sheep": Hoofed((246, 240, 228), (112, 98, 98), 0.2, 0.1, "puff", 1.0, 0.17, 0.25, (84, 74, 76)),
    "giraffe": Hoofed((240, 198, 112), (250, 228, 176), 0.34, 0.42, "tuft", 1.95, 0.11, 0.14),
    "elephant": Hoofed((158, 164, 180), (176, 182, 196), 0.22, 0.06, "tuft", 1.5, 0.22, 0.27, (216, 212, 208)),
    "hippo": Hoofed((170, 150, 166), (198, 172, 182), 0.14, 0.02, "puff", 1.2, 0.24, 0.27, (140, 118, 134)),
    "rhino": Hoofed((148, 148, 152), (168, 168, 172), 0.16, 0.02, "tuft", 1.25, 0.21, 0.26, (112, 110, 116)),
}
_LENGTH = 0.34


def draw_hoofed(b: Brush, figure: Figure, gaze: tuple[float, float], dice: Random) -> None:
    """Draw a four-legged animal from its tail to its hat."""
    kind = HOOFED[figure.kind]
    coat = mix(COLOURS[figure.colour], kind.coat, 0.22) if figure.colour else kind.coat
    if figure.pose == "sleeping":
        b = b.at(0, -kind.legs * 0.72)
    back = kind.legs + kind.barrel
    head = (_LENGTH + (0.1 if kind.neck < 0.15 else 0.06), back + kind.barrel * 0.5 + kind.neck + kind.head * 0.6)
    _tail(b, kind, coat, back)
    lying = figure.pose in ("sleeping", "sitting")
    if not lying:
        _legs(b, kind, figure, coat, far=True)
    if figure.kind == "sheep":
        b.poly(curves.lobed(0, back, _LENGTH + 0.05, kind.barrel + 0.04, 9, dice, 0.1), coat, 0.3)
        for _ in range(12):
            x, y = dice.uniform(-0.26, 0.26), back + dice.uniform(-0.16, 0.16)
            b.line([(x - 0.03, y), (x, y + 0.025), (x + 0.03, y)], 0.012, darker(coat, 0.16))
    else:
        k = kind.barrel
        b.shape(
            [
                (-_LENGTH, back + k * 0.5),
                (-0.2, back + k * 0.95),
                (0.06, back + k * 0.8),
                (0.24, back + k),
                (_LENGTH, back + k * 0.4),
                (_LENGTH - 0.03, back - k * 0.55),
                (0.1, back - k * 0.95),
                (-0.2, back - k * 0.85),
                (-_LENGTH, back - k * 0.35),
            ],
            coat,
            0.3,
        )
        if kind.neck > 0.05:
            neck = [
                (_LENGTH - 0.12, back + 0.02),
                ((_LENGTH - 0.06 + head[0]) / 2, (back + head[1]) / 2 + 0.02),
                (head[0] - 0.02, head[1] - 0.02),
            ]
            b.stroke(neck, [0.3 if kind.neck < 0.3 else 0.2, kind.head * 1.25, kind.head * 1.0], coat, 0.25)
    _coat(b, figure.kind, coat, back, kind, dice)
    if lying:
        for x in (-0.2, 0.24):
            b.limb([(x - 0.08, kind.legs * 0.8), (x + 0.12, kind.legs * 0.74)], 0.09, darker(coat, 0.08), 0.2)
    else:
        _legs(b, kind, figure, coat, far=False)
    worn = garments.wardrobe(figure)
    a = Anatomy(neck=head[1] - kind.head * 0.95, shoulder=kind.head * 0.5)
    garments.about_neck(b.at(head[0] - 0.05, 0), a, worn)
    crown = b.at(*head, kind.head * 1.12, 10 if gaze[1] > 0.5 else 0)
    _head(crown, figure, kind, coat, gaze)
    garments.before_eyes(crown, worn, 0.36, 0.08, 0.16)
    garments.on_head(crown.at(0, 0.06), worn)


def _legs(b: Brush, kind: Hoofed, figure: Figure, coat: Colour, *, far: bool) -> None:
    thick = {"elephant": 0.15, "hippo": 0.14, "rhino": 0.13}.get(figure.kind, 0.075)
    tone = kind.muzzle if figure.kind == "sheep" else coat
    tone = darker(tone, 0.22) if far else tone
    moving = figure.pose in ("running", "jumping", "dancing", "flying")
    worn = garments.wardrobe(figure)
    for x in (-0.25, 0.25):
        foot = x + (0.09 if far else -0.02) + (0.12 * (1 if x > 0 else -1) if moving else 0.0)
        lift = 0.06 if moving and (far == (x > 0)) else 0.0
        b.limb(
            [(x + (0.06 if far else 0.0), kind.legs + 0.06), (foot, kind.legs * 0.45 + lift), (foot, 0.03 + lift)],
            thick,
            tone,
            0.2,
        )
        hoof = garments.colour_of(worn["boots"]) if "boots" in worn else kind.hooves
        high = 0.12 if "boots" in worn else 0.045
        b.shape(
            [
                (foot - thick * 0.58, high + lift),
                (foot + thick * 0.58, high + lift),
                (foot + thick * 0.7, 0.005 + lift),
                (foot - thick * 0.58, 0.005 + lift),
            ],
            hoof,
        )


def _coat(b: Brush, name: str, coat: Colour, back: float, kind: Hoofed, dice: Random) -> None:
    match name:
        case "cow":
            for x, y, r in ((-0.2, 0.06, 0.12), (0.08, 0.1, 0.09), (0.2, -0.06, 0.07)):
                b.poly(curves.lobed(x, back + y, r, r * 0.8, 4, dice, 0.2), (96, 72, 66))
            b.oval(-0.1, back - kind.barrel, 0.08, 0.05, kind.muzzle)
        case "giraffe":
            for x, y in (
                (-0.24, 0.03),
                (-0.12, 0.07),
                (-0.1, -0.06),
                (0.02, 0.02),
                (0.14, 0.07),
                (0.14, -0.05),
                (0.26, 0.03),
                (0.3, 0.16),
                (0.33, 0.28),
                (0.35, 0.4),
            ):
                b.poly(curves.lobed(x, back + y, 0.05, 0.045, 3, dice, 0.15), (190, 128, 66))
        case "zebra":
            for i in range(8):
                x = -0.28 + 0.075 * i
                b.stroke(
                    [(x - 0.02, back + 0.16), (x + 0.02, back), (x - 0.02, back - 0.14)],
                    [0.01, 0.036, 0.006],
                    (70, 64, 70),
                )
        case "deer":
            for i in range(9):
                b.dab(-0.24 + 0.05 * i, back + 0.07 + 0.03 * (i % 2), 0.015, 0.015, kind.muzzle)
        case "horse" | "unicorn" | "donkey":
            b.fur(0, back, 0.26, 0.1, darker(coat, 0.15), dice, 12, 0.03)
        case _:
            return


def _head(h: Brush, figure: Figure, kind: Hoofed, coat: Colour, gaze: tuple[float, float]) -> None:
    name = figure.kind
    dark = darker(coat, 0.14)
    inner = mix(coat, ROSE, 0.45)
    if name == "elephant":
        for side in (-1, 1):
            h.shape(
                [(side * 0.5, 0.7), (side * 1.3, 0.95), (side * 1.75, 0.3), (side * 1.4, -0.5), (side * 0.7, -0.4)],
                dark,
                0.25,
            )
            h.shape(
                [(side * 0.7, 0.5), (side * 1.24, 0.66), (side * 1.5, 0.24), (side * 1.24, -0.26), (side * 0.8, -0.2)],
                inner,
            )
    elif name not in ("hippo", "rhino"):
        long = 0.95 if name == "donkey" else 0.5
        for side in (-1, 1):
            turn = side * (62 if name == "donkey" else 24 if name != "horse" else 55)
            x, y = side * (0.62 + long * 0.3), 0.62 + (0.5 if name in ("donkey", "horse", "unicorn") else 0.06)
            h.oval(x, y, long * 0.86, 0.2, dark, turn)
            h.oval(x, y, long * 0.55, 0.11, inner, turn)
    else:
        for side in (-1, 1):
            h.oval(side * 0.5, 0.8, 0.17, 0.24, dark)
    _horns(h, name)
    if name in ("horse", "unicorn", "donkey", "zebra"):
        hair = {"unicorn": COLOURS["pink"], "zebra": INK}.get(name, darker(coat, 0.5))
        for x, y, r in (
            (-0.5, 0.7, 0.3),
            (-0.72, 0.36, 0.3),
            (-0.86, -0.04, 0.28),
            (-0.96, -0.44, 0.28),
            (-1.02, -0.82, 0.24),
        ):
            h.oval(x, y, r, r * 0.9, hair, form=0.2)
    face = kind.muzzle if name == "sheep" else coat
    h.shape(
        [
            (-0.56, 0.72),
            (0.06, 0.94),
            (0.68, 0.72),
            (0.8, 0.2),
            (0.76, -0.5),
            (0.5, -0.92),
            (0.06, -1.0),
            (-0.4, -0.92),
            (-0.66, -0.5),
            (-0.7, 0.2),
        ],
        face,
        0.25,
    )
    muzzle = kind.muzzle if name != "sheep" else lighter(kind.muzzle, 0.2)
    if name == "elephant":
        h.stroke(
            [(0.06, -0.2), (0.14, -0.9), (0.42, -1.5), (0.86, -1.56), (1.0, -1.2)],
            [0.6, 0.5, 0.38, 0.3, 0.24],
            coat,
            0.3,
        )
        for t in (-0.7, -0.95, -1.2):
            h.line([(-0.06 - t * 0.12, t), (0.2 - t * 0.14, t - 0.06)], 0.035, dark)
        for side in (-1, 1):
            h.stroke([(0.06 + side * 0.34, -0.66), (0.06 + side * 0.46, -1.0)], [0.16, 0.03], SNOW)
    else:
        wide = 0.92 if name == "hippo" else 0.62
        h.oval(0.08, -0.62, wide, 0.44, muzzle, form=0.2)
        for side in (-1, 1):
            h.dab(0.08 + side * wide * 0.4, -0.5, 0.065, 0.085, darker(muzzle, 0.5))
    if name == "cow":
        h.poly(curves.oval(0.44, 0.26, 0.3, 0.4, -10), (96, 72, 66))
    if name in ("sheep", "goat", "horse", "unicorn"):
        hair = {"sheep": coat, "goat": lighter(coat), "unicorn": COLOURS["pink"]}.get(name, darker(coat, 0.5))
        for x in (-0.28, 0.02, 0.32):
            h.oval(x, 0.8, 0.26, 0.22, hair)
    if name == "goat":
        h.shape([(-0.12, -0.9), (0.26, -0.9), (0.1, -1.5)], lighter(coat, 0.4))
    face_parts = Features(
        eyes=0.36,
        eye_y=0.16,
        eye=0.17,
        mouth_y=-0.78,
        mouth=0 if name == "elephant" else 0.2,
        cheeks=0.56,
        cheek_y=-0.14,
        shift=0.08,
    )
    draw_face(h, face_parts, figure.mood, face, gaze=gaze)


def _horns(h: Brush, name: str) -> None:
    bone: Colour = (238, 222, 190)
    match name:
        case "deer":
            for side in (-1, 1):
                h.stroke([(side * 0.28, 0.8), (side * 0.5, 1.4), (side * 0.9, 1.9)], [0.17, 0.13, 0.04], (150, 108, 78))
                h.stroke([(side * 0.46, 1.3), (side * 0.24, 1.74)], [0.11, 0.03], (150, 108, 78))
                h.stroke([(side * 0.66, 1.6), (side * 1.08, 1.6)], [0.1, 0.03], (150, 108, 78))
        case "cow" | "goat":
            for side in (-1, 1):
                h.stroke([(side * 0.36, 0.76), (side * 0.6, 1.06), (side * 0.56, 1.4)], [0.2, 0.14, 0.02], bone, 0.2)
        case "unicorn":
            h.poly([(-0.13, 0.84), (0.24, 1.96), (0.26, 0.84)], COLOURS["golden"], 0.2)
            for k in (0.2, 0.45, 0.7):
                h.line(
                    [(-0.13 + 0.36 * k, 0.9 + k), (0.26 - 0.02 * k, 0.98 + k)], 0.035, darker(COLOURS["golden"], 0.3)
                )
        case "giraffe":
            for side in (-1, 1):
                h.line([(side * 0.24, 0.8), (side * 0.3, 1.3)], 0.12, (190, 128, 66))
                h.oval(side * 0.3, 1.34, 0.14, 0.14, (120, 78, 50))
        case "rhino":
            h.stroke([(0.1, -0.1), (0.26, 0.4), (0.52, 0.66)], [0.36, 0.22, 0.02], bone, 0.2)
        case _:
            return


def _tail(b: Brush, kind: Hoofed, coat: Colour, back: float) -> None:
    x, y = -_LENGTH + 0.02, back + 0.08
    match kind.tail:
        case "hair":
            hair = COLOURS["pink"] if kind.coat[2] > 230 else darker(coat, 0.5)
            b.stroke(
                [(x, y), (x - 0.16, y + 0.02), (x - 0.2, y - 0.2), (x - 0.16, y - 0.34)],
                [0.06, 0.12, 0.14, 0.02],
                hair,
                0.25,
            )
        case "tuft":
            b.stroke([(x, y), (x - 0.1, y - 0.06), (x - 0.1, y - 0.26)], [0.05, 0.035, 0.03], coat)
            b.oval(x - 0.1, y - 0.3, 0.035, 0.06, darker(coat, 0.5))
        case _:
            b.oval(x - 0.02, y, 0.06, 0.05, lighter(coat, 0.5), 30)
