"""The diary: every request to a server in plain words, for the author who wonders what goes on.

It is kept through the standard library's logging, under the name `fibel.requests`; who wants to read it adds a
handler. Addresses, bodies and keys never stand in it.
"""

from __future__ import annotations

import logging
import re
import time
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import httpx

REQUESTS = logging.getLogger("fibel.requests")

_BEGUN = "fibel.begun"

_WORDS: tuple[tuple[str, str, str], ...] = (
    ("POST", r"/api/chat|/v1/chat/completions", "is asked for words, or to load or unload its model"),
    ("GET", r"/api/ps|/models$", "is asked what lies in memory"),
    ("GET", r"/api/tags|/v1/models", "is asked which models it has"),
    ("POST", r"/api/show", "is asked about its model"),
    ("POST", r"/api/pull", "is asked to fetch a model"),
    ("POST", r"/models/", "is asked to load or unload a model"),
    ("GET", r"/api/version|/props|/health", "is asked whether it is there"),
    ("GET", r"/system_stats", "is asked how much memory is free"),
    ("GET", r"/queue", "is asked what it paints and what waits"),
    ("POST", r"/queue", "is told to take a picture off its list"),
    ("GET", r"/history", "is asked what became of a picture"),
    ("POST", r"/history", "is told to forget a finished picture"),
    ("POST", r"/prompt", "is given a picture to paint"),
    ("POST", r"/interrupt", "is told to stop painting"),
    ("POST", r"/free", "is told to unload its models"),
    ("GET", r"/view_metadata", "is asked what a model file is"),
    ("GET", r"/view", "hands over a finished picture"),
    ("POST", r"/upload", "is given a picture to work from"),
    ("GET", r"/object_info", "is asked what it can do"),
    ("GET", r"/embeddings|/models/", "is asked which files it has"),
)


def listening(server: str) -> dict[str, list[Any]]:
    """Return event hooks for an `httpx.AsyncClient` that note each of its requests in the diary.

    A record says `server` and `what`, together a sentence; the answer's `status`; and in `seconds` how long its first
    word took.

    Args:
        server: who is asked: "Ollama", "ComfyUI".
    """

    async def begun(request: httpx.Request) -> None:
        request.extensions[_BEGUN] = time.monotonic()

    async def answered(response: httpx.Response) -> None:
        request = response.request
        told = {
            "server": server,
            "what": plain_words(request.method, request.url.path),
            "status": response.status_code,
            "seconds": time.monotonic() - request.extensions.get(_BEGUN, time.monotonic()),
        }
        REQUESTS.debug("%(server)s %(what)s: %(status)d, %(seconds).1f s", told, extra=told)

    return {"request": [begun], "response": [answered]}


def plain_words(method: str, path: str) -> str:
    """Return what a request is about.

    >>> plain_words("GET", "/api/ps"), plain_words("POST", "/prompt")
    ('is asked what lies in memory', 'is given a picture to paint')
    """
    return next((what for verb, route, what in _WORDS if verb == method and re.match(route, path)), "is asked")
