"""Every request to a server stands in the diary, in words and without secrets."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import pytest

from engine.box.machine import Box
from engine.diary import _WORDS, REQUESTS, plain_words
from engine.illustrator.server import Server
from engine.writer.ollama import Ollama
from tui.words.de import WORDS


class Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.told: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.told.append(record.getMessage())


@pytest.fixture
def listener() -> Iterator[Listener]:
    handler = Listener()
    REQUESTS.addHandler(handler)
    REQUESTS.setLevel(logging.DEBUG)
    yield handler
    REQUESTS.removeHandler(handler)


async def test_requests_of_both_servers_are_told(listener: Listener) -> None:
    async with Box(speed=100) as box:
        async with Server(box.comfyui_url) as server:
            await server.stats()
        async with Ollama(box.ollama_url, model=box.writers[0], context=4096) as ollama:
            await ollama.resident()
    assert any(told.startswith("ComfyUI is asked how much memory is free: 200") for told in listener.told)
    assert any(told.startswith("Ollama is asked what lies in memory: 200") for told in listener.told)
    assert not any("127.0.0.1" in told for told in listener.told)


def test_every_sentence_has_a_german_one() -> None:
    assert {what for _verb, _route, what in _WORDS} <= set(WORDS)
    assert plain_words("PATCH", "/what/is/this") in WORDS
