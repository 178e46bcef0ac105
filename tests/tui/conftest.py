from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

import engine.assembly
from engine.book import edits
from engine.book.folder import BookFolder
from engine.illustrator import tokens
from tests.tui.stage import Stage
from tests.tui.still import still_house

BOOKS = Path(__file__).parents[1] / "data" / "books"
LONG_AGO = 1_770_000_000
"""When the sample books were changed last: 2026-02-02, so that screens read the same every day."""


@pytest.fixture(autouse=True)
def at_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An English author with nothing of their own on this machine, and servers that never answer."""
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "NO_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
    monkeypatch.setenv("HOME", str(tmp_path))
    for name in ("XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path / name))
    monkeypatch.setattr(engine.assembly, "house", still_house)
    monkeypatch.setattr(tokens, "_clip", lambda: None)  # tokens read the same with the extra and without


@pytest.fixture
def library(tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    shutil.copytree(BOOKS, folder, ignore=shutil.ignore_patterns("*.py", "__pycache__"))
    for file in folder.rglob("book.yaml"):
        os.utime(file, (LONG_AGO, LONG_AGO))
    return folder


@pytest.fixture
def hedgehog(library: Path) -> Path:
    """Three pages, all with text and picture, none approved; the third has two takes."""
    folder = library / "igel-und-stern"
    with BookFolder.open(folder) as book:
        for page in book.book.pages:
            book.change(lambda b, page=page: edits.withdraw_approvals(b, page.id, text=True, picture=True))  # type: ignore[misc]
    shutil.rmtree(folder / "backup", ignore_errors=True)
    os.utime(folder / "book.yaml", (LONG_AGO, LONG_AGO))
    return folder


@pytest.fixture
def stage(library: Path) -> Callable[..., Stage]:
    def make(folder: Path | None = None, *, size: tuple[int, int] = (80, 24), library: Path = library) -> Stage:
        return Stage(folder, library, size)

    return make
