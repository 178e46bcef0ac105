"""A book begins from an idea, or from a manuscript whose words stay the author's."""

from __future__ import annotations

import pytest

from engine.book.beginning import NewBook, begin
from engine.book.manuscript import MAX_PAGES
from engine.errors import FibelError

MANUSCRIPT = "# Der müde Stern\n\nPiko gähnt.\nEr ist wach.\n\n---\n\nDa blinkt es!\n\nWas ist das?\n"


def test_an_idea_makes_empty_pages() -> None:
    book = begin(NewBook(idea="Ein Igel findet einen Stern", pages=5))
    assert [page.id for page in book.pages] == ["p001", "p002", "p003", "p004", "p005"]
    assert all(not page.scene.text for page in book.pages)


def test_a_manuscript_fills_the_pages_with_its_own_words() -> None:
    book = begin(NewBook(manuscript=MANUSCRIPT))
    assert book.title == "Der müde Stern"
    assert [page.scene.text for page in book.pages] == ["Piko gähnt.\nEr ist wach.", "Da blinkt es!\n\nWas ist das?"]
    assert book.idea.startswith("Piko gähnt.")


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
