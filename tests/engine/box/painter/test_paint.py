"""Pictures a child recognises: what a prompt names is to be seen, the same every time, otherwise for another seed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageChops, ImageStat

from engine.box.painter import paint, understand, vocabulary
from engine.box.painter.colour import COLOURS
from engine.box.painter.words import table

SIZE = (128, 192)
HEDGEHOG = "children's book illustration, soft watercolor, (small brown hedgehog, red scarf:1.2), {}, medium shot"
WORDS = sorted({word for words in vocabulary().values() for word in words})


def drawn(prompt: str, seed: int = 1, size: tuple[int, int] = SIZE, negative: str = "") -> Image.Image:
    return paint(prompt, negative, seed, *size).image()


def difference(one: Image.Image, other: Image.Image) -> float:
    """Mean distance of two pictures' pixels, 0 to 255."""
    return sum(ImageStat.Stat(ImageChops.difference(one, other)).mean) / 3


def brightness(picture: Image.Image) -> float:
    return ImageStat.Stat(picture.convert("L")).mean[0]


def share_of(picture: Image.Image, name: str) -> float:
    """What part of a picture has about a colour, in hue and strength."""
    hue, strength, _ = Image.new("RGB", (1, 1), COLOURS[name]).convert("HSV").getpixel((0, 0))
    pixels = list(picture.resize((64, 96)).convert("HSV").get_flattened_data())
    near = [min(abs(h - hue), 255 - abs(h - hue)) < 12 and s > strength * 0.6 and v > 60 for h, s, v in pixels]
    return sum(near) / len(near)


def test_the_same_wish_is_the_same_picture() -> None:
    prompt = HEDGEHOG.format("in a forest at night")
    assert drawn(prompt).tobytes() == drawn(prompt).tobytes()


@pytest.mark.parametrize("place", ["in a forest at night", "on a meadow", "in a bedroom", "by the sea"])
def test_another_seed_is_another_picture(place: str) -> None:
    prompt = HEDGEHOG.format(place)
    pictures = [drawn(prompt, seed) for seed in range(4)]
    far = [difference(one, other) for k, one in enumerate(pictures) for other in pictures[k + 1 :]]
    assert min(far) > 6


@pytest.mark.parametrize("size", [(512, 768), (768, 512), (640, 640), (65, 97), (64, 1024), (1, 1)])
def test_the_size_is_the_one_asked_for(size: tuple[int, int]) -> None:
    picture = drawn(HEDGEHOG.format("on a hill"), size=size)
    assert (picture.size, picture.mode) == (size, "RGB")


def test_the_hour_is_seen() -> None:
    night, evening, day = (
        brightness(drawn(HEDGEHOG.format(f"on a meadow, {time}"))) for time in ("night", "sunset", "day")
    )
    assert night < evening - 20 < day - 20


@pytest.mark.parametrize("colour", ["red", "blue", "yellow", "purple"])
@pytest.mark.parametrize("time", ["day", "night"])
def test_a_character_wears_the_colours_of_its_block(colour: str, time: str) -> None:
    plain = f"(small brown hedgehog:1.2), winter, {time}, close-up"
    dressed = f"(small brown hedgehog, {colour} coat, {colour} cap:1.2), winter, {time}, close-up"
    assert share_of(drawn(dressed), colour) > share_of(drawn(plain), colour) + 0.02


def test_a_character_looks_the_same_in_another_picture() -> None:
    block = "(girl, red hair, green dress:1.2)"
    here, there = (drawn(f"{block}, close-up, {place}") for place in ("in a kitchen", "on a beach"))
    assert share_of(here, "green") > 0.02
    assert share_of(there, "green") > 0.02


@pytest.mark.parametrize("style", ["watercolor", "crayon", "gouache", "ink line drawing"])
def test_each_medium_looks_its_own(style: str) -> None:
    assert difference(drawn("a fox on a hill"), drawn(f"{style}, a fox on a hill")) > 2


def test_what_is_not_wanted_is_not_painted() -> None:
    assert drawn("a fox and a ball on a hill", negative="fox, ball").tobytes() == drawn("on a hill").tobytes()


def test_previews_grow_towards_the_picture() -> None:
    painting = paint(HEDGEHOG.format("on a meadow"), "", 1, *SIZE)
    finished = painting.image()
    far = [difference(painting.preview(step / 6, max(SIZE)), finished) for step in range(7)]
    assert far == sorted(far, reverse=True)
    assert far[0] > 20
    assert far[-1] == 0
    assert max(painting.preview(0.5, 48).size) == 48


_ON_A_FIGURE = {
    "worn": ("a hedgehog wearing a {}", "a hedgehog"),
    "mood": ("close-up, a {} hedgehog", "close-up, a hedgehog"),
    "pose": ("a {} hedgehog", "a hedgehog"),
    "size": ("a {} hedgehog", "a hedgehog"),
    "pattern": ("a hedgehog with a {} sweater", "a hedgehog with a sweater"),
}


@pytest.mark.parametrize("group", sorted(set(vocabulary()) - {"colour"}))
def test_every_word_of_the_vocabulary_shows(group: str) -> None:
    prompt, plain = _ON_A_FIGURE.get(group, ("{}", ""))
    without = drawn(plain, 3, (40, 60))
    for meaning, (first, *others) in table(group).items():
        assert difference(drawn(prompt.format(first), 3, (40, 60)), without) > 0.04, meaning
        for word in others:
            assert understand(prompt.format(word)) == understand(prompt.format(first)), word


@pytest.mark.parametrize("colour", vocabulary()["colour"])
def test_every_colour_shows(colour: str) -> None:
    assert difference(drawn(f"a {colour} fox", 3, (40, 60)), drawn("a fox", 3, (40, 60))) > 0.04


@settings(max_examples=40, deadline=None)
@given(
    st.text(max_size=80)
    | st.lists(st.sampled_from([*WORDS, "(", ":1.2)", ",", "two", "no", "holds", "in its paws"]), max_size=12).map(
        " ".join
    ),
    st.integers(0, 2**64 - 1),
    st.integers(1, 120),
    st.integers(1, 120),
)
def test_any_prompt_is_painted(prompt: str, seed: int, width: int, height: int) -> None:
    assert paint(prompt, prompt[::-1], seed, width, height).image().size == (width, height)
