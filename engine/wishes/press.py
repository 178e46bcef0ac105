"""What an author may do with the book as a whole: its title, its check, its files."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from pathlib import Path

from engine.book import edits
from engine.overview import stale_pages
from engine.publish.export import Exported, export
from engine.publish.preflight import Finding, preflight
from engine.wishes.author import Wishes


class PressWishes(Wishes):
    """What an author may do with the book as a whole; one method per intention."""

    async def edit_title(self, title: str) -> None:
        await self._author.edit(lambda book: edits.change_book(book, title=title))

    async def edit_author(self, author: str) -> None:
        await self._author.edit(lambda book: edits.change_book(book, author=author))

    async def check(self) -> list[Finding]:
        """Return what a reader or a printer would stumble over."""
        stale = stale_pages(self._desk.book, self._desk.style())
        return await asyncio.to_thread(preflight, self._desk.folder, stale=stale)

    async def export(
        self,
        to: Path,
        *,
        format_name: str | None = None,
        force: bool = False,
        progress: Callable[[int, int], None] | None = None,
    ) -> Exported:
        """Write the book to a file; its suffix says what kind.

        Raises:
            FibelError: `export_incomplete`, `take_missing`, `take_broken`, `export_failed`, `disk_full`, `usage`.
        """
        stale = stale_pages(self._desk.book, self._desk.style())
        return await asyncio.to_thread(
            export, self._desk.folder, to, format_name=format_name, force=force, stale=stale, progress=progress
        )
