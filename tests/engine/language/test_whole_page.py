"""What only a page shows: another language, irony, marks and letters gone wrong."""

from __future__ import annotations

import pytest

from engine.language.check import check_book
from engine.language.finding import Rule
from tests.engine.language.limits import AGE


def rules(page: str) -> set[Rule]:
    return {finding.rule for finding in check_book([page], AGE).pages[0]}


@pytest.mark.parametrize(
    "page",
    [
        "The little fox runs through the forest and looks for a red stone.",
        "De kleine vos loopt door het bos en zoekt een rode steen.",
        "Le petit renard court dans la forêt et cherche une pierre rouge.",
    ],
)
def test_another_language_is_noticed(page: str) -> None:
    assert Rule.LANGUAGE in rules(page)


def test_german_is_german() -> None:
    assert Rule.LANGUAGE not in rules("Mia, Ben, Oma und Opa backen Kuchen. Der Hund schläft. Alle lachen.")


@pytest.mark.parametrize("page", ["Na toll, der Regen kommt.", "Das war eine „tolle“ Idee."])
def test_marks_of_irony_are_shown(page: str) -> None:
    assert Rule.IRONY in rules(page)


@pytest.mark.parametrize("page", ["Er sagt „ja“, und sie nickt.", "„Na gut“, sagt der Bär."])
def test_plain_speech_is_no_irony(page: str) -> None:
    assert Rule.IRONY not in rules(page)


def test_marks_and_letters_gone_wrong_are_shown_on_the_page() -> None:
    assert {Rule.QUOTES, Rule.ASCII_UMLAUT, Rule.MOJIBAKE} <= rules("„Der Baer ist mÃ¼de.")
