"""Books of a chosen size for measurements."""

from __future__ import annotations

import io
import itertools
import random
from pathlib import Path

from PIL import Image

from engine.book import edits
from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.book.model import Recipe
from engine.box.painter import paint

SCENES = (
    "a small hedgehog finds a star in autumn leaves at night",
    "a fox and a hare sit in a green meadow",
    "a little owl on a branch in the wood, moon and stars",
    "a snail in the rain in a garden with flowers",
)
AT = "2026-02-01T10:00:00+00:00"


def book_of(folder: Path, pages: int, takes: int, size: tuple[int, int] = (512, 768)) -> Path:
    """Make a book with a text on each page and, spread over its pages, so many takes of the box's painter."""
    words = "\n\n".join(f"Blatt {number}: Der Igel findet einen Stern." for number in range(1, pages + 1))
    pictures = [paint(scene, "", 7, *size).image() for scene in SCENES] if takes else []
    with BookFolder.create(folder, begin(NewBook(title="Messbuch", manuscript=words))) as book:
        ids = [page.id for page in book.book.story_pages]
        for page, scene in zip(ids, itertools.cycle(SCENES), strict=False):
            book.change(lambda b, p=page, s=scene: edits.set_action(b, p, s))  # type: ignore[misc]
        for number in range(takes):
            page, picture = ids[number % pages], pictures[number % pages % len(pictures)]
            book.add_take(
                page, _png(picture, number), _recipe(number, size), job=f"job-{number}", seconds=30, sketch=True, at=AT
            )
    return folder


def _recipe(seed: int, size: tuple[int, int]) -> Recipe:
    return Recipe(
        workflow="sd15_txt2img", checkpoint="dreamshaper_8.safetensors", positive="a hedgehog", negative="text",
        seed=seed, sampler="dpmpp_2m", scheduler="karras", steps=28, cfg=7.0, width=size[0], height=size[1],
    )  # fmt: skip


def _png(picture: Image.Image, number: int) -> bytes:
    """A picture that differs from the others in one corner, so that it is a take of its own."""
    own = picture.copy()
    dice = random.Random(number)
    own.putpixel((0, 0), (dice.randrange(256), dice.randrange(256), number % 256))
    out = io.BytesIO()
    own.save(out, "PNG", compress_level=1)
    return out.getvalue()
