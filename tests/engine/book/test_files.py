"""Files are replaced whole, for their owner alone, and errors name the file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from engine.book import files
from engine.errors import FibelError


def test_a_file_is_replaced_whole_and_nothing_else_is_left(tmp_path: Path) -> None:
    path = tmp_path / "book.yaml"
    files.write_atomic(path, b"eins")
    files.write_atomic(path, b"zwei")
    assert path.read_bytes() == b"zwei"
    assert list(tmp_path.iterdir()) == [path]
    assert path.stat().st_mode & 0o777 == 0o600


def test_folders_are_made_for_their_owner_and_existing_ones_are_left_alone(tmp_path: Path) -> None:
    tmp_path.chmod(0o755)
    files.make_folder(tmp_path / "a" / "b")
    files.make_folder(tmp_path / "a" / "b")
    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("", "a", "a/b")] == [0o755, 0o700, 0o700]


def test_what_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for write in (files.write_atomic, lambda path, content: files.append(path, content, at=0)):
        with pytest.raises(FibelError, match="Not a directory") as caught:
            write(tmp_path / "file" / "x", b"")
        assert caught.value.code == "write_failed"
        assert str(tmp_path / "file" / "x") in caught.value.message


def test_a_really_full_disk_is_called_full() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no /dev/full")
    with pytest.raises(FibelError) as caught:
        files.append(Path("/dev/full"), b"x", at=0)
    assert caught.value.code in ("disk_full", "write_failed"), "some kernels refuse to truncate it first"


def test_unfinished_files_of_dead_processes_are_swept_and_others_stay(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as process:
        process.wait()
    dead = tmp_path / f".book.yaml.{process.pid}-0123abcd.part"
    own = tmp_path / f".book.yaml.{os.getpid()}-0123abcd.part"
    huge = tmp_path / ".book.yaml.99999999999999999999-0123abcd.part"
    others = [tmp_path / ".gitignore", tmp_path / "notes.part", own]
    for path in (dead, huge, *others):
        path.write_bytes(b"")
    assert files.sweep(tmp_path) == 2
    assert sorted(tmp_path.iterdir()) == sorted(others)
    assert files.sweep(tmp_path / "missing") == 0
