"""Keys are the author's to change; what the screen says of them follows."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding
from textual.dom import DOMNode

from engine.jobs.job import JobKind
from engine.settings import Settings
from tests.tui.stage import Stage
from tui import keys, words
from tui.keys import all_keys, usable


class OwnKeys(Stage):
    def __init__(self, folder: Path | None, library: Path, own: dict[str, str]) -> None:
        super().__init__(folder, library, (120, 36), keys=Settings(keys=own).keys)


def kinds() -> list[type[DOMNode]]:
    """Every screen and widget of the studio, and the studio itself."""
    all_keys()
    found: list[type[DOMNode]] = [DOMNode]
    for kind in found:
        found += [other for other in kind.__subclasses__() if other not in found]
    return [kind for kind in found if kind.__module__.startswith("tui.")]


def test_each_key_of_every_room_dialog_and_widget_has_a_name_of_its_own_and_says_what_it_does() -> None:
    known, names = all_keys(), []
    for kind in kinds():
        for key in vars(kind).get("BINDINGS", ()):
            assert isinstance(key, Binding), kind
            assert key.id, f"{kind.__name__}: {key.key} has no name; make the class Keyed"
            assert key.description, key.id
            assert known[key.id] == key
            names.append(key.id)
    assert len(set(names)) == len(names)
    assert {"review.reroll", "jobs.cancel", "mark.mark", "search.step(1)", "dialog.back", "app.leave"} <= set(names)


def test_no_two_keys_of_a_place_are_the_same_as_fibel_has_them() -> None:
    own = {name: key.key for name, key in all_keys().items()}
    alike = [f"{error.details}" for error in usable(own)[1]]
    assert alike == []


def test_a_sentence_names_no_key_that_is_not_there() -> None:
    from tui.words.de import WORDS

    told = {name for pair in WORDS.items() for sentence in pair for name in words.KEY.findall(sentence)}
    assert told <= set(all_keys())


def test_a_key_that_means_something_else_there_stays_as_it_was() -> None:
    good, problems = usable({"review.reroll": "c", "review.search": "ctrl+f"})
    assert good == {"review.search": "ctrl+f"}
    assert [error.code for error in problems] == ["key_taken"]
    assert "review.choose" in problems[0].message
    assert "Choose the take that is shown" in problems[0].message


def test_two_keys_may_change_places() -> None:
    own = {"review.reroll": "c", "review.choose": "r"}
    assert usable(own) == (own, [])


@pytest.mark.parametrize(
    ("name", "key"), [("review.nothing", "r"), ("review.reroll", "ctrl+"), ("review.reroll", "kitten")]
)
def test_a_name_or_a_key_that_there_is_not_is_said(name: str, key: str) -> None:
    good, problems = usable({name: key})
    assert (good, [error.code for error in problems]) == ({}, ["key_unknown"])


def test_an_error_of_the_keys_reads_german_too() -> None:
    words.speak("de")
    try:
        _good, problems = usable({"review.reroll": "c"})
        from tui.words.foreign import engine_words

        told = engine_words(problems[0].message, problems[0].code)
    finally:
        words.speak("en")
    assert "schon vergeben an review.choose: Die gezeigte Fassung wählen" in told


async def test_a_key_of_the_settings_works_in_place_of_ours(library: Path, hedgehog: Path) -> None:
    async with OwnKeys(hedgehog, library, {"review.reroll": "ctrl+r"}) as here:
        assert "^R Paint" in here.told
        await here.press("r")
        assert here.jobs(JobKind.PAINT) == []
        await here.press("ctrl+r")
        await here.until(lambda: here.jobs(JobKind.PAINT))


async def test_dialogs_forms_and_sentences_tell_the_authors_own_keys(library: Path, hedgehog: Path) -> None:
    own = {"review.reroll": "f9", "jobs.pause": "f8", "dialog.back": "f10", "book.undo": "f7", "app.leave": "f12"}
    async with OwnKeys(hedgehog, library, own) as here:
        await here.press("f")
        assert "F9 Paint it again, with a new seed" in here.told
        assert "F10 back" in here.told
        await here.press("escape")
        assert here.room == "Ladder"
        await here.press("f10", "j")
        assert "F8 Pause or go on" in here.told
        await here.press("f8", "f10", "X")
        assert here.app.link.state.paused
        assert "F7 fetches it back" in here.told
        await here.press("question_mark", "pagedown", "pagedown")
        assert "F12 Leave Fibel" in here.told


async def test_a_wrong_key_is_said_on_the_screen_with_its_code(library: Path, hedgehog: Path) -> None:
    async with OwnKeys(hedgehog, library, {"review.reroll": "c", "review.search": "f9"}) as here:
        assert "key_taken" in here.told
        await here.press("escape", "f9")
        assert here.room == "Search"
    async with OwnKeys(None, library, {"nothing.at_all": "c"}) as here:
        assert "key_unknown" in here.told
    keys.use({})
