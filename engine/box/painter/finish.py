"""Paper and medium: what makes a flat picture look painted."""

from __future__ import annotations

from random import Random

from PIL import Image, ImageChops, ImageEnhance, ImageFilter

from engine.box.painter.colour import PAPER

_GREY = 128


def finish(picture: Image.Image, style: str, palette: str, seed: int) -> Image.Image:
    """Give a picture its medium, its palette and its paper."""
    dice = Random(seed)
    match style:
        case "crayon":
            picture = _crayon(picture, dice)
        case "gouache":
            picture = ImageEnhance.Color(picture).enhance(1.1)
            picture = _textured(picture, _strokes(picture.size, dice, (3, 26)), 26)
        case "ink":
            picture = _ink(picture)
        case "watercolor":
            picture = _watercolor(picture, dice)
        case _:
            picture = _textured(picture, _cloudy(picture.size, dice, max(4, min(picture.size) // 60)), 18)
    picture = _tuned(picture, palette)
    return _textured(picture, _noise(picture.size, dice), 13)


def _watercolor(picture: Image.Image, dice: Random) -> Image.Image:
    """Pigment gathers at the edges of a wash and in the hollows of the paper."""
    side = min(picture.size)
    picture = Image.blend(picture, Image.new("RGB", picture.size, PAPER), 0.07)
    edges = picture.filter(ImageFilter.UnsharpMask(radius=max(2.0, side / 160), percent=50, threshold=2))
    picture = _textured(edges, _cloudy(picture.size, dice, max(3, side // 90)), 15)
    return _textured(picture, _cloudy(picture.size, dice, max(20, side // 6)), 34)


def _crayon(picture: Image.Image, dice: Random) -> Image.Image:
    """Strokes go one way, and the paper's tooth stays white."""
    picture = _textured(picture, _strokes(picture.size, dice, (2, 30), turn=32), 60)
    tooth = (
        _noise(picture.size, dice)
        .filter(ImageFilter.GaussianBlur(0.7))
        .point([max(0, min(90, (i - 150) * 5)) for i in range(256)])
    )
    picture = picture.copy()
    picture.paste(PAPER, mask=tooth)
    return ImageEnhance.Color(picture).enhance(1.12)


def _ink(picture: Image.Image) -> Image.Image:
    """Thin washes under the pen, hatching in the shadows."""
    shadow = ImageChops.invert(picture.convert("L")).filter(ImageFilter.GaussianBlur(2))
    washed = Image.blend(picture, Image.new("RGB", picture.size, PAPER), 0.3)
    hatch = Image.new("L", (6, 6))
    hatch.putdata([110 if (x + y) % 6 == 0 else 0 for y in range(6) for x in range(6)])
    lines = Image.new("L", picture.size)
    row = Image.new("L", (picture.width, 6))
    for x in range(0, picture.width, 6):
        row.paste(hatch, (x, 0))
    for y in range(0, picture.height, 6):
        lines.paste(row, (0, y))
    washed.paste(
        (70, 58, 66),
        mask=ImageChops.multiply(lines, shadow.point([0 if i < 120 else min(255, (i - 120) * 3) for i in range(256)])),
    )
    return washed


def _tuned(picture: Image.Image, palette: str) -> Image.Image:
    match palette:
        case "warm":
            return Image.blend(
                picture, ImageChops.multiply(picture, Image.new("RGB", picture.size, (255, 222, 176))), 0.3
            )
        case "cool":
            return Image.blend(
                picture, ImageChops.multiply(picture, Image.new("RGB", picture.size, (190, 216, 255))), 0.4
            )
        case "bold":
            return ImageEnhance.Contrast(ImageEnhance.Color(picture).enhance(1.24)).enhance(1.06)
        case "pastel":
            return Image.blend(
                ImageEnhance.Color(picture).enhance(0.86), Image.new("RGB", picture.size, (255, 250, 244)), 0.26
            )
        case "light":
            return Image.blend(picture, Image.new("RGB", picture.size, PAPER), 0.14)
    return picture


def _textured(picture: Image.Image, texture: Image.Image, strength: int) -> Image.Image:
    """Lighten and darken a picture by a grey texture; `strength` is the greatest difference from grey."""
    scaled = texture.point([_GREY + (i - _GREY) * strength // _GREY for i in range(256)])
    return ImageChops.soft_light(picture, Image.merge("RGB", (scaled, scaled, scaled)))


def _noise(size: tuple[int, int], dice: Random) -> Image.Image:
    return Image.frombytes("L", size, dice.randbytes(size[0] * size[1]))


def _cloudy(size: tuple[int, int], dice: Random, grain: int) -> Image.Image:
    """Return soft noise whose spots are about so many pixels wide."""
    small = (max(2, size[0] // grain + 2), max(2, size[1] // grain + 2))
    return _noise(small, dice).resize(size, Image.Resampling.BICUBIC)


def _strokes(size: tuple[int, int], dice: Random, grain: tuple[int, int], turn: int = 0) -> Image.Image:
    """Return noise drawn out to strokes, `grain` thin and long, turned by degrees."""
    wide = size if not turn else (size[0] + size[1], size[0] + size[1])
    small = (max(2, wide[0] // grain[1] + 2), max(2, wide[1] // grain[0] + 2))
    drawn = _noise(small, dice).resize(wide, Image.Resampling.BICUBIC)
    if not turn:
        return drawn
    turned = drawn.rotate(turn, Image.Resampling.BILINEAR)
    left, top = (wide[0] - size[0]) // 2, (wide[1] - size[1]) // 2
    return turned.crop((left, top, left + size[0], top + size[1]))
