"""Mending replaces the sentences it was asked for and nothing else, and only where the page gets better."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from engine.language.sentences import sentences
from engine.presets import AgePreset, PresetKind, load
from engine.writer.mending import complaints, grade, mended

AGE = load(PresetKind.AGES, AgePreset, "3-5")
GOOD = ("Piko sucht den Stern.", "„Komm!“, ruft Olga.", "Da blitzt etwas!", "Platsch!")
BAD = (
    "Die Tür wird geöffnet.",
    "Piko läuft los, weil er den Stern sieht.",
    "Piko läuft heute ganz schnell durch den dunklen Wald zu dem alten Baum am Bach.",
    "Das ist cool.",
)
PAGES = st.lists(st.sampled_from(GOOD + BAD), min_size=1, max_size=6).map("  ".join)
ANSWERS = st.dictionaries(st.integers(-1, 9), st.sampled_from((*GOOD, *BAD, "", "  ")) | st.text(max_size=40))


def test_a_complaint_names_the_sentence_and_what_to_do() -> None:
    (wrong,) = complaints("Piko winkt. Die Tür wird geöffnet. Olga lacht.", AGE)
    assert (wrong.start, wrong.sentence) == (12, "Die Tür wird geöffnet.")
    assert "Passiv" in wrong.hint


def test_a_better_sentence_is_kept_and_a_worse_one_is_not() -> None:
    text = "Piko winkt. Die Tür wird geöffnet. Olga geht, weil es regnet."
    wrong = complaints(text, AGE)
    told = {1: "Piko öffnet die Tür.", 2: "Olga wird gesehen, weil es regnet."}
    assert mended(text, wrong, told, AGE) == "Piko winkt. Piko öffnet die Tür. Olga geht, weil es regnet."


@given(PAGES, ANSWERS)
def test_mending_makes_no_page_worse_and_touches_no_other_sentence(text: str, told: dict[int, str]) -> None:
    wrong = complaints(text, AGE)
    better = mended(text, wrong, told, AGE)
    assert grade(better, AGE) <= grade(text, AGE)
    faulty = {complaint.sentence for complaint in wrong}
    kept = [sentence.text for sentence in sentences(text) if sentence.text not in faulty]
    rest = better
    for sentence in kept:  # still there, to the letter and in this order
        assert sentence in rest
        rest = rest[rest.index(sentence) + len(sentence) :]
