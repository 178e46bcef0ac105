"""Every error an author can meet is registered, and every registered error can be met."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import TypeGuard

import pytest

from engine.errors import REGISTRY, Exit, FibelError

ROOT = Path(__file__).parents[2]


def _raised() -> set[str]:
    """The codes that errors are made with, a choice between two included."""
    files = [*(ROOT / "engine").rglob("*.py"), *(ROOT / "tui").rglob("*.py")]
    calls = (node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8"))) if _makes_error(node))
    return {
        part.value
        for call in calls
        for part in ast.walk(call.args[0])
        if isinstance(part, ast.Constant) and isinstance(part.value, str)
    }


def _makes_error(node: ast.AST) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "FibelError"


def test_the_codes_that_are_raised_are_those_that_are_registered() -> None:
    assert _raised() == REGISTRY.keys()


@pytest.mark.parametrize("code", sorted(REGISTRY))
def test_every_error_is_met_in_a_test(code: str) -> None:
    """In the pattern of an error that is expected, or as the code of one that was caught."""
    met = re.compile(rf"[\"'(|]{code}\b")
    assert any(met.search(test) for test in _tests())


@cache
def _tests() -> list[str]:
    files = [file for file in (ROOT / "tests").rglob("test_*.py") if file != Path(__file__)]
    return [file.read_text("utf-8") for file in files]


@pytest.mark.parametrize("code", sorted(REGISTRY))
def test_every_error_says_what_it_means_and_what_to_do(code: str) -> None:
    error = FibelError(code, "the server said: \x1b[31mno\x1b[0m")
    assert error.message.endswith("the server said: no")
    assert error.entry.meaning.endswith(".")
    assert error.hint.rstrip('"').endswith((".", ":", "`"))
    assert error.exit is not Exit.DONE
