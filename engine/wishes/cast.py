"""What an author may do with the characters."""

from __future__ import annotations

from engine.book import edits
from engine.wishes.author import Wishes


class CastWishes(Wishes):
    """What an author may do with the characters; one method per intention."""

    async def edit(self, name: str, *, new_name: str | None = None, block: str | None = None) -> None:
        """Change a character's name or block; a name not in the cast adds a character."""
        await self._author.edit(lambda book: edits.set_character(book, name, new_name=new_name, block=block))
