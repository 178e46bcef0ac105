"""A writer beyond this machine, and models fetched for one on it, as the command line meets them."""

from __future__ import annotations

import asyncio
from typing import Any

from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.box.machine import Box
from tests.engine.writer.conftest import Fake
from tests.engine.writer.fake import Reply, served
from tests.engine.writer.test_pull import layer, news
from tests.program.fibel import Program, Run


async def run(program: Program, *arguments: str) -> Run:
    return await asyncio.to_thread(program.run, *arguments)


async def test_a_books_texts_leave_once_the_author_has_agreed(program: Program) -> None:
    async with Box(speed=2_000) as box:
        elsewhere = box.ollama_url.replace("127.0.0.1", "0.0.0.0")  # reaches this machine and is none of its names
        program.environment |= {"FIBEL_WRITER_PROVIDER": "ollama", "FIBEL_WRITER_URL": elsewhere}
        program.environment |= {"FIBEL_ILLUSTRATOR_PROVIDER": "box"}
        BookFolder.create(program.home / "igel", begin(NewBook(idea="Ein Igel findet einen Stern", pages=1))).close()
        refused = await run(program, "outline", "igel")
        assert refused.code == 4
        assert "They would go to: 0.0.0.0." in refused.err
        assert "--yes-leaves-machine" in refused.err
        agreed = await run(program, "outline", "igel", "--yes-leaves-machine")
        assert agreed.code == 0
        assert "Texts leave this machine: 0.0.0.0" in agreed.err


class Fetching(Fake):
    """Fetches any model."""

    def reply(self, path: str, body: dict[str, Any]) -> Reply | list[Any]:
        if path != "/api/pull":
            return super().reply(path, body)
        return [layer("sha256:aa", 2_000_000_000, 500_000_000), news(status="success")]


async def test_a_model_is_fetched(program: Program) -> None:
    async with served(Fetching()) as there:
        program.environment["FIBEL_WRITER_URL"] = there.url
        told = await run(program, "pull", "gemma3:4b")
        assert told.code == 0
        assert "pulling aa 25 % of 2.0 GB" in told.err
