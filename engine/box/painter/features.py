"""Ears, tails and spikes: what tells one animal from another at a glance."""

from __future__ import annotations

import math
from random import Random

from engine.box.painter.brush import CHEEK, WHITE, Brush, Colour, darker, lighter, mixed
from engine.box.painter.kinds import Kind
from engine.box.painter.understanding import Figure
from engine.box.painter.words import COLOURS


def ears(b: Brush, figure: Figure, kind: Kind, coat: Colour, y: float) -> None:
    """Draw both ears of a head at height `y`."""
    inner = mixed(coat, CHEEK, 0.5)
    for side in (-1, 1):
        match kind.ears:
            case "round":
                b.oval(side * 0.19, y + 0.19, 0.085, 0.085, coat)
                b.oval(side * 0.19, y + 0.19, 0.05, 0.05, inner)
            case "small":
                b.oval(side * 0.2, y + 0.12, 0.055, 0.055, coat)
                b.oval(side * 0.2, y + 0.12, 0.03, 0.03, inner)
            case "large":
                b.oval(side * 0.22, y + 0.17, 0.135, 0.135, coat)
                b.oval(side * 0.22, y + 0.17, 0.085, 0.085, inner)
            case "pointed":
                b.shape([(side * 0.26, y + 0.05), (side * 0.24, y + 0.36), (side * 0.04, y + 0.2)], coat)
                b.shape([(side * 0.22, y + 0.12), (side * 0.215, y + 0.28), (side * 0.1, y + 0.19)], inner)
            case "tufted":
                b.shape([(side * 0.22, y + 0.1), (side * 0.2, y + 0.36), (side * 0.07, y + 0.18)], coat)
            case "long":
                lean = 12 * side
                b.oval(side * 0.12, y + 0.38, 0.065, 0.21, coat, -lean)
                b.oval(side * 0.12, y + 0.38, 0.035, 0.15, inner, -lean)
            case "hanging":
                b.oval(side * 0.25, y, 0.075, 0.17, darker(coat), 12 * side)
            case "leaf":
                b.oval(side * 0.27, y + 0.13, 0.11, 0.05, coat, 25 * side)
                if figure.kind in ("deer", "giraffe", "cow"):
                    b.curve([(side * 0.08, y + 0.18), (side * 0.11, y + 0.32)], darker(coat, 0.5), 0.03)
                    if figure.kind == "deer":
                        b.curve([(side * 0.1, y + 0.28), (side * 0.2, y + 0.38)], darker(coat, 0.5), 0.025)
            case "side":
                b.oval(side * 0.27, y, 0.08, 0.09, coat)
                b.oval(side * 0.27, y, 0.05, 0.06, kind.belly)
            case "fan":
                b.oval(side * 0.33, y + 0.02, 0.2, 0.22, darker(coat, 0.08))
                b.oval(side * 0.33, y + 0.02, 0.14, 0.16, inner)
            case "frog":
                b.oval(side * 0.16, y + 0.19, 0.1, 0.1, coat)
            case "horns":
                b.shape([(side * 0.06, y + 0.19), (side * 0.17, y + 0.38), (side * 0.17, y + 0.15)], (240, 226, 180))
            case "antenna":
                b.curve([(side * 0.1, y + 0.2), (side * 0.14, y + 0.34)], darker(coat), 0.022)
                b.oval(side * 0.14, y + 0.35, 0.035, 0.035, COLOURS["red"])


def tail(b: Brush, kind: Kind, coat: Colour) -> None:
    """Draw the tail; it comes first, the body hides its root."""
    match kind.tail:
        case "bushy":
            b.curve([(-0.18, 0.12), (-0.4, 0.14), (-0.5, 0.32), (-0.46, 0.5)], coat, 0.2)
            b.oval(-0.455, 0.52, 0.085, 0.12, WHITE)
        case "squirrel":
            b.curve([(-0.16, 0.1), (-0.42, 0.2), (-0.46, 0.55), (-0.34, 0.78), (-0.24, 0.7)], coat, 0.22)
        case "puff":
            b.oval(-0.26, 0.16, 0.085, 0.085, lighter(kind.belly))
        case "long":
            b.curve([(-0.18, 0.1), (-0.38, 0.1), (-0.46, 0.28), (-0.38, 0.44)], coat, 0.07)
        case "thin":
            b.curve([(-0.18, 0.08), (-0.36, 0.04), (-0.46, 0.16), (-0.56, 0.12)], mixed(coat, CHEEK, 0.4), 0.035)
        case "tuft":
            b.curve([(-0.18, 0.14), (-0.4, 0.2), (-0.42, 0.4)], coat, 0.045)
            b.oval(-0.42, 0.44, 0.06, 0.08, darker(coat, 0.5))
        case "hair":
            b.curve([(-0.2, 0.3), (-0.38, 0.26), (-0.4, 0.06)], darker(coat, 0.4), 0.12)
        case "curl":
            b.curve([(-0.24, 0.24), (-0.32, 0.3), (-0.34, 0.22), (-0.29, 0.22)], darker(coat, 0.15), 0.03)
        case "flat":
            b.oval(-0.34, 0.1, 0.18, 0.075, darker(coat, 0.45), -15)
        case "lizard":
            b.shape([(-0.12, 0.26), (-0.6, 0.03), (-0.1, 0.02)], coat)


def spikes(b: Brush, colour: Colour, dice: Random) -> None:
    """Draw the back of a hedgehog: a wreath of spikes behind body and head."""
    for ring, (radius, shade) in enumerate(((0.44, 0.0), (0.4, 0.12), (0.36, 0.24))):
        tone = lighter(colour, shade)
        for i in range(26):
            angle = math.radians(-62 + i * 304 / 25 + 5 * ring) + math.pi / 2
            long = radius * (1 + dice.uniform(-0.03, 0.05))
            x, y = math.cos(angle), math.sin(angle)
            centre = 0.52
            b.shape(
                [
                    (x * long, centre + y * long * 1.06),
                    (x * 0.24 - y * 0.045, centre + y * 0.3 + x * 0.045),
                    (x * 0.24 + y * 0.045, centre + y * 0.3 - x * 0.045),
                ],
                tone,
            )
    b.oval(0, 0.5, 0.31, 0.4, colour)
