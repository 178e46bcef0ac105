"""A book's texts leave this machine only when its author has said so, and the book remembers where they may go."""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from engine.assembly import studio
from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.book.model import TextState
from engine.box.machine import Box, LagProfile
from engine.errors import Exit, FibelError
from engine.jobs.events import Event, Notice
from engine.jobs.job import JobKind, JobState
from engine.settings import Settings
from engine.studio import Studio

SPEED = 2_000.0
ELSEWHERE = "0.0.0.0"
"""Reaches this machine, and is none of its names: a writer there counts as one elsewhere."""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    BookFolder.create(tmp_path / "igel", begin(NewBook(idea="Ein Igel findet einen Stern", pages=2))).close()
    return tmp_path / "igel"


@pytest.fixture
async def writer() -> AsyncIterator[Box]:
    async with Box(speed=SPEED, lag=LagProfile.FAST) as box:
        yield box


@asynccontextmanager
async def opened(folder: Path, writer: Box, told: list[Event], *, attended: bool = False) -> AsyncIterator[Studio]:
    url = writer.ollama_url.replace("127.0.0.1", ELSEWHERE)
    parts = {"writer": {"provider": "ollama", "url": url}, "illustrator": {"provider": "box"}, "box": {"speed": SPEED}}
    async with studio(Settings.model_validate(parts), folder, told.append, attended=attended) as here:
        yield here


def settled_text(here: Studio) -> str:
    return here.book.story_pages[0].id


async def refused(wish: Awaitable[object]) -> None:
    with pytest.raises(FibelError, match=rf"consent_missing.*{ELSEWHERE}") as caught:
        await wish
    assert caught.value.exit is Exit.REFUSED


async def test_without_consent_nothing_is_told_and_nothing_waits(folder: Path, writer: Box) -> None:
    async with opened(folder, writer, []) as here:
        page = settled_text(here)
        assert here.state.place == ELSEWHERE
        assert not here.consent.given
        await refused(here.outline.propose())
        await refused(here.texts.write())
        await refused(here.texts.rewrite(page, "kürzer"))
        await here.texts.edit(page, "Der Igel geht.")
        await refused(here.texts.translate([page]))
        await refused(here.pictures.repaint(page))
        assert here.state.queue == ()


async def test_an_author_who_says_no_still_writes_approves_and_paints(folder: Path, writer: Box) -> None:
    async with opened(folder, writer, []) as here:
        page = settled_text(here)
        await here.texts.edit(page, "Der Igel geht.")
        await here.texts.approve(page)
        assert here.book.page(page).text_state is TextState.APPROVED
        await here.texts.edit_action(page, "a hedgehog walks")
        await here.list.finished([await here.pictures.repaint(page)])
        assert here.book.page(page).chosen_take


async def test_consent_is_kept_in_the_book_and_holds_for_that_place(folder: Path, writer: Box) -> None:
    async with opened(folder, writer, []) as here:
        await here.consent.give()
        await here.list.finished([await here.outline.propose()])
        assert here.book.consents == (ELSEWHERE,)
        await here.undo()
        assert here.consent.given  # what was told stays told
    assert f'consents:\n- "{ELSEWHERE}"\n' in (folder / "book.yaml").read_text("utf-8")
    async with opened(folder, writer, []) as here:
        assert here.consent.given
        await here.consent.withdraw()
        await refused(here.outline.propose())
    assert "consents:\n- " not in (folder / "book.yaml").read_text("utf-8")


async def test_a_job_from_before_waits_for_consent_and_then_goes_on(folder: Path, writer: Box) -> None:
    """A list written for a writer on this machine does not follow the author to another one unasked."""
    told: list[Event] = []
    async with opened(folder, writer, []) as here:
        await here.consent.give()
        await here.list.pause()
        await here.outline.propose()
        await here.consent.withdraw()
    async with opened(folder, writer, told) as here:
        with pytest.raises(FibelError, match="consent_missing"):
            await here.list.finished()
        assert [(job.kind, job.state) for job in here.state.queue] == [(JobKind.OUTLINE, JobState.QUEUED)]
        assert "consent_missing" in [event.code for event in told if isinstance(event, Notice)]
        await here.consent.give()
        await here.list.finished()
        assert here.book.title
