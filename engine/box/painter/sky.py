"""Everything above the horizon: washes of colour, clouds, sun, moon, stars, the rainbow."""

from __future__ import annotations

import math
from random import Random

from PIL import Image, ImageDraw, ImageFilter

from engine.box.painter import curves
from engine.box.painter.brush import Brush
from engine.box.painter.canvas import Canvas, wash
from engine.box.painter.colour import Colour, darker, lighter, mix
from engine.box.painter.light import Light
from engine.box.painter.wish import Wish

_SMALL = 12


def draw_sky(canvas: Canvas, wish: Wish, light: Light, horizon: float, dice: Random) -> None:
    """Paint the sky down to a little below the horizon and fill the rest with its lowest colour."""
    canvas.image.paste(light.sky[2], (0, 0, canvas.width, canvas.height))
    canvas.image.paste(wash(light.sky, (canvas.width, round(horizon * 1.06))), (0, 0))
    _washes(canvas, light, horizon, dice)
    space = wish.place == "space"
    if light.dark or space:
        _stars(
            canvas,
            horizon if not space else canvas.height,
            dice,
            many=space or _many_stars(wish),
            reach=0.34 if wish.place == "forest" else 0.8,
        )
    if space:
        _planets(canvas, dice)
    if wish.weather == "rainbow":
        _rainbow(canvas, light, horizon, dice)
    _sun(canvas, wish, light, horizon, dice)
    _clouds(canvas, wish, light, horizon, dice)


def _many_stars(wish: Wish) -> bool:
    return any(thing.kind == "star" and thing.count > 1 for thing in wish.things)


