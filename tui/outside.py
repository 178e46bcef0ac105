"""The author's own editor, for those who write better in it."""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from engine.errors import FibelError

USUAL = ("nano", "vim", "vi")
"""Asked for in this order where neither VISUAL nor EDITOR names one."""


def edited(text: str, environment: Mapping[str, str]) -> str:
    """Open `text` in the editor that the environment names, wait until it is left, and return what was saved.

    Raises:
        FibelError: `editor_missing` if there is none, `editor_failed` if it ends with an error; the text is then
            as it was.
    """
    command = _command(environment)
    descriptor, name = tempfile.mkstemp(prefix="fibel-", suffix=".txt")
    file = Path(name)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as opened:
            opened.write(text)
        try:
            done = subprocess.run([*command, name], check=False)  # noqa: S603 (the author's own editor)
        except OSError as error:
            raise FibelError("editor_missing", f"{shlex.join(command)}: {error.strerror or error}.") from error
        if done.returncode != 0:
            raise FibelError("editor_failed", f"{shlex.join(command)}: {done.returncode}.")
        return _without_last_newline(file.read_text(encoding="utf-8", errors="replace"), text)
    finally:
        file.unlink(missing_ok=True)


def _command(environment: Mapping[str, str]) -> list[str]:
    import shutil

    for name in ("VISUAL", "EDITOR"):
        if words := shlex.split(environment.get(name, "")):
            return words
    for usual in USUAL:
        if shutil.which(usual, path=environment.get("PATH")):
            return [usual]
    raise FibelError("editor_missing")


def _without_last_newline(text: str, before: str) -> str:
    """Editors end a file with a newline; a text that had none keeps none."""
    return text if before.endswith("\n") else text.removesuffix("\n")
