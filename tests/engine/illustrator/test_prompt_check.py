"""What an author relies on: what would spoil a picture is found before it is painted, at its place, in their words."""

from __future__ import annotations

import pytest

from engine.book.model import Book, Character, Page, Scene
from engine.illustrator import tokens
from engine.illustrator.composer import Prompt, compose
from engine.illustrator.prompt_check import PromptRule, check_prompt, crowded_out, read_prompt
from engine.language.finding import Severity
from engine.presets import StylePreset

STYLE = StylePreset(label="", positive="children's book illustration, soft watercolor", negative="photo, text")
PIEKS = Character(name="Pieks", block="(small round hedgehog with red scarf:1.2), friendly dark eyes")
LOTTE = Character(name="Lotte", block="(tiny snail with yellow house:1.2)")
BOOK = Book(cast=(PIEKS, LOTTE))


def page(**scene: object) -> Page:
    return Page(id="p001", scene=Scene.model_validate(scene))


@pytest.mark.parametrize(
    ("positive", "found"),
    [
        ("a fox in the snow", {}),
        ("(a fox", {PromptRule.UNBALANCED: "("}),
        ("a fox :)", {PromptRule.UNBALANCED: ")"}),
        ("(fox:30)", {PromptRule.WEIGHT: "(fox:30)"}),
        ("a clock (time 10:30)", {PromptRule.WEIGHT: "(time 10:30)"}),
        (r"a clock \(time 10:30\)", {PromptRule.HELD: r"\(time 10:30\)"}),
        ("(cat:nan)", {PromptRule.WEIGHT: "(cat:nan)"}),
        ("(cat:1.9)", {PromptRule.WEIGHT: "(cat:1.9)"}),
        ("(a cat:1.2, a dog:1.5)", {PromptRule.WEIGHTS_MIXED: "(a cat:1.2, a dog:1.5)"}),
        ("(fox: red fur)", {PromptRule.COLON: "(fox: red fur)"}),
        ("a [red] fox", {PromptRule.FOREIGN: "[red]"}),
        ("a fox <lora:fox:0.8>", {PromptRule.FOREIGN: "<lora:fox:0.8>"}),
        ("blurry,embedding:BadDream", {PromptRule.EMBEDDING: "embedding:BadDream"}),
        ("embedding:BadDream.", {PromptRule.EMBEDDING: "embedding:BadDream."}),
        ("Embedding:BadDream, x", {PromptRule.EMBEDDING: "Embedding:BadDream"}),
        ("(embedding:BadDream:1.2), ugly", {}),
        ("embedding:Gone, ugly", {PromptRule.EMBEDDING_UNKNOWN: "embedding:Gone"}),
        ("ein Fuchs im Schnee", {PromptRule.NOT_ENGLISH: "ein Fuchs im Schnee"}),
        ("a fox im verschneiten Wald", {PromptRule.NOT_ENGLISH: "im verschneiten Wald"}),
        ("a hedgehog called Pieks", {PromptRule.NAME: "Pieks"}),
    ],
)
def test_each_hazard_is_named_where_it_stands(positive: str, found: dict[PromptRule, str]) -> None:
    findings = check_prompt(Prompt(positive, "photo"), BOOK.cast, known={"BadDream"})
    told = [one for one in findings if one.severity is not Severity.INFO or one.rule in found]
    assert {one.rule: positive[one.start : one.end] for one in told} == found
    assert all(one.de and one.en and not one.negative for one in findings)


def test_the_negative_prompt_is_looked_at_too() -> None:
    (found,) = check_prompt(Prompt("a fox", "bad,embedding:BadDream"))
    assert found.negative
    assert found.rule is PromptRule.EMBEDDING


def test_a_block_beyond_the_border_is_an_error() -> None:
    long = StylePreset(label="", positive=", ".join(["soft watercolor"] * 34))
    reading = read_prompt(BOOK, page(text="Pieks", action="a hedgehog yawns"), long)
    beyond = [found for found in reading.findings if found.rule is PromptRule.BLOCK_BEYOND]
    assert [found.severity for found in beyond] == [Severity.ERROR]
    assert reading.positive[beyond[0].start : beyond[0].end] == PIEKS.block
    assert [part.in_first_chunk for part in reading.parts] == [False] * 3


def test_a_style_that_yields_makes_room_for_the_block_and_only_where_it_must() -> None:
    long = StylePreset(label="", positive=", ".join(f"soft watercolor {n}" for n in "abcdefghijklmnopqrstuvwxyz"))
    there = page(text="Pieks", action="a hedgehog yawns", framing="close-up", characters=("Pieks",))
    assert crowded_out(BOOK, [there], long) == ("Pieks",)
    yielding = BOOK.model_copy(update={"style_yields": True})
    assert crowded_out(yielding, [there], long) == ()
    prompt = compose(yielding, there, long).positive
    assert prompt.startswith("soft watercolor a, ")
    assert prompt.endswith("soft watercolor z")
    assert sorted(prompt.split(", ")) == sorted(compose(BOOK, there, long).positive.split(", ")), "nothing is lost"
    assert compose(yielding, there, STYLE) == compose(BOOK, there, STYLE), "where there is room nothing moves"


def test_the_action_is_what_fades_first() -> None:
    action = ", ".join(["a hedgehog looks at the very large moon"] * 8)
    reading = read_prompt(BOOK, page(text="Pieks", action=action, framing="close-up"), STYLE)
    assert [part.in_first_chunk for part in reading.parts] == [True, True, False, False]
    assert reading.first_chunk == tokens.CHUNK
    assert reading.border is not None
    (found,) = reading.findings
    assert (found.rule, found.start) == (PromptRule.TOO_LONG, reading.border)


def test_parts_and_tokens_add_up() -> None:
    reading = read_prompt(BOOK, page(text="Pieks", action="a hedgehog yawns", framing="close-up"), STYLE)
    commas = len(reading.parts) - 1
    assert sum(part.tokens for part in reading.parts) + commas == reading.tokens == reading.first_chunk
    assert reading.border is None
    assert reading.findings == ()


def test_a_look_said_twice_or_not_at_all_is_found() -> None:
    nobody = Character(name="Mia")
    book = Book(cast=(LOTTE, nobody))
    there = page(characters=("Lotte", "Mia"), action="(tiny snail with yellow house:1.2) on a leaf")
    rules = {found.rule for found in read_prompt(book, there, STYLE).findings}
    assert rules == {PromptRule.BLOCK_TWICE, PromptRule.NO_BLOCK}


def test_a_block_that_cannot_stand_as_it_is_written_is_told() -> None:
    book = Book(cast=(Character(name="Mia", block="(a girl:1.2), red hat :)"),))
    found = read_prompt(book, page(text="Mia"), STYLE).findings
    assert PromptRule.BLOCK_CHANGED in {one.rule for one in found}
    assert PromptRule.UNBALANCED not in {one.rule for one in found}
