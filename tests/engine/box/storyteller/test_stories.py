"""What an author and a child rely on when the box tells a story."""

from __future__ import annotations

import re
from itertools import pairwise
from random import Random

import pytest

from engine.box.storyteller.idea import read_idea
from engine.box.storyteller.outline import outline
from engine.box.storyteller.sentences import count_sentences, count_words, sentences
from tests.engine.box.storyteller.asking import IDEAS, Story

WORDS = {"2-3": 7, "3-5": 9, "5-7": 11, "7-9": 12}
SENTENCES = {"2-3": (2, 4), "3-5": (3, 6), "5-7": (5, 9), "7-9": (6, 11)}
FORBIDDEN = re.compile(
    r"\b(weil|dass|obwohl|während|damit|nachdem|bevor|worden|cool|okay|happy|Feeling)\b|[{}<>‹›\[\]|\"]|\bNone\b"
)
PASSIVE = re.compile(r"\b(wird|wurde|werden|wurden)\b[^.!?„]*\bge\w+t\b")
WRONG_CASES = re.compile(
    r"\b(mit|von|bei|zu|aus|nach) (der (Mond|Stern|Igel)|die \w+|das \w+)|\b(für|durch|ohne|um) (der|dem) "
    r"|\b(zu dem|in dem|an dem|zu der|von dem|bei dem)\b|\bein (Eule|Maus|Ente|Katze|Schnecke)\b"
)


@pytest.mark.parametrize("age", ["2-3", "3-5", "5-7", "7-9"])
@pytest.mark.parametrize("idea", IDEAS)
def test_a_story_keeps_the_rules_of_its_age(idea: str, age: str) -> None:
    story = Story(idea, age=age, pages=8, seed=len(idea)).outlined()
    texts = story.texts()
    fewest, most = SENTENCES[age]
    for text in texts:
        assert fewest <= len(sentences(text)), text
        assert count_sentences(text) <= most, text
        for sentence in sentences(text):
            assert count_words(sentence) <= WORDS[age], sentence
        assert not FORBIDDEN.search(text), text
        assert not PASSIVE.search(text), text
        assert not WRONG_CASES.search(text), text
        assert text.count("„") == text.count("“"), text
        assert not re.search(r"\.\.(?!\.)|\s[.,!?]|  |(?:^|[.!?] )[a-zäöü]", text), text
    if age == "7-9":
        assert sum("„" in text for text in texts) >= len(texts) - 1


@pytest.mark.parametrize("pages", [1, 2, 3, 4, 8, 12, 24, 40, 60])
@pytest.mark.parametrize("idea", IDEAS[:11:2])
def test_a_book_has_as_many_pages_as_asked_and_no_page_twice(idea: str, pages: int) -> None:
    story = Story(idea, age="5-7", pages=pages).outlined()
    assert len(story.plan) == pages
    lines = [(line["what"], line["where"]) for line in story.plan]
    texts = story.texts()
    assert len(set(lines)) == len(set(texts)) == pages


@pytest.mark.parametrize("idea", IDEAS)
def test_each_planned_page_has_a_scene_of_its_own(idea: str) -> None:
    """A page that only turns its outline line into a sentence would be dull: its text says more than its line."""
    story = Story(idea, age="3-5", pages=12, seed=3).outlined()
    for line, text in zip(story.plan, story.texts(), strict=True):
        assert line["what"].rstrip(".") not in text or count_sentences(text) >= 3


def test_the_hero_is_there_from_the_first_page_to_the_last() -> None:
    for idea in IDEAS:
        story = Story(idea, pages=8).outlined()
        texts = story.texts()
        named = [any(figure["name"] in text for figure in story.cast) for text in texts]
        assert named[0] and sum(named) >= len(texts) // 3, idea


def test_two_ideas_give_two_stories() -> None:
    books = {idea: " ".join(Story(idea, pages=8).outlined().texts()) for idea in IDEAS}
    for first, second in pairwise(books.values()):
        shared = set(sentences(first)) & set(sentences(second))
        assert len(shared) < len(sentences(first)) // 2
    assert len(set(books.values())) == len(IDEAS)


def test_a_seed_tells_it_again_and_another_seed_tells_it_differently() -> None:
    one, again, other = (Story(IDEAS[0], seed=seed).outlined() for seed in (1, 1, 2))
    assert one.plan == again.plan and one.texts() == again.texts()
    assert one.plan != other.plan
    other.plan, other.cast, other.title = one.plan, one.cast, one.title
    assert one.texts() != other.texts()


def test_pages_written_one_by_one_fit_to_those_written_before() -> None:
    story = Story(IDEAS[0], age="5-7").outlined()
    told: dict[int, str] = {}
    for page in range(1, 9):
        told[page] = story.texts(page, so_far=told)[0]
    assert len(set(told.values())) == 8
    helper = story.cast[1]["name"]
    first = next(text for text in told.values() if helper in text)
    assert re.search(rf"Da \w+ {helper}", first), "a helper comes on stage before it speaks"


