"""What an author relies on: the same page gives the same prompt, and no text of theirs breaks it."""

from __future__ import annotations

import contextlib
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book.edition import Edition, Layout
from engine.book.model import Book, Character, OutlineLine, Page, Scene
from engine.illustrator import emphasis
from engine.illustrator.composer import EMBEDDINGS, SAFE, PartKind, compose, recipe_for
from engine.language.framing import ASKED
from engine.presets import FormatPreset, PresetKind, SamplerPreset, StylePreset, load

STYLE = StylePreset(label="", positive="children's book illustration, soft watercolor", negative="photo, text")
SAMPLER = load(PresetKind.SAMPLERS, SamplerPreset, "quality")
FORMAT = load(PresetKind.FORMATS, FormatPreset, "a5")
PIEKS = Character(name="Igel Pieks", block="(small round hedgehog with red scarf:1.2), friendly dark eyes")
LOTTE = Character(name="Schnecke Lotte", block="(tiny snail with yellow house:1.2)")
BOOK = Book(cast=(PIEKS, LOTTE))

LINES = st.text(st.characters(codec="utf-8") | st.sampled_from("()\\:(). ,1.5naninfPieksLotte"), max_size=120)


def page(**scene: object) -> Page:
    return Page(id="p001", scene=Scene.model_validate(scene))


def weights(text: str) -> list[float]:
    return [found.weight for found in emphasis.emphases(text) if found.weight is not None]


def server_segments(text: str) -> list[tuple[str, float]]:
    """Read a prompt as ComfyUI documents it: nested emphasis, 1.1 without a number, the last colon before one."""

    def read(part: str, weight: float) -> list[tuple[str, float]]:
        segments: list[tuple[str, float]] = []
        depth, begin = 0, 0
        for place, letter in enumerate(part):
            if letter == "(":
                if depth == 0:
                    segments.append((part[begin:place], weight))
                    begin = place + 1
                depth += 1
            elif letter == ")":
                depth -= 1
                if depth == 0:
                    inside, heavier = part[begin:place], weight * 1.1
                    words, colon, number = inside.rpartition(":")
                    if colon and words:
                        with contextlib.suppress(ValueError):
                            inside, heavier = words, float(number)
                    segments += read(inside, heavier)
                    begin = place + 1
                assert depth >= 0
        assert depth == 0
        return [*segments, (part[begin:], weight)]

    return [s for s in read(text.replace("\\)", "\0").replace("\\(", "\1"), 1.0) if s[0]]


def test_style_block_action_framing_in_this_order() -> None:
    prompt = compose(
        BOOK,
        page(text="Pieks gähnt.", action="a hedgehog yawns.", framing="close-up"),
        STYLE,
    )
    assert prompt.positive == (
        "children's book illustration, soft watercolor, "
        "(small round hedgehog with red scarf:1.2), friendly dark eyes, a hedgehog yawns, close-up"
    )
    assert prompt.negative == f"{EMBEDDINGS}, photo, text, {SAFE}"
    assert [(part.kind, prompt.positive[part.start : part.end]) for part in prompt.parts] == [
        (PartKind.STYLE, "children's book illustration, soft watercolor"),
        (PartKind.BLOCK, "(small round hedgehog with red scarf:1.2), friendly dark eyes"),
        (PartKind.ACTION, "a hedgehog yawns"),
        (PartKind.FRAMING, "close-up"),
    ]


@pytest.mark.parametrize(
    ("seen", "scene", "outline"),
    [
        ({PIEKS}, {"text": "Pieks’ Nase ist kalt."}, {}),
        ({LOTTE}, {"text": "Lottes Haus ist gelb."}, {}),
        ({LOTTE}, {"action": "Lotte smiles"}, {}),
        ({PIEKS}, {"text": "Er schläft."}, {"who": "der Igel mit dem Schal: Pieks"}),
        ({PIEKS, LOTTE}, {"text": "Sie lachen."}, {"who": "Pieks, Lotte"}),
        ({PIEKS, LOTTE}, {"text": "Alle schlafen."}, {}),
        ({LOTTE}, {"text": "Pieks ist nicht da.", "characters": ("schnecke lotte",)}, {}),
        ({PIEKS}, {"text": "Die Lottendorfer kennen Pieks."}, {}),
    ],
)
def test_who_is_named_is_painted(seen: set[Character], scene: dict[str, object], outline: dict[str, str]) -> None:
    there = page(**scene).model_copy(update={"outline": OutlineLine(**outline)})
    positive = compose(BOOK, there, STYLE).positive
    assert {character for character in BOOK.cast if character.block in positive} == seen


def test_a_word_that_two_names_share_names_neither() -> None:
    both = Book(cast=(PIEKS, Character(name="Igel Mia", block="(hedgehog girl:1.2)")))
    assert "hedgehog girl" not in compose(both, page(text="Der Igel Pieks lacht."), STYLE).positive


def test_a_figure_stands_where_a_name_stood() -> None:
    positive = compose(BOOK, page(action="Pieks carries Lotte's house, the schnecke waits"), STYLE).positive
    assert "small round hedgehog carries tiny snail's house, the schnecke waits" in positive
    assert "Pieks" not in positive
    assert "Lotte" not in positive


