"""Sky and land: the room a picture gives its figures."""

from __future__ import annotations

import math
from random import Random

from PIL import Image, ImageDraw

from engine.box.painter.brush import Brush, Colour, darker, mixed
from engine.box.painter.indoors import indoors
from engine.box.painter.landmarks import castle, flower, house, tree
from engine.box.painter.light import NIGHT_TINT, SKIES, Light, gradient, light_of
from engine.box.painter.understanding import Wish

_GROUNDS: dict[str, Colour] = {
    "forest": (108, 146, 88),
    "meadow": (142, 186, 98),
    "garden": (134, 180, 98),
    "village": (206, 190, 156),
    "beach": (240, 218, 166),
    "sea": (72, 138, 170),
    "pond": (122, 168, 98),
    "river": (134, 178, 100),
    "mountain": (146, 158, 140),
    "hill": (132, 176, 96),
    "snow": (238, 242, 248),
    "sky": (226, 232, 248),
    "farm": (176, 176, 100),
    "cave": (116, 98, 92),
    "playground": (196, 190, 120),
    "castle": (138, 172, 106),
    "underwater": (196, 186, 146),
    "desert": (236, 200, 134),
    "station": (170, 166, 160),
}
_AUTUMN: Colour = (196, 144, 78)


def backdrop(size: tuple[int, int], wish: Wish, horizon: float, dice: Random) -> Image.Image:
    """Return everything behind the figures.

    Args:
        horizon: height of the ground's edge as a part of the picture's, from above.
    """
    light = light_of(wish)
    if wish.indoors:
        return indoors(size, wish, light, horizon, dice)
    sky = ((52, 118, 160), (128, 196, 204)) if wish.place == "underwater" else SKIES[light.time]
    if wish.weather in ("rain", "storm", "clouds", "fog"):
        sky = (mixed(sky[0], (120, 128, 140), 0.5), mixed(sky[1], (190, 194, 198), 0.5))
    picture = gradient(size, *sky)
    draw = ImageDraw.Draw(picture)
    _heavens(draw, size, wish, light, horizon, dice)
    ground = _GROUNDS.get(wish.place, (142, 182, 102))
    if wish.season == "autumn" and wish.place in ("", "forest", "meadow", "hill", "garden"):
        ground = mixed(ground, _AUTUMN, 0.45)
    if "winter" in (wish.season, "winter" if wish.place == "snow" or wish.weather == "snow" else ""):
        ground = _GROUNDS["snow"]
    ground = light.on(ground)
    _far(draw, size, wish, light, horizon, ground, sky[1], dice)
    _near(draw, size, wish, light, horizon, ground, dice)
    return _seen_from_a_cave(picture, horizon, dice) if wish.place == "cave" else picture


def _seen_from_a_cave(picture: Image.Image, horizon: float, dice: Random) -> Image.Image:
    """Frame a landscape with the mouth of a cave."""
    width, height = picture.size
    middle = dice.uniform(0.42, 0.58) * width
    mouth = Image.new("L", picture.size, 0)
    ImageDraw.Draw(mouth).ellipse(
        (middle - 0.34 * width, 0.2 * height, middle + 0.34 * width, (2 * horizon - 0.14) * height), fill=255
    )
    ImageDraw.Draw(mouth).rectangle((0, (horizon + 0.02) * height, width, height), fill=255)
    return Image.composite(picture, gradient(picture.size, (58, 50, 58), (96, 82, 82)), mouth)


