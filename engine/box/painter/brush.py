"""A brush that draws in a figure's own measure: x to its front, y upwards from its feet, 1 is its height."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from engine.box.painter import curves
from engine.box.painter.canvas import Canvas
from engine.box.painter.colour import Colour, glazed, mix
from engine.box.painter.curves import Point


@dataclass(frozen=True, slots=True)
class Brush:
    """Draws at a place of the sheet.

    `size` is how many pixels the figure is high, `flip` -1 looks left, `turn` leans back (degrees), `light` is the
    wash the hour lays over all colours.
    """

    canvas: Canvas
    x: float
    y: float
    size: float
    flip: int = 1
    turn: float = 0.0
    light: Colour = (255, 255, 255)
    haze: Colour = (255, 255, 255)
    air: float = 0.0
    """How much of the haze lies before what is drawn: 0 near, 1 out of sight."""

    def at(self, x: float, y: float, scale: float = 1.0, turn: float = 0.0) -> Brush:
        """Return a brush whose origin is a place of this figure."""
        px, py = self.pixel((x, y))
        return replace(self, x=px, y=py, size=self.size * scale, turn=self.turn + turn)

    def pixel(self, point: Point) -> Point:
        """Return where on the sheet a place of the figure is."""
        x, y = point
        if self.turn:
            cos, sin = math.cos(math.radians(self.turn)), math.sin(math.radians(self.turn))
            x, y = x * cos - y * sin, x * sin + y * cos
        return (self.x + self.flip * x * self.size, self.y - y * self.size)

    def tone(self, colour: Colour) -> Colour:
        """Return a colour as it looks at this hour and distance."""
        seen = glazed(colour, self.light)
        return mix(seen, self.haze, self.air) if self.air else seen

    def oval(
        self, x: float, y: float, rx: float, ry: float, colour: Colour, turn: float = 0.0, form: float = 0.0
    ) -> None:
        """Draw an ellipse; `form` above 0 gives it roundness."""
        self.poly(curves.oval(x, y, rx, ry, turn), colour, form)

    def shape(self, points: Sequence[Point], colour: Colour, form: float = 0.0) -> None:
        """Draw a soft outline through points and fill it."""
        self.poly(curves.closed(points), colour, form)

    def both(self, points: Sequence[Point], colour: Colour, form: float = 0.0) -> None:
        """Draw a soft outline given by its right half, from top to bottom."""
        self.shape([*points, *[(-x, y) for x, y in reversed(points) if x]], colour, form)

    def poly(self, points: Sequence[Point], colour: Colour, form: float = 0.0) -> None:
        """Draw a filled outline as given."""
        pixels = [self.pixel(point) for point in points]
        if form:
            self.canvas.model(pixels, self.tone(colour), form)
        else:
            self.canvas.fill(pixels, self.tone(colour))

    def dab(self, x: float, y: float, rx: float, ry: float, colour: Colour, turn: float = 0.0) -> None:
        """Draw a small ellipse without an outline."""
        points = [self.pixel(point) for point in curves.oval(x, y, rx, ry, turn, 16)]
        self.canvas.fill(points, self.tone(colour), outlined=False)

    def stroke(self, points: Sequence[Point], widths: Sequence[float], colour: Colour, form: float = 0.0) -> None:
        """Draw a brush stroke whose width changes on its way; round at both ends."""
        self.poly(curves.ribbon(points, widths), colour, form)

    def limb(self, points: Sequence[Point], width: float, colour: Colour, form: float = 0.0) -> None:
        """Draw an arm, a leg, a pole: even and round at its ends."""
        spine = curves.line(points)
        outline = curves.ribbon(spine, [width, width])
        half = len(outline) // 2
        far = _cap(outline[half - 1], outline[half])
        near = _cap(outline[-1], outline[0])
        self.poly([*outline[:half], *far, *outline[half:], *near], colour, form)

    def line(self, points: Sequence[Point], width: float, colour: Colour) -> None:
        """Draw a soft thin line."""
        pixels = [self.pixel(point) for point in curves.line(points)]
        self.canvas.line(pixels, self.tone(colour), width * self.size)

    def soft(self, x: float, y: float, rx: float, ry: float, colour: Colour, strength: float = 1.0) -> None:
        """Draw a spot without an edge."""
        px, py = self.pixel((x, y))
        self.canvas.soft(px, py, rx * self.size, ry * self.size, self.tone(colour), strength)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float = 1.0) -> None:
        """Shine; the hour does not dim a light."""
        px, py = self.pixel((x, y))
        self.canvas.glow(px, py, radius * self.size, colour, strength)

    def bright(self) -> Brush:
        """Return a brush for what shines by itself."""
        return replace(self, light=(255, 255, 255), air=self.air / 3)

    def fur(
        self,
        x: float,
        y: float,
        rx: float,
        ry: float,
        colour: Colour,
        dice: Random,
        count: int = 26,
        long: float = 0.05,
    ) -> None:
        """Draw short hairs within an ellipse, hanging down and out."""
        for _ in range(count):
            angle, far = dice.random() * math.tau, math.sqrt(dice.random()) * 0.9
            dx, dy = far * math.cos(angle), far * math.sin(angle)
            px, py = x + rx * dx, y + ry * dy
            self.line([(px, py), (px + long * 0.35 * dx, py - long)], 0.011, colour)


def _cap(one: Point, other: Point) -> list[Point]:
    """Return a half circle from one point to another, to the right of the way."""
    x, y = (one[0] + other[0]) / 2, (one[1] + other[1]) / 2
    dx, dy = one[0] - x, one[1] - y
    cap = []
    for step in range(1, 8):
        angle = -math.pi * step / 8
        cap.append((x + dx * math.cos(angle) - dy * math.sin(angle), y + dx * math.sin(angle) + dy * math.cos(angle)))
    return cap
