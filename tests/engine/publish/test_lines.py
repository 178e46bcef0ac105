"""Lines end where a voice pauses; no word is lost, divided or left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.publish import typeface
from engine.publish.lines import broken

WORDS = ("Igel", "und", "Stern,", "die", "Laterne", "leuchtet.", "„Komm!“", "so", "ein", "Glück")
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Lotte streckt die Fühler aus und lacht.", 100, ("Lotte streckt die Fühler", "aus und lacht.")),
        ("Lotte zeigt auf ein großes Blatt.", 100, ("Lotte zeigt", "auf ein großes Blatt.")),
        ("Es ist ein Stern.\n„Bist du es?“", 122, ("Es ist ein Stern.", "„Bist du es?“")),
        ("Erst.\n\nDann.", 122, ("Erst.", "", "Dann.")),
        ("", 122, ("",)),
    ],
)
def test_lines_end_where_a_voice_pauses(text: str, width: float, lines: tuple[str, ...]) -> None:
    assert broken(text, width, 20) == lines


def test_room_for_another_line_is_used_where_it_makes_better_ones() -> None:
    text = "Das ist Emil, ein kleiner Igel. Abends schaut Emil in den Himmel. Oben blinken viele Lichter."
    assert len(broken(text, 130, 18)) == 3
    better = broken(text, 130, 18, spare=2)
    assert better == broken(text, 130, 18, spare=9), "and no more than help"
    assert all(line.endswith(".") for line in broken(text, 110, 18, spare=1))


def test_a_word_wider_than_the_column_stands_alone_and_whole() -> None:
    long = "Weihnachtsbaumkerzenhaltergeschichte"
    assert long in broken(f"Die {long} beginnt.", 40, 20)


def test_words_that_hold_together_are_not_parted() -> None:
    for width in range(20, 120, 5):
        assert any("10\u00a0km" in line for line in broken("Es sind nur noch 10\u00a0km bis zum Meer.", width, 18))


def test_no_line_begins_with_a_dash() -> None:
    text = "„Wer bist du?“ – „Bist du?“, fragt der Brunnen und schweigt … dann lacht er – ganz leise – mit."
    for width in range(20, 160, 5):
        lines = broken(text, width, 18)
        assert not any(line.startswith(("–", "…")) for line in lines), lines
        assert " ".join(lines).replace("\u00a0", " ") == text


@given(TEXTS, st.floats(30, 200), st.integers(0, 3))
def test_no_word_is_lost_and_no_line_is_too_wide(words: list[str], width: float, spare: int) -> None:
    lines = broken(" ".join(words), width, 18, spare=spare)
    assert " ".join(lines).split() == " ".join(words).split()
    assert all(typeface.measure(line, 18) <= width or " " not in line for line in lines)


def test_the_last_line_is_not_a_single_word() -> None:
    text = "Pieks klettert auf den hohen Hügel und wirft den Stern ganz weit hinauf in den dunklen Himmel zurück"
    for width in range(60, 180, 7):
        lines = broken(text, width, 18)
        assert len(lines) == 1 or " " in lines[-1], (width, lines)


def test_the_typeface_knows_what_german_books_are_made_of() -> None:
    assert typeface.missing("Zwölf Boxkämpfer jagen Viktor quer über den großen Sylter Deich. ẞ„“‚‘»«–…’ §€°½") == ""
    assert typeface.missing("Ein Stern 🌟 und noch einer 🌟, 星") == "🌟星"
