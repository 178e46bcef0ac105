"""`fibel lint` as an author and a program use it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.program.fibel import LIMIT, Program

LINES = "Die Tür wurde geöffnet.\n\nDer Hase freut sich, weil die Sonne scheint.\n"


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


def test_findings_come_as_lines_of_json(program: Program) -> None:
    file = program.home / "text.txt"
    file.write_text(LINES, "utf-8")
    run = program.run("lint", "text.txt", "--json")
    assert run.code == 0
    first, second = run.events
    assert {key: first[key] for key in ("line", "rule", "severity", "start", "end")} == {
        "line": 1, "rule": "passive", "severity": "error", "start": 8, "end": 22,
    }  # fmt: skip
    assert (second["line"], second["rule"], second["start"]) == (3, "subordinate", 21)
    assert isinstance(second["message"], str)


def test_a_person_reads_lines(program: Program) -> None:
    (program.home / "text.txt").write_text(LINES, "utf-8")
    run = program.run("lint", "text.txt")
    assert run.code == 0
    assert [line.split(" ")[:2] for line in run.out.splitlines()] == [["1:9", "passive"], ["3:22", "subordinate"]]


def test_the_age_sets_the_limits(program: Program) -> None:
    (program.home / "text.txt").write_text("Der Fuchs geht heute mit Mia in den Wald.\n", "utf-8")
    assert program.run("lint", "text.txt", "--json").events == []
    (finding,) = program.run("lint", "text.txt", "--age", "2-3", "--json").events
    assert finding["rule"] == "too-long"


def test_text_may_come_from_another_program(program: Program) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tui", "lint", "-", "--json"],
        input=LINES.encode(), env=program.environment, capture_output=True, timeout=LIMIT, check=False,
    )  # fmt: skip
    assert (done.returncode, len(done.stdout.splitlines())) == (0, 2)


def test_what_cannot_be_read_is_said_with_its_code(program: Program) -> None:
    (program.home / "mixed.txt").write_bytes("Der Bär\n".encode() + "Der Käfer".encode("latin-1"))
    for file in ("mixed.txt", "missing.txt", "."):
        run = program.run("lint", file, "--json")
        assert run.code == 2
        assert run.events[-1]["code"] == "manuscript_unreadable"


def test_an_old_file_is_read_and_it_is_said_how(program: Program) -> None:
    (program.home / "latin.txt").write_bytes("Die Tür wurde geöffnet.".encode("latin-1"))
    run = program.run("lint", "latin.txt", "--json")
    assert (run.code, run.events[0]["rule"]) == (0, "passive")
    assert "read as Windows-1252" in run.err


def test_a_hostile_line_reaches_no_terminal(program: Program) -> None:
    (program.home / "text.txt").write_text(
        "Das \x1b]52;c;eA==\x07 wurde ge\x1b[31mfunden. Feel\u202eing Hoffnung\n", "utf-8"
    )
    for flags in ((), ("--json",)):
        run = program.run("lint", "text.txt", *flags)
        assert run.code == 0
        assert not set(run.out) & {"\x1b", "\x07", "\u202e"}
