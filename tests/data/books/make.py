"""Draw the sample books anew: `python tests/data/books/make.py`.

The books lie beside this file, ready made, so that tests copy them and need nothing else. Their pictures are drawn
here, of a few shapes, and say so: every take is a sketch.
"""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageDraw

from engine.book import edits
from engine.book.folder import BookFolder
from engine.book.model import Book, Character, OutlineLine, Recipe, Role
from engine.presets import PresetKind, StylePreset, load

HERE = Path(__file__).parent
SIZE = (64, 96)
"""The shape of an A5 picture (512 × 768), an eighth of its size."""
AT = "2026-02-01T10:00:00+00:00"


@dataclass(frozen=True)
class Sample:
    """One page of a sample book: its words, and the colours of its picture."""

    outline: OutlineLine
    text: str
    action: str
    framing: str
    alt: str
    sky: str
    ground: str
    figure: str
    role: Role = Role.STORY


HEDGEHOG = Character(name="Igel Pieks", block="(small round hedgehog with red scarf:1.2), friendly dark eyes")
STAR = (
    Sample(
        OutlineLine(who="Pieks", where="im Laub", what="wacht auf und sieht ein Licht", feeling="neugierig"),
        "Der kleine Igel Pieks gähnt.\nDa blinkt etwas im Laub!",
        "a small hedgehog wakes up in autumn leaves and sees a tiny light",
        "close-up, eye level, calm dark sky at the top",
        "Ein kleiner Igel mit rotem Schal liegt im Laub und schaut auf ein winziges Licht.",
        "#27325c",
        "#8a5a2b",
        "#f2d16b",
    ),
    Sample(
        OutlineLine(who="Pieks", where="auf der Wiese", what="hebt den Stern auf", feeling="froh"),
        "Es ist ein Stern.\n„Bist du vom Himmel gefallen?“, fragt Pieks.",
        "the hedgehog holds a small glowing star in its paws on a meadow",
        "medium shot, low angle, calm sky at the top",
        "Der Igel steht auf der Wiese und hält einen leuchtenden Stern in den Pfoten.",
        "#31457a",
        "#3f6b3a",
        "#f7e08a",
    ),
    Sample(
        OutlineLine(who="Pieks", where="auf dem Hügel", what="wirft den Stern in den Himmel", feeling="stolz"),
        "Pieks klettert auf den Hügel.\nEr wirft den Stern ganz hoch.\nGute Nacht, Stern!",
        "the hedgehog stands on a hill and throws the star into the night sky",
        "wide shot, eye level, large calm sky at the top",
        "Der Igel steht klein auf einem Hügel, über ihm fliegt ein Stern in den Nachthimmel.",
        "#141b3c",
        "#2f4f3a",
        "#fff2b0",
    ),
)
SNAIL = Character(name="Schnecke Lotte", block="(tiny snail with yellow house:1.2), long happy feelers")
FROG = Character(name="Frosch Quak", block="(little green frog:1.2), blue cap")
RAIN = (
    Sample(
        OutlineLine(what="Titel"),
        "",
        "a tiny snail and a little frog under one leaf in the rain",
        "wide shot, calm sky at the top",
        "Eine Schnecke und ein Frosch sitzen im Regen unter einem Blatt.",
        "#9db7c4",
        "#5f8a4f",
        "#e3b93c",
        Role.TITLE,
    ),
    Sample(
        OutlineLine(who="Lotte", where="im Garten", what="freut sich über den Regen", feeling="fröhlich"),
        "Plitsch, platsch!\nEs regnet im Garten.\nLotte streckt die Fühler aus und lacht.",
        "a tiny snail stretches its feelers in the rain in a garden",
        "close-up, eye level, calm grey sky at the top",
        "Eine kleine Schnecke mit gelbem Haus streckt im Regen die Fühler aus.",
        "#a9bcc6",
        "#4f7f45",
        "#e3b93c",
    ),
    Sample(
        OutlineLine(who="Quak", where="am Teich", what="sitzt im Nassen und friert", feeling="traurig"),
        "Am Teich sitzt Quak.\n„Mir ist kalt“, sagt er leise.",
        "a little frog sits sadly beside a pond in the rain",
        "medium shot, eye level, calm water at the bottom",
        "Ein kleiner Frosch mit blauer Mütze sitzt traurig am Teich.",
        "#8ea6b3",
        "#3d6f77",
        "#5fa84f",
    ),
    Sample(
        OutlineLine(who="Lotte und Quak", where="unter dem Blatt", what="teilen sich ein Dach", feeling="geborgen"),
        "Lotte zeigt auf ein großes Blatt.\n„Komm, hier ist Platz für zwei!“\nJetzt ist der Regen schön.",
        "a tiny snail and a little frog sit close together under a large leaf",
        "medium shot, eye level, calm leaf at the top",
        "Schnecke und Frosch sitzen eng nebeneinander unter einem großen Blatt.",
        "#b7c9cf",
        "#5f8a4f",
        "#4d9a48",
    ),
)


