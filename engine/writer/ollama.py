"""Ollama: its native API as a writer, and as a tenant of the card.

Protocol facts (Ollama 0.30 and later, docs `api.md` and its source): errors have the shape `{"error": "text"}`, before
the first byte with a status, afterwards as one more line of a stream with status 200; a stream that ends without
`done` has failed; `keep_alive: 0` without messages unloads and answers before the model is gone; options that differ
between two requests restart the runner, so every request carries the same ones.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from types import TracebackType
from typing import Self, TypeVar

import httpx
from pydantic import BaseModel, ConfigDict, JsonValue, ValidationError

from engine.card.tenant import ModelKind, Resident, VramReading
from engine.clean import CleanLine, CleanText
from engine.errors import FibelError
from engine.units import Bytes, Seconds, Tokens
from engine.writer.provider import Chunk, TextRequest

CONNECT: Seconds = 5.0
"""A machine that is there accepts at once."""

ANSWER: Seconds = 15.0
"""For small questions. `/api/ps` may block for 5 s while the server itself waits for memory to come back."""

SILENCE: Seconds = 600.0
"""Between two pieces of an answer, the first one included: a cold load from a slow disk takes minutes, and closing
the connection earlier would end the load."""

UNLOAD: Seconds = 20.0
"""Until the list of running models is empty; somebody else's request may have to end first."""

POLL: Seconds = 0.1
"""Between two looks at the list of running models."""

GUESS: Bytes = 5 * 1024**3
"""What an 8B model at four bits wants with its context, until the server has told the truth."""

OVERHEAD = 1.1
"""A loaded model is larger than its file: context and buffers."""

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
    "requires more system memory",
)
"""There is no status of its own for it; the words Ollama itself looks for."""

M = TypeVar("M", bound=BaseModel)


