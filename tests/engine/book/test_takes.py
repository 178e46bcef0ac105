"""A picture carries its recipe, and nothing the author did not mean to give away."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from PIL import Image

from engine.book.model import Recipe
from engine.book.takes import TakeLabel, read_recipe, size_of, take_id, with_recipe
from engine.errors import FibelError
from tests.engine.book.pictures import RECIPE, picture
from tests.engine.book.strategies import recipes


def pixels(png: bytes) -> bytes:
    return Image.open(io.BytesIO(png)).convert("RGB").tobytes()


@pytest.mark.parametrize("mode", ["RGB", "L", "P"])
def test_a_labelled_picture_is_the_same_picture(mode: str) -> None:
    png = picture(mode=mode)
    labelled = with_recipe(png, RECIPE, job="a", sketch=True)
    assert pixels(labelled) == pixels(png)
    assert Image.open(io.BytesIO(labelled)).info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert read_recipe(labelled) == TakeLabel(recipe=RECIPE, job="a", sketch=True)
    assert size_of(labelled) == (6, 9)


def test_other_programs_can_read_the_label() -> None:
    image = Image.open(io.BytesIO(with_recipe(picture(), RECIPE, job="a", sketch=False)))
    assert TakeLabel.model_validate_json(image.text["fibel"]).recipe == RECIPE  # type: ignore[attr-defined]


def test_the_graph_that_the_server_wrote_into_the_file_is_gone() -> None:
    labelled = with_recipe(picture(prompt="GEHEIM", workflow="GEHEIM"), RECIPE, job="a", sketch=False)
    assert list(Image.open(io.BytesIO(labelled)).text) == ["fibel"]  # type: ignore[attr-defined]
    assert b"workflow\0" not in labelled


@given(recipes)
@settings(max_examples=30, deadline=None)
def test_every_recipe_comes_back_from_the_picture(recipe: Recipe) -> None:
    label = read_recipe(with_recipe(picture(), recipe, job="", sketch=False))
    assert label is not None
    assert label.recipe == recipe


def test_labelling_twice_leaves_one_label_and_the_same_name() -> None:
    once = with_recipe(picture(), RECIPE, job="a", sketch=False)
    again = with_recipe(with_recipe(once, RECIPE, job="b", sketch=True), RECIPE, job="a", sketch=False)
    assert take_id(again) == take_id(once)
    assert len(take_id(once)) == 12


def test_a_picture_cut_anywhere_is_refused() -> None:
    png = picture()
    for end in range(len(png)):
        with pytest.raises(FibelError) as caught:
            with_recipe(png[:end], RECIPE, job="", sketch=False)
        assert caught.value.code == "picture_broken"


def test_one_wrong_byte_anywhere_is_found() -> None:
    png = picture()
    for position in range(len(png)):
        with pytest.raises(FibelError):
            with_recipe(png[:position] + bytes([png[position] ^ 1]) + png[position + 1 :], RECIPE, job="", sketch=False)


@pytest.mark.parametrize("other", [b"", b"GIF89a", b"\xff\xd8\xff\xe0 JFIF", b"<html>502</html>"])
def test_what_is_no_png_is_refused(other: bytes) -> None:
    with pytest.raises(FibelError, match="not a PNG"):
        size_of(other)
    assert read_recipe(other) is None


def test_the_size_is_known_before_anything_is_unpacked() -> None:
    body = struct.pack(">IIBBBBB", 2**31 - 1, 2**31 - 1, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + b"IHDR" + body + struct.pack(">I", zlib.crc32(b"IHDR" + body))
    assert size_of(bomb) == (2**31 - 1, 2**31 - 1)


def test_a_picture_without_label_or_with_a_strange_one_has_none() -> None:
    assert read_recipe(picture()) is None
    assert read_recipe(picture(fibel="{}")) is None
