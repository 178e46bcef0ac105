"""A guard model: a second pair of eyes on the texts, on the processor, so that the card has nothing to do with it.

Speaks the form of Llama Guard 3 (Meta's model card: "safe", or "unsafe" and a line of hazards S1 to S14). It was made
for what adults say to machines: it knows nothing of fear, of dangerous play, of brands. What it says is a hint.
Through Ollama's native API; `num_gpu: 0` keeps a model off the card (Ollama's `docs/api.md`).
"""

from __future__ import annotations

import re
from types import TracebackType
from typing import Protocol, Self

import httpx
from pydantic import JsonValue

from engine.errors import FibelError
from engine.units import Seconds, Tokens
from engine.writer.connection import Connection
from engine.writer.wire import Part, refusal

ANSWER: Seconds = 300.0
"""For one page: the first one waits for 1.6 GB from a slow disk, and the processor reads a page in seconds."""

BETWEEN: Seconds = 120.0
"""How long the model may wait for the next page of the same book; it is sent away after the last one."""

WINDOW: Tokens = 2048
"""A page and the form around it; a longer page is refused and stays unchecked."""

WORDS: Tokens = 40
"""All fourteen hazards have room in it."""

HAZARDS = {
    "S1": "violent crimes",
    "S2": "non-violent crimes",
    "S3": "sex-related crimes",
    "S4": "child sexual exploitation",
    "S5": "defamation",
    "S6": "specialized advice",
    "S7": "privacy",
    "S8": "intellectual property",
    "S9": "indiscriminate weapons",
    "S10": "hate",
    "S11": "suicide and self-harm",
    "S12": "sexual content",
    "S13": "elections",
    "S14": "code interpreter abuse",
}

_ANSWER = re.compile(r"\s*(?P<verdict>safe|unsafe)\b(?P<hazards>[\sS\d,]*)", re.IGNORECASE)


class Guard(Protocol):
    """Somebody who says whether a text is safe."""

    @property
    def model(self) -> str: ...

    async def hazards(self, text: str) -> tuple[str, ...]:
        """Return what is unsafe about a text; empty where nothing is.

        Raises:
            FibelError: `text_invalid`, `model_missing`, `server_unreachable`, `server_lost`, …
        """
        ...

    async def leave(self) -> None:
        """Give back the memory; to be called when a book's pages have been read."""
        ...


class OllamaGuard:
    """A guard model on an Ollama server; use as a context manager.

    Raises:
        FibelError: `server_unreachable` if the address is none.
    """

    def __init__(self, url: str, *, model: str) -> None:
        self.model = model
        self._wire = Connection(url, speaks="Ollama's", refuse=self._refused, called="guard")

    async def __aenter__(self) -> Self:
        await self._wire.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._wire.__aexit__(kind, error, trace)

    async def hazards(self, text: str) -> tuple[str, ...]:
        """Return what is unsafe about a text; see :class:`Guard`."""
        options: dict[str, JsonValue] = {
            "num_gpu": 0,
            "num_ctx": WINDOW,
            "num_predict": WORDS,
            "temperature": 0,
            "seed": 0,
        }
        messages: list[JsonValue] = [{"role": "user", "content": text}]
        return read_verdict(await self._ask({"messages": messages, "options": options, "keep_alive": BETWEEN}))

    async def leave(self) -> None:
        """Unload the model; see :class:`Guard`."""
        await self._ask({"messages": [], "keep_alive": 0})

    async def _ask(self, said: dict[str, JsonValue]) -> str:
        body: dict[str, JsonValue] = {"model": self.model, "stream": False, "truncate": False, **said}
        answer = await self._wire.ask("POST", "/api/chat", body, silence=ANSWER)
        return self._wire.read(answer.content, Part).message.content

    def _refused(self, answer: httpx.Response) -> FibelError:
        return refusal(answer.status_code, answer.content, url=self._wire.url, model=self.model)


def read_verdict(answer: str) -> tuple[str, ...]:
    """Return the hazards an answer names; empty for "safe".

    >>> read_verdict("\\n\\nunsafe\\nS1,S11"), read_verdict("safe")
    (('violent crimes', 'suicide and self-harm'), ())

    Raises:
        FibelError: `text_invalid` for an answer of another form: the model is no guard.
    """
    found = _ANSWER.match(answer)
    if found is None:
        raise FibelError("text_invalid", "A guard model says “safe” or “unsafe”; this one said something else.")
    if found["verdict"].lower() == "safe":
        return ()
    codes = re.findall(r"S\d+", found["hazards"].upper())
    return tuple(HAZARDS.get(code, code) for code in codes) or ("unsafe",)
