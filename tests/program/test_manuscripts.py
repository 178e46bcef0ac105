"""A manuscript on the command line: in, out again, in another language; and the prompts an author may replace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from engine.book.folder import peek
from tests.program.fibel import Program

MANUSCRIPT = "# Piko\n\n  Piko wird von Olga gesucht,\nweil es dunkel ist.\n\n---\n\nGute Nacht! 🌟\n"
TEXTS = ["  Piko wird von Olga gesucht,\nweil es dunkel ist.", "Gute Nacht! 🌟"]


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Program:
    """A book of a manuscript, outlined and translated into actions."""
    program = Program(tmp_path_factory.mktemp("home"), speed=1_000)
    (program.home / "piko.md").write_text(MANUSCRIPT, "utf-8")
    for line in (["new", "piko", "--from", "piko.md"], ["outline", "piko", "--box"], ["write", "piko", "--box"]):
        done = program.run(*line)
        assert done.code == 0, (line, done.err)
    return program


def texts(folder: Path) -> list[str]:
    return [page.scene.text for page in peek(folder).pages]


def test_a_manuscript_keeps_every_letter_and_gets_what_pictures_need(begun: Program) -> None:
    book = peek(begun.home / "piko")
    assert texts(begun.home / "piko") == TEXTS
    assert all(page.outline.what and page.scene.action and page.draft is None for page in book.pages)


def test_the_words_come_back_as_markdown_and_make_the_same_book(begun: Program) -> None:
    assert begun.run("export", "piko", "--to", "again.md").code == 0
    assert (begun.home / "again.md").read_text("utf-8") == MANUSCRIPT
    assert begun.run("new", "again", "--from", "again.md").code == 0
    assert texts(begun.home / "again") == TEXTS


def test_another_language_begins_with_the_words_there_are_and_ends_with_the_drafts(begun: Program) -> None:
    assert begun.run("new", "piko-en", "--edition-of", "piko", "--language", "en").code == 0
    assert texts(begun.home / "piko-en") == TEXTS
    assert begun.run("write", "piko-en", "--box").code == 0
    drafts = [page.draft.text for page in peek(begun.home / "piko-en").pages if page.draft]
    assert begun.run("approve", "piko-en", "--box", "--text", "--drafts").code == 0
    assert texts(begun.home / "piko-en") == drafts
    assert texts(begun.home / "piko") == TEXTS
    refused = begun.run("new", "x", "--edition-of", "piko", "--idea", "Ein Igel")
    assert (refused.code, "leave --idea" in refused.err) == (2, True)


def test_a_prompt_is_printed_and_an_own_one_is_told(begun: Program) -> None:
    listed = json.loads(begun.run("prompts", "--json", "--model", "gemma3:4b").out)["prompts"]
    assert {"name": "habits", "file": "shipped, for gemma"} in listed
    printed = begun.run("prompts", "scene").out
    assert "Höchstens $words Wörter" in printed
    own = begun.home / ".config" / "fibel" / "prompts" / "rewrite.txt"
    own.parent.mkdir(parents=True)
    own.write_text("Höchstens $wort Wörter.", "utf-8")
    assert str(own) in begun.run("prompts").out
    assert begun.run("prompts", "nothing").code == 2
    own.unlink()
