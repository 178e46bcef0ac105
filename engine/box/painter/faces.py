"""Eyes, brows, mouth and cheeks: what a mood looks like. Measured in half head heights about the head's middle."""

from __future__ import annotations

from dataclasses import dataclass

from engine.box.painter.brush import Brush
from engine.box.painter.colour import INK, ROSE, SNOW, Colour, brightness, darker, lighter, mix

PUPIL: Colour = (44, 32, 38)
TEAR: Colour = (150, 204, 234)


@dataclass(frozen=True, slots=True)
class Features:
    """Where a face has its parts."""

    eyes: float = 0.38
    """Half the distance between the eyes."""
    eye_y: float = 0.04
    eye: float = 0.15
    """Half the height of an eye."""
    mouth_y: float = -0.52
    mouth: float = 0.2
    """Half the width of the mouth; 0 leaves it to the head."""
    cheeks: float = 0.66
    cheek_y: float = -0.32
    shift: float = 0.06
    """How far the face looks to its front."""


def draw_face(b: Brush, face: Features, mood: str, skin: Colour, *, gaze: tuple[float, float] = (0, 0)) -> None:
    """Draw eyes, brows, mouth and cheeks.

    Args:
        skin: the colour about the eyes; on a dark one the eyes get a light ring.
        gaze: where the eyes look, each -1 to 1.
    """
    blush = mix(skin, ROSE, 0.75)
    for side in (-1, 1):
        b.soft(face.shift + side * face.cheeks, face.cheek_y, 0.24, 0.19, blush, 0.85)
    for side in (-1, 1):
        _eye(b, face, side, mood, skin, gaze)
    _brows(b, face, mood, skin)
    if face.mouth:
        _mouth(b, face, mood)
    if mood == "crying":
        for side in (-1, 1):
            x = face.shift + side * (face.eyes + 0.05)
            b.shape([(x, -0.1), (x + 0.075, -0.27), (x, -0.35), (x - 0.075, -0.27)], TEAR)


def _eye(b: Brush, face: Features, side: int, mood: str, skin: Colour, gaze: tuple[float, float]) -> None:
    x, y, r = face.shift + side * face.eyes, face.eye_y, face.eye
    lid = INK if brightness(skin) > 100 else lighter(skin, 0.75)
    if mood in ("sleeping", "cosy"):
        b.line([(x - r, y - 0.02), (x, y - 0.11), (x + r, y - 0.02)], 0.05, lid)
        for k in (-0.7, 0.7):
            b.line([(x + k * r, y - 0.07), (x + k * r * 1.25, y - 0.13)], 0.035, lid)
        return
    if mood == "laughing":
        b.line([(x - r, y - 0.06), (x, y + 0.09), (x + r, y - 0.06)], 0.055, lid)
        return
    wide = mood in ("surprised", "scared")
    if wide or brightness(skin) < 100:
        k = 1.5 if wide else 1.32
        b.oval(x, y, r * 0.9 * k, r * k, SNOW)
    size = 0.78 if wide else 1.0
    px, py = x + gaze[0] * r * 0.22, y + gaze[1] * r * 0.25
    b.dab(px, py, r * 0.84 * size, r * size, PUPIL)
    b.dab(px - 0.045 + gaze[0] * 0.03, py + r * (0.36 + 0.12 * gaze[1]) * size, r * 0.32, r * 0.34, SNOW)
    b.dab(px + 0.05, py - r * 0.42 * size, r * 0.16, r * 0.16, mix(SNOW, PUPIL, 0.25))
    if mood == "tired":
        b.shape([(x - r * 1.1, y + r * 1.15), (x + r * 1.1, y + r * 1.15), (x + r, y + 0.02), (x - r, y + 0.02)], skin)
        b.line([(x - r, y + 0.02), (x + r, y + 0.02)], 0.045, lid)


def _brows(b: Brush, face: Features, mood: str, skin: Colour) -> None:
    tone = darker(skin, 0.62) if brightness(skin) > 100 else lighter(skin, 0.4)
    y = face.eye_y + face.eye + 0.12
    lifts = {
        "sad": (0.0, 0.13),
        "crying": (0.0, 0.14),
        "scared": (0.05, 0.16),
        "angry": (0.12, -0.05),
        "surprised": (0.16, 0.18),
        "proud": (0.07, 0.1),
    }
    if mood == "curious":
        for side in (-1, 1):
            x, up = face.shift + side * face.eyes, 0.17 if side > 0 else 0.02
            b.line([(x - 0.15, y + up), (x, y + up + 0.07), (x + 0.15, y + up)], 0.06, tone)
        return
    if mood not in lifts:
        return
    outer, inner = lifts[mood]
    for side in (-1, 1):
        x = face.shift + side * face.eyes
        b.line([(x + side * 0.15, y + outer), (x - side * 0.13, y + inner)], 0.05, tone)


def _mouth(b: Brush, face: Features, mood: str) -> None:
    x, y, w = face.shift, face.mouth_y, face.mouth
    inside: Colour = (150, 58, 58)
    match mood:
        case "laughing" | "excited" | "proud":
            b.shape(
                [(x - w, y + 0.05), (x, y + 0.0), (x + w, y + 0.05), (x + w * 0.6, y - 0.17), (x - w * 0.6, y - 0.17)],
                inside,
            )
            b.dab(x, y - 0.13, w * 0.45, 0.06, (236, 132, 122))
        case "happy":
            b.shape(
                [(x - w, y + 0.06), (x, y - 0.02), (x + w, y + 0.06), (x + w * 0.5, y - 0.1), (x - w * 0.5, y - 0.1)],
                inside,
            )
        case "surprised" | "scared" | "singing":
            b.oval(x, y - 0.04, w * 0.42, 0.12, inside)
        case "sad" | "crying":
            b.line([(x - w * 0.8, y - 0.1), (x, y + 0.01), (x + w * 0.8, y - 0.1)], 0.05, INK)
        case "angry" | "tired":
            b.line([(x - w * 0.7, y - 0.05), (x, y - 0.02), (x + w * 0.7, y - 0.05)], 0.05, INK)
        case "sleeping":
            b.line([(x - w * 0.4, y - 0.02), (x, y - 0.06), (x + w * 0.4, y - 0.02)], 0.045, INK)
        case _:
            b.line([(x - w, y + 0.03), (x - w * 0.5, y - 0.07), (x + w * 0.5, y - 0.07), (x + w, y + 0.03)], 0.048, INK)


def draw_nose(b: Brush, x: float, y: float, size: float, colour: Colour = PUPIL) -> None:
    """Draw a nose that shines."""
    b.shape(
        [(x - size, y + size * 0.5), (x, y + size * 0.72), (x + size, y + size * 0.5), (x, y - size * 0.72)], colour
    )
    b.dab(x - size * 0.3, y + size * 0.36, size * 0.28, size * 0.16, lighter(colour, 0.6))
