"""The character sheet: words and a picture that hold for every page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.tui.stage import Stage
from tui.rooms.cast import Cast


async def test_a_reference_is_chosen_from_the_pictures(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("C")
        assert here.room == "Cast"
        assert here.book.cast[0].name in here.shown
        await here.press("r", "right", "enter")
        await here.until(lambda: here.book.cast[0].reference is not None)
        await here.press("X")
        await here.until(lambda: here.book.cast[0].reference is None)
        await here.press("u")
        await here.until(lambda: here.book.cast[0].reference is not None)


async def test_every_picture_is_compared_with_the_reference(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog, size=(120, 36)) as here:
        await here.press("C", "r", "enter")
        await here.until(lambda: here.book.cast[0].reference is not None)
        await here.press("m")
        await here.until(lambda: "Alike, by colours and lines" in here.shown)
        assert "Page 2" in here.shown


async def test_a_weight_out_of_bounds_is_refused(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("C", "g")
        await here.type("9")
        await here.press("enter")
        assert "A weight is a number" in here.shown
        await here.press("g")
        await here.type("1,3")
        await here.press("enter")
        await here.until(lambda: here.book.cast[0].weight == 1.3)


async def test_somebody_new_comes_and_goes(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        before = len(here.book.cast)
        await here.press("C", "n")
        await here.type("Otto")
        await here.press("enter", "enter")
        await here.until(lambda: len(here.book.cast) == before + 1)
        await here.press("end", "D")
        await here.until(lambda: len(here.book.cast) == before)
        assert "Otto is no longer in the book. u brings them back." in here.told
        await here.press("u")
        await here.until(lambda: here.book.cast[-1].name == "Otto")


async def test_escape_typed_twice_leaves_one_room(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("C")
        cast = here.app.screen
        assert isinstance(cast, Cast)
        cast.action_leave()
        cast.action_leave()
        await here.until(lambda: here.room == "Review")
