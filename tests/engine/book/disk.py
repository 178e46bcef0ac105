"""Watch the system calls on a folder: count them, make one fail, die at one, or record them all.

`PowerCut` replays a record as a disk would remember it after the power went: data and names that were not synced may
be there, in part, or not at all (the model of "All File Systems Are Not Created Equal", OSDI 2014).
"""

from __future__ import annotations

import itertools
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

CALLS = ("open", "write", "pwrite", "fsync", "fdatasync", "ftruncate", "replace", "mkdir", "unlink", "close")
SYNCS = ("fsync", "fdatasync")


class Watch:
    """Passes every call on a path below `root` to `on`; use as a context manager."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.real: dict[str, Callable[..., Any]] = {}
        self.open_files: dict[int, Path] = {}

    def __enter__(self) -> Self:
        for name in CALLS:
            self.real[name] = getattr(os, name)
            setattr(os, name, self._watched(name))
        return self

    def __exit__(self, *reason: object) -> None:
        for name, call in self.real.items():
            setattr(os, name, call)

    def on(self, name: str, path: Path, args: tuple[Any, ...]) -> Any:
        return self.real[name](*args)

    def _watched(self, name: str) -> Callable[..., Any]:
        def call(*args: Any, **options: Any) -> Any:
            path = self.open_files.get(args[0]) if isinstance(args[0], int) else Path(args[0])
            if path is None or not path.is_relative_to(self.root):
                return self.real[name](*args, **options)
            result = self.on(name, path, args)
            if name == "open":
                self.open_files[result] = path
            elif name == "close":
                self.open_files.pop(args[0], None)
            return result

        return call


class Count(Watch):
    """Counts the calls, and syncs nothing: a process that dies takes no data with it."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.calls = 0

    def on(self, name: str, path: Path, args: tuple[Any, ...]) -> Any:
        self.calls += 1
        return None if name in SYNCS else super().on(name, path, args)


