"""Undo can say what it takes back."""

from __future__ import annotations

import pytest

from engine.book import edits
from engine.book.edits import Edit
from engine.book.history import step_between
from engine.book.model import Book, OutlineLine
from engine.book.touched import Touched, touched

LINES = tuple(OutlineLine(what=what) for what in ("findet ein Licht", "hört zu", "schläft ein"))
BOOK = edits.with_pages(Book(title="Igel"), LINES)


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda b: edits.change_scene(b, "p002", text="Er hört zu."), Touched(("the text",), 2)),
        (
            lambda b: edits.approve_text(edits.change_scene(b, "p001", text="Eins."), "p001"),
            Touched(("the text", "the yes to the text"), 1),
        ),
        (lambda b: edits.change_book(b, title="Stern"), Touched(("the title",))),
        (lambda b: edits.move_page(b, "p003", 1), Touched(("the order of the pages",))),
        (lambda b: edits.delete_page(b, "p002"), Touched(("a page that is there again",), 2)),
        (lambda b: edits.insert_page(b, "p001"), Touched(("a page that is gone again",), 2)),
        (
            lambda b: edits.change_scene(edits.change_scene(b, "p001", text="Eins."), "p002", text="Zwei."),
            Touched(("the text",)),
        ),
    ],
)
def test_what_is_taken_back_is_named_with_its_page(edit: Edit, told: Touched) -> None:
    after = edit(BOOK)
    assert touched(step_between(BOOK, after), after, BOOK) == told
