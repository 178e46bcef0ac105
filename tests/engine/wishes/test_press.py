"""What an author says of the book's make-up shapes its pictures, can be undone, and is ready when asked for."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from engine.assembly import studio
from engine.book.beginning import NewBook, begin
from engine.book.edition import Extra, Layout
from engine.book.folder import BookFolder
from engine.errors import FibelError
from engine.jobs import printroom
from engine.publish.export import export
from engine.publish.profile import Profile
from engine.settings import Settings

MANUSCRIPT = "Der Igel findet einen Stern.\n\nDer Stern leuchtet."


@pytest.fixture
def book(tmp_path: Path) -> Path:
    """A book of two pages with words, and with actions of the author's own."""
    made = begin(NewBook(idea="Ein Igel", manuscript=MANUSCRIPT))
    pages = tuple(
        page.model_copy(update={"scene": page.scene.model_copy(update={"action": "a hedgehog holds a star"})})
        for page in made.pages
    )
    folder = tmp_path / "stern"
    BookFolder.create(folder, made.model_copy(update={"pages": pages, "preset": "draft"})).close()
    return folder


async def test_a_picture_is_painted_in_the_shape_of_its_page(settings: Settings, book: Path) -> None:
    async with studio(settings, book, lambda event: None, attended=False) as here:
        await here.press.set_format("square-21")
        await here.press.set_layout(Layout.VIGNETTE, "p001")
        await here.press.set_layout(Layout.SPREAD, "p002")
        await here.list.finished(await here.pictures.paint())
        sizes = [(page.takes[0].width, page.takes[0].height) for page in here.book.pages]
        prompts = [page.takes[0].recipe.positive for page in here.book.pages]
    assert sizes[0] == (640, 640)
    assert sizes[1][0] > 1.7 * sizes[1][1]
    assert "calm empty area at the top" in prompts[1] and "calm empty" not in prompts[0]


async def test_an_edition_is_kept_and_can_be_taken_back(settings: Settings, book: Path) -> None:
    async with studio(settings, book, lambda event: None, attended=False) as here:
        at_first = here.book.edition.layout if here.book.edition else None
        await here.press.change_edition(extras=(Extra.BELONGS,), dedication="Für Oma\nund Opa", plan=24)
        await here.press.change_imprint(name="Ada Muster", street="Am Berg 1", town="12345 Ort")
        await here.press.set_layout(Layout.FACING)
        edition = here.book.edition
        assert edition is not None and edition.imprint.complete and edition.plan == 24
        await here.undo()
        assert here.book.edition == edition.model_copy(update={"layout": at_first})
        with pytest.raises(FibelError, match="preset_unknown"):
            await here.press.set_format("a17")
    with BookFolder.open(book) as again:
        assert again.book.edition == edition.model_copy(update={"layout": at_first})


async def test_an_approved_picture_is_made_ready_for_paper_meanwhile(
    settings: Settings, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printroom, "REST", 0.01)
    async with studio(settings, book, lambda event: None, attended=False) as here:
        await here.list.finished(await here.pictures.paint(["p001"]))
        await here.pictures.approve("p001")
        async with asyncio.timeout(20):
            while not (ready := list((book / "print").glob("*.jpg"))):
                await asyncio.sleep(0.02)
    content = ready[0].read_bytes()
    with BookFolder.open(book) as again:
        export(again, book.parent / "book.pdf", profile=Profile.PRINT, force=True)
    assert content in (book.parent / "book.pdf").read_bytes(), "it goes into the file as it is"


async def test_an_enlarged_picture_is_made_ready_for_paper_anew(
    settings: Settings, book: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printroom, "REST", 0.01)
    async with studio(settings, book, lambda event: None, attended=False) as here:
        await here.list.finished(await here.pictures.paint(["p001"]))
        await here.list.finished(await here.pictures.upscale())
        async with asyncio.timeout(20):
            while not list((book / "print").glob("*.jpg")):
                await asyncio.sleep(0.02)
