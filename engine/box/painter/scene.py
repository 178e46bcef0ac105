"""A place in its light: what hills, ground, trees and plants are painted with."""

from __future__ import annotations

import math
from dataclasses import dataclass
from random import Random

from engine.box.painter import curves, natural
from engine.box.painter.brush import Brush
from engine.box.painter.canvas import Canvas
from engine.box.painter.colour import COLOURS, Colour, darker, lighter, mix
from engine.box.painter.light import Light
from engine.box.painter.sky import lit_brush
from engine.box.painter.wish import Wish

BLOSSOMS: tuple[Colour, ...] = (
    (232, 120, 110),
    (248, 210, 96),
    (246, 242, 234),
    (186, 140, 196),
    (240, 160, 180),
    (126, 160, 212),
)


@dataclass(frozen=True, slots=True)
class Scene:
    """A sheet, a wish, a light; `horizon` is where the sky ends, `foot` where figures stand, in pixels from above."""

    canvas: Canvas
    wish: Wish
    light: Light
    dice: Random
    horizon: float
    foot: float

    @property
    def width(self) -> int:
        return self.canvas.width

    @property
    def height(self) -> int:
        return self.canvas.height

    @property
    def unit(self) -> float:
        return self.canvas.unit

    def brush(self, x: float, y: float, size: float, air: float = 0.0, flip: int = 1) -> Brush:
        """Return a brush for something at a place of the sheet, `size` pixels high."""
        return lit_brush(self.canvas, self.light, x, y, size, air, flip)

    def tone(self, colour: Colour, air: float = 0.0) -> Colour:
        """Return a colour of the land at a distance."""
        return self.brush(0, 0, 1, air).tone(colour)

    def leaf_tone(self) -> Colour:
        return self.dice.choice(self.light.foliage)

    def hills(self, count: int, colour: Colour | None = None, swing: float = 5.0) -> None:
        """Paint rows of hills, the far ones in haze."""
        base = colour or self.light.grass
        for k in range(count):
            air = 0.72 - 0.5 * k / max(1, count - 1) if count > 1 else 0.5
            level = self.horizon - self.unit * (count - 1 - k) * 4.5
            edge = curves.ridge(self.width, level, self.unit * swing * self.dice.uniform(0.7, 1.3), self.dice)
            tone = mix(base, COLOURS["blue"], 0.16 * (count - k) / count)
            outline = [*edge, (self.width * 1.05, self.height), (-self.width * 0.05, self.height)]
            self.canvas.grade(outline, self.tone(tone, air), self.tone(lighter(tone, 0.3), air))

    def ground(self, colour: Colour | None = None, level: float | None = None, swing: float = 2.0) -> None:
        """Paint the ground figures stand on, with a light place where they do."""
        base = colour or self.light.grass
        top = self.horizon if level is None else level
        edge = curves.ridge(self.width, top, self.unit * swing, self.dice, 2)
        near = darker(base, 0.2)
        outline = [*edge, (self.width * 1.05, self.height), (-self.width * 0.05, self.height)]
        self.canvas.grade(outline, self.tone(lighter(base, 0.16), 0.16), self.tone(near))
        for _ in range(26):
            y = top + (self.height - top) * (self.dice.random() ** 0.8)
            near_by = (y - top) / max(1.0, self.height - top)
            tone = lighter(base, 0.2) if self.dice.random() < 0.5 else darker(base, 0.14)
            w = self.unit * (4 + 16 * near_by) * self.dice.uniform(0.6, 1.4)
            self.canvas.soft(self.dice.uniform(0, self.width), y, w, w * 0.2, self.tone(tone), 0.5)
        bright = mix(self.tone(lighter(base, 0.42)), (255, 240, 200), 0.08)
        self.canvas.soft(self.width / 2, self.foot, self.width * 0.52, self.unit * 13, bright, 0.6)

    def tufts(self, count: int, colour: Colour | None = None, size: float = 3.0) -> None:
        """Paint tufts of grass, small and pale behind, large in front."""
        base = colour or self.light.grass
        spots = sorted(self.dice.uniform(0.04, 1) for _ in range(count))
        for depth in spots:
            y = self.horizon + (self.height - self.horizon) * depth
            x = self.dice.uniform(0, self.width)
            high = self.unit * size * (0.35 + depth)
            tone = self.tone(
                darker(base, 0.1 + 0.2 * self.dice.random()) if self.dice.random() < 0.7 else lighter(base, 0.3)
            )
            for lean in (-0.5, 0.0, 0.5):
                top = (x + lean * high * self.dice.uniform(0.5, 1), y - high * self.dice.uniform(0.7, 1.1))
                self.canvas.line([(x + lean * high * 0.14, y), top], tone, self.unit * (0.2 + 0.3 * depth))

    def blossoms(self, count: int, tones: tuple[Colour, ...] = BLOSSOMS) -> None:
        """Strew flowers over the ground."""
        spots = sorted(self.dice.uniform(0.08, 1) for _ in range(0 if self.light.snowy else count))
        for depth in spots:
            y = self.horizon + (self.height - self.horizon) * depth
            x = self.dice.uniform(0, self.width)
            size = self.unit * (1.6 + 6.4 * depth)
            b = self.brush(x, y, size)
            b.line([(0, 0), (0.05, 0.5)], 0.07, darker(self.light.grass, 0.3))
            if depth < 0.4:
                b.dab(0.05, 0.6, 0.24, 0.2, self.dice.choice(tones))
            else:
                natural.petals(b, 0.05, 0.66, 0.2, self.dice.choice(tones), 5)

    def fallen_leaves(self, count: int) -> None:
        """Strew leaves over the ground."""
        tones: tuple[Colour, ...] = ((222, 138, 56), (204, 92, 54), (232, 180, 72), (168, 108, 66))
        for _ in range(count):
            depth = self.dice.uniform(0.05, 1)
            y = self.horizon + (self.height - self.horizon) * depth
            size = self.unit * (1.0 + 2.2 * depth)
            b = self.brush(self.dice.uniform(0, self.width), y, size)
            turn = self.dice.uniform(0, 180)
            b.dab(0, 0, 0.62, 0.3, self.dice.choice(tones), turn)

    def trees(
        self, count: int, size: tuple[float, float], air: float, *, level: float | None = None, kinds: str = "mixed"
    ) -> None:
        """Paint a row of trees on the horizon; sizes in parts of the height."""
        order = list(range(count))
        self.dice.shuffle(order)
        for k in order:
            x = self.width * ((k + 0.5) / count + self.dice.uniform(-0.4, 0.4) / count)
            y = (self.horizon if level is None else level) + self.unit * self.dice.uniform(0.5, 3.0)
            self.plant(x, y, self.height * self.dice.uniform(*size), air, kinds)

    def plant(self, x: float, y: float, size: float, air: float = 0.0, kinds: str = "mixed") -> None:
        """Plant one tree."""
        b = self.brush(x, y, size, air, self.dice.choice((-1, 1)))
        which = self.dice.random()
        tone = self.leaf_tone()
        if kinds == "fir" or (kinds == "mixed" and which < 0.34):
            green = mix((78, 122, 88), tone, 0.18) if not self.light.snowy else (206, 220, 226)
            natural.fir(b, green, self.dice)
        elif kinds == "mixed" and which < 0.5:
            natural.birch(b, tone, self.dice)
        else:
            natural.tree(b, tone, self.dice)

    def trunks(self, count: int, air: float, width: tuple[float, float]) -> None:
        """Paint trunks that run out of the picture above."""
        for k in range(count):
            x = self.width * ((k + 0.5) / count + self.dice.uniform(-0.3, 0.3) / count)
            self.trunk(
                x, self.horizon + self.unit * self.dice.uniform(1, 4), self.unit * self.dice.uniform(*width), air
            )

    def trunk(self, x: float, y: float, wide: float, air: float = 0.0) -> None:
        """Paint one such trunk with roots and bark."""
        lean = self.dice.uniform(-0.4, 0.4) * wide
        bark = mix((116, 84, 68), (92, 84, 92), self.dice.random() * 0.6)
        points = [
            (x - wide * 1.1, y + wide * 0.2),
            (x - wide * 0.5, y - wide * 0.9),
            (x - wide * 0.42 + lean * 0.5, y * 0.5),
            (x - wide * 0.5 + lean, -wide),
            (x + wide * 0.5 + lean, -wide),
            (x + wide * 0.42 + lean * 0.5, y * 0.5),
            (x + wide * 0.52, y - wide * 0.9),
            (x + wide * 1.15, y + wide * 0.24),
            (x, y + wide * 0.06),
        ]
        self.canvas.model(curves.closed(points), self.tone(bark, air), 0.3)
        if air < 0.5:
            for _ in range(9):
                px, py = x + self.dice.uniform(-0.34, 0.34) * wide, self.dice.uniform(0.05, 0.93) * y
                mark = self.tone(darker(bark, 0.3) if self.dice.random() < 0.7 else lighter(bark, 0.2), air)
                self.canvas.line(
                    [(px, py), (px + self.dice.uniform(-0.06, 0.06) * wide, py + wide * self.dice.uniform(0.3, 0.9))],
                    mark,
                    self.unit * 0.3,
                )

    def canopy(self, air: float, deep: float) -> None:
        """Paint a roof of leaves along the upper edge."""
        for k in range(7):
            x = self.width * (k / 6 + self.dice.uniform(-0.05, 0.05))
            drop = self.unit * deep * (0.5 + abs(k - 3) / 3.2) * self.dice.uniform(0.8, 1.15)
            tone = mix(self.leaf_tone(), darker(self.leaf_tone()), self.dice.random() * 0.5)
            r = self.width * 0.14
            self.canvas.model(
                curves.lobed(x, -r * 0.2, r * 1.1, drop + r * 0.2, 9, self.dice, 0.09), self.tone(tone, air), 0.3
            )
        for _ in range(60):
            x, y = self.dice.uniform(0, self.width), self.unit * deep * self.dice.uniform(0, 1.1)
            b = self.brush(x, y, self.unit * 2, air)
            b.dab(0, 0, 0.5, 0.28, self.leaf_tone(), self.dice.uniform(0, 180))

    def path(self, colour: Colour = (226, 202, 158)) -> None:
        """Paint a way that winds to the horizon."""
        end = self.width * self.dice.uniform(0.3, 0.7)
        start = self.width * self.dice.uniform(0.35, 0.65)
        middle = (end + start) / 2 + self.width * self.dice.choice((-0.2, 0.2))
        spine = [
            (start, self.height * 1.2),
            (middle, (self.height + self.horizon * 1.3) / 2.3),
            ((end + middle) / 2 + self.unit * 5, self.horizon + self.unit * 7),
            (end, self.horizon - self.unit * 0.5),
        ]
        self.canvas.grade(
            curves.ribbon(spine, [self.unit * 36, self.unit * 20, self.unit * 9, self.unit * 2]),
            self.tone(lighter(colour), 0.2),
            self.tone(colour),
        )

    def corner_plants(self) -> None:
        """Frame the picture below with large leaves and grasses, out of the way of the figures."""
        dark = self.tone(darker(mix(self.light.grass, (86, 126, 92), 0.6), 0.16))
        if self.light.snowy:
            dark = self.tone((186, 202, 216))
        for side in (-1, 1):
            x0 = 0.0 if side < 0 else float(self.width)
            for _ in range(self.dice.randint(7, 11)):
                x = x0 - side * self.unit * self.dice.uniform(-4, 15)
                high = self.unit * self.dice.uniform(7, 17)
                lean = -side * self.unit * self.dice.uniform(-3, 9)
                blade = curves.ribbon(
                    [(x, self.height + 4), (x + lean * 0.3, self.height - high * 0.6), (x + lean, self.height - high)],
                    [self.unit * 1.9, self.unit * 1.3, 0.2],
                )
                self.canvas.fill(blade, mix(dark, self.tone(self.light.grass), self.dice.random() * 0.6))
            self._fern(x0 - side * self.unit * 3, side)

    def _fern(self, x: float, side: int) -> None:
        b = self.brush(x, self.height + self.unit * 2, self.unit * self.dice.uniform(15, 23), 0, -side)
        tone = mix(darker(self.light.grass, 0.3), (70, 116, 86), 0.5) if not self.light.snowy else (196, 212, 224)
        for turn in (-16, 18):
            f = b.at(0, 0, 1, turn)
            for k in range(7):
                y = 0.2 + 0.11 * k
                w = 0.24 * math.sin(math.pi * (k + 1.6) / 9.5)
                for way in (-1, 1):
                    f.shape(
                        [(0.0, y), (way * w * 0.6, y + 0.09), (way * w, y + 0.1), (way * w * 0.5, y + 0.01)],
                        mix(tone, lighter(tone), 0.08 * k),
                    )
            f.line([(0, 0), (0.01, 0.5), (0, 0.98)], 0.02, darker(tone, 0.2))
