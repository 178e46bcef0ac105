"""Real pictures are made one at a time, and none that was begun is made twice."""

from __future__ import annotations

import asyncio
import threading

import pytest

from tui.widgets.hanging import Hanging


async def test_one_is_made_at_a_time_and_all_are_kept() -> None:
    hanging, busy, kept = Hanging(), threading.Lock(), list[int]()

    def make(number: int) -> int:
        assert busy.acquire(blocking=False), "another one is being made"
        busy.release()
        return number

    async with asyncio.TaskGroup() as group:
        for number in range(8):
            group.create_task(hanging.alone(lambda n=number: make(n), kept.append))  # type: ignore[misc]
    assert sorted(kept) == list(range(8))


async def test_who_leafs_on_does_not_wait_and_what_was_begun_is_kept() -> None:
    hanging, may_end, kept = Hanging(), threading.Event(), list[str]()
    begun = asyncio.Event()
    loop = asyncio.get_running_loop()

    def slowly() -> str:
        loop.call_soon_threadsafe(begun.set)
        may_end.wait()
        return "first"

    first = asyncio.create_task(hanging.alone(slowly, kept.append))
    await begun.wait()
    first.cancel()
    with pytest.raises(asyncio.CancelledError):
        await first
    second = asyncio.create_task(hanging.alone(lambda: "second", kept.append))
    await asyncio.sleep(0)
    assert kept == []
    may_end.set()
    await second
    assert kept == ["first", "second"]


async def test_what_cannot_be_made_stands_in_nobodys_way() -> None:
    hanging, kept = Hanging(), list[str]()

    def broken() -> str:
        raise OSError("no picture")

    with pytest.raises(OSError, match="no picture"):
        await hanging.alone(broken, kept.append)
    await hanging.alone(lambda: "next", kept.append)
    assert kept == ["next"]
