"""A llama.cpp server that keeps many models and loads them on demand, as a tenant of the card.

Protocol facts (llama.cpp's server in router mode, `--models-dir`, build 0c1e570, tried): `/props` says
`"role": "router"`; `/models` lists each model's state; `/models/load` and `/models/unload` answer before anything has
happened, so the list is asked until it has; loading what runs and unloading what does not is a 400. How large a model
is it tells only once it is loaded, but where its file lies always: in the line its process is started with.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Mapping
from glob import escape
from itertools import pairwise
from pathlib import Path

from pydantic import BaseModel, ConfigDict, JsonValue

from engine.card.estimate import COMPUTE
from engine.card.tenant import ModelKind, Resident
from engine.errors import FibelError
from engine.units import Bytes, Seconds, Tokens
from engine.writer.chat import Served, ServedList, missing
from engine.writer.connection import Connection
from engine.writer.wire import GUESS

UNLOAD: Seconds = 20.0
"""A model at work is given 10 s to end before its process is killed; twice that, and it will not go."""

FIRST_POLL: Seconds = 0.05
POLL: Seconds = 0.25
"""Between two looks at the list: a small model is there almost at once, a large one takes a minute."""

CONTEXT_SHARE = 0.15
"""A context over the weights: 8192 tokens of Llama 3.1 8B in half precision take 1 GiB over 4.9."""

_PART = re.compile(r"(?<=-)\d{5}(?P<rest>-of-\d{5}\.gguf)$")
"""How llama.cpp names the parts of a model that was split."""

_USABLE = frozenset({"loaded", "sleeping"})
"""States in which a request is answered; one that sleeps wakes by it."""

_HELD = frozenset({"loading", "loaded"})
"""States in which a model lies in memory; one that sleeps has given it back."""


class _Props(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore")
    role: str = ""


class Router:
    """One router and the one of its models that writes."""

    def __init__(self, there: Connection, model: Callable[[], str]) -> None:
        self._there = there
        self._model = model
        self._need: Bytes | None = None

    @staticmethod
    async def speaks(there: Connection) -> bool:
        """Whether the server is a router; any other knows no `/props`, or plays no role.

        Raises:
            FibelError: `server_unreachable`, `server_lost`, `key_refused`.
        """
        try:
            return (await there.get("/props", _Props)).role == "router"
        except FibelError as error:
            if error.code in {"server_unreachable", "server_lost", "key_refused", "key_missing"}:
                raise
            return False

    @property
    def need(self) -> Bytes:
        return self._need or GUESS

    async def load(self) -> Tokens:
        """Load the model, wait until it can be used, and return how much it keeps in view; 0 if that is not told.

        Raises:
            FibelError: `model_missing`, `text_failed` if its process ended or was ended, …
        """
        model = await self._find()
        if _state(model) not in _HELD | _USABLE:
            await self._order("load", model.id)
        pause = FIRST_POLL
        while _state(model := await self._find()) not in _USABLE:
            if _state(model) not in _HELD:
                raise FibelError("text_failed", _fallen(model))
            await asyncio.sleep(pause)
            pause = min(2 * pause, POLL)
        return self._learn(model)

    async def unload(self) -> None:
        """Unload every model, and return when the router lists none that runs.

        Raises:
            FibelError: `vram_not_released` if one does not go.
        """
        pause, asked = FIRST_POLL, set[str]()
        running: list[str] = []
        try:
            async with asyncio.timeout(UNLOAD):
                while running := [model.id for model in await self._models() if _state(model) in _HELD]:
                    for name in (name for name in running if name not in asked):
                        asked.add(name)
                        await self._order("unload", name)
                    await asyncio.sleep(pause)
                    pause = min(2 * pause, POLL)
        except TimeoutError:
            names = ", ".join(running)
            raise FibelError("vram_not_released", f"{self._there.url} does not let go of {names}.") from None

    async def resident(self) -> tuple[Resident, ...]:
        """Return what runs. A router that is gone runs nothing."""
        listed = await self._models()
        running = [model for model in listed if _state(model) in _HELD]
        for model in listed:
            if model.id == self._model():
                self._learn(model)
                if self._need is None:
                    self._need = _taken(await asyncio.to_thread(_on_disk, model)) or None
        return tuple(Resident(ModelKind.TEXT, model.id, _bytes(model) or GUESS) for model in running)

    def _learn(self, model: Served) -> Tokens:
        self._need = _bytes(model) or self._need
        return model.meta.n_ctx if model.meta else 0

    async def _find(self) -> Served:
        listed = await self._listed()
        for model in listed:
            if model.id == self._model():
                return model
        raise missing(self._there.url, [model.id for model in listed], self._model())

    async def _models(self) -> list[Served]:
        try:
            return await self._listed()
        except FibelError as error:
            if error.code == "server_unreachable":
                return []
            raise

    async def _listed(self) -> list[Served]:
        return (await self._there.get("/models", ServedList)).data

    async def _order(self, what: str, model: str) -> None:
        """Order a load or an unload; one that is under way already is as good."""
        body: Mapping[str, JsonValue] = {"model": model}
        try:
            await self._there.ask("POST", f"/models/{what}", body)
        except FibelError as error:
            if "already" not in error.details and "not running" not in error.details:
                raise


def _state(model: Served) -> str:
    return model.status.value if model.status else ""


def _bytes(model: Served) -> Bytes:
    """Return about what a loaded model takes; 0 while its size is not told."""
    return _taken(model.meta.size) if model.meta else 0


def _taken(weights: Bytes) -> Bytes:
    """Return about what a model of so many bytes takes; 0 for one of none."""
    return int(weights * (1 + CONTEXT_SHARE)) + COMPUTE if weights else 0


def _on_disk(model: Served) -> Bytes:
    """Return the size of a model's file, all its parts counted; 0 where it does not lie on this machine."""
    args = model.status.args if model.status else []
    named = next((after for flag, after in pairwise(args) if flag in ("-m", "--model")), "")
    try:
        file = Path(named)
        if not file.is_absolute():
            return 0
        if (part := _PART.search(file.name)) is None:
            return file.stat().st_size
        parts = file.parent.glob(f"{escape(file.name[: part.start()])}?????{part['rest']}")
        return sum(one.stat().st_size for one in parts)
    except (OSError, ValueError):
        return 0


def _fallen(model: Served) -> str:
    if model.status is None or not model.status.failed:
        return f"{model.id} was unloaded by somebody else before it was there."
    code = model.status.exit_code
    return f"{model.id} could not be loaded (its process ended with {code}): its file is damaged or too large."
