"""What an author may do with the characters."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass

from engine.book import edits
from engine.book.model import Region
from engine.errors import FibelError
from engine.illustrator.likeness import ColourEye, Compared, Eye, compare
from engine.wishes.author import Author, Wishes


@dataclass(frozen=True, slots=True)
class Likenesses:
    """Every chosen picture beside its references, the least alike first; `eye` says what they were compared by."""

    eye: str
    compared: tuple[Compared, ...]


class CastWishes(Wishes):
    """What an author may do with the characters; one method per intention."""

    def __init__(self, author: Author) -> None:
        super().__init__(author)
        self._eye: Eye | None = None

    async def edit(self, name: str, *, new_name: str | None = None, block: str | None = None) -> None:
        """Change a character's name or block; a name not in the cast adds a character."""
        await self._author.edit(lambda book: edits.set_character(book, name, new_name=new_name, block=block))

    async def remove(self, name: str) -> None:
        """Take a character out of the cast and of every scene; pictures that show them stay.

        Raises:
            FibelError: `usage` where the book has no such character.
        """
        self._require(name)
        await self._author.edit(lambda book: edits.remove_character(book, name))

    async def refer(
        self, name: str, take: str | None, part: Region | None = None, *, likeness: float | None = None
    ) -> None:
        """Let a take show how a character looks, or none.

        Args:
            part: where on the take the character stands; None looks around its middle.
            likeness: how closely new pictures keep to it, 0 to 1; None is the usual weight.

        Raises:
            FibelError: `usage` where the book has no such character or take.
        """
        self._require(name)
        known = {one.id for page in self._desk.book.pages for one in page.takes}
        if take is not None and take not in known:
            raise FibelError("usage", f"The book has no take {take}.")
        await self._author.edit(
            lambda book: edits.change_character(
                book,
                name,
                reference=take,
                reference_part=part if take else None,
                likeness=likeness if take else None,
            )
        )

    async def weigh(self, name: str, weight: float | None) -> None:
        """Say how much a character's block counts in prompts (0.5 to 1.6); None leaves it as it is written.

        Raises:
            FibelError: `usage`.
        """
        self._require(name)
        await self._author.edit(lambda book: edits.change_character(book, name, weight=weight))

    async def likeness(self) -> Likenesses:
        """Compare the chosen pictures with the references of the characters seen on them. Rejects none.

        Raises:
            FibelError: `vision_unusable`, `take_missing`, `take_broken`.
        """
        if self._eye is None:
            self._eye = await asyncio.to_thread(self._open_eye)
        compared = await asyncio.to_thread(compare, self._desk.book, self._desk.folder.read_take, self._eye)
        return Likenesses(self._eye.name, compared)

    def _open_eye(self) -> Eye:
        if self._desk.crew.vision is None:
            return ColourEye()
        from engine.illustrator.vision import VisionEye

        return VisionEye(self._desk.crew.vision)

    def _require(self, name: str) -> None:
        if all(character.name != name for character in self._desk.book.cast):
            raise FibelError("usage", f"Nobody in this book is called {name}.")