class _Said(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Message(_Said):
    content: str = ""


class _Part(_Said):
    """One line of a streamed answer."""

    message: _Message = _Message()
    done: bool = False
    done_reason: CleanLine = ""
    eval_count: int = 0
    error: JsonValue = None


class _Running(_Said):
    model: CleanLine
    size: int = 0
    size_vram: int = 0


class _RunningList(_Said):
    models: list[_Running] | None = None


class _Installed(_Said):
    name: CleanLine
    size: int = 0


class _InstalledList(_Said):
    models: list[_Installed] | None = None


class _Refusal(_Said):
    error: CleanText


class Ollama:
    """One server with one chosen model; use as a context manager.

    Args:
        context: tokens the model keeps in view; it also decides how much memory it wants.
    """

    kind = ModelKind.TEXT

    def __init__(self, url: str, *, model: str, context: Tokens) -> None:
        self.url = url
        self.model = model
        self._context = context
        self._need: Bytes | None = None
        timeout = httpx.Timeout(ANSWER, connect=CONNECT)
        try:
            self._http = httpx.AsyncClient(base_url=url, timeout=timeout, trust_env=False)
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
            | {"seed": request.seed, "temperature": request.temperature, "num_predict": request.max_tokens},
        }
        if request.schema is not None:
            body["format"] = dict(request.schema)
        tokens = 0
        try:
            async with self._http.stream("POST", "/api/chat", json=body, timeout=self._patient()) as answer:
                if answer.is_error:
                    raise self._refused(answer.status_code, await answer.aread())
                async for line in answer.aiter_lines():
                    if not line.strip():
                        continue
                    part = self._part(line)
                    tokens = part.eval_count or tokens + 1
                    yield Chunk(part.message.content, part.done, tokens, part.done_reason)
                    if part.done:
                        return
        except httpx.HTTPError as error:
            raise self._lost(error) from error
        raise FibelError("text_cut", "The answer ended without its end.")

    async def ready(self) -> str:
        """Ask whether the server is there and has the model; see :class:`engine.writer.provider.TextProvider`."""
        installed = await self._installed()
        if not any(_same(model.name, self.model) for model in installed):
            names = ", ".join(model.name for model in installed) or "none at all"
            raise FibelError("model_missing", f"{self.model}; {self.url} has {names}. `ollama pull {self.model}`.")
        return f"Writer: {self.model} at {self.url}."

    # ── the tenant ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def need(self) -> Bytes:
        return self._need or GUESS

    async def load(self, keep_alive: Seconds) -> None:
        """Load the model without a word; see :class:`engine.card.tenant.Tenant`."""
        body = self._body(keep_alive) | {"messages": [], "options": self._options(), "stream": False}
        await self._post("/api/chat", body, patient=True)
        await self.resident()

    async def unload(self) -> None:
        """Unload every model of this server, and return when it lists none."""
        running = await self._running()
        for model in running:
            body: dict[str, JsonValue] = {"model": model.model, "messages": [], "keep_alive": 0, "stream": False}
            await self._post("/api/chat", body)
        try:
            async with asyncio.timeout(UNLOAD):
                while await self._running():
                    await asyncio.sleep(POLL)
        except TimeoutError:
            names = ", ".join(model.model for model in running)
            raise FibelError("vram_not_released", f"{self.url} still works with {names} for somebody else.") from None

    async def resident(self) -> tuple[Resident, ...]:
        running = await self._running()
        for model in running:
            if _same(model.model, self.model) and model.size_vram:
                self._need = model.size_vram
        if self._need is None:
            await self._learn_size()
        return tuple(Resident(self.kind, m.model, m.size_vram) for m in running if m.size_vram)

    async def measure(self) -> VramReading | None:
        """Ollama does not tell how much memory is free."""
        return None

    # ── the wire ─────────────────────────────────────────────────────────────────────────────────────────────

    def _body(self, keep_alive: Seconds) -> dict[str, JsonValue]:
        return {"model": self.model, "keep_alive": keep_alive, "truncate": False, "shift": False}

    def _options(self) -> dict[str, JsonValue]:
        return {"num_ctx": self._context}

    @staticmethod
    def _patient() -> httpx.Timeout:
        return httpx.Timeout(SILENCE, connect=CONNECT)

    async def _learn_size(self) -> None:
        try:
            sizes = [model.size for model in await self._installed() if _same(model.name, self.model)]
        except FibelError:
            return  # a guess will do until the server can be asked
        if sizes and sizes[0]:
            self._need = int(sizes[0] * OVERHEAD)

    async def _installed(self) -> list[_Installed]:
        return (await self._get("/api/tags", _InstalledList)).models or []

    async def _running(self) -> list[_Running]:
        """Return the models in memory; a server that does not run holds none."""
        try:
            return (await self._get("/api/ps", _RunningList)).models or []
        except FibelError as error:
            if error.code == "server_unreachable":
                return []
            raise

    async def _get(self, path: str, shape: type[M]) -> M:
        try:
            answer = await self._http.get(path)
        except httpx.HTTPError as error:
            raise self._lost(error) from error
        return self._read(answer, shape)

    async def _post(self, path: str, body: dict[str, JsonValue], *, patient: bool = False) -> None:
        try:
            timeout = self._patient() if patient else self._http.timeout
            answer = await self._http.post(path, json=body, timeout=timeout)
        except httpx.HTTPError as error:
            raise self._lost(error) from error
        if self._read(answer, _Part).error is not None:
            raise self._refused(200, answer.content)

    def _read(self, answer: httpx.Response, shape: type[M]) -> M:
        if answer.is_error:
            raise self._refused(answer.status_code, answer.content)
        try:
            return shape.model_validate_json(answer.content)
        except ValidationError as error:
            raise FibelError("server_unexpected", f"{self.url} does not speak Ollama's language.") from error

    def _part(self, line: str) -> _Part:
        try:
            part = _Part.model_validate_json(line)
        except ValidationError as error:
            raise FibelError("server_unexpected", f"{self.url} does not speak Ollama's language.") from error
        if part.error is not None:
            raise self._refused(200, line.encode())
        return part

    def _refused(self, status: int, content: bytes) -> FibelError:
        """Name what the server says against a request."""
        try:
            said = _Refusal.model_validate_json(content).error.strip()
        except ValidationError:
            said = f"status {status}"
        if status == httpx.codes.NOT_FOUND:
            return FibelError("model_missing", f"{self.model}: `ollama pull {self.model}` brings it to {self.url}.")
        if any(words in said.casefold() for words in _OUT_OF_MEMORY):
            return FibelError("out_of_memory", said)
        return FibelError("text_refused", said)

    def _lost(self, error: httpx.HTTPError) -> FibelError:
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
            return FibelError("server_unreachable", f"Nobody answers at {self.url}.")
        return FibelError("server_lost", f"{self.url}: {error or type(error).__name__}.")


def _same(one: str, other: str) -> bool:
    """Whether two names mean the same model; `:latest` goes without saying."""
    return one.removesuffix(":latest") == other.removesuffix(":latest")
