"""The print room ends when it is told to, even in the very moment a page is given to it."""

from __future__ import annotations

import asyncio
from typing import cast

from engine.jobs.desk import Desk
from engine.jobs.printroom import PrintRoom


async def test_a_page_given_at_the_end_keeps_nobody() -> None:
    for _ in range(20):
        room = PrintRoom(cast("Desk", None))
        room.prepare("p001")
        work = asyncio.create_task(room.run())
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        room.prepare("p002")
        work.cancel()
        async with asyncio.timeout(1):
            await asyncio.wait([work])
        assert work.cancelled()
