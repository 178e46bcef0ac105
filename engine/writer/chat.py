"""OpenAI's language: what its streams hold, what its refusals mean, and how long a busy server wants to be left alone.

Protocol facts: server-sent events, each `data: {chunk}`, the last one `data: [DONE]`; the usage comes with the last
chunk or in one of its own without choices; `delta.content` is a text or, from Mistral's reasoning models, a list of
typed pieces. Refusals differ: OpenAI and llama.cpp say `{"error": {"message"}}`, Mistral `{"message"}` or `{"detail"}`;
llama.cpp sends an error after the first byte as one more event.
"""

from __future__ import annotations

import re
from collections.abc import AsyncGenerator, AsyncIterable, Sequence
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

import httpx
from pydantic import BaseModel, ConfigDict, Field, JsonValue, TypeAdapter, ValidationError

from engine.clean import CleanLine, clean
from engine.errors import FibelError
from engine.units import Seconds, Tokens
from engine.writer.wire import lines, meaning

END = b"[DONE]"

SHOWN = 12
"""Models that are named where the one wanted is missing."""

LONGEST_SAID = 600
"""Characters of a refusal that are shown; some servers quote the whole request."""

_NO_MODEL = re.compile(r"model\b.*\b(?:not found|does not exist|not exist)|invalid model|unknown model", re.IGNORECASE)
_SPENT = re.compile(r"insufficient_quota|exceeded your current quota|billing", re.IGNORECASE)


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Piece(_Said):
    """A typed piece of an answer: `text`, or what a model thinks aloud."""

    type: str = "text"
    text: str = ""


class _Delta(_Said):
    content: str | list[_Piece] | None = None
    refusal: str | None = None
    """What OpenAI's models say in place of an answer that they do not want to give."""


class _Choice(_Said):
    delta: _Delta | None = None
    finish_reason: CleanLine | None = None

    def text(self) -> str:
        content = (self.delta or _Delta()).content
        if isinstance(content, list):
            return "".join(piece.text for piece in content if piece.type == "text")
        return content or ""


class _Usage(_Said):
    completion_tokens: Tokens = 0


class Event(_Said):
    """One event of a stream."""

    choices: list[_Choice] | None = None
    usage: _Usage | None = None
    error: JsonValue = None
    object: CleanLine = ""

    @property
    def failed(self) -> bool:
        """Whether it is an error that came after the first byte; older vLLM names it in `object` alone."""
        return self.error is not None or self.object == "error"

    @property
    def text(self) -> str:
        return "".join(choice.text() for choice in self.choices or ())

    @property
    def refusal(self) -> str:
        return "".join(choice.delta.refusal or "" for choice in self.choices or () if choice.delta)

    @property
    def reason(self) -> str:
        return next((choice.finish_reason for choice in self.choices or () if choice.finish_reason), "")

    @property
    def tokens(self) -> Tokens:
        return self.usage.completion_tokens if self.usage else 0


class Served(_Said):
    """A model of a server. `meta` and `status` are llama.cpp's; the size is in bytes, the context in tokens."""

    class Meta(_Said):
        size: int = 0
        n_ctx: Tokens = 0

    class Status(_Said):
        value: CleanLine = ""
        failed: bool = False
        exit_code: int | None = None
        args: list[str] = Field(default_factory=list)
        """The line its process is started with, as far as it is told."""

    id: CleanLine
    status: Status | None = None
    meta: Meta | None = None


class ServedList(_Said):
    data: list[Served] = Field(default_factory=list)


_ANYTHING: TypeAdapter[JsonValue] = TypeAdapter(JsonValue)


async def events(pieces: AsyncIterable[bytes]) -> AsyncGenerator[bytes, None]:
    """Give out what the events of a stream carry, `END` included; comments and names of events are passed over.

    A line `error:` is an event as well: older llama.cpp servers begin one so.

    Raises:
        FibelError: `server_unexpected` for what is no stream of events.
    """
    async for line in lines(pieces):
        field, colon, value = line.strip().partition(b":")
        if not colon or field not in (b"data", b"event", b"id", b"retry", b"error", b""):
            raise FibelError("server_unexpected", "It does not stream its answer as events.")
        if field == b"error":
            yield b'{"error": %b}' % value.strip()
        elif field == b"data" and value.strip():
            yield value.strip()


def refused(answer: httpx.Response, *, url: str, model: str, key: str | None) -> FibelError:
    """Name what a server says against a request; its body has been read.

    Args:
        key: ours, which must not be shown even where a server quotes it.
    """
    status, said = answer.status_code, said_in(answer.content)
    plain = clean(said).strip()[:LONGEST_SAID]
    if key:
        plain = plain.replace(key, "…")
    if status in (401, 403):
        return FibelError("key_refused" if key else "key_missing", f"{url}: {plain or status}")
    if status == 429 or (status == 402 and plain):
        return FibelError("rate_limited", plain)
    if not plain or status < 400:
        return FibelError("server_unexpected", f"{url} answers {status}, not as a writer does.")
    if plain.startswith("proxy error"):  # llama.cpp's router, when the process that held the model is gone
        return FibelError("server_lost", f"{url}: {plain}")
    if (named := meaning(plain, model)) is not None:
        return named
    if status == 404 or _NO_MODEL.search(plain):
        return FibelError("model_missing", f"{url} does not know {model or 'it'}: {plain}")
    return FibelError("text_refused" if status < 500 else "text_failed", plain)


def missing(url: str, names: Sequence[str], wanted: str) -> FibelError:
    """Say that a server does not have the model wanted, and what it has."""
    there = ", ".join(names[:SHOWN]) or "no list of models"
    named = wanted or "one of them, named as `writer: model:` in the settings"
    return FibelError("model_missing", f"{url} has {there}; wanted is {named}.")


def said_in(content: bytes) -> str:
    """Return what a refusal says, however it is wrapped; empty for a web page."""
    try:
        said = _ANYTHING.validate_json(content)
    except ValidationError:
        text = content.decode("utf-8", "replace").strip()
        return "" if text.startswith("<") else text
    return _words(said)


def is_spent(content: bytes) -> bool:
    """Whether waiting will not help: the account has no money left, rather than no time."""
    return _SPENT.search(content.decode("utf-8", "replace")) is not None


def wait_asked(headers: httpx.Headers, now: datetime | None = None) -> Seconds | None:
    """Return how long a server asks to be left alone: `retry-after-ms`, or `Retry-After` in seconds or as a date.

    Args:
        now: None: what the server's own clock says, for ours may be wrong, or else ours.

    >>> wait_asked(httpx.Headers({"Retry-After": "7"}))
    7.0
    """
    for name, unit in (("retry-after-ms", 0.001), ("retry-after", 1.0)):
        if re.fullmatch(r"\d+(?:\.\d+)?", said := headers.get(name, "").strip()):
            return float(said) * unit
    until = _moment(headers.get("retry-after", ""))
    if until is None:
        return None
    return max(0.0, (until - (now or _moment(headers.get("date", "")) or datetime.now(UTC))).total_seconds())


def _moment(said: str) -> datetime | None:
    """Return what a header's date says; None for what is none."""
    try:
        moment = parsedate_to_datetime(said)
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _words(said: JsonValue) -> str:
    if isinstance(said, dict):
        for name in ("error", "message", "detail", "msg"):
            if said.get(name):
                where = said.get("loc")
                place = f"{'.'.join(map(str, where))}: " if isinstance(where, list) else ""
                return place + _words(said[name])
        return ""
    if isinstance(said, list):
        return "; ".join(filter(None, map(_words, said)))
    return "" if said is None else str(said)
