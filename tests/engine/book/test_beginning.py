"""A book begins from an idea, or from a manuscript whose words stay the author's."""

from __future__ import annotations

from pathlib import Path
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book.beginning import MAX_PAGES, NewBook, begin, read_manuscript, split_manuscript
from engine.errors import FibelError

MANUSCRIPT = "# Der müde Stern\n\nPiko gähnt.\nEr ist wach.\n\n---\n\nDa blinkt es!\n\nWas ist das?\n"
LINES = st.text(st.characters(exclude_categories=["C", "Z"]) | st.just(" "), min_size=1, max_size=30)


def test_an_idea_makes_empty_pages() -> None:
    book = begin(NewBook(idea="Ein Igel findet einen Stern", pages=5))
    assert [page.id for page in book.pages] == ["p001", "p002", "p003", "p004", "p005"]
    assert all(not page.scene.text for page in book.pages)


def test_a_manuscript_fills_the_pages_with_its_own_words() -> None:
    book = begin(NewBook(manuscript=MANUSCRIPT))
    assert book.title == "Der müde Stern"
    assert [page.scene.text for page in book.pages] == ["Piko gähnt.\nEr ist wach.", "Da blinkt es!\n\nWas ist das?"]
    assert book.idea.startswith("Piko gähnt.")


def test_without_rules_every_blank_line_begins_a_page() -> None:
    assert split_manuscript("Eins.\n\nZwei.\n \nDrei.") == ("", ("Eins.", "Zwei.", "Drei."))


@given(st.lists(LINES.filter(lambda line: line.strip(" -*_#")), min_size=1, max_size=10))
def test_no_word_of_a_manuscript_is_lost(blocks: list[str]) -> None:
    _, pages = split_manuscript("\n\n---\n\n".join(f"Seite: {block}" for block in blocks))
    assert len(pages) == len(blocks)
    for block, page in zip(blocks, pages, strict=True):
        assert " ".join(normalize("NFC", block).split()) in " ".join(page.split())


@pytest.mark.parametrize(
    ("wish", "code"),
    [
        (NewBook(idea="  \n"), "idea_empty"),
        (NewBook(manuscript="\n---\n"), "manuscript_empty"),
        (NewBook(idea="x", age="77"), "preset_unknown"),
        (NewBook(idea="x", style="oil on canvas"), "preset_unknown"),
        (NewBook(idea="x", format="a0"), "preset_unknown"),
        (NewBook(manuscript="Seite\n\n" * (MAX_PAGES + 1)), "manuscript_unreadable"),
    ],
)
def test_what_makes_no_book_is_refused(wish: NewBook, code: str) -> None:
    with pytest.raises(FibelError) as caught:
        begin(wish)
    assert caught.value.code == code


@pytest.mark.parametrize("content", [b"\xff\xfe\x00", b"Igel\0", "Übermut".encode("latin-1"), b"x" * (5 << 20)])
def test_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "text.md").write_bytes(content)
    with pytest.raises(FibelError, match="manuscript_unreadable"):
        read_manuscript(tmp_path / "text.md")


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FibelError, match="manuscript_unreadable"):
        read_manuscript(tmp_path / "none.md")
