"""The takes of a page, side by side."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.tui.stage import Stage


async def test_another_take_is_chosen_beside_the_chosen_one(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("end", "v")
        chosen = here.page(3).chosen
        other = next(take.id for take in here.page(3).takes if take.id != chosen)
        assert "◆ chosen" in here.shown
        await here.press("enter")
        await here.until(lambda: here.page(3).chosen == other)
        await here.press("u")
        await here.until(lambda: here.page(3).chosen == chosen)


async def test_a_take_laid_aside_can_be_fetched_back(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("end", "v", "x")
        await here.until(lambda: any(take.discarded for take in here.page(3).takes))
        assert "No other take." in here.told
        await here.press("X")
        assert "laid aside" in here.shown
        await here.press("z")
        await here.until(lambda: not any(take.discarded for take in here.page(3).takes))
        folder = here.app.link.folder
        assert folder is not None
        assert all((folder / take.file).exists() for take in here.page(3).takes)


async def test_escape_leads_back(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        for key in ("v", "b", "C", "l"):
            await here.press(key)
            assert here.room != "Review"
            await here.press("escape")
            await here.until(lambda: here.room == "Review")
