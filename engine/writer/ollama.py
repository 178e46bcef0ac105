"""Ollama: its native API as a writer, and as a tenant of the card.

Protocol facts (Ollama 0.30 and later, docs `api.md` and its source): a stream that ends without `done` has failed;
`keep_alive: 0` without messages unloads and answers before the model is gone; options that differ between two
requests restart the runner, so every request carries the same ones; closing the connection ends the work behind it.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from types import TracebackType
from typing import Self

import httpx
from pydantic import JsonValue

from engine.card.estimate import text_model
from engine.card.tenant import ModelKind, Resident, VramReading
from engine.errors import FibelError
from engine.units import Bytes, Seconds, Tokens
from engine.writer.connection import UNHURRIED, Connection
from engine.writer.provider import LARGEST_SEED, THOUGHTS, Chunk, Pulled, TextRequest
from engine.writer.pull import pull
from engine.writer.thoughts import Spoken
from engine.writer.wire import (
    GUESS,
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

UNLOAD: Seconds = 20.0
"""Until the list of running models is empty; somebody else's request may have to end first."""

POLL: Seconds = 0.5
"""Between two looks at the list of running models: asking more often could crash servers before 0.32.4."""

FIRST_POLL: Seconds = 0.05
"""Before the first further look: an idle model is gone almost at once."""

_GONE = frozenset({"model_missing", "server_lost", "server_unreachable"})
"""Answers to a request to unload that mean that there is nothing to unload."""

CUTS_SILENTLY = (0, 12, 6)
"""Servers before this one do not know `truncate` and drop the beginning of what is too long, unasked and unsaid."""

ASKED_OFTEN = (0, 32, 4)
"""Servers before this one may crash when they are asked what runs while something comes or goes."""

CLOUD = "Ollama's cloud"
"""Where the words for models go that a local server only hands on (0.12 and later)."""


