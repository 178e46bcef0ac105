"""How sharp a page is counts what a model has added, and says what was painted."""

from __future__ import annotations

from pathlib import Path

from engine.publish.facsimile import lay_out
from engine.publish.profile import Profile
from engine.publish.sharpness import Sharpness, sharpness
from tests.engine.publish.making import Made, make, painted


def test_an_enlarged_picture_is_sharper_than_it_was_painted(tmp_path: Path) -> None:
    with make(tmp_path / "book", *[Made(picture=(192, 288))] * 4) as book:
        (alike,) = sharpness(lay_out(book))
        assert alike.pages == (1, 2, 3, 4) and alike.native == alike.effective and alike.soft
        take = book.book.pages[2].chosen_take
        assert take is not None
        book.prints.keep_enlarged(take, painted((1152, 1728), 3), factor=6)
        soft, sharp = sharpness(lay_out(book))
        assert (soft.pages, sharp.pages) == ((1, 2, 4), (3,))
        assert abs(sharp.effective - 6 * sharp.native) <= 6 and sharp.native == soft.native and not sharp.soft


def test_of_a_cover_its_picture_is_told(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made(picture=(192, 288))) as book:
        (cover,) = sharpness(lay_out(book, profile=Profile.COVER))
    assert cover == Sharpness((), cover.effective, cover.effective)
