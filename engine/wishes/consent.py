"""What an author may decide about where the book's texts go."""

from __future__ import annotations

from engine.book.model import Book
from engine.jobs import consent
from engine.wishes.author import Wishes


class ConsentWishes(Wishes):
    """Whether the texts may leave this machine; undo does not touch it, for what has been told stays told."""

    @property
    def given(self) -> bool:
        """Whether the writer may be told of this book."""
        return consent.given(self._desk)

    async def give(self) -> None:
        """Agree that this book's texts go where the writer is, and let the list go on if it waited for that."""
        place = self._desk.crew.writer.place
        if not self.given:
            await self._desk.change(lambda book: _with(book, (*book.consents, place)))
        stopped = self._runner.stopped_by
        if stopped is not None and stopped.code == "consent_missing":
            self._runner.resume()

    async def withdraw(self) -> None:
        """Take every consent back; nothing more is told to a writer beyond this machine."""
        await self._desk.change(lambda book: _with(book, ()))


def _with(book: Book, consents: tuple[str, ...]) -> Book:
    return book.model_copy(update={"consents": consents})
