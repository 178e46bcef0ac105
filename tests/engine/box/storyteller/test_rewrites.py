"""A page told again does what the author wished."""

from __future__ import annotations

import re

import pytest

from engine.box.storyteller.sentences import count_words, sentences
from tests.engine.box.storyteller.asking import IDEAS, Story

TEXT = (
    "Piko läuft in den Wald, und der Wind weht laut. Er sieht einen Stern! Der Stern leuchtet hell. „Komm!“, ruft Piko."
)


@pytest.fixture
def story() -> Story:
    cast = [
        {"name": "Piko", "look_en": "small brown hedgehog, red scarf"},
        {"name": "Frida", "look_en": "small round snail"},
    ]
    return Story(IDEAS[0], cast=cast)


def test_shorter_is_shorter_and_longer_is_longer(story: Story) -> None:
    assert len(story.rewritten(TEXT, "Bitte kürzer")) < len(TEXT)
    assert len(story.rewritten(TEXT, "etwas länger")) > len(TEXT)
    assert len(story.rewritten("Piko rennt und rennt.", "kürzer")) < len("Piko rennt und rennt.")


def test_more_speech_is_more_speech(story: Story) -> None:
    told = story.rewritten(TEXT, "mehr wörtliche Rede")
    assert told.count("„") > TEXT.count("„") and told.count("„") == told.count("“")


def test_calmer_is_not_loud(story: Story) -> None:
    told = story.rewritten(TEXT, "ruhiger")
    assert "!" not in re.sub(r"„[^“]*“", "", told) and "ruft" not in told


def test_simpler_has_shorter_sentences(story: Story) -> None:
    told = story.rewritten(TEXT, "Satz 1 hat 11 Wörter. Mach zwei Sätze daraus.")
    assert max(map(count_words, sentences(told))) < max(map(count_words, sentences(TEXT)))


@pytest.mark.parametrize(
    ("wish", "shown"),
    [
        ("mit Regen", "regnet"),
        ("im Schnee", "schneit"),
        ("Es soll Nacht sein", "Mond"),
        ("mit einem großen Hund", "ein großer Hund"),
    ],
)
def test_what_the_wish_names_comes_in(story: Story, wish: str, shown: str) -> None:
    assert shown in story.rewritten(TEXT, wish)


def test_without_something_it_is_gone(story: Story) -> None:
    assert "Stern" not in story.rewritten(TEXT, "ohne den Stern")


def test_one_thing_for_another(story: Story) -> None:
    assert "Mond" in story.rewritten(TEXT, "Statt Stern lieber Mond")


def test_the_tense_of_the_page_is_kept_or_changed_as_wished(story: Story) -> None:
    past = story.rewritten(TEXT, "in der Vergangenheit")
    assert "lief" in past and "leuchtete" in past and "„Komm!“" in past
    funny = story.rewritten("Piko lief in den Wald. Er fand einen Stern.", "lustiger")
    assert re.search(r"\b(hüpfte|sah|saß|nieste|überholte|rollte)\b", funny)


def test_every_wish_gives_another_version(story: Story) -> None:
    for wish in ("schöner", "spannender", "als Reim", "trauriger", "mach was draus", "lustiger", ""):
        told = story.rewritten(TEXT, wish)
        assert told != TEXT and told.count("„") == told.count("“"), wish


def test_a_text_of_several_lines_is_one_page(story: Story) -> None:
    assert "Wald" in story.rewritten("Piko ist da.\n  Er geht in den Wald.", "länger")
