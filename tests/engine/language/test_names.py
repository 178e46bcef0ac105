"""A name that is put in gets the ending that German wants, and no other word is touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.language.names import genitive, renamed


@pytest.mark.parametrize(
    ("stand_in", "real", "text", "published"),
    [
        ("Lina", "Emma", "Linas Hut ist rot. Lina lacht.", "Emmas Hut ist rot. Emma lacht."),
        ("Lina", "Max", "Linas Hut. Das ist Lina’s Ball.", "Max’ Hut. Das ist Max’ Ball."),
        ("Max", "Emma", "Max’ Hut, Max' Ball und Max", "Emmas Hut, Emmas Ball und Emma"),
        ("Hans", "Moritz", "Hans’ Hut", "Moritz’ Hut"),
        ("Alice", "Lea", "Alice’ Hut", "Leas Hut"),
        ("Lina", "Anna Lena", "Linas Hut", "Anna Lenas Hut"),
        ("Lina", "Zoë", "LINA! Linachen und Linas", "ZOË! Zoëchen und Zoës"),
        ("Lina", "Max", "„Komm, Lina“, ruft er. ‚Lina‘", "„Komm, Max“, ruft er. ‚Max‘"),
        ("Max", "Lea", "'Max' ruft er.", "'Lea' ruft er."),
        (
            "Lina",
            "Emma",
            "Karolina, Linasee, lina, Linas’ und Lina-Haus",
            "Karolina, Linasee, lina, Linas’ und Emma-Haus",
        ),
        ("Will", "Ben", "Will will Wills Ball.", "Ben will Bens Ball."),
    ],
)
def test_a_real_name_is_put_in_with_its_genitive(stand_in: str, real: str, text: str, published: str) -> None:
    assert renamed(text, {stand_in: real}) == published


def test_two_names_may_be_swapped() -> None:
    assert renamed("Lina und Max’ Hund", {"Lina": "Max", "Max": "Lina"}) == "Max und Linas Hund"


def test_the_longer_name_comes_first() -> None:
    assert renamed("Anna Lena und Anna", {"Anna": "Mia", "Anna Lena": "Ida"}) == "Ida und Mia"


NAMES = st.sampled_from(["Emma", "Max", "Hans", "Zoë", "Anna-Lena", "Moritz", "Groß", "Beatrice"])
SENTENCES = st.lists(st.sampled_from(["X", "X sieht", "(X)", "„X!“", "GX Hut", "und", "der Bär."]), max_size=8)


@given(NAMES, SENTENCES)
def test_what_was_taken_out_comes_back_as_it_was(real: str, pieces: list[str]) -> None:
    text = " ".join(pieces).replace("GX", genitive(real)).replace("X", real)
    hidden = renamed(text, {real: "Lina"})
    assert real not in hidden
    assert renamed(hidden, {"Lina": real}) == text


@given(st.text(max_size=200))
def test_any_text_can_be_gone_through(text: str) -> None:
    assert renamed(text, {"Lina": ""}) == text
    renamed(text, {"Lina": "Max", "Max": "(.*", "a": "b"})
