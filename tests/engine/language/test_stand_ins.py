"""A child's real name stands in no file of the book, and in every file that is published."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from engine.book import edits
from engine.book.beginning import NewBook, begin
from engine.book.edition import Edition, Imprint
from engine.book.model import Book, Character, TextState
from engine.book.real_names import keep_real_name, real_names
from engine.book.text import dump, parse
from engine.errors import FibelError
from engine.language.stand_ins import hide_names, stand_in, with_names
from engine.settings import private_folder


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))


def told() -> Book:
    book = begin(NewBook(idea="Emma findet Max’ Hund", title="Emmas Hund", pages=1))
    book = edits.change_book(book, cast=(Character(name="Emma", block="(a girl:1.2)"),))
    book = edits.change_scene(book, "p001", text="Emma lacht. Emmas Hund auch.", characters=("Emma",))
    return edits.approve_text(book, "p001")


def test_the_real_name_leaves_the_whole_book() -> None:
    book = stand_in(told(), "Lina", "Emma")
    assert "Emma" not in dump(book)
    assert book.title == "Linas Hund"
    assert book.cast[0].name == "Lina"
    assert book.pages[0].scene.text == "Lina lacht. Linas Hund auch."
    assert book.pages[0].text_state is TextState.APPROVED, "the same words, but for a name"
    assert parse(dump(book)) == book


def test_dedication_and_credits_are_gone_through_and_english_keeps_its_genitive() -> None:
    imprint = Imprint(credits="Mit Dank an Emma")
    edition = Edition(dedication="For Emma’s brother", blurb="Emma laughs", imprint=imprint)
    book = stand_in(edits.change_book(told(), language="en", edition=edition), "Lina", "Emma")
    assert "Emma" not in dump(book)
    assert book.edition is not None
    assert book.edition.dedication == "For Lina’s brother"


def test_it_lies_on_this_machine_for_its_owner_alone() -> None:
    book = stand_in(told(), "Lina", "Emma")
    assert real_names(book).names == {"Lina": "Emma"}
    (file,) = private_folder().iterdir()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert "Emma" not in file.name
    assert "Lina" not in file.name


def test_what_is_published_reads_as_it_was_written() -> None:
    before = told()
    book = stand_in(before, "Lina", "Emma")
    published = with_names(book, real_names(book).names)
    assert published.pages[0].scene == before.pages[0].scene
    assert published.title == before.title


def test_a_name_typed_later_is_taken_out_too() -> None:
    book = stand_in(told(), "Lina", "Emma")
    later = hide_names(edits.change_scene(book, "p001", text="EMMA! Emmachen!"))
    assert later.pages[0].scene.text == "LINA! Linachen!"


def test_elsewhere_the_book_goes_by_its_stand_ins(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    book = stand_in(told(), "Lina", "Emma")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
    assert real_names(book).names == {}
    assert hide_names(book) is book
    assert book.stand_ins is not None
    assert book.stand_ins.names == ("Lina",)


def test_a_forgotten_name_leaves_nothing_behind() -> None:
    book = stand_in(stand_in(told(), "Lina", "Emma"), "Lina", None)
    assert book.stand_ins is None
    assert list(private_folder().iterdir()) == []


@pytest.mark.parametrize("real", ["", "1a", "(x:1.2)", "Emma\nBen{", "x" * 61, "Lina"])
def test_what_is_no_name_is_refused(real: str) -> None:
    with pytest.raises(FibelError) as refused:
        stand_in(told(), "Lina", real)
    assert refused.value.code == "usage"
    assert not real or real not in refused.value.message


def test_one_name_cannot_stand_for_two() -> None:
    book = stand_in(told(), "Lina", "Emma")
    for name, real in (("Ida", "Emma"), ("Ida", "Lina"), ("Emma", "Ida")):
        with pytest.raises(FibelError, match="two"):
            keep_real_name(book, name, real)


def test_a_broken_file_of_names_stops_everything_and_tells_nothing() -> None:
    book = stand_in(told(), "Lina", "Emma")
    (file,) = private_folder().iterdir()
    file.write_text('{"names": {"Lina": "Emma"')
    with pytest.raises(FibelError) as refused:
        hide_names(book)
    assert refused.value.code == "names_broken"
    assert "Emma" not in refused.value.message
