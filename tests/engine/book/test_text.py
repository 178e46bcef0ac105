"""A book.yaml says what the book says, reads well, and is understood when it was mended by hand."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import HealthCheck, given, settings

from engine.book.model import Book, Character, Page, Scene
from engine.book.text import dump, parse
from engine.errors import FibelError
from tests.engine.book.strategies import AWKWARD, books

ONE_PAGE = Book(
    title="Der Igel und der Stern",
    idea="Ein Igel findet einen Stern.",
    cast=(Character(name="Igel", block="(small hedgehog:1.2), red scarf"),),
    pages=(Page(id="p001", scene=Scene(text="Der Igel gähnt.\nDa blinkt es im Laub!", alt="Ein Igel im Laub")),),
    pages_made=1,
)


@given(books())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
def test_every_book_comes_back_as_it_was(book: Book) -> None:
    assert parse(dump(book)) == book


@pytest.mark.soak
@given(books())
@settings(max_examples=2_000, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_book_comes_back_as_it_was_over_a_long_campaign(book: Book) -> None:
    assert parse(dump(book)) == book


@pytest.mark.parametrize("text", AWKWARD)
def test_an_awkward_text_comes_back_letter_by_letter(text: str) -> None:
    page = Page(id="p001", scene=Scene(text=text, alt=text))
    book = Book(title=text, idea=text, pages=(page,), pages_made=1)
    assert parse(dump(book)) == book


@pytest.mark.parametrize("text", AWKWARD)
def test_other_yaml_readers_find_the_same_texts(text: str) -> None:
    book = Book(title=text, idea=text, pages=(Page(id="p001", scene=Scene(text=text)),))
    tree = yaml.load(dump(book), Loader=yaml.SafeLoader)
    assert tree["idea"] == book.idea
    assert tree["title"] == book.title
    assert tree["pages"][0].get("scene", {"text": ""})["text"] == book.pages[0].scene.text


def test_texts_stand_as_blocks_so_that_one_changed_word_changes_one_line() -> None:
    before = dump(ONE_PAGE).splitlines()
    page = ONE_PAGE.pages[0].model_copy(update={"scene": Scene(text="Der Igel gähnt laut.\nDa blinkt es im Laub!")})
    after = dump(ONE_PAGE.model_copy(update={"pages": (page,)})).splitlines()
    assert "    text: |-" in before
    assert "      Da blinkt es im Laub!" in before
    assert set(after) - set(before) == {"      Der Igel gähnt laut."} | {"    alt: Ein Igel im Laub"} - set(before)


def test_the_whole_file_of_a_small_book_reads_like_this() -> None:
    assert (
        dump(ONE_PAGE)
        == """\
schema: 1
title: Der Igel und der Stern
author: ""
idea: |-
  Ein Igel findet einen Stern.
language: de
age: "3-5"
format: a5
style: watercolor
preset: quality
cast:
- name: Igel
  block: "(small hedgehog:1.2), red scarf"
pages:
- id: p001
  role: story
  scene:
    text: |-
      Der Igel gähnt.
      Da blinkt es im Laub!
    alt: Ein Igel im Laub
outline_settled: false
pages_made: 1
"""
    )


def test_what_an_author_types_by_hand_is_taken_as_text() -> None:
    book = parse("schema: 1\r\ntitle: No\r\nidea: 2024-12-24\r\npages:\r\n  - {id: p007, scene: {text: on}}\r\n")
    assert (book.title, book.idea, book.pages[0].scene.text) == ("No", "2024-12-24", "on")
    assert book.pages_made == 7, "an id made by hand is never given out again"


@pytest.mark.parametrize(
    ("text", "line", "problem"),
    [
        ("", 1, "not a book"),
        ("- schema: 1", 1, "not a book"),
        ("title: x", 1, "schema"),
        ("title: x\nschema: eins", 2, "schema"),
        ("schema: true", 1, "schema"),
        ("schema: 1\ntitle: 'x", 2, ""),
        ("schema: 1\ntitle: x\ntitle: y", 3, "title stands here twice"),
        ("schema: 1\ntitel: x", 2, "titel: unknown field"),
        ("schema: 1\ntitle: &a x", 2, "an anchor"),
        ("schema: 1\ntitle: *a", 2, "an alias"),
        ("schema: 1\ntitle: !!python/object:os.system x", 2, "a tag"),
        ("schema: 1\n--- \nschema: 1", 2, "a second document"),
        ("schema: 1\n? [a]\n: b", 2, "must be a word"),
        ("schema: 1\ntitle: 12", 2, "title"),
        ("schema: 1\ntitle: \x1b[31m", 2, "U+001B"),
        ("schema: 1\npages:\n- id: p001\n- id: p001\n", 4, "page p001 stands here twice"),
        ("schema: 1\npages:\n- id: p001\n  scene:\n    text: [a]\n", 5, "pages.0.scene.text"),
        ("schema: 1\npages:\n- role: story\n", 3, "pages.0.id"),
        pytest.param("schema: 1\ntitle: " + "[" * 5_000, 2, "nested too deeply", id="deep"),
        pytest.param("schema: 1\nidea: " + "x" * (4 << 20), 1, "longer than 4 MB", id="long"),
    ],
)
def test_a_broken_book_names_the_line(text: str, line: int, problem: str) -> None:
    with pytest.raises(FibelError) as caught:
        parse(text)
    assert caught.value.code == "book_broken"
    assert f"line {line}: " in caught.value.message
    assert problem in caught.value.message


def test_aliases_that_would_grow_without_end_are_refused_before_they_grow() -> None:
    bomb = "schema: 1\n" + "\n".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12))
    with pytest.raises(FibelError, match="an anchor"):
        parse(bomb)


def test_a_book_of_a_newer_program_is_not_guessed_at() -> None:
    with pytest.raises(FibelError) as caught:
        parse("schema: 2\nstanzas: []\n")
    assert caught.value.code == "book_newer"


def test_a_book_that_could_not_be_read_again_is_not_written() -> None:
    pages = tuple(Page(id=f"p{n:03d}", scene=Scene(text="x" * 100_000)) for n in range(1, 46))
    with pytest.raises(FibelError) as caught:
        dump(Book(pages=pages))
    assert caught.value.code == "book_too_large"
