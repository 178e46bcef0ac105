"""Every theme shows every symbol; states are told without colour."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.stage import Stage
from tui.themes import THEMES


@pytest.mark.parametrize("theme", [theme.name for theme in THEMES])
async def test_the_review_room_in_each_theme(stage: Callable[..., Stage], hedgehog: Path, theme: str) -> None:
    async with stage(hedgehog) as here:
        here.app.theme = theme
        await here.press("a")
        assert "✓ ○" in here.shown
        await here.press("question_mark")
        assert "Help" in here.shown


async def test_without_colours_nothing_is_lost(
    stage: Callable[..., Stage], hedgehog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    async with stage(hedgehog) as here:
        await here.press("a")
        assert "✓ ○" in here.shown