class KillAt(Count):
    """Kills this process at one call; a write is torn in half first."""

    def __init__(self, root: Path, at: int) -> None:
        super().__init__(root)
        self.at = at

    def on(self, name: str, path: Path, args: tuple[Any, ...]) -> Any:
        if self.calls + 1 == self.at:
            if name == "write":
                self.real[name](args[0], args[1][: len(args[1]) // 2])
            os.kill(os.getpid(), signal.SIGKILL)
        return super().on(name, path, args)


class Killed(BaseException):
    """The process is thought to be dead."""


class StopAt(KillAt):
    """As `KillAt`, for a process that must live on: from that call nothing reaches the disk any more."""

    def on(self, name: str, path: Path, args: tuple[Any, ...]) -> Any:
        self.calls += 1
        if name == "close":
            return self.real[name](*args)
        if self.calls == self.at and name == "write":
            self.real[name](args[0], args[1][: len(args[1]) // 2])
        if self.calls >= self.at:
            raise Killed
        return None if name in SYNCS else self.real[name](*args)


class FailAt(Count):
    """Makes one call fail with an error number, once; a write leaves half of its bytes."""

    def __init__(self, root: Path, at: int, number: int) -> None:
        super().__init__(root)
        self.at = at
        self.number = number

    def on(self, name: str, path: Path, args: tuple[Any, ...]) -> Any:
        self.calls += 1
        if self.calls == self.at:
            if name == "write":
                self.real[name](args[0], args[1][: len(args[1]) // 2])
            if name == "close":
                self.real[name](*args)
                self.open_files.pop(args[0], None)
            raise OSError(self.number, os.strerror(self.number), str(path))
        return None if name in SYNCS else self.real[name](*args)


@dataclass(frozen=True)
class Op:
    """One recorded call. `path` is where the name lies; `file` numbers the content, for names may change."""

    kind: str  # mkdir create rename unlink · write truncate · sync-file sync-folder · done
    path: Path
    file: int = -1
    to: Path = Path()
    offset: int = 0
    content: bytes = b""


class Record(Watch):
    """Writes down what is done to the folder, and syncs nothing; `done` notes that a step was acknowledged."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.log: list[Op] = []
        self.numbers: dict[Path, int] = {}

    def done(self) -> None:
        self.log.append(Op("done", self.root))

    def on(self, name: str, path: Path, args: tuple[Any, ...]) -> Any:
        if path.name == ".lock":
            return self.real[name](*args)
        new = name == "open" and not path.exists()
        offset = os.lseek(args[0], 0, os.SEEK_CUR) if name == "write" else 0
        result = None if name in SYNCS else self.real[name](*args)
        if new:
            self.numbers[path] = len(self.log)
            self.log.append(Op("create", path, self.numbers[path]))
        number = self.numbers.get(path, -1)
        if name == "write":
            self.log.append(Op("write", path, number, offset=offset, content=bytes(args[1])[:result]))
        elif name == "ftruncate":
            self.log.append(Op("truncate", path, number, offset=args[1]))
        elif name in SYNCS:
            self.log.append(Op("sync-folder" if path.is_dir() else "sync-file", path, number))
        elif name == "replace":
            self.numbers[Path(args[1])] = self.numbers.pop(path)
            self.log.append(Op("rename", path, number, to=Path(args[1])))
        elif name in ("mkdir", "unlink"):
            self.log.append(Op(name, path, number))
        return result


class RecordUntil(Record):
    """Records until one call, at which the process is killed; after `revive`, records what the next one does."""

    def __init__(self, root: Path, at: int) -> None:
        super().__init__(root)
        self.at = at
        self.calls = 0

    def revive(self) -> None:
        self.at = -1

    def on(self, name: str, path: Path, args: tuple[Any, ...]) -> Any:
        self.calls += 1
        if 0 <= self.at <= self.calls:
            if name == "close":
                return self.real[name](*args)
            raise Killed
        return super().on(name, path, args)


@dataclass
class PowerCut:
    """What a disk holds for sure, and what it may hold, after a part of a record."""

    root: Path
    folders: set[Path] = field(default_factory=set)
    names: dict[Path, int] = field(default_factory=dict)
    contents: dict[int, bytes] = field(default_factory=dict)
    loose_names: list[Op] = field(default_factory=list)
    loose_contents: dict[int, list[Op]] = field(default_factory=dict)

    def take(self, op: Op) -> None:
        if op.kind in ("mkdir", "create", "rename", "unlink"):
            self.loose_names.append(op)
        elif op.kind in ("write", "truncate"):
            self.loose_contents.setdefault(op.file, []).append(op)
        elif op.kind == "sync-file":
            self.contents[op.file] = _written(self.contents.get(op.file, b""), self.loose_contents.pop(op.file, []))
        elif op.kind == "sync-folder":
            self.folders, self.names = self._named([o for o in self.loose_names if o.path.parent == op.path])
            self.loose_names = [o for o in self.loose_names if o.path.parent != op.path]

    def outcomes(self) -> Iterator[dict[Path, bytes | None]]:
        """Yield each folder (None) and file that the disk may show, for every way the power may have gone."""
        for chosen in _subsets(self.loose_names):
            folders, names = self._named(chosen)
            seen = {path: number for path, number in names.items() if self._reachable(path, folders)}
            loose = sorted({number for number in seen.values() if number in self.loose_contents})
            for ways in itertools.product(*(self._ways(number) for number in loose)):
                present = self.contents | dict(zip(loose, ways, strict=True))
                tree: dict[Path, bytes | None] = dict.fromkeys(
                    folder for folder in folders if self._reachable(folder, folders)
                )
                tree |= {path: present.get(number, b"") for path, number in seen.items()}
                yield tree

    def _reachable(self, path: Path, folders: set[Path]) -> bool:
        return all(above in folders for above in path.parents if above != self.root and self.root in above.parents)

    def _named(self, ops: Iterable[Op]) -> tuple[set[Path], dict[Path, int]]:
        folders, names = set(self.folders), dict(self.names)
        for op in ops:
            if op.kind == "mkdir":
                folders.add(op.path)
            elif op.kind == "create":
                names[op.path] = op.file
            else:
                names.pop(op.path, None)
                if op.kind == "rename":
                    names[op.to] = op.file
        return folders, names

    def _ways(self, number: int) -> list[bytes]:
        """A loose content: not there, half there, its length there but no data, all there."""
        before = self.contents.get(number, b"")
        *earlier, last = self.loose_contents[number]
        half = [*earlier, Op("write", last.path, offset=last.offset, content=last.content[: len(last.content) // 2])]
        whole = _written(before, self.loose_contents[number])
        hollow = before + bytes(max(0, len(whole) - len(before)))
        return list(dict.fromkeys((before, _written(before, half), hollow, whole)))


def _written(content: bytes, ops: list[Op]) -> bytes:
    for op in ops:
        if op.kind == "truncate":
            content = content[: op.offset].ljust(op.offset, b"\0")
        else:
            content = content.ljust(op.offset, b"\0")
            content = content[: op.offset] + op.content + content[op.offset + len(op.content) :]
    return content


ALL_SUBSETS_UP_TO = 5
"""Loose names of which every subset is tried; of more, every prefix, every single one, and all but one."""


def _subsets(ops: list[Op]) -> Iterator[list[Op]]:
    if len(ops) <= ALL_SUBSETS_UP_TO:
        for size in range(len(ops) + 1):
            yield from map(list, itertools.combinations(ops, size))
        return
    for n in range(len(ops)):
        yield from (ops[:n], [ops[n]], ops[:n] + ops[n + 1 :])
    yield ops


def states(log: list[Op], root: Path) -> list[tuple[int, dict[Path, bytes | None]]]:
    """Return every different state after a power cut, each with the number of steps acknowledged before it."""
    disk, steps = PowerCut(root), 0
    found: dict[tuple[int, frozenset[tuple[Path, bytes | None]]], dict[Path, bytes | None]] = {}
    for op in [Op("start", root), *log]:
        disk.take(op)
        steps += op.kind == "done"
        for tree in disk.outcomes():
            found.setdefault((steps, frozenset(tree.items())), tree)
    return [(steps, tree) for (steps, _), tree in found.items()]


def last_states(log: list[Op], root: Path) -> list[dict[Path, bytes | None]]:
    """Return every state after a power cut at the end of the record."""
    disk = PowerCut(root)
    for op in log:
        disk.take(op)
    return list(disk.outcomes())


def lay_out(tree: dict[Path, bytes | None], root: Path, at: Path) -> None:
    """Make a state real below `at`."""
    at.mkdir(parents=True)
    for path in sorted(tree):
        place, content = at / path.relative_to(root), tree[path]
        if content is None:
            place.mkdir(exist_ok=True)
        else:
            place.write_bytes(content)
