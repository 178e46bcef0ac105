"""A brush that draws in a figure's own measure: x to its front, y upwards from its feet, 1 is its height."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from PIL.ImageDraw import ImageDraw

Colour = tuple[int, int, int]
Point = tuple[float, float]

NOSE: Colour = (62, 44, 48)
WHITE: Colour = (250, 246, 238)
CHEEK: Colour = (236, 150, 130)


def mixed(one: Colour, other: Colour, part: float) -> Colour:
    """Return a colour between two; 0 is the first, 1 the second."""
    return (
        round(one[0] + (other[0] - one[0]) * part),
        round(one[1] + (other[1] - one[1]) * part),
        round(one[2] + (other[2] - one[2]) * part),
    )


def darker(colour: Colour, part: float = 0.25) -> Colour:
    return mixed(colour, (40, 30, 45), part)


def lighter(colour: Colour, part: float = 0.35) -> Colour:
    return mixed(colour, (255, 250, 238), part)


@dataclass(frozen=True, slots=True)
class Brush:
    """Draws at a place of the picture; `size` is how many pixels the figure is high, `flip` -1 looks left."""

    draw: ImageDraw
    x: float
    y: float
    size: float
    flip: int = 1

    def at(self, x: float, y: float, scale: float = 1.0) -> Brush:
        """Return a brush for something that stands at a place of this figure."""
        return Brush(self.draw, *self._to((x, y)), self.size * scale, self.flip)

    def oval(self, x: float, y: float, rx: float, ry: float, colour: Colour, turn: float = 0.0) -> None:
        """Draw an ellipse about (x, y); `turn` in degrees, counter-clockwise on the figure's right."""
        if not turn:
            (px, py), sx, sy = self._to((x, y)), rx * self.size, ry * self.size
            self.draw.ellipse((px - sx, py - sy, px + sx, py + sy), fill=colour)
            return
        angle = math.radians(turn)
        points = []
        for step in range(32):
            around = 2 * math.pi * step / 32
            dx, dy = rx * math.cos(around), ry * math.sin(around)
            points.append(
                (x + dx * math.cos(angle) - dy * math.sin(angle), y + dx * math.sin(angle) + dy * math.cos(angle))
            )
        self.shape(points, colour)

    def shape(self, points: Sequence[Point], colour: Colour) -> None:
        """Draw a filled polygon."""
        self.draw.polygon([self._to(point) for point in points], fill=colour)

    def curve(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """Draw a soft line through points, with round ends."""
        smooth = _smoothed(points)
        pixels = [self._to(point) for point in smooth]
        thick = max(1, round(width * self.size))
        self.draw.line(pixels, fill=colour, width=thick, joint="curve")
        for px, py in (pixels[0], pixels[-1]):
            r = thick / 2
            self.draw.ellipse((px - r, py - r, px + r, py + r), fill=colour)

    def smile(self, x: float, y: float, width: float, bend: float, colour: Colour, thick: float) -> None:
        """Draw a mouth; a negative bend is a sad one."""
        half = width / 2
        self.curve([(x - half, y), (x, y - bend), (x + half, y)], colour, thick)

    def _to(self, point: Point) -> Point:
        return (self.x + self.flip * point[0] * self.size, self.y - point[1] * self.size)


def _smoothed(points: Sequence[Point]) -> list[Point]:
    """Return points on a Catmull-Rom curve through these."""
    if len(points) < 3:
        return list(points)
    padded = [points[0], *points, points[-1]]
    smooth: list[Point] = []
    for i in range(1, len(padded) - 2):
        p0, p1, p2, p3 = padded[i - 1 : i + 3]
        for step in range(8):
            t = step / 8
            smooth.append((_spline(p0[0], p1[0], p2[0], p3[0], t), _spline(p0[1], p1[1], p2[1], p3[1], t)))
    return [*smooth, points[-1]]


def _spline(a: float, b: float, c: float, d: float, t: float) -> float:
    return 0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t * t + (3 * b - a - 3 * c + d) * t**3)
