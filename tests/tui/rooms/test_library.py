"""The library shows the author's books, and invites where there are none."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input, OptionList

from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder, peek
from engine.jobs.job import JobKind
from tests.tui.stage import Stage
from tui.rooms.new_book import folder_name

Stages = Callable[..., Stage]


async def test_an_empty_library_invites(stage: Stages, tmp_path: Path) -> None:
    async with stage(library=tmp_path / "nothing-here") as here:
        await here.until(lambda: "Every book begins with a sentence." in here.shown)
        assert "begins a book" in here.shown


async def test_books_say_where_they_stand(stage: Stages, hedgehog: Path) -> None:
    async with stage() as here:
        await here.until(lambda: "Platz für zwei" in here.shown)
        assert "0/3" in here.shown
        assert "✓ 4/4" in here.shown
        assert "2026-02-02" in here.shown


async def test_a_broken_book_is_named_and_opening_it_says_why(stage: Stages, library: Path) -> None:
    (library / "igel-und-stern" / "book.yaml").write_text("title: [")
    async with stage() as here:
        await here.until(lambda: "book_broken" in here.shown)
        assert "book.yaml cannot be read." in here.shown
        await here.press("enter")
        if here.room != "Library":
            await here.press("q", "down", "enter")
        await here.until(lambda: "copy the newest file of backup/" in here.told)
        assert here.room == "Library"


async def test_a_book_that_is_open_elsewhere_stays_shut(stage: Stages, hedgehog: Path) -> None:
    with BookFolder.open(hedgehog):
        async with stage(hedgehog) as here:
            await here.until(lambda: "Another process works on this book." in here.told)
            assert here.room == "Library"


async def test_no_markup_is_read_in_what_comes_from_outside(stage: Stages, tmp_path: Path) -> None:
    title = "[red]x[/] [@click=quit]y[/]"
    wish = NewBook(idea=title, title=title, manuscript=f"{title}\n\n[/broken")
    folder = tmp_path / "shelf" / "markup"
    folder.parent.mkdir()
    BookFolder.create(folder, begin(wish)).close()
    async with stage(library=folder.parent, size=(160, 48)) as here:
        await here.until(lambda: title in here.shown)
        await here.press("enter")
        await here.until(lambda: here.room == "Review")
        await here.until(lambda: here.shown.count(title) >= 2)
        await here.press("down")
        await here.until(lambda: "[/broken" in here.shown)
        await here.press("o")
        await here.until(lambda: title in here.shown)


async def test_from_an_idea_to_an_outline(stage: Stages, library: Path) -> None:
    async with stage() as here:
        await here.until(lambda: "Platz" in here.shown)
        await here.press("n")
        await here.type("Ein Igel findet einen Stern")
        assert "igel-findet-stern" in here.shown
        await here.press("tab", "tab", "tab", "backspace", "4")
        await here.press("ctrl+s")
        await here.until(lambda: here.room == "Outline")
        assert len(here.book.pages) == 4
        await here.until(lambda: here.jobs(JobKind.OUTLINE))
        assert here.jobs(JobKind.OUTLINE)[0].count == 4
    assert peek(library / "igel-findet-stern").idea == "Ein Igel findet einen Stern"


async def test_a_book_without_an_idea_says_what_is_lacking(stage: Stages) -> None:
    async with stage() as here:
        await here.press("n", "ctrl+s")
        await here.until(lambda: "idea_empty" in here.shown)
        assert "--idea" not in here.shown


async def test_a_folder_that_holds_a_book_is_left_alone(stage: Stages, library: Path) -> None:
    before = (library / "regentag" / "book.yaml").read_bytes()
    async with stage() as here:
        await here.press("n")
        await here.type("Regentag")
        await here.press("ctrl+s")
        await here.until(lambda: "book_exists" in here.shown)
        assert here.room == "NewBookRoom"
    assert (library / "regentag" / "book.yaml").read_bytes() == before


async def test_a_manuscript_keeps_the_authors_words(stage: Stages, library: Path, tmp_path: Path) -> None:
    manuscript = tmp_path / "m.md"
    manuscript.write_text("# Mein Buch\n\nEins.\n\nZwei.\n", "utf-8")
    async with stage() as here:
        await here.press("n", "tab")
        here.app.screen.query_one("#manuscript", Input).value = str(manuscript)
        await here.until(lambda: "Your words stay as they are." in here.shown)
        assert "Mein Buch: 2 pages" in here.shown
        await here.press("ctrl+s")
        await here.until(lambda: here.room == "Review")
    assert [page.scene.text for page in peek(library / "mein-buch").pages] == ["Eins.", "Zwei."]


@pytest.mark.parametrize(
    ("words", "name"),
    [("Ein müder Stern", "mueder-stern"), ("Der die das", "der-die-das"), ("../../x", "x"), ("☃", "")],
)
def test_a_folder_is_named_after_the_book(words: str, name: str) -> None:
    assert folder_name(words) == name


async def test_leaving_and_coming_back_keeps_the_place(stage: Stages, hedgehog: Path) -> None:
    async with stage() as here:
        await here.until(lambda: "Platz" in here.shown)
        await here.press("down", "enter")
        await here.until(lambda: here.room == "Review")
        await here.press("q")
        await here.until(lambda: here.room == "Library" and here.app.screen.query_one(OptionList).option_count == 2)


async def test_an_idea_is_not_dropped_unasked(stage: Stages) -> None:
    async with stage() as here:
        await here.press("n", "x", "escape")
        assert "Your idea is not kept yet." in here.shown
        await here.press("escape")
        assert here.room == "NewBookRoom"
        await here.press("escape", "d")
        await here.until(lambda: here.room == "Library")


async def test_an_english_edition_is_begun_beside_its_book(stage: Stages, library: Path) -> None:
    async with stage() as here:
        await here.until(lambda: "Platz" in here.shown)
        await here.press("l", "enter")
        await here.until(lambda: here.room == "Review" and "W has them said in English" in here.told)
        assert here.book.language == "en"
        assert sum(page.chosen_take is not None for page in here.book.pages)
        await here.press("W")
        await here.until(lambda: here.jobs(JobKind.EDITION))
        await here.press("q")
        await here.until(lambda: here.room in ("Library", "Question"))


async def test_books_of_one_title_are_told_apart_by_their_folders(stage: Callable[..., Stage], library: Path) -> None:
    shutil.copytree(library / "igel-und-stern", library / "igel-zwei")
    async with stage() as here:
        await here.until(lambda: "· igel-zwei" in here.shown)
        assert "· igel-und-stern" in here.shown
        assert "· regentag" not in here.shown
