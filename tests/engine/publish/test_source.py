"""The colophon claims nothing that the book's journal and recipes do not hold."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from engine.book.folder import BookFolder
from engine.book.model import Approver, Role, fingerprint
from engine.language.stand_ins import stand_in
from engine.publish.source import UNDATED, UNTITLED, Source, source
from tests.engine.publish.making import Made, make, sample


def written(book: BookFolder, page: str, text: str, by: str) -> None:
    book.journal.append({"type": "provenance", "what": f"{page}.text", "of": fingerprint(text), "by": by})


def line(published: Source, start: str) -> str | None:
    return next((line for line in published.colophon if line.startswith(start)), None)


def test_a_text_as_the_model_wrote_it_and_one_that_was_changed(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made(text="Eins."), Made(text="Zwei.")) as book:
        assert line(source(book), "Text:") is None, "the author's own words need no note"
        written(book, "p001", "Eins.", "llama3.1:8b")
        written(book, "p002", "Zwei.", "llama3.1:8b")
        assert line(source(book), "Text:") == "Text: vom Sprachmodell llama3.1:8b geschrieben"
    with make(tmp_path / "changed", Made(text="Eins!")) as book:
        written(book, "p001", "Eins.", "llama3.1:8b")
        told = line(source(book), "Text:")
    assert told == "Text: vom Sprachmodell llama3.1:8b begonnen, von Menschen überarbeitet"


def test_the_box_is_not_taken_for_a_model(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made(text="Eins.", sketch=True), Made(text="Zwei.")) as book:
        written(book, "p001", "Eins.", "box")
        written(book, "p002", "Zwei.", "llama3.1:8b")
        published = source(book)
    assert line(published, "Text:") == (
        "Text: vom Sprachmodell llama3.1:8b und von der eingebauten Maschine von Fibel (ohne Sprachmodell) geschrieben"
    )
    assert "Bilder: vom Bildmodell children gemalt" in published.colophon
    assert "Bilder: einige sind Skizzen der eingebauten Maschine von Fibel (ohne Bildmodell)" in published.colophon


def test_lines_of_the_journal_that_are_not_understood_are_passed_over(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made()) as book:
        book.journal.append({"type": "provenance", "what": 7, "of": None})
        book.journal.append({"type": "provenance", "what": "outline", "of": "x", "by": "llama"})
        assert line(source(book), "Text:") is None


def test_what_nobody_looked_at_says_so(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made(by=Approver.UNATTENDED)) as book:
        assert line(source(book), "Vor dem Druck hat niemand") is not None
    with make(tmp_path / "looked-at", Made()) as book:
        assert line(source(book), "Vor dem Druck hat niemand") is None


def test_the_title_page_gives_its_picture_and_is_no_page_of_the_story() -> None:
    with sample("regentag") as book:
        published = source(book)
        title = book.book.pages[0]
    assert published.cover is not None
    assert published.cover.take == title.chosen_take
    assert [page.number for page in published.pages] == [2, 3, 4]


def test_without_one_the_title_shows_the_middle_of_the_story(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made(), Made(), Made(), Made(role=Role.END, text="Ende")) as book:
        published = source(book)
        assert published.cover is not None
        assert published.cover.take == book.book.pages[1].chosen_take


def test_a_book_of_nothing_has_a_title_and_a_date(tmp_path: Path) -> None:
    with make(tmp_path / "book", title="", author="") as book:
        published = source(book)
    assert (published.title, published.date, published.cover, published.pages) == (UNTITLED, UNDATED, None, ())


def test_the_date_is_that_of_the_last_change(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made()) as book:
        assert source(book).date == datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)


def test_no_word_is_divided_even_where_a_text_says_how(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made(text="Weih\u00adnachts\u00adbaum")) as book:
        assert source(book).pages[0].text == "Weihnachtsbaum"


def test_real_names_are_put_in_and_change_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    with make(tmp_path / "book", Made(text="Linas Igel gähnt.", alt="Lina"), title="Lina", author="Lina") as book:
        written(book, "p001", "Linas Igel gähnt.", "llama3.1:8b")
        before = source(book)
        book.change(lambda book: stand_in(book, "Lina", "Max"))
        published = source(book)
    assert (published.title, published.author) == ("Max", "Max")
    assert [(page.text, page.alt) for page in published.pages] == [("Max’ Igel gähnt.", "Max")]
    assert line(published, "Idee") == "Idee und Auswahl: Max"
    assert line(published, "Text:") == line(before, "Text:") == "Text: vom Sprachmodell llama3.1:8b geschrieben"
    assert published.identifier == before.identifier


def test_a_book_in_english_says_in_english_how_it_was_made(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made(text="One."), Made(text="Two.", sketch=True), language="en") as book:
        written(book, "p001", "One.", "llama3.1:8b")
        told = source(book).colophon
    assert told[:2] == (
        "Idea and selection: Ada Muster",
        "Text: written by the language model llama3.1:8b and revised by people",
    )
    assert "Pictures: painted by the image model children" in told
    assert not any("von" in line.split() for line in told)
