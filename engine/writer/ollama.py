"""Ollama: its native API as a writer, and as a tenant of the card.

Protocol facts (Ollama 0.30 and later, docs `api.md` and its source): a stream that ends without `done` has failed;
`keep_alive: 0` without messages unloads and answers before the model is gone; options that differ between two
requests restart the runner, so every request carries the same ones; closing the connection ends the work behind it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Mapping
from contextlib import aclosing
from types import TracebackType
from typing import Self, TypeVar

import httpx
from pydantic import BaseModel, JsonValue, ValidationError

from engine.card.tenant import ModelKind, Resident, VramReading
from engine.errors import FibelError
from engine.units import Bytes, Seconds, Tokens
from engine.writer.provider import Chunk, TextRequest
from engine.writer.wire import (
    COMPUTE,
    Installed,
    InstalledList,
    Part,
    Running,
    RunningList,
    Shown,
    Version,
    lines,
    refusal,
)

CONNECT: Seconds = 5.0
"""A machine that is there accepts at once."""

ANSWER: Seconds = 15.0
"""For small questions. `/api/ps` may block for 5 s while the server itself waits for memory to come back."""

SILENCE: Seconds = 600.0
"""Between two pieces of an answer, the first one included: a cold load from a slow disk takes minutes, and closing
the connection earlier would end the load."""

UNLOAD: Seconds = 20.0
"""Until the list of running models is empty; somebody else's request may have to end first."""

POLL: Seconds = 0.5
"""Between two looks at the list of running models: asking more often could crash servers before 0.32.4."""

FIRST_POLL: Seconds = 0.05
"""Before the first further look: an idle model is gone almost at once."""

CONNECTIONS = 8
"""One writes, one measures; a few more are still closing."""

GUESS: Bytes = 5 * 1024**3
"""What an 8B model at four bits wants with its context, until the server has told the truth."""

OVERHEAD = 1.1
"""A loaded model over its file, where the server does not tell how much a token of context takes."""

LARGEST_SEED = 2**31 - 1
"""llama.cpp keeps 32 bits, and all of them set mean "any"."""

_GONE = frozenset({"model_missing", "server_lost", "server_unreachable"})
"""Answers to a request to unload that mean that there is nothing to unload."""

M = TypeVar("M", bound=BaseModel)


