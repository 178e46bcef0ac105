"""What falls and blows through the air, painted over everything."""

from __future__ import annotations

import math

from engine.box.painter import curves
from engine.box.painter.colour import SNOW, Colour, mix
from engine.box.painter.places import INDOORS
from engine.box.painter.scene import Scene

_PETALS: tuple[Colour, ...] = ((246, 196, 206), (250, 222, 226), (240, 170, 186))


def draw_weather(s: Scene) -> None:
    """Let it rain, snow, blow and bloom; under a roof nothing falls."""
    if s.wish.place in INDOORS or s.wish.place == "space":
        return
    match s.wish.weather:
        case "rain":
            _rain(s, 130, 0.12)
        case "storm":
            _rain(s, 150, 0.42)
            _gusts(s, 5)
        case "snow":
            _snow(s)
        case "fog":
            _fog(s)
        case "wind":
            _gusts(s, 7)
            _drift(s, s.light.foliage, 16)
        case "sun":
            for k in range(3):
                x = s.width * (0.1 + 0.3 * k)
                s.canvas.glow(x, s.height * 0.3, s.unit * 40, (80, 66, 30), 0.7)
    if s.wish.weather in ("snow", "rain", "storm"):
        return
    if s.wish.season == "autumn":
        _drift(s, s.light.foliage, 18)
    elif s.wish.season == "spring":
        _drift(s, _PETALS, 30)
    elif s.wish.season == "winter":
        _snow(s, 40)
    elif s.wish.season == "summer":
        for k in range(2):
            s.canvas.glow(s.width * (0.2 + 0.6 * k), s.height * 0.16, s.unit * 46, (92, 76, 34), 0.8)
    if s.light.dark and not s.wish.weather and s.wish.place not in ("space", "sea", "sky"):
        for _ in range(9):
            x, y = s.dice.uniform(0, s.width), s.dice.uniform(s.horizon * 0.8, s.height * 0.95)
            s.canvas.glow(x, y, s.unit * 2.6, (236, 220, 120), 0.8)
            s.canvas.fill(curves.oval(x, y, s.unit * 0.34, s.unit * 0.34), (255, 248, 196), outlined=False)


def _rain(s: Scene, count: int, slant: float) -> None:
    tone = mix(s.light.sky[2], SNOW, 0.55)
    for _ in range(count):
        x, y, long = (
            s.dice.uniform(-0.1, 1.1) * s.width,
            s.dice.uniform(-0.05, 1) * s.height,
            s.unit * s.dice.uniform(2.4, 6),
        )
        s.canvas.line([(x, y), (x - slant * long, y + long)], tone, s.unit * s.dice.choice((0.2, 0.28, 0.4)))
    for _ in range(22):
        x, y = s.dice.uniform(0, s.width), s.dice.uniform(s.foot - s.unit * 8, s.height)
        ring = curves.oval(x, y, s.unit * 2.2, s.unit * 0.7, 0, 16)
        s.canvas.line([*ring, ring[0]], tone, s.unit * 0.24)


def _snow(s: Scene, count: int = 120) -> None:
    for _ in range(count):
        x, y = s.dice.uniform(0, s.width), s.dice.uniform(0, s.height)
        r = s.unit * s.dice.choice((0.3, 0.45, 0.6, 1.0))
        if r > s.unit * 0.9:
            s.canvas.soft(x, y, r * 1.3, r * 1.3, SNOW, 0.9)
        else:
            s.canvas.fill(curves.oval(x, y, r, r, 0, 10), SNOW, outlined=False)


def _fog(s: Scene) -> None:
    mist = mix(s.light.haze, SNOW, 0.4 if not s.light.dark else 0.1)
    s.canvas.veil(mist, 0.34, 0.16)
    for _ in range(8):
        y = s.dice.uniform(s.horizon * 0.7, s.height * 0.92)
        s.canvas.soft(s.dice.uniform(0, 1) * s.width, y, s.width * 0.5, s.unit * s.dice.uniform(4, 9), mist, 0.6)


def _gusts(s: Scene, count: int) -> None:
    tone = mix(s.light.sky[2], SNOW, 0.6)
    u = s.unit
    for _ in range(count):
        x, y, long = s.dice.uniform(0, 0.7) * s.width, s.dice.uniform(0.08, 0.7) * s.height, u * s.dice.uniform(16, 32)
        curl = [(x + long + u * 4 * math.sin(a / 3), y - u * 4 + u * 4 * math.cos(a / 3)) for a in range(14)]
        s.canvas.line(curves.line([(x, y + u), (x + long * 0.4, y - u), *curl]), tone, u * 0.4)


def _drift(s: Scene, tones: tuple[Colour, ...], count: int) -> None:
    for k in range(count):
        aside = s.dice.choice((s.dice.uniform(0, 0.24), s.dice.uniform(0.76, 1)))
        x, y = s.width * (aside if k % 3 else s.dice.random()), s.height * s.dice.uniform(0, 0.95 if k % 3 else 0.4)
        b = s.brush(x, y, s.unit * s.dice.uniform(1.2, 2.6))
        b.dab(0, 0, 0.6, 0.3, s.dice.choice(tones), s.dice.uniform(0, 180))
