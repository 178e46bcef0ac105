"""A book for children goes out with what somebody has looked at, and never with what does not belong into one."""

from __future__ import annotations

from pathlib import Path

import pytest

from engine.book import edits
from engine.book.folder import BookFolder
from engine.book.model import Approver, GuardVerdict, fingerprint
from engine.errors import Exit, FibelError
from engine.language.stand_ins import stand_in
from engine.publish.export import export
from engine.publish.preflight import Finding, Severity, preflight
from tests.engine.publish.making import Made, make

WORDS = {"not-for-children", "safety", "not-checked", "guard", "name-unknown"}


def found(book: BookFolder) -> list[Finding]:
    return [one for one in preflight(book) if one.code in WORDS]


def test_what_blocks_is_an_error_and_no_force_exports_it(tmp_path: Path) -> None:
    with make(tmp_path / "book", Made(text="Der Räuber tötet den König.")) as book:
        (grave,) = found(book)
        assert (grave.severity, grave.code, grave.page) == (Severity.ERROR, "not-for-children", 1)
        assert grave.de.startswith("„tötet“")
        with pytest.raises(FibelError, match="tötet") as refused:
            export(book, tmp_path / "book.epub", force=True)
        assert (refused.value.code, refused.value.exit) == ("not_for_children", Exit.REFUSED)
        assert not (tmp_path / "book.epub").exists()
        export(book, tmp_path / "book.md")
    assert "tötet" in (tmp_path / "book.md").read_text("utf-8"), "the author's words are theirs to take away"


@pytest.mark.parametrize(
    ("by", "approved", "severity"),
    [
        (Approver.AUTHOR, True, Severity.NOTE),
        (Approver.UNATTENDED, True, Severity.WARNING),
        (Approver.AUTHOR, False, Severity.WARNING),
    ],
)
def test_the_authors_own_yes_settles_what_wants_a_look(
    tmp_path: Path, by: Approver, approved: bool, severity: Severity
) -> None:
    with make(tmp_path / "book", Made(text="Opa ist gestorben.", by=by, approved=approved)) as book:
        (told,) = (one for one in found(book) if one.code == "safety")
    assert (told.severity, told.page) == (severity, 1)


def test_a_guard_that_has_read_everything_is_no_longer_missed(tmp_path: Path) -> None:
    unseen = Approver.UNATTENDED
    with make(tmp_path / "book", Made(text="Eins.", by=unseen), Made(text="Zwei.", by=unseen)) as book:
        assert [one.code for one in found(book)] == ["not-checked"]
        for page, hazards in (("p001", ()), ("p002", ("violent crimes",))):
            text = book.book.page(page).scene.text
            verdict = GuardVerdict(of=fingerprint(text), by="llama-guard3:1b", hazards=hazards)
            book.change(lambda book, page=page, verdict=verdict: edits.change_page(book, page, guard=verdict))
        (told,) = found(book)
        assert (told.severity, told.code, told.page) == (Severity.WARNING, "guard", 2)
        assert "violent crimes" in told.message
        book.change(lambda book: edits.change_scene(book, "p001", text="Neu."))
        assert {one.code for one in found(book)} == {"guard", "not-checked"}


def test_a_machine_that_does_not_know_a_real_name_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "here"))
    with make(tmp_path / "book", Made(text="Lina gähnt.")) as book:
        book.change(lambda book: stand_in(book, "Lina", "Emma"))
        assert found(book) == []
        export(book, tmp_path / "here.md")
        monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "elsewhere"))
        assert [one.code for one in found(book)] == ["name-unknown"]
    assert "Emma gähnt." in (tmp_path / "here.md").read_text("utf-8")
