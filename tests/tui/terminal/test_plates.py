"""What is sent is the picture, at its size and within its budget."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from PIL import Image

from engine.box.painter import paint
from tests.program.easel import Easel, sixel_picture, unlike
from tui.terminal import kitty
from tui.terminal.pace import PLATE_BYTES
from tui.terminal.plates import plate_of
from tui.terminal.probe import Medium, Way
from tui.terminal.sixel import sixel

CELL = 10, 20
KITTY, SIXEL = Medium(Way.KITTY, CELL), Medium(Way.SIXEL, CELL)


@pytest.fixture(scope="module")
def picture() -> Image.Image:
    return paint("a small hedgehog finds a star in autumn leaves at night", "", 7, 512, 768).image().convert("RGB")


@pytest.fixture(scope="module")
def noise() -> Image.Image:
    """The hardest there is: no two pixels are alike."""
    return Image.frombytes("RGB", (300, 450), random.Random(1).randbytes(300 * 450 * 3))


def developed(data: bytes, way: Way) -> Image.Image:
    if way is Way.SIXEL:
        return sixel_picture(Easel().see(data).sixels[0][2])
    return Easel().see(kitty.send(1, data).encode()).kept[1]


def cost(data: bytes, way: Way) -> int:
    return len(data) if way is Way.SIXEL else len(kitty.send(1, data))


@pytest.mark.parametrize(("width", "height"), [(1, 1), (7, 13), (64, 6), (33, 40)])
def test_sixels_are_the_picture_pixel_for_pixel(width: int, height: int) -> None:
    dice = random.Random(width)
    drawn = Image.frombytes("P", (width, height), bytes(dice.choices(range(5), k=width * height)))
    drawn.putpalette([0, 0, 0, 255, 0, 0, 0, 255, 0, 0, 0, 255, 255, 255, 255])
    sent = sixel(drawn)
    assert not set(sent[1:-2]) & set("\x1b\n\r")
    assert developed(sent.encode(), Way.SIXEL).tobytes() == drawn.convert("RGB").tobytes()


def test_what_repeats_is_said_once() -> None:
    flat = Image.new("P", (1_000, 600))
    flat.putpalette([10, 200, 30])
    assert len(sixel(flat)) < 1_500
    assert developed(sixel(flat).encode(), Way.SIXEL).getcolors() == [(600_000, (10, 199, 31))]


@pytest.mark.parametrize("medium", [KITTY, SIXEL], ids=["kitty", "sixel"])
@pytest.mark.parametrize(("columns", "rows"), [(28, 21), (76, 52)])
def test_a_plate_is_the_picture_within_its_budget(
    picture: Image.Image, medium: Medium, columns: int, rows: int
) -> None:
    plate = plate_of(picture, "p", columns, rows, medium)
    assert cost(plate.data, medium.way) <= PLATE_BYTES
    shown = developed(plate.data, medium.way)
    assert unlike(shown, picture) < 8
    if medium.way is Way.SIXEL:
        assert shown.size == (columns * CELL[0], rows * CELL[1])


@pytest.mark.parametrize("medium", [KITTY, SIXEL], ids=["kitty", "sixel"])
@pytest.mark.parametrize(("columns", "rows"), [(28, 21), (120, 75)])
def test_even_noise_keeps_to_the_budget(noise: Image.Image, medium: Medium, columns: int, rows: int) -> None:
    assert cost(plate_of(noise, "n", columns, rows, medium).data, medium.way) <= PLATE_BYTES


@pytest.mark.parametrize("medium", [KITTY, SIXEL], ids=["kitty", "sixel"])
def test_a_small_thing_of_its_own_colour_keeps_it(picture: Image.Image, medium: Medium) -> None:
    """The star on the hedgehog's belly: less than a hundredth of the picture."""
    shown = developed(plate_of(picture, "p", 43, 32, medium).data, medium.way)
    assert unlike(star(shown), star(picture)) < 25


def star(picture: Image.Image) -> Image.Image:
    width, height = picture.size
    return picture.crop((round(0.53 * width), round(0.72 * height), round(0.55 * width), round(0.74 * height)))


@pytest.mark.parametrize("medium", [KITTY, SIXEL], ids=["kitty", "sixel"])
def test_a_picture_of_one_colour_and_one_pixel_is_shown_too(medium: Medium) -> None:
    plate = plate_of(Image.new("RGB", (1, 1), "teal"), "t", 1, 1, medium)
    assert unlike(developed(plate.data, medium.way), Image.new("RGB", (1, 1), "teal")) < 2


def test_a_terminal_of_sixteen_colours_gets_no_more(picture: Image.Image) -> None:
    plate = plate_of(picture, "p", 20, 15, Medium(Way.SIXEL, CELL, 16))
    assert plate.data.count(b";2;") <= 16
    assert unlike(developed(plate.data, Way.SIXEL), picture) < 25


def test_the_terminal_is_never_asked_to_answer(picture: Image.Image, tmp_path: Path) -> None:
    data = plate_of(picture, "p", 30, 22, KITTY).data
    easel = Easel().see(
        (kitty.send(5, data) + kitty.place(5, 1, 30, 22) + kitty.take_down(5, 1) + kitty.free(5)).encode()
    )
    assert not easel.answers_wanted
    assert not easel.kept
    assert not easel.hangs
