"""Ollama's messages: what its answers hold, where its lines end, and what its refusals mean.

Protocol facts (Ollama 0.33, `api/types.go`, `server/routes.go`, `llm/status.go`): errors have the shape
`{"error": "text"}`, before the first byte with a status, afterwards as one more line of a stream with status 200; a
full context is a 400 of llama-server, passed on as text; a lack of memory has no status of its own.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterable, Mapping

from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from engine.clean import CleanLine, CleanText
from engine.errors import FibelError
from engine.units import Bytes, Tokens

GUESS: Bytes = 5 * 1024**3
"""What an 8B model at four bits wants with its context, until a server has told the truth."""

MAX_LINE: Bytes = 1 << 20
"""A line holds a few tokens and their frame; whoever sends more before a line's end is no Ollama."""

BYTES_A_NUMBER = 2
"""The context is kept in half precision unless its owner asked for less."""

_OUT_OF_MEMORY = (
    "out of memory",
    "out of device memory",
    "cudamalloc failed",
    "hipmalloc failed",
    "failed to allocate",
    "allocation failed",
    "not enough memory",
    "insufficient memory",
    "erroroutofmemory",
    "out_of_device_memory",
    "requires more system memory",
)
"""The words Ollama itself looks for."""

_TOO_LONG = (
    "exceed_context_size",
    "exceeds the available context",
    "exceeds the context length",
    "context length exc",
    "maximum context length",
    "context_length_exceeded",
)
"""Ollama's and llama.cpp's words, then those of services."""

_STALLED = ("timed out waiting for llama", "timed out waiting for server to start")
"""What Ollama says of a load without progress for five minutes, from 0.30 on and before."""

_SIZES = re.compile(r"\((\d+) tokens\).*?\((\d+) tokens\)")


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class Message(_Said):
    content: str = ""


class Part(_Said):
    """An answer, or one line of a streamed one."""

    message: Message = Message()
    done: bool = False
    done_reason: CleanLine = ""
    eval_count: int = 0
    error: JsonValue = None


class Running(_Said):
    """A loaded model: bytes in all, and those of them on the card."""

    model: CleanLine
    size: int = 0
    size_vram: int = 0
    context_length: Tokens = 0
    """What it keeps in view; 0 where the server is too old to tell."""


class RunningList(_Said):
    models: list[Running] | None = None


class Installed(_Said):
    name: CleanLine
    size: int = 0


class InstalledList(_Said):
    models: list[Installed] | None = None


class Version(_Said):
    version: CleanLine

    def at_least(self, *wanted: int) -> bool:
        """Whether it is this version or a later one; of one that is no number nothing bad is thought.

        >>> Version(version="0.32.4-rc1").at_least(0, 32, 4), Version(version="0.9.6").at_least(0, 12, 6)
        (True, False)
        """
        found = re.match(r"(\d+)\.(\d+)(?:\.(\d+))?", self.version)
        return found is None or tuple(int(part or 0) for part in found.groups()) >= wanted


class Details(_Said):
    family: CleanLine = ""


class Shown(_Said):
    """What a model can do and how it is built."""

    capabilities: list[CleanLine] | None = None
    remote_host: CleanLine = ""
    """Where a model of Ollama's cloud is computed, though it is asked for here."""
    details: Details | None = None
    model_info: Mapping[str, JsonValue] | None = None

    @property
    def thinks(self) -> bool:
        return "thinking" in (self.capabilities or ())

    @property
    def writes(self) -> bool:
        """Whether it answers at all; an embedding model does not. Servers of old do not tell."""
        return not self.capabilities or "completion" in self.capabilities

    @property
    def least_thinking(self) -> bool | str:
        """The word with which it thinks least: gpt-oss can only be asked to be brief."""
        return "low" if self.details is not None and self.details.family == "gptoss" else False

    def bytes_a_token(self) -> Bytes | None:
        """Return what one token of context takes: keys and values of each head in each layer; None if it is not told.

        >>> heads = {"llama.attention.head_count": 32, "llama.attention.head_count_kv": 8}
        >>> size = {"llama.block_count": 32, "llama.embedding_length": 4096}
        >>> Shown(model_info={"general.architecture": "llama"} | heads | size).bytes_a_token()
        131072
        """
        layers, heads = self._number("block_count"), self._number("attention.head_count_kv")
        width, all_heads = self._number("embedding_length"), self._number("attention.head_count")
        share = width // all_heads if width and all_heads else 0
        keys = self._number("attention.key_length") or share
        values = self._number("attention.value_length") or share
        return layers * heads * (keys + values) * BYTES_A_NUMBER or None

    def _number(self, name: str) -> int:
        info = self.model_info or {}
        value = info.get(f"{info.get('general.architecture')}.{name}")
        return value if isinstance(value, int) else 0


class _Refusal(_Said):
    error: CleanText


async def lines(pieces: AsyncIterable[bytes]) -> AsyncGenerator[bytes, None]:
    """Give out the complete lines of a stream, however it was cut into pieces; blank ones are passed over.

    Only a newline ends a line: other characters that do so in plain text may stand within a JSON string.

    Raises:
        FibelError: `server_unexpected` if a line does not end.
    """
    rest = b""
    async for piece in pieces:
        *complete, rest = (rest + piece).split(b"\n")
        for line in complete:
            if line.strip():
                yield line
        if len(rest) > MAX_LINE:
            raise FibelError("server_unexpected", f"It sent {len(rest)} bytes without the end of a line.")


def refusal(status: int, content: bytes, *, url: str, model: str) -> FibelError:
    """Name what a server says against a request.

    Args:
        status: of the answer; 200 for an error that came after its first byte.
    """
    said = said_in(content)
    if not said:
        return FibelError("server_unexpected", _not_ollama(status, url))
    if (named := meaning(said, model)) is not None:
        return named
    if status == 503:  # more wait in its line than it takes (`OLLAMA_MAX_QUEUE`)
        return FibelError("rate_limited", said)
    if status == 404:
        return FibelError("model_missing", f"{model}: `fibel pull {model}` brings it to {url}.")
    return FibelError("text_refused" if 400 <= status < 499 else "text_failed", said)  # 499: its queue was cleared


def said_in(content: bytes) -> str:
    """Return what a refusal of Ollama's says; empty for anything else."""
    try:
        return _Refusal.model_validate_json(content).error.strip()
    except ValidationError:
        return ""


def meaning(said: str, model: str) -> FibelError | None:
    """Name an error that only its words tell: no memory left, too much to keep in view, a load that stands still; None
    for any other."""
    words = said.casefold()
    if any(word in words for word in _STALLED):
        return FibelError("load_stalled", said)
    if any(word in words for word in _OUT_OF_MEMORY):
        return FibelError("out_of_memory", said)
    if any(word in words for word in _TOO_LONG):
        sizes = _SIZES.search(said)
        plain = f"It has {sizes[1]} tokens, and {model} keeps {sizes[2]} in view." if sizes else said
        return FibelError("text_too_long", plain)
    return None


def _not_ollama(status: int, url: str) -> str:
    if status == 403:
        return f"{url} answers 403: Ollama wants to be called `localhost`, by an IP address or by its machine's name."
    return f"{url} answers {status}, not as Ollama does."
