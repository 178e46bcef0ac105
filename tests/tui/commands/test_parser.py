"""The command line: globals before or after the command, a folder in place of a command."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.book import edits
from engine.book.model import Book, OutlineLine
from engine.errors import FibelError
from tui.commands.pages import chosen
from tui.commands.parser import STUDIO, parse

BOOK = edits.with_pages(Book(), (OutlineLine(),) * 9)


@pytest.mark.parametrize(
    "line",
    ["--box --json paint igel --pages 2", "paint --box igel --json --pages 2", "paint igel --pages 2 --json --box"],
)
def test_globals_stand_before_or_after_the_command(line: str) -> None:
    options, command = parse(line.split())
    assert options.box
    assert options.json
    assert (command.command, command.folder, command.pages) == ("paint", Path("igel"), "2")


def test_consent_may_be_given_with_any_command() -> None:
    assert parse(["write", "igel", "--yes-leaves-machine"])[0].leaves_machine
    assert not parse(["write", "igel"])[0].leaves_machine


def test_a_folder_opens_the_studio() -> None:
    options, command = parse(["--config", "c.yaml", "my-book"])
    assert (command.command, command.folder, options.config) == (STUDIO, Path("my-book"), Path("c.yaml"))
    assert parse([])[1].folder is None


def test_a_folder_named_like_a_command_is_reached_by_its_path() -> None:
    assert parse(["./new"])[1].folder == Path("new")


def test_an_idea_may_look_like_an_option() -> None:
    _, command = parse(["new", "igel", "--idea=--box voller Sterne"])
    assert command.idea == "--box voller Sterne"


@pytest.mark.parametrize("line", ["paint", "export igel", "make igel", "new", "igel otto", "paint igel --colour red"])
def test_nonsense_is_a_usage_error(line: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(line.split())
    assert caught.value.code == 2
    assert "usage: fibel" in capsys.readouterr().err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        parse(["--help"])
    assert caught.value.code == 0
    shown = capsys.readouterr().out
    for word in ("demo", "new", "outline", "write", "paint", "approve", "export", "check", "make", "status", "--box"):
        assert word in shown


def test_pages_are_named_as_authors_name_them() -> None:
    assert chosen(BOOK, "2-4, 7,3") == ["p002", "p003", "p004", "p007"]
    assert chosen(BOOK, "") is None


@pytest.mark.parametrize(("selection", "code"), [("0", "page_unknown"), ("5-2", "page_unknown"), ("a", "usage")])
def test_pages_that_are_not_there(selection: str, code: str) -> None:
    with pytest.raises(FibelError) as caught:
        chosen(BOOK, selection)
    assert caught.value.code == code


@given(st.text(max_size=12))
def test_any_selection_is_pages_or_a_plain_error(selection: str) -> None:
    try:
        pages = chosen(BOOK, selection)
    except FibelError as error:
        assert error.code in {"usage", "page_unknown"}
    else:
        assert pages is None or set(pages) <= {page.id for page in BOOK.pages}
