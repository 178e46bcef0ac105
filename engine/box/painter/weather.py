"""Rain, snow, fog and wind, laid over a finished picture."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageDraw

from engine.box.painter.brush import Brush
from engine.box.painter.understanding import Wish


def weather(picture: Image.Image, wish: Wish, dice: Random) -> Image.Image:
    """Lay rain, snow, fog or wind over a picture."""
    width, height = picture.size
    if wish.indoors:
        return picture
    draw = ImageDraw.Draw(picture)
    match wish.weather:
        case "rain" | "storm":
            for _ in range(150):
                x, y, long = (
                    dice.uniform(-0.1, 1.1) * width,
                    dice.uniform(-0.1, 1) * height,
                    dice.uniform(0.02, 0.04) * height,
                )
                draw.line((x, y, x - long * 0.25, y + long), fill=(196, 214, 230), width=max(1, width // 340))
            if wish.weather == "storm":
                x = dice.uniform(0.2, 0.8) * width
                bolt = [
                    (x, 0.0),
                    (x - 0.05 * width, 0.13 * height),
                    (x, 0.14 * height),
                    (x - 0.06 * width, 0.3 * height),
                ]
                draw.line(bolt, fill=(255, 244, 180), width=width // 70, joint="curve")
        case "snow":
            for _ in range(150):
                x, y, r = dice.uniform(0, width), dice.uniform(0, height), dice.uniform(0.002, 0.007) * width
                draw.ellipse((x - r, y - r, x + r, y + r), fill=(252, 252, 255))
        case "wind":
            for _ in range(8):
                b = Brush(draw, dice.uniform(-0.1, 0.8) * width, dice.uniform(0.1, 0.8) * height, 0.3 * width)
                b.curve([(0, 0), (0.3, 0.06), (0.6, -0.02), (0.9, 0.05)], (236, 242, 244), 0.012)
        case "fog":
            veil = Image.new("RGB", picture.size, (226, 228, 228))
            mask = Image.linear_gradient("L").resize(picture.size).point(lambda v: 60 + v // 3)
            return Image.composite(veil, picture, mask)
    return picture
