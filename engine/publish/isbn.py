"""ISBN: its check digit, how it is written, and its bars (ISO 2108; GS1 General Specifications 5.2.1 for EAN-13)."""

from __future__ import annotations

LEFT_ODD = "0001101 0011001 0010011 0111101 0100011 0110001 0101111 0111011 0110111 0001011".split()  # noqa: SIM905
PARITY = "OOOOOO OOEOEE OOEEOE OOEEEO OEOOEE OEEOOE OEEEOO OEOEOE OEOEEO OEEOEO".split()  # noqa: SIM905
MODULES = 95
"""Width of the bars in modules, without the quiet zones (11 left, 7 right)."""


def digits(isbn: str) -> str:
    """Return the thirteen digits of an ISBN, or "" if it is none.

    >>> digits("978-3-16-148410-0")
    '9783161484100'
    >>> digits("978-3-16-148410-1")
    ''
    """
    bare = isbn.replace("-", "").replace(" ", "").replace("–", "")
    if len(bare) != 13 or not bare.isascii() or not bare.isdigit() or not bare.startswith(("978", "979")):
        return ""
    return bare if _check_digit(bare[:12]) == bare[12] else ""


def written(isbn: str) -> str:
    """Return an ISBN with the author's own hyphens; one without any is set in groups after its prefix.

    The groups of publisher and title can only be told from the agency's list, so they are left together.
    """
    bare = digits(isbn)
    return f"{bare[:3]}-{bare[3]}-{bare[4:12]}-{bare[12]}" if bare and bare == isbn.strip() else isbn.strip()


def bars(isbn: str) -> str:
    """Return the 95 modules of an ISBN's EAN-13, "1" for a dark one; "" if it is none."""
    bare = digits(isbn)
    if not bare:
        return ""
    left = "".join(_left(digit, parity) for digit, parity in zip(bare[1:7], PARITY[int(bare[0])], strict=True))
    right = "".join(_inverted(LEFT_ODD[int(digit)]) for digit in bare[7:])
    return f"101{left}01010{right}101"


def _left(digit: str, parity: str) -> str:
    odd = LEFT_ODD[int(digit)]
    return odd if parity == "O" else _inverted(odd)[::-1]


def _inverted(modules: str) -> str:
    return modules.translate(str.maketrans("01", "10"))


def _check_digit(twelve: str) -> str:
    total = sum(int(digit) * (3 if place % 2 else 1) for place, digit in enumerate(twelve))
    return str(-total % 10)
