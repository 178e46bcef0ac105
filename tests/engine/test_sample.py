"""The sample book: what a newcomer reads first keeps the rules it is to teach."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from engine.book.folder import BookFolder
from engine.box.painter import understand
from engine.illustrator.prompt_check import read_prompt
from engine.overview import status
from engine.presets import AgePreset, PresetKind, StylePreset, load
from engine.sample import sample_book


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    made, fresh = sample_book()
    assert fresh
    return made


def test_it_is_made_once_and_kept(folder: Path) -> None:
    assert sample_book() == (folder, False)


def test_its_texts_are_for_its_age(folder: Path) -> None:
    with BookFolder.open(folder, read_only=True) as opened:
        book = opened.book
    age = load(PresetKind.AGES, AgePreset, book.age)
    assert len(book.pages) == 8
    for page in book.pages:
        sentences = [s for s in re.split(r"(?<=[.!?“])\s+", page.scene.text) if s]
        assert max(len(sentence.split()) for sentence in sentences) <= age.words_per_sentence
        assert age.words_per_page[0] - 3 <= len(page.scene.text.split()) <= age.words_per_page[1]
        assert page.scene.text.count("„") == page.scene.text.count("“")
        assert page.scene.alt


def test_its_prompts_are_sound_and_the_hero_is_in_each(folder: Path) -> None:
    with BookFolder.open(folder, read_only=True) as opened:
        book = opened.book
    style = load(PresetKind.STYLES, StylePreset, book.style)
    for page in book.pages:
        prompt = read_prompt(book, page, style)
        assert prompt.findings == ()
        assert understand(prompt.positive).figures[0].kind == "hedgehog"


def test_its_status_says_what_is_to_be_done(folder: Path) -> None:
    with BookFolder.open(folder, read_only=True) as opened:
        told = status(opened, at_work=False)
    assert [page.picture for page in told.pages] == ["none"] * 8
    assert [page.text for page in told.pages] == ["draft"] * 8
    assert told.model_dump(by_alias=True)["schema"] == 1
