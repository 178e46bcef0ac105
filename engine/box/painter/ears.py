"""Ears, horns and feelers of upright animals. Measured in half head heights about the head's middle."""

from __future__ import annotations

from engine.box.painter import curves
from engine.box.painter.brush import Brush
from engine.box.painter.colour import COLOURS, ROSE, SNOW, Colour, darker, mix
from engine.box.painter.kinds import Kind


def draw_ears(b: Brush, kind: Kind, coat: Colour, *, back: bool) -> None:
    """Draw the ears that sit behind the head, or those that hang before it."""
    inner = mix(mix(coat, ROSE, 0.55), SNOW, 0.2)
    for side in (-1, 1):
        if back:
            _upright_ear(b, kind.ears, side, coat, inner)
        elif kind.ears == "hanging":
            b.shape(
                [
                    (side * 0.72, 0.72),
                    (side * 1.06, 0.52),
                    (side * 1.32, -0.24),
                    (side * 1.12, -0.56),
                    (side * 0.88, -0.1),
                ],
                darker(coat, 0.32),
                0.25,
            )
        elif kind.ears == "flop":
            b.shape(
                [(side * 0.4, 0.78), (side * 0.86, 0.98), (side * 1.12, 0.42), (side * 0.78, 0.42)],
                darker(coat, 0.12),
                0.2,
            )


def _upright_ear(b: Brush, ears: str, side: int, coat: Colour, inner: Colour) -> None:
    match ears:
        case "round":
            b.oval(side * 0.74, 0.74, 0.36, 0.36, coat, form=0.25)
            b.oval(side * 0.72, 0.72, 0.2, 0.2, inner)
        case "small":
            b.oval(side * 0.68, 0.68, 0.24, 0.24, coat)
            b.oval(side * 0.68, 0.67, 0.13, 0.13, inner)
        case "large":
            b.oval(side * 0.82, 0.76, 0.56, 0.56, coat, form=0.25)
            b.oval(side * 0.82, 0.74, 0.38, 0.38, inner)
        case "pointed":
            b.shape(
                [(side * 0.22, 0.66), (side * 0.5, 1.2), (side * 0.8, 1.5), (side * 0.96, 1.1), (side * 0.98, 0.3)],
                coat,
                0.2,
            )
            b.shape(
                [(side * 0.42, 0.7), (side * 0.6, 1.04), (side * 0.76, 1.22), (side * 0.84, 0.9), (side * 0.84, 0.5)],
                inner,
            )
        case "tufted":
            b.shape(
                [(side * 0.3, 0.7), (side * 0.54, 1.16), (side * 0.76, 1.56), (side * 0.84, 1.0), (side * 0.86, 0.5)],
                coat,
                0.2,
            )
            b.shape([(side * 0.48, 0.74), (side * 0.62, 1.06), (side * 0.74, 0.9), (side * 0.76, 0.6)], inner)
        case "long":
            lean = -9 * side
            b.poly(curves.oval(side * 0.42, 1.56, 0.26, 0.92, lean), coat, 0.25)
            b.poly(curves.oval(side * 0.42, 1.54, 0.13, 0.7, lean), inner)
        case "side":
            b.oval(side * 1.08, 0.02, 0.34, 0.36, coat)
            b.oval(side * 1.08, 0.02, 0.2, 0.22, inner)
        case "horns":
            b.stroke(
                [(side * 0.4, 0.6), (side * 0.56, 1.1), (side * 0.8, 1.34)], [0.3, 0.2, 0.02], (244, 230, 190), 0.2
            )
        case "antenna" if side == 1:
            b.line([(0, 0.8), (0, 1.24)], 0.07, darker(coat))
            b.oval(0, 1.3, 0.16, 0.16, COLOURS["red"])
