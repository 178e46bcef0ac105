"""The author's shell completes what the program can do."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.program.fibel import Program


@pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")
def test_bash_completes_commands_and_options(program: Program) -> None:
    done = program.run("completion", "bash")
    assert done.code == 0
    asked = 'COMP_WORDS=(fibel exp); COMP_CWORD=1; _shtab_fibel; printf "%s\\n" "${COMPREPLY[@]}"'
    completed = subprocess.run(["bash", "-c", f"{done.out}\n{asked}"], capture_output=True, text=True, check=True)
    assert completed.stdout.split() == ["export"]


def test_an_unknown_shell_is_told_which_there_are(program: Program) -> None:
    done = program.run("completion", "cmd")
    assert done.code == 2
    assert "bash" in done.err
