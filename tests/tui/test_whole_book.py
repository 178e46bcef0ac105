"""From an idea to a PDF with the keyboard alone, on the box."""

from __future__ import annotations

from pathlib import Path

import pytest

import engine.assembly
from engine.assembly import house, with_box
from engine.book.folder import peek
from engine.book.model import PictureState, TextState
from engine.settings import load_settings
from tests.tui.stage import Stage
from tui.app import FibelApp

PAGES = 3


@pytest.fixture
def real_house(monkeypatch: pytest.MonkeyPatch) -> None:
    """The real one, in place of the still one."""
    monkeypatch.setattr(engine.assembly, "house", house)


async def test_from_an_idea_to_a_pdf(tmp_path: Path, real_house: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FIBEL_BOX_SPEED", "200")
    library = tmp_path / "library"
    here = Stage(None, library, (80, 24))
    here.app = FibelApp(with_box(load_settings()), library=library)
    async with here.app.run_test(size=(80, 24)) as pilot:
        await here.enter(pilot)
        await here.press("n")
        await here.type("Ein Igel findet einen Stern")
        await here.press("tab", "tab", "tab", "backspace", *str(PAGES), "ctrl+s")
        await here.until(lambda: here.room == "Outline" and all(page.outline.what for page in here.book.pages))
        await here.until(lambda: here.app.link.state.running is None)
        await here.press("s")
        await here.until(lambda: here.room == "Review" and all(page.scene.action for page in here.book.pages))
        await here.until(lambda: here.app.link.state.running is None)
        await here.press("g")
        await here.until(lambda: "Needs the illustrator" in here.told)
        await here.press("enter")
        await here.until(lambda: all(page.takes for page in here.book.pages))
        for _ in range(PAGES):
            await here.press("enter")
        await here.press("e", "ctrl+s")
        await here.until(lambda: "✓ Done" in here.shown)
    book = peek(next(library.glob("igel*/")))
    assert len(book.pages) == PAGES
    assert all(page.text_state is TextState.APPROVED for page in book.pages)
    assert all(page.picture_state() is PictureState.APPROVED for page in book.pages)
    assert next(library.glob("*.pdf")).read_bytes().startswith(b"%PDF")
