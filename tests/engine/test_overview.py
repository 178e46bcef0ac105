"""Where a page stands: a picture that may show something else than its page tells says so."""

from __future__ import annotations

from pathlib import Path

from engine.book import edits
from engine.book.folder import peek
from engine.book.model import PictureState, fingerprint
from engine.overview import picture_state, stale_because
from engine.presets import PresetKind, StylePreset, load

SAMPLE = Path(__file__).parents[1] / "data" / "books" / "regentag"


def test_a_picture_is_stale_while_its_page_tells_another_text_than_it_was_said_of() -> None:
    book = peek(SAMPLE)
    style = load(PresetKind.STYLES, StylePreset, book.style)
    page = book.story_pages[0]
    assert page.chosen_take is not None
    book = edits.change_scene(book, page.id, action_of=fingerprint(page.scene.text))
    before = picture_state(book, book.page(page.id), style)
    changed = edits.change_scene(book, page.id, text="Ganz andere Worte.")
    assert picture_state(changed, changed.page(page.id), style) is PictureState.STALE
    assert stale_because(changed, changed.page(page.id), style)[:1] == ("text",)
    said = edits.change_scene(changed, page.id, action_of=fingerprint("Ganz andere Worte."))
    assert picture_state(said, said.page(page.id), style) is before
    assert "text" not in stale_because(said, said.page(page.id), style)
