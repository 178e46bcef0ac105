"""Every text finds its place, or preflight says that it does not."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.presets import FormatPreset, PresetKind, load_all
from engine.publish.layout import MARGIN, broken, story_page
from engine.publish.preflight import Severity, preflight
from tests.engine.publish.books import told

FORMATS = load_all(PresetKind.FORMATS, FormatPreset)
WORDS = st.lists(st.text("abcdefghijklmnoäöüß„“,.!", min_size=1, max_size=14), min_size=1, max_size=60)


def measure(text: str, size: float) -> float:
    """Any steady measure will do."""
    return len(text) * size * 0.17


@given(WORDS, st.sampled_from(sorted(FORMATS)), st.sampled_from([(512, 768), (768, 512), (640, 640), None]))
def test_what_fits_is_inside_and_overlaps_nothing(words: list[str], name: str, picture: tuple[int, int] | None) -> None:
    page = FORMATS[name]
    layout = story_page(" ".join(words), picture, page, 20, measure)
    assert " ".join(layout.text.lines) == " ".join(words)
    if not layout.fits:
        return
    box = layout.text_box
    assert box.x >= MARGIN - 0.01
    assert box.x + box.width <= page.trim_width - MARGIN + 0.01
    assert box.y + box.height <= page.trim_height - MARGIN + 0.01
    if layout.picture is not None and picture is not None:
        assert layout.picture.y + layout.picture.height <= box.y
        assert layout.picture.width / layout.picture.height == pytest.approx(picture[0] / picture[1])


@given(WORDS, st.floats(30, 120))
def test_lines_are_balanced_without_needing_more_of_them(words: list[str], width: float) -> None:
    block = broken(" ".join(words), width, 20, measure)
    greedy = 1
    line = words[0]
    for word in words[1:]:
        if measure(f"{line} {word}", 20) <= width:
            line = f"{line} {word}"
        else:
            greedy, line = greedy + 1, word
    assert len(block.lines) == greedy


def test_the_authors_own_lines_are_kept() -> None:
    assert broken("Eins.\n\nZwei.", 100, 20, measure).lines == ("Eins.", "", "Zwei.")


def test_long_texts_are_set_smaller_and_longer_ones_are_named(tmp_path: Path) -> None:
    sentence = "Der kleine Igel läuft durch den Wald. "
    with told(tmp_path, sentence * 2, sentence * 12, sentence * 40) as folder:
        findings = [(f.page, f.code, f.severity) for f in preflight(folder) if f.code in ("text-long", "text-too-long")]
    assert findings == [(3, "text-too-long", Severity.ERROR), (2, "text-long", Severity.NOTE)]


def test_letters_the_font_does_not_have_are_named(tmp_path: Path) -> None:
    with told(tmp_path, "Der Igel 🦔 sagt 好.") as folder:
        finding = next(f for f in preflight(folder) if f.code == "missing-glyph")
    assert finding.severity is Severity.ERROR
    assert "🦔 好" in finding.message
