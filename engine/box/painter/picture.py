"""The whole picture: from a prompt and a seed to pixels, and what it looks like on its way."""

from __future__ import annotations

import hashlib
import math
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageFilter

from engine.box.painter.canvas import Canvas
from engine.box.painter.finish import finish
from engine.box.painter.light import light_of
from engine.box.painter.places import BARE, INDOORS, PLACES
from engine.box.painter.scene import Scene
from engine.box.painter.sky import draw_sky
from engine.box.painter.stage import populate
from engine.box.painter.understanding import understand
from engine.box.painter.weather import draw_weather
from engine.box.painter.wish import Wish
from engine.units import Px

_SHEET = 1_600_000
"""Pixels of the sheet painted on: twice the width and height of the usual picture, so that edges are smooth."""

_LARGEST = 4.0
_SMALLEST = 0.75
"""How many times larger than the picture the sheet is at most; for the largest pictures it is smaller, to be quick."""

_HORIZON = {"close": 0.6, "": 0.57, "wide": 0.6}
_FOOT = {"close": 0.945, "": 0.86, "wide": 0.84}


@dataclass(frozen=True, slots=True)
class Painting:
    """A finished picture that can also be looked at while it comes into being."""

    _finished: Image.Image
    _seed: int

    def image(self) -> Image.Image:
        """Return the picture, RGB, of exactly the size asked for."""
        return self._finished.copy()

    def preview(self, fraction: float, longest_side: Px = 512) -> Image.Image:
        """Return what a sampler shows at that part of its way: from coloured noise over soft shapes to the picture.

        Args:
            fraction: 0 to 1.
            longest_side: of the preview; never larger than the picture.
        """
        picture = self._finished.copy()
        picture.thumbnail((longest_side, longest_side))
        left = 1 - min(max(fraction, 0.0), 1.0)
        if not left:
            return picture
        soft = picture.filter(ImageFilter.GaussianBlur(left**1.6 * max(picture.size) / 14))
        dice = Random(self._seed)
        grain = max(2, max(picture.size) // 96)
        small = (max(1, picture.width // grain), max(1, picture.height // grain))
        noise = Image.frombytes("RGB", small, dice.randbytes(small[0] * small[1] * 3))
        return Image.blend(soft, noise.resize(picture.size, Image.Resampling.BILINEAR), 0.92 * left**1.5)


def paint(positive: str, negative: str, seed: int, width: Px, height: Px) -> Painting:
    """Draw a prompt; the same arguments give the same picture.

    Args:
        negative: what must not be seen.
        seed: another one gives another picture of the same.
        width: 1 and more.
        height: 1 and more.
    """
    wish = understand(positive, negative)
    dice = Random(seed)
    scale = min(_LARGEST, max(_SMALLEST, math.sqrt(_SHEET / (width * height))))
    sheet = Canvas(max(8, round(width * scale)), max(8, round(height * scale)), wish.style, dice.choice((-1, 1)))
    _paint(sheet, wish, dice)
    picture = sheet.image.resize((width, height), Image.Resampling.LANCZOS)
    grain = int.from_bytes(hashlib.sha256(f"{seed}/paper".encode()).digest()[:8])
    return Painting(finish(picture, wish.style, wish.palette, grain), grain)


def _paint(sheet: Canvas, wish: Wish, dice: Random) -> None:
    light = light_of(wish, dice)
    horizon = _HORIZON[wish.framing] + {"above": -0.24, "below": 0.13}.get(wish.angle, 0.0) + dice.uniform(-0.03, 0.03)
    foot = _FOOT[wish.framing] - (0.03 if wish.angle == "above" else 0.0)
    if wish.place in INDOORS:
        horizon = min(horizon, 0.68)
    scene = Scene(sheet, wish, light, dice, horizon * sheet.height, foot * sheet.height)
    if wish.place not in INDOORS:
        draw_sky(sheet, wish, light, scene.horizon, dice)
    PLACES[wish.place](scene)
    if light.dark and wish.place not in INDOORS:
        _moonlight(scene)
    populate(scene)
    if wish.place not in BARE:
        scene.corner_plants()
    draw_weather(scene)


def _moonlight(scene: Scene) -> None:
    """Brighten the place where the figures will stand, so that they are seen against it."""
    x, y = scene.width / 2, scene.foot - scene.unit * 18
    scene.canvas.glow(x, y, scene.unit * 78, (58, 66, 98), 0.9)
