"""The export under way: it goes on wherever the author is meanwhile, and ends when somebody says stop."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from engine.errors import FibelError
from engine.units import Seconds
from tui.link import Link

if TYPE_CHECKING:
    from engine.publish.export import Exported
    from engine.studio import Studio
    from tui.rooms.aims import Aim

TELLING: Seconds = 1.0
"""Of pages done before anything is foretold: the first ones are no measure of the others."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How far an export is, or what became of it."""

    aim: Aim
    to: Path
    done: int = 0
    of: int = 0
    """Pages; none while the book is checked."""
    left: Seconds | None = None
    """How long it will take still, told by the pages done."""
    stopping: bool = False
    exported: Exported | None = None
    error: FibelError | None = None

    @property
    def running(self) -> bool:
        return self.exported is None and self.error is None


class Pressing:
    """Has one file written at a time. Belongs to the screen's loop."""

    def __init__(self, link: Link, told: Callable[[Standing], None]) -> None:
        """Prepare; `told` hears of each step, and of the end."""
        self._link = link
        self._told = told
        self._stop = threading.Event()
        self._begun: Seconds = 0.0
        self._task: asyncio.Task[None] | None = None
        self.standing: Standing | None = None
        """Of the export under way, or the last one."""
        self.written: set[Path] = set()
        """Files written so far, which may be written again unasked."""

    @property
    def running(self) -> bool:
        return self.standing is not None and self.standing.running

    def begin(self, aim: Aim, to: Path, *, force: bool) -> bool:
        """Begin to write a file, unless another one is being written."""
        if self.running:
            return False
        self._stop = threading.Event()
        self._go_to(Standing(aim, to))
        self._task = asyncio.create_task(self._write(aim, to, self._stop, force=force))
        return True

    def stop(self) -> bool:
        """Have the export end at its next safe point; false if there is none to end."""
        if self.standing is None or not self.standing.running:
            return False
        self._stop.set()
        self._go_to(replace(self.standing, stopping=True))
        return True

    async def _write(self, aim: Aim, to: Path, stop: threading.Event, *, force: bool) -> None:
        loop = asyncio.get_running_loop()

        def progress(done: int, of: int) -> None:  # on a thread of the engine
            if not loop.is_closed():
                loop.call_soon_threadsafe(self._page_done, done, of)

        async def export(studio: Studio) -> Exported:
            return await studio.press.export(to, profile=aim.profile, force=force, progress=progress, stop=stop)

        end = Standing(aim, to)
        try:
            exported = await self._link.ask(export)
        except FibelError as error:
            self._go_to(replace(end, error=error))
            return
        self.written.add(to)
        self._go_to(replace(end, exported=exported))

    def _page_done(self, done: int, of: int) -> None:
        if self.standing is None or not self.standing.running:
            return  # the last page's word came after the file's
        now = time.monotonic()
        if not self.standing.of:
            self._begun = now
        took = now - self._begun
        left = took / (done - 1) * (of - done) if done > 1 and took >= TELLING else None
        self._go_to(replace(self.standing, done=done, of=of, left=left))

    def _go_to(self, standing: Standing) -> None:
        self.standing = standing
        self._told(standing)
