"""The pictures say in English what the text says in German, whoever wrote the text."""

from __future__ import annotations

import re

import pytest

from tests.engine.box.storyteller.asking import IDEAS, Story


@pytest.fixture(scope="module")
def story() -> Story:
    return Story(IDEAS[0]).outlined()


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("{hero} sitzt am Teich. Es regnet.", ["hedgehog", "sitting", "pond", "rain"]),
        ("Nachts trägt {hero} eine rote Laterne durch den Wald.", ["hedgehog", "red lantern", "forest", "night"]),
        ("Auf dem Berg liegt Schnee. Ein alter Bär schläft.", ["mountain", "snow", "an old bear", "sleeping"]),
        ("{hero} backt in der Küche drei Kuchen.", ["kitchen", "baking", "three cakes"]),
        ("Am Morgen fliegen zwei weiße Enten über den See.", ["two white ducks", "flying", "lake", "morning"]),
        ("{hero} malte im Garten eine große gelbe Sonne.", ["garden", "painting", "big yellow sun"]),
        ("Im Nebel steht ein Schloss. Eine Eule ruft.", ["castle", "fog", "an owl"]),
        ("Der Sturm heult. {hero} hält sich am Baum fest.", ["storm", "tree"]),
    ],
)
def test_the_text_as_it_stands_is_translated(story: Story, text: str, seen: list[str]) -> None:
    picture = story.pictures({3: text.format(hero=story.cast[0]["name"])})[0]
    for words in seen:
        assert words in picture["scene_en"], picture["scene_en"]


def test_an_edited_text_changes_the_picture(story: Story) -> None:
    text = story.texts(2)[0]
    before = story.pictures({2: text})[0]["scene_en"]
    after = story.pictures({2: text.replace("Stern", "Apfel")})[0]["scene_en"]
    assert "star" in before and "apple" in after and "star" not in after


def test_no_name_and_no_german_reaches_the_painter() -> None:
    for idea in IDEAS:
        story = Story(idea, age="5-7").outlined()
        texts = dict(enumerate(story.texts(), 1))
        for picture in story.pictures(texts):
            scene = picture["scene_en"]
            assert scene.isascii() and len(scene) <= 300, scene
            for figure in story.cast:
                name = figure["name"].split()[-1]
                assert not re.search(rf"\b{name}\b", scene), scene
            assert not re.search(r"\b(der|die|das|und|ein|eine|im|am)\b", scene), scene


def test_framings_vary_and_alternative_texts_are_short() -> None:
    story = Story(IDEAS[3]).outlined()
    pictures = story.pictures(dict(enumerate(story.texts(), 1)))
    assert len({picture["shot_en"] for picture in pictures}) >= 5
    assert all(10 < len(picture["summary_de"]) <= 125 for picture in pictures)
    long = "Bolle und viele andere kleine Tiere " + "laufen durch den großen dunklen Wald und " * 8 + "singen."
    assert len(story.pictures({1: long})[0]["summary_de"]) <= 125


def test_a_page_without_a_place_stays_where_the_page_before_was(story: Story) -> None:
    hero = story.cast[0]["name"]
    story = Story(story.idea, cast=story.cast)
    pictures = story.pictures({1: f"{hero} geht in den Wald.", 2: f"{hero} findet eine Feder."})
    assert "forest" in pictures[1]["scene_en"]


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("{hero} geht los. Die Sonne kitzelt an der Nase. Da springt er hoch.", "sun jumping"),
        ("Das Licht geht aus. {hero} lacht.", "light walking"),
        ("Der Hammer schläft im Gras. {hero} gähnt.", "hammer sleeping"),
        ("{hero} hilft einem Hasen. Er lacht laut.", "hedgehog laughing"),
        ("„Der Mond ist mein Freund“, sagt {hero} am Mittag.", "at night"),
        ("{hero} springt in eine Pfütze. Die Sonne scheint.", "rain"),
    ],
)
def test_nothing_is_seen_that_the_text_does_not_say(story: Story, text: str, wrong: str) -> None:
    picture = story.pictures({3: text.format(hero=story.cast[0]["name"])})[0]
    assert wrong not in picture["scene_en"]


def test_a_thing_keeps_its_colour_and_the_alternative_text_is_a_whole_sentence() -> None:
    story = Story("Eine kleine Ente sucht ihr gelbes Boot", age="3-5").outlined()
    pictures = story.pictures(dict(enumerate(story.texts(), 1)))
    boats = [picture["scene_en"] for picture in pictures if "boat" in picture["scene_en"]]
    assert boats and all("yellow boat" in scene for scene in boats)
    assert not any(mark in picture["summary_de"] for picture in pictures for mark in "„“?")
