"""Pictures keep their shape in any room, and a broken one is an error, not a crash."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from tui.widgets.pixels import REMEMBERED, Gallery, Wanted, cells_of


def png(width: int, height: int, colour: str = "red") -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("picture", "room", "cells"),
    [((512, 768), (30, 20), (27, 20)), ((640, 640), (20, 20), (20, 10)), ((512, 768), (1, 1), (1, 1))],
)
def test_a_picture_keeps_its_shape(picture: tuple[int, int], room: tuple[int, int], cells: tuple[int, int]) -> None:
    strips = cells_of(png(*picture), *room)
    assert (strips[0].cell_length, len(strips)) == cells


def test_cells_of_one_colour_are_one_piece() -> None:
    assert all(len(list(strip)) == 1 for strip in cells_of(png(64, 96), 20, 15))


@pytest.mark.parametrize("content", [b"", b"no picture", png(64, 96)[:60]])
def test_a_broken_picture_is_an_os_error(content: bytes, tmp_path: Path) -> None:
    file = tmp_path / "p.png"
    file.write_bytes(content)
    with pytest.raises(OSError):
        cells_of(file, 10, 10)


def test_the_gallery_forgets_what_was_seen_longest_ago() -> None:
    gallery = Gallery()
    for number in range(REMEMBERED + 1):
        gallery.keep(Wanted(str(number), 1, 1), ())
        gallery.get(Wanted("0", 1, 1))
    assert gallery.get(Wanted("0", 1, 1)) is not None
    assert gallery.get(Wanted("1", 1, 1)) is None
