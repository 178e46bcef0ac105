"""The dummy shows the book as it lies open, and where its pages are turned."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.tui.stage import Stage

Stages = Callable[..., Stage]


async def test_the_book_lies_open_as_a_reader_holds_it(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog, size=(120, 40)) as here:
        await here.press("D")
        await here.until(lambda: "Page 2–3 of 5" in here.shown)
        assert "2 left · Imprint" in here.told
        assert "3 right · Story, Page 1" in here.told
        assert "Der kleine Igel Pieks gähnt." in here.told
        await here.press("left")
        assert "Page 1 of 5" in here.shown
        assert "1 right · Title page" in here.told
        await here.press("left", "end")
        assert "Page 4–5 of 5" in here.shown
        assert "The book is closed here." in here.told


async def test_what_a_child_waits_for_stands_at_the_turn(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog, size=(120, 40)) as here:
        await here.press("D")
        await here.until(lambda: "Before the page is turned:" in here.shown)
        assert "! Something begins" in here.shown
        assert "And then: Es ist ein Stern." in here.shown
        assert "2-3 ! 4-5" in here.shown


async def test_enter_opens_the_page_pointed_at(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("b", "D")
        await here.until(lambda: "of 5" in here.shown)
        await here.press("end", "down", "enter")
        assert here.room == "Review"
        assert here.app.screen.page.id == here.page(3).id


async def test_a_page_of_ours_leads_nowhere(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("D")
        await here.until(lambda: "of 5" in here.shown)
        await here.press("home", "enter")
        assert here.room == "Dummy"
        assert "made by Fibel" in here.shown
