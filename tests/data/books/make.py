"""Draw the sample books anew: `python tests/data/books/make.py`.

The books lie beside this file, ready made, so that tests copy them and need nothing else. Their pictures are small ones
of the box's painter, and say so: every take is a sketch.
"""

from __future__ import annotations

import io
import shutil
from dataclasses import dataclass
from pathlib import Path

from engine.book import edits
from engine.book.folder import BookFolder
from engine.book.model import Book, Character, OutlineLine, Recipe, Role
from engine.box.painter import paint
from engine.illustrator.composer import recipe_for
from engine.presets import FormatPreset, PresetKind, SamplerPreset, StylePreset, load

HERE = Path(__file__).parent
SIZE = (128, 192)
"""The shape of an A5 picture (512 × 768), a quarter of its size."""
AT = "2026-02-01T10:00:00+00:00"


@dataclass(frozen=True)
class Sample:
    """One page of a sample book: its words."""

    outline: OutlineLine
    text: str
    action: str
    framing: str
    alt: str
    role: Role = Role.STORY


HEDGEHOG = Character(name="Igel Pieks", block="(small round brown hedgehog, red scarf, friendly dark eyes:1.2)")
STAR = (
    Sample(
        OutlineLine(who="Pieks", where="im Laub", what="wacht auf und sieht ein Licht", feeling="neugierig"),
        "Der kleine Igel Pieks gähnt.\nDa blinkt etwas im Laub!",
        "a small hedgehog wakes up in autumn leaves and sees a tiny light",
        "close-up, eye level, calm dark sky at the top",
        "Ein kleiner Igel mit rotem Schal liegt im Laub und schaut auf ein winziges Licht.",
    ),
    Sample(
        OutlineLine(who="Pieks", where="auf der Wiese", what="hebt den Stern auf", feeling="froh"),
        "Es ist ein Stern.\n„Bist du vom Himmel gefallen?“, fragt Pieks.",
        "the hedgehog holds a small glowing star in its paws on a meadow",
        "medium shot, low angle, calm sky at the top",
        "Der Igel steht auf der Wiese und hält einen leuchtenden Stern in den Pfoten.",
    ),
    Sample(
        OutlineLine(who="Pieks", where="auf dem Hügel", what="wirft den Stern in den Himmel", feeling="stolz"),
        "Pieks klettert auf den Hügel.\nEr wirft den Stern ganz hoch.\nGute Nacht, Stern!",
        "the hedgehog stands on a hill and throws the star into the night sky",
        "wide shot, eye level, large calm sky at the top",
        "Der Igel steht klein auf einem Hügel, über ihm fliegt ein Stern in den Nachthimmel.",
    ),
)
SNAIL = Character(name="Schnecke Lotte", block="(tiny snail, yellow shell, long happy feelers:1.2)")
FROG = Character(name="Frosch Quak", block="(little green frog, blue cap:1.2)")
RAIN = (
    Sample(
        OutlineLine(what="Titel"),
        "",
        "a tiny snail and a little frog under one leaf in the rain",
        "wide shot, calm sky at the top",
        "Eine Schnecke und ein Frosch sitzen im Regen unter einem Blatt.",
        Role.TITLE,
    ),
    Sample(
        OutlineLine(who="Lotte", where="im Garten", what="freut sich über den Regen", feeling="fröhlich"),
        "Plitsch, platsch!\nEs regnet im Garten.\nLotte streckt die Fühler aus und lacht.",
        "a tiny snail stretches its feelers in the rain in a garden",
        "close-up, eye level, calm grey sky at the top",
        "Eine kleine Schnecke mit gelbem Haus streckt im Regen die Fühler aus.",
    ),
    Sample(
        OutlineLine(who="Quak", where="am Teich", what="sitzt im Nassen und friert", feeling="traurig"),
        "Am Teich sitzt Quak.\n„Mir ist kalt“, sagt er leise.",
        "a little frog sits sadly beside a pond in the rain",
        "medium shot, eye level, calm water at the bottom",
        "Ein kleiner Frosch mit blauer Mütze sitzt traurig am Teich.",
    ),
    Sample(
        OutlineLine(who="Lotte und Quak", where="unter dem Blatt", what="teilen sich ein Dach", feeling="geborgen"),
        "Lotte zeigt auf ein großes Blatt.\n„Komm, hier ist Platz für zwei!“\nJetzt ist der Regen schön.",
        "a tiny snail and a little frog sit close together under a large leaf",
        "medium shot, eye level, calm leaf at the top",
        "Schnecke und Frosch sitzen eng nebeneinander unter einem großen Blatt.",
    ),
)


def recipe(book: Book, page: str, seed: int) -> Recipe:
    made = recipe_for(
        book,
        book.page(page),
        style=load(PresetKind.STYLES, StylePreset, book.style),
        sampler=load(PresetKind.SAMPLERS, SamplerPreset, book.preset),
        preset=book.preset,
        format=load(PresetKind.FORMATS, FormatPreset, book.format),
        checkpoint="dreamshaper_8.safetensors",
        workflow="sd15_txt2img",
        seed=seed,
    )
    return made.model_copy(update={"width": SIZE[0], "height": SIZE[1]})


def draw(recipe: Recipe) -> bytes:
    """Return the box's picture of a recipe as PNG."""
    out = io.BytesIO()
    picture = paint(recipe.positive, recipe.negative, recipe.seed, recipe.width, recipe.height).image()
    picture.quantize(64).save(out, "PNG", optimize=True)
    return out.getvalue()


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
                made = recipe(open_book.book, page.id, seed)
                open_book.add_take(page.id, draw(made), made, job=job, seconds=24.5, sketch=True, at=AT)
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
