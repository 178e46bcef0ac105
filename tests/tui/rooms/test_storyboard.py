"""The storyboard: the whole book at a glance."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from engine.book import edits
from engine.book.folder import BookFolder
from engine.jobs.job import JobKind
from tests.tui.stage import Stage
from tui.rooms.storyboard import columns_for


async def test_all_pages_stand_side_by_side_and_lead_to_each(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("b")
        assert "Pictures 3/3" in here.shown
        await here.press("right", "enter")
        assert here.room == "Review"
        assert here.app.screen.page.id == here.page(2).id


async def test_a_page_moves_in_the_book(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        first = here.page(1).id
        await here.press("b", "greater_than_sign")
        await here.until(lambda: here.page(2).id == first)
        await here.press("u")
        await here.until(lambda: here.page(1).id == first)


async def test_finals_keep_the_seed_of_their_drafts(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("b", "f")
        assert "No page lacks a picture." in here.shown
        await here.press("F")
        assert "No page has a draft" in here.shown
        assert here.jobs(JobKind.PAINT) == []


async def test_drafts_ask_who_finds_no_room_in_the_prompt_and_the_answer_counts_in_every_room(
    stage: Callable[..., Stage], hedgehog: Path
) -> None:
    look = ", ".join(f"(round hedgehog with red scarf {letter}:1.2)" for letter in "abcdefghi") + ", friendly dark eyes"
    with BookFolder.open(hedgehog) as book:
        first = book.book.pages[0].id
        book.change(lambda b: edits.set_character(b, b.cast[0].name, block=look))
        book.change(lambda b: edits.change_page(b, first, takes=(), chosen=None))
    async with stage(hedgehog) as here:
        await here.press("b", "f")
        await here.until(lambda: "would look different on every picture" in here.told)
        assert here.jobs(JobKind.PAINT) == []
        await here.press("p")
        await here.until(lambda: len(here.jobs(JobKind.PAINT)) == 1)
        assert not here.book.style_yields
        await here.press("v", "r")
        await here.until(lambda: len(here.jobs(JobKind.PAINT)) == 2)


@pytest.mark.parametrize(
    ("pages", "width", "height"), [(1, 78, 21), (8, 78, 21), (32, 78, 21), (8, 158, 45), (32, 158, 45), (3, 20, 8)]
)
def test_cards_fit_the_width_and_the_height_if_they_can(pages: int, width: int, height: int) -> None:
    columns, rows = columns_for(pages, width, height, 2 / 3)
    assert columns * 12 <= width or columns == 1
    fits = rows * -(-pages // columns) <= height
    assert fits or columns == max(1, width // 12)
