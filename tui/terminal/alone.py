"""After a hang-up: the same process works on without a terminal until the list stands still or somebody takes over."""

from __future__ import annotations

import asyncio
import os
import signal

from engine.errors import Exit
from tui.link import Engine

_TERMINAL_SIGNALS = (signal.SIGTSTP, signal.SIGCONT, signal.SIGTTIN, signal.SIGTTOU, signal.SIGWINCH, signal.SIGHUP)
"""What Textual's driver answers by looking after its terminal, and what a terminal sends that goes away."""


def work_on(engine: Engine) -> int:
    """Work the list off and return the exit code; SIGTERM ends it at a safe place, with the rest kept for next time."""
    for name in _TERMINAL_SIGNALS:
        signal.signal(name, signal.SIG_IGN)
    _let_go_of_the_terminal()
    return asyncio.run(_until_done(engine))


def _let_go_of_the_terminal() -> None:
    """Put the null device where the terminal was: what still reads or writes must not fail, nor hold it open."""
    nothing = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nothing, descriptor)
    os.close(nothing)


async def _until_done(engine: Engine) -> int:
    ended = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, ended.set)
    done = asyncio.wrap_future(engine.work_on_alone())
    done.add_done_callback(lambda _: ended.set())
    try:
        await ended.wait()
    finally:
        await asyncio.to_thread(engine.stop)
    return Exit.DONE if done.done() else Exit.INTERRUPTED
