"""Every server that speaks OpenAI's language, as a writer: Mistral, OpenAI, llama.cpp, vLLM, LM Studio and others."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import aclosing
from types import TracebackType
from typing import Self

import httpx
from pydantic import JsonValue

from engine.card.tenant import ModelKind, Resident, VramReading
from engine.errors import FibelError
from engine.units import Bytes, Seconds, Tokens
from engine.writer.chat import (
    END,
    Event,
    Served,
    ServedList,
    events,
    is_spent,
    missing,
    refused,
    said_in,
    wait_asked,
)
from engine.writer.connection import Connection
from engine.writer.keys import find_key, where_to_put
from engine.writer.profiles import GENERIC, LLAMA, Form, Profile, profile_of
from engine.writer.provider import LOCAL, Chunk, TextRequest
from engine.writer.router import Router
from engine.writer.thoughts import Spoken

TRIES = 7
"""How often a request is sent to a service that has no time for it: the waits between add up to a minute, after which
a limit of so much a minute counts anew."""

FIRST_WAIT: Seconds = 1.0
"""Before the second try where the service does not say how long to wait; doubled before each further one."""

LONGEST_WAIT: Seconds = 60.0
"""A service that wants to be left alone for longer ends the wish; the author is told for how long."""

AWAKE: Seconds = 1.0
"""Between two looks at a llama.cpp server that is still reading its model from the disk."""

_SPARED = (
    "temperature",
    "seed",
    "random_seed",
    "stream_options",
    "chat_template_kwargs",
    "safe_prompt",
    "reasoning_effort",
)
"""Fields without which the answer is still one; a server that refuses one of them by name is asked without it."""

_WHOLE = ("text/html", "text/plain", "application/json")
"""Kinds of answers that are no stream: a web page, or a server that does not know what was asked of it."""

_FORM = re.compile(r"response_format|json_schema|json_object|literal_error", re.IGNORECASE)
"""By these words a server says that it cannot keep the form asked for."""

_UNKNOWN = frozenset({400, 404, 422, 500, 501})
"""Statuses with which fields are refused; llama-cpp-python says 500."""


class OpenAICompatible:
    """One server with one chosen model; use as a context manager.

    Args:
        model: its name there; empty takes the only one the server has.
        context: tokens the model is trusted to keep in view.
        mistral: whether the server is said to be Mistral's.
        on_card: whether it runs on the illustrator's machine, so that a llama.cpp router shares the card.
        tell: told in a sentence what the author waits for.

    Raises:
        FibelError: `server_unreachable` if the address is none.
    """

    kind = ModelKind.TEXT

    def __init__(
        self,
        url: str,
        *,
        model: str,
        context: Tokens,
        mistral: bool = False,
        on_card: bool = False,
        tell: Callable[[str], None] = lambda _words: None,
    ) -> None:
        self.url = url.rstrip("/").removesuffix("/v1")
        self.context = context
        self._model = model
        self._profile, self._place = profile_of(self.url, mistral=mistral)
        self._on_card = on_card
        self._tell = tell
        self._key: str | None = None
        self._known: Profile | None = None
        """The profile, once the server and our key for it have been looked at."""
        self._router: Router | None = None
        self._form = Form.SCHEMA
        self._without: set[str] = set()
        self._there = Connection(self.url, speaks="OpenAI's", refuse=self._refused)

    async def __aenter__(self) -> Self:
        await self._there.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._there.__aexit__(kind, error, trace)

    @property
    def model(self) -> str:
        return self._model

    @property
    def place(self) -> str:
        """Where the author's words go."""
        return self._place

    async def ready(self) -> str:
        """Return in a sentence who is ready to write; see :class:`engine.writer.provider.TextProvider`."""
        profile = await self._acquainted()
        self._choose(await self._served())
        return f"Writer: {self._model} at {self.url}, {profile.title}."

    # ── the writer ───────────────────────────────────────────────────────────────────────────────────────────

    async def generate(self, request: TextRequest, *, keep_alive: Seconds) -> AsyncGenerator[Chunk, None]:
        """Stream an answer; see :class:`engine.writer.provider.TextProvider`.

        A service without time is asked again, as long as it says and within bounds. How long a model stays is not
        for a request of this language to say: `keep_alive` means nothing here.
        """
        profile = await self._acquainted()
        await self._settle_model()
        tries = 0
        while True:
            body = profile.body(self._model, request, self._form, self._without)
            async with self._there.stream("/v1/chat/completions", body) as answer:
                if answer.status_code == httpx.codes.OK:
                    async with aclosing(self._chunks(answer)) as chunks:
                        async for chunk in chunks:
                            yield chunk
                    return
                refusal = await self._there.whole(answer)
            if self._yields(refusal, body):
                continue
            tries += 1
            await self._wait(refusal, tries, profile)

    async def _chunks(self, answer: httpx.Response) -> AsyncGenerator[Chunk, None]:
        if (kind := answer.headers.get("content-type", "")).startswith(_WHOLE):
            if "json" in kind and said_in((whole := await self._there.whole(answer)).content):
                raise self._failed(whole.content)
            raise FibelError("server_unexpected", f"{self.url} answers in one piece ({kind}), not as a writer does.")
        spoken, reason, refusal, tokens = Spoken(), "", "", 0
        async with aclosing(events(answer.aiter_bytes())) as said:
            try:
                async for data in said:
                    if data == END:
                        break
                    event = self._there.read(data, Event)
                    if event.failed:
                        raise self._failed(data)
                    reason, refusal = event.reason or reason, refusal + event.refusal
                    tokens = event.tokens or tokens + bool(event.choices)
                    yield Chunk(spoken.of(event.text), False, tokens)
            except httpx.HTTPError:
                if not reason:  # else all has been said, and only the farewell was lost
                    raise
        if refusal:
            raise FibelError("text_refused", refusal)
        match reason:
            case "":
                raise FibelError("text_cut", "The answer ended without its end.")
            case "error" | "abort" | "cancelled" | "timeout" | "insufficient_system_resource":
                raise FibelError("text_failed", f"{self.url} gave up in the middle of the answer.")
            case "content_filter":
                raise FibelError("text_refused", f"{self._place} does not want to write this.")
            case "length" | "model_length" | "max_tokens":
                yield Chunk("", True, tokens, "length")
            case _:
                yield Chunk("", True, tokens, reason)

    def _failed(self, said: bytes) -> FibelError:
        """Name an error that came after the first byte."""
        late = httpx.Response(500, content=said if said.startswith(b"{") else b"")
        return self._refused(late)

    def _yields(self, answer: httpx.Response, body: Mapping[str, JsonValue]) -> bool:
        """Leave out what the server refuses by name, if the answer is one without it; false if there is no such."""
        if answer.status_code not in _UNKNOWN:
            return False
        said = answer.text
        if "response_format" in body and _FORM.search(said):
            self._form = Form(self._form + 1)
            return True
        unwanted = [name for name in _SPARED if name in body and re.search(rf"\b{name}\b", said)]
        self._without.update(unwanted)
        return bool(unwanted)

    async def _wait(self, answer: httpx.Response, tries: int, profile: Profile) -> None:
        """Wait before the next try.

        Raises:
            FibelError: what the refusal means, if waiting does not help or would take too long.
        """
        pause = wait_asked(answer.headers)
        if answer.status_code not in profile.busy or is_spent(answer.content) or tries >= TRIES:
            raise self._refused(answer)
        if pause is not None and pause > LONGEST_WAIT:
            said = self._refused(answer)
            raise FibelError("rate_limited", f"{self.url} has time again in {pause:.0f} s. {said.details}")
        pause = FIRST_WAIT * 2 ** (tries - 1) if pause is None else pause
        who = self.url if self._place == LOCAL else self._place
        self._tell(f"{who} is busy; the next try follows in {pause:.0f} s.")
        await asyncio.sleep(pause)

    # ── the tenant ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def need(self) -> Bytes:
        """0: whatever this server holds, it holds elsewhere, or nobody can make it let go."""
        return self._router.need if self._router else 0

    async def load(self, keep_alive: Seconds) -> None:
        """Load the model of a router; any other server has it loaded. See :class:`engine.card.tenant.Tenant`."""
        profile = await self._acquainted()
        if profile is LLAMA:
            await self._awake()
        await self._settle_model()
        if self._router is not None:
            seen = await self._router.load()
            self.context = min(self.context, seen or self.context)

    async def unload(self) -> None:
        if self._router is not None:
            await self._router.unload()

    async def resident(self) -> tuple[Resident, ...]:
        if not self._on_card:
            return ()
        try:
            await self._acquainted()
            await self._settle_model()
        except FibelError:
            return ()  # we cannot have loaded anything there; whoever wants to write meets the error and is told
        return await self._router.resident() if self._router is not None else ()

    async def measure(self) -> VramReading | None:
        """Nobody tells how much memory is free in this language."""
        return None

    # ── getting acquainted ───────────────────────────────────────────────────────────────────────────────────

    async def _acquainted(self) -> Profile:
        """Find our key and what kind of server this is, once.

        Raises:
            FibelError: `key_missing`, `key_exposed`, `server_unreachable`, …
        """
        if self._known is not None:
            return self._known
        profile = self._profile
        name = profile.name or self._there.host
        self._key = await asyncio.to_thread(find_key, name, profile.variable)
        self._there.authorise(self._key)
        if self._key is None and profile.needs_key:
            raise FibelError("key_missing", f"Looked for in {where_to_put(name, profile.variable)}.")
        if profile is GENERIC:
            profile = await self._recognised()
        self._known = profile
        return profile

    async def _recognised(self) -> Profile:
        """Return the profile of a server that is no service, and see whether it keeps many models.

        Raises:
            FibelError: `server_unexpected` for Ollama: in OpenAI's language it takes no `num_ctx`, cuts what is too
                long unsaid and swallows errors that come late (0.33, `openai/openai.go`, `middleware/openai.go`).
        """
        front = await self._there.probe("/")
        if front.content.strip() == b"Ollama is running":
            raise FibelError("server_unexpected", f"{self.url} is Ollama: write `writer: provider: ollama`.")
        if front.headers.get("server") != "llama.cpp":
            return GENERIC
        if self._on_card and await Router.speaks(self._there):
            self._router = Router(self._there, lambda: self._model)
        return LLAMA

    async def _settle_model(self) -> None:
        """Settle which model writes. Where one is named nobody is asked: a server says itself what it does not have."""
        if not self._model:
            self._choose(await self._served())

    def _choose(self, served: Sequence[Served]) -> None:
        """Take the model wanted, or the only one there is; a server that lists none is trusted to have it.

        Raises:
            FibelError: `model_missing`, naming what there is.
        """
        names = [model.id for model in served]
        if not self._model and len(names) == 1:
            self._model = names[0]
        if self._model not in names and (names or not self._model):
            raise missing(self.url, names, self._model)

    async def _awake(self) -> None:
        """Wait until a llama.cpp server has read its model; until then it answers 503."""
        while (await self._there.probe("/health")).status_code == httpx.codes.SERVICE_UNAVAILABLE:
            await asyncio.sleep(AWAKE)

    async def _served(self) -> list[Served]:
        try:
            return (await self._there.get("/v1/models", ServedList)).data
        except FibelError as error:
            if error.code in {"text_refused", "model_missing"}:
                return []
            raise

    def _refused(self, answer: httpx.Response) -> FibelError:
        error = refused(answer, url=self.url, model=self._model, key=self._key)
        if error.code in ("key_refused", "key_missing"):
            self._known = None  # the next wish looks for the key again: the author may have mended it
        return error
