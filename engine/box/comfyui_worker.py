"""The box's ComfyUI: the queue, the worker that empties it, and the history.

As observed on ComfyUI 0.3.64: lower numbers first, `/free` between two prompts, an interrupt for the running prompt
alone, a deleted prompt leaves no trace, and the end of a prompt is told after its entry stands in the history.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from pydantic import JsonValue

from engine.box.comfyui_execution import Executor
from engine.box.comfyui_run import Prompt
from engine.box.comfyui_sockets import Sockets, status

HISTORY = 10_000
"""Entries that are kept."""


class Worker:
    """One prompt after another."""

    def __init__(self, executor: Executor, sockets: Sockets) -> None:
        self.executor = executor
        self._sockets = sockets
        self.pending: list[Prompt] = []
        self.history: dict[str, JsonValue] = {}
        self._unload = False
        self._forget = False
        self._wake = asyncio.Event()

    @property
    def running(self) -> Prompt | None:
        return None if self.executor.run is None else self.executor.run.prompt

    @property
    def remaining(self) -> int:
        """Prompts that wait or run."""
        return len(self.pending) + (self.running is not None)

    def submit(self, prompt: Prompt) -> None:
        self.pending.append(prompt)
        self._wake.set()
        self._announce()

    def ask_to_free(self, *, unload: bool, forget: bool) -> None:
        """Note a wish that is fulfilled between two prompts."""
        self._unload = self._unload or unload or forget
        self._forget = self._forget or forget
        self._wake.set()

    def interrupt(self, prompt_id: str | None = None) -> None:
        """End the running prompt; with an id only if it is that one."""
        run = self.executor.run
        if run is not None and prompt_id in (None, run.prompt.id):
            run.interrupted = True

    def delete(self, ids: Iterable[str]) -> None:
        """Take waiting prompts out."""
        gone = frozenset(ids)
        left = [prompt for prompt in self.pending if prompt.id not in gone]
        if len(left) < len(self.pending):
            self.pending = left
            self._announce()

    async def work(self) -> None:
        """Execute prompts for ever."""
        while True:
            if self._unload:
                self.executor.unload(forget=self._forget)
                self._unload = self._forget = False
            if self.pending:
                await self._execute(min(self.pending, key=lambda prompt: prompt.number))
            else:
                self._wake.clear()
                await self._wake.wait()

    async def _execute(self, prompt: Prompt) -> None:
        self.pending.remove(prompt)
        run = self.executor.begin(prompt)
        self._announce()
        await self.executor.execute(run)
        self.history.pop(prompt.id, None)
        self.history[prompt.id] = run.entry()
        while len(self.history) > HISTORY:
            del self.history[next(iter(self.history))]
        self.executor.run = None
        self._announce()
        self._sockets.tell(prompt.client, "executing", {"node": None, "prompt_id": prompt.id})

    def _announce(self) -> None:
        self._sockets.tell_all("status", status(self.remaining))
