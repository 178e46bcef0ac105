"""The repair ladder: each way to mend a page, with its price before it is begun."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import nullcontext
from pathlib import Path

import pytest

from engine.book import edits
from engine.book.folder import BookFolder
from engine.jobs.job import JobKind
from tests.tui.stage import Stage


async def test_the_ladder_says_what_each_rung_costs(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("f")
        assert "Repair this page" in here.shown
        for line in here.shown.splitlines():
            if "with a new seed" in line or "told another way" in line:
                assert "about" in line
            if "Edit the text by hand" in line:
                assert "at once" in line


async def test_several_takes_are_wished_at_once(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("f", "N", "enter")
        await here.until(lambda: len(here.jobs(JobKind.PAINT)) == 3)
        assert len({job.seed for job in here.jobs(JobKind.PAINT)}) == 3


async def test_the_same_seed_is_painted_with_another_preset(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        take = here.page(1).chosen_take
        assert take is not None
        await here.press("s", "enter")
        await here.until(lambda: here.jobs(JobKind.PAINT))
        assert here.jobs(JobKind.PAINT)[0].seed == take.recipe.seed


async def test_a_new_translation_can_be_taken_back(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        action = here.page(1).scene.action
        await here.press("T")
        await here.until(lambda: here.jobs(JobKind.TRANSLATE))
        await here.press("u")
        await here.until(lambda: here.page(1).scene.action == action)


async def test_a_text_is_written_in_the_authors_own_editor(
    stage: Callable[..., Stage], hedgehog: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    editor = tmp_path / "editor"
    editor.write_text('#!/bin/sh\nprintf "Aus dem Editor.\\n" > "$1"\n')
    editor.chmod(0o755)
    monkeypatch.setenv("VISUAL", str(editor))
    async with stage(hedgehog) as here:
        monkeypatch.setattr(here.app, "suspend", nullcontext)  # a test has no terminal to lend
        await here.press("E")
        await here.until(lambda: here.page(1).scene.text == "Aus dem Editor.")


async def test_an_editor_that_fails_leaves_the_text_alone(
    stage: Callable[..., Stage], hedgehog: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with stage(hedgehog) as here:
        before = here.page(1).scene.text
        monkeypatch.setattr(here.app, "suspend", nullcontext)
        for command, code in (("false", "editor_failed"), ("no-such-editor", "editor_missing")):
            monkeypatch.setenv("VISUAL", command)
            await here.press("E")
            assert code in here.shown
            await here.press("escape")
        assert here.page(1).scene.text == before


async def test_a_part_is_marked_and_painted_anew(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("m", "right", "plus", "enter")
        await here.type("a red kite")
        await here.press("enter")
        await here.until(lambda: here.jobs(JobKind.PAINT))
        (job,) = here.jobs(JobKind.PAINT)
        assert job.brief is not None
        assert job.instruction == "a red kite"
        assert len(job.brief.mask) == 1
        assert job.brief.source == here.page(1).chosen


async def test_a_variation_begins_with_the_take_that_is_shown(stage: Callable[..., Stage], hedgehog: Path) -> None:
    async with stage(hedgehog) as here:
        await here.press("end", "left")
        shown = here.app.screen.take.id
        assert shown != here.page(3).chosen
        await here.press("V", "enter")
        await here.until(lambda: here.jobs(JobKind.PAINT))
        (job,) = here.jobs(JobKind.PAINT)
        assert job.brief is not None
        assert job.brief.source == shown


async def test_who_finds_no_room_in_the_prompt_is_told_before_painting(
    stage: Callable[..., Stage], hedgehog: Path
) -> None:
    look = ", ".join(f"(round hedgehog with red scarf {letter}:1.2)" for letter in "abcdefghi")
    look += ", friendly dark eyes"
    with BookFolder.open(hedgehog) as book:
        book.change(lambda b: edits.set_character(b, b.cast[0].name, block=look))
    async with stage(hedgehog) as here:
        await here.press("r")
        await here.until(lambda: "would look different on every picture" in here.told)
        assert here.jobs(JobKind.PAINT) == []
        await here.press("enter")
        await here.until(lambda: here.jobs(JobKind.PAINT))
        assert here.book.style_yields
