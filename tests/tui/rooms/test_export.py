"""Export says what is missing, and writes the file when nothing is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.tui.stage import Stage

Stages = Callable[..., Stage]


async def test_what_is_missing_is_said_in_plain_words(stage: Stages, hedgehog: Path, library: Path) -> None:
    async with stage(hedgehog, size=(160, 48)) as here:
        await here.press("e")
        await here.until(lambda: "! The text is not approved. pages 1, 2, 3" in here.told)
        await here.press("ctrl+s")
        await here.until(lambda: "Not exported" in here.shown)
        assert not (library / "igel-stern.pdf").exists()
        await here.press("ctrl+f")
        await here.until(lambda: "✓ Done" in here.shown)
    assert (library / "igel-stern.pdf").read_bytes().startswith(b"%PDF")


async def test_a_book_with_every_yes_is_written(stage: Stages, library: Path) -> None:
    async with stage(library / "igel-und-stern", size=(160, 48)) as here:
        await here.press("e", "enter")
        await here.until(lambda: "✓ Done" in here.shown)
        assert "igel-stern.pdf" in here.shown


async def test_the_kind_is_the_files_suffix(stage: Stages, library: Path) -> None:
    async with stage(library / "igel-und-stern", size=(160, 48)) as here:
        await here.press("e", "tab", "right")
        assert "igel-stern.epub" in here.shown


async def test_a_folder_that_is_not_there_is_an_error_with_a_code(stage: Stages, library: Path) -> None:
    async with stage(library / "igel-und-stern", size=(160, 48)) as here:
        await here.press("e", "home")
        await here.type("/nowhere")
        await here.press("enter")
        await here.until(lambda: "export_failed" in here.shown)
