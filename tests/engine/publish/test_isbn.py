"""An ISBN is checked before it is printed, and its bars are those a shop's scanner knows."""

from __future__ import annotations

import pytest

from engine.publish.isbn import MODULES, bars, digits, written


@pytest.mark.parametrize("isbn", ["978-3-16-148410-0", "9783161484100", "978 3 16 148410 0", "979-10-90636-07-1"])
def test_sound_numbers(isbn: str) -> None:
    assert len(digits(isbn)) == 13


@pytest.mark.parametrize("isbn", ["978-3-16-148410-1", "3-16-148410-X", "977-3-16-148410-0", "", "97831614841００"])
def test_others_are_none(isbn: str) -> None:
    assert digits(isbn) == "" and bars(isbn) == ""


def test_an_authors_own_hyphens_stay() -> None:
    assert written("978-3-16-148410-0") == "978-3-16-148410-0"


def test_the_bars_of_a_known_number() -> None:
    made = bars("9783161484100")
    assert len(made) == MODULES and made.startswith("1010111011") and made.endswith("101")
    assert made[45:50] == "01010"
    assert _read(made) == "9783161484100"


def _read(modules: str) -> str:
    """Read an EAN-13 as a scanner does: widths of bars and gaps."""
    odd = {"3211": 0, "2221": 1, "2122": 2, "1411": 3, "1132": 4, "1231": 5, "1114": 6, "1312": 7, "1213": 8, "3112": 9}
    parities = ["OOOOOO", "OOEOEE", "OOEEOE", "OOEEEO", "OEOOEE", "OEEOOE", "OEEEOO", "OEOEOE", "OEOEEO", "OEEOEO"]
    told, parity = "", ""
    for start in (*range(3, 45, 7), *range(50, 92, 7)):
        runs = _runs(modules[start : start + 7])
        kind = "O" if runs in odd else "E"
        told += str(odd[runs] if kind == "O" else odd[runs[::-1]])
        parity += kind if start < 45 else ""
    return str(parities.index(parity)) + told


def _runs(modules: str) -> str:
    widths, last = [0], modules[0]
    for module in modules:
        if module != last:
            widths.append(0)
            last = module
        widths[-1] += 1
    return "".join(map(str, widths))
