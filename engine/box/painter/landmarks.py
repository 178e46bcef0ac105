"""What stands in a landscape: trees, flowers, houses, a castle."""

from __future__ import annotations

import math
from random import Random

from engine.box.painter.brush import Brush, darker, lighter, mixed
from engine.box.painter.light import Light
from engine.box.painter.understanding import Wish


def tree(b: Brush, wish: Wish, light: Light, dice: Random, haze: float = 0.0) -> None:
    """Draw a tree in the season's dress; `haze` fades it into the distance."""
    crowns = {"autumn": ((218, 128, 58), (206, 94, 54), (226, 172, 74)), "spring": ((242, 190, 204), (248, 214, 220))}
    crown = dice.choice(crowns.get(wish.season, ((94, 142, 82), (78, 128, 84), (112, 154, 80))))
    if wish.season == "winter" or wish.place == "snow":
        crown = dice.choice(((86, 124, 108), (220, 230, 236)))
    fade = light.on((188, 204, 190))
    crown, bark = mixed(light.on(crown), fade, haze), mixed(light.on((112, 82, 64)), fade, haze)
    if dice.random() < 0.4 and wish.season not in ("autumn", "spring"):
        b.shape([(-0.035, 0), (0.035, 0), (0.03, 0.3), (-0.03, 0.3)], bark)
        for i in range(4):
            foot, half = 0.16 + 0.19 * i, 0.24 - 0.045 * i
            b.shape([(-half, foot), (half, foot), (0, foot + 0.34)], mixed(crown, lighter(crown), 0.18 * i))
        return
    b.shape([(-0.055, 0), (0.055, 0), (0.035, 0.55), (-0.035, 0.55)], bark)
    b.curve([(0, 0.4), (0.1, 0.56)], bark, 0.03)
    for _ in range(9):
        angle, far = dice.uniform(0, 6.3), dice.uniform(0.0, 0.17)
        x, y = far * math.cos(angle) * 1.2, 0.7 + far * math.sin(angle)
        r = dice.uniform(0.11, 0.17)
        b.oval(x, y, r, r * 0.92, mixed(crown, lighter(crown), dice.uniform(0, 0.35) if y > 0.7 else 0))


def flower(b: Brush, light: Light, dice: Random) -> None:
    colour = light.on(dice.choice(((240, 236, 224), (236, 144, 158), (246, 206, 92), (206, 90, 84), (150, 130, 200))))
    b.curve([(0, 0), (0.06, 0.5), (0, 0.9)], light.on((96, 140, 76)), 0.09)
    for i in range(5):
        angle = i * 2 * math.pi / 5
        b.oval(0.2 * math.cos(angle), 0.95 + 0.2 * math.sin(angle), 0.16, 0.16, colour)
    b.oval(0, 0.95, 0.12, 0.12, light.on((246, 200, 84)))


def house(b: Brush, light: Light, dice: Random) -> None:
    wall = light.on(dice.choice(((244, 226, 196), (232, 198, 170), (206, 214, 220), (238, 214, 150))))
    roof = light.on(dice.choice(((186, 88, 66), (160, 96, 76), (110, 116, 140))))
    b.shape([(-0.36, 0), (0.36, 0), (0.36, 0.56), (-0.36, 0.56)], wall)
    b.shape([(-0.44, 0.54), (0.44, 0.54), (0, 1.0)], roof)
    b.shape([(-0.08, 0), (0.08, 0), (0.08, 0.28), (-0.08, 0.28)], light.on((130, 88, 64)))
    glass = (252, 220, 130) if light.is_dark or light.time == "evening" else light.on((196, 220, 230))
    for x in (-0.23, 0.23):
        b.shape([(x - 0.07, 0.26), (x + 0.07, 0.26), (x + 0.07, 0.42), (x - 0.07, 0.42)], glass)


def castle(b: Brush, light: Light) -> None:
    stone, roof = light.on((196, 188, 186)), light.on((150, 96, 120))
    b.shape([(-0.4, 0), (0.4, 0), (0.4, 0.5), (-0.4, 0.5)], stone)
    for x in (-0.42, 0, 0.42):
        top = 0.74 if x == 0 else 0.62
        b.shape([(x - 0.12, 0), (x + 0.12, 0), (x + 0.12, top), (x - 0.12, top)], darker(stone, 0.06))
        b.shape([(x - 0.16, top), (x + 0.16, top), (x, top + 0.28)], roof)
        b.oval(x, top - 0.16, 0.035, 0.06, light.on((88, 80, 100)))
    b.oval(0, 0.06, 0.09, 0.16, light.on((108, 78, 64)))
