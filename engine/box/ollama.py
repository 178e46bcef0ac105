"""The box's Ollama: its native API over the ledger, told by the storyteller.

Wire as of Ollama 0.30 and later (docs `api.md`, `server/routes.go`): NDJSON unless `stream` is false, `load` and
`unload` by requests without words, errors as `{"error": text}`, after the first line as one more line.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import AsyncGenerator, Callable, Coroutine, Mapping, Sequence
from contextlib import aclosing
from typing import TypeVar

from pydantic import JsonValue, ValidationError
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from engine.box.hardware import CardPreset, Disk, Kind, ModelPreset
from engine.box.ledger import Ledger
from engine.box.ollama_runner import Runner, Scheduler
from engine.box.ollama_wire import (
    MODEL_CONTEXT,
    Body,
    Named,
    Part,
    Refused,
    Said,
    details,
    last,
    listed,
    moment,
    nanoseconds,
    part,
)
from engine.units import Seconds, Tokens

VERSION = "0.32.4"
"""What the box says it is: the version whose behaviour it shows."""

LEAST_SLEEP: Seconds = 0.01
"""Tokens faster than this are sent in bursts: a loop cannot sleep for less."""

CHARACTERS_A_TOKEN = 3.4
"""German text with Llama 3.1's tokens."""

GONE = 499
"""The client left; nobody reads this."""

Teller = Callable[[Sequence[tuple[str, str]], Mapping[str, JsonValue] | None, int], str]
"""From messages (role, content), a schema and a seed to an answer."""

Splitter = Callable[[str], list[str]]

T = TypeVar("T")


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
        disk: Disk,
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
        self._scheduler = Scheduler(ledger, card, disk, speed=speed)
        self.app = Starlette(
            routes=[
                Route("/", lambda _request: PlainTextResponse("Ollama is running")),
                Route("/api/version", lambda _request: JSONResponse({"version": VERSION})),
                Route("/api/tags", self._tags),
                Route("/api/ps", self._ps),
                Route("/api/show", self._show, methods=["POST"]),
                Route("/api/chat", self._chat, methods=["POST"]),
                Route("/api/generate", self._generate, methods=["POST"]),
            ],
            exception_handlers={Refused: _refusal, ValidationError: _misunderstood},
        )

    def close(self) -> None:
        """Forget the loaded model."""
        self._scheduler.unload()

    # ── looking ──────────────────────────────────────────────────────────────────────────────────────────────

    async def _tags(self, _request: Request) -> Response:
        models = [listed(model) | {"capabilities": ["completion"]} for model in self._models.values()]
        return JSONResponse({"models": models})

    async def _ps(self, _request: Request) -> Response:
        runner = self._scheduler.runner
        if runner is None:
            return JSONResponse({"models": []})
        entry = listed(runner.model) | {
            "size": runner.size,
            "size_vram": runner.on_card,
            "context_length": runner.context,
            "expires_at": moment(runner.expires),
        }
        return JSONResponse({"models": [entry]})

    async def _show(self, request: Request) -> Response:
        model = self._known(Named.model_validate_json(await request.body()).model)
        facts: Part = {"general.architecture": "llama", "llama.context_length": MODEL_CONTEXT}
        return JSONResponse({"details": details(model), "model_info": facts, "capabilities": ["completion"]})

    # ── working ──────────────────────────────────────────────────────────────────────────────────────────────

    async def _chat(self, request: Request) -> Response:
        return await self._answer(request, Said.MESSAGE)

    async def _generate(self, request: Request) -> Response:
        return await self._answer(request, Said.RESPONSE)

    async def _answer(self, request: Request, field: Said) -> Response:
        body = Body.model_validate_json(await request.body())
        keep, said, schema = body.stays(), body.said(), body.schema_()
        model = self._known(body.model)
        if not said and keep == 0:
            self._scheduler.expire(model)
            return JSONResponse(last(model, field, "unload"))
        self._ledger.request(Kind.TEXT, model.name)
        work = self._work(body, model, keep, said, schema, field)
        if not body.stream or not said:
            return JSONResponse(await _unless_gone(request, _at_once(work, field)))
        first = await _unless_gone(request, anext(work))
        return _Lines(first, work)

    async def _work(
        self,
        body: Body,
        model: ModelPreset,
        keep: Seconds | None,
        said: list[tuple[str, str]],
        schema: Mapping[str, JsonValue] | None,
        field: Said,
    ) -> AsyncGenerator[Part, None]:
        """Load what is wanted and tell."""
        context = min(body.options.num_ctx, MODEL_CONTEXT)
        holding = self._scheduler.hold(model, context, shift=body.shift, keep=keep)
        async with holding as (runner, loading):
            if not said:
                yield last(model, field, "load")
                return
            prompt = _counted(said, runner.context, truncate=body.truncate)
            began = time.monotonic()
            pieces = await asyncio.to_thread(self._pieces, said, schema, body.options.seed)
            await asyncio.sleep(prompt / self._card.prompt_tokens_s / self._speed)
            understood = time.monotonic()
            room = runner.context - prompt
            most = room if body.options.num_predict < 0 else min(room, body.options.num_predict)
            async for piece in self._paced(pieces[:most], runner):
                yield part(model, field, piece)
            ended = time.monotonic()
            yield last(model, field, "stop" if len(pieces) <= most else "length") | {
                "total_duration": nanoseconds(loading + ended - began),
                "load_duration": nanoseconds(loading),
                "prompt_eval_count": prompt,
                "prompt_eval_duration": nanoseconds(understood - began),
                "eval_count": min(len(pieces), most),
                "eval_duration": nanoseconds(ended - understood),
            }

    def _pieces(self, said: list[tuple[str, str]], schema: Mapping[str, JsonValue] | None, seed: int) -> list[str]:
        try:
            return self._tokens(self._tell(said, schema, seed))
        except (ArithmeticError, AttributeError, LookupError, RuntimeError, TypeError, ValueError) as error:
            raise Refused(500, f"an error was encountered while running the model: {error}") from error

    async def _paced(self, pieces: Sequence[str], runner: Runner) -> AsyncGenerator[str, None]:
        """Give out the pieces at the card's pace."""
        pace = runner.model.token(self._card, runner.elsewhere) / self._speed
        debt = 0.0
        for piece in pieces:
            yield piece
            debt += pace
            if debt >= LEAST_SLEEP:
                await asyncio.sleep(debt)
                debt = 0.0

    def _known(self, name: str) -> ModelPreset:
        model = self._models.get(name) or self._models.get(name.removesuffix(":latest"))
        if model is None:
            self._ledger.refused(Kind.TEXT, name)
            raise Refused(404, f"model '{name}' not found")
        return model


