"""A room or a kitchen instead of a landscape."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageDraw

from engine.box.painter.brush import Brush, darker
from engine.box.painter.light import SKIES, Light, gradient
from engine.box.painter.understanding import Wish


def indoors(size: tuple[int, int], wish: Wish, light: Light, horizon: float, dice: Random) -> Image.Image:
    """Return a room: wall, window, floor, and a bed or a stove."""
    width, height = size
    wall = light.on(dice.choice(((244, 224, 190), (214, 226, 216), (240, 212, 204), (220, 220, 236))))
    picture = gradient(size, darker(wall, 0.06), wall)
    draw = ImageDraw.Draw(picture)
    for i in range(24):
        draw.line((i * width / 23, 0, i * width / 23, horizon * height), fill=darker(wall, 0.035), width=width // 90)
    draw.rectangle((0, horizon * height, width, height), fill=light.on((190, 142, 100)))
    for i in range(1, 6):
        y = (horizon + (1 - horizon) * i / 6) * height
        draw.line((0, y, width, y), fill=light.on((168, 122, 84)), width=max(1, height // 300))
    left = dice.random() < 0.5
    x0 = (0.1 if left else 0.58) * width
    window = (x0, 0.12 * height, x0 + 0.32 * width, 0.4 * height)
    sky = SKIES[light.time]
    draw.rectangle(window, fill=sky[0])
    if light.is_dark:
        for _ in range(10):
            x, y = dice.uniform(window[0], window[2]), dice.uniform(window[1], window[3])
            draw.ellipse((x - 2, y - 2, x + 2, y + 2), fill=(250, 240, 200))
    frame = light.on((250, 244, 230))
    draw.rectangle(window, outline=frame, width=width // 60)
    middle = (window[0] + window[2]) / 2
    draw.line((middle, window[1], middle, window[3]), fill=frame, width=width // 90)
    for side in (window[0], window[2]):
        draw.ellipse((side - 0.06 * width, window[1] - 0.02 * height, side + 0.06 * width, window[3] + 0.06 * height),
                     fill=light.on((206, 104, 92)))  # fmt: skip
    b = Brush(draw, (0.8 if left else 0.22) * width, (horizon + 0.05) * height, 0.3 * height)
    if wish.place == "kitchen":
        b.shape([(-0.5, 0), (0.5, 0), (0.5, 0.55), (-0.5, 0.55)], light.on((150, 172, 176)))
        b.shape([(-0.34, 0.1), (0.34, 0.1), (0.34, 0.4), (-0.34, 0.4)], light.on((70, 66, 76)))
        b.oval(0, 0.22, 0.2, 0.1, (246, 168, 84))
        for x in (-0.3, 0.0, 0.3):
            b.oval(x, 0.48, 0.035, 0.035, light.on((240, 236, 226)))
    else:
        b.shape([(-0.6, 0.05), (0.6, 0.05), (0.6, 0.3), (-0.6, 0.3)], light.on((152, 104, 70)))
        b.oval(0, 0.32, 0.6, 0.13, light.on((106, 150, 186)))
        b.oval(-0.42, 0.42, 0.18, 0.1, light.on((250, 246, 236)))
    draw.ellipse((0.2 * width, (horizon + 0.16) * height, 0.8 * width, (horizon + 0.3) * height),
                 fill=light.on((198, 108, 96)))  # fmt: skip
    return picture
