"""Run one command: settings read, errors told with their code, the documented exit code returned."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import signal
import sys
import traceback
from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from types import FrameType

from engine.errors import Exit, FibelError
from engine.settings import Settings, load_settings
from tui.commands.parser import STUDIO, Globals, parse
from tui.terminal import curtain

Command = Callable[[Globals, Settings, argparse.Namespace], int]

_HOMES = {
    STUDIO: ("screen", "studio"),
    "demo": ("screen", "demo"),
    "new": ("beginning", "new"),
    "outline": ("stations", "outline"),
    "write": ("stations", "write"),
    "paint": ("stations", "paint"),
    "approve": ("stations", "approve"),
    "make": ("make", "make"),
    "check": ("publish", "check"),
    "export": ("publish", "export"),
    "lint": ("lint", "lint"),
    "names": ("names", "names"),
    "status": ("look", "status"),
    "doctor": ("look", "doctor"),
    "pull": ("pull", "pull"),
    "presets": ("look", "presets"),
    "prompts": ("prompts", "prompts"),
    "workflows": ("look", "workflows"),
    "keys": ("keys", "keys"),
    "completion": ("completion", "completion"),
}
"""Module and function of each command."""


def run(arguments: Sequence[str]) -> int:
    """Return the exit code of the command line."""
    options, command = parse(arguments)
    try:
        return _find(command.command)(options, _settings(options), command)
    except FibelError as error:
        if options.verbose:
            curtain.lift()
            traceback.print_exception(error)
        return told(error, as_json=options.json)
    except KeyboardInterrupt:
        return told(FibelError("cancelled"), as_json=options.json)
    except BrokenPipeError:
        # Whoever read our output has left; without this the interpreter would complain once more at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.FAILED


def told(error: FibelError, *, as_json: bool) -> int:
    """Say what happened and what to do next, and return the exit code."""
    curtain.lift()
    if as_json:
        event = {"event": "error", "code": error.code, "message": error.message, "hint": error.hint}
        print(json.dumps(event, ensure_ascii=False), flush=True)  # noqa: T201 - the result of a command
    else:
        print(f"fibel: {error.message}\n  {error.hint} [{error.code}]", file=sys.stderr)  # noqa: T201
    return error.exit


def interruptible(work: Awaitable[int]) -> int:
    """Run a command's coroutine; SIGTERM and SIGHUP end it as Ctrl+C does, so that it stops at a safe place."""

    async def supervised() -> int:
        return await work

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        signal.raise_signal(signal.SIGINT)

    before = {name: signal.signal(name, interrupt) for name in (signal.SIGTERM, signal.SIGHUP)}
    # A shell starts what it puts into the background with SIGINT ignored; our own way out must work there too.
    before[signal.SIGINT] = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return asyncio.run(supervised())
    except BaseExceptionGroup as group:
        raise _first(group) from None
    finally:
        for name, handler in before.items():
            signal.signal(name, handler)


def _first(group: BaseExceptionGroup[BaseException]) -> BaseException:
    """Return the one error that made the others: a group of tasks ends together."""
    for error in group.exceptions:
        found = _first(error) if isinstance(error, BaseExceptionGroup) else error
        if not isinstance(found, asyncio.CancelledError):
            return found
    return group


def _settings(options: Globals) -> Settings:
    flags: dict[str, dict[str, object]] = {}
    if options.speed is not None:
        flags["box"] = {"speed": options.speed}
    if options.box:
        flags["writer"] = {"provider": "box"}
        flags["illustrator"] = {"provider": "box"}
    return load_settings(options.config, **flags)


def _find(name: str) -> Command:
    """Import only what the command needs."""
    module, function = _HOMES[name]
    found: Command = getattr(import_module(f"tui.commands.{module}"), function)
    return found
