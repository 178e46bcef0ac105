"""What makes an answer usable, and what is put right on the way in."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from engine.writer.answers import CastAnswer, PictureAnswer, RewriteAnswer, SceneAnswer
from engine.writer.schema import MAX_LENGTH


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Piko geht.", "Piko geht."),
        ("  Piko   geht. \n\n\n\n Er\tlacht. ", "Piko geht.\n\nEr lacht."),
        ("„Komm!“, ruft Piko.", "„Komm!“, ruft Piko."),
        ('"Komm!" , ruft Piko...', "„Komm!“, ruft Piko…"),
        ("„Komm!”, ruft Piko.", "„Komm!“, ruft Piko."),
        ("»Komm!«, ruft Piko.", "„Komm!“, ruft Piko."),
        ("A\u0308pfel\x1b[31m rot\u202e", "Äpfel rot"),
        ("Zeile eins\r\nZeile zwei", "Zeile eins\nZeile zwei"),
    ],
)
def test_a_text_is_kept_clean_and_tidy(said: str, kept: str) -> None:
    assert RewriteAnswer(text_de=said).text_de == kept
    assert SceneAnswer(page=1, text_de=kept).text_de == kept


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ("", "at least 1 character"),
        (" \n\u200b", "it is empty"),
        ("„Komm, ruft Piko.", "a quotation is never closed"),
        ("Komm!“, ruft Piko.", "a quotation is never closed"),
        ('"Komm, ruft Piko.', "a quotation is never closed"),
        ('Piko geht.", "page": {', "pieces of JSON"),
        ("Piko geht.\\nEr lacht.", "pieces of JSON"),
        ("```Piko geht.```", "pieces of JSON"),
        ("text_de: Piko geht.", "pieces of JSON"),
        ("x" * (MAX_LENGTH + 1), "at most"),
    ],
)
def test_a_text_that_nobody_should_read_is_refused(said: str, why: str) -> None:
    with pytest.raises(ValidationError, match=why):
        RewriteAnswer(text_de=said)


def test_a_phrase_is_one_line() -> None:
    picture = PictureAnswer(page=1, scene_en='a\n "hedgehog"', shot_en=" wide\tshot", summary_de='Ein\n"Igel".')
    assert (picture.scene_en, picture.shot_en, picture.summary_de) == ('a "hedgehog"', "wide shot", "Ein „Igel“.")


@pytest.mark.parametrize("page", [0, -1, 1_000, 1.5, "zwei", None])
def test_a_page_number_is_one(page: object) -> None:
    with pytest.raises(ValidationError):
        SceneAnswer.model_validate({"page": page, "text_de": "Ja."})


def test_a_name_is_something_to_call_somebody_by() -> None:
    assert CastAnswer(look_en="hedgehog", name=" Frau\nHolle ").name == "Frau Holle"
    with pytest.raises(ValidationError, match="it is empty"):
        CastAnswer(look_en="hedgehog", name="\u200b")
