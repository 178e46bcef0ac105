"""The whole picture: who stands where, in which order it is painted, and the paper it is painted on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from random import Random

from PIL import Image, ImageChops, ImageDraw, ImageEnhance, ImageFilter

from engine.box.painter import scenery
from engine.box.painter.brush import Brush, Colour
from engine.box.painter.creatures import draw_animal, height_of
from engine.box.painter.people import draw_person
from engine.box.painter.things import HEIGHTS, IN_THE_SKY, PAINTED_ELSEWHERE, draw_thing, star
from engine.box.painter.understanding import Figure, Wish, understand
from engine.box.painter.weather import weather
from engine.units import Px

SUPERSAMPLED = 2
"""Painted so many times larger and then made smaller: smooth edges."""

LARGEST: Px = 2_200
"""Side of the canvas; larger pictures are painted at this size and scaled up."""

FIGURE = {"close": 0.56, "": 0.42, "wide": 0.33, "above": 0.34, "below": 0.45}
"""Height of a hedgehog as part of the picture's, by framing."""

HORIZON = {"close": 0.6, "": 0.56, "wide": 0.6, "above": 0.36, "below": 0.7}

PAPER: Colour = (255, 253, 246)

FLYING = frozenset({"butterfly", "bee", "bird", "owl"})


@dataclass(frozen=True, slots=True)
class Painting:
    """A finished picture that can also be looked at while it comes into being."""

    _finished: Image.Image

    def image(self) -> Image.Image:
        """Return the picture, RGB, of exactly the size asked for."""
        return self._finished.copy()

    def preview(self, fraction: float, longest_side: Px = 512) -> Image.Image:
        """Return what a sampler shows at that part of its way: from noise to the picture.

        Args:
            fraction: 0 to 1.
        """
        picture = self._finished.copy()
        picture.thumbnail((longest_side, longest_side))
        left = 1 - min(max(fraction, 0.0), 1.0)
        if left == 0:
            return picture
        blurred = picture.filter(ImageFilter.GaussianBlur(left**1.5 * max(picture.size) / 12))
        noise = Image.effect_noise(blurred.size, 90).convert("RGB")
        return Image.blend(blurred, noise, 0.85 * left**2)


def paint(positive: str, negative: str, seed: int, width: Px, height: Px) -> Painting:
    """Draw a prompt.

    Args:
        seed: another one gives another picture of the same.
        width: 1 and more.
        height: 1 and more.
    """
    wish = understand(positive, negative)
    dice = Random(f"{seed}")
    scale = min(SUPERSAMPLED, LARGEST / max(width, height))
    size = (max(8, round(width * scale)), max(8, round(height * scale)))
    horizon = HORIZON[wish.framing] + dice.uniform(-0.04, 0.04)
    canvas = scenery.backdrop(size, wish, horizon, dice)
    _people_and_things(canvas, wish, horizon, dice)
    canvas = weather(canvas, wish, dice)
    picture = canvas.resize((width, height), Image.Resampling.LANCZOS)
    return Painting(_on_paper(picture, wish, dice))


def _people_and_things(canvas: Image.Image, wish: Wish, horizon: float, dice: Random) -> None:
    width, height = canvas.size
    draw = ImageDraw.Draw(canvas)
    unit = FIGURE[wish.framing] * min(height, width * 1.5)
    figures = [figure for figure in wish.figures for _ in range(figure.count)][:5]
    things = [(name, colour) for name, colour in wish.things if name not in PAINTED_ELSEWHERE][:4]
    crowd = len(figures)
    unit *= {0: 1.0, 1: 1.0, 2: 0.86}.get(crowd, 0.7)
    tallest = max((height_of(figure) for figure in figures), default=1.0)
    unit *= min(1.0, 1.5 / tallest)
    unit = min(unit, width / max(1.15, crowd * 0.82))
    places = _places(crowd, dice)
    foot = min(0.93, horizon + 0.3 + (0.08 if wish.framing == "close" else 0.0))
    for name, colour in things:
        if name != "star" and name not in IN_THE_SKY and not _held(name, wish):
            _on_the_ground(draw, canvas, name, colour, unit, foot, dice, beside=places)
    for figure, x in sorted(zip(figures, places, strict=True), key=lambda pair: -height_of(pair[0])):
        depth = dice.uniform(-0.02, 0.02)
        _figure(draw, canvas, figure, (x * width, (foot + depth) * height), unit, 1 if x < 0.5 else -1, wish)
    for name, colour in things:
        if name in IN_THE_SKY:
            at = (dice.uniform(0.2, 0.8) * width, max(dice.uniform(0.26, 0.36) * height, 1.08 * unit * HEIGHTS[name]))
            draw_thing(Brush(draw, *at, unit * HEIGHTS[name]), name, colour)
        elif name == "star" or _held(name, wish):
            _in_hand(canvas, name, colour, wish, places, unit, foot, dice)


