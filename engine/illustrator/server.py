"""A ComfyUI server over HTTP: one method per route we use, values in and out, errors with a code."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from types import TracebackType
from typing import Self, TypeVar
from urllib.parse import quote

import httpx
from pydantic import BaseModel, JsonValue, TypeAdapter, ValidationError

from engine.book.takes import MAX_PICTURE
from engine.diary import listening
from engine.errors import FibelError
from engine.illustrator import refusals
from engine.illustrator.nodes import NodeClass, ObjectInfo, read_object_info
from engine.illustrator.wire import Accepted, Entry, Queue, Refused, SavedImage, SystemStats, Uploaded
from engine.units import Seconds

ANSWER: Seconds = 30.0
"""How long a busy server may take to answer. It answers in 0.15 s even while it samples; a full disk or a swapping
machine takes longer."""

CONNECT: Seconds = 5.0
"""How long a connection may take; a machine that is there accepts at once."""

_WITHOUT_AUTHORITIES = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""Trusts nobody."""

M = TypeVar("M", bound=BaseModel)

_HISTORY = TypeAdapter(dict[str, Entry])
_NAMES = TypeAdapter(list[str])
_METADATA = TypeAdapter(dict[str, str])

UPLOADS = "fibel"
"""Folder below the server's `input`, so that nobody's own pictures lie among ours."""

_GATE = frozenset({httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN, httpx.codes.PROXY_AUTHENTICATION_REQUIRED})
"""How a password page or a proxy answers; ComfyUI itself has no accounts."""

_RELAYED: Mapping[int, str] = {
    httpx.codes.BAD_GATEWAY: "server_unreachable",
    httpx.codes.SERVICE_UNAVAILABLE: "server_lost",
    httpx.codes.GATEWAY_TIMEOUT: "server_lost",
}
"""What it means when a relay before the server answers in its place: nobody listens behind it, or nobody in time."""


