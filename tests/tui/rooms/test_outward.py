"""Words go to the author's clipboard, and the real picture to their browser."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.tui.stage import Stage
from tui.rooms.outward import RealPixels
from tui.rooms.review import Review

Stages = Callable[..., Stage]


async def test_capital_y_copies_the_text(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("Y")
        await here.until(lambda: "Copy what?" in here.told)
        await here.press("enter")
        assert here.app.clipboard == here.page(1).scene.text
        assert "Copied" in here.told


async def test_capital_o_shows_where_the_real_pixels_are(
    stage: Stages, hedgehog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSH_CONNECTION", "192.0.2.7 50000 192.0.2.1 22")
    monkeypatch.setenv("USER", "mia")
    async with stage(hedgehog, size=(100, 30)) as here:
        await here.press("O")
        await here.until(lambda: "mia@192.0.2.1" in here.told)
        screen = here.app.screen
        assert isinstance(screen, RealPixels)
        async with httpx.AsyncClient(trust_env=False) as browser:
            answer = await browser.get(screen._shown.url)
        assert answer.content == (hedgehog / here.page(1).takes[0].file).read_bytes()
        await here.press("c")
        assert here.app.clipboard.startswith("ssh -N -L")
        await here.press("escape")
        assert here.room == "Review"
        with pytest.raises(httpx.ConnectError):
            httpx.get(screen._shown.url, trust_env=False)


def test_each_key_of_the_review_room_does_one_thing() -> None:
    kinds = [kind for kind in Review.__mro__ if kind.__module__.startswith("tui.")]
    bindings = [key for kind in kinds for key in vars(kind).get("BINDINGS", ())]
    keys = [name for binding in bindings for name in binding.key.split(",")]
    assert sorted(set(keys)) == sorted(keys)
