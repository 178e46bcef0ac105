"""The guard reads on the processor, says one of two words, and is sent away after the book."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from engine.errors import FibelError
from engine.writer.guard import OllamaGuard, read_verdict

from .conftest import Fake, refused
from .fake import Reply

GUARD = "llama-guard3:1b"


@pytest.fixture
async def guard(fake: Fake) -> AsyncIterator[OllamaGuard]:
    async with OllamaGuard(fake.url, model=GUARD) as here:
        yield here


def says(words: str) -> Reply:
    return Reply(200, {"message": {"role": "assistant", "content": words}, "done": True})


async def test_it_reads_on_the_processor_and_leaves(fake: Fake, guard: OllamaGuard) -> None:
    fake.answers = [says("safe"), says("\n\nunsafe\nS1,S12")]
    assert await guard.hazards("Der Igel gähnt.") == ()
    assert await guard.hazards("Der Räuber …") == ("violent crimes", "sexual content")
    await guard.leave()
    first, second = fake.chats()
    assert first["model"] == GUARD
    assert first["options"]["num_gpu"] == 0, "the card belongs to whoever holds the lease"
    assert first["options"] == second["options"], "else the model would be loaded once more"
    assert [message["content"] for message in second["messages"]] == ["Der Räuber …"]
    assert [body["keep_alive"] for body in fake.loads()] == [0]


@pytest.mark.parametrize(
    ("reply", "code"),
    [
        (says("Once upon a time"), "text_invalid"),
        (refused(404, "model 'llama-guard3:1b' not found"), "model_missing"),
        (Reply(200, b"<html>"), "server_unexpected"),
    ],
)
async def test_what_is_no_guards_answer_is_named(fake: Fake, guard: OllamaGuard, reply: Reply, code: str) -> None:
    fake.answers = [reply]
    with pytest.raises(FibelError) as refusal:
        await guard.hazards("Der Igel gähnt.")
    assert refusal.value.code == code


@pytest.mark.parametrize(
    ("answer", "hazards"),
    [("safe", ()), ("UNSAFE\ns10", ("hate",)), ("unsafe", ("unsafe",)), ("unsafe\nS99", ("S99",))],
)
def test_a_verdict_is_read_as_the_model_card_says(answer: str, hazards: tuple[str, ...]) -> None:
    assert read_verdict(answer) == hazards
