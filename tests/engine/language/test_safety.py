"""What an author relies on: grave words are found where they stand, harmless ones that look alike are left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from engine.book.model import Book, Character, Page, Scene
from engine.errors import Exit, FibelError
from engine.language.book_safety import Where, book_concerns, refuse_book, refuse_prompt, safety_rules
from engine.language.safety import Gravity, SafetyRule, concerns
from tests.engine.box.storyteller.asking import IDEAS, Story
from tests.engine.language.labelled import clean_sentences
from tests.engine.language.limits import DATA

RULES = safety_rules()
GERMAN = RULES.texts["de"]


def labelled(name: str) -> list[tuple[str, str]]:
    lines = (DATA / name).read_text("utf-8").splitlines()
    return [(kind, text) for kind, text in (line.split("\t") for line in lines)]


@pytest.mark.parametrize(
    ("name", "rules", "recall"),
    [("safety-de.tsv", GERMAN, 0.95), ("safety-de-second.tsv", GERMAN, 0.95), ("safety-en.tsv", RULES.prompts, 0.9)],
)
def test_few_are_missed_and_hardly_any_alarm_is_false(name: str, rules: tuple[SafetyRule, ...], recall: float) -> None:
    rows = labelled(name)
    grave = [text for kind, text in rows if kind != "-"]
    found = [text for text in grave if concerns(text, rules, "3-5")]
    false = [text for kind, text in rows if kind == "-" and concerns(text, rules, "3-5")]
    assert len(found) >= recall * len(grave)
    assert len(false) <= 1


@pytest.mark.parametrize(
    "text", [text for name in ("safety-de.tsv",) for kind, text in labelled(name) if kind == "block"]
)
def test_what_no_book_for_children_may_say_blocks(text: str) -> None:
    assert any(one.gravity is Gravity.BLOCK for one in concerns(text, GERMAN, "3-5"))


def test_clean_sentences_raise_no_concern() -> None:
    assert [one for text in clean_sentences() for one in concerns(text, GERMAN, "2-3")] == []


def test_a_concern_says_where_it_stands_in_both_languages() -> None:
    text = "Der Pirat zieht seinen Säbel. Ahoi!"
    (found,) = concerns(text, GERMAN, "3-5")
    assert text[found.start : found.end] == "Säbel"
    assert found.rule == "weapons"
    assert found.de.startswith("„Säbel“: Eine Waffe")
    assert found.en.startswith("“Säbel”: A weapon")


def test_older_children_see_some_things_otherwise() -> None:
    by_age = {age: concerns("Opa ist gestorben.", GERMAN, age)[0].gravity for age in ("3-5", "7-9")}
    assert by_age == {"3-5": Gravity.REVIEW, "7-9": Gravity.INFO}


def test_a_gap_does_not_reach_over_the_end_of_a_sentence() -> None:
    assert concerns("Tim zündet heimlich eine Kerze an.", GERMAN, "3-5")
    assert not concerns("Oma zündet etwas. Tim kommt an.", GERMAN, "3-5")


@given(st.text(max_size=400))
def test_any_text_can_be_looked_at(text: str) -> None:
    for found in concerns(text, (*GERMAN, *RULES.prompts), "3-5"):
        assert 0 <= found.start < found.end <= len(text)


def test_a_pattern_that_says_nothing_is_refused() -> None:
    with pytest.raises(ValidationError, match="begin with a letter"):
        SafetyRule.model_validate({"name": "x", "gravity": "info", "words": ["… an"], "de": "x", "en": "x"})


def book(**scene: str) -> Book:
    cast = (Character(name="Mia", block="(a girl in a red coat:1.2)"),)
    return Book(title="Mia", cast=cast, pages=(Page(id="p001", scene=Scene.model_validate(scene)),))


def test_a_book_is_read_in_its_order() -> None:
    grave = book(text="Mia spielt mit dem Feuerzeug.", action="a girl with a knife", alt="Ein Messer")
    found = book_concerns(grave.model_copy(update={"title": "Der Mord"}), RULES)
    assert [(one.where, one.page) for one in found] == [
        (Where.TITLE, None),
        (Where.TEXT, "p001"),
        (Where.ALT, "p001"),
        (Where.ACTION, "p001"),
    ]
    assert found[0].concern.gravity is Gravity.BLOCK


def test_what_blocks_is_refused_with_its_words_and_what_is_to_be_looked_at_passes() -> None:
    refuse_book(book(text="Opa ist gestorben."), RULES)
    refuse_prompt("a pirate with a sword", "3-5", RULES)
    with pytest.raises(FibelError, match="“tötet”") as refused:
        refuse_book(book(text="Der Räuber tötet den König."), RULES)
    assert (refused.value.code, refused.value.exit) == ("not_for_children", Exit.REFUSED)
    with pytest.raises(FibelError, match="bathing suit"):
        refuse_prompt("a little girl taking a bath", "3-5", RULES)


@pytest.mark.parametrize("idea", IDEAS)
def test_the_boxs_own_stories_raise_no_grave_concern(idea: str) -> None:
    story = Story(idea, pages=6, seed=len(idea)).outlined()
    texts = dict(enumerate(story.texts(), start=1))
    found = [one for text in texts.values() for one in concerns(text, GERMAN, story.age)]
    seen = [one for picture in story.pictures(texts) for one in concerns(picture["scene_en"], RULES.prompts, story.age)]
    assert [one for one in (*found, *seen) if one.gravity is Gravity.BLOCK] == []
