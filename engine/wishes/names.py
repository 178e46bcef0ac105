"""What an author may do with the names of real children: give each a stand-in, and forget it again."""

from __future__ import annotations

import asyncio

from engine.book.real_names import real_names
from engine.clean import clean_line
from engine.jobs.events import Notice
from engine.language.stand_ins import stand_in
from engine.wishes.author import Wishes


class NameWishes(Wishes):
    """What an author may do with real names; one method per intention."""

    async def known(self) -> dict[str, str | None]:
        """Return the real name for each stand-in, None where this machine does not know it.

        Raises:
            FibelError: `names_broken`.
        """
        book = self._desk.book
        kept = (await asyncio.to_thread(real_names, book)).names
        return {name: kept.get(name) for name in (book.stand_ins.names if book.stand_ins else ())}

    async def stand_in(self, name: str, real: str) -> None:
        """Let a name in the book stand for a real one, which is put in where the book is published.

        The real one is taken out of the book wherever it stands. That cannot be undone: undoing would write it down.

        Raises:
            FibelError: `usage` for names that are none, `names_broken`, `disk_full`, `write_failed`.
        """
        before = self._desk.book
        name, real = clean_line(name), clean_line(real)
        after = await self._desk.change(lambda book: stand_in(book, name, real))
        if after.model_copy(update={"stand_ins": before.stand_ins}) != before:
            self._desk.emit(
                Notice(
                    "Older versions in backup/ and journal.jsonl still hold the real name.",
                    "Both stay on this machine; leave them out where you pass the folder on.",
                )
            )

    async def forget(self, name: str) -> None:
        """Forget the real name; the book goes on with its stand-in.

        Raises:
            FibelError: `names_broken`, `disk_full`, `write_failed`.
        """
        await self._desk.change(lambda book: stand_in(book, clean_line(name), None))
