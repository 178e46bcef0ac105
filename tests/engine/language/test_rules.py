"""Length, abstract nouns, tense, English words; a page and a book as a whole."""

from __future__ import annotations

import pytest

from engine.language.check import check_book, check_text
from engine.language.finding import Rule, Severity
from engine.language.readability import readability, syllables
from engine.language.sentences import sentences
from engine.presets import AgePreset, PresetKind, load
from tests.engine.language.limits import AGE, found

NINE = "Der Fuchs geht heute mit Mia in den Wald."


def test_the_age_decides_how_long_a_sentence_may_be() -> None:
    youngest = load(PresetKind.AGES, AgePreset, "2-3")
    assert not check_text(NINE, AGE)
    (finding,) = check_text(NINE, youngest)
    assert (finding.rule, finding.severity) == (Rule.TOO_LONG, Severity.WARNING)
    assert "9 Wörter, höchstens 7" in finding.de


def test_more_than_fifteen_words_are_an_error_at_any_age() -> None:
    oldest = load(PresetKind.AGES, AgePreset, "7-9")
    (finding,) = check_text("Der Fuchs geht mit Mia und Ben und Oma und Opa und Bello in den Wald.", oldest)
    assert (finding.rule, finding.severity) == (Rule.TOO_LONG, Severity.ERROR)


@pytest.mark.parametrize(
    "noun", ["Freundschaft", "Hoffnungen", "Einsamkeit", "Generation", "Begleitung", "Erzählungen", "Mut", "Verhältnis"]
)
def test_an_abstract_noun_is_seen(noun: str) -> None:
    assert found(f"Da ist {noun}.", Rule.ABSTRACT_NOUN) == [noun]


@pytest.mark.parametrize(
    "noun",
    ["Zeitung", "Wohnungen", "Jungen", "Lungen", "Sprung", "Station", "Mannschaft", "Süßigkeiten", "Datum", "Tennis",
     "Wasserleitung", "Einladung", "Skorpion", "Kuchen", "Lichtung"],
)  # fmt: skip
def test_a_noun_that_can_be_painted_is_left_alone(noun: str) -> None:
    assert found(f"Da ist {noun}.", Rule.ABSTRACT_NOUN) == []


@pytest.mark.parametrize(
    ("text", "verbs"),
    [
        ("Der Dachs läuft los. Dann fand er einen Hut. Er lacht.", ["fand"]),
        ("Der Dachs lief los. Er suchte den Hut. Da findet er ihn.", ["findet"]),
        ("Der Dachs läuft los. Dann wartete er lange.", ["wartete"]),
        ("Die Kinder warten. Sie arbeiten. Ben lachte.", ["lachte"]),
        ("Der Dachs läuft. „Ich war müde“, sagt er.", []),
        ("Der Dachs ist gefallen. Nun weint er.", []),
        ("Der Dachs lief los. „Ich komme!“, rief er. Alle warteten.", []),
        ("Heute scheint die Sonne. Bunte Blätter fallen. Die erste Nuss liegt da.", []),
    ],
)
def test_a_page_keeps_its_tense(text: str, verbs: list[str]) -> None:
    assert found(text, Rule.TENSE) == verbs


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Der kleine Fox hat ein super cooles Feeling.", ["Fox", "cooles", "Feeling"]),
        ("Alle chillen und relaxen.", ["chillen", "relaxen"]),
        ("Das macht keinen Sinn.", ["macht keinen Sinn"]),
        ("Once upon a time lebte ein Bär.", ["Once upon a time"]),
        ("Das Baby lacht im Team der Clowns am Computer.", []),
        ("Der Mann hat die Hand am Arm, und so war es.", []),
    ],
)
def test_english_is_seen(text: str, words: list[str]) -> None:
    assert found(text, Rule.ANGLICISM) == words


def test_a_book_is_told_in_one_tense() -> None:
    checked = check_book(["Der Dachs läuft. Er lacht.", "", "Dann fand er den Hut."], AGE)
    assert [[f.rule for f in page] for page in checked.pages] == [[], [], [Rule.TENSE]]


def test_a_page_has_room_for_so_many_words() -> None:
    page = "Der Dachs lacht laut. Die Ente singt leise. " * 8
    checked = check_book([page], AGE)
    assert [f.rule for f in checked.pages[0]] == [Rule.PAGE_LENGTH]
    assert [f.rule for f in checked.book] == [Rule.BOOK_LENGTH]


def test_openings_that_repeat_are_named_from_the_third_on() -> None:
    checked = check_book(["Er lacht. Er singt. Er hüpft. Dann schläft er."], AGE)
    (finding,) = checked.pages[0]
    assert (finding.rule, finding.start) == (Rule.OPENINGS, 20)


def test_readability_is_information() -> None:
    easy = readability(sentences("Der Fuchs läuft. Er sucht den roten Stein."))
    assert (easy.words, easy.sentences, easy.lix) == (8, 2, 4.0)
    assert easy.flesch is not None
    assert easy.flesch > 90
    assert readability([]).lix is None


@pytest.mark.parametrize(
    ("word", "count"),
    [("Oma", 2), ("Igel", 2), ("über", 2), ("Mia", 2), ("einen", 2), ("beeilen", 3), ("geübt", 2), ("Eule", 2),
     ("Schmetterling", 3), ("Familie", 4), ("Batterie", 3), ("Bäume", 2), ("Pst", 1), ("Theater", 3)],
)  # fmt: skip
def test_syllables(word: str, count: int) -> None:
    assert syllables(word) == count
