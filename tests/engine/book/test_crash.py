"""A book survives kill -9 at any instant and the loss of power, and says clearly when a disk fails."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.book.folder import BookFolder, is_book, peek
from engine.errors import FibelError
from tests.engine.book import session
from tests.engine.book.disk import (
    Count,
    FailAt,
    KillAt,
    Killed,
    Op,
    Record,
    RecordUntil,
    last_states,
    lay_out,
    states,
)
from tests.engine.book.session import START, STEPS, View


@pytest.fixture(scope="module")
def expected(tmp_path_factory: pytest.TempPathFactory) -> list[View]:
    return session.views(tmp_path_factory.mktemp("whole") / "book")


def killed_at(call: int, folder: Path) -> tuple[bool, int]:
    """Run a session in a process of its own that dies at one call; return whether it died, and the steps it told."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        with KillAt(folder, call):
            session.run(folder, lambda _: os.write(writer, b"."))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        steps = len(told.read())
    return os.WIFSIGNALED(os.waitpid(child, 0)[1]), steps


def test_a_process_killed_at_any_call_leaves_all_that_it_acknowledged_and_nothing_half_done(
    tmp_path: Path, expected: list[View]
) -> None:
    call, died = 0, True
    while died:
        call += 1
        folder = tmp_path / str(call) / "book"
        died, steps = killed_at(call, folder)
        assert session.fault(folder, steps, expected) == "", f"killed at call {call}"
        with Count(folder):
            session.run(folder, lambda _: None)
        assert list(folder.rglob("*.part")) == [], "unfinished files are swept"
        assert session.fault(folder, len(expected), expected) == "", f"taken up again after call {call}"
        assert len(list((folder / "takes").iterdir())) == 2, "nothing is painted twice"
    assert call > 60, "the session was watched"


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> tuple[list[Op], Path]:
    root = tmp_path_factory.mktemp("recorded")
    with Record(root) as record:
        session.run(root / "book", lambda _: record.done())
    return record.log, root


def bad_states(log: list[Op], root: Path, at: Path, expected: list[View]) -> tuple[int, list[str]]:
    """Return how many states a power cut may leave, and what is wrong with those that are bad."""
    every = states(log, root)
    faults = []
    for number, (steps, tree) in enumerate(every):
        lay_out(tree, root, at / str(number))
        if found := session.fault(at / str(number) / "book", steps, expected):
            faults.append(found)
    return len(every), faults


def test_a_power_cut_at_any_moment_leaves_a_book_that_opens_with_all_that_was_acknowledged(
    log: tuple[list[Op], Path], tmp_path: Path, expected: list[View]
) -> None:
    count, faults = bad_states(*log, tmp_path, expected)
    assert faults == []
    assert count > 40


@pytest.mark.parametrize("taken_up", [False, True], ids=["opened", "taken up"])
def test_what_is_shown_after_a_crash_stays_when_the_power_goes_next(taken_up: bool, tmp_path: Path) -> None:
    call, alive = 0, False
    while not alive:
        call += 1
        root = tmp_path / str(call)
        root.mkdir()
        done: list[BookFolder] = []
        with RecordUntil(root, call) as record:
            try:
                session.run(root / "book", done.append)
                alive = True
            except Killed:
                pass
            record.revive()
            if not is_book(root / "book"):
                continue
            with BookFolder.open(root / "book") as open_book:
                if taken_up and done and not alive:
                    STEPS[min(len(done), len(STEPS)) - 1](open_book)
                shown = session.view(open_book)
        for number, tree in enumerate(last_states(record.log, root)):
            lay_out(tree, root, root / str(number))
            with BookFolder.open(root / str(number) / "book") as open_book:
                assert session.view(open_book) == shown, f"killed at call {call}"
    assert call > 60


def without_syncing_files(log: list[Op]) -> list[Op]:
    return [op for op in log if op.kind != "sync-file" or op.path.name == "journal.jsonl"]


def without_syncing_folders(log: list[Op]) -> list[Op]:
    return [op for op in log if op.kind != "sync-folder"]


def without_syncing_the_journal(log: list[Op]) -> list[Op]:
    return [op for op in log if op.kind != "sync-file" or op.path.name != "journal.jsonl"]


def with_the_book_before_the_picture(log: list[Op]) -> list[Op]:
    ends = [index for index, op in enumerate(log) if op.kind == "done"]
    painted = log[ends[1] + 1 : ends[2]]
    of_picture = [op for op in painted if "takes" in (op.path.name, op.path.parent.name)]
    of_book = [op for op in painted if op not in of_picture]
    assert of_picture
    assert of_book
    return [*log[: ends[1] + 1], *of_book, *of_picture, *log[ends[2] :]]


@pytest.mark.parametrize(
    "mutation",
    [
        without_syncing_files,
        without_syncing_folders,
        without_syncing_the_journal,
        with_the_book_before_the_picture,
    ],
)
def test_the_model_of_a_power_cut_finds_each_fault_that_could_be_built_in(
    log: tuple[list[Op], Path], tmp_path: Path, expected: list[View], mutation: Callable[[list[Op]], list[Op]]
) -> None:
    calls, root = log
    _, faults = bad_states(mutation(calls), root, tmp_path, expected)
    assert faults


CODES = {errno.ENOSPC: "disk_full", errno.EDQUOT: "disk_full", errno.EIO: "write_failed"}


@pytest.mark.parametrize("number", CODES, ids=errno.errorcode.get)
def test_a_disk_that_fails_once_is_named_and_costs_nothing_saved_before(
    number: int, tmp_path: Path, expected: list[View]
) -> None:
    call, failed = 0, True
    while failed:
        call += 1
        folder = tmp_path / str(call) / "book"
        errors = []
        with FailAt(folder, call, number) as disk:
            open_book = None
            while open_book is None:
                try:
                    open_book = BookFolder.open(folder) if is_book(folder) else BookFolder.create(folder, START)
                except FibelError as error:
                    errors.append(error.code)
            for step in STEPS:
                before = open_book.book
                try:
                    step(open_book)
                except FibelError as error:
                    errors.append(error.code)
                    assert open_book.book == before
                    assert peek(folder).title == START.title
                    step(open_book)
            assert session.view(open_book) == expected[-1]
            assert open_book.notices == ()
            assert list(folder.rglob("*.part")) == []
            open_book.close()
        assert session.fault(folder, len(expected), expected) == ""
        assert set(errors) <= {CODES[number]}
        failed = disk.calls >= call
    assert call > 60
