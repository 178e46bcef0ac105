"""Keys are the author's to change; what the screen says of them follows."""

from __future__ import annotations

from pathlib import Path

from engine.jobs.job import JobKind
from engine.settings import Settings
from tests.tui.stage import Stage
from tui.commands.keys import all_keys


class OwnKeys(Stage):
    def __init__(self, folder: Path, library: Path, keys: dict[str, str]) -> None:
        super().__init__(folder, library, (120, 36))
        self.app.own_keys = Settings(keys=keys).keys


def test_each_key_has_a_name_of_its_own() -> None:
    names = [key.id for key in all_keys()]
    assert None not in names
    assert len(set(names)) == len(names)
    assert "review.reroll" in names


async def test_a_key_of_the_settings_works_in_place_of_ours(library: Path, hedgehog: Path) -> None:
    async with OwnKeys(hedgehog, library, {"review.reroll": "ctrl+r"}) as here:
        assert "^R Paint" in here.told
        await here.press("r")
        assert here.jobs(JobKind.PAINT) == []
        await here.press("ctrl+r")
        await here.until(lambda: here.jobs(JobKind.PAINT))