def test_a_changed_place_figure_deed_and_feeling_show_in_the_text() -> None:
    for age in WORDS:
        story = Story(IDEAS[0], age=age).outlined()
        story.plan[2]["where"] = "In der Küche"
        story.plan[3]["who"] += ", Lotte"
        story.plan[4] |= {"what": f"{story.cast[0]['name']} malt einen Elefanten an die Wand", "where": "Im Park"}
        story.plan[5]["feeling"] = "wütend"
        texts = story.texts()
        assert "Küche" in texts[2]
        assert "Lotte" in texts[3]
        assert "Elefanten" in texts[4] and "Park" in texts[4]
        assert re.search(r"stampf|brumm|Gesicht", texts[5])


def test_a_line_without_a_subject_is_about_the_hero() -> None:
    story = Story(IDEAS[0], age="7-9").outlined()
    hero = story.cast[0]["name"]
    story.plan[1]["what"] = "backt einen Kuchen für alle"
    story.plan[2]["what"] = "ein Boot aus Rinde bauen"
    texts = story.texts()
    assert re.search(rf"({hero}|Er|Sie) backte einen Kuchen für alle", texts[1])
    assert re.search(rf"({hero}|Er|Sie) wollte ein Boot aus Rinde bauen", texts[2])


def test_another_name_in_the_cast_and_the_plan_is_used() -> None:
    story = Story(IDEAS[0]).outlined()
    old = story.cast[0]["name"]
    story.cast[0]["name"] = "Stupsi"
    for line in story.plan:
        line |= {key: line[key].replace(old, "Stupsi") for key in ("who", "what")}
    texts = story.texts()
    assert "Stupsi" in texts[0] and not any(old in text for text in texts)


def test_heroes_who_are_several_act_together() -> None:
    story = Story("Drei Mäuse wollen zum Mond", age="5-7").outlined()
    assert [figure["look_en"].split(",")[0] for figure in story.cast] == ["small grey mouse"] * 3
    assert len({figure["look_en"] for figure in story.cast}) == 3
    text = " ".join(story.texts())
    assert "Die drei Mäuse" in text and not re.search(r"drei Mäuse \w+te\b(?!n)", text)


def test_the_cast_is_described_in_visible_english() -> None:
    for idea in IDEAS:
        story = Story(idea).outlined()
        assert 1 <= len(story.cast) <= 3
        for figure in story.cast:
            assert re.fullmatch(r"[a-z ,-]+", figure["look_en"]) and figure["look_en"].count(",") >= 1
            assert figure["name"].lower() not in figure["look_en"]


def test_names_in_the_idea_are_kept() -> None:
    assert Story("Lina hat Angst vor dem Gewitter").outlined().cast[0]["name"] == "Lina"
    assert Story("Der kleine Drache Fauch traut sich nicht zu fliegen").outlined().cast[0]["name"] == "Fauch"
    assert [figure["name"] for figure in Story("Tom und Ida bauen ein Baumhaus").outlined().cast[:2]] == ["Tom", "Ida"]


def test_the_request_says_the_tense() -> None:
    story = Story(IDEAS[0], age="5-7").outlined()
    assert " war ein" in story.texts()[0]
    story.idea += "\nZeitform: Präsens"
    assert re.search(r"\bist\b", story.texts()[0]) and " war " not in story.texts()[0]


def test_family_named_in_the_idea_is_in_the_story() -> None:
    premise = read_idea("Ein Junge baut mit seinem Opa ein Boot")
    planned = outline(premise, 8, Random(7))
    assert "Opa" in [figure["name"] for figure in planned["cast"]]
    assert any("Opa" in line["who"] for line in planned["pages"])


def test_two_children_with_names_are_called_by_them() -> None:
    texts = Story("Mia und Jonas entdecken eine geheime Höhle", age="7-9", pages=12).outlined().texts()
    assert sum("Mia und Jonas" in text for text in texts) >= 8
    assert not any("zwei Kinder " in text for text in texts[1:])


@pytest.mark.parametrize("idea", [*IDEAS, "Lina baut mit Opa eine Rakete", "Der Löwe will nicht baden"])
def test_no_sentence_that_tells_is_told_on_two_pages(idea: str) -> None:
    """A refrain may come again, and what somebody asks of everyone; what happens does not happen twice."""
    for age in ("3-5", "7-9"):
        told = [
            sentence
            for text in Story(idea, age=age, pages=12).outlined().texts()
            for sentence in set(sentences(text))
            if count_words(sentence) > 3 and "„" not in sentence and "“" not in sentence
        ]
        assert [sentence for sentence in set(told) if told.count(sentence) > 1] == [], idea
