"""What a printer, a pair of eyes or a proof-reader would stumble over is told before anything is printed."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageDraw

from engine.book import edits
from engine.book.edition import Edition, Imprint, Layout
from engine.book.folder import BookFolder
from engine.presets import FormatPreset, PresetKind, load
from engine.publish.fitness import of_paper
from engine.publish.geometry import Box
from engine.publish.preflight import Finding, Severity, preflight, presets
from engine.publish.profile import Profile
from engine.publish.sheets import Line, Part, Sheet, Words
from engine.publish.sight import sight
from engine.publish.source import source
from tests.engine.book.pictures import RECIPE
from tests.engine.publish.making import AT, Made, make

CLEAN = Made(picture=(1280, 1920))
SIZE = (160, 240)


def found(book: BookFolder, **how: object) -> dict[str, list[Finding]]:
    by_code: dict[str, list[Finding]] = {}
    for one in preflight(book, **how):  # type: ignore[arg-type]
        by_code.setdefault(one.code, []).append(one)
    return by_code


def painted(*spots: tuple[int, int, int, int], ground: str = "#80a0c0", border: str = "") -> Image.Image:
    """Return a calm picture with checks in some places."""
    picture = Image.new("RGB", SIZE, ground)
    draw = ImageDraw.Draw(picture)
    for left, top, right, bottom in spots:
        for n, x in enumerate(range(left, right, 6)):
            for m, y in enumerate(range(top, bottom, 6)):
                if (n + m) % 2:
                    draw.rectangle((x, y, x + 5, y + 5), fill="white")
    if border:
        draw.rectangle((0, 0, SIZE[0] - 1, SIZE[1] - 1), outline=border, width=6)
    return picture


def showing(folder: Path, *pictures: Image.Image, layout: Layout | None = None) -> BookFolder:
    """Return a book with these pictures, one a page."""
    book = make(folder, *[Made(picture=None)] * len(pictures))
    for number, picture in enumerate(pictures, start=1):
        out = io.BytesIO()
        picture.save(out, "PNG")
        page, job = f"p{number:03d}", f"{number:08d}-0000-4000-8000-000000000000"
        book.add_take(page, out.getvalue(), RECIPE, job=job, seconds=1.0, sketch=False, at=AT)
        book.change(lambda before, page=page: edits.approve_picture(before, page, at=AT))  # type: ignore[misc]
    book.change(lambda before: edits.change_edition(before, layout=layout))
    return book


MIDDLE = (60, 100, 100, 140)


def test_pictures_that_show_nothing_or_end_in_black_or_let_paper_through(tmp_path: Path) -> None:
    clear = painted(MIDDLE).convert("RGBA")
    clear.putalpha(120)
    pictures = (Image.new("RGB", SIZE, "#102030"), painted(MIDDLE, border="black"), clear)
    with showing(tmp_path / "book", *pictures) as book:
        told = found(book)
    assert [one.page for one in told["blank-picture"]] == [1]
    assert [one.page for one in told["black-edges"]] == [2]
    assert [one.page for one in told["see-through"]] == [3]


def test_a_night_is_no_black_edge(tmp_path: Path) -> None:
    with showing(tmp_path / "book", painted(MIDDLE, ground="#050508")) as book:
        assert not {"black-edges", "blank-picture"} & set(found(book))


def test_two_pictures_nobody_could_tell_apart_are_told_and_others_are_not(tmp_path: Path) -> None:
    twin = painted(MIDDLE, (20, 30, 60, 60))
    brighter = Image.eval(twin, lambda value: min(255, value + 4))
    with showing(tmp_path / "book", twin, painted((90, 180, 130, 220)), brighter) as book:
        assert [one.page for one in found(book)["similar-picture"]] == [3]


@pytest.mark.parametrize(
    ("layout", "spot", "code"),
    [
        (Layout.SPREAD, (65, 100, 95, 140), "in-gutter"),
        (Layout.SPREAD, (20, 100, 60, 140), None),
        (Layout.OVER, (120, 100, 160, 140), "near-trim"),
        (Layout.OVER, MIDDLE, None),
    ],
)
def test_where_most_happens_is_told_if_fold_or_knife_would_take_it(
    tmp_path: Path, layout: Layout, spot: tuple[int, int, int, int], code: str | None
) -> None:
    with showing(tmp_path / "book", painted(spot), layout=layout) as book:
        told = {"in-gutter", "near-trim"} & set(found(book))
    assert told == ({code} if code else set())


def test_a_picture_on_two_pages_is_not_called_cut_in_half(tmp_path: Path) -> None:
    wide = painted(MIDDLE).resize((330, 240))
    with showing(tmp_path / "book", wide, painted(MIDDLE), layout=Layout.SPREAD) as book:
        told = found(book)
    assert [one.page for one in told["cropped"]] == [2], "the second one is high, not wide"
    assert [one.page for one in told["low-resolution"]] == [1, 2], "each page is named once"


def test_a_picture_that_ends_at_the_trim_is_told(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN) as book:
        with_layout = source(book)
        page, _ = presets(book.book, None)
        picture = Box(0, 0, page.trim_width, 100)
        (shown,) = [s for s in _sheets(book) if s.number == 1]
        ends = Sheet(tuple(replace(item, box=picture, soft=False) for item in shown.pictures), number=1)
        assert "no-bleed" in {one.code for one in of_paper(with_layout, [ends], page, soft=True)}
        assert "no-bleed" not in {one.code for one in of_paper(with_layout, [shown], page, soft=True)}


def _sheets(book: BookFolder) -> tuple[Sheet, ...]:
    from engine.publish.matter import sheets

    return sheets(source(book), *presets(book.book, None))


def test_nothing_stands_where_a_service_prints_its_code(tmp_path: Path) -> None:
    page = load(PresetKind.FORMATS, FormatPreset, "epubli-a5")
    words = Words(Part.PARAGRAPH, (Line("Ende", 100, 190),), 12)
    with make(tmp_path / "book", CLEAN) as book:
        for sheet, told in ((Sheet((words,)), True), (Sheet(()), False)):
            codes = {one.code for one in of_paper(source(book), [sheet], page, soft=True)}
            assert ("code-place" in codes) == told


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Der Igel TODO ging heim.", "leftover"),
        ("Der [Name] ging heim.", "leftover"),
        ("Der Igel, (hedgehog:1.3), ging heim.", "leftover"),
        ("Hier ist die überarbeitete Fassung:\nDer Igel ging heim.", "leftover"),
        ("Der **Igel** ging heim.", "leftover"),
        ("Der Baer ging ueber die Wiese.", "spelling"),
    ],
)
def test_words_no_reader_should_meet(tmp_path: Path, text: str, code: str) -> None:
    with make(tmp_path / "book", Made(text=text, picture=(1280, 1920))) as book:
        assert code in found(book)


@pytest.mark.parametrize(
    "text",
    ["Hier ist der Igel. Er gähnt (leise). Was nun??", "Seite an Seite: so!"],
)
def test_words_that_are_meant_so(tmp_path: Path, text: str) -> None:
    with make(tmp_path / "book", Made(text=text, picture=(1280, 1920))) as book:
        assert not {"leftover", "spelling"} & set(found(book))


def test_a_description_in_another_language_is_told(tmp_path: Path) -> None:
    english = replace(CLEAN, alt="A hedgehog is sitting under the moon.")
    with make(tmp_path / "book", english, CLEAN) as book:
        assert [one.page for one in found(book)["alt-language"]] == [1]


def test_an_imprint_too_long_for_its_page_is_told_for_paper_and_for_the_screen(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN) as book:
        credits = "\n".join(f"Dank an Nummer {n} für alles" for n in range(90))
        book.change(lambda before: edits.change_edition(before, imprint=Imprint(credits=credits)))
        assert found(book)["imprint-long"][0].severity is Severity.ERROR
        assert found(book, profile=Profile.SCREEN)["imprint-long"][0].severity is Severity.WARNING
        (page,) = [sheet for sheet in _sheets(book) if sheet.matter == "imprint"]
        (words,) = [item for item in page.items if isinstance(item, Words)]
        assert words.lines[0].baseline > 0 and words.size >= 7


def test_a_character_the_typeface_lacks_is_told_wherever_it_stands(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN, title="Der ★ Igel") as book:
        imprint = Imprint(name="Ada ☃ Muster", street="Am Berg 1", town="Ort")
        book.change(lambda before: edits.change_book(before, edition=Edition(imprint=imprint, blurb="Ein 🌟!")))
        told = " ".join(one.message for one in found(book)["missing-glyph"])
    assert all(character in told for character in "★☃🌟")


def test_what_only_the_service_knows_is_said(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN) as book:
        bod, ingram = found(book, format_name="bod-a5"), found(book, format_name="ingram-8.5x8.5")
        assert "spine-estimated" in bod and "duller-colours" not in bod
        assert "duller-colours" in ingram
        assert "spine-estimated" not in found(book, format_name="kdp-8.5x8.5")
        assert bod["model-licence"][0].severity is Severity.NOTE
        form = Imprint(credits="Bildmodell children: CreativeML-Lizenz")
        book.change(lambda before: edits.change_edition(before, spine=4.0, imprint=form))
        assert not {"spine-estimated", "model-licence"} & set(found(book, format_name="bod-a5"))


def test_a_cover_is_checked_as_a_cover(tmp_path: Path) -> None:
    with make(tmp_path / "book", CLEAN) as book:
        assert "no-blurb" in found(book, profile=Profile.COVER)
        book.change(lambda before: edits.change_edition(before, blurb="Ein Igel findet einen Stern am Weg. " * 40))
        told = found(book, profile=Profile.COVER)
        assert "back-long" in told or "unsafe-words" in told
        book.change(lambda before: edits.change_edition(before, blurb="Ein Igel findet einen Stern."))
        assert not {"no-blurb", "back-long", "unsafe-words"} & set(found(book, profile=Profile.COVER))


def test_a_file_that_is_no_picture_says_nothing_of_itself(tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(b"no picture")
    assert sight(tmp_path / "x.png") is None and sight(tmp_path / "nowhere.png") is None