class _Lines(StreamingResponse):
    """An answer line by line; however it ends, the runner is let go."""

    def __init__(self, first: Part, work: AsyncGenerator[Part, None]) -> None:
        self._parts = self._lines(first, work)
        super().__init__(self._parts, media_type="application/x-ndjson")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._parts.aclose()

    @staticmethod
    async def _lines(first: Part, work: AsyncGenerator[Part, None]) -> AsyncGenerator[bytes, None]:
        async with aclosing(work):
            yield _line(first)
            try:
                async for more in work:
                    yield _line(more)
            except Refused as refusal:
                yield _line({"error": refusal.words})


async def _at_once(work: AsyncGenerator[Part, None], field: Said) -> Part:
    """Return the whole answer as one."""
    words: list[str] = []
    end: Part = {}
    async with aclosing(work):
        async for end in work:
            piece = end[field]
            words.append(str(piece["content"] if isinstance(piece, dict) else piece))
    return end | {field.value: field.wrap("".join(words))}


async def _unless_gone(request: Request, work: Coroutine[None, None, T]) -> T:
    """Do the work unless the client leaves first: Ollama ends what nobody waits for.

    Raises:
        Refused: 499, and the work has ended.
    """

    async def left() -> None:
        while (await request.receive())["type"] != "http.disconnect":
            continue

    working, leaving = asyncio.ensure_future(work), asyncio.ensure_future(left())
    try:
        await asyncio.wait([working, leaving], return_when=asyncio.FIRST_COMPLETED)
        if not working.done():
            raise Refused(GONE, "client connection closed before llama-server finished loading, aborting load")
        return working.result()
    finally:
        working.cancel()
        leaving.cancel()
        await asyncio.wait([working, leaving])


def _counted(said: Sequence[tuple[str, str]], context: Tokens, *, truncate: bool) -> Tokens:
    """Return the tokens of a prompt, those that are left where it is cut to the window.

    Raises:
        Refused: 400, it is too long and is not to be cut.
    """
    prompt = max(1, int(sum(len(content) for _, content in said) / CHARACTERS_A_TOKEN))
    if prompt <= context:
        return prompt
    if truncate:
        return max(1, context // 2)
    words = (
        f"request ({prompt} tokens) exceeds the available context size ({context} tokens), try increasing the context "
        "size or enable context shift"
    )
    error: Part = {"code": 400, "message": words, "type": "exceed_context_size_error"}
    raise Refused(400, json.dumps({"error": error | {"n_prompt_tokens": prompt, "n_ctx": context}}))


async def _refusal(_request: Request, error: Exception) -> Response:
    status = error.status if isinstance(error, Refused) else 500
    return JSONResponse({"error": str(error)}, status)


async def _misunderstood(_request: Request, error: Exception) -> Response:
    first = error.errors()[0] if isinstance(error, ValidationError) else None
    words = "invalid request" if first is None else f"{'.'.join(str(where) for where in first['loc'])}: {first['msg']}"
    return JSONResponse({"error": words}, 400)


def _line(more: Part) -> bytes:
    return json.dumps(more, ensure_ascii=False).encode() + b"\n"