class Ollama:
    """One server with one chosen model; use as a context manager.

    Args:
        context: tokens the model keeps in view; it also decides how much memory it wants.
        on_card: whether it lives on the illustrator's card; one elsewhere takes nothing of it.
        tell: told in a sentence what slows the writer down.

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
        on_card: bool = True,
        tell: Callable[[str], None] = lambda _words: None,
    ) -> None:
        self.url = url
        self.model = model
        self.context = context
        self._window = context
        """What every request asks for; `context` may turn out to be less."""
        self._on_card = on_card
        self._tell = tell
        self._told = ""
        self._need: Bytes | None = None
        self._on_processor = False
        """Whether the last load, for which room had been made, took nothing of the card: its server was told so."""
        self._shown: Shown | None = None
        self._version: Version | None = None
        self._there = Connection(url, speaks="Ollama's", refuse=self._refused, called="Ollama")

    async def __aenter__(self) -> Self:
        await self._there.__aenter__()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._there.__aexit__(kind, error, trace)

    @property
    def place(self) -> str:
        """Where the author's words go; a server on this machine hands those for a model of the cloud on."""
        return CLOUD if self._in_the_cloud else self._there.place

    @property
    def _in_the_cloud(self) -> bool:
        named = self.model.endswith(("-cloud", ":cloud"))
        return named or (self._shown is not None and bool(self._shown.remote_host))

    async def ready(self) -> str:
        """Return in a sentence who is ready to write; see :class:`engine.writer.provider.TextProvider`."""
        version = self._version = await self._there.get("/api/version", Version)
        names = [file.name for file in await self._installed()]
        if not any(_same(name, self.model) for name in names):
            there = ", ".join(names) or "none at all"
            raise FibelError("model_missing", f"{self.url} has {there}; `fibel pull {self.model}` brings {self.model}.")
        if not (await self._show()).writes:
            raise FibelError("model_missing", f"{self.model} is not made for writing; name another one.")
        old = "" if version.at_least(*CUTS_SILENTLY) else " It is old and may cut long books silently: update it."
        return f"Writer: {self.model} at {self.url}, Ollama {version.version}.{old}"

    async def pull(self) -> AsyncGenerator[Pulled, None]:
        """Have the server fetch the model; see :func:`engine.writer.pull.pull`."""
        async with aclosing(pull(self._there, self.model)) as news:
            async for pulled in news:
                yield pulled

    # ── the writer ───────────────────────────────────────────────────────────────────────────────────────────

    async def generate(self, request: TextRequest, *, keep_alive: Seconds) -> AsyncGenerator[Chunk, None]:
        """Stream an answer; see :class:`engine.writer.provider.TextProvider`.

        Raises:
            FibelError: also `consent_missing`, if only now it turns out that the model is one of the cloud.
        """
        place = self.place
        shown = await self._show()
        if self.place != place:
            raise FibelError("consent_missing", f"{self.model} is computed at {shown.remote_host}.")
        options = self._options() | {
            "seed": request.seed & LARGEST_SEED,
            "temperature": request.temperature,
            "num_predict": request.max_tokens,
        }
        body = self._body(keep_alive) | {
            "messages": [
                {"role": "system", "content": request.system},
                {"role": "user", "content": request.user},
            ],
            "stream": True,
            "options": options,
        }
        if request.schema is not None:
            body["format"] = dict(request.schema)
        if shown.thinks:  # others refuse or ignore the word
            body |= {"think": shown.least_thinking}
            options["num_predict"] = request.max_tokens + THOUGHTS
        tokens, spoken = 0, Spoken()
        async with self._there.stream("/api/chat", body) as answer:
            if answer.status_code != httpx.codes.OK:
                raise self._refused(await self._there.whole(answer))
            async with aclosing(lines(answer.aiter_bytes())) as parts:
                async for line in parts:
                    part = self._part(line)
                    tokens = part.eval_count or tokens + 1
                    yield Chunk(spoken.of(part.message.content), part.done, tokens, part.done_reason)
                    if part.done:
                        return
        raise FibelError("text_cut", "The answer ended without its end.")

    # ── the tenant ───────────────────────────────────────────────────────────────────────────────────────────

    @property
    def need(self) -> Bytes:
        elsewhere = self._on_processor or self._in_the_cloud or not self._on_card
        return 0 if elsewhere else self._need or GUESS

    async def load(self, keep_alive: Seconds) -> None:
        """Load the model without a word; see :class:`engine.card.tenant.Tenant`."""
        await self._show()
        if self._in_the_cloud:
            return
        body = self._body(keep_alive) | {"messages": [], "options": self._options(), "stream": False}
        part = self._part((await self._there.ask("POST", "/api/chat", body, silence=UNHURRIED)).content)
        if part.done_reason != "load":
            raise FibelError("server_unexpected", f"{self.url} was asked to load {self.model} and did not.")
        for model in await self._running():
            if _same(model.model, self.model):
                self._look_at(model)

    async def unload(self) -> None:
        """Unload every model of this server, and return when it lists none.

        Raises:
            FibelError: `vram_not_released` if somebody else's request keeps one busy.
        """
        running = await self._running()
        if not running:
            await self._dismiss(self.model)  # asked once more, a server may give back memory that is stuck
            return
        pause = FIRST_POLL if await self._may_be_asked_often() else POLL
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
                self._on_processor = False
        if self._need is None:
            await self._estimate()
        if not self._on_card:
            return ()
        return tuple(Resident(self.kind, self._known_as(m), m.size_vram) for m in running if m.size_vram)

    async def vouches(self) -> bool:
        """See :class:`engine.card.tenant.Watchful`: a load without progress for five minutes Ollama ends itself
        (`OLLAMA_LOAD_TIMEOUT`), but before it begins somebody else's work may keep us waiting for ever."""
        try:
            if not await self._may_be_asked_often():
                await self._there.get("/api/version", Version)
                return True
            running = (await self._there.get("/api/ps", RunningList)).models or []
        except FibelError:
            return False
        return all(_same(model.model, self.model) for model in running)

    async def measure(self) -> VramReading | None:
        """Ollama does not tell how much memory is free."""
        return None

    # ── the wire ─────────────────────────────────────────────────────────────────────────────────────────────

    def _body(self, keep_alive: Seconds) -> dict[str, JsonValue]:
        """What each request carries. Without `truncate` and `shift` a full context is an error, not a silent loss."""
        return {"model": self.model, "keep_alive": keep_alive, "truncate": False, "shift": False}

    def _options(self) -> dict[str, JsonValue]:
        return {"num_ctx": self._window}

    async def _show(self) -> Shown:
        """Return how the model is built and what it can do; asked once."""
        if self._shown is None:
            answer = await self._there.ask("POST", "/api/show", {"model": self.model})
            self._shown = self._there.read(answer.content, Shown)
        return self._shown

    async def _estimate(self) -> None:
        """Work out from the model's file what it will want; a guess will do until the server can be asked."""
        try:
            installed = await self._installed()
            a_token = (await self._show()).bytes_a_token()
        except FibelError:
            return
        for file in (model.size for model in installed if _same(model.name, self.model)):
            self._need = text_model(file, a_token, self._window)

    async def _installed(self) -> list[Installed]:
        return (await self._there.get("/api/tags", InstalledList)).models or []

    async def _running(self) -> list[Running]:
        """Return the models in memory; a server that does not run holds none."""
        try:
            return (await self._there.get("/api/ps", RunningList)).models or []
        except FibelError as error:
            if error.code == "server_unreachable":
                return []
            raise

    async def _dismiss(self, model: str) -> None:
        """Ask for a model to be unloaded. Whether it is, the list of running models tells."""
        body: dict[str, JsonValue] = {"model": model, "messages": [], "keep_alive": 0, "stream": False}
        try:
            await self._there.ask("POST", "/api/chat", body)
        except FibelError as error:
            if error.code not in _GONE:
                raise

    def _part(self, line: bytes) -> Part:
        part = self._there.read(line, Part)
        if part.error is not None:
            raise refusal(httpx.codes.OK, line, url=self.url, model=self.model)
        return part

    def _refused(self, answer: httpx.Response) -> FibelError:
        return refusal(answer.status_code, answer.content, url=self.url, model=self.model)

    async def _may_be_asked_often(self) -> bool:
        if self._version is None:
            self._version = await self._there.get("/api/version", Version)
        return self._version.at_least(*ASKED_OFTEN)

    def _known_as(self, model: Running) -> str:
        """Return a running model's name; ours with another context is another one, for it would be loaded anew."""
        if not _same(model.model, self.model):
            return model.model
        if model.context_length in (0, self.context):
            return self.model
        return f"{model.model} with {model.context_length} tokens"

    def _look_at(self, model: Running) -> None:
        """Learn from a model that was just loaded what it takes and keeps in view; tell what slows it down."""
        if model.size_vram:
            self._need = model.size  # all that it wants, also where less was free
        if model.context_length:
            self.context = min(self._window, model.context_length)
        words = ""
        self._on_processor = not model.size_vram
        if self._on_processor:
            words = f"{self.model} runs on the processor alone: it writes slowly, and the pictures keep the card."
        elif model.size_vram < model.size:
            percent = 100 * model.size_vram // model.size
            words = f"Only {percent} % of {self.model} has room on the card, so it writes slowly."
        if words and words != self._told:
            self._tell(words)
        self._told = words


def _same(one: str, other: str) -> bool:
    """Whether two names mean the same model: the usual registry, its library and `:latest` go without saying.

    >>> _same("registry.ollama.ai/library/Qwen3:latest", "qwen3"), _same("qwen3:8b", "qwen3")
    (True, False)
    """
    return _shortest(one) == _shortest(other)


def _shortest(name: str) -> str:
    name = name.casefold().removeprefix("registry.ollama.ai/").removeprefix("library/")
    return name.removesuffix(":latest")
