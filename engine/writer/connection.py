"""One writer's server over HTTP: bodies in, answers out, every way a line can break named by a code."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import urlsplit

import httpx
from pydantic import BaseModel, JsonValue, ValidationError

from engine.diary import listening
from engine.errors import FibelError
from engine.units import Bytes, Seconds
from engine.writer.provider import LOCAL

CONNECT: Seconds = 5.0
"""A machine that is there accepts at once."""

ANSWER: Seconds = 15.0
"""For small questions. Ollama's `/api/ps` may block for 5 s while it waits itself for memory to come back."""

SILENCE: Seconds = 600.0
"""Between two pieces of an answer, the first one included: a cold load from a slow disk takes minutes, and closing
the connection earlier would end the load."""

MAX_ANSWER: Bytes = 16 << 20
"""Of an answer in one piece; a list of a thousand models has one megabyte."""

_OF_THE_WIRE = frozenset({"content-encoding", "content-length", "transfer-encoding"})
"""Headers that speak of how a body was sent, not of what it says."""

UNHURRIED = None
"""For a model to be loaded: a server that no longer gets on says so itself (Ollama after five minutes without
progress), and the card watches whether memory fills."""

CONNECTIONS = 8
"""One writes, one measures; a few more are still closing."""

Refuse = Callable[[httpx.Response], FibelError]
"""Names what a server says against a request, from its answer and the body that was read of it."""

M = TypeVar("M", bound=BaseModel)


class Connection:
    """A pool of connections to one address; use as a context manager.

    Args:
        speaks: whose language is expected, for the message where another one is spoken ("Ollama's").
        refuse: names every answer whose status is not 200.
        called: how the diary calls the server; empty takes its host.

    Raises:
        FibelError: `server_unreachable` if the address is none.
    """

    def __init__(self, url: str, *, speaks: str, refuse: Refuse, called: str = "") -> None:
        self.url = url.rstrip("/")
        self._speaks = speaks
        self._refuse = refuse
        try:
            self._http = httpx.AsyncClient(
                base_url=self.url,
                timeout=httpx.Timeout(ANSWER, connect=CONNECT),
                limits=httpx.Limits(max_connections=CONNECTIONS),
                trust_env=url.startswith("https:"),  # a way out through a proxy, but never to a server of this house
                verify=url.startswith("https:"),  # reading the certificates of all authorities takes 35 ms
                event_hooks=listening(called or host_of(url)),
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
    def host(self) -> str:
        return host_of(self.url)

    @property
    def place(self) -> str:
        """Where words sent here go: "local", or the name of a host."""
        return LOCAL if self.host == "127.0.0.1" else self.host

    def authorise(self, key: str | None) -> None:
        """Show a key with every request from now on; None shows none."""
        self._http.headers.pop("Authorization", None)
        if key is not None:
            self._http.headers["Authorization"] = f"Bearer {key}"

    async def ask(
        self, method: str, path: str, body: Mapping[str, JsonValue] | None = None, *, silence: Seconds | None = ANSWER
    ) -> httpx.Response:
        """Return the answer to a question.

        Args:
            silence: how long the server may say nothing; None: as long as it takes.

        Raises:
            FibelError: what `refuse` makes of it, `server_unreachable`, `server_lost`.
        """
        answer = await self._request(method, path, body, silence)
        if answer.status_code != httpx.codes.OK:
            raise self._refuse(answer)
        return answer

    async def probe(self, path: str) -> httpx.Response:
        """Return whatever the server answers.

        Raises:
            FibelError: `server_unreachable`, `server_lost`.
        """
        return await self._request("GET", path, None, ANSWER)

    async def _request(
        self, method: str, path: str, body: Mapping[str, JsonValue] | None, silence: Seconds | None
    ) -> httpx.Response:
        timeout = httpx.Timeout(silence, connect=CONNECT)
        try:
            async with asyncio.timeout(silence), self._http.stream(method, path, json=body, timeout=timeout) as answer:
                return await self.whole(answer)
        except TimeoutError:
            raise FibelError("server_lost", f"{self.url} does not come to the end of its answer.") from None
        except httpx.HTTPError as error:
            raise self.lost(error) from error

    async def get(self, path: str, form: type[M]) -> M:
        """Return an answer in a form; see `ask` and `read`."""
        return self.read((await self.ask("GET", path)).content, form)

    @asynccontextmanager
    async def stream(self, path: str, body: Mapping[str, JsonValue]) -> AsyncGenerator[httpx.Response, None]:
        """Send a request whose answer comes piece by piece; leaving the block closes the connection.

        Whatever the status: the caller looks at it.

        Raises:
            FibelError: `server_unreachable`, `server_lost`, also from within the block.
        """
        timeout = httpx.Timeout(SILENCE, connect=CONNECT)
        try:
            async with self._http.stream("POST", path, json=body, timeout=timeout) as answer:
                yield answer
        except httpx.HTTPError as error:
            raise self.lost(error) from error

    async def whole(self, answer: httpx.Response) -> httpx.Response:
        """Return a streamed answer with its whole body.

        Raises:
            FibelError: `server_unexpected` if it is longer than any of a writer: another program sends what never ends.
        """
        content = bytearray()
        async for piece in answer.aiter_bytes():
            content += piece
            if len(content) > MAX_ANSWER:
                raise FibelError("server_unexpected", f"{self.url} sends more than a writer has to say.")
        headers = {name: value for name, value in answer.headers.items() if name not in _OF_THE_WIRE}
        return httpx.Response(answer.status_code, headers=headers, content=bytes(content))

    def read(self, content: bytes, form: type[M]) -> M:
        """Return what was said, in a form.

        Raises:
            FibelError: `server_unexpected` if it does not have it.
        """
        try:
            return form.model_validate_json(content)
        except ValidationError as error:
            raise FibelError("server_unexpected", f"{self.url} does not speak {self._speaks} language.") from error

    def lost(self, error: httpx.HTTPError) -> FibelError:
        """Name how a line broke."""
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout):
            return FibelError("server_unreachable", f"Nobody answers at {self.url}.")
        if isinstance(error, httpx.UnsupportedProtocol):
            return FibelError("server_unreachable", f"{self.url!r} is no address: one begins with `http://`.")
        return FibelError("server_lost", f"{self.url}: {str(error).rstrip('.') or type(error).__name__}.")


def host_of(url: str) -> str:
    """Return the machine an address means; all names of this one are the same.

    >>> host_of("http://localhost:11434"), host_of("https://api.eu.mistral.ai/v1")
    ('127.0.0.1', 'api.eu.mistral.ai')
    """
    try:
        name = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return "127.0.0.1" if name in ("localhost", "::1") or name.startswith("127.") else name