def _places(count: int, dice: Random) -> list[float]:
    if count == 0:
        return []
    if count == 1:
        return [0.5 + dice.choice((-1, 1)) * dice.uniform(0.03, 0.14)]
    step = 0.84 / count
    return [0.08 + step * (i + 0.5) + dice.uniform(-0.02, 0.02) for i in range(count)]


def _held(name: str, wish: Wish) -> bool:
    holding = any(figure.pose in ("holding", "looking up") for figure in wish.figures)
    return holding and HEIGHTS.get(name, 1.0) <= 0.5 and name not in ("mushroom", "stone", "campfire", "nest")


def _figure(
    draw: ImageDraw.ImageDraw, canvas: Image.Image, figure: Figure, at: tuple[float, float], unit: float, flip: int,
    wish: Wish,
) -> None:  # fmt: skip
    x, y = at
    size = unit * height_of(figure)
    if figure.pose == "flying" or (figure.kind in FLYING and len(wish.figures) > 1 and figure.kind != "owl"):
        y -= 0.28 * canvas.height
    elif figure.pose == "jumping":
        y -= 0.12 * canvas.height
    if wish.place not in ("sky", "underwater"):
        _shadow(canvas, x, min(at[1] + 0.01 * size, canvas.height - 1), 0.36 * size)
    brush = Brush(draw, x, y, size, flip)
    if figure.is_person:
        looks = Random(hashlib.sha256(f"{figure.kind} {figure.coat} {figure.worn}".encode()).digest())
        draw_person(Brush(draw, x, y, size * 1.45, flip), figure, looks)
    else:
        draw_animal(brush, figure, Random(f"{figure.kind}"))


def _shadow(canvas: Image.Image, x: float, y: float, radius: float) -> None:
    """Darken the ground below a figure."""
    box = (int(x - radius), int(y - radius * 0.26), int(x + radius), int(y + radius * 0.26))
    if box[2] - box[0] < 4 or box[3] - box[1] < 4:
        return
    ground = canvas.crop(box)
    mask = Image.new("L", ground.size, 0)
    ImageDraw.Draw(mask).ellipse((0, 0, *ground.size), fill=86)
    mask = mask.filter(ImageFilter.GaussianBlur(max(1.0, radius * 0.05)))
    canvas.paste(Image.new("RGB", ground.size, (44, 40, 60)), box[:2], mask)


def _on_the_ground(
    draw: ImageDraw.ImageDraw, canvas: Image.Image, name: str, colour: str, unit: float, foot: float, dice: Random, *,
    beside: list[float],
) -> None:  # fmt: skip
    size = unit * HEIGHTS.get(name, 0.4)
    free = [x for x in (0.16, 0.84, 0.5, 0.3, 0.7) if all(abs(x - other) > 0.2 for other in beside)] or [0.14, 0.86]
    inside = min(0.5, 0.62 * size / canvas.width)
    x = min(max(dice.choice(free[:2] if beside else [0.5]), inside), 1 - inside)
    behind = HEIGHTS.get(name, 0.4) > 0.55
    y = foot - 0.1 if behind else foot + 0.02
    _shadow(canvas, x * canvas.width, y * canvas.height, 0.4 * size)
    draw_thing(Brush(draw, x * canvas.width, y * canvas.height, size), name, colour)


