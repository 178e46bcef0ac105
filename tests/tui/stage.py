"""The studio with somebody at the keys."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from pathlib import Path
from types import TracebackType
from typing import Any

from textual.pilot import Pilot

from engine.book.model import Book, Page
from engine.jobs.job import Job, JobKind
from engine.settings import Settings
from tui.app import FibelApp
from tui.widgets.lines import NewsLine

LIMIT = 500
"""Looks at the screen before we give up; a look takes at least a hundredth of a second."""


class Stage:
    """`async with` it: the studio runs until the block ends."""

    def __init__(
        self, folder: Path | None, library: Path, size: tuple[int, int], *, keys: Mapping[str, str] | None = None
    ) -> None:
        self.app = FibelApp(Settings(theme="lamp", keys=dict(keys or {})), folder=folder, library=library)
        self._running = self.app.run_test(size=size)
        self._folder = folder
        self.pilot: Pilot[Any]

    async def __aenter__(self) -> Stage:
        return await self.enter(await self._running.__aenter__())

    async def enter(self, pilot: Pilot[Any]) -> Stage:
        """Take the keys of an app that runs already."""
        self.pilot = pilot
        if self._folder is not None:
            await self.until(lambda: self.app.link.book is not None or self.app.screen.query_one(NewsLine).visible)
        await self.settle()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._running.__aexit__(kind, error, trace)

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.settle()

    async def type(self, words: str) -> None:
        await self.press(*("space" if letter == " " else letter for letter in words))

    async def settle(self) -> None:
        """Wait until the wishes made are through and their news are shown."""
        await self.pilot.pause()
        link = self.app.link
        await self.until(lambda: not link.busy)
        await self.pilot.pause()

    async def until(self, true: Callable[[], Any]) -> None:
        for _ in range(LIMIT):
            if true():
                return
            await asyncio.sleep(0.01)
            await self.pilot.pause()
        raise AssertionError(f"never came true; the screen shows:\n{self.shown}")

    @property
    def shown(self) -> str:
        """The words on the screen."""
        lines = self.app.screen._compositor.render_strips()
        return "\n".join(strip.text for strip in lines)

    @property
    def told(self) -> str:
        """The same as one flow of words, frames and line ends aside."""
        return " ".join(self.shown.translate(str.maketrans("│╭╮╰╯─", "      ")).split())

    @property
    def book(self) -> Book:
        book = self.app.link.book
        assert book is not None
        return book

    def page(self, number: int) -> Page:
        return self.book.pages[number - 1]

    def jobs(self, kind: JobKind) -> list[Job]:
        return [job for job in self.app.link.jobs.values() if job.kind is kind]

    @property
    def room(self) -> str:
        return type(self.app.screen).__name__
