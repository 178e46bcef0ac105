"""Tiny pictures as a server sends them, and the recipe they were made from."""

from __future__ import annotations

import io

from PIL import Image, PngImagePlugin

from engine.book.model import Recipe

RECIPE = Recipe(
    workflow="sd15",
    checkpoint="children.safetensors",
    positive="a hedgehog finds a star – „Stern“ 🌟",
    negative="text",
    seed=2**64 - 1,
    sampler="dpmpp_2m",
    scheduler="karras",
    steps=25,
    cfg=7.0,
    width=512,
    height=768,
)


def picture(size: tuple[int, int] = (6, 9), mode: str = "RGB", shade: int = 0, **texts: str) -> bytes:
    """Return a PNG; another `shade` is another picture; `texts` are written into it as servers do."""
    image = Image.new(mode, size)
    image.putdata([(n * 40 % 256, n * 7 % 256, shade)[: len(mode)] if len(mode) > 1 else n % 4 for n in range(54)])
    notes = PngImagePlugin.PngInfo()
    for key, value in texts.items():
        notes.add_text(key, value)
        notes.add_itxt(key, value, zip=True)
    out = io.BytesIO()
    image.save(out, "PNG", pnginfo=notes, dpi=(300, 300))
    return out.getvalue()