def draw(sample: Sample, seed: int) -> bytes:
    """Return a picture of a sky, a hill and something that shines, as PNG."""
    width, height = SIZE
    image = Image.new("RGB", SIZE, sample.sky)
    pen = ImageDraw.Draw(image)
    pen.ellipse((-20, height * 2 // 3, width + 20, height + 40), fill=sample.ground)
    x, y = 18 + seed * 11 % 28, 30 + seed * 7 % 24
    pen.ellipse((x - 9, y - 9, x + 9, y + 9), fill=sample.figure)
    out = io.BytesIO()
    image.save(out, "PNG", optimize=True)
    return out.getvalue()


def recipe(book: Book, sample: Sample, seed: int) -> Recipe:
    style = load(PresetKind.STYLES, StylePreset, book.style)
    blocks = ", ".join(character.block for character in book.cast)
    return Recipe(
        workflow="sd15_txt2img",
        checkpoint="children-storybook-sd15.safetensors",
        positive=f"{style.positive}, {blocks}, {sample.action}, {sample.framing}",
        negative=style.negative,
        seed=seed,
        sampler="dpmpp_2m",
        scheduler="karras",
        steps=25,
        cfg=7.0,
        width=SIZE[0],
        height=SIZE[1],
        preset=book.preset,
    )


def make(name: str, head: Book, samples: tuple[Sample, ...], extra_takes: int) -> None:
    """Make a finished book: every text and every picture approved, and some takes that were not chosen."""
    folder = HERE / name
    shutil.rmtree(folder, ignore_errors=True)
    book = edits.with_pages(head, tuple(sample.outline for sample in samples))
    with BookFolder.create(folder, edits.change_book(book, outline_settled=True)) as open_book:
        for page, sample in zip(book.pages, samples, strict=True):
            tell(open_book, page.id, sample)
            for take in range(1 + (extra_takes if sample is samples[-1] else 0)):
                seed = 1_000 * open_book.book.number_of(page.id) + take
                job = f"{seed:08d}-0000-4000-8000-000000000000"
                made = recipe(open_book.book, sample, seed)
                open_book.add_take(page.id, draw(sample, seed), made, job=job, seconds=24.5, sketch=True, at=AT)
            open_book.change(lambda book, page=page: edits.approve_picture(book, page.id, at=AT))
    for left_over in (folder / ".lock", folder / "backup"):
        shutil.rmtree(left_over, ignore_errors=True)
        left_over.unlink(missing_ok=True)


def tell(open_book: BookFolder, page: str, sample: Sample) -> None:
    scene = {"text": sample.text, "action": sample.action, "framing": sample.framing, "alt": sample.alt}
    open_book.change(lambda book: edits.change_page(book, page, role=sample.role))
    open_book.change(lambda book: edits.change_scene(book, page, **scene))
    open_book.change(lambda book: edits.approve_text(book, page, at=AT))


if __name__ == "__main__":
    make(
        "igel-und-stern",
        Book(
            title="Der Igel und der Stern",
            author="Fibel",
            idea="Ein kleiner Igel findet einen Stern und bringt ihn zurück in den Himmel.",
            cast=(HEDGEHOG,),
        ),
        STAR,
        extra_takes=1,
    )
    make(
        "regentag",
        Book(
            title="Platz für zwei",
            author="Fibel",
            idea="Eine Schnecke liebt den Regen, ein Frosch nicht. Unter einem Blatt werden sie Freunde.",
            style="gouache",
            age="2-3",
            cast=(SNAIL, FROG),
        ),
        RAIN,
        extra_takes=0,
    )
