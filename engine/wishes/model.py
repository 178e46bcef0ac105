"""What an author may do about a model that the writer's server does not have."""

from __future__ import annotations

from contextlib import aclosing

from engine.errors import FibelError
from engine.jobs.events import Notice
from engine.wishes.author import Author, Wishes
from engine.writer.provider import Fetcher


class ModelWishes(Wishes):
    """Have the writer's model fetched; notices tell how far it is, and closing the book stops it."""

    def __init__(self, author: Author) -> None:
        super().__init__(author)
        self._fetching = False

    async def is_missing(self) -> bool:
        """Whether the writer lacks its model and could fetch it, and nobody has it fetched already."""
        writer = self._desk.crew.writer
        if not isinstance(writer, Fetcher) or self._fetching:
            return False
        try:
            await writer.ready()
        except FibelError as error:
            return error.code == "model_missing"
        return False

    async def fetch(self) -> None:
        """Fetch the model, and let the list go on if it waited for that.

        Raises:
            FibelError: `usage` if the writer cannot fetch; `model_missing` if nobody offers it, `pull_failed`, …
        """
        writer = self._desk.crew.writer
        if not isinstance(writer, Fetcher):
            raise FibelError("usage", "Only Ollama fetches models.")
        if self._fetching:
            return
        self._fetching, told = True, ""
        try:
            async with aclosing(writer.pull()) as news:
                async for pulled in news:
                    words = f"{writer.model} is being fetched: {100 * pulled.here // pulled.of if pulled.of else 0} %."
                    if words != told:
                        self._desk.emit(Notice(words))
                    told = words
        finally:
            self._fetching = False
        self._desk.emit(Notice(f"{writer.model} is here."))
        stopped = self._runner.stopped_by
        if stopped is not None and stopped.code == "model_missing":
            self._runner.resume()