class Ollama:
    """One server with one chosen model; use as a context manager.

    Args:
        context: tokens the model keeps in view; it also decides how much memory it wants.
        on_card: whether it lives on the illustrator's card; one elsewhere takes nothing of it.

    Raises:
        FibelError: `server_unreachable` if the address is none.
    """

    kind = ModelKind.TEXT

    def __init__(self, url: str, *, model: str, context: Tokens, on_card: bool = True) -> None:
        self.url = url
        self.model = model
        self.context = context
        self._on_card = on_card
        self._need: Bytes | None = None
        self._shown: Shown | None = None
        try:
            self._http = httpx.AsyncClient(
                base_url=url,
                timeout=httpx.Timeout(ANSWER, connect=CONNECT),
                limits=httpx.Limits(max_connections=CONNECTIONS),
                trust_env=False,
                verify=url.startswith("https:"),  # reading the certificates of all authorities takes 35 ms
            )
        except httpx.InvalidURL as error:
            raise FibelError("server_unreachable", f"{url!r} is no address: {error}.") from error

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    @property
    def place(self) -> str:
        """Where the author's words go."""
        host = self._http.base_url.host
        return "local" if host in {"127.0.0.1", "localhost", "::1"} else host

    async def ready(self) -> str:
        """Return in a sentence who is ready to write; see :class:`engine.writer.provider.TextProvider`."""
        version = (await self._get("/api/version", Version)).version
        names = [file.name for file in await self._installed()]
        if not any(_same(name, self.model) for name in names):
            there = ", ".join(names) or "none at all"
            raise FibelError(
                "model_missing", f"{self.url} has {there}; `ollama pull {self.model}` brings {self.model}."
            )
        return f"Writer: {self.model} at {self.url}, Ollama {version}."

    # ── the writer ───────────────────────────────────────────────────────────────────────────────────────────

    async def generate(self, request: TextRequest, *, keep_alive: Seconds) -> AsyncGenerator[Chunk, None]:
        """Stream an answer; see :class:`engine.writer.provider.TextProvider`."""
        body = self._body(keep_alive) | {
            "messages": [
                {"role": "system", "content": request.system},
                {"role": "user", "content": request.user},
            ],
            "stream": True,
            "options": self._options()
            | {
                "seed": request.seed & LARGEST_SEED,
                "temperature": request.temperature,
                "num_predict": request.max_tokens,
            },
        }
        if request.schema is not None:
            body["format"] = dict(request.schema)
        if (await self._show()).thinks:
            body["think"] = False  # others refuse or ignore the word
        tokens = 0
        try:
            async with self._http.stream("POST", "/api/chat", json=body, timeout=self._patient()) as answer:
                if answer.status_code != httpx.codes.OK:
                    raise self._refused(answer.status_code, await answer.aread())
                async with aclosing(lines(answer.aiter_bytes())) as parts:
                    async for line in parts:
                        part = self._part(line)
                        tokens = part.eval_count or tokens + 1
                        yield Chunk(part.message.content, part.done, tokens, part.done_reason)
                        if part.done:
                            return
        except httpx.HTTPError as error:
            raise self._lost(error) from error
        raise FibelError("text_cut", "The answer ended without its end.")

    # ── the tenant ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def need(self) -> Bytes:
        return (self._need or GUESS) if self._on_card else 0

    async def load(self, keep_alive: Seconds) -> None:
        """Load the model without a word; see :class:`engine.card.tenant.Tenant`."""
        body = self._body(keep_alive) | {"messages": [], "options": self._options(), "stream": False}
        self._part((await self._ask("POST", "/api/chat", body, self._patient())).content)
        await self.resident()

    async def unload(self) -> None:
        """Unload every model of this server, and return when it lists none.

        Raises:
            FibelError: `vram_not_released` if somebody else's request keeps one busy.
        """
        running = await self._running()
        if not running:
            await self._dismiss(self.model)  # asked once more, a server may give back memory that is stuck
            return
        pause = FIRST_POLL
        try:
            async with asyncio.timeout(UNLOAD):
                while running := await self._running():
                    for model in running:
                        await self._dismiss(model.model)
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, POLL)
        except TimeoutError:
            names = ", ".join(model.model for model in running)
            raise FibelError("vram_not_released", f"{self.url} still works with {names} for somebody else.") from None

    async def resident(self) -> tuple[Resident, ...]:
        """Return every model of this server that lies on the card; one in ordinary memory takes nothing of it."""
        running = await self._running()
        for model in running:
            if _same(model.model, self.model) and model.size_vram:
                self._need = model.size  # all that it wants, also where less was free
        if self._need is None:
            await self._estimate()
        if not self._on_card:
            return ()
        return tuple(
            Resident(self.kind, self.model if _same(m.model, self.model) else m.model, m.size_vram)
            for m in running
            if m.size_vram
        )

    async def measure(self) -> VramReading | None:
        """Ollama does not tell how much memory is free."""
        return None

    # ── the wire ─────────────────────────────────────────────────────────────────────────────────────────────

    def _body(self, keep_alive: Seconds) -> dict[str, JsonValue]:
        """What each request carries. Without `truncate` and `shift` a full context is an error, not a silent loss."""
        return {"model": self.model, "keep_alive": keep_alive, "truncate": False, "shift": False}

    def _options(self) -> dict[str, JsonValue]:
        return {"num_ctx": self.context}

    @staticmethod
    def _patient() -> httpx.Timeout:
        return httpx.Timeout(SILENCE, connect=CONNECT)

    async def _show(self) -> Shown:
        """Return how the model is built and what it can do; asked once."""
        if self._shown is None:
            answer = await self._ask("POST", "/api/show", {"model": self.model})
            self._shown = self._read(answer.content, Shown)
        return self._shown

    async def _estimate(self) -> None:
        """Work out from the model's file what it will want; a guess will do until the server can be asked."""
        try:
            installed = await self._installed()
            a_token = (await self._show()).bytes_a_token()
        except FibelError:
            return
        for file in (model.size for model in installed if _same(model.name, self.model)):
            self._need = file + a_token * self.context + COMPUTE if a_token else int(file * OVERHEAD)

    async def _installed(self) -> list[Installed]:
        return (await self._get("/api/tags", InstalledList)).models or []

    async def _running(self) -> list[Running]:
        """Return the models in memory; a server that does not run holds none."""
        try:
            return (await self._get("/api/ps", RunningList)).models or []
        except FibelError as error:
            if error.code == "server_unreachable":
                return []
            raise

    async def _dismiss(self, model: str) -> None:
        """Ask for a model to be unloaded. Whether it is, the list of running models tells."""
        body: dict[str, JsonValue] = {"model": model, "messages": [], "keep_alive": 0, "stream": False}
        try:
            await self._ask("POST", "/api/chat", body)
        except FibelError as error:
            if error.code not in _GONE:
                raise

    async def _get(self, path: str, form: type[M]) -> M:
        return self._read((await self._ask("GET", path)).content, form)

    async def _ask(
        self,
        method: str,
        path: str,
        body: Mapping[str, JsonValue] | None = None,
        patience: httpx.Timeout | None = None,
    ) -> httpx.Response:
        try:
            answer = await self._http.request(method, path, json=body, timeout=patience or self._http.timeout)
        except httpx.HTTPError as error:
            raise self._lost(error) from error
        if answer.status_code != httpx.codes.OK:
            raise self._refused(answer.status_code, answer.content)
        return answer

    def _part(self, line: bytes) -> Part:
        part = self._read(line, Part)
        if part.error is not None:
            raise self._refused(httpx.codes.OK, line)
        return part

    def _read(self, content: bytes, form: type[M]) -> M:
        try:
            return form.model_validate_json(content)
        except ValidationError as error:
            raise FibelError("server_unexpected", f"{self.url} does not speak Ollama's language.") from error

    def _refused(self, status: int, content: bytes) -> FibelError:
        return refusal(status, content, url=self.url, model=self.model)

    def _lost(self, error: httpx.HTTPError) -> FibelError:
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
            return FibelError("server_unreachable", f"Nobody answers at {self.url}.")
        if isinstance(error, httpx.UnsupportedProtocol):
            return FibelError("server_unreachable", f"{self.url!r} is no address: one begins with `http://`.")
        return FibelError("server_lost", f"{self.url}: {error or type(error).__name__}.")


def _same(one: str, other: str) -> bool:
    """Whether two names mean the same model; `:latest` goes without saying."""
    return one.removesuffix(":latest") == other.removesuffix(":latest")