def _in_hand(
    canvas: Image.Image, name: str, colour: str, wish: Wish, places: list[float], unit: float, foot: float, dice: Random
) -> None:
    """Place a star, or what somebody holds: in the hands, above them, or beside on the ground."""
    width, height = canvas.size
    size = unit * HEIGHTS[name]
    shine = 1.5
    main = wish.figures[0] if wish.figures else None
    x, y = dice.uniform(0.35, 0.65) * width, 0.24 * height
    if main is not None:
        tall = unit * height_of(main) * (1.45 if main.is_person else 1.0)
        side = 1 if places[0] < 0.5 else -1
        if main.pose == "holding":
            size, shine = size * 0.62, 0.9
            x, y = places[0] * width, foot * height - 0.1 * tall
        elif main.pose == "looking up" and main.kind != "frog":
            x, y = places[0] * width + side * 0.36 * tall, foot * height - 0.82 * tall
            if name == "star" and dice.random() < 0.5:
                y -= 0.25 * tall
        elif main.mood == "sleeping":
            x, y = dice.uniform(0.25, 0.75) * width, 0.26 * height
        else:
            x, y = places[0] * width + side * 0.52 * tall, foot * height - 0.02 * height
    x = min(max(x, size * 0.6), width - size * 0.6)
    if name in ("star", "lantern"):
        _halo(canvas, x, y - size / 2, size * shine)
    draw = ImageDraw.Draw(canvas)
    if name == "star":
        star(Brush(draw, x, y, size))
    else:
        draw_thing(Brush(draw, x, y, size), name, colour)


def _halo(canvas: Image.Image, x: float, y: float, radius: float) -> None:
    """Let something shine."""
    side = max(8, int(2 * radius))
    box = (int(x - radius), int(y - radius))
    glow = ImageChops.invert(Image.radial_gradient("L")).resize((side, side)).point(lambda v: max(0, v - 70) * 0.9)
    canvas.paste(Image.new("RGB", (side, side), (255, 232, 160)), box, glow)


def _on_paper(picture: Image.Image, wish: Wish, dice: Random) -> Image.Image:
    """Give a picture the grain of paper and the edge of its technique."""
    grain = _grain(picture.size, 26 if wish.style in ("crayon", "watercolor") else 14, dice)
    picture = Image.blend(picture, ImageChops.overlay(picture, grain), 0.6)
    if wish.style == "ink":
        edges = picture.convert("L").filter(ImageFilter.FIND_EDGES).point(lambda v: 255 - min(255, v * 3))
        picture = ImageChops.multiply(ImageEnhance.Color(picture).enhance(0.7), edges.convert("RGB"))
    elif wish.style == "crayon":
        strokes = _grain((picture.width, max(1, picture.height // 6)), 60, dice).resize(picture.size)
        picture = Image.blend(picture, ImageChops.soft_light(picture, strokes), 0.7)
    elif wish.style == "watercolor":
        wash = _grain((max(1, picture.width // 24), max(1, picture.height // 24)), 60, dice)
        wash = wash.resize(picture.size, Image.Resampling.BICUBIC)
        picture = Image.blend(picture, ImageChops.soft_light(picture, wash), 0.55)
        picture = _soft_edge(picture)
    return picture


def _grain(size: tuple[int, int], strength: int, dice: Random) -> Image.Image:
    """Return grey noise about the middle; the same dice give the same noise."""
    tile = Image.frombytes("L", (64, 64), bytes(128 + dice.randint(-strength, strength) for _ in range(64 * 64)))
    noise = Image.new("L", size)
    for x in range(0, size[0], 64):
        for y in range(0, size[1], 64):
            noise.paste(tile.transpose(dice.choice(list(Image.Transpose)[:2])), (x, y))
    return noise.convert("RGB")


def _soft_edge(picture: Image.Image) -> Image.Image:
    """Let the colour end before the paper does."""
    width, height = picture.size
    margin = min(width, height) / 60
    mask = Image.new("L", picture.size, 0)
    ImageDraw.Draw(mask).rounded_rectangle(
        (margin, margin, width - margin, height - margin), radius=margin * 2, fill=255
    )
    mask = mask.filter(ImageFilter.GaussianBlur(margin * 0.5))
    return Image.composite(picture, Image.new("RGB", picture.size, PAPER), mask)