class Server:
    """The routes of one server. Holds a pool of connections; use as a context manager.

    Every method raises FibelError: `server_unreachable` (nobody listens), `server_lost` (it stopped answering),
    `server_unexpected` (it is not ComfyUI), `server_denied` (a gate stands before it).
    """

    def __init__(self, url: str) -> None:
        self.url = normal_url(url)
        timeout = httpx.Timeout(ANSWER, connect=CONNECT)
        try:
            # Reading the certificates of all authorities takes 35 ms; a server of this house has none.
            verify = ssl.create_default_context() if self.url.startswith("https:") else _WITHOUT_AUTHORITIES
            self._http = httpx.AsyncClient(
                base_url=self.url, timeout=timeout, trust_env=False, verify=verify, event_hooks=listening("ComfyUI")
            )
        except httpx.InvalidURL as error:
            raise FibelError("server_unreachable", f"{url!r} is no address: {error}.") from error

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._http.aclose()

    async def stats(self) -> SystemStats:
        return self._read(SystemStats, await self._ask("GET", "/system_stats"))

    async def queue(self) -> Queue:
        return self._read(Queue, await self._ask("GET", "/queue"))

    async def history(self, prompt_id: str) -> Entry | None:
        """Return the entry of a prompt that is at its end; None while it is not, and where it is not known."""
        answer = self._found(await self._ask("GET", f"/history/{prompt_id}"))
        try:
            return _HISTORY.validate_json(answer.content).get(prompt_id)
        except ValidationError as error:
            raise self._unexpected(error) from error

    async def forget(self, prompt_id: str) -> None:
        """Remove a prompt from the history, so that an earlier end is not taken for the end of the next run."""
        self._found(await self._ask("POST", "/history", {"delete": [prompt_id]}))

    async def embeddings(self) -> frozenset[str]:
        """Return the names of the embeddings there are, without their files' endings."""
        answer = self._found(await self._ask("GET", "/embeddings"))
        try:
            return frozenset(_NAMES.validate_json(answer.content))
        except ValidationError as error:
            raise self._unexpected(error) from error

    async def models(self, folder: str) -> tuple[str, ...]:
        """Return the files in a folder of models, as the server spells them; none where there is no such folder."""
        answer = await self._ask("GET", f"/models/{quote(folder)}")
        if answer.status_code == httpx.codes.NOT_FOUND:
            return ()
        try:
            return tuple(_NAMES.validate_json(self._found(answer).content))
        except ValidationError as error:
            raise self._unexpected(error) from error

    async def architecture(self, folder: str, file: str) -> str:
        """Return what a model file says it is made for; empty where it says nothing, as most do."""
        answer = await self._ask("GET", f"/view_metadata/{quote(folder)}?filename={quote(file, safe='')}")
        try:
            return _METADATA.validate_json(answer.content).get("modelspec.architecture", "")
        except ValidationError:
            return ""  # a server without this route, or a file without metadata

    async def node(self, name: str) -> NodeClass | None:
        """Return a class of nodes with what it can load now, or None where the server does not have it."""
        answer = self._found(await self._ask("GET", f"/object_info/{quote(name, safe='')}"))
        there = read_object_info(answer.content)
        return None if there is None else there.get(name)

    async def upload(self, png: bytes, name: str) -> str:
        """Put a picture among the server's inputs and return what graphs have to call it; it may be renamed there."""
        form = {"type": "input", "subfolder": UPLOADS}
        try:
            answer = await self._http.post("/upload/image", files={"image": (name, png, "image/png")}, data=form)
        except httpx.HTTPError as error:
            raise self._lost(error) from error
        return self._read(Uploaded, answer).path

    async def object_info(self) -> ObjectInfo | None:
        """Return every class of nodes there is; None where the answer cannot be understood."""
        return read_object_info(self._found(await self._ask("GET", "/object_info")).content)

    async def submit(self, graph: dict[str, JsonValue], prompt_id: str, client_id: str) -> None:
        """Put a prompt at the end of the server's queue.

        Raises:
            FibelError: `model_missing`, `prompt_rejected` with what the server says against it.
        """
        body: dict[str, JsonValue] = {
            "prompt": graph,
            "prompt_id": prompt_id,
            "client_id": client_id,
            "extra_data": {"preview_method": "latent2rgb"},  # newer servers preview by it, older ones ignore it
        }
        answer = await self._ask("POST", "/prompt", body)
        if answer.status_code == httpx.codes.BAD_REQUEST:
            raise refusals.refused(self._read(Refused, answer, expected=httpx.codes.BAD_REQUEST))
        accepted = self._read(Accepted, answer)
        if accepted.prompt_id != prompt_id or accepted.node_errors:
            await self.drop(accepted.prompt_id)
            if accepted.node_errors:
                raise refusals.not_accepted(accepted.node_errors)
            raise FibelError("server_unexpected", f"{self.url}: ComfyUI 0.3.45 or newer is needed.")

    async def drop(self, prompt_id: str) -> None:
        """Take a prompt out of the queue, or interrupt it if it runs; nobody else's prompt is touched.

        Older servers interrupt whatever runs, so they are asked only while ours does.
        """
        self._found(await self._ask("POST", "/queue", {"delete": [prompt_id]}))
        if (await self.queue()).runs(prompt_id):
            self._found(await self._ask("POST", "/interrupt", {"prompt_id": prompt_id}))

    async def free(self) -> None:
        """Ask the server to unload its models and forget its cache. It does so between prompts, without a word."""
        self._found(await self._ask("POST", "/free", {"unload_models": True, "free_memory": True}))

    async def picture(self, image: SavedImage) -> bytes:
        """Return a saved picture.

        Raises:
            FibelError: `picture_broken`, it is gone or larger than any picture of a book.
        """
        where = {"filename": image.filename, "subfolder": image.subfolder, "type": image.type}
        parts: list[bytes] = []
        size = 0
        try:
            async with self._http.stream("GET", "/view", params=where) as answer:
                if answer.status_code == httpx.codes.NOT_FOUND:
                    raise FibelError("picture_broken", "The server has deleted it.")
                self._found(answer)
                async for part in answer.aiter_bytes():
                    size += len(part)
                    if size > MAX_PICTURE:
                        raise FibelError("picture_broken", f"It is larger than {MAX_PICTURE >> 20} MiB.")
                    parts.append(part)
        except httpx.HTTPError as error:
            raise self._lost(error) from error
        return b"".join(parts)

    async def _ask(self, method: str, path: str, body: dict[str, JsonValue] | None = None) -> httpx.Response:
        try:
            return await self._http.request(method, path, json=body)
        except httpx.HTTPError as error:
            raise self._lost(error) from error

    def _lost(self, error: httpx.HTTPError) -> FibelError:
        if isinstance(error, httpx.ConnectError | httpx.ConnectTimeout | httpx.UnsupportedProtocol):
            return FibelError("server_unreachable", f"ComfyUI at {self.url}.")
        return FibelError("server_lost", f"ComfyUI at {self.url}: {type(error).__name__}.")

    def _found(self, answer: httpx.Response) -> httpx.Response:
        if answer.status_code in _GATE:
            raise FibelError("server_denied", f"ComfyUI at {self.url} answers {answer.status_code}.")
        if (gone := _RELAYED.get(answer.status_code)) is not None:
            raise FibelError(gone, f"What stands before ComfyUI at {self.url} answers {answer.status_code}.")
        if answer.status_code != httpx.codes.OK:
            path = answer.request.url.path
            raise FibelError(
                "server_unexpected", f"{self.url}{path} answers {answer.status_code}, not as ComfyUI does."
            )
        return answer

    def _read(self, model: type[M], answer: httpx.Response, *, expected: int = httpx.codes.OK) -> M:
        if answer.status_code != expected:
            self._found(answer)
        try:
            return model.model_validate_json(answer.content)
        except ValidationError as error:
            raise self._unexpected(error) from error

    def _unexpected(self, error: ValidationError) -> FibelError:
        first = error.errors()[0]
        where = ".".join(str(part) for part in first["loc"])
        return FibelError("server_unexpected", f"{self.url}: {where or 'its answer'}: {first['msg']}.")


def normal_url(url: str) -> str:
    """Return an address as a client needs it, from how people write it.

    >>> normal_url(" 0.0.0.0:8188/ ")
    'http://127.0.0.1:8188'
    """
    url = url.strip().rstrip("/")
    if "://" not in url:
        url = f"http://{url}"
    return url.replace("://0.0.0.0", "://127.0.0.1", 1)
