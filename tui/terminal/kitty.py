"""Kitty's graphics protocol: a picture is sent once, shown anywhere, and taken down by its number.

Source: "Terminal graphics protocol", sw.kovidgoyal.net/kitty/graphics-protocol. `q=2` forbids every answer, so that
none comes back as a key; `C=1` leaves the cursor where it is.
"""

from __future__ import annotations

import base64

from engine.units import Bytes

CHUNK: Bytes = 4_096
"""Of a picture in one sequence at most; the protocol wants it in pieces."""


def send(number: int, png: bytes) -> str:
    """Return what gives the terminal a PNG under a number, without showing it."""
    text = base64.b64encode(png).decode("ascii")
    pieces = [text[at : at + CHUNK] for at in range(0, len(text), CHUNK)]
    last = len(pieces) - 1
    heads = [f"a=t,f=100,i={number},q=2,m={int(last > 0)}", *(f"q=2,m={int(at < last)}" for at in range(1, last + 1))]
    return "".join(f"\x1b_G{head};{piece}\x1b\\" for head, piece in zip(heads, pieces, strict=True))


def place(number: int, slot: int, columns: int, rows: int) -> str:
    """Return what shows a picture at the cursor, over so many cells; in the place of the slot's earlier one."""
    return f"\x1b_Ga=p,i={number},p={slot},c={columns},r={rows},C=1,q=2\x1b\\"


def take_down(number: int, slot: int) -> str:
    """Return what takes a picture from its place; the terminal keeps it for another time."""
    return f"\x1b_Ga=d,d=i,i={number},p={slot},q=2\x1b\\"


def free(number: int) -> str:
    """Return what makes the terminal forget a picture, wherever it is shown."""
    return f"\x1b_Ga=d,d=I,i={number},q=2\x1b\\"
