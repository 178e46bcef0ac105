"""Approved pictures are made ready for paper while the author goes on; an export then takes a second."""

from __future__ import annotations

import asyncio

from engine.book.folder import BookFolder
from engine.errors import FibelError
from engine.jobs.desk import Desk, uninterrupted
from engine.units import Seconds

REST: Seconds = 2.0
"""The machine is left to an author who goes from page to page saying yes."""


class PrintRoom:
    """Encodes the pictures of pages one after the other. What it does not get done, the export does."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._pages: asyncio.Queue[str] = asyncio.Queue()

    def prepare(self, page: str) -> None:
        """Take a page on; returns at once."""
        self._pages.put_nowait(page)

    async def run(self) -> None:
        """Work until cancelled; a picture that is begun is ended."""
        while True:
            pages = {await self._pages.get()}
            while pages:
                try:
                    async with asyncio.timeout(REST):  # wait_for of Python 3.11 can swallow a cancellation
                        pages.add(await self._pages.get())
                except TimeoutError:  # nobody says yes right now
                    await uninterrupted(asyncio.to_thread(_encode, self._desk.folder, pages.pop()))


def _encode(folder: BookFolder, page: str) -> None:
    from engine.publish.press import encode

    try:
        encode(folder, page)
    except FibelError:
        return  # a lost picture or a full disk; the export meets it again, and says so
