"""Books made by hand, one page a line, ready to be published unless something is left out."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from engine.book import edits
from engine.book.folder import BookFolder
from engine.book.model import Approver, Book, OutlineLine, Recipe, Role
from tests.engine.book.pictures import RECIPE

AT = "2026-03-04T05:06:07+00:00"
SAMPLES = Path(__file__).parents[2] / "data" / "books"


@dataclass(frozen=True)
class Made:
    """One page; a `picture` is its size in pixels."""

    text: str = "Der Igel gähnt."
    picture: tuple[int, int] | None = (128, 192)
    alt: str = "Ein Igel gähnt."
    role: Role = Role.STORY
    approved: bool = True
    sketch: bool = False
    by: Approver = Approver.AUTHOR
    mode: str = "RGB"
    noise: bool = False
    """Whether the picture is hard to compress, as a painted one is."""


def make(folder: Path, *pages: Made, recipe: Recipe = RECIPE, **head: str) -> BookFolder:
    """Make a book of these pages and return it open."""
    start = Book.model_validate({"title": "Der Igel", "author": "Ada Muster", **head})
    opened = BookFolder.create(folder, edits.with_pages(start, (OutlineLine(),) * len(pages)))
    for page, made in zip(opened.book.pages, pages, strict=True):
        _tell(opened, page.id, made)
        if made.picture is not None:
            number = opened.book.number_of(page.id)
            png = noisy(made.picture, number) if made.noise else painted(made.picture, number, made.mode)
            job = f"{number:08d}-0000-4000-8000-000000000000"
            opened.add_take(page.id, png, recipe, job=job, seconds=1.0, sketch=made.sketch, at=AT)
            if made.approved:
                opened.change(
                    lambda book, page=page, made=made: edits.approve_picture(book, page.id, by=made.by, at=AT)
                )
    return opened


def _tell(opened: BookFolder, page: str, made: Made) -> None:
    opened.change(lambda book: edits.change_page(book, page, role=made.role))
    opened.change(lambda book: edits.change_scene(book, page, text=made.text, alt=made.alt))
    if made.approved:
        opened.change(lambda book: edits.approve_text(book, page, by=made.by, at=AT))


def painted(size: tuple[int, int], shade: int, mode: str = "RGB") -> bytes:
    """Return a PNG of one colour with something in its middle: another shade is another picture."""
    out = io.BytesIO()
    picture = Image.new(mode, size, (shade * 30 % 256, 120, 90, 0)[: len(mode)])
    wide, high = size[0] // 12, size[1] // 12
    for n in range(4):
        if shade + 1 >> n & 1:
            x, y = size[0] // 2 + (n % 2 - 1) * wide, size[1] // 2 + (n // 2 - 1) * high
            picture.paste((40, 200, 90 + 40 * n, 0)[: len(mode)], (x, y, x + wide, y + high))
    picture.save(out, "PNG")
    return out.getvalue()


def noisy(size: tuple[int, int], seed: int) -> bytes:
    """Return a PNG with brush strokes of a kind."""
    rough = Image.effect_noise((size[0] // 4, size[1] // 4), 60 + seed).resize(size, Image.Resampling.BICUBIC)
    out = io.BytesIO()
    Image.merge("RGB", (rough, rough.rotate(90).resize(size), rough.rotate(180))).save(out, "PNG")
    return out.getvalue()


def sample(name: str) -> BookFolder:
    """Open one of the sample books."""
    return BookFolder.open(SAMPLES / name, read_only=True)
