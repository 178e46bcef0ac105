"""Who works on a book: an advisory lock that the kernel releases however its holder ends."""

from __future__ import annotations

import errno
import fcntl
import os
import socket
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Self

from pydantic import BaseModel, ConfigDict, ValidationError

from engine.book.files import naming
from engine.clean import CleanLine
from engine.errors import FibelError

_NO_LOCKS_HERE = (errno.ENOLCK, errno.ENOTSUP, errno.ENOSYS, errno.EINVAL)
_MAX_NOTE = 4_096
"""Bytes read of a lock file; a note is far shorter."""


class Holder(BaseModel):
    """What the holder of a lock says of itself."""

    model_config = ConfigDict(frozen=True)

    pid: int
    host: CleanLine
    door: CleanLine = ""
    """Path of the socket on which it can be asked to hand over; empty where it cannot."""


class BookLock:
    """A held lock on `.lock`. The file stays when the lock goes: unlinking it would let two processes in.

    `supported` is False where the file system has no locks; the book then opens all the same.
    """

    def __init__(self, descriptor: int, *, supported: bool) -> None:
        self._descriptor: int | None = descriptor
        self.supported = supported

    @classmethod
    def take(cls, path: Path) -> Self:
        """Take the lock without waiting.

        Raises:
            FibelError: `book_locked`, naming process and host; `disk_full` or `write_failed`.
        """
        with naming(path):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        with ExitStack() as undo:
            undo.callback(os.close, descriptor)
            with naming(path):
                supported = _flock(descriptor)
            if supported is None:
                raise FibelError("book_locked", _who(descriptor))
            lock = cls(descriptor, supported=supported)
            lock.leave_word()
            undo.pop_all()
            return lock

    def leave_word(self, door: str = "") -> None:
        """Write into the lock who holds it, and where the holder can be asked to hand over."""
        if self._descriptor is None:
            return
        note = Holder(pid=os.getpid(), host=socket.gethostname(), door=door).model_dump_json().encode()
        with suppress(OSError):  # the note only helps others to find us; a full disk must not keep a book shut
            os.ftruncate(self._descriptor, 0)
            os.pwrite(self._descriptor, note + b"\n", 0)

    @staticmethod
    def holder(path: Path) -> Holder | None:
        """Return what the lock says of its holder, if it is held and says so."""
        if not BookLock.is_held(path):
            return None
        try:
            with path.open("rb") as file:
                return Holder.model_validate_json(file.read(_MAX_NOTE))
        except (OSError, ValidationError):
            return None

    @staticmethod
    def is_held(path: Path) -> bool:
        """Whether a process holds the lock now; a question only, it may be otherwise a moment later.

        A shared lock is tried and given back at once: who opens the book in that very instant is told it is locked.
        """
        try:
            descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        except OSError:
            return False
        try:
            fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
        except OSError:
            return False
        finally:
            os.close(descriptor)
        return False

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: object) -> None:
        self.release()

    def release(self) -> None:
        """Give the lock back; a second call does nothing."""
        if self._descriptor is not None:
            with suppress(OSError):  # Linux closes it even then, and the lock guards nothing any more
                os.close(self._descriptor)
            self._descriptor = None


def _flock(descriptor: int) -> bool | None:
    """Return True when locked, None when another holds it, False when the file system has no locks."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return None
    except OSError as error:
        if error.errno not in _NO_LOCKS_HERE:
            raise
        return False
    return True


def _who(descriptor: int) -> str:
    try:
        holder = Holder.model_validate_json(os.pread(descriptor, _MAX_NOTE, 0))
    except (OSError, ValidationError):
        return "It did not leave its name."
    return f"It is process {holder.pid} on {holder.host}."
