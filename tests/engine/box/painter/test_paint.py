"""Pictures a child recognises: what a prompt names is to be seen, the same every time, otherwise for another seed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from engine.box.painter import paint, understand, vocabulary
from engine.box.painter.words import ANIMALS, COLOURS, MOODS

SIZE = (128, 192)
HEDGEHOG = "children's book illustration, soft watercolor, (small brown hedgehog, red scarf:1.2), {}, medium shot"
WORDS = sorted({word for group, words in vocabulary().items() if group != "colours" for word in words})
EVERYDAY = {*MOODS["happy"], *ANIMALS["hedgehog"]}
"""What our hedgehog is anyway."""


def drawn(prompt: str, seed: int = 1, size: tuple[int, int] = SIZE, negative: str = "") -> Image.Image:
    return paint(prompt, negative, seed, *size).image()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean distance of two pictures' pixels, 0 to 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


def brightness(picture: Image.Image) -> float:
    return ImageStat.Stat(picture.convert("L")).mean[0]


def has_colour(picture: Image.Image, name: str) -> bool:
    """Whether a colour that is hardly ever there by chance covers some of the picture."""
    red, green, blue = COLOURS[name]
    near = [
        abs(r - red) + abs(g - green) + abs(b - blue) < 110 for r, g, b in picture.resize((64, 96)).get_flattened_data()
    ]
    return sum(near) > len(near) * 0.002


def test_the_same_wish_is_the_same_picture() -> None:
    prompt = HEDGEHOG.format("in a forest at night")
    assert drawn(prompt).tobytes() == drawn(prompt).tobytes()


@pytest.mark.parametrize("seed", range(2, 8))
def test_another_seed_is_another_picture_of_the_same(seed: int) -> None:
    prompt = HEDGEHOG.format("in a forest at night")
    assert difference(drawn(prompt), drawn(prompt, seed)) > 4
    assert understand(prompt) == understand(prompt)


@pytest.mark.parametrize("word", sorted(set(WORDS) - EVERYDAY))
def test_every_word_of_the_vocabulary_shows(word: str) -> None:
    assert understand(f"(a small hedgehog, {word}:1.2), a hedgehog, {word}") != understand("(a small hedgehog:1.2)")


@pytest.mark.parametrize("size", [(512, 768), (768, 512), (640, 640), (65, 97), (64, 2048), (1, 1)])
def test_the_size_is_the_one_asked_for(size: tuple[int, int]) -> None:
    picture = drawn(HEDGEHOG.format("on a hill"), size=size)
    assert (picture.size, picture.mode) == (size, "RGB")


def test_night_is_darker_than_day() -> None:
    assert brightness(drawn(HEDGEHOG.format("on a meadow at night"))) < brightness(
        drawn(HEDGEHOG.format("on a meadow"))
    )


@pytest.mark.parametrize("colour", ["red", "blue", "yellow", "purple"])
def test_a_character_wears_the_colours_of_its_block(colour: str) -> None:
    plain = "soft watercolor, (small brown hedgehog:1.2), snow, close-up"
    dressed = f"soft watercolor, (small brown hedgehog, {colour} coat, {colour} cap:1.2), snow, close-up"
    assert has_colour(drawn(dressed), colour)
    assert difference(drawn(plain), drawn(dressed)) > 1


def test_who_stands_in_the_block_is_who_is_seen() -> None:
    wish = understand(HEDGEHOG.format("a small hedgehog hugs a tiny star, an owl sleeps, two frogs jump"))
    assert [(f.kind, f.count) for f in wish.figures] == [("hedgehog", 1), ("owl", 1), ("frog", 2)]
    hedgehog, owl, frog = wish.figures
    assert hedgehog.worn == (("scarf", "red"),)
    assert hedgehog.pose == "holding"
    assert owl.mood == "sleeping"
    assert frog.pose == "jumping"


def test_words_of_the_style_are_no_people_and_no_things() -> None:
    wish = understand("children's book illustration, soft watercolor, warm colors, gentle light")
    assert wish.figures == ()
    assert wish.things == ()


def test_the_negative_prompt_keeps_things_out() -> None:
    wish = understand("a hedgehog and a fox in a garden with a ball", "embedding:BadDream, fox, ball")
    assert [figure.kind for figure in wish.figures] == ["hedgehog"]
    assert wish.things == ()


def test_previews_grow_towards_the_picture() -> None:
    painting = paint(HEDGEHOG.format("on a meadow"), "", 1, *SIZE)
    finished = painting.image()
    far = [difference(painting.preview(step / 4, max(SIZE)), finished) for step in range(5)]
    assert far == sorted(far, reverse=True)
    assert far[-1] == 0


@settings(max_examples=40, deadline=None)
@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from([*WORDS, "(", ":1.2)", ",", "two", "red"]), max_size=12).map(" ".join),
    st.integers(0, 2**64 - 1),
    st.integers(1, 160),
    st.integers(1, 160),
)
def test_any_prompt_is_painted(prompt: str, seed: int, width: int, height: int) -> None:
    assert paint(prompt, prompt[::-1], seed, width, height).image().size == (width, height)
