"""The box's Ollama: its native API over the ledger, told by the storyteller.

Wire as of Ollama 0.30 (docs `api.md`, `server/routes.go`): NDJSON unless `stream` is false, `load` and `unload` by
requests without words, `keep_alive: 0` answered before the memory is back, errors as `{"error": text}`.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncGenerator, AsyncIterator, Callable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, JsonValue, ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route

from engine.box.hardware import CardPreset, Kind, ModelPreset
from engine.box.ledger import Ledger, NoRoom
from engine.units import Seconds, Tokens

VERSION = "0.32.4"
"""What the box says it is: the version whose behaviour it shows."""

KEEP_ALIVE: Seconds = 300.0
"""Ollama's own default."""

DEFAULT_CONTEXT: Tokens = 4096
LEAST_SLEEP: Seconds = 0.01
"""Tokens faster than this are sent in bursts: a loop cannot sleep for less."""

CHARACTERS_A_TOKEN = 3.4
"""German text with Llama 3.1's tokens."""

Teller = Callable[[Sequence[tuple[str, str]], Mapping[str, JsonValue] | None, int], str]
"""From messages (role, content), a schema and a seed to an answer."""

Splitter = Callable[[str], list[str]]


class _Asked(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")


class _Message(_Asked):
    role: str
    content: str = ""


class _Options(_Asked):
    num_ctx: Annotated[int, Field(ge=1)] = DEFAULT_CONTEXT
    num_predict: int = -1
    seed: int = 0


class _Body(_Asked):
    """A chat or a generate request."""

    model: str
    messages: list[_Message] = []
    prompt: str = ""
    system: str = ""
    stream: bool = True
    format: dict[str, JsonValue] | str | None = None
    options: _Options = _Options()
    keep_alive: float | str | None = None

    def said(self) -> list[tuple[str, str]]:
        """The messages, whichever route they came by; empty for a request to load or unload."""
        if self.messages:
            return [(message.role, message.content) for message in self.messages]
        if not self.prompt:
            return []
        return [("system", self.system), ("user", self.prompt)]


class Refused(Exception):
    """An answer with a status and Ollama's words."""

    def __init__(self, status: int, words: str) -> None:
        super().__init__(words)
        self.status = status
        self.words = words


@dataclass
class _Runner:
    """A loaded model."""

    model: ModelPreset
    context: Tokens
    size: int
    keep: Seconds = KEEP_ALIVE
    expires: asyncio.TimerHandle | None = None
    busy: bool = False


class OllamaServer:
    """One server; `app` is what a web server serves.

    Args:
        tell: the storyteller.
        tokens: splits an answer into what arrives at once.
    """

    def __init__(
        self,
        ledger: Ledger,
        card: CardPreset,
        models: Mapping[str, ModelPreset],
        *,
        speed: float,
        tell: Teller,
        tokens: Splitter,
    ) -> None:
        self._ledger = ledger
        self._card = card
        self._models = models
        self._speed = speed
        self._tell = tell
        self._tokens = tokens
        self._runner: _Runner | None = None
        self._turn = asyncio.Lock()
        self.app = Starlette(
            routes=[
                Route("/", lambda _request: PlainTextResponse("Ollama is running")),
                Route("/api/version", lambda _request: JSONResponse({"version": VERSION})),
                Route("/api/tags", self._tags),
                Route("/api/ps", self._ps),
                Route("/api/show", self._show, methods=["POST"]),
                Route("/api/chat", self._answer, methods=["POST"]),
                Route("/api/generate", self._answer, methods=["POST"]),
            ]
        )

    def close(self) -> None:
        """Forget the loaded model."""
        self._unload()

    # ── looking ──────────────────────────────────────────────────────────────────────────────────────────────

    async def _tags(self, _request: Request) -> Response:
        return JSONResponse({"models": [_listed(model) for model in self._models.values()]})

    async def _ps(self, _request: Request) -> Response:
        runner = self._runner
        if runner is None:
            return JSONResponse({"models": []})
        left = runner.keep if runner.keep >= 0 else timedelta(days=106_751).total_seconds()
        entry = _listed(runner.model) | {
            "size": runner.size,
            "size_vram": runner.size,
            "context_length": runner.context,
            "expires_at": (datetime.now(UTC) + timedelta(seconds=left)).isoformat(),
        }
        return JSONResponse({"models": [entry]})

    async def _show(self, request: Request) -> Response:
        try:
            body = _Body.model_validate_json(await request.body())
            model = self._known(body.model)
        except ValidationError as error:
            return _error(400, str(error.errors()[0]["msg"]))
        except Refused as refusal:
            return _error(refusal.status, refusal.words)
        shown = {"details": _details(model), "model_info": {"llama.context_length": 131_072}}
        return JSONResponse(shown | {"capabilities": ["completion"]})

    # ── working ──────────────────────────────────────────────────────────────────────────────────────────────

    async def _answer(self, request: Request) -> Response:
        try:
            body = _Body.model_validate_json(await request.body())
            keep = _seconds(body.keep_alive)
            model = self._known(body.model)
        except ValidationError as error:
            return _error(400, str(error.errors()[0]["msg"]))
        except Refused as refusal:
            return _error(refusal.status, refusal.words)
        field = "message" if request.url.path.endswith("chat") else "response"
        said = body.said()
        if not said and keep == 0:
            self._unload()
            return JSONResponse(_last(model, field, "unload"))
        work = self._work(request, body, model, keep, said, field)
        if body.stream and said:
            return await _streaming(work)
        return await _at_once(work, field)

    async def _work(
        self,
        request: Request,
        body: _Body,
        model: ModelPreset,
        keep: Seconds | None,
        said: list[tuple[str, str]],
        field: str,
    ) -> AsyncGenerator[dict[str, Any], None]:
        """Load what is wanted and tell; one request at a time, as one runner works."""
        async with self._turn:
            began = time.monotonic()
            runner = await self._loaded(request, model, body.options.num_ctx)
            runner.keep = runner.keep if keep is None else keep
            loading = time.monotonic() - began
            runner.busy = True
            self._stop_timer(runner)
            try:
                if not said:
                    yield _last(model, field, "load")
                    return
                self._ledger.request(Kind.TEXT, model.name)
                async for part in self._told(runner, body, said, field, loading):
                    yield part
            finally:
                runner.busy = False
                self._let_stay(runner)

    async def _told(
        self, runner: _Runner, body: _Body, said: list[tuple[str, str]], field: str, loading: Seconds
    ) -> AsyncGenerator[dict[str, Any], None]:
        prompt = int(sum(len(content) for _, content in said) / CHARACTERS_A_TOKEN)
        if prompt > runner.context:
            words = {
                "error": {
                    "code": 400,
                    "message": f"request ({prompt} tokens) exceeds the available context size "
                    f"({runner.context} tokens), try increasing it",
                    "type": "exceed_context_size_error",
                    "n_prompt_tokens": prompt,
                    "n_ctx": runner.context,
                }
            }
            raise Refused(400, json.dumps(words))
        schema = body.format if isinstance(body.format, dict) else None
        text = await asyncio.to_thread(self._tell, said, schema, body.options.seed)
        await self._sleep(prompt / self._card.prompt_tokens_s)
        room = runner.context - prompt
        most = room if body.options.num_predict < 0 else min(room, body.options.num_predict)
        pieces = self._tokens(text)
        began, debt = time.monotonic(), 0.0
        for piece in pieces[:most]:
            yield _part(runner.model, field, piece)
            debt += 1 / self._card.tokens_s / self._speed
            if debt >= LEAST_SLEEP:
                await asyncio.sleep(debt)
                debt = 0.0
        reason = "stop" if len(pieces) <= most else "length"
        yield _last(runner.model, field, reason) | {
            "total_duration": _nanoseconds(loading + time.monotonic() - began),
            "load_duration": _nanoseconds(loading),
            "prompt_eval_count": prompt,
            "eval_count": min(len(pieces), most),
            "eval_duration": _nanoseconds(time.monotonic() - began),
        }

    # ── memory ───────────────────────────────────────────────────────────────────────────────────────────────

    async def _loaded(self, request: Request, model: ModelPreset, context: Tokens) -> _Runner:
        """Return the runner of this model and context, started if need be."""
        runner = self._runner
        if runner is not None and (runner.model.name, runner.context) == (model.name, context):
            return runner
        self._unload()
        size = model.room(self._card, context)
        try:
            self._ledger.take(Kind.TEXT, model.name, size)
        except NoRoom:
            raise Refused(
                500, "llama-server process has terminated: cudaMalloc failed: out of memory; failed to allocate buffer"
            ) from None
        loaded = False
        try:
            await _unless_gone(request, self._sleep(model.loading(self._card)))
            loaded = True
        finally:
            if not loaded:
                self._ledger.release(Kind.TEXT, model.name)
        self._runner = _Runner(model, context, size)
        return self._runner

    def _unload(self) -> None:
        """End the runner at once; a busy one ends after its request."""
        runner = self._runner
        if runner is None:
            return
        if runner.busy:
            runner.keep = 0
            return
        self._stop_timer(runner)
        self._runner = None
        self._ledger.release(Kind.TEXT, runner.model.name)

    def _let_stay(self, runner: _Runner) -> None:
        if runner.keep == 0:
            self._unload()
        elif runner.keep > 0:
            runner.expires = asyncio.get_running_loop().call_later(runner.keep, self._unload)

    @staticmethod
    def _stop_timer(runner: _Runner) -> None:
        if runner.expires is not None:
            runner.expires.cancel()
            runner.expires = None

    def _known(self, name: str) -> ModelPreset:
        model = self._models.get(name) or self._models.get(name.removesuffix(":latest"))
        if model is None:
            self._ledger.refused(Kind.TEXT, name)
            raise Refused(404, f"model '{name}' not found")
        return model

    async def _sleep(self, seconds: Seconds) -> None:
        await asyncio.sleep(seconds / self._speed)


async def _streaming(work: AsyncGenerator[dict[str, Any], None]) -> Response:
    """Answer line by line; what goes wrong before the first line is a status, afterwards a line."""
    try:
        first = await anext(work)
    except Refused as refusal:
        return _error(refusal.status, refusal.words)

    async def lines() -> AsyncIterator[bytes]:
        async with aclosing(work):  # a client that left must not keep the runner
            yield _line(first)
            try:
                async for part in work:
                    yield _line(part)
            except Refused as refusal:
                yield _line({"error": refusal.words})

    return StreamingResponse(lines(), media_type="application/x-ndjson")


async def _at_once(work: AsyncGenerator[dict[str, Any], None], field: str) -> Response:
    text, last = "", {}
    try:
        async for part in work:
            text += part[field]["content"] if field == "message" else part[field]
            last = part
    except Refused as refusal:
        return _error(refusal.status, refusal.words)
    return JSONResponse(last | {field: {"role": "assistant", "content": text} if field == "message" else text})


async def _unless_gone(request: Request, work: Any) -> None:
    """Do the work unless the client leaves first: Ollama ends a load that nobody waits for.

    Raises:
        Refused: 499, which nobody reads.
    """

    async def left() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            continue

    working, leaving = asyncio.ensure_future(work), asyncio.ensure_future(left())
    try:
        await asyncio.wait([working, leaving], return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise Refused(499, "client connection closed before the model finished loading, aborting load")
    finally:
        working.cancel()
        leaving.cancel()


def _seconds(keep_alive: float | str | None) -> Seconds | None:
    """Read a duration as Go does: a number is seconds, a string needs a unit."""
    if keep_alive is None or not isinstance(keep_alive, str):
        return keep_alive
    units = {"ms": 0.001, "s": 1.0, "m": 60.0, "h": 3600.0}
    if keep_alive == "0":
        return 0.0
    for unit, factor in units.items():
        number = keep_alive.removesuffix(unit)
        if number != keep_alive and number.lstrip("-").replace(".", "", 1).isdigit():
            return float(number) * factor
    raise Refused(400, f'time: missing unit in duration "{keep_alive}"')


def _listed(model: ModelPreset) -> dict[str, Any]:
    return {
        "name": model.name,
        "model": model.name,
        "size": model.file_mib * 1024**2,
        "digest": model.name.encode().hex().ljust(64, "0")[:64],
        "details": _details(model),
    }


def _details(model: ModelPreset) -> dict[str, Any]:
    return {"format": "gguf", "family": model.name.partition(":")[0], "quantization_level": "Q4_K_M"}


def _part(model: ModelPreset, field: str, piece: str) -> dict[str, Any]:
    said: Any = {"role": "assistant", "content": piece} if field == "message" else piece
    return {"model": model.name, "created_at": datetime.now(UTC).isoformat(), field: said, "done": False}


def _last(model: ModelPreset, field: str, reason: str) -> dict[str, Any]:
    return _part(model, field, "") | {"done": True, "done_reason": reason}


def _line(part: Mapping[str, Any]) -> bytes:
    return json.dumps(part, ensure_ascii=False).encode() + b"\n"


def _error(status: int, words: str) -> Response:
    return JSONResponse({"error": words}, status_code=status)


def _nanoseconds(seconds: Seconds) -> int:
    return int(seconds * 1e9)
