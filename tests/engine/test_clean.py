"""No string from outside can do anything to a terminal."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.clean import clean, clean_line

ANY_TEXT = st.text(st.characters(), max_size=60) | st.text(
    st.sampled_from("\x1b[]()#;?0123mhlcRPX^_\\\x07\x9b\x9d\u202eäß„“\n\r\t a"), max_size=60
)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("\x1b]52;c;ZXZpbA==\x07Igel", "Igel"),
        ("\x1b]8;;http://x\x1b\\Igel\x1b]8;;\x1b\\", "Igel"),
        ("\x1b[2J\x1b[HIgel", "Igel"),
        ("\x1bPq#0\x1b\\Igel", "Igel"),
        ("\u202eIgel", "Igel"),
        ("Ige\u0308l", "Igël"),
        ("„Ja“, sagt\r\nder Igel", "„Ja“, sagt\nder Igel"),
        ("👩‍🚀", "👩‍🚀"),
    ],
)
def test_known_attacks_and_honest_text(text: str, safe: str) -> None:
    assert clean(text) == safe


@given(ANY_TEXT)
def test_what_is_clean_holds_nothing_a_terminal_obeys(text: str) -> None:
    for character in clean(text):
        assert character in "\n\t" or unicodedata.category(character) not in {"Cc", "Cs"}


@given(ANY_TEXT)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(ANY_TEXT)
def test_a_line_is_one_line(text: str) -> None:
    assert len(clean_line(text).splitlines()) <= 1