@pytest.mark.parametrize(
    ("action", "kept"),
    [
        ("a star (glowing:1.2)", "a star (glowing:1.2)"),
        ("the clock (time 10:30)", r"the clock \(time 10:30\)"),
        ("a smile :) and :(", r"a smile :\) and :\("),
        ("(cat:nan)", r"\(cat:nan\)"),
        ("(cat:inf)", r"\(cat:inf\)"),
        ("a fox (with a scarf)", r"a fox \(with a scarf\)"),
        (r"already \(escaped\)", r"already \(escaped\)"),
        ("((deep:1.3) inside", r"\((deep:1.3) inside"),
    ],
)
def test_only_a_sound_emphasis_of_the_author_stays_one(action: str, kept: str) -> None:
    assert compose(Book(), page(action=action), StylePreset(label="", positive="x")).positive == f"x, {kept}"


@given(action=LINES, framing=LINES, block=LINES, positive=LINES, negative=LINES)
def test_no_text_unbalances_a_prompt_or_brings_an_absurd_weight(
    action: str, framing: str, block: str, positive: str, negative: str
) -> None:
    book = Book(cast=(Character(name="Lotte", block=block),))
    prompt = compose(
        book, page(action=action, framing=framing), StylePreset(label="", positive=positive, negative=negative)
    )
    for text in (prompt.positive, prompt.negative):
        assert emphasis.lone_parentheses(text) == []
        for _words, weight in server_segments(text):
            assert math.isfinite(weight)
            assert 0 < weight < 1e9
        assert all(emphasis.LIGHTEST <= weight <= emphasis.HEAVIEST for weight in weights(text))
        assert "\n" not in text


@given(action=LINES, block=LINES)
def test_what_is_composed_is_what_the_recipe_keeps(action: str, block: str) -> None:
    """Staleness compares the two: a prompt that changed on its way into the book would always be stale."""
    book = Book(cast=(Character(name="Lotte", block=block),))
    recipe = recipe_for(
        book,
        page(action=action),
        style=STYLE,
        sampler=SAMPLER,
        preset="quality",
        format=FORMAT,
        checkpoint="dreamshaper_8.safetensors",
        workflow="sd15_txt2img",
        seed=7,
    )
    assert recipe.positive == compose(book, page(action=action), STYLE).positive
    assert (recipe.width, recipe.height, recipe.steps) == (512, 768, 28)


@given(LINES)
def test_a_sound_block_stays_verbatim(words: str) -> None:
    block = Character(name="x", block=f"({emphasis.plain(words).replace('(', '').replace(')', '')}a:1.2)").block
    book = Book(cast=(Character(name="x", block=block),))
    if weights(block) == [1.2]:
        assert block in compose(book, page(), STYLE).positive


def test_a_size_that_the_server_would_cut_is_cut_before() -> None:
    odd = FormatPreset(label="", trim_width=100, trim_height=100, picture_width=517, picture_height=770)
    sampler = load(PresetKind.SAMPLERS, SamplerPreset, "quality")
    recipe = recipe_for(
        BOOK, page(), style=STYLE, sampler=sampler, preset="", format=odd, checkpoint="c", workflow="w", seed=0
    )
    assert (recipe.width, recipe.height) == (512, 768)


def test_the_weight_of_a_character_is_that_of_its_block() -> None:
    lighter = PIEKS.model_copy(update={"weight": 1.05})
    assert "(small round hedgehog with red scarf:1.2), friendly" in compose(BOOK, page(text="Pieks"), STYLE).positive
    positive = compose(Book(cast=(lighter,)), page(text="Pieks"), STYLE).positive
    assert "((small round hedgehog with red scarf:1.2), friendly dark eyes:1.05)" in positive


def test_a_framing_speaks_of_figures_too() -> None:
    positive = compose(BOOK, page(text="Pieks", framing="low angle behind Pieks"), STYLE).positive
    assert positive.endswith("low angle behind small round hedgehog")


def test_what_no_child_may_see_is_fended_off_whatever_the_style_says() -> None:
    style = StylePreset(label="", positive="x", negative="photo, nude,embedding:Own. (gore, (blood:1.2):1.3)")
    negative = compose(BOOK, page(), style).negative
    assert negative == (
        f"{EMBEDDINGS}, photo, nude, embedding:Own, (gore, (blood:1.2):1.3), "
        "nsfw, naked, sexualized, gore, blood, weapon, realistic child"
    )


@pytest.mark.parametrize(
    ("layout", "framing", "asked"),
    [
        (None, "close-up", "close-up"),
        (Layout.BELOW, "close-up", "close-up"),
        (Layout.OVER, "close-up.", f"close-up, {ASKED}"),
        (Layout.OVER, "", ASKED),
        (Layout.SPREAD, "wide shot, calm sky at the top", "wide shot, calm sky at the top"),
    ],
)
def test_where_words_shall_stand_on_the_picture_a_calm_place_is_asked_for(
    layout: Layout | None, framing: str, asked: str
) -> None:
    here = page(framing=framing).model_copy(update={"layout": layout})
    assert compose(Book(), here, STYLE).positive == f"{STYLE.positive}, {asked}"
    everywhere = Book(edition=Edition(layout=layout))
    assert compose(everywhere, page(framing=framing), STYLE).positive == f"{STYLE.positive}, {asked}"
