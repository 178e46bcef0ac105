from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.program.fibel import Program

BOOKS = Path(__file__).parents[1] / "data" / "books"


@pytest.fixture
def program(tmp_path: Path) -> Program:
    return Program(tmp_path)


@pytest.fixture
def book(program: Program) -> Path:
    """A small finished book in the program's home."""
    folder = program.home / "igel"
    shutil.copytree(BOOKS / "igel-und-stern", folder)
    return folder
