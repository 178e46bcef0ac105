"""A book is set as a whole, and nothing that matters comes near the trim."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from engine.presets import AgePreset, FormatPreset, PresetKind, load_all
from engine.publish.geometry import inside, margin
from engine.publish.layout import Content, Setting, story

FORMATS = load_all(PresetKind.FORMATS, FormatPreset)
AGES = load_all(PresetKind.AGES, AgePreset)
SENTENCE = "Der kleine Igel trägt seinen Stern über den Hügel nach Hause."


def words(count: int) -> str:
    return " ".join((SENTENCE.split() * count)[:count])


def content(page: FormatPreset, text: str) -> Content:
    return Content(text, (page.picture_width, page.picture_height))


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("age", AGES)
def test_the_most_words_an_age_allows_fit_every_format(format_name: str, age: str) -> None:
    page, profile = FORMATS[format_name], AGES[age]
    setting = story([content(page, words(profile.words_per_page[1]))] * 3, page, profile.type_size)
    assert all(layout.fits for layout in setting.pages)


def test_pictures_and_texts_stand_at_one_place_throughout_the_book() -> None:
    page = FORMATS["a5"]
    setting = story([content(page, words(n)) for n in (5, 20, 12)], page, 20)
    assert len({layout.picture for layout in setting.pages}) == 1
    assert len({layout.text_box.y for layout in setting.pages}) == 1
    assert len({layout.text.size for layout in setting.pages}) == 1


def test_one_long_text_does_not_make_every_picture_small() -> None:
    page = FORMATS["a5"]
    without = story([content(page, words(n)) for n in (8, 12)], page, 18)
    along = story([content(page, words(n)) for n in (8, 12, 100)], page, 18)
    assert [layout.picture for layout in along.pages[:2]] == [layout.picture for layout in without.pages]
    long = along.pages[2]
    assert long.picture is not None and without.pages[0].picture is not None
    assert long.fits and long.picture.height < without.pages[0].picture.height
    assert long.text.size < along.type_size


def test_a_text_that_cannot_fit_is_told() -> None:
    page = FORMATS["a5"]
    short, long, wide = (story([content(page, text)], page, 18) for text in (words(20), words(400), "Hu" * 200))
    assert short.pages[0].fits
    assert not long.pages[0].fits
    assert not wide.pages[0].fits


def test_the_picture_is_shown_whole() -> None:
    page = FORMATS["square-21"]
    for size in ((512, 768), (768, 512), (640, 640), (100, 4000)):
        layout = story([Content(words(10), size)], page, 18).pages[0]
        assert layout.picture is not None
        assert layout.picture.width / layout.picture.height == pytest.approx(size[0] / size[1])


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(FORMATS)),
    st.sampled_from([16.0, 18.0, 20.0, 26.0]),
    st.lists(st.tuples(st.integers(0, 130), st.sampled_from([None, (512, 768), (640, 640), (900, 300)])), max_size=5),
)
def test_nothing_that_matters_comes_near_the_trim(
    format_name: str, size: float, pages: list[tuple[int, tuple[int, int] | None]]
) -> None:
    page = FORMATS[format_name]
    room = inside(page)
    setting: Setting = story([Content(words(count), picture) for count, picture in pages], page, size)
    for layout in setting.pages:
        boxes = [layout.picture] if layout.picture else []
        boxes += [layout.text_box] if layout.text.lines and layout.fits else []
        free = margin(page)
        if layout.bleeds:
            boxes = boxes[1:]
        for box in boxes:
            assert box.x >= free - 0.01 and box.x + box.width <= page.trim_width - free + 0.01
            assert box.y >= free - 0.01 and box.y + box.height <= room.y + room.height + 0.01
        if layout.picture and layout.text.lines and layout.fits:
            assert layout.text_box.y > layout.picture.y + layout.picture.height
