"""The box: an embedded machine with a graphics card, an Ollama and a ComfyUI, on loopback, in this process."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from pydantic import JsonValue

from engine.box import hardware
from engine.box.hardware import MIB, CardPreset, Disk, Kind, ModelPreset
from engine.box.ledger import LagProfile, Ledger
from engine.errors import FibelError
from engine.units import Px

if TYPE_CHECKING:
    from engine.box.comfyui_run import Painter, Painting
    from engine.box.ollama import Teller
    from engine.box.serving import Guest

__all__ = ["Box", "LagProfile"]

DEFAULT_SPEED = 20.0
DEFAULT_CARD = "gtx-1660-super"

_SERVING = (
    "uvicorn.protocols.http.h11_impl",
    "uvicorn.protocols.websockets.websockets_sansio_impl",
    "engine.box.comfyui",
    "engine.box.ollama",
    "engine.box.serving",
)
"""What the servers need and nobody else."""


class Box:
    """The whole machine; use as an async context manager. It belongs to the loop it is entered on.

    Args:
        speed: how much faster than the real card; 1 is its own pace.
        card: name of a preset in `presets/cards`.
        lag: how long freed memory takes to come back.
        log: file that gets one JSON line per change of the ledger.
        ollama_port: 0 takes any free one.
        comfyui_port: 0 takes any free one.
        stops: after which part of a model's file the disk hangs for ever, for a trial of patience; None: it does not.
        tell: who writes; None is the storyteller.
        paint: who draws; None is the painter.
    """

    ledger: Ledger

    def __init__(
        self,
        *,
        speed: float = DEFAULT_SPEED,
        card: str = DEFAULT_CARD,
        lag: LagProfile = LagProfile.FAST,
        log: Path | None = None,
        ollama_port: int = 0,
        comfyui_port: int = 0,
        stops: float | None = None,
        tell: Teller | None = None,
        paint: Painter | None = None,
    ) -> None:
        self._speed = speed
        self._card = card
        self._lag = lag
        self._log = log
        self._ports = (ollama_port, comfyui_port)
        self._stops = stops
        self._tell = tell or _tell
        self._paint = paint or _paint
        self._stack = AsyncExitStack()
        self.ollama_url = ""
        self.comfyui_url = ""
        self.writers: tuple[str, ...] = ()
        """Names of the text models it has, once it runs."""

    async def __aenter__(self) -> Self:
        """Start both servers.

        Raises:
            FibelError: `port_in_use`, `preset_unknown`, `preset_broken`, `write_failed` for the log.
        """
        card, texts, images = await asyncio.to_thread(_parts, self._card)
        self.writers = tuple(texts)
        from engine.box.comfyui import ComfyUIServer
        from engine.box.ollama import OllamaServer
        from engine.box.serving import Guest

        try:
            self.ledger = Ledger(
                card.total_mib * MIB, card.others_mib * MIB, lag=self._lag, speed=self._speed, log=self._log
            )
        except OSError as error:
            raise FibelError("write_failed", f"{self._log}: {error.strerror}.") from error
        async with AsyncExitStack() as stack:
            stack.callback(self.ledger.close)
            disk = Disk(card.read_mib_s * self._speed, self._stops)
            ollama = OllamaServer(
                self.ledger, card, texts, disk=disk, speed=self._speed, tell=self._tell, tokens=_tokens
            )
            stack.callback(ollama.close)
            comfyui = ComfyUIServer(self.ledger, card, images, disk=disk, speed=self._speed, paint=self._paint)
            stack.callback(comfyui.close)
            stack.push_async_callback(_ended, asyncio.create_task(comfyui.work()))
            guests: list[Guest] = []
            stack.push_async_callback(_stop, guests)
            for app, port in zip((ollama.app, comfyui.app), self._ports, strict=True):
                guests.append(Guest(app, port))
            for guest in guests:
                await guest.start()
            self.ollama_url, self.comfyui_url = (guest.url for guest in guests)
            self._stack = stack.pop_all()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._stack.aclose()


def _parts(card: str) -> tuple[CardPreset, dict[str, ModelPreset], dict[str, ModelPreset]]:
    """Read what the machine is made of, and import what its servers need: a loop would stand still for it."""
    for module in _SERVING:
        importlib.import_module(module)
    return hardware.card(card), hardware.models(Kind.TEXT), hardware.models(Kind.IMAGE)


async def _stop(guests: Sequence[Guest]) -> None:
    await asyncio.gather(*(guest.stop() for guest in guests))


async def _ended(task: asyncio.Task[None]) -> None:
    task.cancel()
    await asyncio.wait([task])


def _tell(said: Sequence[tuple[str, str]], schema: Mapping[str, JsonValue] | None, seed: int) -> str:
    from engine.box.storyteller import Message, tell

    return tell([Message(role, content) for role, content in said], schema, seed)


def _tokens(text: str) -> list[str]:
    from engine.box.storyteller import tokens

    return tokens(text)


def _paint(positive: str, negative: str, seed: int, width: Px, height: Px) -> Painting:
    from engine.box.painter import paint

    return paint(positive, negative, seed, width, height)
