"""Sentences end where a reader ends them, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.language.sentences import sentences

ANY = st.text(st.characters() | st.sampled_from("„“”»«\"'.,!?…:;–\n \u00a0äöüßAaZz39"), max_size=400)


@pytest.mark.parametrize(
    "text",
    [
        "Der Bär schläft.|Er schnarcht.",
        "„Hilfe!“, ruft die Maus.|„Da ist ein Fuchs!“",
        "»Komm!«, ruft sie.|»Wir gehen.«",
        '"Wer ist da?" fragt der Bär.|"Ich!"',
        "„Komm! Wir gehen los!“, ruft Tom.".replace("! W", "!|W"),
        "Am 3. Mai kommt Dr. Bär zu Besuch.",
        "Er wohnt im 2. Stock.|Dort ist es hell.",
        "Er mag z. B. Äpfel, Birnen usw. sehr gern.",
        "Sie sammelt Blätter, Nüsse usw.|Dann geht sie heim.",
        "Er wartet … und wartet.",
        "Und dann …|Platsch!",
        "Was ist das?!|Ein Stern!",
        "Das Haus steht seit 1990.|Es ist rot.",
        "Tom ist Erster, Mia ist 2.|Alle lachen.",
        "Der Zug kostet 3.50 Taler.",
        "Das ist Max.|Er lacht.",
        "Ohne Punkt\n\nein neuer Absatz",
        "Er sagt: „Ich komme.“|Dann geht er.",
        "(Pst!)|Alle schlafen.",
    ],
)
def test_a_text_is_split_where_it_is_marked(text: str) -> None:
    whole = text.replace("|", " ")
    wanted = [part for piece in text.split("|") for part in piece.split("\n\n")]
    assert [sentence.text for sentence in sentences(whole)] == wanted


def test_words_know_whether_they_are_spoken() -> None:
    (first, second) = sentences("„Komm“, sagt sie, „wir gehen.“ Dann geht sie.")
    assert [word.text for word in first.words if word.spoken] == ["Komm", "wir", "gehen"]
    assert not any(word.spoken for word in second.words)


def test_speech_left_open_ends_with_its_paragraph() -> None:
    *_, last = sentences("„Komm, sagt sie.\n\nDann geht sie.")
    assert not any(word.spoken for word in last.words)


def test_words_are_counted_as_a_reader_counts_them() -> None:
    (sentence,) = sentences("Das Pippi-Haus hat’s gut – u\u0308berall Sonne!")
    assert [word.text for word in sentence.words] == ["Das", "Pippi-Haus", "hat’s", "gut", "u\u0308berall", "Sonne"]
    assert sentence.words[4].lower == "überall"


@given(ANY)
def test_splitting_loses_nothing(text: str) -> None:
    split = sentences(text)
    assert "".join("".join(s.text.split()) for s in split) == "".join(text.split())
    at = 0
    for sentence in split:
        assert at <= sentence.start < sentence.end <= len(text)
        assert text[sentence.start : sentence.end] == sentence.text
        at = sentence.end
        assert all(text[word.start : word.end] == word.text for word in sentence.words)
        assert all(sentence.start <= word.start < word.end <= sentence.end for word in sentence.words)
