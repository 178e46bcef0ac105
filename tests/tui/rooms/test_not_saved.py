"""Words that do not get to the disk stay where they are being written."""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from engine.book.folder import peek
from tests.tui.stage import Stage
from tui.widgets.lines import NewsLine
from tui.widgets.text_pane import Editor

Stages = Callable[..., Stage]


@contextmanager
def full_disk() -> Iterator[None]:
    """Let no file of this process grow; what stands in one stays."""
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


async def test_a_text_that_could_not_be_saved_stays_in_the_editor(stage: Stages, hedgehog: Path) -> None:
    before = peek(hedgehog).pages[0].scene.text
    async with stage(hedgehog) as here:
        await here.press("t")
        await here.type(" Oh")
        editor = here.app.screen.query_one(Editor)
        with full_disk():
            await here.press("ctrl+s")
            assert here.app.screen.query_one(NewsLine).is_error
        assert editor.display
        assert editor.text.endswith(" Oh")
        assert peek(hedgehog).pages[0].scene.text == before
        await here.press("ctrl+s")
        await here.until(lambda: not editor.display)
    assert peek(hedgehog).pages[0].scene.text.endswith(" Oh")


async def test_nobody_leaves_without_their_words_unasked(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("t")
        await here.type(" Oh")
        with full_disk():
            await here.press("ctrl+q")
            await here.until(lambda: here.app.screen.query_one(NewsLine).is_error)
        assert here.app.is_running
        assert here.app.screen.query_one(Editor).text.endswith(" Oh")
        await here.press("ctrl+q")
        await here.until(lambda: here.app.return_code is not None)
    assert peek(hedgehog).pages[0].scene.text.endswith(" Oh")


async def test_what_is_to_be_seen_stays_in_its_form(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("p")
        await here.type("a big ")
        with full_disk():
            await here.press("ctrl+s")
        assert here.room == "PromptForm"
        await here.press("ctrl+s")
        await here.until(lambda: here.room == "Review")
    assert "a big" in peek(hedgehog).pages[0].scene.action


async def test_a_line_of_the_outline_is_asked_for_again(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("o", "enter")
        await here.type("Piko")
        with full_disk():
            await here.press("ctrl+s")
            await here.until(lambda: here.room == "LineForm")
        await here.press("ctrl+s")
        await here.until(lambda: here.room == "Outline")
    assert "Piko" in peek(hedgehog).pages[0].outline.who


async def test_a_line_being_written_is_kept_when_its_author_leaves_at_once(stage: Stages, hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("o", "enter")
        await here.type("Piko")
        await here.press("ctrl+q")
        await here.until(lambda: here.app.return_code is not None)
    assert "Piko" in peek(hedgehog).pages[0].outline.who
