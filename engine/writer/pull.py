"""Bring a model onto an Ollama server, and tell how far it is.

Protocol facts (Ollama 0.33, `server/images.go`, `server/download.go`): a line for each change, `digest`, `total` and
`completed` for each layer; errors come as a line too, with status 200, and only `success` is one. Closing the
connection stops it; what has come stays for the next time.
"""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import aclosing

import httpx
from pydantic import BaseModel, ConfigDict, JsonValue

from engine.clean import CleanLine
from engine.errors import FibelError
from engine.units import Bytes
from engine.writer.connection import Connection
from engine.writer.provider import Pulled
from engine.writer.wire import lines, said_in


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")
    status: CleanLine = ""
    digest: CleanLine = ""
    total: int = 0
    completed: int = 0
    error: JsonValue = None


async def pull(there: Connection, model: str) -> AsyncGenerator[Pulled, None]:
    """Have the server fetch a model; closing the generator stops it.

    Raises:
        FibelError: `model_missing` if nobody offers such a model, `pull_failed`, `server_unreachable`, `server_lost`.
    """
    layers: dict[str, tuple[Bytes, Bytes]] = {}
    async with there.stream("/api/pull", {"model": model, "stream": True}) as answer:
        if answer.status_code != httpx.codes.OK:
            said = said_in((await there.whole(answer)).content)
            raise _failed(model, said or f"{there.url} answers {answer.status_code}.")
        async with aclosing(lines(answer.aiter_bytes())) as news:
            async for content in news:
                line = there.read(content, _Line)
                if line.error is not None:
                    raise _failed(model, said_in(content))
                if line.digest and line.total:
                    layers[line.digest] = (line.completed, line.total)
                here, of = (sum(part) for part in zip(*layers.values(), strict=True)) if layers else (0, 0)
                yield Pulled(line.status, here, of)
                if line.status == "success":
                    return
    raise FibelError("pull_failed", f"{there.url} stopped in the middle; the next try goes on from there.")


def _failed(model: str, said: str) -> FibelError:
    unknown = "file does not exist" in said or "not found" in said
    return FibelError("model_missing" if unknown else "pull_failed", f"{model}: {said}")
