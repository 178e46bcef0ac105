"""What the author may have done to texts: repairs as drafts, verdicts as hints, another language, nothing unasked."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from engine.assembly import studio, with_box
from engine.book import edits
from engine.book.beginning import NewBook, begin
from engine.book.folder import BookFolder
from engine.book.model import fingerprint
from engine.book.other_language import in_other_language
from engine.jobs.events import Event, Notice
from engine.jobs.provenance import Origin
from engine.language.finding import Rule
from engine.settings import Settings
from engine.studio import Studio

PASSIVE = "Die Tür wird vom Fuchs geöffnet."
CLAUSE = "Piko läuft los, weil er den Stern sieht."
PAGE = f"  Piko winkt.\n{PASSIVE} {CLAUSE}\n„Hallo!“, ruft Olga."
MATCHES = "Piko zündet ein Streichholz an. Es brennt hell."
MANUSCRIPT = f"# Piko\n\n{PAGE}\n\n---\n\n{MATCHES}\n\n---\n\nPiko schläft im Garten.\n"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Settings:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return with_box(Settings.model_validate({"box": {"speed": 2_000}}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    BookFolder.create(tmp_path / "piko", begin(NewBook(manuscript=MANUSCRIPT))).close()
    return tmp_path / "piko"


@pytest.fixture
def told() -> list[Event]:
    return []


@pytest.fixture
async def here(settings: Settings, folder: Path, told: list[Event]) -> AsyncIterator[Studio]:
    async with studio(settings, folder, told.append, attended=False) as opened:
        yield opened


async def test_a_repaired_sentence_is_a_draft_in_which_nothing_else_has_changed(here: Studio) -> None:
    await here.list.finished([await here.texts.repair("p001", PASSIVE)])
    page = here.book.page("p001")
    assert page.scene.text == PAGE
    assert page.draft is not None
    assert page.draft.text == PAGE.replace(PASSIVE, "Der Fuchs öffnet die Tür.")


async def test_repairs_add_up_in_one_draft_until_it_is_accepted(here: Studio) -> None:
    for sentence in (PASSIVE, CLAUSE):
        await here.list.finished([await here.texts.repair("p001", sentence)])
    await here.texts.accept_draft("p001")
    expected = PAGE.replace(PASSIVE, "Der Fuchs öffnet die Tür.").replace(CLAUSE, "Piko läuft los. Er sieht den Stern.")
    assert here.book.page("p001").scene.text == expected
    origins = [sentence.origin for sentence in (await here.texts.origins())["p001"]]
    assert origins == [Origin.HAND, Origin.REPAIRED, Origin.REPAIRED, Origin.REPAIRED, Origin.HAND]
    await here.undo()
    assert here.book.page("p001").scene.text == PAGE


async def test_another_version_leaves_the_authors_sentences_the_authors(here: Studio) -> None:
    await here.list.finished([await here.texts.rewrite("p003", "länger")])
    await here.texts.accept_draft("p003")
    sentences = (await here.texts.origins())["p003"]
    text = here.book.page("p003").scene.text
    own = [text[s.start : s.end] for s in sentences if s.origin is Origin.HAND]
    assert own == ["Piko schläft im Garten."]
    assert {s.by for s in sentences if s.origin is Origin.GENERATED} == {"box"}


async def test_a_whole_page_is_mended_when_asked(here: Studio) -> None:
    await here.list.finished([await here.texts.repair("p001")])
    draft = here.book.page("p001").draft
    assert draft is not None
    assert PASSIVE not in draft.text
    assert CLAUSE not in draft.text
    assert draft.text.startswith("  Piko winkt.\n")
    assert draft.text.endswith("\n„Hallo!“, ruft Olga.")


async def test_where_there_are_no_better_words_the_author_is_told(here: Studio, told: list[Event]) -> None:
    await here.list.finished([await here.texts.repair("p003")])
    assert here.book.page("p003").draft is None
    assert any(isinstance(event, Notice) and "no better words" in event.text for event in told)


async def test_a_manuscript_gets_an_outline_a_cast_and_actions_and_keeps_its_words(here: Studio) -> None:
    before = [page.scene.text for page in here.book.pages]
    await here.list.finished([await here.outline.propose()])
    assert [figure.name for figure in here.book.cast][:1] == ["Piko"]
    assert "Streichholz" in here.book.page("p002").outline.what
    assert here.book.page("p003").outline.where == "im Garten"
    await here.list.finished(await here.texts.write())
    assert all(page.scene.action and page.scene.alt for page in here.book.pages)
    assert [page.scene.text for page in here.book.pages] == before
    assert all(page.draft is None for page in here.book.pages)
    assert {s.origin for page in (await here.texts.origins()).values() for s in page} == {Origin.HAND}


async def test_the_writers_doubts_are_findings_and_stop_nothing(here: Studio) -> None:
    await here.list.finished(await here.texts.judge())
    proof = await here.texts.findings()
    (danger,) = [found for found in proof.pages["p002"] if found.finding.rule is Rule.DANGER]
    assert "Streichholz" in danger.finding.de
    await here.texts.dismiss_finding("p002", danger.finding.rule, danger.sentence)
    left = {found.finding.rule for found in (await here.texts.findings()).pages["p002"]}
    assert left == {Rule.SAFETY}, "only what was waved through is silent"
    assert await here.texts.judge() == (), "nobody is asked twice about the same words"
    await here.texts.edit("p002", "Piko löscht das Licht.")
    (again,) = await here.texts.judge()
    assert again.pages == ("p002",)
    await here.list.finished([again])
    judgement = here.book.page("p002").judgement
    assert judgement is not None
    assert judgement.of == fingerprint("Piko löscht das Licht.")


async def test_a_text_touched_meanwhile_is_not_mended(folder: Path) -> None:
    """The better version belongs to what the writer wrote, to the letter."""
    with BookFolder.open(folder, read_only=True) as opened:
        book = edits.change_scene(opened.book, "p003", text="Piko wird gesehen.")
    told = fingerprint("Piko wird gesehen.")
    mended = edits.mend_text(book, "p003", of=told, text="Olga sieht Piko.")
    assert mended.page("p003").scene.text == "Olga sieht Piko."
    touched = edits.change_scene(book, "p003", text="Piko wird heute gesehen.")
    assert edits.mend_text(touched, "p003", of=told, text="Olga sieht Piko.") == touched
    approved = edits.approve_text(book, "p003")
    assert edits.mend_text(approved, "p003", of=told, text="Olga sieht Piko.") == approved
    beside = edits.propose_text(approved, "p003", "Piko wird gesucht.")
    mended = edits.mend_text(beside, "p003", of=fingerprint("Piko wird gesucht."), text="Olga sucht Piko.")
    assert (mended.page("p003").scene.text, mended.page("p003").draft) == (
        "Piko wird gesehen.",
        edits.propose_text(approved, "p003", "Olga sucht Piko.").page("p003").draft,
    )


async def test_an_edition_is_translated_page_by_page_into_drafts(
    settings: Settings, folder: Path, tmp_path: Path
) -> None:
    with BookFolder.open(folder, read_only=True) as german:
        in_other_language(german, tmp_path / "english", "en")
    async with studio(settings, tmp_path / "english", lambda _event: None, attended=False) as here:
        assert [found.finding.rule for found in (await here.texts.findings()).pages["p003"]] == [Rule.LANGUAGE]
        await here.list.finished(await here.texts.write())
        page = here.book.page("p003")
        assert page.scene.text == "Piko schläft im Garten."
        assert page.draft is not None
        assert "garden" in page.draft.text
        await here.texts.accept_draft("p003")
        assert (await here.texts.findings()).pages["p003"] == ()
        assert await here.texts.write() == (), "every page is said, or waits as a draft"