def _heavens(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], wish: Wish, light: Light, horizon: float, dice: Random
) -> None:
    width, height = size
    if wish.place == "underwater":
        for _ in range(14):
            x, y, r = dice.uniform(0, width), dice.uniform(0, height), dice.uniform(0.006, 0.016) * width
            draw.ellipse((x - r, y - r, x + r, y + r), outline=(206, 234, 238), width=max(1, width // 300))
        return
    x, y = dice.uniform(0.16, 0.84) * width, dice.uniform(0.1, 0.2) * height
    if light.is_dark:
        for _ in range(70 if wish.weather not in ("rain", "storm", "fog") else 12):
            sx, sy = dice.uniform(0, width), dice.uniform(0, horizon * height)
            r = dice.choice((0.0016, 0.0022, 0.004)) * height
            draw.ellipse(
                (sx - r, sy - r, sx + r, sy + r), fill=mixed((250, 240, 200), NIGHT_TINT, dice.uniform(0, 0.4))
            )
        r = 0.085 * width
        for ring in (2.1, 1.7, 1.35):
            draw.ellipse((x - r * ring, y - r * ring, x + r * ring, y + r * ring), fill=_glow(draw, x, y, ring))
        draw.ellipse((x - r, y - r, x + r, y + r), fill=(252, 240, 196))
        for dx, dy, cr in ((-0.3, 0.2, 0.16), (0.28, -0.25, 0.2), (0.2, 0.42, 0.12)):
            draw.ellipse(
                (x + (dx - cr) * r, y + (dy - cr) * r, x + (dx + cr) * r, y + (dy + cr) * r), fill=(240, 222, 170)
            )
    elif wish.weather not in ("rain", "storm", "snow", "fog", "clouds"):
        low = light.time in ("evening", "morning")
        y = (horizon - 0.08) * height if low else y
        r = 0.095 * width
        sun = (255, 206, 112) if not low else (255, 186, 112)
        for ring in (1.9, 1.45):
            draw.ellipse((x - r * ring, y - r * ring, x + r * ring, y + r * ring), fill=_glow(draw, x, y, ring))
        draw.ellipse((x - r, y - r, x + r, y + r), fill=sun)
    if wish.weather == "rainbow":
        colours = ((214, 84, 74), (240, 152, 74), (248, 214, 104), (134, 188, 110), (104, 152, 208), (150, 116, 182))
        for i, colour in enumerate(colours):
            r = (0.62 - 0.03 * i) * width
            box = (width / 2 - r, horizon * height * 1.05 - r, width / 2 + r, horizon * height * 1.05 + r)
            draw.arc(box, 180, 360, fill=light.on(colour), width=round(0.032 * width))
    cloudy = wish.weather in ("rain", "storm", "clouds", "snow", "wind") or wish.place == "sky"
    cloud = (176, 182, 192) if wish.weather in ("rain", "storm") else (252, 250, 246)
    for _ in range(6 if cloudy else 0 if light.is_dark else 3):
        _cloud(draw, dice.uniform(0, width), dice.uniform(0.04, 0.34) * height, dice.uniform(0.08, 0.15) * width,
               light.on(cloud), dice)  # fmt: skip


def _glow(draw: ImageDraw.ImageDraw, x: float, y: float, ring: float) -> Colour:
    """Return the colour of a halo: a little lighter than the sky it stands in."""
    image = draw._image
    here = image.getpixel((min(max(int(x), 0), image.width - 1), min(max(int(y), 0), image.height - 1)))
    sky = here if isinstance(here, tuple) else (0, 0, 0)
    return mixed((sky[0], sky[1], sky[2]), (255, 240, 190), 0.1 + 0.1 * (2.2 - ring))


def _cloud(draw: ImageDraw.ImageDraw, x: float, y: float, r: float, colour: Colour, dice: Random) -> None:
    for dx, scale in ((-1.0, 0.55), (-0.45, 0.8), (0.1, 1.0), (0.6, 0.75), (1.1, 0.5)):
        s = r * scale * dice.uniform(0.9, 1.1)
        draw.ellipse((x + dx * r - s, y - s * 0.62, x + dx * r + s, y + s * 0.62), fill=colour)


def _hills(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], top: float, wave: float, colour: Colour, dice: Random
) -> None:
    width, height = size
    phase, length = dice.uniform(0, 6.3), dice.uniform(1.2, 2.4)
    points = [(0.0, float(height))]
    for step in range(41):
        x = step / 40
        y = top + wave * (math.sin(phase + x * length * 2.6) + 0.4 * math.sin(phase * 2 + x * length * 6.1))
        points.append((x * width, y * height))
    draw.polygon([*points, (float(width), float(height))], fill=colour)


def _far(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], wish: Wish, light: Light, horizon: float, ground: Colour,
    haze: Colour, dice: Random,
) -> None:  # fmt: skip
    width, height = size
    if wish.place == "sky":
        return
    far = mixed(ground, haze, 0.55)
    if wish.place in ("mountain", "snow"):
        for x, top in ((0.2, 0.28), (0.78, 0.22), (0.5, 0.36)):
            x += dice.uniform(-0.06, 0.06)
            peak, foot = (x * width, top * height), horizon * height + 10
            wide = 0.36 * width
            draw.polygon([(peak[0] - wide, foot), peak, (peak[0] + wide, foot)], fill=light.on((136, 144, 162)))
            cap = 0.3
            draw.polygon(
                [(peak[0] - wide * cap, peak[1] + (foot - peak[1]) * cap), peak,
                 (peak[0] + wide * cap, peak[1] + (foot - peak[1]) * cap), (peak[0], peak[1] + (foot - peak[1]) * 0.2)],
                fill=light.on((246, 248, 252)),
            )  # fmt: skip
    elif wish.place == "sea" or wish.place == "beach":
        draw.rectangle((0, (horizon - 0.08) * height, width, height), fill=light.on((86, 150, 182)))
        for i in range(5):
            y = (horizon - 0.07 + 0.018 * i) * height
            draw.line((0, y, width, y), fill=light.on((126, 180, 204)), width=max(1, height // 500))
    else:
        _hills(draw, size, horizon - 0.1, 0.035, far, dice)
        _hills(draw, size, horizon - 0.045, 0.025, mixed(ground, haze, 0.3), dice)
    if wish.place == "forest":
        for i in range(11):
            x = (i + dice.uniform(0.1, 0.9)) / 11 * width
            tree(Brush(draw, x, (horizon + 0.01) * height, dice.uniform(0.3, 0.46) * height), wish, light, dice, 0.35)
    if wish.place in ("village", "farm", "station"):
        for i in range(4):
            x = (i + 0.5 + dice.uniform(-0.14, 0.14)) / 4 * width
            house(Brush(draw, x, (horizon + 0.01) * height, dice.uniform(0.17, 0.26) * height), light, dice)
    if wish.place == "castle":
        castle(Brush(draw, dice.uniform(0.35, 0.65) * width, horizon * height, 0.36 * height), light)


def _near(
    draw: ImageDraw.ImageDraw,
    size: tuple[int, int],
    wish: Wish,
    light: Light,
    horizon: float,
    ground: Colour,
    dice: Random,
) -> None:
    width, height = size
    if wish.place == "sky":
        for i in range(9):
            _cloud(
                draw, i / 8 * width, dice.uniform(0.86, 0.98) * height, 0.16 * width, light.on((250, 250, 252)), dice
            )
        return
    _hills(draw, size, horizon, 0.012, ground, dice)
    _hills(draw, size, horizon + 0.16, 0.012, darker(ground, 0.07), dice)
    if wish.place in ("pond", "river"):
        _water(draw, size, wish, light, horizon, dice)
    sides = [dice.uniform(0.02, 0.15), dice.uniform(0.85, 0.98)]
    if wish.place in ("forest", "garden", "meadow", "hill", "") or any(thing == "tree" for thing, _ in wish.things):
        for x in sides if wish.place == "forest" else sides[: dice.choice((1, 1, 2))]:
            size_ = dice.uniform(0.52, 0.7) * height
            tree(Brush(draw, x * width, (horizon + 0.07) * height, size_), wish, light, dice)
    _growth(draw, size, wish, light, horizon, ground, dice)


def _water(
    draw: ImageDraw.ImageDraw, size: tuple[int, int], wish: Wish, light: Light, horizon: float, dice: Random
) -> None:
    width, height = size
    blue = light.on((98, 158, 188))
    if wish.place == "pond":
        box = (-0.05 * width, (horizon + 0.02) * height, 0.8 * width, (horizon + 0.15) * height)
        if dice.random() < 0.5:
            box = (width - box[2], box[1], width - box[0], box[3])
        draw.ellipse(box, fill=blue)
        for _ in range(5):
            x, y = (
                dice.uniform(box[0] + 0.1 * width, box[2] - 0.1 * width),
                dice.uniform(box[1] + 0.03 * height, box[3] - 0.03 * height),
            )
            r = 0.025 * width
            draw.ellipse((x - r, y - r * 0.4, x + r, y + r * 0.4), fill=light.on((106, 160, 86)))
        for _ in range(9):
            x, foot = dice.choice((box[0], box[2])) + dice.uniform(-0.1, 0.1) * width, (horizon + 0.1) * height
            b = Brush(draw, x, foot, 0.14 * height)
            b.curve([(0, 0), (0.04, 0.5), (0.02, 1.0)], light.on((104, 138, 72)), 0.05)
            b.oval(0.02, 0.92, 0.04, 0.13, light.on((124, 84, 56)))
    else:
        _river(draw, size, horizon, blue, dice)


def _river(draw: ImageDraw.ImageDraw, size: tuple[int, int], horizon: float, blue: Colour, dice: Random) -> None:
    """Let a river wind towards the reader, wider as it comes near."""
    width, height = size
    source, swing, phase = dice.uniform(0.35, 0.65), dice.uniform(0.1, 0.16), dice.choice((0.0, math.pi))
    banks: tuple[list[tuple[float, float]], list[tuple[float, float]]] = ([], [])
    for step in range(33):
        near = (step / 32) ** 1.6
        middle = source + swing * math.sin(phase + 5.2 * (step / 32)) * (0.3 + near)
        half = 0.012 + 0.17 * near
        y = (horizon + 0.015 + (1.02 - horizon) * near) * height
        banks[0].append(((middle - half) * width, y))
        banks[1].append(((middle + half) * width, y))
    draw.polygon([*banks[0], *reversed(banks[1])], fill=blue)


def _growth(
    draw: ImageDraw.ImageDraw,
    size: tuple[int, int],
    wish: Wish,
    light: Light,
    horizon: float,
    ground: Colour,
    dice: Random,
) -> None:
    """Grass, flowers, leaves, shells: what lies and grows near the reader."""
    width, height = size
    snowy = ground == light.on(_GROUNDS["snow"])
    blades = 0 if wish.place in ("beach", "sea", "desert", "village", "station", "cave", "underwater") or snowy else 46
    for _ in range(blades):
        x, y = dice.uniform(0, width), dice.uniform(horizon + 0.05, 1.0) * height
        b = Brush(draw, x, y, (0.02 + 0.03 * (y / height - horizon)) * height)
        tone = darker(ground, dice.uniform(0.12, 0.3))
        for lean in (-0.4, 0.0, 0.4):
            b.curve([(0, 0), (lean * 0.5, 0.6), (lean, 1.0)], tone, 0.09)
    flowers = {"meadow": 18, "garden": 24, "hill": 8, "pond": 8}.get(wish.place, 4 if blades else 0)
    if wish.season == "autumn":
        flowers //= 3
        for _ in range(40):
            x, y = dice.uniform(0, width), dice.uniform(horizon + 0.03, 1.0) * height
            colour = light.on(dice.choice(((214, 112, 52), (226, 168, 66), (178, 76, 52), (158, 108, 64))))
            Brush(draw, x, y, 0.026 * height).oval(0, 0, 0.5, 0.26, colour, dice.uniform(0, 180))
    for _ in range(flowers):
        x, y = dice.uniform(0, width), dice.uniform(horizon + 0.06, 1.0) * height
        flower(Brush(draw, x, y, dice.uniform(0.03, 0.05) * height), light, dice)
    if wish.place in ("beach", "underwater", "desert", "cave", "mountain"):
        for _ in range(9):
            x, y, r = (
                dice.uniform(0, width),
                dice.uniform(horizon + 0.06, 1.0) * height,
                dice.uniform(0.008, 0.022) * width,
            )
            draw.ellipse((x - r, y - r * 0.6, x + r, y + r * 0.6), fill=darker(ground, dice.uniform(0.1, 0.3)))
    if wish.place == "underwater":
        for _ in range(10):
            b = Brush(draw, dice.uniform(0, width), height, dice.uniform(0.14, 0.3) * height)
            sway = dice.uniform(-0.2, 0.2)
            b.curve(
                [(0, 0), (sway, 0.4), (-sway, 0.7), (sway, 1)], dice.choice(((86, 150, 104), (206, 108, 118))), 0.09
            )
