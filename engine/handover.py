"""One book, one process: how a second one that the author starts takes over from the first.

Whoever has a book open for its author listens on a socket of its own and leaves word of it in the book's lock. A
newcomer asks there how things stand, and may ask to be given the book: the first one then lets what is running come to
its end if that is near, closes the book and hangs up. The socket lies in a folder for its owner alone, and both sides
look who the other is.
"""

from __future__ import annotations

import asyncio
import os
import shutil
import socket
import struct
import tempfile
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import AsyncExitStack, asynccontextmanager, suppress
from enum import StrEnum
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from engine.book.lock import BookLock
from engine.units import Bytes, Seconds

ANSWER: Seconds = 2.0
"""How long a process on this machine may take to say how things stand."""

HAND_OVER: Seconds = 20.0
"""How long it may take to come to a safe place and close the book; a picture near its end is waited for."""

LONGEST_PATH: Bytes = 100
"""Of a socket; the kernel takes 108 with the zero at the end (unix(7))."""

_LINE: Bytes = 1_024


class Word(StrEnum):
    """What a newcomer may say."""

    STATUS = "status"
    TAKE_OVER = "takeover"


class Standing(BaseModel):
    """How things stand with who has the book."""

    model_config = ConfigDict(frozen=True)

    pid: int
    has_screen: bool
    paused: bool
    done: int
    """Jobs done since the screen left."""
    left: int
    """Jobs on the list, the running one included."""


@asynccontextmanager
async def reachable(standing: Callable[[], Standing], hand_over: Callable[[], Awaitable[None]]) -> AsyncIterator[str]:
    """Listen for newcomers for as long as the block lasts; yields the socket's path, empty if there can be none.

    Args:
        hand_over: closes the book; the newcomer is told by the end of the connection.
    """

    async def meet(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            async with asyncio.timeout(ANSWER):
                word = (await reader.readline()).decode("ascii", "replace").strip()
            if not _is_ours(writer.get_extra_info("socket")) or word not in set(Word):
                return
            writer.write(standing().model_dump_json().encode() + b"\n")
            await writer.drain()
            if word == Word.TAKE_OVER:
                await hand_over()
        except (TimeoutError, ConnectionError, ValueError):
            return  # a newcomer that says nothing, too much, or leaves
        finally:
            writer.close()

    async with AsyncExitStack() as stack:
        door = ""
        with suppress(OSError):  # no room for a socket is no reason to keep a book shut
            folder = Path(tempfile.mkdtemp(prefix="fibel-", dir=_runtime_folder()))
            stack.callback(shutil.rmtree, folder, ignore_errors=True)
            server = await asyncio.start_unix_server(meet, folder / "door", limit=_LINE)
            stack.callback(server.close)
            door = str(folder / "door")
        yield door


async def ask(book: Path) -> Standing | None:
    """Return how things stand with the process that has this book open; None if it cannot be asked."""
    async with _door(book, Word.STATUS) as met:
        return met[0] if met is not None else None


async def take_over(book: Path) -> Standing | None:
    """Have the book handed over; it is closed there when this returns. None if nobody can be asked.

    Raises:
        TimeoutError: it does not come to a safe place.
    """
    async with _door(book, Word.TAKE_OVER) as met:
        if met is None:
            return None
        standing, reader = met
        async with asyncio.timeout(HAND_OVER):
            with suppress(ConnectionError):
                await reader.read()
        return standing


@asynccontextmanager
async def _door(book: Path, word: Word) -> AsyncIterator[tuple[Standing, asyncio.StreamReader] | None]:
    """Knock, say a word, and yield the answer with the connection; None if nobody of ours answers."""
    holder = await asyncio.to_thread(BookLock.holder, book / ".lock")
    if holder is None or not holder.door:
        yield None
        return
    try:
        async with asyncio.timeout(ANSWER):
            reader, writer = await asyncio.open_unix_connection(holder.door, limit=_LINE)
    except (OSError, TimeoutError):
        yield None
        return
    try:
        met = None
        if _is_ours(writer.get_extra_info("socket")):
            with suppress(OSError, TimeoutError, ValidationError, ValueError):
                async with asyncio.timeout(ANSWER):
                    writer.write(word.value.encode() + b"\n")
                    met = Standing.model_validate_json(await reader.readline()), reader
        yield met
    finally:
        writer.close()


def _is_ours(connection: socket.socket) -> bool:
    """Whether the other side runs for the same user (unix(7), SO_PEERCRED; where there is none, the folder guards)."""
    if not hasattr(socket, "SO_PEERCRED"):
        return True
    pid_uid_gid = struct.Struct("3i")
    _pid, uid, _gid = pid_uid_gid.unpack(connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, pid_uid_gid.size))
    return bool(uid == os.getuid())


def _runtime_folder() -> str | None:
    """Return the user's own folder for sockets; /tmp where there is none or its path is too long."""
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    fits = len(folder.encode()) + len("/fibel-12345678/door") <= LONGEST_PATH
    return folder if folder and fits and os.access(folder, os.W_OK) else "/tmp"  # noqa: S108 - mkdtemp makes it private
