"""An Ollama that misbehaves on demand: real sockets, answers written step by step."""

from __future__ import annotations

import json
import re
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Any

import pytest

from engine.presets import AgePreset
from engine.writer.ollama import Ollama

from .fake import Drop, FakeServer, Pause, Reply, served

MODEL = "llama3.1:8b"
MIB = 1024**2
KEEP = 600.0


@dataclass(frozen=True)
class End:
    """The last line of an answer, with the number of its tokens."""

    reason: str = "stop"
    count: int = 0


Step = str | bytes | Pause | Drop | End
"""A piece of text, raw bytes of the stream, or one of the above."""


def refused(status: int, words: str) -> Reply:
    return Reply(status, {"error": words})


def line(**fields: Any) -> bytes:
    return json.dumps({"model": MODEL, **fields}, ensure_ascii=False).encode() + b"\n"


def whole(answer: object) -> list[Step]:
    """An answer that is a document, in pieces of a few characters as tokens are."""
    text = json.dumps(answer, ensure_ascii=False)
    return [*(text[i : i + 5] for i in range(0, len(text), 5)), End()]


def asked_in(body: dict[str, Any]) -> list[int]:
    """The pages a request asks for."""
    last: str = body["messages"][1]["content"].splitlines()[-1]
    return [int(number) for number in re.findall(r"\d+", last)]


class Fake(FakeServer):
    """Behaves like Ollama 0.33 where nothing else is set."""

    streams = "application/x-ndjson"

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[list[Step] | Reply | Callable[[list[int]], list[Step]]] = []
        """What is said to requests with words, one after the other; a function is told the pages asked for."""
        self.running: list[dict[str, Any]] = []
        self.lingers = 0
        """How many more times a model is listed after it was asked to leave."""
        self.version = "0.33.0"
        self.info: dict[str, Any] = {"capabilities": ["completion"], "model_info": {}}
        self.loaded = {"size": 5_600 * MIB, "size_vram": 5_600 * MIB}
        self._leaving: set[str] = set()

    def chats(self) -> list[dict[str, Any]]:
        """The requests with words."""
        return [body for path, body in self.asked if path == "/api/chat" and body["messages"]]

    def loads(self) -> list[dict[str, Any]]:
        """The requests to load or unload."""
        return [body for path, body in self.asked if path == "/api/chat" and not body["messages"]]

    def user(self, at: int = -1) -> str:
        """What the writer was told with a request."""
        said: str = self.chats()[at]["messages"][1]["content"]
        return said

    def reply(self, path: str, body: dict[str, Any]) -> Reply | list[Step]:
        match path:
            case "/api/version":
                return Reply(200, {"version": self.version})
            case "/api/tags":
                return Reply(200, {"models": [{"name": MODEL, "model": MODEL, "size": 4_700 * MIB}]})
            case "/api/show":
                return Reply(200, self.info)
            case "/api/ps":
                return Reply(200, {"models": self._listed()})
            case "/api/chat" if body["messages"]:
                answer = self.answers.pop(0)
                return answer(asked_in(body)) if callable(answer) else answer
            case "/api/chat":
                return self._load_or_unload(body)
        return Reply(404, b"404 page not found")

    def _listed(self) -> list[dict[str, Any]]:
        listed = list(self.running)
        if self._leaving and self.lingers:
            self.lingers -= 1
        else:
            self.running = [model for model in self.running if model["model"] not in self._leaving]
            listed = list(self.running)
        return listed

    def _load_or_unload(self, body: dict[str, Any]) -> Reply:
        if body["keep_alive"] == 0:
            self._leaving.add(body["model"])
            reason = "unload"
        else:
            self._leaving.discard(body["model"])
            self.running = [{"name": body["model"], "model": body["model"], **self.loaded}]
            reason = "load"
        return Reply(200, {"message": {"role": "assistant", "content": ""}, "done": True, "done_reason": reason})

    def written(self, step: Any) -> bytes:
        if isinstance(step, str):
            return line(message={"role": "assistant", "content": step}, done=False)
        counts = {"eval_count": step.count} if step.count else {}
        return line(message={"role": "assistant", "content": ""}, done=True, done_reason=step.reason, **counts)


@pytest.fixture
async def fake() -> AsyncIterator[Fake]:
    async with served(Fake()) as there:
        yield there


@pytest.fixture
async def ollama(fake: Fake) -> AsyncIterator[Ollama]:
    async with Ollama(fake.url, model=MODEL, context=4096) as there:
        yield there


@pytest.fixture
def age() -> AgePreset:
    return AgePreset(
        label="3 bis 5 Jahre", words_per_sentence=9, sentences_per_page=(3, 5), words_per_page=(20, 50), type_size=20
    )
