from __future__ import annotations

from pathlib import Path

import pytest

from engine.assembly import with_box
from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.settings import Settings
from tests.engine.watching import IDEA, SPEED


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    box = {"speed": SPEED, "log": tmp_path / "ledger.jsonl"}
    return with_box(Settings.model_validate({"box": box}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    BookFolder.create(tmp_path / "igel", begin(NewBook(idea=IDEA, pages=3))).close()
    return tmp_path / "igel"
