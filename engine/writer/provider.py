"""What the calls need of whoever writes: a request goes in, pieces of text come out."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from pydantic import JsonValue

from engine.units import Bytes, Seconds, Tokens

LOCAL = "local"
"""Where the words go if they stay on this machine."""

LARGEST_SEED = 2**31 - 1
"""What every server takes; llama.cpp and others keep 32 bits and read all of them set as "any"."""

THOUGHTS: Tokens = 2_048
"""What a model that cannot help thinking may think before its answer, for it counts against the answer's bound; a bound
that is not reached costs nothing."""


@dataclass(frozen=True, slots=True)
class TextRequest:
    """Everything that shapes an answer.

    `schema` is a prepared JSON schema (see :mod:`engine.writer.schema`) or None for free text; `max_tokens` bounds the
    answer, not the prompt.
    """

    system: str
    user: str
    schema: Mapping[str, JsonValue] | None
    seed: int
    temperature: float
    max_tokens: Tokens


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of the answer as it arrives.

    `text` is raw: what is read out of it must be cleaned before it is kept or shown. `tokens` counts the answer so
    far; `reason` is the server's word for why it ended, empty until `done`.
    """

    text: str
    done: bool
    tokens: Tokens
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Pulled:
    """How far a model has come: the server's word for what it does, bytes here, and bytes in all as far as known."""

    what: str
    here: Bytes = 0
    of: Bytes = 0


class TextProvider(Protocol):
    """Somebody who writes."""

    @property
    def model(self) -> str: ...

    @property
    def context(self) -> Tokens:
        """How much of a request and its answer together the model keeps in view."""
        ...

    @property
    def place(self) -> str:
        """Where the author's words go: `LOCAL`, or the name of a host or service ("Mistral, EU")."""
        ...

    async def ready(self) -> str:
        """Return in a sentence who is ready to write.

        Raises:
            FibelError: `server_unreachable`, `server_unexpected`, `model_missing`.
        """
        ...

    def generate(self, request: TextRequest, *, keep_alive: Seconds) -> AsyncGenerator[Chunk, None]:
        """Stream an answer; the last chunk is `done`. Closing the generator cancels the work on the server.

        Args:
            keep_alive: how long the model may stay afterwards; negative: until unloaded. It comes from the lease.

        Raises:
            FibelError: `text_cut` if the answer ends without its end, `text_refused`, `text_too_long`, `text_failed`,
                `key_missing`, `key_refused`, `key_exposed`, `rate_limited`,
                `model_missing`, `out_of_memory`, `server_unreachable`, `server_lost`, `server_unexpected`.
        """
        ...


@runtime_checkable
class Fetcher(Protocol):
    """A writer whose server can fetch a model that it does not have."""

    def pull(self) -> AsyncGenerator[Pulled, None]:
        """Have the server fetch the writer's model; closing the generator stops it, and what has come stays.

        Raises:
            FibelError: `model_missing` if nobody offers such a model, `pull_failed`, `server_unreachable`,
                `server_lost`.
        """
        ...
