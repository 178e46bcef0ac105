"""A manuscript becomes pages and comes back out of them: not a letter of the author's is lost or changed."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book.beginning import NewBook, begin
from engine.book.edits import change_page, change_scene
from engine.book.encodings import Decoded
from engine.book.manuscript import (
    EMPTY,
    MAX_BYTES,
    as_markdown,
    read_manuscript,
    split_manuscript,
    without_blank_lines,
)
from engine.book.model import Book, OutlineLine, Page
from engine.clean import clean
from engine.errors import FibelError
from tests.engine.book.strategies import texts

LINES = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=30)
FORMS = st.sampled_from(
    ("---", "***", "\\---", "# Titel", "\\# x", EMPTY, "\\" + EMPTY, "  ___  ", "\u3000---", "- - -", "")
)


def test_without_rules_every_blank_line_begins_a_page() -> None:
    assert split_manuscript("Eins.\n\nZwei.\n \nDrei.") == ("", ("Eins.", "Zwei.", "Drei."))


@given(st.lists(LINES.filter(lambda line: line.strip(" -*_#")), min_size=1, max_size=10))
def test_no_word_of_a_manuscript_is_lost(blocks: list[str]) -> None:
    _, pages = split_manuscript("\n\n---\n\n".join(f"Seite: {block}" for block in blocks))
    assert len(pages) == len(blocks)
    for block, page in zip(blocks, pages, strict=True):
        assert " ".join(normalize("NFC", block).split()) in " ".join(page.split())


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"Igel\0", b"\xa3\xf3d\x9f", b"x" * (MAX_BYTES + 1)])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "text.md").write_bytes(content)
    with pytest.raises(FibelError, match="manuscript_unreadable"):
        read_manuscript(tmp_path / "text.md")


def test_an_author_may_say_how_an_old_file_is_written(tmp_path: Path) -> None:
    (tmp_path / "text.md").write_bytes("Łódź".encode("cp1250"))
    assert read_manuscript(tmp_path / "text.md", "cp1250") == Decoded("Łódź", "cp1250")
    for encoding, said in (("klingon", "no encoding"), ("ascii", "is not ascii: line 1")):
        with pytest.raises(FibelError, match=said):
            read_manuscript(tmp_path / "text.md", encoding)


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FibelError, match="manuscript_unreadable"):
        read_manuscript(tmp_path / "none.md")


def test_indentation_and_blanks_at_line_ends_are_the_authors() -> None:
    """A verse is set in by the one who wrote it."""
    _, pages = split_manuscript("\n \n   Ein Igel,  \n\tein Stern. \n\n---\n  Nacht.")
    assert pages == ("   Ein Igel,  \n\tein Stern. ", "  Nacht.")


@pytest.mark.parametrize(
    ("text", "title", "first"),
    [
        ("# Der Stern\n\nPiko gähnt.", "Der Stern", "Piko gähnt."),
        ("#\n\nPiko gähnt.\n\n---\n", "", "#\n\nPiko gähnt."),
        ("\\# Der Stern\nPiko gähnt.", "", "# Der Stern\nPiko gähnt."),
        ("#Stern ist kein Titel.", "", "#Stern ist kein Titel."),
        ("Piko\n\\---\ngähnt.", "", "Piko\n---\ngähnt."),
    ],
)
def test_what_looks_like_a_form_is_one_only_where_it_is_meant(text: str, title: str, first: str) -> None:
    found, pages = split_manuscript(text)
    assert (found, pages[0]) == (title, first)


def book_of(pages: list[str], title: str) -> Book:
    book = Book(title=title)
    for number, text in enumerate(pages, start=1):
        book = change_page(
            book.model_copy(update={"pages": (*book.pages, Page(id=f"p{number:03d}", outline=OutlineLine()))}),
            f"p{number:03d}",
        )
        book = change_scene(book, f"p{number:03d}", text=text)
    return book


@given(
    st.lists(st.one_of(texts, st.lists(FORMS | LINES, max_size=5).map("\n".join)), min_size=1, max_size=6),
    st.sampled_from(("", "Der müde Stern", "# laut", "---")),
)
def test_a_book_written_out_and_read_again_has_the_same_texts(pages: list[str], title: str) -> None:
    book = book_of(pages, title)
    told = [without_blank_lines(page.scene.text) for page in book.pages]
    if not any(told):
        with pytest.raises(FibelError, match="manuscript_empty"):
            split_manuscript(as_markdown(book))
        return
    again = begin(NewBook(manuscript=as_markdown(book)))
    assert [page.scene.text for page in again.pages] == told
    assert again.title == title


@given(st.text(max_size=300) | st.binary(max_size=300).map(lambda raw: raw.decode("latin-1")))
def test_any_text_becomes_pages_that_hold_it_or_an_error_that_says_why(text: str) -> None:
    try:
        title, pages = split_manuscript(text)
    except FibelError as error:
        assert error.code in ("manuscript_empty", "manuscript_unreadable")
        return
    left = [line for line in clean(text).split("\n") if line.strip(" -*_#\\")]
    kept = "\n".join((title, *pages))
    for line in left:
        assert " ".join(line.lstrip("# ").split()) in " ".join(kept.split()) or line.strip().startswith(("\\", "<"))


def test_a_long_page_is_kept_and_one_longer_than_any_page_is_named() -> None:
    long = "Igel " * 19_000
    assert split_manuscript(long)[1] == (long.rstrip("\n"),)
    with pytest.raises(FibelError, match=r"manuscript_unreadable.*characters long"):
        split_manuscript("Igel " * 21_000)


def test_emoji_and_other_scripts_are_words_like_any_other() -> None:
    text = "👩‍👧 Привет, 世界! مرحبا 🦔"
    assert split_manuscript(text)[1] == (text,)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_is_read_as_its_editor_wrote_it(tmp_path: Path, encoding: str) -> None:
    (tmp_path / "text.md").write_bytes("Übermut\r\ntut gut.".encode(encoding))
    assert split_manuscript(read_manuscript(tmp_path / "text.md").text)[1] == ("Übermut\ntut gut.",)


def test_a_mixed_file_is_refused_with_the_line_where_it_breaks(tmp_path: Path) -> None:
    (tmp_path / "text.md").write_bytes("Süß.\n".encode() + "Übermut".encode("latin-1"))
    with pytest.raises(FibelError, match=r"mixes encodings: line 2"):
        read_manuscript(tmp_path / "text.md")
