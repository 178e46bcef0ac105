"""`fibel names`: a real name is given, listed without being shown, and put in where the book is published."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from engine.errors import Exit
from tui.commands.run import run


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in ("DATA", "CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name.lower()))


def test_from_a_file_to_the_published_book(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "names.txt").write_text("Lina = Quentin\n\nIda=Wilhelmine\n", "utf-8")
    (tmp_path / "story.md").write_text("# Quentins Hund\n\nQuentin lacht.\n\nWilhelmine auch.\n", "utf-8")
    assert run(["new", "book", "--from", "story.md", "--names", "names.txt"]) == Exit.DONE
    assert run(["--json", "names", "book"]) == Exit.DONE
    *_, listed = capsys.readouterr().out.splitlines()
    assert json.loads(listed) == {"stand_ins": [{"name": "Lina", "known": True}, {"name": "Ida", "known": True}]}
    kept = (tmp_path / "book" / "book.yaml").read_text("utf-8")
    assert "Linas Hund" in kept
    assert "Quentin" not in kept
    assert run(["export", "book", "--to", "book.epub", "--force"]) == Exit.DONE
    with zipfile.ZipFile(tmp_path / "book.epub") as published:
        words = b"".join(published.read(name) for name in published.namelist())
    assert b"Quentin lacht." in words


def test_a_name_is_read_from_the_input_and_not_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(["new", "book", "--idea", "Quentin findet einen Stern"])
    monkeypatch.setattr("sys.stdin", io.StringIO("Quentin\n"))
    assert run(["names", "book", "Lina"]) == Exit.DONE
    assert run(["names", "book", "Lina", "--forget"]) == Exit.DONE
    out, err = capsys.readouterr()
    assert "Lina: the real name is put in where the book is published" in out
    assert "Quentin" not in out + err


def test_a_line_that_is_not_understood_is_named_but_not_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "names.txt").write_text("Lina Quentin\n", "utf-8")
    run(["new", "book", "--idea", "x"])
    assert run(["names", "book", "--names", "names.txt"]) == Exit.USAGE
    told = capsys.readouterr().err
    assert "line 1" in told
    assert "Quentin" not in told
