"""Every error an author can meet is registered, and every registered error can be met."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.errors import REGISTRY, Exit, FibelError

ROOT = Path(__file__).parents[2]
_CODE = re.compile(r'FibelError\(\s*"(\w+)"')
_CODE_BY_NAME = re.compile(r'"([a-z]+(?:_[a-z]+)+|usage|cancelled)"')


def _sources() -> str:
    files = [*(ROOT / "engine").rglob("*.py"), *(ROOT / "tui").rglob("*.py")]
    return "\n".join(f.read_text("utf-8") for f in files if f.name != "errors.py")


def test_every_code_that_is_raised_is_registered() -> None:
    assert set(_CODE.findall(_sources())) <= REGISTRY.keys()


def test_every_registered_code_is_used() -> None:
    assert REGISTRY.keys() - set(_CODE_BY_NAME.findall(_sources())) == set()


@pytest.mark.parametrize("code", sorted(REGISTRY))
def test_every_error_says_what_it_means_and_what_to_do(code: str) -> None:
    error = FibelError(code, "the server said: \x1b[31mno\x1b[0m")
    assert error.message.endswith("the server said: no")
    assert error.entry.meaning.endswith(".")
    assert error.hint.rstrip('"').endswith((".", ":", "`"))
    assert error.exit is not Exit.DONE
