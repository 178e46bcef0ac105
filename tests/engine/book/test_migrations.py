"""A book of an earlier program opens, loses nothing, and is kept as it was before it is saved anew."""

from __future__ import annotations

import copy
import shutil
from pathlib import Path

import pytest

from engine.book import edits, migrations
from engine.book.folder import BookFolder, peek
from engine.book.model import SCHEMA, TextState
from engine.book.text import parse
from engine.errors import FibelError
from tests.engine.book.disk import Killed, StopAt

GOLDEN = Path(__file__).parents[2] / "data" / "book-schema-0"


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return Path(shutil.copytree(GOLDEN, tmp_path / "book"))


def test_a_book_of_schema_0_opens_with_all_it_held() -> None:
    book = peek(GOLDEN)
    first, second = book.pages
    assert (book.schema_number, book.title, book.pages_made, book.outline_settled) == (1, "Die Eule zählt", 2, True)
    assert [(c.name, c.block) for c in book.cast] == [("Eule Uhu", "(sleepy brown owl:1.2), round glasses")]
    assert first.scene.text == "Eule Uhu sitzt auf dem Ast.\n„Eins, zwei, drei“, zählt sie.\n"
    assert (first.scene.action, first.scene.framing[:9]) == ("an owl on a branch counts the stars", "wide shot")
    assert (first.text_state, second.text_state) == (TextState.APPROVED, TextState.DRAFT)
    assert first.chosen_take is not None
    assert (first.chosen_take.recipe.seed, first.chosen_take.recipe.cfg, first.chosen_take.width) == (7, 8.0, 16)
    assert second.takes == ()


def test_its_picture_is_still_its_picture(old: Path) -> None:
    with BookFolder.open(old) as book:
        (take,) = book.book.pages[0].takes
        assert book.read_take(take).startswith(b"\x89PNG")


def test_looking_at_an_old_book_changes_nothing(old: Path) -> None:
    with BookFolder.open(old):
        pass
    assert (old / "book.yaml").read_bytes() == (GOLDEN / "book.yaml").read_bytes()
    assert not (old / "backup").exists()


def test_the_first_save_keeps_the_old_file(old: Path) -> None:
    with BookFolder.open(old) as book:
        book.change(lambda book: edits.change_book(book, title="Die Eule schläft"))
    assert (old / "backup" / "book.v0.yaml").read_bytes() == (GOLDEN / "book.yaml").read_bytes()
    assert peek(old).title == "Die Eule schläft"


def test_at_whatever_call_the_first_save_dies_the_old_book_is_there(tmp_path: Path) -> None:
    call, alive = 0, False
    while not alive:
        call += 1
        folder = Path(shutil.copytree(GOLDEN, tmp_path / str(call)))
        with StopAt(folder, call) as disk:
            try:
                with BookFolder.open(folder) as book:
                    book.change(lambda book: edits.change_book(book, title="neu"))
            except Killed:
                pass
        kept = folder / "backup" / "book.v0.yaml"
        whole = kept.exists() and kept.read_bytes() == (GOLDEN / "book.yaml").read_bytes()
        assert peek(folder).title == "Die Eule zählt" or (peek(folder).title == "neu" and whole)
        alive = disk.calls < call
    assert call > 20


def test_there_is_a_step_for_every_schema_and_none_changes_what_it_is_given() -> None:
    assert len(migrations.STEPS) == SCHEMA
    old: migrations.Tree = {"schema": 0, "scenes": [{"text": "a", "picture": {"file": "x"}}], "characters": {"a": "b"}}
    before = copy.deepcopy(old)
    migrations.migrate(old, 0)
    assert old == before
    new: migrations.Tree = {"schema": SCHEMA}
    assert migrations.migrate(new, SCHEMA) is new


@pytest.mark.parametrize(
    "text",
    [
        "schema: 0\nscenes: viele",
        "schema: 0\nscenes: [eins]",
        "schema: 0\ncharacters: [a]",
        "schema: 0\nscenes: [{picture: schön}]",
        "schema: 0\nscenes: [{picture: {file: ../../etc/passwd, size: 1x1}}]",
        "schema: 0\nscenes: [{verse: 1}]",
    ],
)
def test_what_does_not_fit_is_named_and_not_dropped(text: str) -> None:
    with pytest.raises(FibelError) as caught:
        parse(text)
    assert caught.value.code == "book_broken"
