"""The log says in plain words what went on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from engine.diary import REQUESTS
from engine.jobs.events import Notice
from tests.tui.stage import Stage


def ask(times: int) -> None:
    told = {"server": "ComfyUI", "what": "is asked how much memory is free", "status": 200, "seconds": 0.3}
    for _ in range(times):
        REQUESTS.log(logging.DEBUG, "%(server)s", told, extra=told)


async def test_requests_in_a_row_are_one_line(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog, size=(100, 24)) as here:
        ask(3)
        await here.press("l")
        assert "ComfyUI is asked how much memory is free × 3 0.3 s" in here.told


async def test_errors_can_be_seen_alone_and_nothing_of_them_is_markup(
    stage: Callable[..., Stage], hedgehog: Path
) -> None:
    async with stage(hedgehog, size=(100, 24)) as here:
        ask(1)
        here.app.link.receive(Notice("[bold]The server is gone.[/]", code="server_lost"))
        await here.settle()
        await here.press("escape", "l", "e")
        assert "[bold]The server is gone.[/]" in here.shown
        assert "ComfyUI is asked" not in here.shown
        await here.press("q")
        assert here.room == "Review"
