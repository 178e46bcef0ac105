"""The sheet a picture is painted on, and what a wet, a dry and a pointed brush do to it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from PIL import Image, ImageChops, ImageDraw, ImageFilter

from engine.box.painter.colour import INK, Colour, brightness, darker, lighter, mix
from engine.box.painter.curves import Point

_COARSE = 5
"""Soft shading is computed on a sheet so many times smaller: nobody sees it, and it is twenty times faster."""


@cache
def _spot() -> Image.Image:
    """A round spot, full in its middle and nothing at its rim."""
    return Image.radial_gradient("L").point([max(0, round(255 - i * 1.42)) for i in range(256)])


class Canvas:
    """A sheet larger than the picture; `unit` is a hundredth of its shorter side, `lit` where light comes from."""

    def __init__(self, width: int, height: int, style: str, lit: int) -> None:
        self.image = Image.new("RGB", (width, height))
        self.draw = ImageDraw.Draw(self.image)
        self.width = width
        self.height = height
        self.unit = min(width, height) / 100
        self.style = style
        self.lit = lit

    def fill(self, points: Sequence[Point], colour: Colour, *, outlined: bool = True) -> None:
        """Lay down one flat colour; pen and pencil styles go round it."""
        if len(points) < 3:
            return
        self.draw.polygon(points, fill=colour)
        if outlined:
            self._outline(points, colour)

    def model(self, points: Sequence[Point], colour: Colour, depth: float = 0.3, *, outlined: bool = True) -> None:
        """Lay down a colour that is darker away from the light and lighter towards it."""
        box = self._box(points)
        if box is None:
            return
        x0, y0, x1, y1 = box
        size = (x1 - x0, y1 - y0)
        if min(size) < 3 * _COARSE:
            self.fill(points, colour, outlined=outlined)
            return
        mask = Image.new("L", size)
        ImageDraw.Draw(mask).polygon([(x - x0, y - y0) for x, y in points], fill=255)
        coarse = mask.resize((max(2, size[0] // _COARSE), max(2, size[1] // _COARSE)), Image.Resampling.BOX)
        reach = max(1.0, min(coarse.size) / 5)
        padded = Image.new("L", (coarse.width + 40, coarse.height + 40))
        padded.paste(coarse, (20, 20))
        soft = padded.filter(ImageFilter.GaussianBlur(reach))
        dx, dy = round(reach * 0.8) * self.lit, round(reach)
        away = ImageChops.offset(soft, dx, -dy).crop((20, 20, 20 + coarse.width, 20 + coarse.height))
        towards = ImageChops.offset(soft, -dx, dy).crop((20, 20, 20 + coarse.width, 20 + coarse.height))
        shade = away.point([round((255 - i) * min(1.0, depth * 1.9)) for i in range(256)])
        shine = towards.point([round((255 - i) * depth * 1.1) for i in range(256)])
        tile = Image.new("RGB", coarse.size, colour)
        tile.paste(lighter(colour, 0.55), mask=shine)
        tile.paste(darker(colour, 0.6), mask=shade)
        self.image.paste(tile.resize(size, Image.Resampling.BICUBIC), (x0, y0), mask)
        if outlined:
            self._outline(points, colour)

    def grade(self, points: Sequence[Point], top: Colour, bottom: Colour) -> None:
        """Lay down a wash that runs from one colour above to another below."""
        box = self._box(points)
        if box is None:
            return
        x0, y0, x1, y1 = box
        mask = Image.new("L", (x1 - x0, y1 - y0))
        ImageDraw.Draw(mask).polygon([(x - x0, y - y0) for x, y in points], fill=255)
        self.image.paste(wash([top, bottom], mask.size), (x0, y0), mask)

    def line(self, points: Sequence[Point], colour: Colour, width: float) -> None:
        """Draw a line with round ends, `width` in pixels of the sheet."""
        thick = max(1, round(width))
        self.draw.line(points, fill=colour, width=thick, joint="curve")
        if thick > 3:
            for x, y in (points[0], points[-1]):
                r = thick / 2 - 0.5
                self.draw.ellipse((x - r, y - r, x + r, y + r), fill=colour)

    def soft(self, x: float, y: float, rx: float, ry: float, colour: Colour, strength: float = 1.0) -> None:
        """Lay down a spot without an edge: a cheek, a shadow, mist."""
        size = (max(2, round(2 * rx)), max(2, round(2 * ry)))
        mask = _spot().resize(size, Image.Resampling.BILINEAR)
        if strength < 1:
            mask = mask.point([round(i * strength) for i in range(256)])
        self.image.paste(colour, (round(x - rx), round(y - ry)), mask)

    def glow(self, x: float, y: float, radius: float, colour: Colour, strength: float = 1.0) -> None:
        """Let light fall on what is there."""
        box = self._clip(x - radius, y - radius, x + radius, y + radius)
        if box is None:
            return
        size = (max(2, round(2 * radius / _COARSE)), max(2, round(2 * radius / _COARSE)))
        spot = _spot().point([round(i * i / 255 * strength) for i in range(256)]).resize(size)
        light = Image.composite(Image.new("RGB", size, colour), Image.new("RGB", size), spot)
        side = max(2, round(2 * radius))
        light = light.resize((side, side), Image.Resampling.BILINEAR)
        left, top = round(x - radius), round(y - radius)
        light = light.crop((box[0] - left, box[1] - top, box[2] - left, box[3] - top))
        self.image.paste(ImageChops.screen(self.image.crop(box), light), box)

    def veil(self, colour: Colour, top: float, bottom: float) -> None:
        """Lay a veil over everything: its strength, 0 to 1, at the top and at the bottom."""
        column = Image.new("L", (1, 64))
        column.putdata([round(255 * (top + (bottom - top) * i / 63)) for i in range(64)])
        self.image.paste(colour, mask=column.resize(self.image.size, Image.Resampling.BILINEAR))

    def _outline(self, points: Sequence[Point], colour: Colour) -> None:
        if self.style == "ink":
            tone, width = mix(INK, colour, 0.12), 0.46
        elif self.style == "crayon":
            tone, width = darker(colour, 0.42), 0.62
        elif self.style == "watercolor":
            tone, width = darker(colour, 0.16 if brightness(colour) > 90 else 0.1), 0.22
        else:
            return
        self.draw.line([*points, points[0], points[1]], fill=tone, width=max(1, round(width * self.unit)))

    def _box(self, points: Sequence[Point]) -> tuple[int, int, int, int] | None:
        xs = [x for x, _ in points]
        ys = [y for _, y in points]
        return self._clip(min(xs), min(ys), max(xs), max(ys))

    def _clip(self, x0: float, y0: float, x1: float, y1: float) -> tuple[int, int, int, int] | None:
        left, top = max(0, int(x0) - 1), max(0, int(y0) - 1)
        right, bottom = min(self.width, int(x1) + 2), min(self.height, int(y1) + 2)
        return (left, top, right, bottom) if right - left > 1 and bottom - top > 1 else None


def wash(colours: Sequence[Colour], size: tuple[int, int]) -> Image.Image:
    """Return a sheet that runs evenly through colours from top to bottom."""
    column = Image.new("RGB", (1, 96))
    last = len(colours) - 1
    pixels = []
    for i in range(96):
        at = i / 95 * last
        k = min(int(at), last - 1)
        pixels.append(mix(colours[k], colours[k + 1], at - k))
    column.putdata(pixels)
    return column.resize(size, Image.Resampling.BICUBIC)
