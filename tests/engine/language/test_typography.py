"""The normaliser sets marks, never letters, and is content with its own work."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from engine.language.finding import Rule
from engine.language.typography import Quotes, normalise, quote_findings, spelling_findings
from tests.engine.language.limits import DATA
from tests.engine.language.test_sentences import ANY

MARKS = st.text("„“”»«\"'‚‘ .,!?…-–—:;\u00a0\u200b\n\taZz3\u0308BhMai", max_size=80)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ('"Komm!", ruft er.', "„Komm!“, ruft er."),
        ("“Komm!”, ruft er.", "„Komm!“, ruft er."),
        ("»Komm!«, ruft er.", "„Komm!“, ruft er."),
        ('„Komm!”, ruft er. „Los!"', "„Komm!“, ruft er. „Los!“"),
        ("„Ich komme,“ sagt er.", "„Ich komme“, sagt er."),
        ("Und dann...", "Und dann…"),
        ("Er kam - und ging.", "Er kam – und ging."),
        ("Er kam -- und ging.", "Er kam – und ging."),
        ("Er kam—und ging.", "Er kam – und ging."),
        ("3-5 Jahre", "3–5 Jahre"),
        ("Das geht's", "Das geht’s"),
        ("Max' Hut", "Max’ Hut"),
        ("Hilfe!!!", "Hilfe!"),
        ("Was ?", "Was?"),
        ("Am 3. Mai, z.B. Dr. Bär", "Am 3.\u00a0Mai, z.\u00a0B. Dr.\u00a0Bär"),
        ("Ba\u0308r", "Bär"),
        ("Mi\u00ada la\u200bcht", "Mia lacht"),
        ("zwei  Blanks", "zwei Blanks"),
        ("ein Pippi-Haus", "ein Pippi-Haus"),
        ('Ein 12" langer Stab', 'Ein 12" langer Stab'),
    ],
)
def test_a_text_is_set_as_a_german_book_sets_it(text: str, wanted: str) -> None:
    assert normalise(text) == wanted


def test_chevrons_are_a_choice() -> None:
    assert normalise("„Komm!“, ruft er.", Quotes.CHEVRONS) == "»Komm!«, ruft er."


def test_a_clean_text_stays_as_it_is() -> None:
    clean = (DATA / "german-clean-sentences.txt").read_text("utf-8")
    assert normalise(clean) == clean


@given(ANY | MARKS)
@example('"Komm , , !!!" - . . . rief')
def test_the_second_time_changes_nothing(text: str) -> None:
    for quotes in Quotes:
        once = normalise(text, quotes)
        assert normalise(once, quotes) == once


@given(ANY)
def test_letters_and_digits_stay(text: str) -> None:
    letters = [char for char in unicodedata.normalize("NFC", text) if char.isalnum()]
    assert [char for char in normalise(text) if char.isalnum()] == letters


@pytest.mark.parametrize("piece", [" ", "\u00a0", " -", " ,", ".", '"', "z. ", "- ", "a"])
def test_a_hundred_thousand_characters_are_no_trouble(piece: str) -> None:
    # With time that grows by the square this would not end within the limit of a test.
    assert isinstance(normalise(piece * (100_000 // len(piece)) + "b"), str)


@pytest.mark.parametrize("word", ["Baer", "schoen", "gruene", "Maedchen", "fuer", "Strasse", "draussen", "hoert"])
def test_an_ascii_umlaut_is_pointed_at(word: str) -> None:
    (finding,) = spelling_findings(f"Da ist {word} eben.")
    assert (finding.rule, finding.start, finding.end) == (Rule.ASCII_UMLAUT, 7, 7 + len(word))


@pytest.mark.parametrize(
    "word", ["Abenteuer", "Feuer", "neue", "Poet", "Bauer", "Mauer", "Israel", "blaue", "Schloss", "aktuell"]
)
def test_a_word_that_is_spelt_so_is_not(word: str) -> None:
    assert not list(spelling_findings(f"Da ist {word} eben."))


@pytest.mark.parametrize("text", ["Der BÃ¤r", "â€žKomm", "Der B\ufffdr"])
def test_mojibake_is_pointed_at(text: str) -> None:
    assert [finding.rule for finding in spelling_findings(text)] == [Rule.MOJIBAKE]


def test_a_missing_quotation_mark_is_pointed_at() -> None:
    assert [finding.start for finding in quote_findings("„Komm“, sagt er. „Los!")] == [17]
    assert not list(quote_findings("„Komm“, sagt er."))
