"""What an author may do to a book, and take back."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from pydantic import JsonValue

from engine.book import edits
from engine.book.history import History
from engine.book.model import Approval, Book, Character, OutlineLine, PictureState, Take, TextState, fingerprint
from tests.engine.book.pictures import RECIPE

BOOK = edits.with_pages(Book(title="Stern"), (OutlineLine(what="a"), OutlineLine(what="b"), OutlineLine(what="c")))


def take(number: int) -> Take:
    name = f"{number:012x}"
    return Take(id=name, file=f"takes/p001-{name}.png", recipe=RECIPE, width=64, height=96, at="2026-01-01")


def told(text: str) -> Book:
    return edits.change_scene(BOOK, "p001", text=text)


def test_a_change_of_an_approved_text_makes_the_approval_stale() -> None:
    book = edits.approve_text(told("Piko gähnt."), "p001")
    assert book.page("p001").text_state is TextState.APPROVED
    assert edits.change_scene(book, "p001", text="Piko lacht.").page("p001").text_state is TextState.STALE


def test_an_empty_text_cannot_be_approved() -> None:
    assert edits.approve_text(BOOK, "p001") == BOOK


def test_the_writers_text_never_replaces_the_authors() -> None:
    book = edits.propose_text(told("Meine Worte."), "p001", "Andere Worte.")
    assert book.page("p001").scene.text == "Meine Worte."
    assert edits.accept_draft(book, "p001").page("p001").scene.text == "Andere Worte."
    assert edits.dismiss_draft(book, "p001") == told("Meine Worte.")


def test_a_new_take_is_shown_unless_another_one_is_approved() -> None:
    book = edits.add_take(edits.add_take(BOOK, "p001", take(1)), "p001", take(2))
    assert book.page("p001").chosen == take(2).id
    approved = edits.approve_picture(edits.choose_take(book, "p001", take(1).id), "p001")
    assert edits.add_take(approved, "p001", take(3)).page("p001").chosen == take(1).id


def test_choosing_another_take_than_the_approved_one_asks_for_a_new_look() -> None:
    book = edits.approve_picture(edits.add_take(BOOK, "p001", take(1)), "p001")
    book = edits.choose_take(edits.add_take(book, "p001", take(2)), "p001", take(2).id)
    assert book.page("p001").picture_state() is PictureState.READY


def test_a_picture_of_another_prompt_is_stale() -> None:
    page = edits.add_take(BOOK, "p001", take(1)).page("p001")
    assert page.picture_state(positive="something else") is PictureState.STALE
    assert page.picture_state(positive=RECIPE.positive) is PictureState.READY


def test_a_translation_knows_the_text_it_was_made_from() -> None:
    of = fingerprint("Piko gähnt.")
    book = edits.set_translation(told("Piko gähnt."), "p001", of=of, action="a", framing="b", alt="c")
    assert not book.page("p001").action_stale
    assert edits.change_scene(book, "p001", text="Neu.").page("p001").action_stale
    own = edits.set_action(edits.change_scene(book, "p001", text="Neu."), "p001", "my own words")
    assert not own.page("p001").action_stale


def test_a_new_outline_keeps_ids_texts_title_and_cast() -> None:
    book = edits.change_book(told("Piko gähnt."), cast=(Character(name="Piko"),))
    lines = tuple(OutlineLine(what=str(number)) for number in range(4))
    again = edits.with_outline(book, "Anders", (Character(name="Otto"),), lines)
    assert again.page("p001").scene.text == "Piko gähnt."
    assert (again.title, again.cast[0].name) == ("Stern", "Piko")
    assert [page.id for page in again.pages] == ["p001", "p002", "p003", "p004"]


@pytest.mark.parametrize("edit", [edits.delete_page, edits.approve_text, edits.accept_draft, edits.insert_page])
def test_a_page_that_is_not_there_is_an_error(edit: Callable[[Book, str], Book]) -> None:
    with pytest.raises(KeyError):
        edit(BOOK, "p009")


def test_a_page_is_told_on_two_and_on_one_again() -> None:
    book = edits.change_scene(BOOK, "p001", text="Piko gähnt. Er ist müde.")
    split = edits.split_page(book, "p001", len("Piko gähnt. "))
    assert [page.scene.text for page in split.pages[:2]] == ["Piko gähnt.", "Er ist müde."]
    merged = edits.merge_page(split, "p001")
    assert merged.pages[0].scene.text == "Piko gähnt.\nEr ist müde."
    assert len(merged.pages) == len(book.pages)


def test_a_take_laid_aside_gives_way_to_another_and_comes_back() -> None:
    book = edits.add_take(edits.add_take(BOOK, "p001", take(1)), "p001", take(2))
    aside = edits.discard_take(book, "p001", take(2).id)
    assert aside.page("p001").chosen == take(1).id
    back = edits.discard_take(aside, "p001", take(2).id, discarded=False)
    assert [known.discarded for known in back.page("p001").takes] == [False, False]
    nothing = edits.discard_take(aside, "p001", take(1).id)
    assert nothing.page("p001").chosen_take is None


class Author(RuleBasedStateMachine):
    """An author edits, the engine adds pictures; undo must take back edits and nothing else."""

    def __init__(self) -> None:
        super().__init__()
        self.book, self.history, self.painted = BOOK, History(), 0
        self.told: list[dict[str, JsonValue]] = []

    def edit(self, edit: Callable[[Book], Book]) -> None:
        after = edit(self.book)
        if step := self.history.remember(self.book, after):
            self.told.append({"type": "edit", "step": json.loads(step.model_dump_json())})
        self.book = after

    def any_page(self, number: int) -> str:
        return self.book.pages[number % len(self.book.pages)].id

    @rule(number=st.integers(0, 9), text=st.text("abc ", max_size=5))
    def tell(self, number: int, text: str) -> None:
        if self.book.pages:
            self.edit(lambda book: edits.change_scene(book, self.any_page(number), text=text))

    @rule(number=st.integers(0, 9))
    def approve(self, number: int) -> None:
        if self.book.pages:
            self.edit(lambda book: edits.approve_text(book, self.any_page(number)))

    @rule(number=st.integers(0, 9))
    def delete(self, number: int) -> None:
        if self.book.pages:
            self.edit(lambda book: edits.delete_page(book, self.any_page(number)))

    @rule()
    def insert(self) -> None:
        self.edit(lambda book: edits.insert_page(book, self.any_page(0) if book.pages else None))

    @rule(number=st.integers(0, 9), to=st.integers(0, 9))
    def move(self, number: int, to: int) -> None:
        if self.book.pages:
            self.edit(lambda book: edits.move_page(book, self.any_page(number), to))

    @rule(number=st.integers(0, 9), at=st.integers(0, 5))
    def split(self, number: int, at: int) -> None:
        if self.book.pages:
            self.edit(lambda book: edits.split_page(book, self.any_page(number), at))

    @rule(number=st.integers(0, 9))
    def merge(self, number: int) -> None:
        if self.book.pages:
            self.edit(lambda book: edits.merge_page(book, self.any_page(number)))

    @rule(number=st.integers(0, 9))
    def discard(self, number: int) -> None:
        if self.book.pages and (takes := self.book.page(self.any_page(number)).takes):
            self.edit(lambda book: edits.discard_take(book, self.any_page(number), takes[number % len(takes)].id))

    @rule()
    def come_back_tomorrow(self) -> None:
        """The journal tells the same history to the next session."""
        self.history = History.replayed(self.told)

    @rule(number=st.integers(0, 9))
    def paint(self, number: int) -> None:
        """Not an edit of the author's."""
        if self.book.pages:
            self.painted += 1
            self.book = edits.add_take(self.book, self.any_page(number), take(self.painted))

    @rule()
    def undo_and_redo(self) -> None:
        before = self.book
        if self.history.last is not None:
            self.book = self.history.redo(self.history.undo(before))
            assert _words(self.book) == _words(before)

    @rule()
    def undo(self) -> None:
        if self.history.last is not None:
            self.book = self.history.undo(self.book)
            self.told.append({"type": "undo"})

    @invariant()
    def ids_are_sound(self) -> None:
        ids = [page.id for page in self.book.pages]
        assert len(set(ids)) == len(ids)
        assert all(int(page[1:]) <= self.book.pages_made for page in ids)
        assert Book.model_validate(self.book.model_dump(by_alias=True)) == self.book


def _words(book: Book) -> list[tuple[str, str, Approval | None]]:
    return [(page.id, page.scene.text, page.text_approval) for page in book.pages]


TestAuthor = Author.TestCase
