"""A picture that drifts from its character is shown, judged by the book's own pictures; none is rejected."""

from __future__ import annotations

import io
import struct
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from engine.book.model import Book, Character, Page, Region, Scene, Take
from engine.box.painter import paint
from engine.errors import FibelError
from engine.illustrator.figure import figure, likeness
from engine.illustrator.likeness import ColourEye, Picture, compare
from tests.engine.book.pictures import RECIPE

FOX = "(small orange fox with a blue scarf:1.2)"
FROG = "(little green frog, red cap:1.2)"
PLACES = ("in a meadow", "on the beach", "in a snowy forest", "in the town", "in the rain")


@cache
def png(block: str, place: str, size: tuple[int, int] = (144, 216)) -> bytes:
    out = io.BytesIO()
    paint(f"children's book illustration, soft watercolor, {block}, standing {place}", "", 7, *size).image().save(
        out, "PNG"
    )
    return out.getvalue()


def take(number: int) -> Take:
    name = f"{number:012x}"
    return Take(id=name, file=f"takes/p001-{name}.png", recipe=RECIPE, width=144, height=216, at="")


def book_of(*blocks: str) -> tuple[Book, Callable[[Take], bytes], list[str]]:
    """A book whose first page is the reference, and what was read of it."""
    pages = tuple(
        Page(
            id=f"p{n:03d}",
            scene=Scene(text="Finn", characters=("Finn",)),
            takes=(take(n),),
            chosen=take(n).id,
        )
        for n in range(1, len(blocks) + 1)
    )
    cast = (Character(name="Finn", block=FOX, reference=take(1).id), Character(name="Ida", block=FROG))
    pictures = {take(n).id: png(block, PLACES[(n - 1) % len(PLACES)]) for n, block in enumerate(blocks, start=1)}
    read: list[str] = []

    def reading(one: Take) -> bytes:
        read.append(one.id)
        return pictures[one.id]

    return Book(cast=cast, pages=pages), reading, read


def test_a_character_is_most_like_itself() -> None:
    reference = figure(png(FOX, "in a meadow"))
    assert likeness(reference, reference) == pytest.approx(1.0)
    for place in PLACES[1:]:
        assert likeness(reference, figure(png(FOX, place))) > likeness(reference, figure(png(FROG, place)))


def test_a_stranger_stands_out_and_comes_first() -> None:
    book, read, _ = book_of(FOX, FOX, FOX, FROG, FOX)
    found = compare(book, read, ColourEye())
    assert [one.page for one in found if one.conspicuous] == ["p004"]
    assert (found[0].page, found[0].rank, found[0].character) == ("p004", 1, "Finn")
    assert [one.rank for one in found] == [1, 2, 3, 4]
    assert found[0].likeness < found[0].usual


def test_a_book_whose_pictures_are_alike_has_no_outlier() -> None:
    book, read, _ = book_of(FOX, FOX, FOX, FOX, FOX)
    assert not any(one.conspicuous for one in compare(book, read, ColourEye()))


@pytest.mark.parametrize("action", ["the fox sleeping in its bed", "a frog hides behind a barrel"])
def test_who_can_hardly_be_seen_is_no_false_alarm(action: str) -> None:
    book, read, _ = book_of(FOX, FOX, FOX, FROG, FOX)
    page = book.pages[3]
    covered = page.model_copy(update={"scene": page.scene.model_copy(update={"action": action})})
    pages = (*book.pages[:3], covered, *book.pages[4:])
    found = compare(book.model_copy(update={"pages": pages}), read, ColourEye())
    assert [one.page for one in found if not one.sure] == ["p004"]
    assert found[-1].page == "p004" and not any(one.conspicuous for one in found)


def test_a_picture_in_the_dark_is_not_judged() -> None:
    eye = ColourEye()
    assert not eye.can_tell(Picture("night", lambda: png(FOX, "on a hill, night, moon")), "the fox looks up")
    assert eye.can_tell(Picture("day", lambda: png(FOX, "in a meadow")), "the fox looks up")


def test_two_pictures_say_nothing_of_what_is_usual() -> None:
    book, read, _ = book_of(FOX, FOX, FROG)
    assert [one.conspicuous for one in compare(book, read, ColourEye())] == [False, False]


def test_without_a_reference_nothing_is_compared() -> None:
    book, read, seen = book_of(FOX, FOX)
    alone = book.model_copy(update={"cast": (Character(name="Finn"),)})
    assert compare(alone, read, ColourEye()) == ()
    assert seen == []


def test_a_take_is_looked_at_once() -> None:
    book, read, seen = book_of(FOX, FOX, FROG)
    eye = ColourEye()
    assert compare(book, read, eye) == compare(book, read, eye)
    assert sorted(seen) == [take(n).id for n in (1, 2, 3)]


def test_a_marked_part_is_what_counts() -> None:
    whole = png(FOX, "in a meadow")
    sky = Region(left=0.0, top=0.0, width=1.0, height=0.2)
    assert likeness(figure(whole), figure(whole, sky)) < 0.9


def test_a_damaged_picture_is_named() -> None:
    with pytest.raises(FibelError) as refused:
        figure(b"\x89PNG\r\n\x1a\n")
    assert refused.value.code == "take_broken"


# a vision model


def onnx(*, inputs: int = 1) -> bytes:
    """Return an ONNX file that averages each of three channels; written by hand, as its protobuf schema says."""

    def field(number: int, content: bytes | int) -> bytes:
        if isinstance(content, int):
            return bytes([number << 3]) + varint(content)
        return bytes([number << 3 | 2]) + varint(len(content)) + content

    def varint(value: int) -> bytes:
        return struct.pack("B", value) if value < 128 else bytes([value & 127 | 128]) + varint(value >> 7)

    def value(name: str, *shape: int) -> bytes:
        dims = b"".join(field(1, field(1, dim)) for dim in shape)
        return field(1, name.encode()) + field(2, field(1, field(1, 1) + field(2, dims)))

    node = field(1, b"x") + field(2, b"y") + field(4, b"GlobalAveragePool")
    given = b"".join(field(11, value(name, 1, 3, 224, 224)) for name in ("x", "z")[:inputs])
    graph = field(1, node) + field(2, b"mean") + given + field(12, value("y", 1, 3, 1, 1))
    return field(1, 8) + field(7, graph) + field(8, field(2, 13))


def test_a_vision_model_of_the_author_is_asked(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="the extra `vision` is not installed")
    from engine.illustrator.vision import VisionEye

    (tmp_path / "mean.onnx").write_bytes(onnx())
    eye = VisionEye(tmp_path / "mean.onnx")
    meadow = Picture("a", lambda: png(FOX, "in a meadow"))
    assert eye.name == "mean"
    assert eye.alike(meadow, meadow) == pytest.approx(1.0)
    assert 0 <= eye.alike(Picture("b", lambda: png(FROG, "in the rain")), meadow) < 1


@pytest.mark.parametrize("content", [None, b"no model", onnx(inputs=2)])
def test_what_is_no_vision_model_is_named(tmp_path: Path, content: bytes | None) -> None:
    pytest.importorskip("onnxruntime", reason="the extra `vision` is not installed")
    from engine.illustrator.vision import VisionEye

    file = tmp_path / "eye.onnx"
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(FibelError, match=r"eye\.onnx") as refused:
        VisionEye(file)
    assert refused.value.code == "vision_unusable"
