"""Each layout puts picture and words where a picture book has them, and words only where they can be read."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from engine.book.edition import Layout
from engine.language.framing import Place, calm_place
from engine.presets import AgePreset, FormatPreset, PresetKind, load_all
from engine.publish.calm import Ground, Look
from engine.publish.geometry import Box, covering, half, margin, paper, resolution, trimmed
from engine.publish.layout import Content
from engine.publish.layouts import picture_size, set_story
from engine.publish.sheets import INK, LIGHT_INK, Mist
from engine.publish.veil import ENOUGH, contrast, misted, softened

FORMATS = load_all(PresetKind.FORMATS, FormatPreset)
AGES = load_all(PresetKind.AGES, AgePreset)
A5, AGE = FORMATS["a5"], AGES["3-5"]
SHORT = "Der Igel gähnt. Über ihm blinkt ein Stern."
LONG = "Der kleine Igel trägt seinen Stern über den Hügel nach Hause. " * 8


def one(text: str = SHORT, layout: Layout | None = None, **more: object) -> Content:
    return Content(text, (A5.picture_width, A5.picture_height), layout, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize("layout", [Layout.OVER, Layout.SPREAD])
@pytest.mark.parametrize("name", FORMATS)
def test_words_on_a_picture_stay_inside_the_safe_area(name: str, layout: Layout) -> None:
    page = FORMATS[name]
    for framing in ("calm sky at the top", "calm water at the bottom"):
        placed = set_story([one(layout=layout, framing=framing)], page, AGE, None).pages[0]
        free = margin(page)
        room = Box(free, free, page.trim_width - 2 * free, page.trim_height - 2 * free)
        assert placed.fits and placed.text_box.within(room)
        assert placed.at_top == ("sky" in framing)


def test_who_says_nothing_gets_words_on_a_picture_only_where_it_was_kept_free() -> None:
    contents = [one(framing="wide shot, calm sky at the top"), one(framing="close-up"), one(LONG, framing="calm sky")]
    layouts = [placed.layout for placed in set_story(contents, A5, AGE, None).pages]
    assert layouts == [Layout.OVER, Layout.VIGNETTE, Layout.VIGNETTE]


def test_a_page_may_differ_from_its_book() -> None:
    contents = [one(), one(layout=Layout.FACING)]
    assert [p.layout for p in set_story(contents, A5, AGE, Layout.OVER).pages] == [Layout.OVER, Layout.FACING]


def test_a_book_too_thin_for_its_service_lets_texts_and_pictures_face_each_other() -> None:
    kdp = FORMATS["kdp-8.5x8.5"]
    assert {p.layout for p in set_story([one()] * 10, kdp, AGE, None).pages} == {Layout.FACING}
    assert Layout.FACING not in {p.layout for p in set_story([one()] * 24, kdp, AGE, None).pages}


def test_words_that_do_not_fit_on_a_picture_are_told_and_never_cut() -> None:
    placed = set_story([one(LONG * 2, Layout.OVER)], A5, AGE, None).pages[0]
    assert not placed.fits
    assert " ".join(placed.text.lines).split() == (LONG * 2).split()


def test_figures_stand_low_so_words_go_to_the_calm_upper_part_and_are_light_on_a_dark_sky() -> None:
    night = Look(top=Ground(9, 0.2), bottom=Ground(17, 0.4))
    meadow = Look(top=Ground(40, 0.7), bottom=Ground(6, 0.7))
    above, below = (set_story([one(layout=Layout.OVER, look=look)], A5, AGE, None).pages[0] for look in (night, meadow))
    assert (above.at_top, above.dark) == (True, True)
    assert (below.at_top, below.dark) == (False, False)


@pytest.mark.parametrize(
    ("framing", "place"),
    [
        ("wide shot, eye level, calm sky at the top", Place.TOP),
        ("medium shot, calm water at the bottom", Place.FOOT),
        ("wide shot, low horizon", None),
        ("close-up, from above", None),
        ("", None),
    ],
)
def test_the_framing_says_where_words_may_stand(framing: str, place: Place | None) -> None:
    assert calm_place(framing) is place


@pytest.mark.parametrize(
    ("name", "layout", "size"),
    [
        ("a5", None, (512, 768)),
        ("a4", Layout.OVER, (640, 896)),
        ("square-21", None, (640, 640)),
        ("kdp-8.5x8.5", Layout.FACING, (640, 640)),
        ("a5", Layout.SPREAD, (768, 576)),
        ("a5", Layout.BELOW, (640, 576)),
    ],
)
def test_a_picture_is_painted_in_the_shape_of_its_place(name: str, layout: Layout, size: tuple[int, int]) -> None:
    assert picture_size(FORMATS[name], layout) == size


def test_a_picture_painted_for_the_upper_part_fills_it_to_the_bleed() -> None:
    content = Content(SHORT, picture_size(A5, Layout.BELOW))
    placed = set_story([content], A5, AGE, Layout.BELOW).pages[0]
    assert placed.bleeds and placed.picture is not None
    assert (placed.picture.x, placed.picture.y, placed.picture.width) == (0, 0, A5.trim_width)


def test_a_service_without_bleed_at_the_gutter_has_it_on_the_other_side() -> None:
    kdp = FORMATS["kdp-8.5x8.5"]
    right, left = paper(kdp, right=True), paper(kdp, right=False)
    assert (right.x, right.right) == (0, pytest.approx(kdp.trim_width + 3.175))
    assert (left.x, left.right) == (-3.175, pytest.approx(kdp.trim_width))


def test_the_halves_of_a_spread_meet_at_the_fold() -> None:
    left, right = paper(A5, right=False), paper(A5, right=True)
    whole = Box(left.x, left.y, 2 * A5.trim_width + 6, left.height)
    crop = covering((896, 640), whole)
    moved = Box(right.x + A5.trim_width, right.y, right.width, right.height)
    first, second = half(crop, whole, left), half(crop, whole, moved)
    overlap = 2 * 3 * (crop.right - crop.left) / whole.width
    assert first.right - second.left == pytest.approx(overlap), "each half reaches over the fold as far as its bleed"
    assert (first.left, second.right) == (pytest.approx(crop.left), pytest.approx(crop.right))


def test_resolution_is_that_of_the_coarser_side() -> None:
    box = paper(A5, right=True)
    assert resolution((512, 768), covering((512, 768), box), box) == pytest.approx(84, abs=1)
    assert resolution((2048, 3072), covering((2048, 3072), box), box) == pytest.approx(338, abs=1)


def rough(light: int) -> Image.Image:
    """Return a picture with large and small strokes around a lightness."""
    grain = Image.effect_noise((300, 420), 90).point(lambda v: max(0, min(255, v - 128 + light)))
    return Image.merge("RGB", (grain, grain, grain))


@pytest.mark.parametrize("light", [15, 60, 128, 200, 250])
@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("at_top", [False, True])
def test_words_on_a_picture_can_be_read_whatever_it_shows(light: int, dark: bool, at_top: bool) -> None:
    if dark and light > 100:
        pytest.skip("light words are for dark pictures")
    page = trimmed(A5)
    words = Box(20, 15 if at_top else 150, 108, 45)
    made = misted(rough(light), Mist(words, at_top, dark), page)
    scale = made.width / page.width
    ground = made.crop(tuple(round(side * scale) for side in (words.x, words.y, words.right, words.bottom)))  # type: ignore[arg-type]
    assert contrast(ground, LIGHT_INK if dark else INK) >= ENOUGH


def test_mist_leaves_the_rest_of_the_picture_alone_and_ends_at_the_fold() -> None:
    picture = Image.new("RGB", (308, 432), (40, 90, 60))
    box = paper(A5, right=False)
    made = misted(picture, Mist(Box(20, 150, 100, 45), gutter=A5.trim_width), box)
    assert made.getpixel((10, 10)) == (40, 90, 60)
    fold = round((A5.trim_width - box.x) * 2)
    assert made.getpixel((fold + 2, 400)) == (40, 90, 60), "the other page's part of the picture"
    assert made.getpixel((60, 400)) != (40, 90, 60)


def test_soft_edges_end_in_white_paper_and_keep_the_middle() -> None:
    made = softened(Image.new("RGB", (200, 300), (40, 90, 60)))
    assert all(made.getpixel(place) == (255, 255, 255) for place in ((0, 0), (100, 0), (0, 150), (199, 299)))
    assert made.getpixel((100, 150)) == (40, 90, 60)
    out = io.BytesIO()
    made.save(out, "JPEG")
    assert made.mode == "RGB", "nothing is left to be blended by a press"


@pytest.mark.parametrize("layout", [Layout.BELOW, Layout.OVER, Layout.FACING, Layout.VIGNETTE])
def test_texts_of_a_book_begin_at_one_distance_from_the_left(layout: Layout) -> None:
    texts = (
        "Der kleine Igel gähnt und geht ins Bett.",
        "Er schaut noch einmal aus dem Fenster in den Garten.",
        "Da blinkt ganz oben ein Stern.",
        "Schlaf!",
    )
    placed = set_story([Content(text, (512, 768)) for text in texts], A5, AGE, layout).pages
    *usual, soft = (one.text_box for one in placed)
    assert len({round(box.x, 6) for box in usual}) == 1
    assert soft.x + soft.width / 2 == pytest.approx(A5.trim_width / 2), "a few words alone stand in the middle"
    widest = max(box.width for box in usual)
    assert usual[0].x + widest / 2 == pytest.approx(A5.trim_width / 2)
