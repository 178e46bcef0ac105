"""Finding a page by its words or its number."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.tui.stage import Stage


async def test_words_lead_to_their_page(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        elsewhere = (here.page(1).scene.text + here.page(2).scene.text).lower()
        words = [word.strip("„.,!?“").lower() for word in here.page(3).scene.text.split()]
        await here.press("slash")
        await here.type(next(word for word in words if word.isascii() and word not in elsewhere))
        await here.press("enter")
        assert here.app.screen.page.id == here.page(3).id


async def test_what_is_nowhere_leads_nowhere(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("slash")
        await here.type("zzz")
        await here.press("enter")
        assert here.app.screen.page.id == here.page(1).id


async def test_a_number_leads_to_its_page(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("3")
        assert here.app.screen.page.id == here.page(3).id
        await here.press("9")  # 39: there is no such page
        assert here.app.screen.page.id == here.page(3).id