def _washes(canvas: Canvas, light: Light, horizon: float, dice: Random) -> None:
    """Let wet colour run: large spots without edges, lighter and darker."""
    size = (max(8, canvas.width // _SMALL), max(8, round(horizon) // _SMALL))
    for tone, strength in (
        (lighter(light.sky[1], 0.5 if not light.dark else 0.16), 120),
        (darker(light.sky[0], 0.12), 70),
    ):
        mask = Image.new("L", size)
        draw = ImageDraw.Draw(mask)
        for _ in range(9):
            x, y = dice.uniform(0, size[0]), dice.uniform(0, size[1])
            w, h = dice.uniform(0.12, 0.42) * size[0], dice.uniform(0.02, 0.08) * size[1]
            draw.ellipse((x - w, y - h, x + w, y + h), fill=strength)
        soft = mask.filter(ImageFilter.GaussianBlur(max(1.0, size[0] / 30)))
        canvas.image.paste(tone, (0, 0), soft.resize((canvas.width, round(horizon)), Image.Resampling.BICUBIC))


def _stars(canvas: Canvas, horizon: float, dice: Random, *, many: bool, reach: float) -> None:
    u = canvas.unit
    for _ in range(150 if many else 60):
        x, y = dice.uniform(0, canvas.width), dice.uniform(0, horizon * 0.95)
        r = u * dice.choice((0.16, 0.2, 0.26, 0.4))
        tone = mix((255, 244, 206), (198, 210, 246), dice.random() * 0.7)
        canvas.draw.ellipse((x - r, y - r, x + r, y + r), fill=tone)
    for _ in range(22 if many else 7):
        x, y = dice.uniform(0.04, 0.96) * canvas.width, dice.uniform(0.03, reach) * horizon
        r = u * dice.uniform(1.0, 2.0)
        arms = dice.choice((4, 5, 5))
        canvas.glow(x, y, r * 2.4, (150, 150, 130), 0.7)
        canvas.fill(
            curves.star(x, y, r, arms, 0.36 if arms == 4 else 0.46, dice.uniform(60, 120)),
            (255, 240, 190),
            outlined=False,
        )


def _planets(canvas: Canvas, dice: Random) -> None:
    u = canvas.unit
    tones: list[Colour] = [(222, 138, 106), (128, 168, 190), (206, 174, 212), (232, 196, 122)]
    for k, tone in enumerate(dice.sample(tones, 3)):
        x, y = canvas.width * (0.16 + 0.33 * k + dice.uniform(-0.06, 0.06)), canvas.height * dice.uniform(0.1, 0.42)
        r = u * dice.uniform(4, 10)
        canvas.model(curves.oval(x, y, r, r), tone, 0.4)
        for band in (-0.4, 0.1, 0.5):
            canvas.line(
                [(x - r * 0.7, y + r * band), (x, y + r * (band + 0.1)), (x + r * 0.7, y + r * band)],
                lighter(tone, 0.25),
                u * 0.5,
            )
        if k == 1:
            ring = [
                (x + 1.8 * r * math.cos(a / 10), y + 0.5 * r * math.sin(a / 10) + 0.3 * r * math.cos(a / 10))
                for a in range(-3, 35)
            ]
            canvas.line(ring, lighter(tone, 0.5), u * 0.7)


def _sun(canvas: Canvas, wish: Wish, light: Light, horizon: float, dice: Random) -> None:
    u = canvas.unit
    side = 0.2 if canvas.lit < 0 else 0.8
    if wish.weather == "sun" or (wish.time == "day" and wish.weather in ("", "rainbow", "wind")):
        x, y, r = canvas.width * side, horizon * dice.uniform(0.16, 0.26), u * (8.5 if wish.weather == "sun" else 6.5)
        canvas.glow(x, y, r * 4, (255, 226, 130), 0.6)
        for k in range(14):
            angle = math.tau * k / 14 + 0.1
            c, s = math.cos(angle), math.sin(angle)
            far = 1.75 if k % 2 else 1.5
            canvas.line(
                [(x + c * r * 1.25, y + s * r * 1.25), (x + c * r * far, y + s * r * far)], (252, 216, 112), u * 0.8
            )
        canvas.model(curves.oval(x, y, r, r), (253, 214, 100), 0.14)
    elif wish.time in ("morning", "evening") and wish.weather in ("", "wind", "rainbow", "clouds"):
        x, y, r = canvas.width * (side + dice.uniform(-0.05, 0.12)), horizon * 0.93, u * 10
        canvas.glow(x, y, r * 4.5, (255, 186, 110) if wish.time == "evening" else (255, 220, 170), 0.75)
        canvas.model(curves.oval(x, y, r, r), (255, 222, 150) if wish.time == "evening" else (255, 238, 190), 0.1)
    elif light.dark and wish.place != "space" and not any(thing.kind == "moon" for thing in wish.things):
        x, y, r = canvas.width * side, horizon * dice.uniform(0.17, 0.28), u * 5.4
        if wish.weather in ("", "wind", "snow"):
            canvas.glow(x, y, r * 4, (150, 150, 126), 0.7)
            crescent = [*_arc(x, y, r, -110, 110), *reversed(_arc(x - r * 0.62, y, r * 1.02, -84, 84))]
            canvas.fill(crescent, (252, 238, 190))


def _arc(x: float, y: float, r: float, start: int, end: int) -> list[curves.Point]:
    return [
        (x + r * math.cos(math.radians(a + 28)), y + r * math.sin(math.radians(a + 28)))
        for a in range(start, end + 1, 6)
    ]


def _clouds(canvas: Canvas, wish: Wish, light: Light, horizon: float, dice: Random) -> None:
    count = {"clouds": 7, "storm": 8, "rain": 6, "snow": 4, "fog": 2, "sun": 1, "wind": 4}.get(wish.weather, 2)
    if wish.place in ("space", "underwater") or (light.dark and not wish.weather):
        return
    if wish.place == "sky":
        count += 5
    base = lighter(light.sky[2], 0.6) if not light.dark else mix(light.sky[1], (150, 158, 200), 0.35)
    if wish.weather in ("rain", "storm"):
        base = mix(base, (132, 142, 160) if not light.dark else light.sky[0], 0.55 if wish.weather == "storm" else 0.35)
    for k in range(count):
        x = canvas.width * ((k + 0.5) / count + dice.uniform(-0.12, 0.12))
        y = horizon * (dice.uniform(0.1, 0.5) if count < 7 else dice.uniform(0.04, 0.34))
        cloud(
            canvas, x, y, canvas.unit * dice.uniform(9, 19), base, dice, stretch=1.5 if wish.weather == "wind" else 1.0
        )
    if wish.weather == "storm":
        x = canvas.width * dice.uniform(0.3, 0.75)
        bolt = [(0, 0), (-5, 12), (-0.5, 11), (-6, 26), (4, 9), (0, 10), (5, 0)]
        u = canvas.unit * horizon / canvas.unit / 46
        points = [(x + px * u, horizon * 0.24 + py * u) for px, py in bolt]
        canvas.glow(x, horizon * 0.5, horizon * 0.5, (200, 190, 150), 0.5)
        canvas.fill(points, (255, 234, 150))


def cloud(canvas: Canvas, x: float, y: float, r: float, tone: Colour, dice: Random, *, stretch: float = 1.0) -> None:
    """Paint a cloud with a flat foot, `r` half its width."""
    count = dice.randint(4, 6)
    puffs = []
    for k in range(count):
        at = 2 * (k + 0.5) / count - 1
        size = (0.5 - 0.24 * abs(at)) * dice.uniform(0.8, 1.15)
        puffs.append((at * (0.94 - size * 0.5), size))
    left, right = puffs[0][0] - puffs[0][1], puffs[-1][0] + puffs[-1][1]
    top = []
    for step in range(49):
        at = left + (right - left) * step / 48
        high = max(math.sqrt(max(0.0, size * size - (at - middle) ** 2)) for middle, size in puffs)
        top.append((x + at * r * stretch, y - high * r * 1.12))
    foot = [(x + (left + (right - left) * k) * r * stretch, y + r * 0.07) for k in (0.97, 0.8, 0.5, 0.2, 0.03)]
    canvas.model([*top, *foot], tone, 0.16, outlined=canvas.style in ("ink", "crayon"))


def _rainbow(canvas: Canvas, light: Light, horizon: float, dice: Random) -> None:
    u = canvas.unit
    x, y = canvas.width * dice.uniform(0.4, 0.6), horizon * 1.02
    radius = max(canvas.width * 0.62, horizon * 0.7)
    tones: list[Colour] = [
        (226, 96, 84),
        (240, 158, 80),
        (248, 216, 108),
        (134, 186, 110),
        (96, 160, 206),
        (150, 118, 186),
    ]
    for k, tone in enumerate(tones):
        r = radius - k * u * 2.4
        arc = [(x + r * math.cos(a * math.pi / 60), y - r * 0.92 * math.sin(a * math.pi / 60)) for a in range(61)]
        canvas.line(arc, mix(tone, light.sky[1], 0.28), u * 2.7)


def lit_brush(canvas: Canvas, light: Light, x: float, y: float, size: float, air: float = 0.0, flip: int = 1) -> Brush:
    """Return a brush for something of the land at a distance: 0 near, 1 out of sight."""
    return Brush(canvas, x, y, size, flip, light=light.land, haze=light.haze, air=air)
