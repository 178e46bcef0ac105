"""Write files so that a crash or a power cut leaves the old content or the new, never a mixture.

This is the one place of the book that writes. The order of the calls is the guarantee: content before name, name
before success. See "All File Systems Are Not Created Equal" (OSDI 2014) for what happens without it.
"""

from __future__ import annotations

import errno
import os
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from engine.errors import FibelError
from engine.units import Bytes

_TEMPORARY = re.compile(r"\..+\.(\d+)-[0-9a-f]{8}\.part")
"""Names of unfinished files: hidden, with the id of the process that writes them."""

_NO_ROOM = (errno.ENOSPC, errno.EDQUOT)
_FOLDER_SYNC_UNKNOWN = (errno.EINVAL, errno.ENOTSUP)
"""What network and FUSE file systems answer when they cannot sync a folder; they have no more to give."""

FOR_OWNER = 0o600
"""A book in the making is nobody else's business."""

FOR_OTHERS = 0o666
"""A finished book is made to be passed on."""


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Turn an `OSError` in the block into a `FibelError` that names the path: `disk_full` or `write_failed`."""
    try:
        yield
    except OSError as error:
        code = "disk_full" if error.errno in _NO_ROOM else "write_failed"
        raise FibelError(code, f"{path}: {error.strerror or error}.") from error


def write_atomic(path: Path, content: bytes, *, mode: int = FOR_OWNER) -> None:
    """Replace or make the file; when this returns, the new content survives a power cut.

    Args:
        mode: who may read it, the process's umask taken off.

    Raises:
        FibelError: `disk_full` or `write_failed`. The old file is intact, unless the very last step (syncing the
            folder) failed: then the new one is there, but may be gone after a power cut.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{secrets.token_hex(4)}.part")
    with naming(path):
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, mode)
        placed = False
        try:
            try:
                _write_all(descriptor, content)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            temporary.replace(path)
            placed = True
        finally:
            if not placed:
                with suppress(OSError):
                    temporary.unlink()
        sync_folder(path.parent)


def append(path: Path, content: bytes, *, at: Bytes) -> Bytes:
    """Write `content` at offset `at`, cut what lay beyond, and return the new end; durable when this returns.

    A file that became shorter than `at` is continued at its end.

    Raises:
        FibelError: `disk_full` or `write_failed`; what lies before `at` is intact.
    """
    with naming(path):
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_CLOEXEC, 0o600)
        try:
            at = min(at, os.fstat(descriptor).st_size)
            os.ftruncate(descriptor, at)
            os.lseek(descriptor, at, os.SEEK_SET)
            _write_all(descriptor, content)
            os.fdatasync(descriptor)
        finally:
            os.close(descriptor)
        if at == 0:
            sync_folder(path.parent)
    return at + len(content)


def share(path: Path, to: Path, content: bytes) -> None:
    """Give a file that never changes a second name, on a disk that cannot do so a copy; durable when this returns.

    Args:
        content: what is in it.

    Raises:
        FibelError: as `write_atomic`.
    """
    try:
        os.link(path, to)
    except OSError:  # another disk, or one without hard links; or it lies there already
        write_atomic(to, content)
    else:
        with naming(to):
            sync_folder(to.parent)


def rename(path: Path, to: Path) -> None:
    """Give a file another name, in place of a file that has it; raises FibelError as `write_atomic`."""
    with naming(path):
        path.replace(to)


def make_folder(folder: Path) -> None:
    """Make the folder and those above it, for the owner alone; existing ones keep their permissions.

    Raises:
        FibelError: `disk_full` or `write_failed`.
    """
    if not folder.is_dir():
        make_folder(folder.parent)
        with naming(folder), suppress(FileExistsError):
            folder.mkdir(0o700)
    with naming(folder), suppress(PermissionError):  # a parent that may be entered but not read cannot be synced
        sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make the names in a folder durable. Raises: OSError."""
    _sync(folder, os.O_DIRECTORY)


def sync_file(path: Path) -> None:
    """Make the content of a file durable that another process may have left unsynced. Raises: OSError."""
    _sync(path, 0)


def sweep(folder: Path) -> int:
    """Remove unfinished files whose process is dead; return how many."""
    swept = 0
    for path in folder.iterdir() if folder.is_dir() else ():
        match = _TEMPORARY.fullmatch(path.name)
        if match and not _alive(int(match[1])):
            with suppress(OSError):
                path.unlink()
                swept += 1
    return swept


def _write_all(descriptor: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC | flags)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if not flags or error.errno not in _FOLDER_SYNC_UNKNOWN:
            raise
    finally:
        os.close(descriptor)


def _alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except PermissionError:
        return True
    except (ProcessLookupError, OverflowError):
        return False
    return True
